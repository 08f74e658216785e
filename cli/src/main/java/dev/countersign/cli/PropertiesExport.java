package dev.countersign.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Java properties, with escapes for all but ASCII: the same to readers of any encoding. */
final class PropertiesExport extends ExportFormat {
  @Override
  @Nullable String problem(ExportedValue value) {
    return problemOfText(value);
  }

  @Override
  String text(List<ExportedValue> values) {
    Properties properties = new Properties();
    for (ExportedValue value : values) {
      properties.setProperty(value.name(), plain(value));
    }
    TreeSet<String> lines = new TreeSet<>();
    for (String line : stored(properties).lines().toList()) {
      if (!line.startsWith("#")) { // the time, which would differ with each export
        lines.add(line + "\n");
      }
    }
    return String.join("", lines);
  }

  private static String stored(Properties properties) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      properties.store(bytes, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }
}
