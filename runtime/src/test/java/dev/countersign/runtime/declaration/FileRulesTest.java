package dev.countersign.runtime.declaration;

import static dev.countersign.runtime.declaration.ReadToml.problem;
import static dev.countersign.runtime.declaration.ReadToml.problems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FileRulesTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "# nothing\n", "[secrets.Token]\n"})
  void missingApplication_isReportedWithTheLineToWrite(String toml) {
    assertEquals(
        "1:1: application is missing: begin the file with application = \"payments\" or the like",
        problem(toml));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Payments", "9lives", "pay_ments", "-pay", "pay ments", "käse"})
  void badApplicationName_isReported(String name) {
    assertEquals(
        "1:15: \"" + name + "\" is not the name of an application: " + ApplicationName.RULE,
        problem("application = \"" + name + "\"\n"));
  }

  @Test
  void applicationNameOf64Characters_isReported() {
    assertEquals(List.of(), problems("application = \"" + "a".repeat(63) + "\"\n"));
    assertEquals(1, problems("application = \"" + "a".repeat(64) + "\"\n").size());
  }

  @Test
  void applicationThatIsNoString_isReportedOnce() {
    assertEquals(
        "1:1: application must be a string: application = \"payments\"",
        problem("application = 7\n"));
  }

  @Test
  void unknownTable_namesTheOneThatWasMeant() {
    assertEquals(
        "2:1: unknown key secret: did you mean secrets",
        problem("application = \"a\"\n[secret.Token]\n"));
  }

  @Test
  void extendsThatIsNoList_isReported() {
    assertEquals(
        "2:1: extends must be a list of strings: extends = [\"../shared\"]",
        problem("application = \"a\"\nextends = \"../shared\"\n"));
  }

  @ParameterizedTest
  @CsvSource({"prod", "production", "dev", "development", "preview", "pr", "local"})
  void environmentThatIsAType_isReported(String name) {
    assertEquals(
        "3:1: "
            + name
            + " is an environment type and needs no entry: remove it, or choose another"
            + " name",
        environment(name + " = \"prod\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"con", "prn", "aux", "nul", "com1", "lpt9", "com0"})
  void environmentThatIsAWindowsDevice_isReported(String name) {
    assertEquals(
        "3:1: " + name + " is a device on Windows and cannot be a file's name: choose another",
        environment(name + " = \"prod\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"EU", "eu_west", "1a", "\"eu west\"", "\"../x\"", "\"\""})
  void environmentWithABadName_isReported(String name) {
    assertEquals(
        "3:1: \""
            + name.replace("\"", "")
            + "\" is not the name of an environment: "
            + ApplicationName.RULE,
        environment(name + " = \"prod\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"console", "com", "com10", "nul-2", "eu-west"})
  void environmentThatOnlyBeginsLikeADevice_isAccepted(String name) {
    assertEquals(
        List.of(), problems("application = \"a\"\nenvironments." + name + " = \"prod\"\n"));
  }

  @Test
  void environmentOfNoType_isReported() {
    assertEquals(
        "3:6: \"staging\" is not an environment type: known are prod, dev, preview, local",
        environment("eu = \"staging\""));
    assertEquals("3:1: eu must be a string: eu = \"prod\"", environment("eu = 1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a = | 1:4: expected a value instead of end of line",
        "a = 1 b = 2 | 1:7: expected a newline or the end of the file instead of 'b'",
        "a = 1 ; a = 2 | 2:1: a is written twice, first in line 1: keep one",
        "[secrets.X] ; [secrets.X] | 2:1: secrets.X is written twice, first in line 1: keep one",
        "a = \"\\w\" | 1:6: invalid escape sequence '\\w': write \\\\ for a backslash, or put the"
            + " text in single quotes",
        "[secrets.X | 1:11: expected ] instead of end of line",
        "a = 99999999999999999999 | 1:5: integer is too large",
        "<<<<<<< HEAD | 1:1: a merge is unfinished: keep one side, and take the conflict markers out",
      })
  void malformedToml_isReportedAtItsColumnInOurWords(String lines, String problem) {
    assertEquals(problem, problem(lines.replace(" ; ", "\n") + "\n"));
  }

  @Test
  void malformedToml_hidesNoOtherProblemsBehindGuesses() {
    List<String> all = problems("applicatoin = \nfoo = \n");
    assertEquals(2, all.size(), all.toString());
  }

  @Test
  void deepNesting_isAProblemAndNoStackOverflow() {
    assertFalse(problems("a = " + "[".repeat(100_000) + "\n").isEmpty());
    assertFalse(problems("a = " + "{a=".repeat(100_000) + "\n").isEmpty());
    assertFalse(problems("[" + "a.".repeat(20_000) + "a]\n").isEmpty());
  }

  private static String environment(String line) {
    return problem("application = \"a\"\n[environments]\n" + line + "\n");
  }
}
