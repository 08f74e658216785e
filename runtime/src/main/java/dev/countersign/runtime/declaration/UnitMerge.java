package dev.countersign.runtime.declaration;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Merges the units of two sides: what one side alone changed is as that side has it. */
final class UnitMerge {
  /** What both sides have of one unit: the same, where it could be merged. */
  record Sides(@Nullable TomlUnit ours, @Nullable TomlUnit theirs) {
    boolean isConflict() {
      return !TomlUnit.isSame(ours, theirs);
    }

    /** Returns the side that has the unit, ours if both do. */
    TomlUnit either() {
      TomlUnit unit = ours == null ? theirs : ours;
      if (unit == null) {
        throw new IllegalStateException("neither side has it");
      }
      return unit;
    }
  }

  private final List<TomlUnit> base;
  private final List<TomlUnit> ours;
  private final List<TomlUnit> theirs;
  private final List<Sides> merged = new ArrayList<>();

  private UnitMerge(List<TomlUnit> base, List<TomlUnit> ours, List<TomlUnit> theirs) {
    this.base = base;
    this.ours = ours;
    this.theirs = theirs;
  }

  /** Returns what the sides come to, in our order; what they alone have follows as with them. */
  static List<Sides> of(List<TomlUnit> base, List<TomlUnit> ours, List<TomlUnit> theirs) {
    UnitMerge merge = new UnitMerge(base, ours, theirs);
    for (TomlUnit unit : ours) {
      merge.add(merge.merged.size(), merge.merge(unit.id()));
    }
    for (int i = 0; i < theirs.size(); i++) {
      if (find(ours, theirs.get(i).id()) == null) {
        merge.add(merge.placeOf(i), merge.merge(theirs.get(i).id()));
      }
    }
    return merge.merged;
  }

  private void add(int place, Sides sides) {
    if (sides.ours() != null || sides.theirs() != null) {
      merged.add(place, sides);
    }
  }

  private Sides merge(String id) {
    TomlUnit before = find(base, id);
    TomlUnit one = find(ours, id);
    TomlUnit other = find(theirs, id);
    if (TomlUnit.isSame(one, other) || TomlUnit.isSame(before, other)) {
      return new Sides(one, one);
    }
    return TomlUnit.isSame(before, one) ? new Sides(other, other) : new Sides(one, other);
  }

  /**
   * Returns where a unit belongs that they alone have: behind the one before it, and behind ours.
   */
  private int placeOf(int index) {
    int place = 0;
    for (int i = index - 1; i >= 0 && place == 0; i--) {
      place = indexOf(theirs.get(i).id()) + 1;
    }
    while (place < merged.size() && isPassed(theirs.get(index), merged.get(place).either())) {
      place++;
    }
    return place;
  }

  /** Says whether a new unit goes behind one of ours that they do not have. */
  private boolean isPassed(TomlUnit added, TomlUnit present) {
    boolean isFitting = added.table() == null || added.table().equals(present.table());
    return isFitting && find(theirs, present.id()) == null;
  }

  private int indexOf(String id) {
    for (int i = 0; i < merged.size(); i++) {
      if (merged.get(i).either().id().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  private static @Nullable TomlUnit find(List<TomlUnit> units, String id) {
    for (TomlUnit unit : units) {
      if (unit.id().equals(id)) {
        return unit;
      }
    }
    return null;
  }
}
