package dev.countersign.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;

/** Compiles one source in memory, against a project that a test writes on disk. */
final class BadSource {
  private BadSource() {}

  static void declare(Path root, String... lines) throws IOException {
    Files.writeString(
        root.resolve("secrets.toml"), "application = \"shop\"\n" + String.join("\n", lines) + "\n");
  }

  /** Returns a class of the package {@code com.acme}, with all it needs imported. */
  static JavaFileObject source(String name, String... lines) {
    List<String> all = new ArrayList<>();
    all.add("package com.acme;");
    all.add("import dev.countersign.Secret;");
    all.add("import dev.countersign.SecretSet;");
    all.add("import dev.countersign.runtime.SecretValue;");
    all.add("import java.util.Optional;");
    all.add("import java.util.function.Supplier;");
    all.addAll(List.of(lines));
    return JavaFileObjects.forSourceLines("com.acme." + name, all);
  }

  static Compilation compile(Path root, JavaFileObject source, String... options) {
    return Compiler.javac()
        .withProcessors(new SecretProcessor())
        .withOptions(options(root, options))
        .compile(source);
  }

  private static List<Object> options(Path root, String... options) {
    List<Object> all = new ArrayList<>(List.of(options));
    all.add("-Acountersign.root=" + root);
    return all;
  }
}
