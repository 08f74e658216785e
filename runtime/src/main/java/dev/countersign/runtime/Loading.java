package dev.countersign.runtime;

import dev.countersign.runtime.declaration.Project;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Puts {@link Secrets} together from what is found around the program. */
final class Loading {
  private Loading() {}

  static Secrets load(Host host) {
    return load(host, Modules.find());
  }

  static Secrets load(Host host, Modules modules) {
    Catalog catalog = Catalog.of(ManifestResources.read(modules.all()));
    Path root = RootChoice.choose(host, modules.all());
    Environment environment =
        new EnvironmentChoice(host, catalog.environments()).choose(checkout(root));
    Resolver resolver =
        new Resolver(environment, catalog, Providers.of(host, root, environment, catalog));
    requirePresence(resolver, environment);
    return new Secrets(resolver, modules);
  }

  private static void requirePresence(Resolver resolver, Environment environment) {
    Report absences = resolver.absences();
    if (environment.type() != EnvironmentType.LOCAL) {
      absences.throwIfAny();
    } else if (!absences.isEmpty()) {
      System.getLogger("dev.countersign").log(Level.WARNING, absences.text());
    }
  }

  private static @Nullable Path checkout(@Nullable Path root) {
    return root != null && Files.isRegularFile(root.resolve(Project.FILE)) ? root : null;
  }
}
