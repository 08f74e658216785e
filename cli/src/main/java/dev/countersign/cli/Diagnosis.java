package dev.countersign.cli;

import dev.countersign.runtime.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;

/** What {@code secret doctor} found: what is well, and findings with what mends them. */
final class Diagnosis {
  private static final String FIX = "\n  fix: ";

  private final Findings findings = new Findings();
  private final List<String> well = new ArrayList<>();

  Findings findings() {
    return findings;
  }

  /** Notes something that is as it should be. */
  void well(String fact) {
    well.add(fact);
  }

  void warn(String code, String fact, String fix) {
    findings.add(new Finding(Finding.Severity.WARNING, code, fact, fix, null, 0));
  }

  void wrong(String code, String fact, String fix) {
    findings.add(new Finding(Finding.Severity.REFUSED, code, fact, fix, null, 0));
  }

  /** Notes what would have ended another command. */
  void wrong(String code, Failure failure) {
    String message = String.valueOf(failure.getMessage());
    int fix = message.indexOf(FIX);
    if (fix < 0) {
      wrong(code, message, "mend what it says, and run it again");
    } else {
      wrong(code, message.substring(0, fix), message.substring(fix + FIX.length()));
    }
  }

  /** Returns 1 if something is wrong; warnings do not count. */
  int status() {
    return Math.min(findings.status(), ExitStatus.NO);
  }

  /** Prints all of it, what is well first. */
  void print(Context context) throws Failure {
    for (String fact : well) {
      context.out().println("ok: " + fact);
    }
    for (Finding finding : findings.all()) {
      context.out().println(finding.text());
    }
    String summary = findings.summary();
    if (status() != ExitStatus.DONE) {
      throw Failure.no(summary);
    }
    context.out().println(summary.isEmpty() ? "all well" : summary);
  }

  String json() {
    JsonWriter json = new JsonWriter().begin('{');
    json.key("status").number(status());
    json.key("well").strings(well);
    json.key("findings").begin('[');
    for (Finding finding : findings.all()) {
      finding.write(json.element());
    }
    return json.end().end().finish();
  }
}
