package dev.countersign.runtime.value;

import org.jspecify.annotations.Nullable;

/**
 * Every type that a site can have but for enums, by the name that sources write. The one list: what
 * injection makes and what {@code verify} holds a value against are the same.
 */
public final class TypedText {
  private TypedText() {}

  /**
   * Returns the value of a type.
   *
   * @throws MisfitException if the text is not of that type
   * @throws IllegalArgumentException if there is no such type here
   */
  public static Object parse(String type, String text) throws MisfitException {
    return switch (type) {
      case "URI" -> Values.uri(text);
      case "int", "Integer" -> Values.integer(text);
      case "long", "Long" -> Values.longInteger(text);
      case "boolean", "Boolean" -> Values.bool(text);
      case "Duration" -> Durations.parse(text);
      case "Path" -> Values.path(text);
      case "PrivateKey" -> Keys.privateKey(text);
      case "X509Certificate" -> Keys.certificate(text);
      default -> throw new IllegalArgumentException(type);
    };
  }

  /**
   * Returns why a site of a type cannot take a value, as the end of a sentence that starts with its
   * name, or null if it can. The text never holds any part of the value.
   *
   * @param type as a manifest has it: {@code Optional<Integer>}; one that is an enum's name, or is
   *     not known here, is not judged
   */
  public static @Nullable String problem(String type, byte[] value) {
    String inner = inner(type);
    if (inner.equals("SecretValue") || inner.equals("byte[]")) {
      return null; // any bytes will do
    }
    String text = Texts.decode(value);
    return text == null ? "is not UTF-8 text" : problem(inner, text);
  }

  private static @Nullable String problem(String type, String text) {
    try {
      if (!type.equals("String") && !type.equals("char[]")) {
        parse(type, text);
      }
      return null;
    } catch (MisfitException e) {
      return e.getMessage();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Returns what is wrapped: {@code int} of {@code Supplier<Optional<int>>}. */
  public static String inner(String type) {
    boolean wrapped = type.startsWith("Optional<") || type.startsWith("Supplier<");
    return wrapped && type.endsWith(">") ? inner(type.substring(9, type.length() - 1)) : type;
  }
}
