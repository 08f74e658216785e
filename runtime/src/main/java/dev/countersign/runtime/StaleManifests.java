package dev.countersign.runtime;

import dev.countersign.runtime.declaration.DeclarationsDigest;
import dev.countersign.runtime.declaration.Project;
import dev.countersign.runtime.resource.LocalFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Notices that {@code secrets.toml} is not the one that the application was compiled with. Reads
 * its bytes alone, not those of a directory that it extends.
 */
final class StaleManifests {
  private StaleManifests() {}

  /**
   * Returns one warning for all manifests of the application, or null if there is none.
   *
   * @param checkout the directory that holds secrets.toml, or null
   */
  static @Nullable String warning(@Nullable Path checkout, List<FoundManifest> manifests) {
    if (checkout == null || manifests.isEmpty()) {
      return null;
    }
    Path file = checkout.resolve(Project.FILE);
    String digest = digest(file);
    String stale = digest == null ? "" : stale(digest, manifests);
    return stale.isEmpty()
        ? null
        : file
            + " is not what these were compiled with: "
            + stale
            + "\n  what is declared is what it was then"
            + "\n  fix: compile again, such as: mvn compile";
  }

  private static String stale(String digest, List<FoundManifest> manifests) {
    String application = manifests.get(0).manifest().declarations().application();
    StringBuilder stale = new StringBuilder();
    for (FoundManifest each : manifests) {
      if (each.manifest().declarations().application().equals(application)
          && !each.manifest().digest().equals(digest)) {
        stale.append(stale.length() == 0 ? "" : ", ").append(each.origin());
      }
    }
    return stale.toString();
  }

  private static @Nullable String digest(Path file) {
    try {
      return DeclarationsDigest.of(LocalFile.read(file));
    } catch (IOException e) {
      return null; // nothing can be said of it, and nothing depends on it
    }
  }
}
