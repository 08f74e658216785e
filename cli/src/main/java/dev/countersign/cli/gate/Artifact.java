package dev.countersign.cli.gate;

import java.nio.file.Path;

/**
 * Something that is built and would be deployed: a jar, a war, a directory, an image, a jmod.
 *
 * @param name what to call it in messages, such as the path as a user wrote it
 * @param path where it is
 */
public record Artifact(String name, Path path) {

  /** Returns an artifact that messages call by its path. */
  public static Artifact of(Path path) {
    return new Artifact(path.toString(), path);
  }
}
