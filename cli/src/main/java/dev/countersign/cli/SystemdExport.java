package dev.countersign.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An {@code EnvironmentFile=} of systemd, with every value in double quotes. */
final class SystemdExport extends ExportFormat {
  private static final String ESCAPED = "\"\\`$";

  @Override
  @Nullable String problem(ExportedValue value) {
    String problem = problemOfVariable(value);
    if (problem != null) {
      return problem;
    }
    for (byte b : value.bytes()) {
      if ((b >= 0 && b < ' ' && b != '\t' && b != '\n') || b == 0x7F) {
        return "holds a control character, which systemd does not take";
      }
    }
    return null;
  }

  @Override
  String text(List<ExportedValue> values) {
    StringBuilder text = new StringBuilder();
    for (ExportedValue value : values) {
      text.append(value.name()).append("=\"");
      for (char c : plain(value).toCharArray()) {
        text.append(ESCAPED.indexOf(c) < 0 ? "" : "\\").append(c);
      }
      text.append("\"\n");
    }
    return text.toString();
  }
}
