package dev.countersign.cli.gate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The forms a report can be written in. All say the same. */
public enum GateFormat {
  /** Lines for people. */
  TEXT,
  /** One object, described in docs/gate.md. */
  JSON,
  /** SARIF 2.1.0, for code scanning. */
  SARIF,
  /** Workflow commands of GitHub Actions, which annotate a pull request. */
  GITHUB,
  /** JUnit's XML, for the test reports of continuous integration. */
  JUNIT;

  /** Returns the name on command lines: {@code sarif}. */
  public String id() {
    return switch (this) {
      case TEXT -> "text";
      case JSON -> "json";
      case SARIF -> "sarif";
      case GITHUB -> "github";
      case JUNIT -> "junit";
    };
  }

  /** Returns the format of a name, or null if there is none. */
  public static @Nullable GateFormat find(String id) {
    for (GateFormat format : values()) {
      if (format.id().equals(id)) {
        return format;
      }
    }
    return null;
  }

  /** Returns every name. */
  public static List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (GateFormat format : values()) {
      ids.add(format.id());
    }
    return ids;
  }

  String write(GateReport report) {
    return switch (this) {
      case TEXT -> TextReport.of(report);
      case JSON -> JsonReport.of(report);
      case SARIF -> SarifReport.of(report);
      case GITHUB -> GitHubReport.of(report);
      case JUNIT -> JUnitReport.of(report);
    };
  }
}
