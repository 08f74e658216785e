package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompleteCommandTest {
  @TempDir Path temporary;
  private Cli cli;

  @BeforeEach
  void project() throws IOException {
    cli = Cli.initialized(temporary);
    cli.run("declare", "StripeKey", "--description", "charges\tcards").succeeds();
    cli.run("declare", "SmtpPassword").succeeds();
    cli.declare("\n[environments]\neu-west = \"prod\"\n");
  }

  /** Returns the candidates for a line, without what is said of them. */
  private List<String> complete(String... words) {
    List<String> line = new ArrayList<>(List.of("complete", "--"));
    line.addAll(List.of(words));
    Result result = cli.run(line.toArray(new String[0])).succeeds().tellsNothing();
    return result.out().lines().map(candidate -> candidate.split("\t", 2)[0]).toList();
  }

  @Test
  void commands_areThoseOfHelp_groupsByTheirFirstWord() {
    List<String> all = complete("");
    assertTrue(
        all.containsAll(List.of("init", "set", "reader", "identity", "help")), all::toString);
    assertFalse(all.contains("reader add") || all.contains("complete"), all::toString);
    assertEquals(List.of("get", "generate"), complete("ge"));
    assertEquals(List.of("add", "remove", "list"), complete("reader", ""));
    assertEquals(List.of("new"), complete("identity", "n"));
  }

  @Test
  void everyCommand_offersEveryOptionOfItsSyntax() {
    for (String name : Commands.NAMES) {
      List<String> line = new ArrayList<>(List.of(name.split(" ")));
      line.add("-");
      List<String> expected =
          Commands.find(name).syntax().everyOption().stream().map(Option::name).toList();
      assertEquals(expected, complete(line.toArray(new String[0])), name);
    }
  }

  @Test
  void optionsThatAreGivenOrExcluded_areNotOfferedAgain() {
    List<String> open = complete("set", "--type", "prod", "StripeKey", "--");
    assertFalse(open.contains("--type") || open.contains("--env") || open.contains("--override"));
    assertTrue(open.contains("--exact"), open::toString);
    assertTrue(complete("list", "--env", "eu-west", "--e").contains("--env"), "may be repeated");
  }

  @Test
  void types_alsoAfterACommaAndAnEqualsSign() {
    assertEquals(List.of("prod", "preview"), complete("set", "--type", "pr"));
    assertEquals(List.of("dev,preview", "dev,prod"), sorted(complete("set", "--type", "dev,pr")));
    assertEquals(List.of("--type=dev"), complete("get", "--type=d"));
    assertEquals(List.of("prod", "dev", "preview", "local", "eu-west"), complete("diff", ""));
  }

  private static List<String> sorted(List<String> words) {
    return words.stream().sorted().toList();
  }

  @Test
  void environmentsAndNames_areThoseOfTheProject() throws IOException {
    assertEquals(List.of("eu-west"), complete("get", "--env", ""));
    assertEquals(List.of("SmtpPassword", "StripeKey"), complete("get", "--type", "dev", ""));
    assertEquals(List.of("StripeKey"), complete("explain", "st"), "upper or lower case");
    assertEquals(List.of("SmtpPassword,StripeKey"), complete("run", "--only", "SmtpPassword,St"));
    Files.createDirectories(cli.path("below"));
    Cli below = cli.in("elsewhere");
    below
        .run("complete", "--", "get", "-C", cli.project().toString(), "S")
        .succeeds()
        .prints("StripeKey\tcharges cards\n");
    below.run("complete", "--", "-C", cli.project().toString(), "get", "S").prints("SmtpPassword");
    below.run("complete", "--", "get", "S").succeeds().printsNothing().tellsNothing();
  }

  @Test
  void readers_areThoseOfTheKeyrings() {
    assertEquals(List.of("ada"), complete("reader", "remove", ""));
  }

  @Test
  void wordsThatNobodyKnows_areNone() {
    assertEquals(List.of(), complete("declare", ""));
    assertEquals(List.of(), complete("rename", "StripeKey", ""));
    assertEquals(List.of(), complete("nothing", ""));
    assertEquals(List.of(), complete("init", "--application", ""));
  }

  @Test
  void formats_areThoseThatTheCommandsTake() {
    assertEquals(List.of("docker", "dotenv"), sorted(complete("export", "--format", "do")));
    assertEquals(List.of("ed25519"), complete("generate", "--format", "ed"));
    assertEquals(List.of("stripe"), complete("declare", "--template", "str"));
    assertEquals(List.of("bash", "zsh", "fish"), complete("completion", ""));
  }

  @Test
  void filesAndPrograms_areLeftToTheShell() {
    assertEquals(List.of(":file"), complete("import", "--type", "dev", "x"));
    assertEquals(List.of(":directory"), complete("-C", ""));
    assertEquals(List.of(":directory"), complete("list", "-C", ""));
    assertEquals("--", complete("run", "--type", "dev", "").get(0));
    assertEquals(List.of(":program"), complete("run", "--type", "dev", "--", "l"));
    assertEquals(List.of(":file"), complete("run", "--type", "dev", "--", "ls", "-"));
  }

  @Test
  void help_completesCommands() {
    assertEquals(
        List.of("rekey", "rename", "resolve"), sorted(complete("help", "re")).subList(1, 4));
    assertEquals(List.of("add", "remove", "list"), complete("help", "reader", ""));
  }

  @Test
  void brokenDeclarations_areNoReasonToSpeak() throws IOException {
    cli.write("secrets.toml", "broken = [");
    assertEquals(List.of(), complete("get", "S"));
    assertEquals(List.of("--type"), complete("get", "--t"));
    assertEquals(List.of("prod", "dev", "preview", "local"), complete("diff", ""));
  }

  @Test
  void hiddenCommand_isFoundByItsNameAlone() {
    for (String name : Commands.HIDDEN) {
      assertEquals(name, Commands.find(name).syntax().command());
      assertFalse(HelpCommand.overview().contains("\n  " + name + " "));
    }
  }

  @Test
  void completionOfAnotherShell_isRefused() {
    cli.run("completion", "tcsh").exits(ExitStatus.USAGE).printsNothing().tells("bash, zsh, fish");
  }
}
