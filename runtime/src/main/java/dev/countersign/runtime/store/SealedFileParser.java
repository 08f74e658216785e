package dev.countersign.runtime.store;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads a sealed file. A fault in its head, or in the line that names a block, is thrown; a fault
 * inside a block is kept for the block's name, and reading goes on at the next line that begins
 * with {@code [}.
 */
final class SealedFileParser {
  private final StoreText text;
  private final LineCursor cursor;
  private final BlockParser blockParser;
  private final SortedMap<SecretName, Block> blocks = new TreeMap<>();
  private final Map<SecretName, DamagedBlock> damaged = new LinkedHashMap<>();
  private final Map<SecretName, Integer> emptyLines = new HashMap<>();
  private @Nullable SecretName last;
  private int gap;

  SealedFileParser(StoreText text) {
    this.text = text;
    this.cursor = new LineCursor(text);
    this.blockParser = new BlockParser(cursor);
  }

  SealedFile parse() throws StoreFormatException {
    List<String> comments = cursor.takeComments();
    Environment environment = environment();
    String to = ClearLines.recipient(cursor, "to");
    takeEmptyLines();
    while (!cursor.atEnd()) {
      block(environment);
    }
    return new SealedFile(
        text.file(),
        text.lineEnd(),
        comments,
        environment,
        to,
        blocks,
        new EmptyLines(emptyLines, gap),
        damaged);
  }

  private Environment environment() throws StoreFormatException {
    cursor.take("format 1");
    EnvironmentType type = ClearLines.type(cursor);
    String name = cursor.startsWith("environment ") ? ClearLines.environmentName(cursor) : null;
    return new Environment(type, name);
  }

  private void block(Environment environment) throws StoreFormatException {
    int before = gap;
    int line = cursor.line();
    int version = 0;
    SecretName name = blockParser.name();
    try {
      checkOrder(name);
      version = blockParser.version();
      Block block = blockParser.body(name, version, line);
      takeEmptyLines();
      blocks.put(name, block);
      emptyLines.put(name, before);
    } catch (StoreFormatException fault) {
      damaged.put(name, damaged(name, version, fault, environment));
      skipToNextBlock();
    }
  }

  /** A block can be set again if it is the only one of its name and its version is known. */
  private DamagedBlock damaged(
      SecretName name, int version, StoreFormatException fault, Environment environment) {
    boolean only = blocks.remove(name) == null && !damaged.containsKey(name);
    return only && version > 0
        ? new DamagedBlock(fault.mendedBy(Mends.block(name, environment, text.file())), version)
        : new DamagedBlock(fault, 0);
  }

  private void checkOrder(SecretName name) throws StoreFormatException {
    if (blocks.containsKey(name) || damaged.containsKey(name)) {
      throw cursor.fault(2, "a second block of " + name);
    }
    if (last != null && last.compareTo(name) > 0) {
      throw cursor.fault(2, name + " must stand before " + last + ": blocks are sorted by name");
    }
    last = name;
  }

  /** Takes the empty lines that end the head or a block: one at least, but at the file's end. */
  private void takeEmptyLines() throws StoreFormatException {
    gap = 0;
    while (cursor.isBlank()) {
      cursor.take();
      gap++;
    }
    if (gap == 0 && !cursor.atEnd()) {
      throw cursor.unexpected("an empty line or the end of the file");
    }
  }

  private void skipToNextBlock() {
    while (!cursor.atEnd() && !cursor.startsWith("[")) {
      cursor.skip();
    }
  }
}
