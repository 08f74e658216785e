package dev.countersign.cli;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a step of GitHub Actions appends to {@code $GITHUB_ENV}, each value between lines that it
 * cannot hold by chance, and the commands that hide the values in the log.
 */
final class GitHubExport extends ExportFormat {
  @Override
  @Nullable String problem(ExportedValue value) {
    return problemOfVariable(value);
  }

  @Override
  String text(List<ExportedValue> values) {
    StringBuilder text = new StringBuilder();
    for (ExportedValue value : values) {
      String end = "end-" + UUID.randomUUID();
      text.append(value.name()).append("<<").append(end).append('\n');
      text.append(plain(value)).append('\n').append(end).append('\n');
    }
    return text.toString();
  }

  /** Returns the commands, for standard output, by which the runner learns what to hide. */
  static String masks(List<ExportedValue> values) {
    StringBuilder text = new StringBuilder();
    for (ExportedValue value : values) {
      String plain = plain(value);
      if (!plain.isBlank()) {
        text.append("::add-mask::").append(escaped(plain)).append('\n');
      }
    }
    return text.toString();
  }

  private static String escaped(String data) {
    return data.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }
}
