package dev.countersign.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sets: what is generated, compiled under every lint with warnings as errors, loaded and run. */
class SetRunTest {
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
  void interfaces_areImplemented_andPrintNothing() throws Exception {
    assertEquals(
        "k3y t0ken true Set[redacted]",
        run(
            """
            public class Main implements Function<Secrets, String> {
              @SecretSet interface Set {
                @Secret("Key") String key();
                @Secret("Token") SecretValue token();
                @Secret("Absent") Optional<byte[]> absent();
                default boolean isAbsent() { return absent().isEmpty(); }
                static int helper() { return 1; }
                String toString();
              }
              public String apply(Secrets secrets) {
                Set set = secrets.create(Set.class);
                return set.key() + " " + set.token().reveal() + " " + set.isAbsent() + " " + set;
              }
            }
            """));
  }

  @Test
  void records_areCreatedThroughTheirConstructor() throws Exception {
    assertEquals(
        "K3Y t0ken Optional.empty",
        run(
            """
            public class Main implements Function<Secrets, String> {
              @SecretSet record Set(
                  @Secret("Key") String key,
                  @Secret("Token") char[] token,
                  @Secret("Absent") Optional<String> absent) {
                Set {
                  key = key.toUpperCase();
                }
              }
              public String apply(Secrets secrets) {
                Set set = secrets.create(Set.class);
                return set.key() + " " + new String(set.token()) + " " + set.absent();
              }
            }
            """));
  }

  @Test
  void recordWithItsOwnAccessor_andCanonicalConstructor_isOneSiteAComponent() throws Exception {
    assertEquals(
        "own k3y",
        run(
            """
            public class Main implements Function<Secrets, String> {
              @SecretSet record Set(@Secret("Key") String key) {
                Set(String key) { this.key = "own " + key; }
                public String key() { return key; }
              }
              public String apply(Secrets secrets) {
                return secrets.create(Set.class).key();
              }
            }
            """));
  }

  @Test
  void inheritedMethods_areImplemented() throws Exception {
    assertEquals(
        "k3y t0ken fixed",
        run(
            """
            public class Main implements Function<Secrets, String> {
              @SecretSet interface Keyed { @Secret("Key") String key(); }
              interface Modes { default String mode() { return "fixed"; } }
              @SecretSet interface Set extends Keyed, Modes { @Secret("Token") String token(); }
              public String apply(Secrets secrets) {
                Set set = secrets.create(Set.class);
                return set.key() + " " + set.token() + " " + set.mode();
              }
            }
            """));
  }

  @Test
  void setFromAClassFile_isAParentToo() throws Exception {
    project.source(
        "com/acme/Base",
        type("@SecretSet public interface Base { @Secret(\"Key\") String key(); }"));
    compileStrictly();
    project.source(
        "com/acme/Main",
        type(
            """
            public class Main implements Function<Secrets, String> {
              @SecretSet interface Set extends Base { @Secret("Token") String token(); }
              public String apply(Secrets secrets) {
                Set set = secrets.create(Set.class);
                return set.key() + " " + set.token();
              }
            }
            """));
    project.compileOnly(List.of("com/acme/Main"), "-Acountersign.missing=off").orFail();
    assertEquals("k3y t0ken", project.run("com.acme.Main", VALUES));
  }

  @Test
  void defaultMethodOfAParent_needsNoSecret() throws Exception {
    assertEquals(
        "k3y fixed",
        run(
            """
            public class Main implements Function<Secrets, String> {
              interface Mode { String mode(); }
              interface Fixed extends Mode { default String mode() { return "fixed"; } }
              @SecretSet interface Set extends Mode, Fixed { @Secret("Key") String key(); }
              public String apply(Secrets secrets) {
                Set set = secrets.create(Set.class);
                return set.key() + " " + set.mode();
              }
            }
            """));
  }

  @Test
  void parentsThatDeclareTheSame_areOneMethod_andOneAnnotationIsEnough() throws Exception {
    assertEquals(
        "k3y",
        run(
            """
            public class Main implements Function<Secrets, String> {
              interface Plain { String key(); }
              @SecretSet interface One { @Secret("Key") String key(); }
              @SecretSet interface Two { @Secret("Key") String key(); }
              @SecretSet interface Set extends Plain, One, Two {}
              public String apply(Secrets secrets) {
                return secrets.create(Set.class).key();
              }
            }
            """));
  }

  @Test
  void genericParent_isRead() throws Exception {
    project.source(
        "com/acme/Set",
        type(
            """
            @SecretSet public interface Set extends Typed<String> {
              @Secret("Key") String value();
            }
            """));
    project.source("com/acme/Typed", type("interface Typed<T> { T value(); }"));
    assertEquals(
        "k3y",
        run(
            """
            public class Main implements Function<Secrets, String> {
              public String apply(Secrets secrets) {
                return secrets.create(Set.class).value();
              }
            }
            """));
  }

  @Test
  void genericSet_isTheParentOfThoseThatSayOfWhat() throws Exception {
    assertEquals(
        "k3y 5 3 com.acme.Main$Typed is generic\n  fix: create a @SecretSet that extends it",
        run(
            """
            public class Main implements Function<Secrets, String> {
              @SecretSet interface Typed<T, U> {
                @Secret("Key") T key();
                @Secret("Token") Optional<U> token();
                @Secret("Key") String text();
              }
              @SecretSet interface Set extends Typed<String, char[]> {}
              @SecretSet interface Other extends Typed<byte[], String> {}
              public String apply(Secrets secrets) {
                Set set = secrets.create(Set.class);
                Other other = secrets.create(Other.class);
                String made = set.key() + " " + set.token().get().length + " " + other.key().length;
                try {
                  return made + " " + secrets.create(Typed.class);
                } catch (RuntimeException e) {
                  return made + " " + e.getMessage();
                }
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
