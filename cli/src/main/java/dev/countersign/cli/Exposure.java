package dev.countersign.cli;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.store.Block;
import dev.countersign.runtime.store.SealedFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The secrets that whoever opened some types could read: what removing a reader does not undo. */
final class Exposure {
  private final Workspace workspace;
  private final Collection<EnvironmentType> types;

  Exposure(Workspace workspace, Collection<EnvironmentType> types) {
    this.workspace = workspace;
    this.types = types;
  }

  void tell(String name, Context context) {
    Map<SecretName, List<Environment>> exposed = secrets();
    context
        .out()
        .println(
            "this does not undo what "
                + name
                + " saw: these values may be remembered or kept, and git's history keeps them"
                + " sealed to a key that "
                + name
                + " had");
    if (exposed.isEmpty()) {
      context.out().println("no secret is set there now");
      return;
    }
    context.out().println("change each at its issuer, then set it again:");
    List<List<String>> rows = new ArrayList<>();
    for (Map.Entry<SecretName, List<Environment>> entry : exposed.entrySet()) {
      rows.add(List.of("  " + entry.getKey(), Messages.list(entry.getValue())));
    }
    context.out().print(Table.of(rows));
  }

  /**
   * Returns what is set in the types of the project's own store, and where: in environments, too,
   * that it does not declare.
   */
  private Map<SecretName, List<Environment>> secrets() {
    Map<SecretName, List<Environment>> exposed = new TreeMap<>();
    for (SealedFile file : Snapshot.now(workspace.store(), "").sealed().values()) {
      Environment environment = file.environment();
      for (SecretName name :
          types.contains(environment.type()) ? held(file) : List.<SecretName>of()) {
        exposed.computeIfAbsent(name, absent -> new ArrayList<>()).add(environment);
      }
    }
    exposed.values().forEach(Collections::sort);
    return exposed;
  }

  /** Returns what a file holds: a block that is damaged now held a value before. */
  private static Collection<SecretName> held(SealedFile file) {
    Set<SecretName> names = new TreeSet<>(file.faults().keySet());
    for (Block block : file.blocks()) {
      if (!block.isUnset()) {
        names.add(block.name());
      }
    }
    return names;
  }
}
