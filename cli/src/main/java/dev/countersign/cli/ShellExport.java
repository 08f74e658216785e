package dev.countersign.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines for a POSIX shell, to be sourced or evaluated. */
final class ShellExport extends ExportFormat {
  @Override
  @Nullable String problem(ExportedValue value) {
    return problemOfVariable(value);
  }

  @Override
  String text(List<ExportedValue> values) {
    StringBuilder text = new StringBuilder();
    for (ExportedValue value : values) {
      String quoted = plain(value).replace("'", "'\\''");
      text.append("export ").append(value.name()).append("='").append(quoted).append("'\n");
    }
    return text.toString();
  }
}
