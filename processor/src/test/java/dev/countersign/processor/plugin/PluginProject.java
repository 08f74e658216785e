package dev.countersign.processor.plugin;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A project on disk that javac compiles with our plugin, and with our processor beside it. */
final class PluginProject {
  private final Path root;
  private final List<String> plugin = new ArrayList<>(List.of("-Xplugin:Countersign"));

  PluginProject(Path root) throws IOException {
    this.root = root;
    Files.createDirectories(root.resolve(".git"));
  }

  /** Declares secrets that need no value. */
  PluginProject declare(String... names) throws IOException {
    StringBuilder toml = new StringBuilder("application = \"shop\"\n");
    for (String name : names) {
      toml.append("\n[secrets.").append(name).append("]\nexternal = [\"local\"]\n");
    }
    return file("secrets.toml", toml.toString());
  }

  PluginProject file(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  /** Gives the plugin arguments. */
  PluginProject arguments(String arguments) {
    plugin.set(0, "-Xplugin:Countersign " + arguments);
    return this;
  }

  /** Loads another plugin before ours. */
  PluginProject after(String option) {
    plugin.add(0, option);
    return this;
  }

  /** Writes the class {@code com.acme.Client}, with all it needs imported. */
  PluginProject client(String... lines) throws IOException {
    return source("Client", "class Client {", String.join("\n", lines), "}");
  }

  PluginProject source(String name, String... lines) throws IOException {
    String imports =
        """
        package com.acme;
        import dev.countersign.Secret;
        import dev.countersign.SecretSet;
        import dev.countersign.runtime.SecretValue;
        import dev.countersign.runtime.Secrets;
        import java.util.*;
        import java.util.function.Supplier;
        """;
    return file("src/com/acme/" + name + ".java", imports + String.join("\n", lines) + "\n");
  }

  Compiled compile(String... options) throws IOException {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    StringWriter out = new StringWriter();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Path output = Files.createDirectories(root.resolve("build/classes"));
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      String path = System.getProperty("java.class.path");
      List<String> arguments = new ArrayList<>(List.of(options));
      arguments.addAll(plugin);
      arguments.addAll(List.of("-d", output.toString(), "-implicit:none"));
      arguments.addAll(List.of("-classpath", path, "-processorpath", path));
      boolean succeeded =
          compiler
              .getTask(
                  out,
                  files,
                  diagnostics,
                  arguments,
                  null,
                  files.getJavaFileObjectsFromPaths(sources()))
              .call();
      return new Compiled(succeeded, List.copyOf(diagnostics.getDiagnostics()), out.toString());
    }
  }

  private List<Path> sources() throws IOException {
    try (Stream<Path> walk = Files.walk(root.resolve("src"))) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** What came of a compilation. */
  record Compiled(
      boolean succeeded, List<Diagnostic<? extends JavaFileObject>> diagnostics, String out) {

    /** Returns our diagnostics, each with its severity and the line it is shown at. */
    List<String> found() throws IOException {
      List<String> found = new ArrayList<>();
      for (Diagnostic<? extends JavaFileObject> each : diagnostics) {
        String message = each.getMessage(Locale.ROOT);
        if (message.startsWith("[Secret/")) {
          found.add(each.getKind() + " " + line(each) + " " + message);
        }
      }
      return found;
    }

    List<String> messages() {
      return diagnostics.stream()
          .map(each -> each.getKind() + " " + each.getMessage(Locale.ROOT))
          .toList();
    }

    private static String line(Diagnostic<? extends JavaFileObject> diagnostic) throws IOException {
      return diagnostic.getSource() == null
          ? "nowhere"
          : "`"
              + diagnostic
                  .getSource()
                  .getCharContent(true)
                  .toString()
                  .split("\n", -1)[(int) diagnostic.getLineNumber() - 1]
                  .strip()
              + "`";
    }
  }
}
