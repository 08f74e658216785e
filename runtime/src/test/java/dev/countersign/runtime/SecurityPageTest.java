package dev.countersign.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** SECURITY.md names a test of each promise, and every test that it names is there. */
class SecurityPageTest {
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");
  private static final int PROMISES = 7;

  @Test
  void everyPromise_namesTestsThatExist() throws IOException {
    String page = Files.readString(Path.of("../SECURITY.md"));
    List<String> promises = List.of(page.split("\n(?=\\d\\. \\*\\*)"));
    assertEquals(PROMISES + 1, promises.size());
    for (String promise : promises.subList(1, promises.size())) {
      List<String> missing = new ArrayList<>();
      Matcher test = TEST.matcher(promise);
      assertTrue(test.find(), "no test of: " + promise);
      do {
        if (!source(test.group(1)).contains("void " + test.group(2) + "(")) {
          missing.add(test.group());
        }
      } while (test.find());
      assertEquals(List.of(), missing);
    }
  }

  private static String source(String testClass) throws IOException {
    StringBuilder sources = new StringBuilder();
    for (String module : List.of("runtime", "processor", "cli")) {
      Path tests = Path.of("..", module, "src", "test", "java");
      try (Stream<Path> files = Files.walk(tests)) {
        for (Path file : files.filter(f -> f.endsWith(testClass + ".java")).toList()) {
          sources.append(Files.readString(file));
        }
      }
    }
    return sources.toString();
  }
}
