package dev.countersign.cli;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.ValueRules;
import dev.countersign.runtime.dotenv.DotenvFormatException;
import dev.countersign.runtime.store.Change;
import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.StoreWriter;
import dev.countersign.runtime.store.Written;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets generated values: one for each environment, or one in {@code .secrets.local}, in one write.
 */
final class Generation {
  private final Workspace workspace;
  private final Declaration declaration;
  private final List<Environment> environments;
  private final List<Generated> made = new ArrayList<>();

  /**
   * Makes a generation.
   *
   * @param environments where the values go; none stands for the developer's own overrides
   */
  Generation(Workspace workspace, Declaration declaration, List<Environment> environments) {
    this.workspace = workspace;
    this.declaration = declaration;
    this.environments = environments;
  }

  /** Stops where a value would be sealed to a key that was put in unseen. */
  void checkKeys(KeyPins pins) throws Failure, StoreException {
    for (Environment environment : environments) {
      pins.checkSetting(declaration.directory(), environment);
    }
  }

  /**
   * Writes, and returns what to tell of it, public keys among it.
   *
   * @param what what a value is called
   */
  List<String> run(Generator generator, String what)
      throws Failure, StoreException, DotenvFormatException {
    try {
      for (int i = 0; i < Math.max(1, environments.size()); i++) {
        made.add(generator.next());
      }
      for (Generated generated : made) {
        requireFit(generated, what);
      }
      return environments.isEmpty() ? override(what) : seal(what);
    } finally {
      for (Generated generated : made) {
        generated.wipe();
      }
    }
  }

  private void requireFit(Generated generated, String what) throws Failure {
    String problem = ValueRules.problem(declaration, generated.value());
    if (problem != null) {
      throw Failure.refused(
          "a generated "
              + what
              + " for "
              + declaration.name()
              + " "
              + problem
              + ": nothing was set\n  fix: pass another --format or --length, or: secret set … "
              + declaration.name());
    }
  }

  private List<String> override(String what) throws Failure, StoreException, DotenvFormatException {
    Destination destination = new OverrideDestination(workspace, declaration, false);
    List<String> told = new ArrayList<>(destination.write(made.get(0).value()));
    told.set(0, told.get(0) + ": " + what);
    told.addAll(made.get(0).shown());
    return told;
  }

  private List<String> seal(String what) throws StoreException {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < environments.size(); i++) {
      changes.add(Change.set(environments.get(i), declaration, made.get(i).value()));
    }
    List<Written> all = new StoreWriter(workspace.store(), declaration.directory()).write(changes);
    List<String> told = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      told.add(StoreDestination.told(all.get(i), declaration.directory()) + ": " + what);
      told.addAll(made.get(i).shown());
    }
    return told;
  }
}
