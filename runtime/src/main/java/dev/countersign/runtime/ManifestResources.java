package dev.countersign.runtime;

import dev.countersign.runtime.manifest.Manifest;
import dev.countersign.runtime.manifest.ManifestFormatException;
import dev.countersign.runtime.resource.Resources;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the manifest that belongs to each module, from where the module was loaded. */
final class ManifestResources {
  private final List<FoundManifest> found = new ArrayList<>();
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, URL> places = new HashMap<>();

  private ManifestResources() {}

  /**
   * Reads the manifests, one for all modules of one compilation.
   *
   * @throws SecretsException if one is missing or malformed, or two compilations have one id
   */
  static List<FoundManifest> read(List<SecretModule> modules) {
    ManifestResources resources = new ManifestResources();
    for (SecretModule module : modules) {
      resources.add(module);
    }
    return resources.found;
  }

  private void add(SecretModule module) {
    String resource = Manifest.DIRECTORY + module.id() + ".json";
    try {
      boolean isNew = !texts.containsKey(module.id());
      for (URL place : places(module, resource)) {
        require(module.id(), place);
      }
      if (isNew) {
        String origin = ModulePlace.describe(module.getClass());
        Manifest manifest = Manifest.parse(resource, String.valueOf(texts.get(module.id())));
        found.add(new FoundManifest(origin, manifest));
      }
    } catch (IOException | ManifestFormatException e) {
      throw new SecretsException(
          "the manifest " + resource + " cannot be used: " + e.getMessage() + "\n  fix: recompile",
          e);
    }
  }

  /** Requires that a manifest is the one that is known by its id. */
  private void require(String id, URL place) throws IOException {
    URL first = places.get(id);
    if (first != null && first.toString().equals(place.toString())) {
      return; // that of another round's module
    }
    String text = text(place);
    if (first == null) {
      places.put(id, place);
      texts.put(id, text);
    } else if (!text.equals(texts.get(id))) {
      throw new SecretsException(
          "two modules have the id "
              + id
              + ": "
              + first
              + " and "
              + place
              + "\n  fix: give their applications different names in secrets.toml");
    }
  }

  /** Returns where the manifest is: in several places if two jars have the same id. */
  private static List<URL> places(SecretModule module, String resource) throws IOException {
    List<URL> places = Resources.find(module.getClass().getClassLoader(), resource);
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
    return new String(Resources.read(place, Integer.MAX_VALUE), StandardCharsets.UTF_8);
  }
}
