package dev.countersign.runtime.store;

import dev.countersign.runtime.Environment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What git's merge of one store file comes to. Needs no key and touches no file. What cannot be
 * merged stays as conflict markers; nothing that either side has is left out.
 */
public final class StoreMerge {
  private final byte[] content;
  private final List<String> conflicts;

  private StoreMerge(byte[] content, List<String> conflicts) {
    this.content = content;
    this.conflicts = List.copyOf(conflicts);
  }

  /** Returns the bytes of the file, with markers around each conflict. */
  public byte[] content() {
    return content.clone();
  }

  /** Returns what to tell of each conflict: what both sides did, and what settles it. */
  public List<String> conflicts() {
    return conflicts;
  }

  /**
   * Merges a sealed file or a keyring.
   *
   * @param name the file as messages name it, which tells what it is
   * @param base what both sides come from, empty if they have nothing in common
   */
  public static StoreMerge merge(String name, byte[] base, byte[] ours, byte[] theirs) {
    try {
      return name.endsWith(Keyring.SUFFIX)
          ? keyrings(name, base, ours, theirs)
          : sealedFiles(name, base, ours, theirs);
    } catch (StoreFormatException e) {
      String conflict =
          name + " cannot be merged: " + e.fact() + "\n  fix: git checkout --ours -- " + name;
      return new StoreMerge(around(ours, theirs), List.of(conflict + ", or --theirs"));
    }
  }

  private static StoreMerge sealedFiles(String name, byte[] base, byte[] ours, byte[] theirs)
      throws StoreFormatException {
    SealedFile ourFile = SealedFile.parse(name, ours);
    SealedFile theirFile = SealedFile.parse(name + " (theirs)", theirs);
    MergedFile merged = MergedFile.merge(ancestor(name, base), ourFile, theirFile);
    return new StoreMerge(merged.encode(), conflicts(name, merged));
  }

  /** What several merges come from may be a conflict itself: then its blocks are nobody's base. */
  private static @Nullable SealedFile ancestor(String name, byte[] base) {
    MergedFile merged = MergedFile.parse(name, base);
    if (merged == null) {
      return null;
    }
    for (Conflict conflict : merged.conflicts()) {
      merged = merged.without(conflict.name());
    }
    return merged.isOfTwoKeys() ? null : merged.ours();
  }

  private static List<String> conflicts(String name, MergedFile merged) {
    List<String> told = new ArrayList<>();
    if (merged.isOfTwoKeys()) {
      told.add(
          name
              + ": both sides were rekeyed, each to another key\n  fix: settle the keyring first;"
              + " secret resolve takes the key that it has");
    }
    Environment environment = merged.ours().environment();
    String option =
        environment.name() == null
            ? " --type " + environment.type()
            : " --env " + environment.name();
    for (Conflict conflict : merged.conflicts()) {
      told.add(
          conflict.name()
              + " of "
              + environment
              + " was changed on both sides: "
              + conflict.sides()
              + "\n  fix: "
              + Invocation.forFile(name)
              + " resolve "
              + conflict.name()
              + " --ours"
              + option
              + ", or --theirs, or set it again: "
              + Invocation.forFile(name)
              + " set"
              + option
              + " "
              + conflict.name());
    }
    return told;
  }

  private static StoreMerge keyrings(String name, byte[] base, byte[] ours, byte[] theirs)
      throws StoreFormatException {
    Keyring ourKeyring = Keyring.parse(name, ours);
    Keyring theirKeyring = Keyring.parse(name + " (theirs)", theirs);
    theirKeyring.requireType(ourKeyring.type());
    KeyringMerge merge = new KeyringMerge(ancestorKeyring(name, base), ourKeyring, theirKeyring);
    Keyring merged = merge.merge();
    return merged == null
        ? new StoreMerge(around(ours, theirs), List.of(merge.conflict(name)))
        : new StoreMerge(merged.encode(), List.of());
  }

  private static @Nullable Keyring ancestorKeyring(String name, byte[] base) {
    try {
      return Keyring.parse(name, base);
    } catch (StoreFormatException e) {
      return null;
    }
  }

  private static byte[] around(byte[] ours, byte[] theirs) {
    return ConflictMarkers.around(
            new String(ours, StandardCharsets.UTF_8), new String(theirs, StandardCharsets.UTF_8))
        .getBytes(StandardCharsets.UTF_8);
  }
}
