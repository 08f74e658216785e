package dev.countersign.processor;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;

/**
 * One call of a compiler, with our processor and one that generates sources.
 *
 * @param options as on a command line
 * @param sources the files to compile
 * @param classes the classes to process from their class files
 */
record Compile(List<String> options, List<String> sources, List<String> classes) {

  /**
   * What came of it.
   *
   * @param succeeded whether the compiler was content
   * @param messages what it said
   */
  record Outcome(boolean succeeded, String messages) {

    Outcome orFail() {
      if (!succeeded) {
        throw new AssertionError(messages);
      }
      return this;
    }
  }

  Outcome run(JavaCompiler compiler) throws IOException {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    StringWriter output = new StringWriter();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      Iterable<? extends JavaFileObject> units =
          files.getJavaFileObjectsFromPaths(sources.stream().map(Path::of).toList());
      JavaCompiler.CompilationTask task =
          compiler.getTask(output, files, diagnostics, options, classes, units);
      task.setProcessors(List.of(new SourceGenerator(), new SecretProcessor()));
      boolean succeeded = task.call();
      return new Outcome(succeeded, output + text(diagnostics.getDiagnostics()));
    }
  }

  private static String text(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
    return diagnostics.stream()
        .map(each -> each.getKind() + ": " + each.getMessage(Locale.ROOT))
        .collect(Collectors.joining("\n"));
  }
}
