package dev.countersign.runtime.declaration;

import static dev.countersign.runtime.declaration.ReadToml.problem;
import static dev.countersign.runtime.declaration.ReadToml.problemOfSecret;
import static dev.countersign.runtime.declaration.ReadToml.problems;
import static dev.countersign.runtime.declaration.ReadToml.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.SecretName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretRulesTest {
  @Test
  void unknownKey_namesTheOneThatWasMeant() {
    assertEquals(
        "3:1: unknown key optinal: did you mean optional", problemOfSecret("optinal = true"));
    assertEquals(
        "3:1: unknown key min_version: did you mean min-version",
        problemOfSecret("min_version = { prod = 1 }"));
  }

  @Test
  void unknownKey_listsTheKnownOnesWhenNoneIsNear() {
    assertEquals(
        "3:1: unknown key zzz: known are description, env, types, pattern, min-version, format,"
            + " optional, external",
        problemOfSecret("zzz = 1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "description = 1 | 3:1: description must be a string: description = \"what it is for\"",
        "env = \"A\" | 3:1: env must be a list of strings: env = [\"GITHUB_API_TOKEN\"]",
        "env = [1] | 3:8: env must be a list of strings: env = [\"GITHUB_API_TOKEN\"]",
        "types = \"prod\" | 3:1: types must be a list of strings: types = [\"prod\", \"dev\"]",
        "pattern = 1 | 3:1: pattern must be a string: pattern = \"[a-z]+\"",
        "min-version = 4 | 3:1: min-version must be a table: min-version = { prod = 4 }",
        "format = true | 3:1: format must be a string: format = \"uri\"",
        "optional = \"yes\" | 3:1: optional must be true or false: optional = true",
        "external = true | 3:1: external must be a list of strings: external = [\"prod\", \"dev\"]",
      })
  void valueOfAnotherType_isReportedWithAnExample(String line, String problem) {
    assertEquals(problem, problemOfSecret(line));
  }

  @Test
  void invalidName_isReportedWithTheRule() {
    assertEquals(
        "2:1: \"Git-Hub\" is not a secret name: " + SecretName.RULE,
        problem("application = \"a\"\n[secrets.Git-Hub]\n"));
  }

  @Test
  void secretThatIsNoTable_isReported() {
    assertEquals(
        "3:1: Token must be a table: Token = { optional = true }",
        problem("application = \"a\"\n[secrets]\nToken = \"x\"\n"));
  }

  @Test
  void arrayOfTables_isReported() {
    assertEquals(
        "2:1: Token must be a table: Token = { optional = true }",
        problem("application = \"a\"\n[[secrets.Token]]\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "types = [\"prod\", \"staging\"] | 3:18: \"staging\" is not an environment type: known are"
            + " prod, dev, preview, local",
        "types = [\"prdo\"] | 3:10: \"prdo\" is not an environment type: did you mean prod",
        "types = [\"prod\", \"production\"] | 3:18: types lists prod twice: remove one",
        "types = [] | 3:1: types is empty: name one, or write optional = true instead",
        "external = [\"locl\"] | 3:13: \"locl\" is not an environment type: did you mean local",
        "min-version = { qa = 1 } | 3:17: \"qa\" is not an environment type: known are prod, dev,"
            + " preview, local",
      })
  void typesThatAreNone_areReportedWithTheKnownOnes(String line, String problem) {
    assertEquals(problem, problemOfSecret(line));
  }

  @Test
  void externalWhereTypesDoesNotRequireIt_isReported() {
    assertEquals(
        "4:1: external names prod, where types does not require it: change one of them",
        problemOfSecret("types = [\"dev\"]\nexternal = [\"prod\"]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ prod = 0 } | 3:24: a version is a number from 1 to 2147483647",
        "{ prod = -1 } | 3:24: a version is a number from 1 to 2147483647",
        "{ prod = 2147483648 } | 3:24: a version is a number from 1 to 2147483647",
        "{ prod = \"4\" } | 3:17: prod must be a whole number: prod = 1",
        "{ prod = 1.5 } | 3:17: prod must be a whole number: prod = 1",
        "{ prod = 1, production = 2 } | 3:27: min-version names prod twice: remove one",
      })
  void minVersion_isAVersionOfOneType(String value, String problem) {
    assertEquals(problem, problemOfSecret("min-version = " + value));
  }

  @Test
  void unknownFormat_isReported() {
    assertEquals(
        "3:10: \"url\" is not a format: known are text, uri, integer, base64, hex, uuid, json,"
            + " private-key, certificate",
        problemOfSecret("format = \"url\""));
    assertEquals(
        "3:10: \"private_key\" is not a format: did you mean private-key",
        problemOfSecret("format = \"private_key\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[a-", "a{2,1}", "*a", "(?<n>a)(?<n>b)"})
  void patternThatDoesNotCompile_isReported(String pattern) {
    String problem = problemOfSecret("pattern = '" + pattern + "'");
    assertTrue(problem.startsWith("3:11: pattern is not a regular expression: "), problem);
    assertTrue(problem.equals(problem.strip()) && !problem.contains("\n"), problem);
  }

  @Test
  void patternThatIsTooLong_isReported() {
    assertEquals(
        "3:11: pattern is longer than 1024 characters: shorten it",
        problemOfSecret("pattern = '" + "a".repeat(1025) + "'"));
  }

  @Test
  void namesThatDifferInCaseOnly_areReportedAtTheLater() {
    assertEquals(
        "3:1: GithubToken differs only in case from GitHubToken (line 2): keep one",
        problem("application = \"a\"\n[secrets.GitHubToken]\n[secrets.GithubToken]\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PATH",
        "HOME",
        "USER",
        "SHELL",
        "TMPDIR",
        "JAVA_TOOL_OPTIONS",
        "NODE_OPTIONS",
        "LD_PRELOAD",
        "DYLD_INSERT_LIBRARIES",
        "COUNTERSIGN_KEY",
        "Path"
      })
  void variableOfTheSystem_isReported(String variable) {
    assertEquals(
        "3:8: " + variable + " is a variable of the system's: choose another",
        problemOfSecret("env = [\"" + variable + "\"]"));
    assertEquals(
        "2:1: "
            + variable
            + " is a variable of the system's, and a secret may travel in the"
            + " variable of its name: choose another",
        problem("application = \"a\"\n[secrets." + variable + "]\n"));
  }

  @Test
  void variableOfTwoSecrets_isReported() {
    assertEquals(
        "5:8: KEY is also a variable of A (line 3): a variable carries one secret",
        problem(
            "application = \"a\"\n[secrets.A]\nenv = [\"KEY\"]\n[secrets.B]\nenv = [\"KEY\"]\n"));
  }

  @Test
  void variableThatIsTheNameOfAnotherSecret_isReported() {
    assertEquals(
        "3:8: KEY is the variable of KEY (line 4): a variable carries one secret",
        problem("application = \"a\"\n[secrets.A]\nenv = [\"KEY\"]\n[secrets.KEY]\n"));
    assertEquals(
        "3:8: stripe_key is the variable of STRIPE_KEY (line 4): a variable carries one secret",
        problem(
            "application = \"a\"\n[secrets.A]\nenv = [\"stripe_key\"]\n[secrets.STRIPE_KEY]\n"));
  }

  @Test
  void variableListedTwice_isReported() {
    assertEquals(
        "3:15: env lists KEY twice: remove one", problemOfSecret("env = [\"KEY\", \"KEY\"]"));
  }

  @Test
  void variableThatIsTheSecretsOwnName_isAccepted() {
    assertEquals(1, read("application = \"a\"\n[secrets.KEY]\nenv = [\"KEY\"]\n").secrets().size());
  }

  @Test
  void variableThatIsNoName_isReported() {
    assertEquals(
        "3:8: \"MY-KEY\" is not the name of a process variable: " + SecretName.RULE,
        problemOfSecret("env = [\"MY-KEY\"]"));
  }

  @Test
  void duplicateVariablesAcrossCase_areReported() {
    assertEquals(
        1,
        problems("application = \"a\"\nsecrets.A.env = [\"Key\"]\nsecrets.B.env = [\"KEY\"]\n")
            .size());
  }
}
