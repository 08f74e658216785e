package dev.countersign.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts {@link Secrets} together from what is found around the program. */
final class Loading {
  private Loading() {}

  static Secrets load(Host host, Modules modules) {
    return load(host, modules, List.of(), false);
  }

  /**
   * Loads.
   *
   * @param given providers of the program's own, those to be asked earlier last
   * @param again whether all is going to be read again, so that what was read is worth keeping
   */
  static Secrets load(Host host, Modules modules, List<GuardedProvider> given, boolean again) {
    List<FoundManifest> manifests = ManifestResources.read(modules.all());
    LostModules.requireNone(modules.all(), manifests);
    Catalog catalog = Catalog.of(manifests);
    Root root = RootChoice.choose(host, modules.all(), catalog.merged());
    Environment environment = new EnvironmentChoice(host, catalog.environments()).choose(root);
    List<GuardedProvider> others = FoundProviders.find();
    others.addAll(given);
    Setup setup = new Setup(host, root, environment, catalog, others, Log.of(host));
    setup.log().detail(environment + ", root " + (root == null ? "none" : root));
    Snapshots snapshots = again ? new Snapshots(setup) : null;
    Resolver resolver = snapshots == null ? setup.snapshot() : snapshots.take();
    if (environment.type() == EnvironmentType.LOCAL) {
      warnIfStale(StaleManifests.warning(root == null ? null : root.checkout(), manifests));
    }
    requirePresence(resolver, environment);
    Rotation rotation = snapshots == null ? null : new Rotation(snapshots);
    return new Secrets(resolver, modules, setup, rotation);
  }

  private static void requirePresence(Resolver resolver, Environment environment) {
    if (resolver.isComplete()) {
      return;
    }
    SecretsReport presence = resolver.presence();
    if (environment.type() != EnvironmentType.LOCAL) {
      presence.throwIfUnsound();
    } else if (!presence.isSound()) {
      Log.warn(presence.problemText());
    }
  }

  private static void warnIfStale(@Nullable String warning) {
    if (warning != null) {
      Log.warn(warning);
    }
  }
}
