package dev.countersign.runtime;

import java.lang.System.Logger.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts {@link Secrets} together from what is found around the program. */
final class Loading {
  private Loading() {}

  static Secrets load(Host host, Modules modules) {
    return load(host, modules, List.of());
  }

  /**
   * Loads.
   *
   * @param given providers of the program's own, those to be asked earlier last
   */
  static Secrets load(Host host, Modules modules, List<GuardedProvider> given) {
    List<FoundManifest> manifests = ManifestResources.read(modules.all());
    LostModules.requireNone(modules.all(), manifests);
    Catalog catalog = Catalog.of(manifests);
    Root root = RootChoice.choose(host, modules.all(), catalog.merged());
    Environment environment = new EnvironmentChoice(host, catalog.environments()).choose(root);
    List<GuardedProvider> others = FoundProviders.find();
    others.addAll(given);
    Setup setup = new Setup(host, root, environment, catalog, others);
    Resolver resolver = setup.snapshot();
    if (environment.type() == EnvironmentType.LOCAL) {
      warn(StaleManifests.warning(root == null ? null : root.checkout(), manifests));
    }
    requirePresence(resolver, environment);
    return new Secrets(resolver, modules);
  }

  private static void requirePresence(Resolver resolver, Environment environment) {
    Report absences = resolver.absences();
    if (environment.type() != EnvironmentType.LOCAL) {
      absences.throwIfAny();
    } else if (!absences.isEmpty()) {
      warn(absences.text());
    }
  }

  private static void warn(@Nullable String text) {
    if (text != null) {
      System.getLogger("dev.countersign").log(Level.WARNING, text);
    }
  }
}
