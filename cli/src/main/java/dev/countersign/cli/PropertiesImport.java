package dev.countersign.cli;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Reads Java properties, in UTF-8 or with escapes. Of several with one name, the last counts. */
final class PropertiesImport {
  private PropertiesImport() {}

  static List<ImportedValue> read(ImportedText text) throws Failure {
    Ordered properties = new Ordered();
    try {
      properties.load(new StringReader(text.text()));
    } catch (IOException | IllegalArgumentException e) {
      throw Failure.unusable(text.entry(properties.count + 1) + ": malformed: \\u wants 4 digits");
    }
    for (int twice : properties.overruled) {
      text.warn(text.entry(twice), "the same name stands further below, and that counts");
    }
    List<ImportedValue> values = new ArrayList<>();
    for (Map.Entry<String, Numbered> entry : properties.entries.entrySet()) {
      Numbered last = entry.getValue();
      values.add(new ImportedValue(entry.getKey(), last.value(), text.entry(last.number())));
    }
    return values;
  }

  private record Numbered(String value, int number) {}

  /** Keeps the order of the file, which properties alone do not. */
  private static final class Ordered extends Properties {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, Numbered> entries = new LinkedHashMap<>();
    private final transient List<Integer> overruled = new ArrayList<>();
    private int count;

    @Override
    public synchronized Object put(Object key, Object value) {
      count++;
      Numbered before = entries.put(key.toString(), new Numbered(value.toString(), count));
      if (before != null) {
        overruled.add(before.number());
      }
      return super.put(key, value);
    }

    @Override
    public synchronized boolean equals(Object other) {
      return this == other;
    }

    @Override
    public synchronized int hashCode() {
      return System.identityHashCode(this);
    }
  }
}
