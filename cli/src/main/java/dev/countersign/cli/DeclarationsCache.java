package dev.countersign.cli;

import dev.countersign.runtime.declaration.DeclarationsDigest;
import dev.countersign.runtime.declaration.Project;
import dev.countersign.runtime.declaration.SourceFile;
import dev.countersign.runtime.manifest.Manifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The declarations of a project as they were last read, because reading TOML takes longer than all
 * else that a short command does. Holds no value, and nothing that {@code secrets.toml} does not.
 *
 * <p>A copy counts only for the very bytes of every file that it was made from, and for the build
 * of the command that made it: it never gives another answer than the files. One that is missing,
 * out of date, damaged or out of reach costs time and nothing else. Only sound declarations are
 * kept.
 */
final class DeclarationsCache {
  /**
   * What tells this build of the command from others, which may understand the same file otherwise.
   * The launcher knows; where it sets none, the user's cache is not to be used.
   */
  static final String BUILD = "countersign.build";

  private static final String DIRECTORY = "declarations";
  private static final int NAME_LENGTH = 32;
  private static final int MOST_BYTES = 16 << 20;

  private final Path root;
  private final Path cache;
  private final String name;
  private final String build;

  private DeclarationsCache(Path root, Path cache, String name, String build) {
    this.root = root;
    this.cache = cache;
    this.name = name;
    this.build = build;
  }

  /** Returns the cache of a project, or null where none is wanted or possible. */
  static @Nullable DeclarationsCache of(Path root, Context context) {
    String build = context.property(BUILD);
    if (build.isEmpty()) {
      return null;
    }
    try {
      byte[] place = root.toRealPath().toString().getBytes(StandardCharsets.UTF_8);
      String name = DeclarationsDigest.of(place).substring(0, NAME_LENGTH);
      return new DeclarationsCache(root, User.cache(context), name, build);
    } catch (IOException e) {
      return null;
    }
  }

  /** Returns the project's declarations with the digest of its file, or null. */
  @Nullable Manifest find() {
    try {
      Path file = cache.resolve(DIRECTORY).resolve(name);
      if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
        return null; // a pipe or a device would have no end
      }
      DeclarationsCopy copy = DeclarationsCopy.read(Files.readAllBytes(file));
      return copy != null && isCurrent(copy) ? copy.manifest() : null;
    } catch (IOException e) {
      return null;
    }
  }

  private boolean isCurrent(DeclarationsCopy copy) {
    if (!copy.manifest().id().equals(build) || copy.sources().isEmpty()) {
      return false;
    }
    for (SourceFile source : copy.sources()) {
      if (!source.isUnchanged(root)) {
        return false;
      }
    }
    return true;
  }

  /** Keeps what was read; where that is impossible, it is not kept. */
  void keep(Project project) {
    Manifest manifest = new Manifest(build, project.declarations(), project.digest(), List.of());
    byte[] copy = new DeclarationsCopy(project.sources(), manifest).encode();
    if (copy != null) {
      CacheFile.write(cache, DIRECTORY, name, copy);
    }
  }
}
