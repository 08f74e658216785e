package dev.countersign.processor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A plain build tool: compiles the sources it is told to over the output that is there. Before it
 * compiles a source again, or when the source is deleted, it removes the classes that came of it;
 * of what processors generate it knows nothing.
 */
final class Build {
  private static final String IMPORTS =
      """
      import dev.countersign.Secret;
      import dev.countersign.SecretSet;
      import java.util.Optional;
      import java.util.function.Supplier;
      """;

  private final Path root;
  private final TestCompiler compiler;
  private final String part;
  private final List<String> extraOptions = new ArrayList<>();

  private Build(Path root, TestCompiler compiler, String part) {
    this.root = root;
    this.compiler = compiler;
    this.part = part;
  }

  static Build in(Path root, TestCompiler compiler) throws IOException {
    Files.createDirectories(root.resolve(".git"));
    return new Build(root, compiler, "main");
  }

  /** Returns the tests of the same project: they see its classes, and have an output of theirs. */
  Build tests() {
    return new Build(root, compiler, "test");
  }

  /** Compiles with more options from now on; {@code --release} replaces what is there else. */
  Build with(String... options) {
    extraOptions.addAll(List.of(options));
    return this;
  }

  Build declare(String... names) throws IOException {
    return declareFor("shop", names);
  }

  Build declareFor(String application, String... names) throws IOException {
    StringBuilder toml = new StringBuilder("application = \"" + application + "\"\n");
    for (String name : names) {
      toml.append("\n[secrets.").append(name).append("]\n");
    }
    return file("secrets.toml", toml.toString());
  }

  Build file(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  /** Writes a source, below its package's name: {@code source("com.acme.A", "class A {}")}. */
  Build source(String name, String text) throws IOException {
    return file(sourcePath("src/" + part, name), inPackage(name, text));
  }

  /** Writes a source that another processor generates, in every compilation from now on. */
  Build generated(String name, String text) throws IOException {
    return file(sourcePath("generate", name), inPackage(name, text));
  }

  /** Deletes a source that another processor generated, and its classes. */
  Build generatedNoMore(String name) throws IOException {
    Files.delete(root.resolve(sourcePath("generate", name)));
    Files.delete(root.resolve(sourcePath("build/generated-main", name)));
    removeClasses(name);
    return this;
  }

  /** Compiles a class into a library on the class path. */
  Build library(String name, String text) throws IOException {
    String path = sourcePath("library", name);
    file(path, inPackage(name, text));
    List<String> options = List.of("-d", directory("build/library"), "-proc:none", "-classpath");
    run(with(options, Workspace.userClassPath()), List.of(root.resolve(path)), List.of()).orFail();
    return this;
  }

  /** Deletes a source and its classes. */
  Build delete(String name) throws IOException {
    Files.delete(root.resolve(sourcePath("src/" + part, name)));
    removeClasses(name);
    return this;
  }

  /** Deletes all that was compiled and generated, but for the classes of sources. */
  Build deleteGenerated() throws IOException {
    for (Path file : files(root.resolve("build"))) {
      String name = file.getFileName().toString();
      boolean ours = name.matches("Secret(Module|Injectors).*|.*_Secrets\\..*");
      if (ours || file.toString().contains("META-INF")) {
        Files.delete(file);
      }
    }
    return this;
  }

  /** Deletes the injectors of a package, as a tool does that knows what they came of. */
  Build deleteInjectors(String packageName) throws IOException {
    for (Path file : files(root.resolve("build/main/" + packageName.replace('.', '/')))) {
      if (file.getFileName().toString().startsWith("SecretInjectors")) {
        Files.delete(file);
      }
    }
    return this;
  }

  /** Compiles every source over what is there. */
  void compileAll() throws IOException {
    tryToCompileAll().orFail();
  }

  Compile.Outcome tryToCompileAll() throws IOException {
    return run(options(), files(root.resolve("src/" + part)), List.of());
  }

  /** Compiles some sources against what is there. */
  void compile(String... names) throws IOException {
    tryToCompile(names).orFail();
  }

  Compile.Outcome tryToCompile(String... names) throws IOException {
    return process(List.of(), names);
  }

  /** Compiles some sources, and processes some classes from their class files, as Gradle does. */
  Compile.Outcome process(List<String> classes, String... names) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String name : names) {
      removeClasses(name);
      sources.add(root.resolve(sourcePath("src/" + part, name)));
    }
    return run(options(), sources, classes);
  }

  /** Returns a copy of the whole project, output included. */
  Build copy(Path other) throws IOException {
    Build copy = Build.in(other, compiler);
    for (Path file : files(root)) {
      copyTo(other, file);
    }
    return copy;
  }

  /** Returns a copy of the sources and declarations, with all of it compiled. */
  Build clean(Path other) throws IOException {
    Build copy = Build.in(other, compiler);
    copy.extraOptions.addAll(extraOptions);
    for (Path file : files(root)) {
      if (!file.startsWith(root.resolve("build"))) {
        copyTo(other, file);
      }
    }
    for (Path library : files(root.resolve("build/library"))) {
      copyTo(other, library);
    }
    copy.compileAll();
    if (Files.exists(other.resolve("src/test"))) {
      copy.tests().compileAll();
    }
    return copy;
  }

  /** Returns everything that was compiled or generated, by its path. */
  Map<String, String> outputs() throws IOException {
    return contents(root.resolve("build"));
  }

  private Map<String, String> contents(Path directory) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    for (Path file : files(directory)) {
      String path = root.relativize(file).toString().replace('\\', '/');
      contents.put(path, new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
    }
    return contents;
  }

  /** Returns everything else, by its path. */
  Map<String, String> inputs() throws IOException {
    Map<String, String> inputs = contents(root);
    inputs.keySet().removeAll(outputs().keySet());
    return inputs;
  }

  /** Returns the directory that the classes are in. */
  Path classes() throws IOException {
    return Path.of(directory("build/" + part));
  }

  private void copyTo(Path other, Path file) throws IOException {
    Path target = other.resolve(root.relativize(file));
    Files.createDirectories(target.getParent());
    Files.copy(file, target);
  }

  private Compile.Outcome run(List<String> options, List<Path> sources, List<String> classes)
      throws IOException {
    return compiler.run(
        new Compile(options, sources.stream().map(Path::toString).toList(), classes));
  }

  private List<String> options() throws IOException {
    String separator = System.getProperty("path.separator");
    List<String> paths =
        List.of(
            directory("build/" + part),
            directory("build/main"),
            directory("build/library"),
            Workspace.userClassPath());
    List<String> options = new ArrayList<>();
    if (extraOptions.stream().noneMatch(each -> each.startsWith("-Acountersign.missing="))) {
      options.add("-Acountersign.missing=off");
    }
    if (!extraOptions.contains("--release")) {
      options.addAll(List.of("-source", "17", "-target", "17"));
    }
    options.addAll(extraOptions);
    options.addAll(List.of("-d", directory("build/" + part)));
    options.addAll(List.of("-s", directory("build/generated-" + part)));
    options.addAll(List.of("-classpath", String.join(separator, paths)));
    if (part.equals("main")) {
      options.add("-A" + SourceGenerator.DIRECTORY + "=" + root.resolve("generate"));
    }
    if (!compiler.isEclipse()) {
      options.add("-implicit:none");
    }
    return options;
  }

  private void removeClasses(String name) throws IOException {
    String simpleName = name.substring(name.lastIndexOf('.') + 1);
    Path directory = classes().resolve(name.replace('.', '/')).getParent();
    for (Path file : files(directory)) {
      String fileName = file.getFileName().toString();
      boolean own = fileName.equals(simpleName + ".class");
      boolean nested = fileName.startsWith(simpleName + "$") && !fileName.contains("_Secrets");
      if (file.getParent().equals(directory) && (own || nested)) {
        Files.delete(file);
      }
    }
  }

  private String directory(String path) throws IOException {
    return Files.createDirectories(root.resolve(path)).toString();
  }

  private static List<String> with(List<String> options, String last) {
    List<String> all = new ArrayList<>(options);
    all.add(last);
    return all;
  }

  private static String sourcePath(String directory, String name) {
    return directory + "/" + name.replace('.', '/') + ".java";
  }

  private static String inPackage(String name, String text) {
    int end = name.lastIndexOf('.');
    return (end < 0 ? "" : "package " + name.substring(0, end) + ";\n") + IMPORTS + text + "\n";
  }

  private static List<Path> files(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(directory)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
