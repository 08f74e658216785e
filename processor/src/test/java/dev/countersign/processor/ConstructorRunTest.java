package dev.countersign.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Constructors that take secrets: factories, compiled under every lint, loaded and run. */
class ConstructorRunTest {
  private static final Map<String, String> VALUES = Map.of("Key", "k3y", "Token", "t0ken");

  @TempDir Path root;
  Workspace project;

  @BeforeEach
  void declareTheSecrets() throws IOException {
    project = new Workspace(root).declare("Key", "Token");
  }

  @Test
  void constructorOfSecretsAlone_isCalledByCreate() throws Exception {
    assertEquals(
        "k3y t0ken",
        run(
            """
            static final class Client {
              private final String key;
              private final SecretValue token;
              Client(@Secret("Key") String key, @Secret("Token") SecretValue token) {
                this.key = key;
                this.token = token;
              }
            }
            """,
            "Client c = s.create(Client.class); return c.key + \" \" + c.token.reveal();"));
  }

  @Test
  void constructorThatTakesMore_hasAFactory() throws Exception {
    project.source(
        "com/acme/Deployer",
        type(
            """
            class Deployer {
              final String all;
              Deployer(int port, @Secret("Key") String key, String secrets, @Secret("Token") char... token) {
                all = port + key + secrets + new String(token);
              }
            }
            """));
    assertEquals("80k3y!t0ken", run("", "return Deployer_Factory.create(s, 80, \"!\").all;"));
  }

  @Test
  void createOfAClassThatNeedsMore_namesTheFactory() throws Exception {
    assertEquals(
        "com.acme.Main$In has a constructor that takes more than secrets, is generic or throws\n"
            + "  fix: call Main$In_Factory.create(secrets, …)",
        run(
            "static class In { In(@Secret(\"Key\") String key, int n) {} }",
            "try { s.create(In.class); return \"\"; }"
                + " catch (RuntimeException e) { return e.getMessage(); }"));
  }

  @Test
  void genericsExceptionsAndVariableArguments_areThoseOfTheConstructor() throws Exception {
    project.source(
        "com/acme/Box",
        type(
            """
            public class Box<T extends Comparable<T>> {
              final String all;
              @SafeVarargs
              protected <E extends Exception> Box(
                  @Secret("Key") Supplier<String> key, Class<E> type, T one, List<T>... more)
                  throws E, java.io.IOException {
                all = key.get() + one + more.length;
              }
            }
            """));
    project.source(
        "com/acme/Many",
        type(
            """
            class Many {
              final String all;
              Many(@Secret("Key") String key, List<?>... more) { all = key + more.length; }
            }
            """));
    assertEquals(
        "k3y71k3y2",
        run(
            "@SuppressWarnings({\"unchecked\", \"rawtypes\"}) static List<Integer>[] lists() { return new List[1]; }",
            """
            try {
              Box<Integer> box = Box_Factory.<Integer, RuntimeException>create(
                  s, RuntimeException.class, 7, lists());
              return box.all + Many_Factory.create(s, new List<?>[2]).all;
            } catch (java.io.IOException e) {
              throw new AssertionError(e);
            }
            """));
  }

  @Test
  void arrayOfVariableArguments_staysOne() throws Exception {
    project.source(
        "com/acme/Hosts",
        type(
            """
            class Hosts {
              final int n;
              Hosts(@Secret("Key") String key, String... hosts) { n = hosts.length; }
            }
            """));
    assertEquals("2", run("", "return \"\" + Hosts_Factory.create(s, \"a\", \"b\").n;"));
  }

  @Test
  void uncheckedException_isNoReasonForAFactory() throws Exception {
    assertEquals(
        "k3y",
        run(
            """
            static class In {
              final String key;
              In(@Secret("Key") String key) throws IllegalStateException { this.key = key; }
            }
            """,
            "return s.create(In.class).key;"));
  }

  @Test
  void classWithFieldsToo_hasBoth() throws Exception {
    assertEquals(
        "k3y null t0ken",
        run(
            """
            static class In {
              final String key;
              @Secret("Token") private String token;
              In(@Secret("Key") String key) { this.key = key; }
            }
            """,
            """
            In in = s.create(In.class);
            String before = in.token;
            s.inject(in);
            return in.key + " " + before + " " + in.token;
            """));
  }

  @Test
  void constructorsOfARecord_canTakeSecretsIfItIsNoSet() throws Exception {
    assertEquals(
        "k3y80",
        run(
            """
            record Endpoint(String all) {
              Endpoint(@Secret("Key") String key, int port) { this(key + port); }
            }
            """,
            "return Main$Endpoint_Factory.create(s, 80).all();"));
  }

  @Test
  void deprecatedAndRawTypes_areNamedWithoutWarnings() throws Exception {
    project.source(
        "com/acme/Old",
        type(
            """
            class Old {
              final String key;
              @Deprecated @SuppressWarnings({"rawtypes", "removal", "deprecation"})
              Old(@Secret("Key") String key, List list, List<Map> maps, Gone gone) { this.key = key; }
            }
            """));
    project.source("com/acme/Gone", type("@Deprecated(forRemoval = true) class Gone {}"));
    assertEquals("k3y", run("", "return Old_Factory.create(s, null, null, null).key;"));
  }

  @Test
  void nullableParameters_areNullableInTheFactory() throws Exception {
    project.source(
        "com/acme/Nullable",
        type(
            """
            @java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE)
            @interface Nullable {}
            """));
    project.source(
        "com/acme/Marked",
        """
        package com.acme;
        class Marked {
          @java.lang.annotation.Target(java.lang.annotation.ElementType.PARAMETER)
          @interface Nullable {}
        }
        """);
    project.source(
        "com/acme/Loose",
        type(
            """
            class Loose {
              Loose(@Secret("Key") String key, Map.@Nullable Entry<String, @Nullable String> entry,
                  String @Nullable [] names, @Marked.Nullable String[] others) {}
            }
            """));
    assertEquals("", run("", "Loose_Factory.create(s, null, null, null); return \"\";"));
    String factory = project.read("com/acme/Loose_Factory.java");
    assertTrue(factory.contains("Map. @Nullable Entry<String"), factory);
    assertTrue(factory.contains("String @Nullable [] names"), factory);
    assertTrue(factory.contains("@Marked.Nullable String[] others"), factory);
  }

  @Test
  void typeThatAnotherProcessorGenerates_isWaitedFor() throws Exception {
    project.with(
        new RoundsTest.Generator("com.acme.Later", "package com.acme; public class Later {}"));
    project.source(
        "com/acme/Waits",
        type("class Waits { Waits(@Secret(\"Key\") String key, List<? extends Later> more) {} }"));
    assertEquals("", run("", "Waits_Factory.create(s, null); return \"\";"));
  }

  @Test
  void manifest_listsTheParameters_andModulesServeWhatCreateCanMake() throws Exception {
    project.source("com/acme/A", type("class A { A(@Secret(\"Key\") String key) {} }"));
    project.source("com/acme/B", type("class B { B(@Secret(\"Key\") String key, int n) {} }"));
    compileStrictly();
    Map<String, String> lists = project.lists();
    String manifest = lists.get("META-INF/countersign/shop_build_classes.json");
    assertTrue(manifest.contains("\"member\": \"(key)\""), manifest);
    assertTrue(manifest.contains("\"kind\": \"constructed\""), manifest);
    assertTrue(manifest.contains("\"kind\": \"assisted\""), manifest);
    String module = project.read("com/acme/SecretModule_shop_build_classes.java");
    assertTrue(module.contains("new A_Factory()"), module);
    assertFalse(module.contains("B_Factory"), module);
    project.compileOnly(List.of("com/acme/A"), "-Acountersign.missing=off").orFail();
    assertEquals(lists, project.lists());
  }

  @Test
  void factoryOfAConstructorThatTakesNoMoreSecrets_isDeleted() throws Exception {
    project.source("com/acme/A", type("class A { A(@Secret(\"Key\") String key) {} }"));
    project.source("com/acme/B", type("class B { @Secret(\"Key\") String key; }"));
    compileStrictly();
    assertTrue(project.exists("com/acme/A_Factory.class"));
    project.source("com/acme/A", type("class A { A(String key) {} }"));
    project.compileOnly(List.of("com/acme/A"), "-Acountersign.missing=off").orFail();
    assertFalse(project.exists("com/acme/A_Factory.class"));
    assertTrue(project.exists("com/acme/SecretInjectors_shop_build_classes.class"));
  }

  private String run(String members, String body) throws Exception {
    project.source(
        "com/acme/Main",
        type(
            """
            public class Main implements Function<Secrets, String> {
              %s
              public String apply(Secrets s) { %s }
            }
            """
                .formatted(members, body)));
    compileStrictly();
    return project.run("com.acme.Main", VALUES);
  }

  private void compileStrictly() throws IOException {
    project
        .compile("-Xlint:all,-processing,-deprecation", "-Werror", "-Acountersign.missing=off")
        .orFail();
  }

  private static String type(String declaration) {
    return """
        package com.acme;
        import dev.countersign.Secret;
        import dev.countersign.runtime.SecretValue;
        import dev.countersign.runtime.Secrets;
        import java.util.List;
        import java.util.Map;
        import java.util.function.Function;
        import java.util.function.Supplier;
        """
        + declaration;
  }
}
