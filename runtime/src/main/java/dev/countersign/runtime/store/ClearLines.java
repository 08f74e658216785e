package dev.countersign.runtime.store;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.age.AgeFormatException;
import dev.countersign.runtime.age.Recipients;

/** The fields that sealed files and keyrings have in common. */
final class ClearLines {
  private static final int MAX_ENVIRONMENT_NAME = 63;

  private ClearLines() {}

  static EnvironmentType type(LineCursor cursor) throws StoreFormatException {
    String id = cursor.takeField("type");
    EnvironmentType type = EnvironmentType.find(id);
    if (type == null || !type.id().equals(id)) {
      throw cursor.fault("type ".length() + 1, "a type is one of prod, dev, preview, local");
    }
    return type;
  }

  static String environmentName(LineCursor cursor) throws StoreFormatException {
    String name = cursor.takeField("environment");
    if (!isEnvironmentName(name)) {
      throw cursor.fault("environment ".length() + 1, "not the name of an environment");
    }
    return name;
  }

  static String recipient(LineCursor cursor, String field) throws StoreFormatException {
    return recipient(cursor, field.length() + 2, cursor.takeField(field));
  }

  static String recipient(LineCursor cursor, int column, String recipient)
      throws StoreFormatException {
    try {
      Recipients.parse(recipient);
      return recipient;
    } catch (AgeFormatException e) {
      throw cursor.fault(column, "not an age recipient");
    }
  }

  /** Says whether a text is {@code [a-z][a-z0-9-]{0,62}} and no type or alias. */
  static boolean isEnvironmentName(String name) {
    if (name.isEmpty() || name.length() > MAX_ENVIRONMENT_NAME || !isLetter(name.charAt(0))) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!isLetter(c) && c != '-' && (c < '0' || c > '9')) {
        return false;
      }
    }
    return EnvironmentType.find(name) == null;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }
}
