package dev.countersign.runtime;

import dev.countersign.runtime.declaration.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which directory holds secrets.toml and the store while the program runs: one, never merged. */
final class RootChoice {
  private static final String VARIABLE = "COUNTERSIGN_ROOT";

  private RootChoice() {}

  /**
   * Returns the directory, or null if there is none: then every value comes from elsewhere.
   *
   * @throws SecretsException if the directory that was chosen does not exist
   */
  static @Nullable Path choose(Host host, List<SecretModule> modules) {
    String chosen = host.setting(Host.ROOT, VARIABLE);
    if (chosen != null) {
      return existing(host.workingDirectory().resolve(chosen));
    }
    for (SecretModule module : modules) {
      Path root = above(ModulePlace.directory(module.getClass()));
      if (root != null) {
        return root;
      }
    }
    return above(host.workingDirectory());
  }

  private static Path existing(Path root) {
    if (!Files.isDirectory(root)) {
      throw new SecretsException(
          "the root "
              + root
              + " is not a directory\n  fix: set "
              + VARIABLE
              + " to the directory that holds secrets.toml or secrets/");
    }
    return root;
  }

  private static @Nullable Path above(@Nullable Path start) {
    return start == null ? null : Project.findRoot(start);
  }
}
