package dev.countersign.runtime.manifest;

import java.nio.file.Path;
import java.util.List;

/** Finds the manifests of a jar or of a directory of classes. */
public final class Manifests {
  private Manifests() {}

  /**
   * Reads every {@code META-INF/countersign/*.json}, in order of file name.
   *
   * @throws ManifestFormatException if one is malformed, or the jar or directory cannot be read
   */
  public static List<Manifest> in(Path jarOrDirectory) throws ManifestFormatException {
    return List.of();
  }
}
