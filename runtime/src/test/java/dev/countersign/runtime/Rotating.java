package dev.countersign.runtime;

import dev.countersign.runtime.declaration.Declaration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Secrets whose files and providers a test changes, in the environment prod. */
final class Rotating {
  private final Path directory;
  private final Declaration[] declarations;
  private final Map<String, String> variables = new HashMap<>();
  private final List<GuardedProvider> providers = new ArrayList<>();
  private Environment environment = Environment.of(EnvironmentType.PROD);
  private List<SecretModule> modules = List.of();
  private Catalog catalog;
  private Root root;

  Rotating(Path directory, Declaration... declarations) {
    this.directory = directory;
    this.declarations = declarations;
  }

  Rotating mounted(Path mounts) {
    variables.put("COUNTERSIGN_SECRETS_DIR", mounts.toString());
    return this;
  }

  Rotating with(SecretProvider provider) {
    providers.add(GuardedProvider.of(provider));
    return this;
  }

  Rotating storeIn(Path place, String key) {
    variables.put("COUNTERSIGN_KEY", key);
    root = Root.at(place);
    return this;
  }

  Rotating in(EnvironmentType type) {
    environment = Environment.of(type);
    return this;
  }

  Rotating modules(List<SecretModule> others) {
    modules = others;
    return this;
  }

  Rotating catalog(Catalog other) {
    catalog = other;
    return this;
  }

  /** Returns secrets that are refreshed by {@link Secrets#refresh()} alone. */
  Secrets load() {
    Snapshots snapshots = new Snapshots(setup());
    return new Secrets(snapshots.take(), new Modules(modules), setup(), new Rotation(snapshots));
  }

  /** Returns secrets of a program that did not ask for refreshing. */
  Secrets loadOnce() {
    return new Secrets(setup().snapshot(), new Modules(modules), setup(), null);
  }

  private Setup setup() {
    Map<String, String> properties = new HashMap<>();
    properties.put(Host.CONTAINER_SECRETS, directory.resolve("nowhere").toString());
    Host host = new Host(variables, properties, directory);
    Catalog all =
        catalog == null ? Declare.catalog(Declare.manifest("app", declarations)) : catalog;
    return new Setup(host, root, environment, all, providers, Log.ofWarnings());
  }
}
