package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.runtime.store.StoreLock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CopyCommandTest {
  private static final String DECLARED =
      "[secrets.A]\n[secrets.B]\ntypes = [\"dev\", \"prod\"]\n[environments]\neu-west = \"prod\"\n";

  @TempDir Path temporary;
  private Cli cli;

  @BeforeEach
  void start() throws IOException {
    cli = Cli.initialized(temporary);
    cli.declare(DECLARED);
    cli.input("hunter2\n\n").run("set", "A", "--type", "dev").succeeds();
    cli.input("hunter3").run("set", "B", "--type", "dev").succeeds();
  }

  private String get(String name, String option, String place) {
    return cli.run("get", name, option, place).succeeds().out();
  }

  @Test
  void values_areSetInEveryTarget() {
    assertEquals(
        """
        copied A from dev to preview (v1)
        copied A from dev to prod@eu-west (v1)
        copied B from dev to preview (v1)
        copied B from dev to prod@eu-west (v1)
        """,
        cli.run("copy", "A", "B", "--from", "dev", "--to", "preview,eu-west")
            .succeeds()
            .tells("warning: B is declared for prod, dev only, and now has a value for preview")
            .hides("hunter")
            .out());
    assertEquals("hunter2\n", get("A", "--type", "preview"));
    assertEquals("hunter3", get("B", "--env", "eu-west"));
  }

  @Test
  void valueThatIsThere_isKeptUnlessItIsToBeReplaced() {
    cli.input("other").run("set", "B", "--type", "prod").succeeds();
    Map<String, String> before = cli.files();
    cli.run("copy", "A", "B", "--from", "dev", "--to", "prod")
        .exits(ExitStatus.USAGE)
        .printsNothing()
        .tells("there is a value already: B for prod (v1)")
        .tells("fix: pass --replace");
    assertEquals(before, cli.files());
    cli.run("copy", "A", "B", "--from", "dev", "--to", "prod", "--replace")
        .succeeds()
        .prints("copied B from dev to prod (v2)");
    assertEquals("hunter3", get("B", "--type", "prod"));
  }

  @Test
  void absentValue_copiesNothingAtAll() {
    cli.run("unset", "B", "--type", "dev").succeeds();
    Map<String, String> before = cli.files();
    cli.run("copy", "A", "B", "--from", "dev", "--to", "prod")
        .exits(ExitStatus.NO)
        .printsNothing()
        .tells("B has no value for dev: nothing was copied")
        .tells("fix: secret set --type dev B");
    assertEquals(before, cli.files());
  }

  @Test
  void whoIsNoReader_copiesNothing() throws IOException {
    Cli grace = cli.of("grace");
    grace.run("init").succeeds();
    Map<String, String> before = cli.files();
    grace
        .run("copy", "A", "--from", "dev", "--to", "prod")
        .exits(ExitStatus.UNUSABLE)
        .tells("not a reader of type dev");
    assertEquals(before, cli.files());
  }

  @Test
  void readerOfTheSourceAlone_canCopy() throws IOException {
    Cli grace = cli.of("grace");
    grace.run("init").succeeds();
    String key = grace.run("identity", "show").succeeds().out().strip();
    cli.run("reader", "add", "grace", key, "--type", "dev").succeeds();
    grace.run("copy", "A", "--from", "dev", "--to", "prod").succeeds();
    assertEquals("hunter2\n", get("A", "--type", "prod"));
  }

  @Test
  void valueThatDoesNotFitItsDeclaration_isNotSpread() throws IOException {
    cli.write("secrets.toml", cli.read("secrets.toml") + "[secrets.C]\n");
    cli.input("no").run("set", "C", "--type", "dev").succeeds();
    cli.write("secrets.toml", cli.read("secrets.toml") + "format = \"integer\"\n");
    cli.run("copy", "C", "--from", "dev", "--to", "prod")
        .exits(ExitStatus.USAGE)
        .tells("the value of C for dev does not have the declared format integer")
        .tells("fix: secret set --type dev C");
  }

  @Test
  void sharedDirectory_isWrittenInTheSameRun() throws IOException {
    Cli shared = cli.in("shared");
    shared.run("init").succeeds();
    shared.declare("[secrets.Common]\n");
    cli.write("secrets.toml", "extends = [\"../shared\"]\n" + cli.read("secrets.toml"));
    cli.input("x").run("set", "Common", "--type", "dev").succeeds();
    cli.run("copy", "A", "Common", "--from", "dev", "--to", "prod")
        .succeeds()
        .prints("copied A from dev to prod (v1)\n")
        .prints("copied Common from dev to prod (v1) in ../shared\n");
    assertEquals("x", get("Common", "--type", "prod"));
  }

  @Test
  void locks_areTakenInTheOrderOfPaths_soThatNobodyWaitsInARing() throws Exception {
    Cli shared = cli.in("common");
    shared.run("init").succeeds();
    shared.declare("[secrets.Common]\n");
    cli.write("secrets.toml", "extends = [\"../common\"]\n" + cli.read("secrets.toml"));
    cli.input("x").run("set", "Common", "--type", "dev").succeeds();
    FutureTask<Result> copy =
        new FutureTask<>(() -> cli.run("copy", "A", "Common", "--from", "dev", "--to", "prod"));
    Thread thread = new Thread(copy);
    StoreLock first = StoreLock.acquire(shared.project());
    try (first) {
      thread.start();
      while (thread.isAlive() && thread.getState() != Thread.State.TIMED_WAITING) {
        Thread.onSpinWait();
      }
      StoreLock.acquire(cli.project()).close(); // as secret import does next
    }
    copy.get().succeeds();
  }

  @Test
  void mistakes_areToldBeforeAnythingIsOpened() {
    cli.run("copy", "A", "--from", "dev").exits(ExitStatus.USAGE).tells("say which: --to");
    cli.run("copy", "--from", "dev", "--to", "prod").exits(ExitStatus.USAGE).tells("NAME");
    cli.run("copy", "A", "--from", "dev", "--to", "prod,dev")
        .exits(ExitStatus.USAGE)
        .tells("--to dev is where the values come from");
    cli.run("copy", "C", "--from", "dev", "--to", "prod")
        .exits(ExitStatus.NO)
        .tells("C is not declared");
  }
}
