package dev.countersign.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.SecretProvider;
import dev.countersign.runtime.Secrets;
import dev.countersign.runtime.json.JsonReader;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a native image's builder is told, which is here held against what programs ask for. */
class ReachabilityTest {
  private static final String OFF = "-Acountersign.missing=off";
  private static final String PATH =
      "META-INF/native-image/dev.countersign/shop_build_classes/reachability-metadata.json";
  private static final String MANIFEST = "META-INF/countersign/shop_build_classes.json";
  private static final String STORE = "META-INF/countersign/store/shop/";

  @TempDir Path root;
  Workspace project;

  @BeforeEach
  void declareTheSecrets() throws IOException {
    project = new Workspace(root).declare("Key", "Token");
  }

  @Test
  void sitesThatCodeCanReach_needTheResourcesOnly() throws Exception {
    type("A", "@Secret(\"Key\") String key; @Secret(\"Token\") static char[] token;");
    type("B", "B(@Secret(\"Key\") String key) {}");
    type("C", "@dev.countersign.SecretSet record D(@Secret(\"Key\") String key) {}");
    compile();
    assertEquals(
        """
        {
          "resources": [
            {
              "glob": "META-INF/countersign/shop_build_classes.json"
            },
            {
              "glob": "META-INF/countersign/store/shop/**"
            }
          ]
        }
        """,
        project.read(PATH));
  }

  @Test
  void privateFields_areToldByName_andNoOthers() throws Exception {
    type(
        "Client",
        """
        @Secret("Token") private String token;
        @Secret("Key") private static char[] key;
        @Secret("Key") String open;
        private String other;
        """);
    compile();
    assertTrue(
        project
            .read(PATH)
            .startsWith(
                """
                {
                  "reflection": [
                    {
                      "type": "com.acme.Client",
                      "fields": [
                        {
                          "name": "key"
                        },
                        {
                          "name": "token"
                        }
                      ]
                    }
                  ],
                  "resources": [
                """),
        project.read(PATH));
  }

  @Test
  void page_showsWhatIsWritten() throws Exception {
    type("Client", "@Secret(\"Token\") private String token;");
    project.output("target/classes").compile(OFF).orFail();
    String page = Files.readString(Path.of("../docs/native-image.md"));
    String written = project.read(PATH.replace("build", "target"));
    assertTrue(page.contains("```json\n" + written + "```"), written);
  }

  @Test
  void privateClass_isToldWithAllItsFields_alsoThroughTheClassesAroundIt() throws Exception {
    type(
        "Outer",
        """
        private static class Hidden {
          @Secret("Token") String token;
          static class Inner { @Secret("Key") String key; }
        }
        static class Open { @Secret("Key") String key; }
        """);
    compile();
    assertEquals(
        Map.of(
            "com.acme.Outer$Hidden",
            List.of("token"),
            "com.acme.Outer$Hidden$Inner",
            List.of("key")),
        reflection());
  }

  @Test
  void enums_areToldForVerify_whateverIsAroundThem() throws Exception {
    type(
        "Levels",
        """
        enum One { A }
        enum Two { A }
        enum Three { A }
        @Secret("Key") One one;
        @Secret("Key") java.util.Optional<Two> two;
        @Secret("Key") java.util.function.Supplier<java.util.Optional<Three>> three;
        @Secret("Token") int number;
        @Secret("Token") byte[] bytes;
        @Secret("Token") java.util.Optional<dev.countersign.runtime.SecretValue> value;
        @Secret("Token") Integer boxed;
        """);
    compile();
    assertEquals(
        Map.of(
            "com.acme.Levels$One", List.of(),
            "com.acme.Levels$Two", List.of(),
            "com.acme.Levels$Three", List.of()),
        reflection());
  }

  @Test
  void classesThatAreNotCompiledNow_areToldAsBefore() throws Exception {
    type("A", "@Secret(\"Token\") private String token; @Secret(\"Key\") String key;");
    type("B", "@Secret(\"Key\") private String key;");
    compile();
    String before = project.read(PATH);
    project.compileOnly(List.of("com/acme/B"), OFF).orFail();
    assertEquals(before, project.read(PATH));
  }

  @Test
  void moduleWithoutUses_leavesNothing() throws Exception {
    type("A", "@Secret(\"Key\") private String key;");
    compile();
    assertTrue(project.exists(PATH));
    type("A", "");
    compile();
    assertFalse(project.exists(PATH));
  }

  @Test
  void renamedApplication_leavesNothingOfTheOldName() throws Exception {
    type("A", "@Secret(\"Key\") private String key;");
    compile();
    project.file("secrets.toml", "application = \"store\"\n[secrets.Key]\n");
    compile();
    assertFalse(project.exists(PATH));
    assertTrue(project.exists(PATH.replace("shop_", "store_")));
  }

  @Test
  void text_isJsonOfTheTwoKindsThatTheSchemaHas() throws Exception {
    type("A", "@Secret(\"Key\") private String key;");
    compile();
    assertEquals(Set.of("reflection", "resources"), json().keySet());
    for (Object each : (List<?>) json().get("reflection")) {
      assertTrue(Set.of("type", "fields").containsAll(((Map<?, ?>) each).keySet()));
    }
    for (Object each : (List<?>) json().get("resources")) {
      assertEquals(Set.of("glob"), ((Map<?, ?>) each).keySet());
    }
  }

  @Test
  void everyResourceThatIsAskedFor_isTold() throws Exception {
    type("A", "@Secret(\"Key\") public String key;");
    compile();
    Set<String> asked = resourcesAskedFor("com.acme.A");
    assertTrue(asked.remove("META-INF/services/dev.countersign.runtime.SecretModule"));
    assertTrue(asked.remove("META-INF/services/dev.countersign.runtime.SecretProvider"));
    assertTrue(asked.contains(MANIFEST) && asked.contains(STORE + "prod.secrets"), "" + asked);
    asked.removeIf(name -> name.equals(MANIFEST) || name.startsWith(STORE));
    assertEquals(Set.of(), asked);
    assertEquals(
        List.of(Map.of("glob", MANIFEST), Map.of("glob", STORE + "**")), json().get("resources"));
  }

  @Test
  void programThatTakesItselfForANativeImage_works() throws Exception {
    type(
        "Main",
        """
        @Secret("Key") private String key;
        enum Level { HIGH }
        @Secret("Token") static Level level;

        public static void main(String[] arguments) {
          dev.countersign.runtime.Secrets secrets = dev.countersign.runtime.Secrets.load();
          secrets.verify();
          Main main = new Main();
          secrets.inject(main);
          secrets.inject(Main.class);
          System.out.println(main.key + " " + level);
        }
        """);
    compile();
    String said =
        UserProject.java(
            root,
            Map.of("Key", "k", "Token", "HIGH"),
            "-Dorg.graalvm.nativeimage.imagecode=runtime",
            "-classpath",
            root.resolve("build/classes") + File.pathSeparator + Workspace.classPath(),
            "com.acme.Main");
    assertEquals("k HIGH\n", said);
  }

  private Set<String> resourcesAskedFor(String type) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (Recorder recorder = new Recorder(root.resolve("build/classes"))) {
      thread.setContextClassLoader(recorder);
      Secrets secrets =
          Secrets.builder()
              .environment("prod")
              .with(SecretProvider.of(Map.of("Key", "k", "Token", "t")))
              .load();
      secrets.verify();
      secrets.inject(recorder.loadClass(type).getDeclaredConstructor().newInstance());
      return recorder.names;
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Keeps the names of the resources that it is asked for. */
  private static final class Recorder extends URLClassLoader {
    private final Set<String> names = new TreeSet<>();

    Recorder(Path classes) throws IOException {
      super(new URL[] {classes.toUri().toURL()}, ReachabilityTest.class.getClassLoader());
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      names.add(name);
      return super.getResources(name);
    }

    @Override
    public URL getResource(String name) {
      names.add(name);
      return super.getResource(name);
    }
  }

  private void type(String name, String body) throws IOException {
    project.source(
        "com/acme/" + name,
        "package com.acme; import dev.countersign.Secret; public class "
            + name
            + " {\n"
            + body
            + "}");
  }

  private void compile() throws IOException {
    project.compile(OFF).orFail();
  }

  private Map<?, ?> json() throws Exception {
    return (Map<?, ?>) JsonReader.read(project.read(PATH));
  }

  private Map<String, List<String>> reflection() throws Exception {
    Map<String, List<String>> types = new TreeMap<>();
    for (Object each : (List<?>) json().get("reflection")) {
      Map<?, ?> type = (Map<?, ?>) each;
      List<?> fields = type.containsKey("fields") ? (List<?>) type.get("fields") : List.of();
      types.put(
          (String) type.get("type"),
          fields.stream().map(field -> (String) ((Map<?, ?>) field).get("name")).toList());
    }
    return types;
  }
}
