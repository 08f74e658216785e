package dev.countersign.cli.gate;

import dev.countersign.runtime.store.PackedLayout;
import dev.countersign.runtime.store.StoreDirectory;
import dev.countersign.runtime.store.StoreFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The store that was packed into what would be deployed: what the program will read there, whatever
 * a checkout holds by then. Classes that a build wrote into a checkout do not count, as there the
 * checkout's own store does.
 *
 * @param application the application whose store it is
 * @param unit what it is packed into
 */
record PackedFiles(String application, Unit unit) implements StoreFiles {

  /** Returns the store of an application, or null if none is packed; tells of a second one. */
  static @Nullable PackedFiles find(
      String application, List<Unit> units, List<GateFinding> findings) {
    List<Unit> holders = new ArrayList<>();
    for (Unit unit : units) {
      if (unit.isDeployed && applications(unit).contains(application)) {
        holders.add(unit);
      }
    }
    if (holders.size() > 1) {
      findings.add(twice(application, holders));
    }
    return holders.isEmpty() ? null : new PackedFiles(application, holders.get(0));
  }

  private static GateFinding twice(String application, List<Unit> holders) {
    List<String> origins = new ArrayList<>();
    for (Unit holder : holders) {
      origins.add(holder.origin());
    }
    return GateFinding.of(
            GateRule.PACKED_TWICE,
            "the store of " + application + " is packed into each of " + Wording.list(origins),
            "pack it into one of them, what is deployed, and build again")
        .at(origins.get(1), 0);
  }

  /** Returns the applications whose stores are packed anywhere. */
  static Set<String> applications(List<Unit> units) {
    Set<String> applications = new TreeSet<>();
    for (Unit unit : units) {
      applications.addAll(applications(unit));
    }
    return applications;
  }

  private static Set<String> applications(Unit unit) {
    Set<String> applications = new TreeSet<>();
    for (String name : unit.stored.keySet()) {
      int start = PackedLayout.DIRECTORY.length();
      int end = name.indexOf('/', start);
      if (end > 0) {
        applications.add(name.substring(start, end));
      }
    }
    return applications;
  }

  @Override
  public byte @Nullable [] read(String directory, String fileName) {
    byte[] bytes = unit.stored.get(PackedLayout.directory(application, directory) + fileName);
    return bytes == null ? null : bytes.clone();
  }

  /** Returns the name that the file has in the project: what mends it is done there. */
  @Override
  public String describe(String directory, String fileName) {
    return StoreDirectory.nameOf(directory, fileName);
  }

  /** Returns what it is packed into, in the words of messages. */
  String origin() {
    return unit.origin();
  }
}
