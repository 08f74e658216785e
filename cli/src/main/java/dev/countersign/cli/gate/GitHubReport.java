package dev.countersign.cli.gate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as workflow commands of GitHub Actions: printed in a step, each annotates a line of the
 * pull request.
 */
final class GitHubReport {
  private GitHubReport() {}

  static String of(GateReport report) {
    FileNames names = new FileNames(report.root());
    StringBuilder text = new StringBuilder();
    for (GateFinding finding : report.findings()) {
      text.append("::").append(command(finding.rule().level()));
      text.append(' ').append(String.join(",", properties(finding, report.place(finding), names)));
      text.append("::").append(data(finding.text())).append('\n');
    }
    if (report.findings(GateRule.Level.ERROR).isEmpty()) {
      text.append(data(report.summary())).append('\n');
    }
    return Wording.visible(text.toString());
  }

  private static String command(GateRule.Level level) {
    return switch (level) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "notice";
    };
  }

  private static List<String> properties(
      GateFinding finding, @Nullable Place place, FileNames names) {
    List<String> properties = new ArrayList<>();
    if (place != null) {
      properties.add("file=" + property(names.fromTop(place.file())));
      if (place.line() > 0) {
        properties.add("line=" + place.line());
      }
    }
    String secret = finding.secret() == null ? "" : finding.secret() + ": ";
    properties.add("title=" + property(secret + finding.rule().title()));
    return properties;
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
