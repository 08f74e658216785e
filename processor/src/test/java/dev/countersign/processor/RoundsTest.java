package dev.countersign.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other processors generate, and what is not there yet. */
class RoundsTest {
  private static final String OFF = "-Acountersign.missing=off";

  @TempDir Path root;
  Workspace project;

  @BeforeEach
  void declareTheSecrets() throws IOException {
    project = new Workspace(root).declare("Key", "Token");
  }

  /** Writes one source in the first round. */
  static final class Generator extends AbstractProcessor {
    private final String name;
    private final String source;
    private boolean done;

    Generator(String name, String source) {
      this.name = name;
      this.source = source;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!done) {
        done = true;
        try (Writer writer = processingEnv.getFiler().createSourceFile(name).openWriter()) {
          writer.write(source);
        } catch (IOException e) {
          throw new AssertionError(e);
        }
      }
      return false;
    }
  }

  @Test
  void generatedClass_getsAModuleOfItsOwn_andBothAreServed() throws Exception {
    project.with(
        new Generator(
            "com.gen.G",
            "package com.gen; public class G { @dev.countersign.Secret(\"Key\") public String k; }"));
    project.source(
        "com/acme/Main",
        main(
            "@dev.countersign.Secret(\"Token\") private String token;",
            "com.gen.G g = new com.gen.G(); s.inject(g); s.inject(this); return g.k + token;"));
    project.compile(OFF, "-Xlint:all,-processing", "-Werror").orFail();
    assertEquals("kt", project.run("com.acme.Main", Map.of("Key", "k", "Token", "t")));
    assertEquals(
        "com.acme.SecretModule_shop_build_classes\ncom.gen.SecretModule2_shop_build_classes\n",
        project.read("META-INF/services/dev.countersign.runtime.SecretModule"));
  }

  @Test
  void moduleOfALaterRound_isKeptByACompilationThatDoesNotSeeIt() throws Exception {
    Generator generator =
        new Generator(
            "com.gen.G",
            "package com.gen; public class G { @dev.countersign.Secret(\"Key\") public String k; }");
    project.with(generator);
    project.source(
        "com/acme/A", "package com.acme; class A { @dev.countersign.Secret(\"Key\") String k; }");
    project.compile(OFF).orFail();
    Map<String, String> before = project.lists();
    assertTrue(before.toString().contains("SecretModule2_"));
    project.compileOnly(List.of("com/acme/A"), OFF).orFail();
    assertEquals(before, project.lists());
  }

  @Test
  void typeThatIsGenerated_isWaitedFor() throws Exception {
    project.with(
        new Generator(
            "com.gen.Base",
            """
            package com.gen;
            @dev.countersign.SecretSet
            public interface Base { @dev.countersign.Secret("Key") String key(); }
            """));
    project.source(
        "com/acme/Main",
        main(
            """
            @dev.countersign.SecretSet interface Set extends com.gen.Base {
              @dev.countersign.Secret("Token") String token();
            }
            """,
            "Set set = s.create(Set.class); return set.key() + set.token();"));
    project.compile(OFF).orFail();
    assertEquals("kt", project.run("com.acme.Main", Map.of("Key", "k", "Token", "t")));
  }

  @Test
  void constantThatIsGenerated_isWaitedFor() throws Exception {
    project.with(
        new Generator(
            "com.gen.Names",
            "package com.gen; public class Names { public static final String KEY = \"Key\"; }"));
    project.source(
        "com/acme/Main",
        main(
            "@dev.countersign.Secret(com.gen.Names.KEY) private String key;",
            "s.inject(this); return key;"));
    project.compile(OFF).orFail();
    assertEquals("k", project.run("com.acme.Main", Map.of("Key", "k")));
  }

  @Test
  void whatIsNeverThere_isLeftToTheCompiler_andTheRestIsStillChecked() throws Exception {
    project.source(
        "com/acme/A",
        """
        package com.acme;
        import dev.countersign.Secret;
        class A {
          @Secret("Key") Nowhere one;
          @Secret(Nowhere.KEY) String two;
          @Secret("Key" + Nowhere.KEY) String three;
          @Secret("Typo") String four;
          @Secret("Key") java.util.Optional<Nowhere> five;
        }
        """);
    Workspace.Compiled compiled = project.compile(OFF);
    assertFalse(compiled.succeeded());
    List<String> ours = compiled.containing("[Secret/");
    assertEquals(1, ours.size(), ours.toString());
    assertTrue(ours.get(0).startsWith("[Secret/Undeclared] Typo"));
    assertFalse(compiled.containing("cannot find symbol").isEmpty());
  }

  @Test
  void sourcesThatDoNotParse_orInheritThemselves_areLeftToTheCompiler() throws Exception {
    project.source(
        "com/acme/A",
        "package com.acme; class A extends A { @dev.countersign.Secret(\"Key\") String k; }");
    project.source(
        "com/acme/B", "package com.acme; @dev.countersign.SecretSet interface B extends B { }");
    project.source(
        "com/acme/C", "package com.acme; class C { @dev.countersign.Secret(\"Key\" String k; }");
    Workspace.Compiled compiled = project.compile(OFF);
    assertFalse(compiled.succeeded());
    assertEquals(List.of(), compiled.containing("InternalError"));
    project.delete("com/acme/C");
    assertEquals(List.of(), project.compile(OFF).containing("InternalError"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"@Secret", "@Secret(5)", "@Secret(null)", "@Secret({\"Key\", \"Key\"})"})
  void annotationThatIsNotValid_isLeftToTheCompiler(String annotation) throws Exception {
    project.source(
        "com/acme/A",
        "package com.acme; import dev.countersign.Secret; class A { "
            + annotation
            + " String k; }");
    Workspace.Compiled compiled = project.compile(OFF);
    assertFalse(compiled.succeeded());
    assertEquals(List.of(), compiled.containing("[Secret/"));
  }

  private static String main(String member, String body) {
    return """
        package com.acme;
        import dev.countersign.runtime.Secrets;
        public class Main implements java.util.function.Function<Secrets, String> {
          %s
          public String apply(Secrets s) { %s }
        }
        """
        .formatted(member, body);
  }
}
