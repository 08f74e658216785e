package dev.countersign.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Maven itself, which compiles a project again and again: as it does by itself, when any change
 * compiles everything, and as it is often told to, when only what changed is compiled.
 */
class MavenIT {
  @TempDir Path root;

  @BeforeEach
  void needMaven() {
    Maven.need();
  }

  @Test
  void whatMavenCompilesAgain_isWhatItCompilesFromNothing() throws Exception {
    List<String> projects = List.of("whole", "changed");
    for (String project : projects) {
      write(project + "/pom.xml", pom(project, project.equals("whole")));
      begin(project);
    }
    maven(projects);
    assertTrue(
        outputs("whole").containsKey("classes/com/acme/SecretInjectors_shop_target_classes.class"));
    for (String project : projects) {
      source(project, "main", "B", "class B {}");
      source(project, "main", "D", Scenario.site("D", "Token"));
      source(project, "test", "BTest", "class BTest {}");
    }
    maven(projects);
    keep("edited", projects);

    delete("whole", "A"); // told to compile what changed, Maven leaves the classes of such a source
    for (String project : projects) {
      source(project, "main", "A2", Scenario.site("A2", "Key"));
      source(project, "main", "C", Scenario.set("C", "Token"));
    }
    maven(projects);
    keep("renamed", projects);

    assertEqualToClean(
        List.of("edited-whole", "edited-changed", "renamed-whole", "renamed-changed"));
  }

  private void assertEqualToClean(List<String> projects) throws Exception {
    Map<String, Map<String, String>> before = new TreeMap<>();
    for (String project : projects) {
      before.put(project, outputs(project));
      deleteAll(root.resolve(project + "/target"));
    }
    maven(projects);
    for (String project : projects) {
      Map<String, String> clean = outputs(project);
      Map<String, String> found = before.get(project);
      assertEquals(List.copyOf(clean.keySet()), List.copyOf(found.keySet()), project);
      assertEquals(clean, found, project);
    }
  }

  private void begin(String project) throws IOException {
    write(project + "/.git/HEAD", "");
    write(project + "/secrets.toml", "application = \"shop\"\n[secrets.Key]\n[secrets.Token]\n");
    source(project, "main", "A", Scenario.site("A", "Key"));
    source(project, "main", "B", Scenario.site("B", "Token"));
    source(project, "main", "C", "class C {}");
    source(project, "test", "ATest", Scenario.site("ATest", "Key"));
    source(project, "test", "BTest", Scenario.site("BTest", "Key"));
  }

  /** Copies projects as they are now, output included. */
  private void keep(String step, List<String> projects) throws IOException {
    for (String project : projects) {
      for (Path file : files(root.resolve(project))) {
        Path target = root.resolve(step + "-" + project);
        target = target.resolve(root.resolve(project).relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
      write(step + "-" + project + "/pom.xml", pom(step + "-" + project, true));
    }
  }

  /** Compiles projects, one after the other, in one Maven. */
  private void maven(List<String> projects) throws Exception {
    String modules = String.join("</module><module>", projects);
    write(
        "pom.xml",
        Maven.project(
            "all",
            "<packaging>pom</packaging><modules><module>" + modules + "</module></modules>"));
    String plugin =
        "org.apache.maven.plugins:maven-compiler-plugin:" + System.getProperty("compiler.plugin");
    String log = Maven.run(root, plugin + ":compile", plugin + ":testCompile");
    assertFalse(log.contains("[Secret/"), log);
  }

  private static String pom(String name, boolean incremental) {
    return Maven.project(
        name,
        """
        <properties>
          <maven.compiler.release>17</maven.compiler.release>
          <maven.compiler.useIncrementalCompilation>%s</maven.compiler.useIncrementalCompilation>
          <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
        </properties>
        <dependencies>%s</dependencies>
        <build><plugins><plugin>
          <artifactId>maven-compiler-plugin</artifactId>
          <configuration><compilerArgs>
            <arg>-processorpath</arg><arg>%s</arg>
            <arg>-Acountersign.missing=off</arg>
          </compilerArgs></configuration>
        </plugin></plugins></build>
        """
            .formatted(incremental, Maven.dependencies(), JarProject.JAR));
  }

  private void source(String project, String part, String name, String text) throws IOException {
    String imports =
        "package com.acme; import dev.countersign.Secret; import dev.countersign.SecretSet;\n";
    write(project + "/src/" + part + "/java/com/acme/" + name + ".java", imports + text + "\n");
  }

  private void delete(String project, String name) throws IOException {
    Files.delete(root.resolve(project + "/src/main/java/com/acme/" + name + ".java"));
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Returns what was compiled or generated, without what Maven notes for itself. */
  private Map<String, String> outputs(String project) throws IOException {
    Map<String, String> outputs = new TreeMap<>();
    Path target = root.resolve(project + "/target");
    for (Path file : files(target)) {
      String path = target.relativize(file).toString().replace('\\', '/');
      if (!path.startsWith("maven-status")) {
        outputs.put(path, new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return outputs;
  }

  private static void deleteAll(Path directory) throws IOException {
    for (Path file : files(directory)) {
      Files.delete(file);
    }
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> walk = Files.walk(directory)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
