package dev.countersign.runtime;

import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.declaration.Project;
import dev.countersign.runtime.store.PackedStore;
import dev.countersign.runtime.store.StoreDirectory;
import dev.countersign.runtime.store.StoreException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which place holds the store while the program runs: one, never merged. */
final class RootChoice {
  private static final String VARIABLE = "COUNTERSIGN_ROOT";

  private RootChoice() {}

  /**
   * Returns the root, or null if there is none: then every value comes from elsewhere.
   *
   * @param modules the generated modules, the application's own first
   * @param declarations what the application declares
   * @throws SecretsException if the directory that was chosen is none or holds nothing, or if a
   *     store is packed twice or with what must not be packed
   */
  static @Nullable Root choose(Host host, List<SecretModule> modules, Declarations declarations) {
    String chosen = host.setting(Host.ROOT, VARIABLE);
    if (chosen != null) {
      return Root.at(existing(host, chosen));
    }
    Root packed = packed(modules, declarations);
    return packed == null ? around(host, modules) : packed;
  }

  private static @Nullable Root packed(List<SecretModule> modules, Declarations declarations) {
    if (modules.isEmpty()) {
      return null;
    }
    try {
      ClassLoader loader = modules.get(0).getClass().getClassLoader();
      PackedStore store = PackedStore.find(loader, declarations);
      return store == null ? null : Root.packed(store);
    } catch (StoreException e) {
      throw new SecretsException(e.fact() + "\n  fix: " + e.fix(), e);
    }
  }

  private static @Nullable Root around(Host host, List<SecretModule> modules) {
    for (SecretModule module : modules) {
      Path root = above(ModulePlace.directory(module.getClass()));
      if (root != null) {
        return Root.at(root);
      }
    }
    Path root = above(host.workingDirectory());
    return root == null ? null : Root.at(root);
  }

  private static Path existing(Host host, String chosen) {
    Path root = path(host, chosen);
    if (!Files.isDirectory(root)) {
      throw unusable(host, root.toString(), " is not a directory");
    }
    if (!Files.exists(root.resolve(Project.FILE))
        && !Files.exists(root.resolve(StoreDirectory.NAME))) {
      throw unusable(host, root.toString(), " holds neither secrets.toml nor secrets/");
    }
    return root;
  }

  private static Path path(Host host, String chosen) {
    try {
      return host.workingDirectory().resolve(chosen);
    } catch (InvalidPathException e) {
      throw unusable(host, chosen, " is not a directory's name");
    }
  }

  private static SecretsException unusable(Host host, String root, String fact) {
    return new SecretsException(
        "the root "
            + root
            + fact
            + "\n  fix: set "
            + host.chooser(Host.ROOT, "root", VARIABLE)
            + " to the directory that holds secrets.toml or secrets/");
  }

  private static @Nullable Path above(@Nullable Path start) {
    return start == null ? null : Project.findRoot(start);
  }
}
