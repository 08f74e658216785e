package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The ways in which a program and a library of it are put together. */
enum Packaging {
  SHADED,
  BOOT,
  WAR,
  CLASSES,
  JARS,
  EXPLODED_BOOT,
  EXPLODED_WAR,
  JMOD,
  IMAGE;

  private static final String SERVICES = "META-INF/services/dev.countersign.runtime.SecretModule";
  private static final Path JDK = Path.of(System.getProperty("java.home"));

  /** Packages a program and a library below a directory, and returns what is deployed. */
  Path pack(Path directory, Map<String, byte[]> program, Map<String, byte[]> library)
      throws IOException {
    Path target = directory.resolve("ein Größeres " + name().toLowerCase(java.util.Locale.ROOT));
    return switch (this) {
      case SHADED -> jar(sibling(target, ".jar"), merged(program, library));
      case BOOT -> jar(sibling(target, ".jar"), nested("BOOT-INF/", program, library), true);
      case WAR -> jar(sibling(target, ".war"), nested("WEB-INF/", program, library));
      case CLASSES -> files(target, merged(program, library));
      case JARS ->
          files(target, Map.of("app.jar", bytes(program), "lib/metrics.jar", bytes(library)));
      case EXPLODED_BOOT -> files(target, nested("BOOT-INF/", program, library));
      case EXPLODED_WAR -> files(target, nested("WEB-INF/", program, library));
      case JMOD -> jmod(target, merged(program, library));
      case IMAGE -> image(target, merged(program, library));
    };
  }

  /** Returns where a file at the root of the program's classes comes to be. */
  static Map<String, byte[]> with(Map<String, byte[]> program, String name, byte[] content) {
    Map<String, byte[]> more = new TreeMap<>(program);
    more.put(name, content);
    return more;
  }

  private static Path sibling(Path target, String suffix) {
    return target.resolveSibling(target.getFileName() + suffix);
  }

  /** Puts two jars into one, with their services one after the other. */
  private static Map<String, byte[]> merged(
      Map<String, byte[]> program, Map<String, byte[]> library) {
    Map<String, byte[]> merged = new TreeMap<>(library);
    merged.putAll(program);
    if (program.containsKey(SERVICES) && library.containsKey(SERVICES)) {
      ByteArrayOutputStream services = new ByteArrayOutputStream();
      services.writeBytes(program.get(SERVICES));
      services.writeBytes(library.get(SERVICES));
      merged.put(SERVICES, services.toByteArray());
    }
    return merged;
  }

  private static Map<String, byte[]> nested(
      String prefix, Map<String, byte[]> program, Map<String, byte[]> library) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    program.forEach((name, bytes) -> files.put(prefix + "classes/" + name, bytes));
    files.put(prefix + "lib/metrics.jar", bytes(library));
    return files;
  }

  static Path files(Path directory, Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = directory.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    return directory;
  }

  static Path jar(Path file, Map<String, byte[]> files) throws IOException {
    return jar(file, files, false);
  }

  static Path jar(Path file, Map<String, byte[]> files, boolean storesJars) throws IOException {
    Files.write(file, bytes(files, storesJars));
    return file;
  }

  static byte[] bytes(Map<String, byte[]> files) throws IOException {
    return bytes(files, false);
  }

  private static byte[] bytes(Map<String, byte[]> files, boolean storesJars) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        if (storesJars && file.getKey().endsWith(".jar")) {
          CRC32 sum = new CRC32();
          sum.update(file.getValue());
          entry.setMethod(ZipEntry.STORED);
          entry.setSize(file.getValue().length);
          entry.setCrc(sum.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(file.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static Path module(Path target, Map<String, byte[]> files) throws IOException {
    Path root = Files.createDirectories(sibling(target, "-module"));
    Path source = root.resolve("module-info.java");
    Files.writeString(source, "module com.acme {}");
    Map<String, byte[]> all = new TreeMap<>(files);
    all.putAll(Program.compile(root, List.of(source), false));
    return jar(sibling(target, "-module.jar"), all);
  }

  private static Path jmod(Path target, Map<String, byte[]> files) throws IOException {
    Path jmod = sibling(target, ".jmod");
    String jar = module(target, files).toString();
    run("jmod", "create", "--class-path", jar, jmod.toString());
    return jmod;
  }

  private static Path image(Path target, Map<String, byte[]> files) throws IOException {
    String modules =
        module(target, files) + System.getProperty("path.separator") + JDK.resolve("jmods");
    run(
        "jlink",
        "--module-path",
        modules,
        "--add-modules",
        "com.acme",
        "--output",
        target.toString());
    return target;
  }

  private static void run(String tool, String... arguments) {
    StringWriter output = new StringWriter();
    PrintWriter writer = new PrintWriter(output, true);
    int status = ToolProvider.findFirst(tool).orElseThrow().run(writer, writer, arguments);
    assertEquals(0, status, output::toString);
  }
}
