package dev.countersign.cli;

import dev.countersign.runtime.dotenv.DotenvLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dotenv file, in forms that {@code dotenv}, {@code dotenvx} and we read alike. */
final class DotenvExport extends ExportFormat {
  @Override
  @Nullable String problem(ExportedValue value) {
    String problem = problemOfText(value);
    if (problem != null) {
      return problem;
    }
    return DotenvLine.of(value.name(), plain(value)) == null
        ? "has signs that dotenv programs read differently, such as both ' and $"
        : null;
  }

  @Override
  String text(List<ExportedValue> values) {
    StringBuilder text = new StringBuilder();
    for (ExportedValue value : values) {
      text.append(DotenvLine.of(value.name(), plain(value)));
    }
    return text.toString();
  }
}
