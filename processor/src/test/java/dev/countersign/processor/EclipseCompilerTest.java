package dev.countersign.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Eclipse compiler does as javac does, though it throws where javac does not. */
class EclipseCompilerTest {
  private static final String OFF = "-Acountersign.missing=off";
  private static final String MAIN =
      """
      package com.acme;
      import dev.countersign.Secret;
      import dev.countersign.SecretSet;
      import dev.countersign.runtime.Secrets;
      import java.util.Optional;
      public class Main implements java.util.function.Function<Secrets, String> {
        @Secret("Key") private String key;
        @SecretSet interface Set { @Secret("Token") char[] token(); }
        @SecretSet record Options(@Secret("Key") Optional<String> key) {}
        public String apply(Secrets secrets) {
          secrets.inject(this);
          String token = new String(secrets.create(Set.class).token());
          return key + token + secrets.create(Options.class).key().get();
        }
      }
      """;

  @TempDir Path root;
  @TempDir Path other;

  @Test
  void project_compilesAndRuns() throws Exception {
    Workspace project = eclipse(root).source("com/acme/Main", MAIN);
    Workspace.Compiled compiled = project.compile(OFF).orFail();
    assertEquals(List.of(), compiled.containing("SuppressWarnings"));
    assertEquals("ktk", project.run("com.acme.Main", Map.of("Key", "k", "Token", "t")));
  }

  @Test
  void output_isWhatJavacGives() throws Exception {
    Workspace one = eclipse(root).source("com/acme/Main", MAIN);
    one.compile(OFF, "-s", root.resolve("build/classes").toString()).orFail();
    Workspace same = new Workspace(other).declare("Key", "Token").source("com/acme/Main", MAIN);
    same.compile(OFF).orFail();
    assertEquals(same.generated(), one.generated());
  }

  @Test
  void undeclaredSecret_isReportedAtItsLine() throws Exception {
    Workspace project =
        eclipse(root).source("com/acme/Main", MAIN.replace("\"Token\"", "\"Tokem\""));
    Workspace.Compiled compiled = project.compile();
    assertFalse(compiled.succeeded());
    Diagnostic<? extends JavaFileObject> ours =
        compiled.diagnostics().stream()
            .filter(each -> each.getMessage(null).startsWith("[Secret/Undeclared] Tokem"))
            .findFirst()
            .orElseThrow();
    assertEquals(8, ours.getLineNumber());
    assertEquals(List.of(), compiled.containing("InternalError"));
  }

  @Test
  void whatIsNeverThere_isLeftToTheCompiler() throws Exception {
    Workspace project = eclipse(root);
    project.source(
        "com/acme/A",
        """
        package com.acme;
        import dev.countersign.Secret;
        class A {
          @Secret("Key") Nowhere one;
          @Secret(Nowhere.KEY) String two;
          @Secret("Key") java.util.Optional<Nowhere> three;
        }
        """);
    Workspace.Compiled compiled = project.compile(OFF);
    assertFalse(compiled.succeeded());
    assertEquals(List.of(), compiled.containing("[Secret/"));
  }

  @Test
  void constants_areUsedInTheCompilationThatGeneratesThem() throws Exception {
    Workspace project =
        eclipse(root)
            .source(
                "com/acme/Main",
                MAIN.replace("\"Key\"", "SecretNames.Key")
                    .replace("\"Token\"", "com.acme.SecretNames.Token"));
    project.compile(OFF, "-Acountersign.names=com.acme.SecretNames").orFail();
    assertEquals("ktk", project.run("com.acme.Main", Map.of("Key", "k", "Token", "t")));
  }

  @Test
  void typesAndConstructors_areAsJavacHasThem() throws Exception {
    String main =
        """
        package com.acme;
        import dev.countersign.Secret;
        import dev.countersign.runtime.Secrets;
        import java.util.Optional;
        import java.util.function.Supplier;
        public class Main implements java.util.function.Function<Secrets, String> {
          enum Mode { A, B }
          @Secret("Key") private Mode mode;
          @Secret("Token") private int number;
          @Secret("Token") Supplier<Optional<Long>> supplier;
          static class Alone {
            final Mode mode;
            Alone(@Secret("Key") Mode mode) { this.mode = mode; }
          }
          static class More<T> {
            final String all;
            More(@Secret("Token") int number, T more, String... rest) throws java.io.IOException {
              all = number + "" + more + rest.length;
            }
          }
          public String apply(Secrets s) {
            s.inject(this);
            try {
              return mode + "" + number + supplier.get().get() + s.create(Alone.class).mode
                  + Main$More_Factory.create(s, "x", "y", "z").all;
            } catch (java.io.IOException e) {
              return e.toString();
            }
          }
        }
        """;
    Workspace one = eclipse(root).source("com/acme/Main", main);
    one.compile(OFF, "-s", root.resolve("build/classes").toString()).orFail();
    assertEquals("B77B7x2", one.run("com.acme.Main", Map.of("Key", "B", "Token", "7")));
    Workspace same = new Workspace(other).declare("Key", "Token").source("com/acme/Main", main);
    same.compile(OFF).orFail();
    assertEquals(same.generated(), one.generated());
  }

  private static Workspace eclipse(Path root) throws Exception {
    JavaCompiler compiler = ServiceLoader.load(JavaCompiler.class).findFirst().orElseThrow();
    return new Workspace(root).declare("Key", "Token").compiler(compiler, "--release", "17");
  }
}
