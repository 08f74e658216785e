package dev.countersign.runtime.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.age.Identities;
import dev.countersign.runtime.age.Identity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are those of a POSIX shell")
class CommandSourceTest {
  private static final Identity ADA = Identities.generate();

  @TempDir Path directory;

  @Test
  void whatTheCommandPrints_isTheIdentity_askedForOnce() throws Exception {
    Path key = Files.writeString(directory.resolve("key"), ADA.encoded() + "\n");
    Path count = directory.resolve("count");
    ReaderIdentities identities =
        locate("echo x >> '" + count + "'; grep -v '^#' '" + key + "' | cat");
    assertFalse(Files.exists(count));
    assertEquals(ADA.encoded(), identities.identities().get(0).encoded());
    assertEquals(ADA.encoded(), identities.identities().get(0).encoded());
    assertEquals("x\n", Files.readString(count));
    assertEquals("COUNTERSIGN_KEY_COMMAND", identities.source());
  }

  @Test
  void aCommandThatFails_isRefusedEvenIfItPrintsAnIdentity() {
    refused(
        "printf %s " + ADA.encoded() + "; exit 3",
        "the command in COUNTERSIGN_KEY_COMMAND ended with status 3");
    refused(
        "no-such-command-at-all 2>/dev/null",
        "the command in COUNTERSIGN_KEY_COMMAND ended with status 127");
  }

  @Test
  void aCommandThatPrintsNothing_orSomethingElse_isRefused() {
    refused("true", "COUNTERSIGN_KEY_COMMAND does not hold identities: no identity in it");
    StoreException e =
        assertThrows(StoreException.class, () -> locate("echo hunter2").identities());
    assertFalse(e.getMessage().contains("hunter2"), e.getMessage());
  }

  @Test
  void aCommand_getsNoInput() throws Exception {
    assertEquals("0\n", new String(new CommandSource("wc -c | tr -d ' '").read(), UTF_8));
  }

  @Test
  void aCommandThatDoesNotEnd_isEnded() {
    Duration tenth = Duration.ofMillis(100);
    StoreException e =
        assertThrows(StoreException.class, () -> new CommandSource("exec sleep 60", tenth).read());
    assertEquals("the command in COUNTERSIGN_KEY_COMMAND did not end within 0 s", e.fact());
    assertThrows(
        StoreException.class, () -> new CommandSource("sleep 60 & sleep 60", tenth).read());
  }

  @Test
  void aCommandThatHangs_isEndedWithItsChildren() throws Exception {
    Path pid = directory.resolve("pid");
    String command =
        "sleep 600 & echo $! > '" + pid + "'.new; mv '" + pid + "'.new '" + pid + "'; wait";
    Duration patience = Duration.ofMillis(100);
    while (!Files.exists(pid)) {
      patience = patience.multipliedBy(2); // until the shell has come that far
      CommandSource source = new CommandSource(command, patience);
      assertThrows(StoreException.class, source::read);
    }
    long child = Long.parseLong(Files.readString(pid).trim());
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (isRunning(child) && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertFalse(isRunning(child));
  }

  /** A process that ended has no program, though nobody may have asked for its status yet. */
  private static boolean isRunning(long pid) {
    return ProcessHandle.of(pid).flatMap(process -> process.info().command()).isPresent();
  }

  @Test
  void aCommandThatFailed_isNotRunAgainInThisProcess() throws Exception {
    Path count = directory.resolve("count");
    String command = "echo x >> '" + count + "'; exit 1";
    for (int i = 0; i < 3; i++) {
      refused(command, "the command in COUNTERSIGN_KEY_COMMAND ended with status 1");
    }
    assertEquals("x\n", Files.readString(count));
  }

  @Test
  void aThreadThatIsInterrupted_leavesTheCommandToTheNext() throws Exception {
    ReaderIdentities identities = locate("printf '%s\\n' " + ADA.encoded());
    Thread.currentThread().interrupt();
    StoreException e = assertThrows(StoreException.class, identities::identities);
    assertTrue(Thread.interrupted());
    assertEquals("the command in COUNTERSIGN_KEY_COMMAND was interrupted", e.fact());
    assertEquals(ADA.encoded(), identities.identities().get(0).encoded());
  }

  @Test
  void theShell_isTheSystemsOwn() {
    assertEquals(List.of("sh", "-c", "a | b"), CommandSource.shell(false, "a | b"));
    assertEquals(List.of("cmd", "/c", "a | b"), CommandSource.shell(true, "a | b"));
  }

  @Test
  @Timeout(15)
  void aCommandThatLeavesAnotherBehind_isNotWaitedForLonger() {
    CommandSource command = new CommandSource("sleep 30 & echo left", Duration.ofMillis(100));
    try {
      assertEquals("left\n", new String(command.read(), UTF_8));
    } catch (StoreException e) {
      assertEquals("the command in COUNTERSIGN_KEY_COMMAND did not end within 0 s", e.fact());
    }
  }

  @Test
  void endlessOutput_isCutOff() {
    Duration tenth = Duration.ofMillis(100);
    assertThrows(StoreException.class, () -> new CommandSource("yes hunter2", tenth).read());
  }

  private static void refused(String command, String fact) {
    StoreException e = assertThrows(StoreException.class, () -> locate(command).identities());
    assertEquals(fact, e.fact());
    assertFalse(e.getMessage().contains(ADA.encoded()));
  }

  private static ReaderIdentities locate(String command) {
    return ReaderIdentities.locate(
        Map.of("COUNTERSIGN_KEY_COMMAND", command), Path.of("no-such-file"));
  }
}
