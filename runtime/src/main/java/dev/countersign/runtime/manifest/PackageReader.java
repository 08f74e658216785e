package dev.countersign.runtime.manifest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.InvalidModuleDescriptorException;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes the files of a jar or directory, one after the other, and keeps what matters to us. */
final class PackageReader {
  private static final String SERVICE = "dev.countersign.runtime.SecretModule";
  private static final String SERVICES = "META-INF/services/" + SERVICE;
  private static final String DESCRIPTOR = "module-info.class";

  /** Where Spring Boot and web applications keep their own classes, besides the root. */
  private static final String[] CLASSES = {"BOOT-INF/classes/", "WEB-INF/classes/"};

  private final String origin;
  private final Map<String, byte[]> manifests = new TreeMap<>();
  private final Set<String> listed = new HashSet<>();
  private final Set<String> files = new HashSet<>();

  PackageReader(String origin) {
    this.origin = origin;
  }

  /** Says whether the bytes of a file matter, not only its name. */
  static boolean reads(String name) {
    String file = withoutPrefix(name);
    return Manifests.isManifest(file) || file.equals(SERVICES) || file.equals(DESCRIPTOR);
  }

  /** Says whether a file is a jar on the class path of the one it is in. */
  static boolean isLibrary(String name) {
    return name.endsWith(".jar") && (name.startsWith("BOOT-INF/lib/") || isOfWebApplication(name));
  }

  private static boolean isOfWebApplication(String name) {
    return name.startsWith("WEB-INF/lib/") || name.startsWith("WEB-INF/lib-provided/");
  }

  /** Takes a file; the bytes are null for one that is not read. */
  void add(String name, byte @Nullable [] bytes) {
    String file = withoutPrefix(name);
    files.add(file);
    if (bytes == null) {
      return;
    }
    if (file.equals(SERVICES)) {
      addServices(new String(bytes, StandardCharsets.UTF_8));
    } else if (file.equals(DESCRIPTOR)) {
      addProvided(bytes);
    } else {
      manifests.put(file.substring(Manifest.DIRECTORY.length()), bytes);
    }
  }

  Packaged done() throws ManifestFormatException {
    List<Manifest> parsed = new ArrayList<>();
    for (Map.Entry<String, byte[]> each : manifests.entrySet()) {
      String path = origin + "!/" + Manifest.DIRECTORY + each.getKey();
      parsed.add(Manifest.parse(path, Manifests.text(path, each.getValue())));
    }
    return new Packaged(origin, parsed, listed, files);
  }

  private void addServices(String text) {
    for (String line : text.split("\n", -1)) {
      int comment = line.indexOf('#');
      listed.add((comment < 0 ? line : line.substring(0, comment)).trim());
    }
  }

  private void addProvided(byte[] descriptor) {
    try (InputStream in = new ByteArrayInputStream(descriptor)) {
      for (ModuleDescriptor.Provides each : ModuleDescriptor.read(in).provides()) {
        if (each.service().equals(SERVICE)) {
          listed.addAll(each.providers());
        }
      }
    } catch (IOException | InvalidModuleDescriptorException e) {
      return; // of a later Java: the services file tells
    }
  }

  private static String withoutPrefix(String name) {
    for (String prefix : CLASSES) {
      if (name.startsWith(prefix)) {
        return name.substring(prefix.length());
      }
    }
    return name;
  }
}
