package dev.countersign.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Packs a program as the plugins of Spring Boot do: its jars within a jar, and a loader. */
final class SpringBootJar {
  private SpringBootJar() {}

  /**
   * Writes a jar that starts {@code com.acme.Main}. Maven's plugin moves all but META-INF below
   * BOOT-INF/classes, and of that only the services; Gradle's moves everything.
   */
  static Path pack(Path jar, boolean asMaven, Map<String, byte[]> application, Path library)
      throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (String directory : new String[] {"BOOT-INF/", "BOOT-INF/classes/", "BOOT-INF/lib/"}) {
      files.put(directory, new byte[0]);
    }
    application.forEach(
        (name, bytes) -> {
          boolean stays = asMaven && name.startsWith("META-INF/countersign/");
          files.put(stays ? name : "BOOT-INF/classes/" + name, bytes);
        });
    files.put("BOOT-INF/lib/" + library.getFileName(), Files.readAllBytes(library));
    for (String path : Workspace.userClassPath().split(File.pathSeparator, -1)) {
      files.put("BOOT-INF/lib/" + Path.of(path).getFileName(), Files.readAllBytes(Path.of(path)));
    }
    Jars.files(loader()).forEach(files::putIfAbsent);
    String manifest =
        """
        Manifest-Version: 1.0
        Main-Class: org.springframework.boot.loader.launch.JarLauncher
        Start-Class: com.acme.Main
        Spring-Boot-Classes: BOOT-INF/classes/
        Spring-Boot-Lib: BOOT-INF/lib/
        """;
    files.put("META-INF/MANIFEST.MF", manifest.getBytes(UTF_8));
    return Jars.jar(jar, files);
  }

  private static Path loader() {
    for (String path : Workspace.classPath().split(File.pathSeparator, -1)) {
      if (path.contains("spring-boot-loader")) {
        return Path.of(path);
      }
    }
    throw new AssertionError("the loader is not on the class path of the tests");
  }
}
