package dev.countersign.runtime.store;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.SecretName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A sealed file: the blocks of one environment, names and versions in clear. Reading needs no key.
 * What was parsed encodes to the same bytes again, and a changed block changes no byte outside it.
 * Says nothing about whether a block opens: that is known only to who opens it.
 */
public final class SealedFile {
  /** How the name of a sealed file ends. */
  public static final String SUFFIX = ".secrets";

  private final String file;
  private final String lineEnd;
  private final List<String> comments;
  private final Environment environment;
  private final String to;
  private final SortedMap<SecretName, Block> blocks;
  private final EmptyLines emptyLines;
  private final Map<SecretName, DamagedBlock> damaged;

  SealedFile(
      String file,
      String lineEnd,
      List<String> comments,
      Environment environment,
      String to,
      SortedMap<SecretName, Block> blocks,
      EmptyLines emptyLines,
      Map<SecretName, DamagedBlock> damaged) {
    this.file = file;
    this.lineEnd = lineEnd;
    this.comments = comments;
    this.environment = environment;
    this.to = to;
    this.blocks = blocks;
    this.emptyLines = emptyLines;
    this.damaged = damaged;
  }

  /** Returns the name of an environment's sealed file: {@code prod.secrets}. */
  public static String fileName(Environment environment) {
    return environment.id() + SUFFIX;
  }

  /** Returns a sealed file that holds no block yet, sealed to a recipient. */
  public static SealedFile create(String file, Environment environment, String to) {
    List<String> comments = List.of(comment(environment));
    return new SealedFile(
        file, "\n", comments, environment, to, new TreeMap<>(), EmptyLines.USUAL, Map.of());
  }

  /**
   * Reads a sealed file.
   *
   * @param file the file as messages name it
   * @throws StoreFormatException if anything in it is not as it must be
   */
  public static SealedFile parse(String file, byte[] bytes) throws StoreFormatException {
    SealedFile parsed = parseLeniently(file, bytes);
    for (DamagedBlock block : parsed.damaged.values()) {
      throw block.fault();
    }
    return parsed;
  }

  /**
   * Reads an environment's sealed file.
   *
   * @param directory the directory that holds {@code secrets/}; empty for the root itself
   * @return the file, or null if there is none
   */
  public static @Nullable SealedFile read(
      StoreFiles files, String directory, Environment environment) throws StoreException {
    String fileName = fileName(environment);
    byte[] bytes = files.read(directory, fileName);
    if (bytes == null) {
      return null;
    }
    SealedFile file = parse(files.describe(directory, fileName), bytes);
    file.requireEnvironment(environment);
    return file;
  }

  /**
   * Reads a sealed file, keeping a fault inside one block as that block's own.
   *
   * @throws StoreFormatException if the file is damaged outside its blocks
   */
  public static SealedFile parseLeniently(String file, byte[] bytes) throws StoreFormatException {
    return new SealedFileParser(StoreText.parse(file, bytes)).parse();
  }

  /** Returns the file as messages name it. */
  public String file() {
    return file;
  }

  /** Returns the environment that the values are set for. */
  public Environment environment() {
    return environment;
  }

  /** Returns the recipient that the next value will be sealed to. */
  public String to() {
    return to;
  }

  /** Returns the blocks, tombstones among them, sorted by name. */
  public List<Block> blocks() {
    return List.copyOf(blocks.values());
  }

  /** Returns the block of a secret, which may be a tombstone, or null if there is none. */
  public @Nullable Block find(SecretName name) {
    return blocks.get(name);
  }

  /** Returns the faults that hit one secret each; empty unless the file was read leniently. */
  public Map<SecretName, StoreFormatException> faults() {
    Map<SecretName, StoreFormatException> faults = new LinkedHashMap<>();
    for (Map.Entry<SecretName, DamagedBlock> entry : damaged.entrySet()) {
      faults.put(entry.getKey(), entry.getValue().fault());
    }
    return faults;
  }

  /** Returns the damaged block of a secret, or null if there is none. */
  @Nullable DamagedBlock damaged(SecretName name) {
    return damaged.get(name);
  }

  /** Refuses the file if a block is damaged that is not about to be replaced. */
  void requireSoundBut(Set<SecretName> replaced) throws StoreFormatException {
    for (Map.Entry<SecretName, DamagedBlock> entry : damaged.entrySet()) {
      if (!replaced.contains(entry.getKey())) {
        throw entry.getValue().fault().mendedBy(Mends.file(file));
      }
    }
  }

  /** Returns the file with some blocks put in, each in the place of the one of its name. */
  public SealedFile with(Collection<Block> changed) {
    SortedMap<SecretName, Block> merged = new TreeMap<>(blocks);
    for (Block block : changed) {
      merged.put(block.name(), block);
    }
    return new SealedFile(file, lineEnd, comments, environment, to, merged, emptyLines, damaged);
  }

  /** Returns the file with other blocks. */
  SealedFile withBlocks(SortedMap<SecretName, Block> other) {
    return new SealedFile(file, lineEnd, comments, environment, to, other, emptyLines, damaged);
  }

  SealedFile withLineEnd(String other) {
    return new SealedFile(file, other, comments, environment, to, blocks, emptyLines, damaged);
  }

  String lineEnd() {
    return lineEnd;
  }

  List<String> comments() {
    return comments;
  }

  /** Returns the file sealed to another recipient from now on, with some blocks put in. */
  SealedFile withRecipient(String recipient, Collection<Block> changed) {
    SealedFile merged = with(changed);
    return new SealedFile(
        file, lineEnd, comments, environment, recipient, merged.blocks, emptyLines, damaged);
  }

  /** Refuses the file if it was put under the name of another environment. */
  void requireEnvironment(Environment expected) throws StoreFormatException {
    if (!environment.equals(expected)) {
      throw headFault(2, "it is the sealed file of " + environment + ", not of " + expected);
    }
  }

  /** Returns the fault of a file whose next value nobody could open. */
  StoreFormatException unknownRecipient() {
    int line = environment.name() == null ? 3 : 4;
    return headFault(line, "its `to` is no identity of type " + environment.type() + "'s keyring");
  }

  private StoreFormatException headFault(int line, String fact) {
    int number = comments.size() + line;
    return new StoreFormatException(file, number, 1, fact, Mends.file(file));
  }

  /** Returns a fault of one of the file's blocks, at its name. */
  StoreFormatException fault(Block block, String fact) {
    String fix = Mends.block(block.name(), environment, file);
    return new StoreFormatException(file, block.line(), 1, fact, fix);
  }

  /** Returns the bytes of the file. */
  public byte[] encode() {
    StringBuilder out = new StringBuilder();
    for (String line : header()) {
      out.append(line).append('\n');
    }
    for (Block block : blocks.values()) {
      emptyLines.appendBefore(block.name(), out);
      block.appendTo(out);
    }
    emptyLines.appendAtEnd(out);
    return LineEnds.apply(out, lineEnd).getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the lines before the blocks; the last is `to`. */
  List<String> header() {
    List<String> lines = new ArrayList<>(comments);
    lines.add("format 1");
    lines.add("type " + environment.type().id());
    if (environment.name() != null) {
      lines.add("environment " + environment.name());
    }
    lines.add("to " + to);
    return lines;
  }

  private static String comment(Environment environment) {
    String name = environment.name();
    return name == null
        ? "# Sealed secrets of type "
            + environment.type()
            + "."
            + advice("--type", environment.id())
        : "# Sealed secrets of environment " + name + "." + advice("--env", name);
  }

  private static String advice(String option, String value) {
    return " Safe to commit; edit with `secret set " + option + " " + value + " NAME`.";
  }
}
