package dev.countersign.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is generated, compiled under every lint with warnings as errors, loaded and run. */
class RunTest {
  private static final Map<String, String> VALUES = Map.of("Key", "k3y", "Token", "t0ken");

  @TempDir Path root;
  Workspace project;

  @BeforeEach
  void declareTheSecrets() throws IOException {
    project = new Workspace(root);
    project.file(
        "secrets.toml",
        """
        application = "shop"
        [secrets.Key]
        [secrets.Token]
        [secrets.Absent]
        optional = true
        """);
  }

  @Test
  void everyTypeAndAccess_isFilled() throws Exception {
    assertEquals(
        "k3y k3y k3y k3y k3y Optional.empty true SecretValue[redacted]",
        run(
            """
            public class Main implements Function<Secrets, String> {
              @Secret("Key") private String text;
              @Secret("Key") char[] chars;
              @Secret("Key") protected byte[] bytes;
              @Secret("Key") public SecretValue value;
              @Secret("Key") private Optional<String> optional;
              @Secret("Absent") Optional<char[]> absent;
              @Secret("Key") private Optional<SecretValue> optionalValue;
              public String apply(Secrets secrets) {
                secrets.inject(this);
                return String.join(" ", text, new String(chars), new String(bytes),
                    value.reveal(), optional.get(), absent.toString(),
                    optionalValue.isPresent() + "", value.toString());
              }
            }
            """));
  }

  @Test
  void staticFields_areFilledApartFromInstances() throws Exception {
    assertEquals(
        "null k3y k3y t0ken",
        run(
            """
            public class Main implements Function<Secrets, String> {
              @Secret("Key") private static String hidden;
              @Secret("Key") static String seen;
              @Secret("Token") private String own;
              public String apply(Secrets secrets) {
                secrets.inject(this);
                String before = hidden;
                secrets.inject(Main.class);
                return before + " " + hidden + " " + seen + " " + own;
              }
            }
            """));
  }

  @Test
  void privateNestedClasses_areFilled() throws Exception {
    assertEquals(
        "k3y t0ken k3y",
        run(
            """
            public class Main implements Function<Secrets, String> {
              private static class Hidden {
                @Secret("Key") String seen;
                @Secret("Token") private static String ofClass;
                private class Deep { @Secret("Key") private String deep; }
              }
              public String apply(Secrets secrets) {
                Hidden hidden = new Hidden();
                Hidden.Deep deep = hidden.new Deep();
                secrets.inject(hidden);
                secrets.inject(Hidden.class);
                secrets.inject(deep);
                return hidden.seen + " " + Hidden.ofClass + " " + deep.deep;
              }
            }
            """));
  }

  @Test
  void genericClasses_areFilledWithoutWarnings() throws Exception {
    assertEquals(
        "k3y t0ken k3y",
        run(
            """
            public class Main implements Function<Secrets, String> {
              static class Box<T extends Comparable<T>, U> {
                @Secret("Key") Optional<String> value;
                @Secret("Token") private String hidden;
                class Inner { @Secret("Key") String value; }
              }
              public String apply(Secrets secrets) {
                Box<String, Integer> box = new Box<>();
                Box<String, Integer>.Inner inner = box.new Inner();
                secrets.inject(box);
                secrets.inject(inner);
                return box.value.get() + " " + box.hidden + " " + inner.value;
              }
            }
            """));
  }

  @Test
  void inheritedFields_areFilledByTheirOwnInjector() throws Exception {
    assertEquals(
        "k3y t0ken k3y",
        run(
            """
            public class Main implements Function<Secrets, String> {
              static class Top { @Secret("Key") private String value; String top() { return value; } }
              static class Middle extends Top { }
              static class Bottom extends Middle { @Secret("Token") private String value; }
              public String apply(Secrets secrets) {
                Bottom bottom = new Bottom();
                secrets.inject(bottom);
                Top anonymous = new Top() {};
                secrets.inject(anonymous);
                return bottom.top() + " " + bottom.value + " " + anonymous.top();
              }
            }
            """));
  }

  @Test
  void deprecatedMembers_areFilledWithoutWarnings() throws Exception {
    assertEquals(
        "k3y t0ken",
        run(
            """
            public class Main implements Function<Secrets, String> {
              @Deprecated static class Old {
                @Deprecated(forRemoval = true) @Secret("Key") String gone;
                @Deprecated @Secret("Token") static String old;
              }
              @SuppressWarnings({"deprecation", "removal"})
              public String apply(Secrets secrets) {
                Old old = new Old();
                secrets.inject(old);
                secrets.inject(Old.class);
                return old.gone + " " + Old.old;
              }
            }
            """));
  }

  @Test
  void namesThatLookAlike_haveTheirOwnInjectors() throws Exception {
    project.source(
        "com/acme/A_B", type("public class A_B { @Secret(\"Token\") public String b; }"));
    assertEquals(
        "k3y t0ken",
        run(
            """
            public class Main implements Function<Secrets, String> {
              static class A { static class B { @Secret("Key") String b; } }
              public String apply(Secrets secrets) {
                A.B nested = new A.B();
                A_B plain = new A_B();
                secrets.inject(nested);
                secrets.inject(plain);
                return nested.b + " " + plain.b;
              }
            }
            """));
  }

  @Test
  void fieldNamesThatClashInTheInjector_areAllFilled() throws Exception {
    assertEquals(
        "k3yt0kenk3yt0ken",
        run(
            """
            public class Main implements Function<Secrets, String> {
              @Secret("Key") private String token;
              @Secret("Token") private String TOKEN;
              @Secret("Key") private String target;
              @Secret("Token") String secrets;
              public String apply(Secrets given) {
                given.inject(this);
                return token + TOKEN + target + secrets;
              }
            }
            """));
  }

  @Test
  void unnamedPackage_servesNamedOnesToo() throws Exception {
    project.source(
        "com/acme/Named", type("public class Named { @Secret(\"Key\") public String k; }"));
    project.source(
        "Main",
        """
        import dev.countersign.Secret;
        import dev.countersign.runtime.Secrets;
        public class Main implements java.util.function.Function<Secrets, String> {
          @Secret("Token") private String token;
          public String apply(Secrets secrets) {
            com.acme.Named named = new com.acme.Named();
            secrets.inject(named);
            secrets.inject(this);
            return named.k + " " + token;
          }
        }
        """);
    compileStrictly();
    assertEquals("k3y t0ken", project.run("Main", VALUES));
  }

  @Test
  void ownTypesCalledAsOurs_doNotMisleadGeneratedCode() throws Exception {
    project.source("com/acme/Sites", type("class Sites {}"));
    project.source("com/acme/String", type("class String {}"));
    project.source("com/acme/Override", type("class Override {}"));
    assertEquals(
        "t0ken",
        run(
            """
            public class Main implements Function<Secrets, java.lang.String> {
              @SecretSet interface Set {
                @Secret("Token") java.lang.String token();
                class Secrets {}
                class Optional {}
              }
              @Secret("Key") private java.lang.String key;
              public java.lang.String apply(Secrets secrets) {
                secrets.inject(this);
                return secrets.create(Set.class).token();
              }
            }
            """));
  }

  @Test
  void typeAnnotations_doNotMatter() throws Exception {
    assertEquals(
        "k3y k3y true",
        run(
            """
            public class Main implements Function<Secrets, String> {
              @java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE)
              @interface Marked {}
              @Secret("Key") @Marked String text;
              @Secret("Key") char @Marked [] chars;
              @Secret("Key") private Optional<@Marked SecretValue> value;
              public String apply(Secrets secrets) {
                secrets.inject(this);
                return text + " " + new String(chars) + " " + value.isPresent();
              }
            }
            """));
  }

  @Test
  void recordsAndEnums_haveTheirStaticFieldsFilled() throws Exception {
    assertEquals(
        "k3y t0ken",
        run(
            """
            public class Main implements Function<Secrets, String> {
              record Plain(int n) { @Secret("Key") private static String key; }
              enum Kind { ONE; @Secret("Token") static String token; }
              public String apply(Secrets secrets) {
                secrets.inject(Plain.class);
                secrets.inject(Kind.class);
                return Plain.key + " " + Kind.token;
              }
            }
            """));
  }

  private String run(String main) throws Exception {
    project.source("com/acme/Main", type(main));
    compileStrictly();
    return project.run("com.acme.Main", VALUES);
  }

  private void compileStrictly() throws IOException {
    project.compile("-Xlint:all,-processing", "-Werror", "-Acountersign.missing=off").orFail();
  }

  private static String type(String declaration) {
    return """
        package com.acme;
        import dev.countersign.Secret;
        import dev.countersign.SecretSet;
        import dev.countersign.runtime.SecretValue;
        import dev.countersign.runtime.Secrets;
        import java.util.Optional;
        import java.util.function.Function;
        """
        + declaration;
  }
}
