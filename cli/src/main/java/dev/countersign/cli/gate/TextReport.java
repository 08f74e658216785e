package dev.countersign.cli.gate;

import dev.countersign.runtime.Environment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report as lines for people. What is worth knowing of many secrets is one line. */
final class TextReport {
  private TextReport() {}

  static String of(GateReport report) {
    StringBuilder text = new StringBuilder();
    for (GateFinding error : report.findings(GateRule.Level.ERROR)) {
      text.append(error.text()).append('\n');
    }
    for (GateFinding warning : report.findings(GateRule.Level.WARNING)) {
      text.append("warning: ").append(warning.text()).append('\n');
    }
    List<String> external = new ArrayList<>();
    List<String> unused = new ArrayList<>();
    for (GateFinding note : report.findings(GateRule.Level.NOTE)) {
      switch (note.rule()) {
        case EXTERNAL -> external.add(note.secret() + " (" + name(note.environment()) + ")");
        case UNUSED -> unused.add(String.valueOf(note.secret()));
        default -> text.append("note: ").append(note.text()).append('\n');
      }
    }
    text.append(line("declared, and used by no class", unused));
    text.append(line("supplied by the platform, not checked", external));
    if (report.findings(GateRule.Level.ERROR).isEmpty()) {
      text.append(report.summary()).append('\n');
    }
    return Wording.visible(text.toString());
  }

  private static String name(@Nullable Environment environment) {
    return String.valueOf(environment);
  }

  private static String line(String words, List<String> things) {
    return things.isEmpty() ? "" : words + ": " + Wording.list(things) + "\n";
  }
}
