package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DispatcherTest {
  @TempDir Path temporary;
  private Cli cli;

  @BeforeEach
  void start() throws IOException {
    cli = Cli.in(temporary);
  }

  @Test
  void nothingAtAll_isAUsageErrorThatListsTheCommands() {
    cli.run().exits(ExitStatus.USAGE).printsNothing().tells("usage: secret");
  }

  @Test
  void helpThatIsAskedFor_isAResult() {
    cli.run("--help").succeeds().prints("declare").tellsNothing();
    cli.run("help").succeeds().prints("declare").tellsNothing();
    cli.run("help", "set").succeeds().prints("usage: secret set (--type").tellsNothing();
    cli.run("help", "identity", "show").succeeds().prints("usage: secret identity show");
    cli.run("set", "--help").succeeds().prints("usage: secret set (--type").tellsNothing();
  }

  @Test
  void helpOfAnUnknownCommand_isRefused() {
    cli.run("help", "sett").exits(ExitStatus.USAGE).printsNothing().tells("similar: set");
  }

  @Test
  void version_isOneLine() {
    assertEquals("secret unpackaged\n", cli.run("--version").succeeds().out());
  }

  @Test
  void unknownCommand_isToldWithItsNearMisses() {
    cli.run("lst")
        .exits(ExitStatus.USAGE)
        .printsNothing()
        .tells("secret: there is no command lst")
        .tells("similar: list")
        .tells("fix: secret help");
  }

  @Test
  void groupWithoutItsSecondWord_isToldWhichThereAre() {
    String all = "say which: secret " + String.join(", secret ", Commands.inGroup("identity"));
    cli.run("identity").exits(ExitStatus.USAGE).tells(all).tells("secret identity show");
    cli.run("identity", "shwo").exits(ExitStatus.USAGE).tells(all);
  }

  @Test
  void optionBeforeTheCommand_isRefused() {
    cli.run("--type", "prod", "list").exits(ExitStatus.USAGE).tells("a command comes first");
  }

  @Test
  void usageFailure_showsTheUsageLineOfTheCommand() {
    cli.run("get", "X").exits(ExitStatus.USAGE).tells("\nusage: secret get (--type TYPE |");
  }

  @Test
  void directory_isWhereTheCommandWorks() throws IOException {
    Files.createDirectories(cli.path("a/b"));
    cli.run("-C", "a", "init", "-C", "b").succeeds();
    assertTrue(Files.exists(cli.path("a/b/secrets.toml")));
    cli.run("-C", "a", "-C", "b", "list").succeeds();
    cli.run("list", "-C", "a/b").succeeds();
  }

  @Test
  void directoryThatIsNone_isRefused() throws IOException {
    cli.write("file", "");
    for (String other : new String[] {"absent", "file", "nul\0"}) {
      cli.run("-C", other, "list").exits(ExitStatus.UNUSABLE).printsNothing();
    }
    cli.run("-C").exits(ExitStatus.USAGE).tells("-C lacks its argument");
  }

  @Test
  void faultOfOurOwn_isToldByKindAndPlaceAlone() {
    cli.run("init").succeeds();
    InputStream broken =
        new InputStream() {
          @Override
          public int read() {
            throw new IllegalStateException("hunter2");
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            return read();
          }
        };
    cli.input(broken)
        .run("set", "X", "--type", "local")
        .exits(ExitStatus.UNUSABLE)
        .printsNothing()
        .hides("hunter2")
        .tells("a fault in secret itself, please report it: IllegalStateException at ");
  }
}
