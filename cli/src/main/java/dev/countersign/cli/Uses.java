package dev.countersign.cli;

import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.manifest.Manifest;
import dev.countersign.runtime.manifest.ManifestFormatException;
import dev.countersign.runtime.manifest.MergedManifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The uses of secrets in what is built of a project, by its manifests. What is not built, or not
 * built again since, is not known.
 */
final class Uses {
  private final MergedManifests merged = new MergedManifests();
  private final List<String> places = new ArrayList<>();

  private Uses() {}

  /** Reads the manifests below a project's root; one that cannot be read is a warning. */
  static Uses below(Path root, Context context) {
    Uses uses = new Uses();
    for (Path file : BuildOutput.below(root).manifests()) {
      String name = root.relativize(file).toString();
      try {
        uses.merged.addUses(Manifest.parse(name, Files.readString(file)));
        uses.addPlace(name);
      } catch (ManifestFormatException e) {
        context.err().println("warning: " + e.getMessage());
      } catch (IOException e) {
        context.err().println("warning: " + name + " cannot be read\n  fix: build again");
      }
    }
    return uses;
  }

  private void addPlace(String manifest) {
    String place = manifest.replace('\\', '/');
    place = place.substring(0, place.indexOf("/" + Manifest.DIRECTORY));
    if (!places.contains(place)) {
      places.add(place);
    }
  }

  /** Says whether anything is built. */
  boolean areKnown() {
    return !places.isEmpty();
  }

  /** Returns the directories of classes that were looked into, from the root. */
  List<String> places() {
    return places;
  }

  /** Returns the uses of a secret as {@code Class.member}, in order. */
  List<String> of(SecretName name) {
    return merged.usersOf(name);
  }
}
