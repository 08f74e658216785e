package dev.countersign.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The processors that users have beside ours, and libraries that have the names of our own. */
class NeighboursIT {
  private static final List<Path> APIS =
      JarProject.libraries(
          "dagger-2", "javax.inject", "jakarta.inject", "auto-value-annotations", "mapstruct-1");
  private static final List<Path> PROCESSORS =
      JarProject.libraries(
          "lombok",
          "auto-value-1",
          "mapstruct-processor",
          "dagger-",
          "guava",
          "failureaccess",
          "javapoet",
          "kotlin",
          "symbol-processing",
          "google-java-format",
          "googlejavaformat",
          "javax.inject",
          "jakarta.inject",
          "checker-compat",
          "jspecify",
          "incap");

  @TempDir Path root;

  /** Returns every JDK, with ours before the others on this one and after them elsewhere. */
  static Stream<Arguments> jdksAndOrders() throws Exception {
    List<Path> jdks = Jdks.all();
    return jdks.stream().map(jdk -> Arguments.of(jdk, jdk.equals(jdks.get(0))));
  }

  @ParameterizedTest(name = "{0}, ours first: {1}")
  @MethodSource("jdksAndOrders")
  void lombokDaggerAutoValueAndMapStruct_workBesideOurs(Path jdk, boolean first) throws Exception {
    JarProject project = new JarProject(root).declare("Token", "Key");
    project.file("src/Shop.java", LOMBOK).file("src/Main.java", DAGGER);
    project.file("src/Item.java", AUTO_VALUE).file("src/Mapper.java", MAP_STRUCT);
    List<Path> classPath = with(JarProject.user(), APIS);
    List<Path> lombok = JarProject.libraries("lombok");
    List<Path> processors =
        first
            ? with(List.of(JarProject.JAR), PROCESSORS)
            : with(PROCESSORS, List.of(JarProject.JAR));
    String said = project.javac(jdk, processors, with(classPath, lombok));
    assertFalse(said.contains("error:") || said.contains("[Secret/"), said);
    assertEquals("t0ken k3y\nitem t0ken\n", project.java(jdk, classPath, "com.acme.Main"), said);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void otherVersionsOfWhatWeBundle_areNotMistakenForIt(boolean first) throws Exception {
    Path others = compileOtherVersions();
    JarProject project = new JarProject(root).declare("Token");
    project.file(
        "src/Shop.java",
        "class Shop { @dev.countersign.Secret(\"Token\") String token; "
            + "@dev.countersign.Secret(\"Tokem\") String other; }");
    List<Path> processors =
        first ? List.of(JarProject.JAR, others) : List.of(others, JarProject.JAR);
    String said = project.javac(Jdks.all().get(0), processors, JarProject.user());
    assertEquals(1, said.split("error:", -1).length - 1, said);
    assertEquals(1, said.split("\\[Secret/Undeclared\\] Tokem", -1).length - 1, said);
  }

  /** Compiles classes that have the names of those we bundle, and nothing in them. */
  private Path compileOtherVersions() throws Exception {
    Path output = Files.createDirectories(root.resolve("others"));
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", output.toString()));
    for (String name : NAMES) {
      Path source = root.resolve("other-sources/" + name.replace('.', '/') + ".java");
      Files.createDirectories(source.getParent());
      int end = name.lastIndexOf('.');
      Files.writeString(
          source,
          "package "
              + name.substring(0, end)
              + "; public class "
              + name.substring(end + 1)
              + " {}");
      arguments.add(source.toString());
    }
    String[] all = arguments.toArray(String[]::new);
    assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, all));
    return output;
  }

  private static List<Path> with(List<Path> some, List<Path> others) {
    List<Path> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }

  private static final List<String> NAMES =
      List.of(
          "com.palantir.javapoet.ClassName",
          "com.palantir.javapoet.JavaFile",
          "com.palantir.javapoet.TypeSpec",
          "com.squareup.javapoet.ClassName",
          "dev.countersign.runtime.Environment",
          "dev.countersign.runtime.EnvironmentType",
          "dev.countersign.runtime.SecretName",
          "dev.countersign.runtime.declaration.Declarations",
          "dev.countersign.runtime.declaration.Project",
          "dev.countersign.runtime.manifest.Manifest",
          "dev.countersign.runtime.store.StoreIndex",
          "org.antlr.v4.runtime.CharStreams",
          "org.antlr.v4.runtime.Lexer",
          "org.antlr.v4.runtime.Parser",
          "org.bouncycastle.util.encoders.Base64",
          "org.jspecify.annotations.Nullable",
          "org.tomlj.Toml",
          "org.tomlj.TomlTable",
          "org.tomlj.internal.TomlLexer",
          "org.tomlj.internal.TomlParser");

  private static final String LOMBOK =
      """
      package com.acme;

      import dev.countersign.Secret;
      import lombok.Data;
      import lombok.Getter;
      import lombok.RequiredArgsConstructor;

      @Data
      class Shop {
        @Secret("Token") private String token;
        private final Keys keys;

        @Getter
        @RequiredArgsConstructor
        static class Keys {
          @Secret("Key") private char[] key;
          private final String name;
        }
      }
      """;

  private static final String DAGGER =
      """
      package com.acme;

      import dagger.Component;
      import dagger.Module;
      import dagger.Provides;
      import dev.countersign.Secret;
      import dev.countersign.SecretSet;
      import dev.countersign.runtime.Secrets;
      import java.util.Map;
      import javax.inject.Inject;

      public class Main {
        @SecretSet
        interface Set {
          @Secret("Token") String token();
        }

        @Module
        static class Values {
          @Provides static Secrets secrets() {
            return Secrets.of(Map.of("Token", "t0ken", "Key", "k3y"));
          }

          @Provides static Set set(Secrets secrets) {
            return secrets.create(Set.class);
          }
        }

        static class Service {
          @Secret("Key") char[] key;
          final Set set;

          @Inject Service(Set set, Secrets secrets) {
            this.set = set;
            secrets.inject(this);
          }
        }

        @Component(modules = Values.class)
        interface Services {
          Service service();
        }

        public static void main(String[] arguments) {
          Service service = DaggerMain_Services.create().service();
          System.out.println(service.set.token() + " " + new String(service.key));
          Shop shop = new Shop(new Shop.Keys("item"));
          Values.secrets().inject(shop);
          Item item = Item.of(shop.getKeys().getName(), shop.getToken());
          Mapper.Card card = Mapper.INSTANCE.card(item.name(), item.token());
          System.out.println(card.name + " " + card.token);
        }
      }
      """;

  private static final String AUTO_VALUE =
      """
      package com.acme;

      import com.google.auto.value.AutoValue;

      @AutoValue
      abstract class Item {
        abstract String name();

        abstract String token();

        static Item of(String name, String token) {
          return new AutoValue_Item(name, token);
        }
      }
      """;

  private static final String MAP_STRUCT =
      """
      package com.acme;

      import org.mapstruct.factory.Mappers;

      @org.mapstruct.Mapper
      interface Mapper {
        Mapper INSTANCE = Mappers.getMapper(Mapper.class);

        Card card(String name, String token);

        class Card {
          public String name;
          public String token;
        }
      }
      """;
}
