package dev.countersign.cli;

import dev.countersign.runtime.json.JsonWriter;
import dev.countersign.runtime.store.Block;
import dev.countersign.runtime.store.SealedFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code secret verify} tells, for people and for scripts. */
final class VerifyReport {
  private final Findings findings;
  private final @Nullable OpeningCheck opening;
  private int files;
  private int values;

  /**
   * Makes a report.
   *
   * @param opening what was opened, or null for want of a key
   */
  VerifyReport(Findings findings, List<Snapshot> snapshots, @Nullable OpeningCheck opening) {
    this.findings = findings;
    this.opening = opening;
    for (Snapshot snapshot : snapshots) {
      count(snapshot);
    }
  }

  private void count(Snapshot snapshot) {
    files += snapshot.size();
    for (SealedFile file : snapshot.sealed().values()) {
      for (Block block : file.blocks()) {
        values += block.isUnset() ? 0 : 1;
      }
    }
  }

  /** Prints the findings, and ends with them if they are more than warnings. */
  void print(Context context) throws Failure {
    for (Finding finding : findings.all()) {
      context.out().println(finding.text());
    }
    String summary = findings.summary();
    if (findings.status() == ExitStatus.DONE) {
      context.out().println(looked() + (summary.isEmpty() ? ": all well" : ": " + summary));
    } else if (findings.status() == ExitStatus.NO) {
      throw Failure.no(summary + " in " + looked());
    } else {
      throw Failure.unusable(summary + " in " + looked());
    }
  }

  private String looked() {
    String looked = Text.count(files, "file") + " with " + Text.count(values, "value");
    if (opening == null) {
      return looked + ", none opened";
    }
    List<String> closed = opening.closed();
    return looked
        + ", "
        + opening.opened()
        + " opened"
        + (closed.isEmpty() ? "" : " (sealed to others: " + String.join(", ", closed) + ")");
  }

  String json() {
    JsonWriter json = new JsonWriter().begin('{');
    json.key("status").number(findings.status());
    json.key("files").number(files);
    json.key("values").number(values);
    json.key("opened").number(opening == null ? 0 : opening.opened());
    json.key("closed").strings(opening == null ? List.of() : opening.closed());
    json.key("findings").begin('[');
    for (Finding finding : findings.all()) {
      finding.write(json.element());
    }
    return json.end().end().finish();
  }
}
