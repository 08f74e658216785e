package dev.countersign.cli;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.store.Keyring;
import dev.countersign.runtime.store.Reader;
import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.StoreIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The secrets that whoever opened some types could read: what removing a reader does not undo. */
final class Exposure {
  private final Workspace workspace;
  private final Collection<EnvironmentType> types;

  Exposure(Workspace workspace, Collection<EnvironmentType> types) {
    this.workspace = workspace;
    this.types = types;
  }

  void tell(String name, Context context) throws StoreException {
    tellShared(name, context);
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

  /** Returns what is set in the types of the project's own store, and where. */
  private Map<SecretName, List<Environment>> secrets() {
    StoreIndex index = workspace.index();
    List<SecretName> names = new ArrayList<>(index.undeclared());
    for (Declaration declaration : workspace.declarations().secrets().values()) {
      if (declaration.directory().isEmpty()) {
        names.add(declaration.name());
      }
    }
    Map<SecretName, List<Environment>> exposed = new TreeMap<>();
    for (SecretName name : names) {
      for (Environment environment : index.environmentsOf(name)) {
        if (types.contains(environment.type())) {
          exposed.computeIfAbsent(name, absent -> new ArrayList<>()).add(environment);
        }
      }
    }
    return exposed;
  }

  /** Warns of directories that the project extends: their keyrings are their own. */
  private void tellShared(String name, Context context) throws StoreException {
    for (String directory : workspace.declarations().directories()) {
      for (EnvironmentType type : directory.isEmpty() ? List.<EnvironmentType>of() : types) {
        Keyring keyring = Keyring.read(workspace.store(), directory, type);
        Reader reader = keyring == null ? null : keyring.find(name);
        if (keyring != null && reader != null) {
          String command = "secret -C " + directory + " reader remove " + reader.shellName();
          context
              .err()
              .println(
                  "warning: " + name + " still reads " + keyring.file() + "\n  fix: " + command);
        }
      }
    }
  }
}
