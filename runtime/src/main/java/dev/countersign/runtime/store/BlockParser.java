package dev.countersign.runtime.store;

import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.age.Armor;

/** Reads one block of a sealed file, from its name to its last line. */
final class BlockParser {
  private static final int FINGERPRINT_LENGTH = 16;

  private final LineCursor cursor;

  BlockParser(LineCursor cursor) {
    this.cursor = cursor;
  }

  /** Reads {@code [Name]}: the one line of a block whose damage cannot be pinned on a secret. */
  SecretName name() throws StoreFormatException {
    if (!cursor.startsWith("[")) {
      throw cursor.unexpected("a block `[Name]`");
    }
    String line = cursor.take();
    String name = line.endsWith("]") ? line.substring(1, line.length() - 1) : "";
    if (!SecretName.isValid(name)) {
      throw cursor.fault(2, "not the name of a secret in brackets");
    }
    return new SecretName(name);
  }

  /** Reads what follows the version. */
  Block body(SecretName name, int version, int line) throws StoreFormatException {
    if (cursor.startsWith("unset")) {
      cursor.take("unset");
      return new Block(name, version, null, null, line);
    }
    return new Block(name, version, key(), armor(cursor), line);
  }

  /** Reads the line after the name. */
  int version() throws StoreFormatException {
    int version = Versions.parse(cursor.takeField("version"));
    if (version == 0) {
      throw cursor.fault("version ".length() + 1, "a version is a number from 1 to 2147483647");
    }
    return version;
  }

  private String key() throws StoreFormatException {
    String key = cursor.takeField("key");
    if (key.length() != FINGERPRINT_LENGTH || !isHex(key)) {
      throw cursor.fault("key ".length() + 1, "a key's fingerprint is 16 lower-case hex digits");
    }
    return key;
  }

  private static boolean isHex(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("0123456789abcdef".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Reads an armored age file. What its lines hold is judged when it is opened. */
  static String armor(LineCursor cursor) throws StoreFormatException {
    StringBuilder armored = new StringBuilder();
    cursor.take(Armor.BEGIN);
    armored.append(Armor.BEGIN).append('\n');
    while (!cursor.startsWith("-")) {
      if (cursor.atEnd() || cursor.isBlank() || cursor.startsWith("[")) {
        throw cursor.unexpected("the line `" + Armor.END + "`");
      }
      armored.append(cursor.take()).append('\n');
    }
    cursor.take(Armor.END);
    return armored.append(Armor.END).append('\n').toString();
  }
}
