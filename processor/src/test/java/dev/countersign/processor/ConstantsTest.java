package dev.countersign.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The class of constants that {@code -Acountersign.names} asks for. */
class ConstantsTest {
  private static final String OFF = "-Acountersign.missing=off";
  private static final String NAMES = "-Acountersign.names=com.acme.SecretNames";
  private static final Map<String, String> VALUES = Map.of("Key", "k", "Token", "t");

  @TempDir Path root;
  Workspace project;

  @BeforeEach
  void declareTheSecrets() throws IOException {
    project = new Workspace(root).declare("Key", "Token");
  }

  @Test
  void constants_areUsedInAnnotationsAndInCode_inOneCompilation() throws Exception {
    project.source(
        "com/acme/Main",
        """
        package com.acme;
        import static com.acme.SecretNames.Token;
        import dev.countersign.Secret;
        import dev.countersign.SecretSet;
        import dev.countersign.runtime.Secrets;
        public class Main implements java.util.function.Function<Secrets, String> {
          @Secret(SecretNames.Key) private String key;
          @Secret(com.acme.SecretNames.Key) String qualified;
          @Secret("K" + "ey") String plain;
          @SecretSet interface Set { @Secret(Token) String token(); }
          @SecretSet record Options(@Secret(SecretNames.Token) String token) {}
          static class Made { final String key; Made(@Secret(SecretNames.Key) String key) { this.key = key; } }
          public String apply(Secrets s) {
            s.inject(this);
            return key + qualified + plain + s.create(Set.class).token()
                + s.create(Options.class).token() + s.create(Made.class).key
                + s.get(SecretNames.Token).reveal();
          }
        }
        """);
    strictly().orFail();
    assertEquals("kkkttkt", project.run("com.acme.Main", VALUES));
  }

  @Test
  void moduleAndManifest_areWhatTheyAreWithoutConstants() throws Exception {
    project.source("com/acme/A", user("\"Key\""));
    project.compile(OFF).orFail();
    Map<String, String> plain = project.lists();
    project.source("com/acme/A", user("SecretNames.Key"));
    strictly().orFail();
    assertEquals(plain, project.lists());
  }

  @Test
  void secondCompilation_givesWhatTheFirstGave() throws Exception {
    project.source("com/acme/A", user("SecretNames.Key"));
    project.source(
        "com/acme/B", "package com.acme; class B { @dev.countersign.Secret(\"Token\") String t; }");
    strictly().orFail();
    Map<String, String> before = project.generated();
    project.compileOnly(List.of("com/acme/A"), OFF, NAMES).orFail();
    assertEquals(before, project.generated());
    project.compile(OFF, NAMES).orFail();
    assertEquals(before, project.generated());
  }

  @Test
  void newAndRemovedSecrets_areNewAndRemovedConstants() throws Exception {
    project.source("com/acme/A", user("SecretNames.Key"));
    strictly().orFail();
    project.declare("Later");
    project.source("com/acme/A", user("SecretNames.Later"));
    project.compile(OFF, NAMES).orFail();
    project.source("com/acme/A", user("SecretNames.Key"));
    Workspace.Compiled compiled = project.compile(OFF, NAMES);
    assertFalse(compiled.succeeded());
    assertFalse(compiled.containing("cannot find symbol").isEmpty());
  }

  @Test
  void constantThatIsNotThere_isLeftToTheCompiler_andTheRestIsStillChecked() throws Exception {
    project.source(
        "com/acme/A",
        """
        package com.acme;
        import dev.countersign.Secret;
        class A {
          @Secret(SecretNames.Kee) String one;
          @Secret("Typo") String two;
        }
        """);
    Workspace.Compiled compiled = project.compile(OFF, NAMES);
    assertEquals(1, compiled.containing("[Secret/").size(), compiled.messages().toString());
    assertEquals(1, compiled.containing("[Secret/Undeclared] Typo").size());
    assertFalse(compiled.containing("cannot find symbol").isEmpty());
    Diagnostic<?> theirs =
        compiled.diagnostics().stream()
            .filter(each -> each.getMessage(null).startsWith("cannot find symbol"))
            .findFirst()
            .orElseThrow();
    assertEquals(4, theirs.getLineNumber());
  }

  @Test
  void descriptions_areComments_whateverTheyHold() throws Exception {
    project.file(
        "secrets.toml",
        """
        application = "shop"
        [secrets.Key]
        description = "a */ public int x; <b> @param & \\\\u002a/ $L {@code\\n second"
        """);
    project.source("com/acme/A", user("SecretNames.Key"));
    strictly().orFail();
    String source = project.read("com/acme/SecretNames.java");
    assertTrue(source.contains("public static final String Key = \"Key\";"), source);
    assertTrue(
        source.contains("a *&#47; public int x; &lt;b&gt; &#64;param &amp; &#92;u002a/ $L"),
        source);
  }

  @Test
  void classesWithoutSecrets_haveTheConstantsToo() throws Exception {
    project.source("com/acme/A", "package com.acme; class A { String k = SecretNames.Token; }");
    strictly().orFail();
    assertTrue(project.exists("com/acme/SecretNames.class"));
    assertEquals(Map.of(), project.lists());
  }

  @Test
  void unnamedPackage_canHoldThem() throws Exception {
    project.source("A", "class A { @dev.countersign.Secret(Names.Key) String k; }");
    project.compile(OFF, "-Acountersign.names=Names").orFail();
    assertTrue(project.exists("Names.class"));
  }

  @Test
  void compilationOfTests_usesTheConstantsOfTheMainOne() throws Exception {
    project.source("com/acme/A", user("SecretNames.Key"));
    project.output("build/main").compile(OFF, NAMES).orFail();
    project.delete("com/acme/A");
    project.source("com/acme/ATest", user("SecretNames.Key").replace("class A", "class ATest"));
    project.output("build/test").library("build/main").compile(OFF, NAMES).orFail();
    assertFalse(project.exists("com/acme/SecretNames.class"));
    assertTrue(project.exists("com/acme/SecretInjectors_shop_build_test.class"));
  }

  @Test
  void classThatIsThereAlready_isAnError() throws Exception {
    project.source("com/acme/SecretNames", "package com.acme; class SecretNames {}");
    List<String> taken = project.compile(OFF, NAMES).containing("[Secret/NameTaken]");
    assertEquals(1, taken.size());
    assertTrue(taken.get(0).contains("com.acme.SecretNames would be generated"), taken.get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"class", "_", "true", "null", "int"})
  void wordOfTheLanguage_isNoConstant(String word) throws Exception {
    project.declare("Key", word);
    project.source("com/acme/A", "package com.acme; class A {}");
    assertEquals(
        List.of(
            "[Secret/InvalidOption] "
                + word
                + " is a word of Java, and no constant can be called so\n"
                + "  fix: rename the secret, or leave out -Acountersign.names"),
        project.compile(OFF, NAMES).containing("[Secret/"));
    project.compile(OFF).orFail();
  }

  @Test
  void withoutDeclarations_orWithMalformedOnes_theReasonIsToldOnce() throws Exception {
    project.file("secrets.toml", "application = 7\n");
    project.source("com/acme/A", user("SecretNames.Key"));
    List<String> malformed = project.compile(OFF, NAMES).containing("[Secret/");
    assertEquals(1, malformed.size(), malformed.toString());
    assertTrue(malformed.get(0).startsWith("[Secret/MalformedDeclarations] secrets.toml:1:"));
  }

  @Test
  void badClassName_isToldWhereNothingUsesASecret() throws Exception {
    project.source("com/acme/A", "package com.acme; class A {}");
    assertEquals(
        1,
        project
            .compile(OFF, "-Acountersign.names=com.acme.new")
            .containing("[Secret/InvalidOption] -Acountersign.names=com.acme.new is not understood")
            .size());
  }

  private Workspace.Compiled strictly() throws IOException {
    return project.compile("-Xlint:all,-processing", "-Werror", OFF, NAMES);
  }

  private static String user(String name) {
    return "package com.acme; class A { @dev.countersign.Secret(%s) String k; }".formatted(name);
  }
}
