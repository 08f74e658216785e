package dev.countersign.maven;

import dev.countersign.cli.gate.CheckedSecret;
import dev.countersign.cli.gate.GateFinding;
import dev.countersign.cli.gate.GateReport;
import dev.countersign.cli.gate.GateRule;
import dev.countersign.cli.gate.SecretStanding;
import dev.countersign.cli.gate.SecretUser;
import dev.countersign.runtime.Environment;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is told of a project's secrets: their names, where they are set, and who uses them. */
final class SecretsPage {
  static final String TITLE = "Secrets";

  /** What the table has. */
  private static final Set<GateRule> SHOWN =
      EnumSet.of(GateRule.MISSING, GateRule.OUTDATED, GateRule.UNUSED, GateRule.EXTERNAL);

  private static final String LEGEND =
      "No value is here, and none was opened. By environment: the version of the value that is set,"
          + " or missing, external (the platform supplies it), optional, or a dash where it is not"
          + " needed.";

  private final GateReport report;

  SecretsPage(GateReport report) {
    this.report = report;
  }

  void write(Page page) {
    page.begin(TITLE);
    page.paragraph(LEGEND);
    if (report.artifacts().isEmpty()) {
      page.paragraph("No users are told: nothing that was built has any. Build first: mvn verify");
    }
    if (!report.secrets().isEmpty()) {
      page.table(heads(), rows());
    }
    List<String> others = others();
    if (!others.isEmpty()) {
      page.paragraph("Also found:");
      page.list(others);
    }
    page.end();
  }

  private List<String> heads() {
    List<String> heads = new ArrayList<>(List.of("Secret", "Description"));
    for (Environment environment : report.environments()) {
      heads.add(environment.toString());
    }
    heads.add("Used by");
    return heads;
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    for (CheckedSecret secret : report.secrets()) {
      String description = secret.declaration().description();
      List<String> row = new ArrayList<>();
      row.add(secret.declaration().name().toString());
      row.add(description == null ? "" : description);
      for (SecretStanding standing : secret.standings()) {
        row.add(text(standing));
      }
      row.add(String.join("\n", users(secret)));
      rows.add(row);
    }
    return rows;
  }

  private static String text(SecretStanding standing) {
    String version = "v" + standing.version();
    return switch (standing.presence()) {
      case SET -> version;
      case OUTDATED -> version + ", below its min-version";
      case NOT_NEEDED -> standing.version() == 0 ? "\u2013" : version;
      case MISSING -> "missing";
      case DAMAGED -> "damaged";
      case OVERRIDDEN -> "overridden here";
      case OPTIONAL -> "optional";
      case EXTERNAL -> "external";
    };
  }

  private static Set<String> users(CheckedSecret secret) {
    Set<String> users = new LinkedHashSet<>();
    for (SecretUser user : secret.users()) {
      users.add(user.toString());
    }
    return users;
  }

  private List<String> others() {
    List<String> others = new ArrayList<>();
    for (GateFinding finding : report.findings()) {
      if (!SHOWN.contains(finding.rule())) {
        others.add(finding.text());
      }
    }
    return others;
  }
}
