package dev.countersign.runtime.store;

import dev.countersign.runtime.SecretName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Two sides of a sealed file, merged block by block as far as they go: a secret that one side alone
 * changed is as that side has it, and one that both changed in different ways stays a conflict of
 * exactly that secret. Needs no key, and so cannot tell whether a block opens.
 */
public final class MergedFile {
  private final SealedFile ours;
  private final SealedFile theirs;

  /** Makes a file of two sides that differ in nothing but their conflicts. */
  MergedFile(SealedFile ours, SealedFile theirs) {
    this.ours = ours;
    this.theirs = theirs;
  }

  /**
   * Merges two sides.
   *
   * @param base what both come from, or null if they have nothing in common
   * @throws StoreFormatException if they are of different environments
   */
  public static MergedFile merge(@Nullable SealedFile base, SealedFile ours, SealedFile theirs)
      throws StoreFormatException {
    theirs.requireEnvironment(ours.environment());
    return new SealedFileMerge(base, ours, theirs).merge();
  }

  /**
   * Reads a file that has conflict markers, of git's or of ours.
   *
   * @param file the file as messages name it
   * @return the merge as it stands, or null if the markers do not part it into two sealed files
   */
  public static @Nullable MergedFile parse(String file, byte[] bytes) {
    ConflictMarkers.Sides sides = ConflictMarkers.split(new String(bytes, StandardCharsets.UTF_8));
    try {
      return sides == null
          ? null
          : new MergedFile(
              SealedFile.parse(file, sides.ours().getBytes(StandardCharsets.UTF_8)),
              SealedFile.parse(file, sides.theirs().getBytes(StandardCharsets.UTF_8)));
    } catch (StoreFormatException e) {
      return null;
    }
  }

  /** Says whether a file has conflict markers. */
  public static boolean isUnfinished(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.startsWith(ConflictMarkers.OURS) || text.contains("\n" + ConflictMarkers.OURS);
  }

  /** Returns the secrets that both sides changed, each in its own way, sorted. */
  public List<Conflict> conflicts() {
    List<Conflict> conflicts = new ArrayList<>();
    for (SecretName name : names()) {
      Conflict sides = sides(name);
      if (!sides.isSettled()) {
        conflicts.add(sides);
      }
    }
    return conflicts;
  }

  /** Returns the conflict of one secret, or null if it has none. */
  public @Nullable Conflict conflict(SecretName name) {
    Conflict sides = sides(name);
    return sides.isSettled() ? null : sides;
  }

  /** Says whether nothing is left to settle. */
  public boolean isSettled() {
    return conflicts().isEmpty() && !isOfTwoKeys();
  }

  /** Says whether each side is sealed to another key: both were rekeyed. */
  public boolean isOfTwoKeys() {
    return !ours.to().equals(theirs.to());
  }

  /** Returns our side, with everything in it that could be merged. */
  public SealedFile ours() {
    return ours;
  }

  /** Returns the other side, with everything in it that could be merged. */
  public SealedFile theirs() {
    return theirs;
  }

  /** Returns the merge with one secret as one of the sides has it. */
  public MergedFile settle(SecretName name, boolean isOurs) {
    return settle(name, isOurs ? ours.find(name) : theirs.find(name));
  }

  /** Returns the merge with the key of one of the sides, if either has it. */
  public MergedFile settleKey(String to) {
    boolean isKnown = to.equals(ours.to()) || to.equals(theirs.to());
    return isKnown
        ? new MergedFile(ours.withRecipient(to, List.of()), theirs.withRecipient(to, List.of()))
        : this;
  }

  /**
   * Returns the merge with what was settled since, in the file itself. A block counts that one of
   * the sides has, or that is newer than both; any other is a mixture of lines.
   */
  public MergedFile keeping(MergedFile file) {
    MergedFile kept = file.isOfTwoKeys() ? this : settleKey(file.ours.to());
    Set<SecretName> names = names();
    names.addAll(file.names());
    for (SecretName name : names) {
      Conflict settled = file.sides(name);
      Conflict sides = sides(name);
      Block block = settled.ours();
      boolean isOneSide =
          BlockMerge.isSame(block, sides.ours()) || BlockMerge.isSame(block, sides.theirs());
      if (settled.isSettled() && (isOneSide || settled.version() > sides.version())) {
        kept = kept.settle(name, block);
      }
    }
    String lineEnd = file.ours.lineEnd();
    return new MergedFile(kept.ours.withLineEnd(lineEnd), kept.theirs.withLineEnd(lineEnd));
  }

  /** Returns the bytes of the file, with markers around each conflict. */
  public byte[] encode() {
    StringBuilder out = new StringBuilder();
    List<String> header = ours.header();
    for (String line : header.subList(0, header.size() - 1)) {
      out.append(line).append('\n');
    }
    append(out, "to " + ours.to() + "\n", "to " + theirs.to() + "\n");
    for (SecretName name : names()) {
      append(out, text(ours.find(name)), text(theirs.find(name)));
    }
    return LineEnds.apply(out, ours.lineEnd()).getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the merge without a secret. */
  MergedFile without(SecretName name) {
    return settle(name, null);
  }

  private static void append(StringBuilder out, String ours, String theirs) {
    if (ours.equals(theirs)) {
      out.append(ours);
    } else {
      ConflictMarkers.append(out, ours, theirs);
    }
  }

  private static String text(@Nullable Block block) {
    if (block == null) {
      return "";
    }
    StringBuilder out = new StringBuilder("\n");
    block.appendTo(out);
    return out.toString();
  }

  private MergedFile settle(SecretName name, @Nullable Block block) {
    return new MergedFile(replaced(ours, name, block), replaced(theirs, name, block));
  }

  private static SealedFile replaced(SealedFile file, SecretName name, @Nullable Block block) {
    SortedMap<SecretName, Block> blocks = new TreeMap<>();
    for (Block present : file.blocks()) {
      blocks.put(present.name(), present);
    }
    if (block == null) {
      blocks.remove(name);
    } else {
      blocks.put(name, block);
    }
    return file.withBlocks(blocks);
  }

  private Conflict sides(SecretName name) {
    return new Conflict(name, ours.find(name), theirs.find(name));
  }

  private Set<SecretName> names() {
    Set<SecretName> names = new TreeSet<>();
    for (Block block : ours.blocks()) {
      names.add(block.name());
    }
    for (Block block : theirs.blocks()) {
      names.add(block.name());
    }
    return names;
  }
}
