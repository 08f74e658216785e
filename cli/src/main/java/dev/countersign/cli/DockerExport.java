package dev.countersign.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file for {@code docker run --env-file}, in which nothing can be quoted. */
final class DockerExport extends ExportFormat {
  private static final int MAX_LINE = 64 << 10;

  @Override
  @Nullable String problem(ExportedValue value) {
    String problem = problemOfVariable(value);
    if (problem != null) {
      return problem;
    }
    String text = plain(value);
    if (text.indexOf('\n') >= 0 || text.endsWith("\r")) {
      return "has several lines, and an env file of docker cannot hold a line end";
    }
    if (isQuoted(text)) {
      return "is in quotes of its own, which some versions of docker take away";
    }
    return value.name().length() + 1 + value.bytes().length >= MAX_LINE
        ? "is larger than the 64 KiB that docker allows a line"
        : null;
  }

  private static boolean isQuoted(String text) {
    return text.length() > 1
        && (text.startsWith("'") || text.startsWith("\""))
        && text.charAt(0) == text.charAt(text.length() - 1);
  }

  @Override
  String text(List<ExportedValue> values) {
    StringBuilder text = new StringBuilder();
    for (ExportedValue value : values) {
      text.append(value.name()).append('=').append(plain(value)).append('\n');
    }
    return text.toString();
  }
}
