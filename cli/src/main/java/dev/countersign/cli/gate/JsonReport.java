package dev.countersign.cli.gate;

import dev.countersign.runtime.json.JsonWriter;
import dev.countersign.runtime.store.Presence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report as one JSON object. Keys are added in later versions, and none goes. */
final class JsonReport {
  private final JsonWriter json = new JsonWriter();

  private final GateReport report;

  private JsonReport(GateReport report) {
    this.report = report;
  }

  static String of(GateReport report) {
    return new JsonReport(report).write();
  }

  private String write() {
    json.begin('{').key("status").number(report.status());
    json.key("summary").string(report.summary());
    json.key("environments").strings(report.environments());
    json.key("artifacts").strings(report.artifacts());
    if (report.opened() != null) {
      json.key("opened").number(report.opened());
    }
    json.key("findings").begin('[');
    for (GateFinding finding : report.findings()) {
      write(finding);
    }
    json.end().key("secrets").begin('[');
    for (CheckedSecret secret : report.secrets()) {
      write(secret);
    }
    return json.end().end().finish();
  }

  private void write(GateFinding finding) {
    json.element().begin('{').key("rule").string(finding.rule().id());
    json.key("level").string(finding.rule().level().id());
    json.key("status").number(finding.rule().status());
    text("secret", finding.secret());
    text("environment", finding.environment());
    place(report.place(finding));
    json.key("fact").string(finding.fact());
    if (!finding.details().isEmpty()) {
      json.key("details").strings(finding.details());
    }
    if (!finding.fix().isEmpty()) {
      json.key("fix").string(finding.fix());
    }
    users(finding.users());
    json.end();
  }

  private void write(CheckedSecret secret) {
    json.element().begin('{').key("name").string(secret.declaration().name().value());
    place(report.place(secret.declaration().name()));
    json.key("environments").begin('{');
    for (SecretStanding standing : secret.standings()) {
      json.key(standing.environment().toString()).begin('{');
      json.key("state").string(state(standing.presence()));
      if (standing.version() > 0) {
        json.key("version").number(standing.version());
      }
      json.end();
    }
    json.end();
    users(secret.users());
    json.end();
  }

  private void users(List<SecretUser> users) {
    json.key("users").begin('[');
    for (SecretUser user : users) {
      json.element().begin('{').key("class").string(user.className());
      json.key("member").string(user.member());
      json.key("in").string(user.origin()).end();
    }
    json.end();
  }

  private void place(@Nullable Place place) {
    if (place != null) {
      json.key("file").string(place.file());
      if (place.line() > 0) {
        json.key("line").number(place.line());
      }
    }
  }

  private void text(String key, @Nullable Object value) {
    if (value != null) {
      json.key(key).string(value.toString());
    }
  }

  /** Returns the word that {@code secret list} has for it, too. */
  private static String state(Presence presence) {
    return switch (presence) {
      case SET -> "set";
      case OVERRIDDEN -> "overridden";
      case MISSING -> "missing";
      case OUTDATED -> "outdated";
      case DAMAGED -> "damaged";
      case NOT_NEEDED -> "not-needed";
      case OPTIONAL -> "optional";
      case EXTERNAL -> "external";
    };
  }
}
