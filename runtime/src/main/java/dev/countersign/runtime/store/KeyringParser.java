package dev.countersign.runtime.store;

import dev.countersign.runtime.EnvironmentType;
import java.util.ArrayList;
import java.util.List;

/** Reads the clear lines of a keyring, and its armored age file unopened. */
final class KeyringParser {
  private static final String BEFORE_NAME = " # ";

  private final StoreText text;
  private final LineCursor cursor;

  KeyringParser(StoreText text) {
    this.text = text;
    this.cursor = new LineCursor(text);
  }

  Keyring parse() throws StoreFormatException {
    List<String> comments = cursor.takeComments();
    cursor.take("format 1");
    EnvironmentType type = ClearLines.type(cursor);
    List<String> identities = identities();
    List<Reader> readers = readers();
    String armored = BlockParser.armor(cursor);
    if (!cursor.atEnd()) {
      throw cursor.unexpected("the end of the file");
    }
    return new Keyring(text.file(), text.lineEnd(), comments, type, identities, readers, armored);
  }

  private List<String> identities() throws StoreFormatException {
    List<String> identities = new ArrayList<>();
    do {
      String identity = ClearLines.recipient(cursor, "identity");
      if (identities.contains(identity)) {
        throw cursor.fault("identity ".length() + 1, "the same identity twice");
      }
      identities.add(identity);
    } while (cursor.startsWith("identity "));
    return identities;
  }

  private List<Reader> readers() throws StoreFormatException {
    List<Reader> readers = new ArrayList<>();
    do {
      Reader reader = reader();
      for (Reader other : readers) {
        checkDistinct(reader, other);
      }
      readers.add(reader);
    } while (cursor.startsWith("reader "));
    return readers;
  }

  private Reader reader() throws StoreFormatException {
    int column = "reader ".length() + 1;
    String field = cursor.takeField("reader");
    int end = field.indexOf(BEFORE_NAME);
    if (end < 0) {
      throw cursor.fault(column, "a reader's line is `reader age1… # name`");
    }
    String recipient = ClearLines.recipient(cursor, column, field.substring(0, end));
    String name = field.substring(end + BEFORE_NAME.length());
    if (!Reader.isValidName(name)) {
      int nameColumn = column + end + BEFORE_NAME.length();
      throw cursor.fault(nameColumn, "not a reader's name: " + Reader.NAME_RULE);
    }
    return new Reader(name, recipient);
  }

  private void checkDistinct(Reader reader, Reader other) throws StoreFormatException {
    int column = "reader ".length() + 1;
    if (reader.recipient().equals(other.recipient())) {
      throw cursor.fault(column, "the same reader twice");
    }
    if (reader.name().equals(other.name())) {
      throw cursor.fault(column, "two readers of the name " + reader.name());
    }
  }
}
