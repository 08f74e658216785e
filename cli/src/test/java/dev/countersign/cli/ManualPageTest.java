package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ManualPageTest {
  static final List<String> NAMES = Commands.NAMES;
  private static final String DATE = "2026-11-01";

  @TempDir Path temporary;

  @ParameterizedTest
  @FieldSource("NAMES")
  void everyCommandAndFlag_hasALine(String name) {
    String page = ManualPage.of("1", DATE);
    int start = page.indexOf(".SS \"" + name.replace("-", "\\-") + "\"\n");
    assertTrue(start > 0, name);
    int end = page.indexOf("\n.S", start);
    String section = page.substring(start, end);
    List<Option> options = Commands.find(name).syntax().everyOption();
    for (Option option : options.subList(0, options.size() - 2)) { // all have -C and --help
      assertTrue(section.contains("\\fB" + option.name().replace("-", "\\-")), option.name());
    }
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void everyCommand_hasASectionOfTheDocumentation(String name) throws IOException {
    String document = Files.readString(Path.of("../docs/command.md"));
    assertTrue(document.contains("\n## " + name + "\n"), "docs/command.md lacks: ## " + name);
  }

  @Test
  void page_isAsciiWithoutLinesThatRoffWouldTakeForRequests() {
    String page = ManualPage.of("1.0-rc", DATE);
    assertTrue(page.startsWith(".TH SECRET 1 \"2026-11-01\" \"Countersign 1.0\\-rc\"\n"), page);
    for (String line : page.lines().toList()) {
      assertTrue(line.chars().allMatch(c -> c >= ' ' && c < 127), line);
      assertTrue(!line.startsWith("'"), line);
      assertTrue(!line.startsWith(".") || line.matches("\\.(TH|SH|SS|PP|TP|nf|fi)( .*)?"), line);
    }
  }

  @Test
  void filesAndVariables_standOnce() {
    String page = ManualPage.of("1", DATE);
    String files = page.substring(page.indexOf(".SH ENVIRONMENT"));
    List<String> named = files.lines().filter(line -> line.startsWith("\\fB")).toList();
    assertEquals(named.stream().distinct().toList(), named);
  }

  @ParameterizedTest
  @ValueSource(strings = {"groff -man -ww -Tutf8 -z", "mandoc -T lint -W style"})
  void page_isWhatFormattersTake(String formatter) throws Exception {
    Path file = Files.writeString(temporary.resolve("secret.1"), ManualPage.of("1", DATE));
    ProcessBuilder builder = new ProcessBuilder(formatter.split(" ", -1));
    builder.command().add(file.toString());
    Process process = start(builder.redirectErrorStream(true));
    assumeTrue(process != null, formatter + " is not installed");
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals("", said);
    assertEquals(0, process.waitFor());
  }

  private static Process start(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException e) {
      return null;
    }
  }
}
