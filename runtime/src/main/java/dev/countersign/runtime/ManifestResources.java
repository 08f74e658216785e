package dev.countersign.runtime;

import dev.countersign.runtime.manifest.Manifest;
import dev.countersign.runtime.manifest.ManifestFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads the manifest that belongs to each module, from where the module was loaded. */
final class ManifestResources {
  private ManifestResources() {}

  /**
   * Reads the manifests.
   *
   * @throws SecretsException if one is missing or malformed, or two modules have one id
   */
  static List<Manifest> read(List<SecretModule> modules) {
    List<Manifest> manifests = new ArrayList<>();
    for (SecretModule module : modules) {
      if (!isKnown(manifests, module.id())) {
        manifests.add(read(module));
      }
    }
    return manifests;
  }

  private static boolean isKnown(List<Manifest> manifests, String id) {
    for (Manifest manifest : manifests) {
      if (manifest.id().equals(id)) {
        return true;
      }
    }
    return false;
  }

  private static Manifest read(SecretModule module) {
    String resource = Manifest.DIRECTORY + module.id() + ".json";
    try {
      List<URL> places = places(module, resource);
      String text = text(places.get(0));
      for (URL place : places) {
        if (!text(place).equals(text)) {
          throw new SecretsException(
              "two modules have the id "
                  + module.id()
                  + ": "
                  + places.get(0)
                  + " and "
                  + place
                  + "\n  fix: give their applications different names in secrets.toml");
        }
      }
      return Manifest.parse(resource, text);
    } catch (IOException | ManifestFormatException e) {
      throw new SecretsException(
          "the manifest " + resource + " cannot be used: " + e.getMessage() + "\n  fix: recompile",
          e);
    }
  }

  /** Returns where the manifest is: in several places if two jars have the same id. */
  private static List<URL> places(SecretModule module, String resource) throws IOException {
    List<URL> places = Collections.list(module.getClass().getClassLoader().getResources(resource));
    if (places.isEmpty()) {
      throw new SecretsException(
          "the manifest "
              + resource
              + " is missing beside "
              + module.getClass().getName()
              + "\n  fix: keep META-INF/countersign when packaging, or recompile");
    }
    return places;
  }

  private static String text(URL place) throws IOException {
    try (InputStream in = place.openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
