package dev.countersign.cli.gate;

import dev.countersign.cli.archive.ArchiveException;
import dev.countersign.cli.archive.ArchiveSource;
import dev.countersign.cli.archive.Archives;
import dev.countersign.runtime.declaration.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What was found in artifacts. Libraries without secrets have nothing for us. */
final class Contents implements UnitReader.UnitSink {
  private final List<Unit> units = new ArrayList<>();
  private final WorkQueue queue = new WorkQueue();
  private int artifact;

  private Contents() {}

  /** Looks through all artifacts, by several threads. */
  static List<Unit> of(List<Artifact> artifacts, List<GateFinding> findings) {
    Contents contents = new Contents();
    try (Archives archives = new Archives()) {
      for (Artifact each : artifacts) {
        contents.add(each, archives, findings);
        contents.artifact++;
      }
      contents.queue.finish();
    }
    Collections.sort(contents.units);
    for (Unit unit : contents.units) {
      findings.addAll(unit.findings());
    }
    return contents.units;
  }

  private void add(Artifact each, Archives archives, List<GateFinding> findings) {
    boolean isDirectory = Files.isDirectory(each.path());
    if (!isDirectory && !Files.exists(each.path())) {
      String fact = each.name() + " does not exist";
      findings.add(GateFinding.of(GateRule.UNREADABLE, fact, "build it first"));
      return;
    }
    try {
      boolean isBuildOutput = isDirectory && Project.findRoot(each.path()) != null;
      for (ArchiveSource source : archives.at(each.name(), each.path())) {
        boolean isClasses = source.name().equals(each.name());
        Unit unit = unit(artifact, source.name(), !(isBuildOutput && isClasses));
        queue.add(new UnitReader(source, unit, 0, this));
      }
    } catch (IOException e) {
      String reason =
          e instanceof ArchiveException ? e.getMessage() : "it is not there, or not for you";
      findings.add(
          GateFinding.of(
                  GateRule.UNREADABLE,
                  each.name() + " cannot be read: " + reason,
                  "build it again, or make it readable")
              .at(each.name(), 0));
    }
  }

  private synchronized Unit unit(int index, String origin, boolean isDeployed) {
    Unit unit = new Unit(index, origin, isDeployed);
    units.add(unit);
    return unit;
  }

  @Override
  public void nested(ArchiveSource nested, Unit within, int depth) {
    Unit unit = unit(within.artifact(), nested.name(), within.isDeployed);
    queue.add(new UnitReader(nested, unit, depth, this));
  }

  @Override
  public void later(WorkQueue.Task task) {
    queue.add(task);
  }
}
