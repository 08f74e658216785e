package dev.countersign.cli.gate;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.SecretName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A report as JUnit's XML: a test for each secret and environment, which fails where the gate does,
 * and is skipped where the platform supplies the value. What is about no secret of an environment
 * is a test of its own.
 */
final class JUnitReport {
  private static final String SUITE = "secret check";

  private final GateReport report;
  private final Map<List<String>, List<GateFinding>> cases = new LinkedHashMap<>();
  private final StringBuilder rest = new StringBuilder();

  private JUnitReport(GateReport report) {
    this.report = report;
  }

  static String of(GateReport report) {
    JUnitReport made = new JUnitReport(report);
    made.collect();
    return made.write();
  }

  private void collect() {
    for (Environment environment : report.environments()) {
      for (CheckedSecret secret : report.secrets()) {
        cases.put(test(environment, secret.declaration().name()), new ArrayList<>());
      }
    }
    for (GateFinding finding : report.findings()) {
      if (finding.rule().level() == GateRule.Level.ERROR || finding.rule() == GateRule.EXTERNAL) {
        cases.computeIfAbsent(test(finding), absent -> new ArrayList<>()).add(finding);
      } else {
        rest.append(finding.rule().level().id()).append(": ").append(finding.text()).append('\n');
      }
    }
  }

  private static List<String> test(GateFinding finding) {
    Environment environment = finding.environment();
    SecretName secret = finding.secret();
    return environment == null || secret == null
        ? List.of("secrets", secret == null ? finding.fact() : secret.value())
        : test(environment, secret);
  }

  private static List<String> test(Environment environment, SecretName secret) {
    return List.of("secrets." + environment, secret.value());
  }

  private String write() {
    StringBuilder tests = new StringBuilder();
    int failures = 0;
    int errors = 0;
    int skipped = 0;
    for (Map.Entry<List<String>, List<GateFinding>> each : cases.entrySet()) {
      String outcome = outcome(each.getValue());
      failures += outcome.startsWith("<failure") ? 1 : 0;
      errors += outcome.startsWith("<error") ? 1 : 0;
      skipped += outcome.startsWith("<skipped") ? 1 : 0;
      String test =
          "<testcase"
              + attribute("classname", each.getKey().get(0))
              + attribute("name", each.getKey().get(1))
              + attribute("time", "0");
      tests.append("    ").append(test);
      tests.append(outcome.isEmpty() ? "/>\n" : ">" + outcome + "</testcase>\n");
    }
    String counts =
        attribute("name", SUITE)
            + attribute("tests", String.valueOf(cases.size()))
            + attribute("failures", String.valueOf(failures))
            + attribute("errors", String.valueOf(errors));
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites"
        + counts
        + attribute("time", "0")
        + ">\n  <testsuite"
        + counts
        + attribute("skipped", String.valueOf(skipped))
        + attribute("time", "0")
        + ">\n"
        + tests
        + (rest.isEmpty() ? "" : "    <system-out>" + escaped(rest.toString()) + "</system-out>\n")
        + "  </testsuite>\n</testsuites>\n";
  }

  private static String outcome(List<GateFinding> findings) {
    List<String> texts = new ArrayList<>();
    GateFinding gravest = null;
    for (GateFinding finding : findings) {
      texts.add(finding.text());
      boolean isGraver = gravest == null || finding.rule().status() > gravest.rule().status();
      gravest = isGraver ? finding : gravest;
    }
    if (gravest == null) {
      return "";
    }
    String message = attribute("message", gravest.fact());
    if (gravest.rule() == GateRule.EXTERNAL) {
      return "<skipped" + message + "/>";
    }
    String element = gravest.rule().status() == 1 ? "failure" : "error";
    return "<"
        + element
        + message
        + attribute("type", gravest.rule().id())
        + ">"
        + escaped(String.join("\n", texts))
        + "</"
        + element
        + ">";
  }

  private static String attribute(String name, String value) {
    return " " + name + "=\"" + escaped(value).replace("\n", "&#10;").replace("\t", "&#9;") + "\"";
  }

  /** What XML 1.0 does not allow at all becomes a replacement character. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints().forEach(c -> escaped.append(escaped(c)));
    return escaped.toString();
  }

  private static String escaped(int c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\n', '\t' -> Character.toString(c);
      case '\r' -> "&#13;";
      default -> isAllowed(c) ? Character.toString(c) : "\uFFFD";
    };
  }

  private static boolean isAllowed(int c) {
    boolean isSurrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return c >= ' ' && !isSurrogate && c != 0xFFFE && c != 0xFFFF;
  }
}
