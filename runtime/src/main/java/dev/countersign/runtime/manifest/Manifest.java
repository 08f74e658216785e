package dev.countersign.runtime.manifest;

import dev.countersign.runtime.declaration.Declarations;
import java.util.ArrayList;
import java.util.Comparator;
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
    classes = isSorted(classes) ? List.copyOf(classes) : sorted(classes);
  }

  /** What was written by name is read without a comparator, which is a class to load. */
  private static boolean isSorted(List<SecretClass> classes) {
    for (int i = 1; i < classes.size(); i++) {
      if (classes.get(i - 1).name().compareTo(classes.get(i).name()) > 0) {
        return false;
      }
    }
    return true;
  }

  private static List<SecretClass> sorted(List<SecretClass> classes) {
    List<SecretClass> sorted = new ArrayList<>(classes);
    sorted.sort(
        new Comparator<>() {
          @Override
          public int compare(SecretClass one, SecretClass other) {
            return one.name().compareTo(other.name());
          }
        });
    return List.copyOf(sorted);
  }

  /**
   * Reads a manifest.
   *
   * @param origin where the text is from, for messages
   * @throws ManifestFormatException if it is malformed, or made by a newer Countersign
   */
  public static Manifest parse(String origin, String json) throws ManifestFormatException {
    return ManifestReader.read(origin, json);
  }

  /** Returns the text of the file: the same for equal manifests, byte for byte. */
  public String toJson() {
    return new ManifestWriter().write(this);
  }
}
