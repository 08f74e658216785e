package dev.countersign.cli;

import dev.countersign.runtime.json.JsonFormatException;
import dev.countersign.runtime.json.JsonReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one flat JSON object. Whole numbers and booleans count as they are written. */
final class JsonImport {
  private JsonImport() {}

  static List<ImportedValue> read(ImportedText text) throws Failure {
    List<ImportedValue> values = new ArrayList<>();
    int number = 0;
    for (Map.Entry<?, ?> member : object(text).entrySet()) {
      number++;
      String place = text.entry(number);
      Object value = member.getValue();
      if (isPlain(value)) {
        String plain = value == null ? null : value.toString();
        values.add(new ImportedValue(String.valueOf(member.getKey()), plain, place));
      } else {
        text.refuse(place, problem(value));
      }
    }
    return values;
  }

  private static Map<?, ?> object(ImportedText text) throws Failure {
    try {
      if (JsonReader.read(text.text()) instanceof Map<?, ?> object) {
        return object;
      }
    } catch (JsonFormatException e) {
      throw text.unreadable(e.line(), e.column(), String.valueOf(e.getMessage()));
    }
    throw text.unreadable(1, 1, "expected one object: {\"NAME\": \"value\"}");
  }

  private static boolean isPlain(@Nullable Object value) {
    return value == null
        || value instanceof String
        || value instanceof Long
        || value instanceof Boolean;
  }

  private static String problem(@Nullable Object value) {
    return value instanceof Double
        ? "a number that would lose digits\n  fix: put it in quotes"
        : "not flat: a secret is one text\n  fix: put it in quotes, as a text that holds JSON";
  }
}
