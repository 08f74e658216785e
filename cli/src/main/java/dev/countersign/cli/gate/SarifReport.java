package dev.countersign.cli.gate;

import dev.countersign.runtime.declaration.Project;
import dev.countersign.runtime.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as SARIF 2.1.0. What somebody should look at is a result; what is merely worth knowing,
 * such as a secret that the platform supplies, is a notification, so that it is no open alert.
 */
final class SarifReport {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";
  private static final String BASE = "%SRCROOT%";
  private static final List<GateRule> RULES = List.of(GateRule.values());

  private final JsonWriter json = new JsonWriter();
  private final GateReport report;
  private final FileNames names;

  private SarifReport(GateReport report) {
    this.report = report;
    this.names = new FileNames(report.root());
  }

  static String of(GateReport report) {
    return new SarifReport(report).write();
  }

  private String write() {
    json.begin('{').key("$schema").string(SCHEMA).key("version").string("2.1.0");
    json.key("runs").begin('[').element().begin('{');
    json.key("tool").begin('{').key("driver").begin('{').key("name").string("Countersign");
    String version = Gate.class.getPackage().getImplementationVersion();
    if (version != null) {
      json.key("version").string(version);
    }
    json.key("rules").begin('[');
    for (GateRule rule : RULES) {
      write(rule);
    }
    json.end().end().end();
    invocation();
    json.key("results").begin('[');
    for (GateFinding finding : report.findings()) {
      if (!isNotification(finding)) {
        write(finding);
      }
    }
    return json.end().end().end().end().finish();
  }

  private void write(GateRule rule) {
    json.element().begin('{').key("id").string(rule.id());
    text("shortDescription", rule.title());
    text("fullDescription", rule.help());
    text("help", rule.help());
    json.key("defaultConfiguration").begin('{').key("level").string(rule.level().id()).end().end();
  }

  private void text(String key, String text) {
    json.key(key).begin('{').key("text").string(text).end();
  }

  private void invocation() {
    json.key("invocations").begin('[').element().begin('{');
    json.key("executionSuccessful").flag(true).key("exitCode").number(report.status());
    json.key("toolExecutionNotifications").begin('[');
    for (GateFinding finding : report.findings()) {
      if (isNotification(finding)) {
        json.element().begin('{');
        json.key("descriptor").begin('{').key("id").string(finding.rule().id()).end();
        json.key("level").string(finding.rule().level().id());
        text("message", finding.text());
        json.end();
      }
    }
    json.end().end().end();
  }

  private static boolean isNotification(GateFinding finding) {
    return finding.rule() == GateRule.EXTERNAL || finding.rule() == GateRule.NOT_OPENED;
  }

  private void write(GateFinding finding) {
    json.element().begin('{').key("ruleId").string(finding.rule().id());
    json.key("ruleIndex").number(RULES.indexOf(finding.rule()));
    json.key("level").string(finding.rule().level().id());
    text("message", finding.text());
    json.key("locations").begin('[').element().begin('{');
    place(finding);
    if (!finding.users().isEmpty()) {
      json.key("logicalLocations").begin('[');
      for (SecretUser user : finding.users()) {
        json.element().begin('{').key("fullyQualifiedName").string(name(user));
        json.key("kind").string("member").end();
      }
      json.end();
    }
    json.end().end();
    json.key("partialFingerprints").begin('{');
    json.key("countersign/v1").string(fingerprint(finding)).end().end();
  }

  /** Code scanning wants a file with every result: where there is none, the declarations. */
  private void place(GateFinding finding) {
    Place place = report.place(finding);
    String file = place == null ? Project.FILE : place.file();
    int line = place == null ? 1 : Math.max(1, place.line());
    json.key("physicalLocation").begin('{').key("artifactLocation").begin('{');
    json.key("uri").string(names.reference(file)).key("uriBaseId").string(BASE).end();
    json.key("region").begin('{').key("startLine").number(line).end().end();
  }

  private static String name(SecretUser user) {
    return user.className() + (user.member().startsWith("(") ? "" : ".") + user.member();
  }

  /** What stays the same from run to run while the finding does, whatever lines move. */
  private static String fingerprint(GateFinding finding) {
    List<@Nullable Object> parts = new ArrayList<>();
    parts.add(finding.rule().id());
    parts.add(finding.secret());
    parts.add(finding.environment());
    if (finding.secret() == null) {
      parts.add(finding.fact());
    }
    StringBuilder fingerprint = new StringBuilder();
    for (Object part : parts) {
      fingerprint.append(fingerprint.isEmpty() ? "" : "/").append(part == null ? "" : part);
    }
    return fingerprint.toString();
  }
}
