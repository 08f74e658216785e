package dev.countersign.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The codes, their documentation and their tests agree. */
class CodeTest {
  private static final Path DOCUMENTATION = Path.of("../docs/diagnostics.md");
  private static final Path TESTS = Path.of("src/test/java");

  @Test
  void documentation_hasOneSectionForEachCode() throws Exception {
    List<String> sections =
        Files.readAllLines(DOCUMENTATION).stream()
            .filter(line -> line.startsWith("## "))
            .map(line -> line.substring(3))
            .sorted()
            .toList();
    assertEquals(Arrays.stream(Code.values()).map(Code::id).sorted().toList(), sections);
  }

  @ParameterizedTest
  @EnumSource(Code.class)
  void documentation_opensWithTheSentenceOfTheCode(Code code) throws Exception {
    String text = Files.readString(DOCUMENTATION).replace("`", "").replaceAll("\\s+", " ");
    String sentence = code.sentence().substring(0, code.sentence().length() - 1);
    assertTrue(text.contains("## " + code.id() + " " + sentence), sentence);
  }

  @ParameterizedTest
  @EnumSource(Code.class)
  void everyCode_isProvokedByATest(Code code) throws IOException {
    try (Stream<Path> walk = Files.walk(TESTS)) {
      List<Path> tests =
          walk.filter(file -> file.toString().endsWith("Test.java"))
              .filter(file -> contains(file, code.toString()))
              .toList();
      assertTrue(!tests.isEmpty(), code + " is in no test");
    }
  }

  private static boolean contains(Path file, String text) {
    try {
      return Files.readString(file).contains(text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
