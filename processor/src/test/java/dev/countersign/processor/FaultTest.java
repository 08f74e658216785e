package dev.countersign.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults of the surroundings, and our own. */
class FaultTest {
  private static final String OFF = "-Acountersign.missing=off";

  @TempDir Path root;
  Workspace project;

  @BeforeEach
  void writeTheProject() throws IOException {
    project = new Workspace(root).declare("Key");
    project.source(
        "com/acme/A", "package com.acme; class A { @dev.countersign.Secret(\"Key\") String k; }");
  }

  @Test
  void faultOfOurs_isOneDiagnosticThatAsksForAReport() throws Exception {
    List<String> messages = compile(new IllegalStateException("boom"));
    assertEquals(1, messages.size(), messages.toString());
    assertTrue(
        messages
            .get(0)
            .startsWith(
                "[Secret/InternalError] the processor failed: java.lang.IllegalStateException: boom at "),
        messages.get(0));
    assertTrue(messages.get(0).contains("fix: please report it"));
  }

  @Test
  void filesThatCannotBeWritten_areReportedByName() throws Exception {
    List<String> messages = compile(new IOException("disk full"));
    assertTrue(
        messages.contains(
            "[Secret/UnwritableOutput] cannot write com.acme.SecretInjectors_shop_build_classes: disk full\n  fix: make the compiler's output writable"),
        messages.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"countersign/shop_build_classes.json/in-the-way", "countersign"})
  void manifestThatCannotBeWritten_isReported(String inTheWay) throws Exception {
    project.file("build/classes/META-INF/" + inTheWay, "");
    Workspace.Compiled compiled = project.compile(OFF);
    assertFalse(compiled.succeeded());
    String messages = compiled.messages().toString();
    assertTrue(
        messages.contains("[Secret/UnwritableOutput] cannot write META-INF/countersign/"),
        messages);
  }

  @Test
  void ownClassCalledAsAFactory_isNamed() throws Exception {
    String parameter = "@dev.countersign.Secret(\"Key\") String k";
    project.source("com/acme/A", "package com.acme; class A { A(" + parameter + ") {} }");
    project.source("com/acme/A_Factory", "package com.acme; class A_Factory {}");
    Workspace.Compiled compiled = project.compile(OFF);
    assertFalse(compiled.succeeded());
    assertEquals(
        1,
        compiled
            .containing(
                "[Secret/NameTaken] com.acme.A_Factory would be generated, and is there already")
            .size());
  }

  @Test
  void classOfAnEarlierCompilation_thatCannotBeRead_isNamed() throws Exception {
    project.source("com/acme/Mode", "package com.acme; enum Mode { TEST }");
    String site = "@dev.countersign.Secret(\"Key\") Mode mode;";
    project.source("com/acme/B", "package com.acme; class B { " + site + " }");
    project.compile(OFF).orFail();
    project.delete("com/acme/Mode");
    Workspace.Compiled compiled = project.compileOnly(List.of("com/acme/A"), OFF);
    assertFalse(compiled.succeeded());
    assertEquals(
        List.of(
            "[Secret/UnreadableClass] com.acme.B was compiled earlier, and cannot be read now\n"
                + "  fix: compile it again, or put the compiler's output on the class path"),
        compiled.containing("[Secret/"));
  }

  /** Compiles with a processor whose filer fails when it is to create a file. */
  private List<String> compile(Exception fault) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    Path output = Files.createDirectories(root.resolve("build/classes"));
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
      List<String> options =
          List.of("-d", output.toString(), "-classpath", Workspace.classPath(), OFF);
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              null,
              files,
              diagnostics,
              options,
              null,
              files.getJavaFileObjects(root.resolve("src/com/acme/A.java")));
      task.setProcessors(List.of(new Faulty(fault)));
      assertFalse(task.call());
    }
    return diagnostics.getDiagnostics().stream().map(each -> each.getMessage(Locale.ROOT)).toList();
  }

  /** Our processor, in surroundings that fail. */
  static final class Faulty extends AbstractProcessor {
    private final SecretProcessor ours = new SecretProcessor();
    private final Exception fault;

    Faulty(Exception fault) {
      this.fault = fault;
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      Filer filer =
          proxy(
              Filer.class,
              environment.getFiler(),
              "createSourceFile",
              () -> {
                throw fault;
              });
      ours.init(proxy(ProcessingEnvironment.class, environment, "getFiler", () -> filer));
    }

    @Override
    public Set<String> getSupportedOptions() {
      return ours.getSupportedOptions();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return ours.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return ours.getSupportedSourceVersion();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      ours.process(annotations, round);
      return false;
    }

    private static <T> T proxy(Class<T> type, T target, String method, Callable<Object> instead) {
      return type.cast(
          Proxy.newProxyInstance(
              type.getClassLoader(),
              new Class<?>[] {type},
              (self, called, arguments) -> {
                if (called.getName().equals(method)) {
                  return instead.call();
                }
                try {
                  return called.invoke(target, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              }));
    }
  }
}
