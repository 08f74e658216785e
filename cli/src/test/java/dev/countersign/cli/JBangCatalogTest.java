package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The alias by which JBang finds the command leads to what this build makes. */
final class JBangCatalogTest {
  @Test
  void alias_namesThisVersionAndTheMainClass() throws Exception {
    String version =
        first("<artifactId>countersign-parent</artifactId>\\s*<version>([^<]+)", "pom.xml");
    String catalog = Files.readString(Path.of("../jbang-catalog.json"));
    String coordinates = "dev.countersign:countersign-cli:" + version;
    assertTrue(catalog.contains("\"script-ref\": \"" + coordinates + "\""), catalog);
    assertEquals(Main.class.getName(), first("\"main\": \"([^\"]+)", "../jbang-catalog.json"));
    assertEquals(
        Main.class.getName(), first("<mainClass>([^<]+)", "pom.xml"), "the manifest's main class");
  }

  private static String first(String regex, String file) throws Exception {
    Matcher found = Pattern.compile(regex).matcher(Files.readString(Path.of(file)));
    assertTrue(found.find(), file);
    return found.group(1);
  }
}
