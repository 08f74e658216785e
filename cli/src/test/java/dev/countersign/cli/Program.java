package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A program of one class, compiled by the JDK's compiler, with our processor or without. */
final class Program {
  private Program() {}

  /** Compiles a class with a field {@code key} and returns all that the compiler wrote. */
  static Map<String, byte[]> compile(
      Path directory, String application, String type, String secret, boolean processed)
      throws IOException {
    Path root = Files.createDirectories(directory.resolve(application + processed));
    Files.writeString(
        root.resolve("secrets.toml"),
        "application = \"" + application + "\"\n[secrets." + secret + "]\n");
    int dot = type.lastIndexOf('.');
    Path source = root.resolve(type.substring(dot + 1) + ".java");
    Files.writeString(
        source,
        "package %s; public class %s { @dev.countersign.Secret(\"%s\") private String key; }"
            .formatted(type.substring(0, dot), type.substring(dot + 1), secret));
    return compile(root, List.of(source), processed);
  }

  /** Compiles sources below a root into its directory {@code classes}. */
  static Map<String, byte[]> compile(Path root, List<Path> sources, boolean processed)
      throws IOException {
    Path classes = Files.createDirectories(root.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    List<String> options =
        new ArrayList<>(
            List.of(
                "-nowarn",
                "-Acountersign.missing=off",
                "-d",
                classes.toString(),
                "-classpath",
                System.getProperty("java.class.path")));
    options.addAll(
        processed
            ? List.of(
                "-processorpath",
                System.getProperty("java.class.path"),
                "-processor",
                "dev.countersign.processor.SecretProcessor")
            : List.of("-proc:none"));
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources));
      assertTrue(task.call(), messages::toString);
    }
    return read(classes);
  }

  private static Map<String, byte[]> read(Path classes) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(classes)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        String name = classes.relativize(file).toString().replace('\\', '/');
        if (!name.endsWith(".java")) {
          files.put(name, Files.readAllBytes(file));
        }
      }
    }
    return files;
  }
}
