package dev.countersign.cli;

import dev.countersign.runtime.dotenv.Dotenv;
import dev.countersign.runtime.dotenv.DotenvFormatException;
import dev.countersign.runtime.dotenv.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a dotenv file. The process environment has no say in it. */
final class DotenvImport {
  private DotenvImport() {}

  static List<ImportedValue> read(ImportedText text, boolean leniently) throws Failure {
    List<Integer> passedOver = new ArrayList<>();
    List<Entry> entries = parse(text, passedOver);
    for (int line : passedOver) {
      if (leniently) {
        text.warn(text.line(line), "skipped: this is not NAME=value");
      } else {
        text.refuse(
            text.line(line),
            "this is not NAME=value, and dotenv would skip it in silence"
                + "\n  fix: mend it, begin it with #, or pass --lenient");
      }
    }
    return values(entries, text);
  }

  private static List<Entry> parse(ImportedText text, List<Integer> passedOver) throws Failure {
    try {
      return Dotenv.parseLeniently(text.text(), passedOver);
    } catch (DotenvFormatException e) {
      throw Failure.unusable(String.valueOf(text.named(e).getMessage()));
    }
  }

  /** Of several assignments of a name, the last one counts, as to the dotenv programs. */
  private static List<ImportedValue> values(List<Entry> entries, ImportedText text) {
    Map<String, Integer> last = new HashMap<>();
    for (Entry entry : entries) {
      last.put(entry.name(), entry.line());
    }
    List<ImportedValue> values = new ArrayList<>();
    for (Entry entry : entries) {
      int counts = last.getOrDefault(entry.name(), entry.line());
      if (counts == entry.line()) {
        values.add(new ImportedValue(entry.name(), entry.value(), text.line(entry.line())));
      } else {
        text.warn(
            text.line(entry.line()), "the same name stands in line " + counts + ", which counts");
      }
    }
    return values;
  }
}
