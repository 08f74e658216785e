package dev.countersign.runtime;

import dev.countersign.runtime.manifest.Manifest;
import dev.countersign.runtime.manifest.ManifestFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the manifest that belongs to each module, from where the module was loaded. */
final class ManifestResources {
  private ManifestResources() {}

  /**
   * Reads the manifests.
   *
   * @throws SecretsException if one is missing, malformed or there twice
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
    try (InputStream in = module.getClass().getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new SecretsException(
            "the manifest "
                + resource
                + " is missing beside "
                + module.getClass().getName()
                + "\n  fix: keep META-INF/countersign when packaging, or recompile");
      }
      return Manifest.parse(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException | ManifestFormatException e) {
      throw new SecretsException(
          "the manifest " + resource + " cannot be used: " + e.getMessage() + "\n  fix: recompile",
          e);
    }
  }
}
