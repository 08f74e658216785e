package dev.countersign.cli;

import dev.countersign.runtime.json.JsonWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One flat JSON object of texts. */
final class JsonExport extends ExportFormat {
  @Override
  @Nullable String problem(ExportedValue value) {
    return problemOfText(value);
  }

  @Override
  String text(List<ExportedValue> values) {
    JsonWriter json = new JsonWriter().begin('{');
    for (ExportedValue value : values) {
      json.key(value.name()).string(plain(value));
    }
    return json.end().finish();
  }
}
