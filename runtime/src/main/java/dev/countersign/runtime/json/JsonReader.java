package dev.countersign.runtime.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as RFC 8259 has it, and nothing laxer; refuses a key that stands twice and nesting
 * beyond {@value #MAX_DEPTH}.
 *
 * <p>Our own, because an application reads manifests while it starts: loading a JSON library takes
 * longer than resolving every secret.
 */
public final class JsonReader {
  static final int MAX_DEPTH = 32;

  private final JsonScanner scanner;
  private int depth;

  private JsonReader(JsonScanner scanner) {
    this.scanner = scanner;
  }

  /**
   * Returns the value that a text holds: a Map, List, String, Long, Double, Boolean or null.
   *
   * @throws JsonFormatException if it is anything but one JSON value
   */
  public static @Nullable Object read(String text) throws JsonFormatException {
    JsonScanner scanner = new JsonScanner(text);
    Object value = new JsonReader(scanner).value();
    if (!scanner.isAtEnd()) {
      throw scanner.expected("the end");
    }
    return value;
  }

  private @Nullable Object value() throws JsonFormatException {
    return switch (scanner.peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> scanner.string();
      case 't' -> scanner.word("true", Boolean.TRUE);
      case 'f' -> scanner.word("false", Boolean.FALSE);
      case 'n' -> scanner.word("null", null);
      default -> scanner.number();
    };
  }

  private Map<String, @Nullable Object> object() throws JsonFormatException {
    enter('{');
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    if (!scanner.takes('}')) {
      do {
        member(members);
      } while (scanner.takes(','));
      scanner.take('}');
    }
    depth--;
    return members;
  }

  private void member(Map<String, @Nullable Object> members) throws JsonFormatException {
    if (scanner.peek() != '"') {
      throw scanner.expected("a key in quotes");
    }
    int start = scanner.position();
    String key = scanner.string();
    if (members.containsKey(key)) {
      throw scanner.fault(start, "this key is here twice");
    }
    scanner.take(':');
    members.put(key, value());
  }

  private List<@Nullable Object> array() throws JsonFormatException {
    enter('[');
    List<@Nullable Object> elements = new ArrayList<>();
    if (!scanner.takes(']')) {
      do {
        elements.add(value());
      } while (scanner.takes(','));
      scanner.take(']');
    }
    depth--;
    return elements;
  }

  private void enter(char bracket) throws JsonFormatException {
    if (depth == MAX_DEPTH) {
      throw scanner.fault(scanner.position(), "values are nested more than " + MAX_DEPTH + " deep");
    }
    depth++;
    scanner.take(bracket);
  }
}
