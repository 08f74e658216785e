package dev.countersign.runtime;

import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.dotenv.DotenvFormatException;
import dev.countersign.runtime.dotenv.OverrideFile;
import dev.countersign.runtime.store.FileSecretStore;
import dev.countersign.runtime.store.ReaderIdentities;
import dev.countersign.runtime.store.StoreFiles;
import dev.countersign.runtime.store.StoreIndex;
import java.nio.file.Path;
import java.util.List;

/** The providers of a program, in the order of their ordinals: built in, and its own. */
final class Providers {
  private Providers() {}

  /** Reads what there is to read but the store, and returns all, the first to be asked in front. */
  static List<SecretProvider> of(Setup setup, SecretProvider store) {
    ProviderOrder order = new ProviderOrder();
    order.add(store);
    order.add(mounted(setup));
    order.add(overrides(setup));
    order.add(new VariableProvider(setup.host()));
    for (GuardedProvider other : setup.others()) {
      order.add(new RememberingProvider(other.current()));
    }
    return order.firstToLast();
  }

  private static SecretProvider mounted(Setup setup) {
    List<Path> directories = MountedDirectories.of(setup.host());
    return directories.isEmpty()
        ? new SkippedProvider(
            MountedProvider.NAME, MountedProvider.ORDINAL, MountedDirectories.NONE)
        : new RememberingProvider(new MountedProvider(directories));
  }

  private static SecretProvider overrides(Setup setup) {
    Root root = setup.root();
    if (setup.environment().type() != EnvironmentType.LOCAL) {
      return new SkippedProvider(
          OverrideFile.FILE, OverrideProvider.ORDINAL, "counts in local only");
    }
    Path directory = root == null ? null : root.directory();
    return directory == null
        ? new SkippedProvider(
            OverrideFile.FILE,
            OverrideProvider.ORDINAL,
            root == null ? StoreProvider.NO_ROOT : "a packed store has none")
        : new OverrideProvider(overrides(directory));
  }

  private static OverrideFile overrides(Path root) {
    try {
      return OverrideFile.read(root);
    } catch (DotenvFormatException e) {
      throw new SecretsException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Reads the store. */
  static SecretProvider store(Setup setup) {
    Root root = setup.root();
    return root == null
        ? new SkippedProvider(StoreProvider.NAME, StoreProvider.ORDINAL, StoreProvider.NO_ROOT)
        : store(setup, root, root.files());
  }

  static SecretProvider store(Setup setup, Root root, StoreFiles files) {
    return store(
        setup,
        root,
        files,
        ReaderIdentities.locate(setup.host().variables(), setup.host().identityFile()));
  }

  /** Reads the store, which other identities open than those of the process. */
  static SecretProvider store(
      Setup setup, Root root, StoreFiles files, ReaderIdentities identities) {
    Declarations declarations = setup.catalog().merged();
    StoreIndex index = StoreIndex.read(files, declarations, setup.environment());
    return new StoreProvider(
        new FileSecretStore(files, declarations, identities, index),
        index,
        declarations,
        root.packedInto());
  }
}
