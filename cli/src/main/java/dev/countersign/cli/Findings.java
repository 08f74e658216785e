package dev.countersign.cli;

import java.util.ArrayList;
import java.util.List;

/** What {@code secret verify} found, in the order it was found. */
final class Findings {
  private final List<Finding> all = new ArrayList<>();

  void add(Finding finding) {
    all.add(finding);
  }

  List<Finding> all() {
    return all;
  }

  /** Returns the exit status: that of the gravest finding. */
  int status() {
    int status = ExitStatus.DONE;
    for (Finding finding : all) {
      status = Math.max(status, finding.status());
    }
    return status;
  }

  /** Returns {@code 2 errors, 1 warning}, or nothing if there is neither. */
  String summary() {
    List<String> parts = new ArrayList<>();
    int warnings = count(Finding.Severity.WARNING);
    if (all.size() > warnings) {
      parts.add(Text.count(all.size() - warnings, "error"));
    }
    if (warnings > 0) {
      parts.add(Text.count(warnings, "warning"));
    }
    return String.join(", ", parts);
  }

  private int count(Finding.Severity severity) {
    int count = 0;
    for (Finding finding : all) {
      count += finding.severity() == severity ? 1 : 0;
    }
    return count;
  }
}
