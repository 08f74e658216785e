package dev.countersign.runtime.manifest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a jar or directory of classes holds for us.
 *
 * @param origin the jar or directory, for messages
 * @param manifests its manifests, in order of file name
 * @param listed the modules that its META-INF/services and its module descriptor list
 * @param files the names of all its files
 */
public record Packaged(
    String origin, List<Manifest> manifests, Set<String> listed, Set<String> files) {

  /** Copies the manifests. */
  public Packaged {
    manifests = List.copyOf(manifests);
  }

  /**
   * Returns a class that is here and that no listed module serves, or null: then META-INF/services
   * was overwritten when jars were put into one. What an earlier build left behind does not count.
   */
  public @Nullable SecretClass lost() {
    Set<String> served = new HashSet<>();
    for (Manifest manifest : manifests) {
      for (SecretClass each : manifest.classes()) {
        if (listed.contains(each.module())) {
          served.add(each.name());
        }
      }
    }
    for (Manifest manifest : manifests) {
      for (SecretClass each : manifest.classes()) {
        if (!served.contains(each.name()) && files.contains(each.fileName())) {
          return each;
        }
      }
    }
    return null;
  }
}
