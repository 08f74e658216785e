package dev.countersign.processor.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The plugin in all kinds of compilations. */
class PluginTest {
  private static final String[] SOUND = {
    "@Secret(\"Key\") private SecretValue key;",
    "void run(Secrets secrets) { secrets.get(\"Key\"); }",
  };
  private static final String[] WRONG = {
    "void run(Secrets secrets) {", "secrets.get(\"Kez\");", "}"
  };

  @TempDir Path root;
  PluginProject project;

  @BeforeEach
  void writeTheProject() throws Exception {
    project = new PluginProject(root).declare("Key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-proc:none", "--release=17", "-Xlint:all,-processing", "-g", "-parameters"})
  void soundProject_compilesWithWarningsAsErrors(String option) throws Exception {
    project.client(SOUND);
    PluginProject.Compiled compiled = project.compile("-Werror", option);
    assertTrue(compiled.succeeded(), compiled.messages() + compiled.out());
    assertEquals(List.of(), compiled.messages());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-proc:none",
        "--release=17",
        "-XDcompilePolicy=simple",
        "-XDcompilePolicy=byfile"
      })
  void wrongName_stopsTheCompilation(String option) throws Exception {
    project.client(WRONG);
    PluginProject.Compiled compiled = project.compile(option);
    assertFalse(compiled.succeeded());
    assertEquals(1, compiled.found().size(), compiled.messages().toString());
    assertTrue(
        compiled.found().get(0).startsWith("ERROR `secrets.get(\"Kez\");` [Secret/Undeclared]"));
  }

  @Test
  void root_isThatOfTheProcessor(@TempDir Path other) throws Exception {
    new PluginProject(other).declare("Kez");
    project.client(WRONG);
    assertEquals(List.of(), project.compile("-Acountersign.root=" + other).messages());
  }

  @Test
  void declarations_areReportedOnceByWhoeverMeetsThemFirst() throws Exception {
    project.file("secrets.toml", "application = \"shop\"\nunknown = 1\n");
    project.client("void run(Secrets s) {", "s.get(\"A\");", "s.get(\"B\");", "}");
    List<String> found = project.compile().found();
    assertEquals(1, found.size(), found.toString());
    assertTrue(
        found
            .get(0)
            .startsWith("ERROR `s.get(\"A\");` [Secret/MalformedDeclarations] secrets.toml:2:1: "),
        found.get(0));
  }

  @Test
  void withoutProcessor_rootIsLookedForFromTheSource() throws Exception {
    java.nio.file.Files.delete(root.resolve("secrets.toml"));
    project.client(WRONG);
    String found = project.compile("-proc:none").found().get(0);
    assertTrue(
        found.contains("[Secret/NoDeclarations] there is no secrets.toml in " + root), found);
    assertTrue(found.contains("\n  fix: secret init, or: -Xplugin:Countersign root=DIR"), found);
  }

  @Test
  void withoutProcessor_argumentsSayWhatItsOptionsSay(@TempDir Path other) throws Exception {
    new PluginProject(other).file("secrets.toml", "application = \"shop\"\n[secrets.Kez]\n");
    project.client(WRONG);
    List<String> found = project.arguments("root=" + other).compile("-proc:none").found();
    assertEquals(1, found.size(), found.toString());
    assertTrue(found.get(0).startsWith("WARNING `secrets.get(\"Kez\");` [Secret/Missing]"));
    project.arguments("root=" + other + " missing=off");
    assertEquals(List.of(), project.compile("-proc:none").found());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "leak=loud | leak=loud | write warning, error, note or off",
        "hardcoded= | hardcoded= | write warning, error, note or off",
        "leek=off | leek=off | write leak=",
        "leak | leak= | write warning, error, note or off",
      })
  void argumentThatIsNotTaken_isReportedOnce(String argument, String shown, String fix)
      throws Exception {
    project.client(SOUND).source("Other", "class Other {}");
    List<String> found = project.arguments(argument).compile().found();
    assertEquals(1, found.size(), found.toString());
    assertTrue(
        found
            .get(0)
            .contains(
                "[Secret/InvalidOption] -Xplugin:Countersign " + shown + " is not understood"),
        found.get(0));
    assertTrue(found.get(0).contains("\n  fix: " + fix), found.get(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "void run(Secrets s) { s.get(Nowhere.NAME); }",
        "void run(Secrets s) { s.got(\"Key\"); nowhere.log(s.get(\"Key\").reveal()); }",
        "void run() { new Nowhere(\"x\" + token.reveal()) { @Secret(\"Key\") Nowhere n = nowhere(); }; }",
        "class Loop extends Loop { @Secret(\"Key\") String k = \"x\" + k; }",
        "void run() { class Local { @Secret(Nowhere.NAME) String k; @Secret String l; @Secret() Nowhere m; } }",
        "@Secret(\"Key\") var x = \"y\"; void run() { x = ; }",
        "Object run(Object o) { return switch (o) { case Nowhere n -> o; default -> run( }; }",
        "void run() { int = \"a\" + this.password.; }",
        "@SuppressWarnings(Nowhere.X) void run(SecretValue v) { System.out.println(v.reveal()); }",
      })
  void brokenSource_isLeftToTheCompiler(String member) throws Exception {
    project.client(member);
    for (String policy : List.of("--should-stop=ifError=FLOW", "-g")) {
      PluginProject.Compiled compiled = project.compile(policy);
      assertFalse(compiled.succeeded());
      assertFalse(
          compiled.messages().toString().contains("InternalError"), compiled.messages().toString());
      assertFalse(compiled.out().contains("Exception"), compiled.out());
    }
  }

  @Test
  void everyKindOfSource_isReviewed() throws Exception {
    project.file("src/module-info.java", "module acme { requires java.logging; }");
    project.file("src/com/acme/package-info.java", "@Deprecated\npackage com.acme;\n");
    project.file(
        "src/com/acme/Kinds.java",
        """
        package com.acme;
        import java.util.function.*;
        interface Kinds { int ONE = 1; default int two() { return 2; } }
        enum Color { RED { @Override int n() { return 1; } }; int n() { return 0; } { n(); } static { RED.n(); } }
        record Point(int x, int y) { Point { if (x < 0) throw new IllegalArgumentException("x " + x); } }
        @interface Note { String value() default "a" + "b"; }
        sealed class Shape permits Round {}
        final class Round extends Shape {
          int[] sizes = {1, 2}; int[][] more = new int[2][];
          <T extends Comparable<T>> T most(T a, T b) { return a.compareTo(b) > 0 ? a : b; }
          String run(Object o) {
            outer:
            for (int i = 0, j = 1; i < 3; i++, j--) { if (i == j) continue outer; else break outer; }
            do { sizes[0]++; } while (sizes[0] < 3);
            synchronized (this) { ; }
            if (o instanceof String s && !s.isEmpty()) { return s + 1 + 'c' + 2.0; }
            String t = switch (sizes.length) { case 1, 2 -> "a"; case 3 -> { yield "b"; } default -> throw new IllegalStateException(); };
            switch (t) { case "a": t += "c"; case "b": break; default: t = null; }
            Function<Object, String> f = Object::toString;
            Supplier<Supplier<String>> g = () -> () -> f.apply(o);
            try (AutoCloseable c = () -> {}) { assert t != null : "t"; } catch (RuntimeException | Error e) { throw e; } catch (Exception e) { t = e.getMessage(); } finally { t = -1 + t; }
            return (String) (Object) f.apply(g.get().get()) + this.sizes[0] + int.class + ~1;
          }
        }
        """);
    PluginProject.Compiled compiled = project.compile("-proc:none");
    assertTrue(compiled.succeeded(), compiled.messages().toString());
    assertEquals(List.of(), compiled.messages());
  }

  @Test
  void deepExpression_isReviewed() throws Exception {
    StringBuilder sum = new StringBuilder("String run(String a) { return a");
    for (int i = 0; i < 700; i++) {
      sum.append(" + a");
    }
    project.client(sum + "; }");
    PluginProject.Compiled compiled = project.compile();
    assertTrue(compiled.succeeded(), compiled.messages().toString());
  }
}
