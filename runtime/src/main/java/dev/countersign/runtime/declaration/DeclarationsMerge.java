package dev.countersign.runtime.declaration;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Merges two sides of a {@code secrets.toml}: each secret whole, with all that is written for it,
 * and each other key. What neither side changed keeps every byte. A merge without conflicts was
 * read again and is well formed; directories it extends are not looked at, so that names and
 * variables may still clash with theirs.
 */
public final class DeclarationsMerge {
  private final List<UnitMerge.Sides> units;
  private final MergedText text;

  private DeclarationsMerge(List<UnitMerge.Sides> units, MergedText text) {
    this.units = units;
    this.text = text;
  }

  /**
   * Merges two sides.
   *
   * @param base what both come from, which may be empty or hold the conflicts of an older merge
   * @throws MalformedDeclarationsException if a side is malformed, or what they would come to is
   */
  public static DeclarationsMerge of(byte[] base, byte[] ours, byte[] theirs)
      throws MalformedDeclarationsException {
    if (!MergedText.isText(ours) || !MergedText.isText(theirs)) {
      throw refusal("one side is not UTF-8: save it as UTF-8");
    }
    MergedText text = MergedText.of(base, ours, theirs);
    List<TomlUnit> before = TomlUnits.of(MergedText.withoutConflicts(text.base()));
    List<UnitMerge.Sides> units =
        UnitMerge.of(
            before == null ? List.of() : before, parted(text.ours()), parted(text.theirs()));
    DeclarationsMerge merge = new DeclarationsMerge(units, text);
    merge.check(true);
    merge.check(false);
    return merge;
  }

  private static List<TomlUnit> parted(String side) throws MalformedDeclarationsException {
    List<TomlUnit> units = TomlUnits.of(side);
    if (units == null) {
      throw refusal("it cannot be taken apart into its tables and keys");
    }
    return units;
  }

  /** Returns the bytes of the file, with markers around each conflict. */
  public byte[] content() {
    StringBuilder out = new StringBuilder();
    for (UnitMerge.Sides unit : units) {
      out.append(unit.either().blank());
      String ours = unit.ours() == null ? "" : unit.ours().text();
      if (unit.isConflict()) {
        String theirs = unit.theirs() == null ? "" : unit.theirs().text();
        out.append("<<<<<<< ours\n").append(ours);
        out.append("=======\n").append(theirs).append(">>>>>>> theirs\n");
      } else {
        out.append(ours);
      }
    }
    return text.finished(out.toString()).getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the secrets, and paths of other keys, that both sides changed in different ways. */
  public List<String> conflicts() {
    List<String> names = new ArrayList<>();
    for (UnitMerge.Sides unit : units) {
      if (unit.isConflict()) {
        names.add(unit.either().name());
      }
    }
    return names;
  }

  /** Settled either way, the file must be well formed, and each unit must be what it was. */
  private void check(boolean isOurs) throws MalformedDeclarationsException {
    List<TomlUnit> expected = new ArrayList<>();
    StringBuilder whole = new StringBuilder();
    for (UnitMerge.Sides unit : units) {
      TomlUnit side = isOurs ? unit.ours() : unit.theirs();
      if (side != null) {
        expected.add(side);
        whole.append(side.blank()).append(side.text());
      }
    }
    if (!isSame(expected, TomlUnits.of(whole.toString()))) {
      throw refusal("the tables and keys of the two sides do not fit into one order");
    }
    DeclarationsEditor.read(whole.toString());
  }

  private static boolean isSame(List<TomlUnit> expected, @Nullable List<TomlUnit> parted) {
    boolean isSame = parted != null && parted.size() == expected.size();
    for (int i = 0; parted != null && isSame && i < expected.size(); i++) {
      TomlUnit unit = expected.get(i);
      isSame = parted.get(i).id().equals(unit.id()) && TomlUnit.isSame(parted.get(i), unit);
    }
    return isSame;
  }

  private static MalformedDeclarationsException refusal(String message) {
    return new MalformedDeclarationsException(List.of(Problem.of(Project.FILE, message)));
  }
}
