package dev.countersign.processor;

import dev.countersign.runtime.Secrets;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A project on disk: written, compiled in one or several passes, loaded and run. */
final class Workspace {
  private final Path root;
  private final List<Processor> others = new ArrayList<>();
  private Path output;
  private String libraries = "";
  private JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private List<String> compilerOptions = List.of("-implicit:none");

  Workspace(Path root) throws IOException {
    this.root = root;
    this.output = root.resolve("build/classes");
    Files.createDirectories(root.resolve(".git"));
  }

  Path root() {
    return root;
  }

  /** Compiles into another directory from now on. */
  Workspace output(String path) {
    output = root.resolve(path);
    return this;
  }

  /** Compiles against another directory of classes from now on. */
  Workspace library(String path) {
    libraries = root.resolve(path) + separator() + libraries;
    return this;
  }

  /** Compiles with another compiler from now on. */
  Workspace compiler(JavaCompiler other, String... options) {
    compiler = other;
    compilerOptions = List.of(options);
    return this;
  }

  /** Runs another processor before ours, in the next compilation. */
  Workspace with(Processor other) {
    others.add(other);
    return this;
  }

  Workspace declare(String... names) throws IOException {
    StringBuilder toml = new StringBuilder("application = \"shop\"\n");
    for (String name : names) {
      toml.append("\n[secrets.").append(name).append("]\n");
    }
    return file("secrets.toml", toml.toString());
  }

  Workspace file(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  /** Writes a source: {@code source("com/acme/A", "package com.acme; class A {}")}. */
  Workspace source(String path, String text) throws IOException {
    return file("src/" + path + ".java", text);
  }

  /** Deletes a source and the classes that a build tool would delete with it. */
  Workspace delete(String path) throws IOException {
    Files.delete(root.resolve("src/" + path + ".java"));
    Files.deleteIfExists(output.resolve(path + ".class"));
    return this;
  }

  /** Compiles every source. */
  Compiled compile(String... options) throws IOException {
    return compileFiles(files(root.resolve("src")), List.of(), options);
  }

  /** Compiles some sources against what is in the output already. */
  Compiled compileOnly(List<String> paths, String... options) throws IOException {
    List<Path> sources = paths.stream().map(path -> root.resolve("src/" + path + ".java")).toList();
    return compileFiles(sources, List.of(), options);
  }

  /** Processes classes from their class files, as Gradle does. */
  Compiled process(List<String> classes, String... options) throws IOException {
    return compileFiles(List.of(), classes, options);
  }

  private Compiled compileFiles(List<Path> sources, List<String> classes, String... options)
      throws IOException {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    Files.createDirectories(output);
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<String> arguments = new ArrayList<>(List.of(options));
      arguments.addAll(compilerOptions);
      arguments.addAll(List.of("-d", output.toString()));
      arguments.addAll(List.of("-classpath", output + separator() + libraries + classPath()));
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              new StringWriter(),
              files,
              diagnostics,
              arguments,
              classes,
              files.getJavaFileObjectsFromPaths(sources));
      List<Processor> processors = new ArrayList<>(others);
      processors.add(new SecretProcessor());
      others.clear();
      task.setProcessors(processors);
      boolean succeeded = task.call();
      return new Compiled(succeeded, List.copyOf(diagnostics.getDiagnostics()));
    }
  }

  /** Loads a class that is a function of secrets, and applies it. */
  String run(String name, Map<String, String> values) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    URL[] urls = {output.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, Workspace.class.getClassLoader())) {
      thread.setContextClassLoader(loader);
      @SuppressWarnings("unchecked")
      Function<Secrets, String> main =
          (Function<Secrets, String>) loader.loadClass(name).getConstructor().newInstance();
      return main.apply(Secrets.of(values));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Returns what a file in the output holds. */
  String read(String path) throws IOException {
    return Files.readString(output.resolve(path));
  }

  boolean exists(String path) {
    return Files.exists(output.resolve(path));
  }

  /** Returns the declarations and every source, each by its path below the root. */
  Map<String, String> sources() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    contents.put("secrets.toml", Files.readString(root.resolve("secrets.toml")));
    for (Path file : files(root.resolve("src"))) {
      contents.put(root.relativize(file).toString(), Files.readString(file));
    }
    return contents;
  }

  /** Returns what lists uses: manifests, services and modules, each by its path. */
  Map<String, String> lists() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    for (Map.Entry<String, String> file : generated().entrySet()) {
      if (file.getKey().startsWith("META-INF") || file.getKey().contains("SecretModule")) {
        contents.put(file.getKey(), file.getValue());
      }
    }
    return contents;
  }

  /** Returns every file of the output that is text, each by its path. */
  Map<String, String> generated() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    for (Path file : files(output)) {
      if (!file.toString().endsWith(".class")) {
        String path = output.relativize(file).toString().replace('\\', '/');
        contents.put(path, Files.readString(file));
      }
    }
    return contents;
  }

  static String classPath() {
    return System.getProperty("java.class.path");
  }

  /** Returns what a user has on the class path: the runtime, and what that depends on. */
  static String userClassPath() {
    return Arrays.stream(classPath().split(Pattern.quote(separator()), -1))
        .filter(path -> path.matches(".*[/\\\\](runtime|annotations|countersign-|jspecify).*"))
        .collect(Collectors.joining(separator()));
  }

  private static String separator() {
    return System.getProperty("path.separator");
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> walk = Files.walk(directory)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** What came of a compilation. */
  record Compiled(boolean succeeded, List<Diagnostic<? extends JavaFileObject>> diagnostics) {

    /** Returns the messages of our own diagnostics and of errors, in order. */
    List<String> messages() {
      return diagnostics.stream().map(each -> each.getMessage(Locale.ROOT)).toList();
    }

    List<String> containing(String... parts) {
      return messages().stream()
          .filter(message -> Arrays.stream(parts).allMatch(message::contains))
          .toList();
    }

    /** Fails with every message if the compilation did. */
    Compiled orFail() {
      if (!succeeded) {
        throw new AssertionError(String.join("\n", messages()));
      }
      return this;
    }
  }
}
