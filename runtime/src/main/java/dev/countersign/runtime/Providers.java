package dev.countersign.runtime;

import dev.countersign.runtime.dotenv.DotenvFormatException;
import dev.countersign.runtime.dotenv.OverrideFile;
import dev.countersign.runtime.store.FileSecretStore;
import dev.countersign.runtime.store.ReaderIdentities;
import dev.countersign.runtime.store.StoreDirectory;
import dev.countersign.runtime.store.StoreIndex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The providers of a program, in order of precedence: this list is the rule. */
final class Providers {
  private Providers() {}

  static List<SecretProvider> of(
      Host host, @Nullable Path root, Environment environment, Catalog catalog) {
    List<SecretProvider> providers = new ArrayList<>();
    providers.add(new VariableProvider(host));
    if (root != null && environment.type() == EnvironmentType.LOCAL) {
      providers.add(new OverrideProvider(overrides(root)));
    }
    if (root != null) {
      providers.add(store(host, root, environment, catalog));
    }
    return providers;
  }

  private static OverrideFile overrides(Path root) {
    try {
      return OverrideFile.read(root);
    } catch (DotenvFormatException e) {
      throw new SecretsException(String.valueOf(e.getMessage()), e);
    }
  }

  private static StoreProvider store(
      Host host, Path root, Environment environment, Catalog catalog) {
    StoreDirectory files = new StoreDirectory(root);
    StoreIndex index = StoreIndex.read(files, catalog.merged(), environment);
    ReaderIdentities identities = ReaderIdentities.locate(host.variables(), host.identityFile());
    return new StoreProvider(
        new FileSecretStore(files, catalog.merged(), identities, index), index, environment);
  }
}
