package dev.countersign.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.store.UserIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines for pom.xml that the documentation has, in a build of Maven's own. */
class MavenPackingIT {
  private static final Path PAGE = Path.of("../docs/production.md");
  private static final String STORE = "META-INF/countersign/store/payments/";
  private static final String MAIN =
      """
      package com.acme;
      import dev.countersign.Secret;
      import dev.countersign.runtime.Secrets;
      public class Main {
        @Secret("Token") private String token;
        public static void main(String[] arguments) {
          Secrets secrets = Secrets.load();
          Main main = new Main();
          secrets.inject(main);
          System.out.println(secrets + " " + main.token + " " + new Library(secrets).key);
        }
      }
      """;
  private static final String LIBRARY =
      """
      package com.acme;
      import dev.countersign.Secret;
      import dev.countersign.runtime.Secrets;
      public class Library {
        @Secret("Key") String key;
        public Library(Secrets secrets) { secrets.inject(this); }
      }
      """;

  @TempDir Path root;
  private PackedProject store;

  @BeforeEach
  void makeProjects() throws Exception {
    Maven.need();
    write("pom.xml", Maven.project("all", modules()));
    write("library/.git/HEAD", "");
    write("library/secrets.toml", "application = \"library\"\n[secrets.Key]\n");
    write("library/src/main/java/com/acme/Library.java", LIBRARY);
    write("library/pom.xml", Maven.project("library", build("")));
    write("payments/.git/HEAD", "");
    write("payments/secrets.toml", "application = \"payments\"\n[secrets.Token]\n");
    write("payments/src/main/java/com/acme/Main.java", MAIN);
    write("payments/pom.xml", Maven.project("payments", build(snippet() + shading())));
    store = new PackedProject(root.resolve("payments"));
    store.set(EnvironmentType.PROD, "Token", "t0ken").set(EnvironmentType.PROD, "Key", "k3y");
    store.set(EnvironmentType.LOCAL, "Token", "mine").set(EnvironmentType.LOCAL, "Key", "mine");
  }

  @Test
  void linesOfTheDocumentation_packTheStore_alsoIntoAShadedJar() throws Exception {
    Maven.run(root, "-Dmaven.test.skip", "package");
    Path target = root.resolve("payments/target");
    Path library = root.resolve("library/target/library-1.jar");
    Path plain = target.resolve("payments-1.jar");
    Path shaded = target.resolve("payments-1-all.jar");
    Set<String> packed = Set.of("prod.secrets", "prod.keyring", "local.secrets", "local.keyring");
    for (Path jar : new Path[] {plain, shaded}) {
      Map<String, byte[]> files = new TreeMap<>(Jars.files(jar));
      files.keySet().removeIf(name -> !name.startsWith(STORE));
      assertEquals(packed.size(), files.size(), files.keySet().toString());
      assertTrue(packed.stream().allMatch(name -> files.containsKey(STORE + name)));
    }
    assertEquals("Secrets[prod] t0ken k3y\n", run(store.prod(), plain, library));
    assertEquals("Secrets[prod] t0ken k3y\n", run(store.prod(), shaded));

    Path home = root.resolve("home");
    UserIdentity.write(home.resolve("countersign/identity"), store.reader, null);
    Map<String, String> developer = Map.of("XDG_CONFIG_HOME", home.toString());
    assertEquals("Secrets[local] mine mine\n", run(developer, target.resolve("classes"), library));
  }

  private String run(Map<String, String> variables, Path... classPath) throws Exception {
    String[] paths = new String[classPath.length];
    for (int i = 0; i < paths.length; i++) {
      paths[i] = classPath[i].toString();
    }
    Path empty = Files.createDirectories(root.resolve("empty"));
    return UserProject.java(
        empty, variables, "-classpath", UserProject.path(paths), "com.acme.Main");
  }

  private static String snippet() throws IOException {
    Matcher block = Pattern.compile("(?ms)^```xml\n(.*?)^```$").matcher(Files.readString(PAGE));
    assertTrue(block.find(), "no xml in " + PAGE);
    return block.group(1);
  }

  private static String shading() {
    return """
        <plugin>
          <artifactId>maven-shade-plugin</artifactId>
          <version>%s</version>
          <executions><execution>
            <phase>package</phase>
            <goals><goal>shade</goal></goals>
            <configuration>
              <shadedArtifactAttached>true</shadedArtifactAttached>
              <shadedClassifierName>all</shadedClassifierName>
              <transformers>
                <transformer implementation="org.apache.maven.plugins.shade.resource.ServicesResourceTransformer"/>
              </transformers>
            </configuration>
          </execution></executions>
        </plugin>
        """
        .formatted(System.getProperty("shade.plugin"));
  }

  private static String modules() {
    return "<packaging>pom</packaging>"
        + "<modules><module>library</module><module>payments</module></modules>";
  }

  private static String build(String plugins) {
    String library =
        "<dependency><groupId>com.acme</groupId><artifactId>library</artifactId>"
            + "<version>1</version></dependency>";
    return """
        <properties>
          <maven.compiler.release>17</maven.compiler.release>
          <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
        </properties>
        <dependencies>%s%s</dependencies>
        <build>
          <pluginManagement><plugins>%s%s%s%s</plugins></pluginManagement>
          <plugins>
            <plugin>
              <artifactId>maven-compiler-plugin</artifactId>
              <configuration><compilerArgs>
                <arg>-processorpath</arg><arg>%s</arg>
                <arg>-Acountersign.missing=off</arg>
              </compilerArgs></configuration>
            </plugin>
            %s
          </plugins>
        </build>
        """
        .formatted(
            Maven.dependencies(),
            plugins.isEmpty() ? "" : library,
            managed("maven-compiler-plugin", "compiler.plugin"),
            managed("maven-resources-plugin", "resources.plugin"),
            managed("maven-surefire-plugin", "surefire.plugin"),
            managed("maven-jar-plugin", "jar.plugin"),
            JarProject.JAR,
            plugins);
  }

  private static String managed(String plugin, String property) {
    return "<plugin><artifactId>%s</artifactId><version>%s</version></plugin>"
        .formatted(plugin, System.getProperty(property));
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
