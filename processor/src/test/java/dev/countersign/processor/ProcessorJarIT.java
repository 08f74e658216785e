package dev.countersign.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The jar as users have it: alone on the processor path of a plain {@code javac}. */
class ProcessorJarIT {
  private static final Path JAR = Path.of(System.getProperty("processor.jar"));

  private static final String SHOP =
      """
      package com.acme;

      import dev.countersign.Secret;
      import dev.countersign.SecretSet;
      import dev.countersign.runtime.SecretValue;
      import dev.countersign.runtime.Secrets;
      import java.security.PrivateKey;
      import java.util.Map;
      import java.util.Optional;
      import java.util.function.Supplier;

      public final class Shop {
        @Secret("Token") private SecretValue token;
        @Secret("Token") private static String text;

        @SecretSet
        interface Keys {
          @Secret("Key") char[] key();
        }

        @SecretSet
        record Options(@Secret("Dsn") Optional<String> dsn) {}

        static class Server {
          Server(@Secret("Dsn") Supplier<Optional<PrivateKey>> key, @Secret("Key") String text, int port) {
            System.out.println(key.get().isPresent() + text + port);
          }
        }

        private Shop() {}

        public static void main(String[] arguments) {
          Secrets secrets = Secrets.of(Map.of("Token", "t0ken", "Key", "k3y"));
          Shop shop = new Shop();
          secrets.inject(shop);
          secrets.inject(Shop.class);
          Keys keys = secrets.create(Keys.class);
          Options options = secrets.create(Options.class);
          System.out.println(shop.token.reveal() + " " + text);
          System.out.println(new String(keys.key()) + " " + keys);
          System.out.println(options.dsn().isPresent());
          Shop$Server_Factory.create(secrets, 80);
          badKey(Secrets.of(Map.of("Dsn", "k3y", "Key", "")));
        }

        private static void badKey(Secrets secrets) {
          try {
            Shop$Server_Factory.create(secrets, 80);
          } catch (RuntimeException e) {
            System.out.println(e.getMessage());
          }
        }
      }
      """;

  @TempDir Path root;

  static List<Path> jdks() throws IOException {
    return Jdks.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void jarAlone_compilesAProjectThatRuns(Path jdk) throws Exception {
    write("secrets.toml", declarations("Token", "Key") + "\n[secrets.Dsn]\noptional = true\n");
    write("src/Shop.java", SHOP.replace("@Secret(\"Key\")", "@Secret(Names.Key)"));
    assertEquals(
        "",
        javac(
            jdk,
            "-Xlint:all,-processing",
            "-Werror",
            "-Acountersign.missing=error",
            "-Acountersign.names=com.acme.Names"));
    assertEquals(
        """
        t0ken t0ken
        k3y Keys[redacted]
        false
        falsek3y80
        Dsn from map is not a private key in PEM, from -----BEGIN to -----END
          fix: put another value into the map
        """,
        run(
            jdk,
            "java",
            "-classpath",
            root.resolve("build") + separator() + libraries(),
            "com.acme.Shop"));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void jarAlone_reportsWhatIsNotDeclared(Path jdk) throws Exception {
    write("secrets.toml", declarations("Token", "Keys") + "\n[secrets.Dsn]\noptional = true\n");
    write("src/Shop.java", SHOP);
    String output = javac(jdk);
    assertTrue(
        output.contains("[Secret/Undeclared] Key is not declared (Shop.Keys.key())"), output);
    assertTrue(output.contains("\n  fix: write @Secret(\"Keys\"), or: secret set"), output);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void jarAlone_bringsThePlugin(Path jdk) throws Exception {
    write("secrets.toml", declarations("Token", "Key") + "\n[secrets.Dsn]\noptional = true\n");
    write("src/Shop.java", SHOP);
    assertEquals(
        "",
        javac(
            jdk,
            "-Xplugin:Countersign leak=off",
            "-Xlint:all,-processing",
            "-Werror",
            "-Acountersign.missing=error"));
    String output = javac(jdk, "-Xplugin:Countersign");
    assertTrue(output.contains("warning: [Secret/Leak] Token is revealed to System.out"), output);
    assertTrue(output.contains("fix: write shop.token without reveal"), output);
    write(
        "src/Shop.java",
        SHOP.replace("Shop shop =", "secrets.get(\"Tokn\"); Shop shop =")
            .replace("Value token;", "Value token = SecretValue.of(\"x\");"));
    String wrong = javac(jdk, "-Xplugin:Countersign");
    assertTrue(wrong.contains("error: [Secret/Undeclared] Tokn is not declared"), wrong);
    assertTrue(wrong.contains("  similar: Token"), wrong);
    assertTrue(wrong.contains("warning: [Secret/HardcodedSecret] a value of Token is in"), wrong);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void malformedDeclarations_areReadByTheBundledLibrary(Path jdk) throws Exception {
    write("secrets.toml", "application = \"shop\"\n[secrets.Token]\nunknown = 1\n");
    write("src/Shop.java", SHOP);
    String output = javac(jdk);
    assertTrue(output.contains("[Secret/MalformedDeclarations] secrets.toml:3:1: "), output);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void namedModule_compilesUnderEveryLint(Path jdk) throws Exception {
    write("secrets.toml", declarations("Token"));
    write(
        "src/module-info.java",
        """
        module com.acme {
          requires dev.countersign.runtime;
          exports com.acme;
          provides dev.countersign.runtime.SecretModule with com.acme.SecretModule_shop_com_acme;
        }
        """);
    write(
        "src/Shop.java",
        """
        package com.acme;

        import dev.countersign.Secret;
        import dev.countersign.SecretSet;

        final class Shop {
          @Secret("Token") private String token;

          @SecretSet
          interface Keys {
            @Secret("Token") String token();
          }
        }
        """);
    List<String> command = new ArrayList<>(List.of("javac", "-Werror"));
    command.add("-Xlint:all,-processing");
    command.addAll(List.of("-d", root.resolve("build").toString(), "--module-path", libraries()));
    command.addAll(List.of("-processorpath", JAR.toString()));
    command.add(root.resolve("src/module-info.java").toString());
    command.add(root.resolve("src/Shop.java").toString());
    assertEquals("", run(jdk, command.toArray(String[]::new)));
  }

  @Test
  void everyClassInTheJar_isOurs() throws Exception {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      List<String> foreign =
          jar.stream()
              .map(ZipEntry::getName)
              .filter(name -> name.endsWith(".class"))
              .filter(name -> !name.startsWith("dev/countersign/processor/"))
              .filter(name -> !name.startsWith("dev/countersign/internal/javapoet/"))
              .filter(name -> !name.startsWith("dev/countersign/internal/tomlj/"))
              .toList();
      assertEquals(List.of(), foreign);
      for (String entry :
          List.of(
              "LICENSE",
              "NOTICE",
              "services/com.sun.source.util.Plugin",
              "services/javax.annotation.processing.Processor")) {
        assertTrue(jar.getEntry("META-INF/" + entry) != null, entry);
      }
      ZipEntry gradle = jar.getEntry("META-INF/gradle/incremental.annotation.processors");
      assertEquals(
          "dev.countersign.processor.SecretProcessor,aggregating\n",
          new String(jar.getInputStream(gradle).readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void pomThatIsPublished_asksForNothingMore() throws Exception {
    String pom = Files.readString(Path.of(System.getProperty("processor.pom")));
    String dependencies = pom.substring(pom.indexOf("<dependencies>"));
    for (String dependency : dependencies.split("<dependency>", -1)) {
      boolean transitive = dependency.contains("<artifactId>") && !dependency.contains("<scope>");
      assertFalse(transitive, dependency);
      assertFalse(dependency.contains("<scope>compile") || dependency.contains("<scope>runtime"));
    }
  }

  private static String declarations(String... names) {
    StringBuilder toml = new StringBuilder("application = \"shop\"\n");
    for (String name : names) {
      toml.append("[secrets.").append(name).append("]\nexternal = [\"local\"]\n");
    }
    return toml.toString();
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String javac(Path jdk, String... options) throws Exception {
    List<String> command = new ArrayList<>(List.of("javac"));
    command.addAll(List.of(options));
    command.addAll(List.of("-d", root.resolve("build").toString(), "-classpath", libraries()));
    command.addAll(
        List.of("-processorpath", JAR.toString(), root.resolve("src/Shop.java").toString()));
    return run(jdk, command.toArray(String[]::new));
  }

  private String run(Path jdk, String... command) throws Exception {
    command[0] = jdk.resolve("bin").resolve(command[0]).toString();
    Path output = root.resolve("output.txt");
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start()
        .waitFor();
    return Files.readString(output).replace(System.lineSeparator(), "\n");
  }

  private static String libraries() {
    return Workspace.userClassPath();
  }

  private static String separator() {
    return File.pathSeparator;
  }
}
