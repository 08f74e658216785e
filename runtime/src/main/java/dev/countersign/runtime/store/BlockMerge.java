package dev.countersign.runtime.store;

import org.jspecify.annotations.Nullable;

/**
 * Merges what two sides made of one secret. A rekey seals a value anew and keeps its version:
 * beside a side that set or unset the secret it is no change at all.
 */
final class BlockMerge {
  private BlockMerge() {}

  /** Returns the two sides, which are the same block where they could be merged. */
  static Conflict merge(@Nullable Block base, Conflict sides) {
    Block ours = sides.ours();
    Block theirs = sides.theirs();
    if (isSame(base, ours)) {
      return sides.settled(theirs);
    }
    if (isSame(base, theirs)) {
      return sides.settled(ours);
    }
    if (ours != null && theirs != null && ours.isUnset() && theirs.isUnset()) {
      return sides.settled(ours.version() > theirs.version() ? ours : theirs);
    }
    return base == null ? sides : mergeResealed(base, sides);
  }

  private static Conflict mergeResealed(Block base, Conflict sides) {
    Block ours = sides.ours();
    Block theirs = sides.theirs();
    boolean oursIsResealed = isResealed(base, ours);
    if (oursIsResealed != isResealed(base, theirs)) {
      return sides.settled(oursIsResealed ? theirs : ours);
    }
    return oursIsResealed && isSameKey(ours, theirs) ? sides.settled(smaller(ours, theirs)) : sides;
  }

  /** Says whether two blocks are the same, wherever they stand. */
  static boolean isSame(@Nullable Block one, @Nullable Block other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return one.version() == other.version()
        && isSame(one.key(), other.key())
        && isSame(one.armored(), other.armored());
  }

  private static boolean isSame(@Nullable String one, @Nullable String other) {
    return one == null ? other == null : one.equals(other);
  }

  private static boolean isResealed(Block base, @Nullable Block side) {
    return side != null
        && side.version() == base.version()
        && side.key() != null
        && base.key() != null
        && !side.key().equals(base.key());
  }

  private static boolean isSameKey(@Nullable Block ours, @Nullable Block theirs) {
    return ours != null && theirs != null && isSame(ours.key(), theirs.key());
  }

  /** Both hold the same value; which of them is kept must not depend on whose side it is. */
  private static @Nullable Block smaller(@Nullable Block ours, @Nullable Block theirs) {
    String one = ours == null ? null : ours.armored();
    String other = theirs == null ? null : theirs.armored();
    return one == null || other == null || one.compareTo(other) < 0 ? ours : theirs;
  }
}
