package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ArgumentParserTest {
  private static final Option TYPE = Option.taking("--type", "TYPE", "the type");
  private static final Option OVERRIDE = Option.flag("--override", "the override");
  private static final Option NEW = Option.flag("--new", "new");
  private static final Option ENV = Option.taking("--env", "VARIABLE", "a variable").repeated();
  private static final Parameter NAME = Parameter.required("NAME", "the secret");
  private static final Parameter PATHS = Parameter.anyNumber("PATH", "jars");
  private static final Syntax SYNTAX =
      Syntax.of("try", "tries")
          .oneOf(TYPE, OVERRIDE)
          .options(NEW, ENV)
          .parameter(NAME)
          .parameter(PATHS)
          .build();

  @Test
  void argumentAfterASpaceOrAnEqualsSign_isTheSame() throws Failure {
    assertEquals("prod", parse("--type", "prod", "X").find(TYPE));
    assertEquals("prod", parse("--type=prod", "X").find(TYPE));
  }

  @Test
  void argumentMayBeEmptyOrHoldAnEqualsSign() throws Failure {
    assertEquals("", parse("--type=", "X").find(TYPE));
    assertEquals("a=b", parse("--type=a=b", "X").find(TYPE));
  }

  @Test
  void optionsMayStandAfterParameters() throws Failure {
    Arguments arguments = parse("X", "a.jar", "--override", "b.jar", "--new");
    assertEquals("X", arguments.get(NAME));
    assertEquals(List.of("a.jar", "b.jar"), arguments.all(PATHS));
    assertTrue(arguments.has(NEW));
  }

  @Test
  void wordsAfterTwoDashes_areParameters() throws Failure {
    Arguments arguments = parse("--override", "--", "--new", "--");
    assertEquals("--new", arguments.get(NAME));
    assertEquals(List.of("--"), arguments.all(PATHS));
    assertFalse(arguments.has(NEW));
  }

  @Test
  void singleDash_isAParameter() throws Failure {
    assertEquals(List.of("-"), parse("--override", "X", "-").all(PATHS));
  }

  @Test
  void repeatableOption_keepsEveryArgumentInOrder() throws Failure {
    assertEquals(List.of("B", "A"), parse("--override", "--env", "B", "--env=A", "X").all(ENV));
  }

  @Test
  void helpIsGiven_howeverTheRestLooks() throws Failure {
    assertTrue(parse("--help").has(Syntax.HELP));
    assertTrue(parse("-h").has(Syntax.HELP));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--type=prod X --typo             | secret try has no option --typo",
        "--type=prod X --tpye=secret      | similar: --type",
        "X                                | say which: --type TYPE | --override",
        "--type prod --override X         | --type and --override exclude each other",
        "--type                           | --type lacks its argument: --type TYPE",
        "--type --override X              | --type lacks its argument: --type TYPE",
        "--override=yes X                 | --override takes no argument",
        "--type prod --type dev X         | --type is given twice",
        "--new --new --override X         | --new is given twice",
        "--override                       | NAME is missing: the secret",
      })
  void misspokenLine_isAUsageFailure(String line, String message) {
    Failure failure = assertThrows(Failure.class, () -> parse(line.strip().split(" ")));
    assertTrue(failure.isMisspoken());
    assertEquals(ExitStatus.USAGE, failure.status());
    assertTrue(String.valueOf(failure.getMessage()).contains(message), () -> failure.getMessage());
  }

  @Test
  void unknownOption_isNamedWithoutWhatIsGluedToIt() {
    for (String word : List.of("--value=hunter2", "-phunter2")) {
      Failure failure = assertThrows(Failure.class, () -> parse("--override", "X", word));
      assertFalse(String.valueOf(failure.getMessage()).contains("hunter2"));
    }
  }

  @Test
  void wordTooMany_isCountedAndNotQuoted() {
    Syntax syntax = Syntax.of("get", "gets").parameter(NAME).build();
    Failure failure =
        assertThrows(Failure.class, () -> ArgumentParser.parse(syntax, List.of("X", "hunter2")));
    assertEquals("too many words: secret get takes 1", failure.getMessage());
  }

  private static Arguments parse(String... words) throws Failure {
    return ArgumentParser.parse(SYNTAX, List.of(words));
  }
}
