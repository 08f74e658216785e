package dev.countersign.runtime;

import static dev.countersign.runtime.Declare.declare;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reload takes, and what it leaves as it was. */
class RotationTest {
  private static final Declaration TOKEN = declare("Token").done();
  private static final Declaration OTHER = declare("Other").done();
  private static final String STAYS =
      "WARNING secrets stay as they were, as they could not be reloaded: ";

  @TempDir Path directory;
  private final LoggedLines log = new LoggedLines();
  private final Changing vault = Changing.of("Token", "one");
  private Path mounts;

  @BeforeEach
  void makeADirectory() throws IOException {
    mounts = Files.createDirectory(directory.resolve("mounts"));
  }

  @AfterEach
  void restoreTheLog() {
    log.close();
  }

  @Test
  void kubernetesSwap_isSeenBySuppliersAndGet_andLoggedWithoutTheValue() throws IOException {
    KubernetesVolume volume = new KubernetesVolume(mounts);
    volume.swap(Map.of("Token", "first"));
    Secrets secrets = new Rotating(directory, TOKEN).mounted(mounts).load();
    Supplier<String> supplier = Sites.supplier(secrets, "Token", Conversion.text());
    assertEquals("first", supplier.get());
    volume.swap(Map.of("Token", "second"));
    assertEquals("first", secrets.get("Token").reveal());
    secrets.refresh();
    assertEquals("second", supplier.get());
    assertEquals("second", secrets.get("Token").reveal());
    assertEquals(List.of("INFO Token changed, now file:" + mounts.resolve("Token")), log.take());
  }

  @Test
  void filesThatAreSwappedTogether_areNeverReadHalf() throws IOException {
    KubernetesVolume volume = new KubernetesVolume(mounts);
    volume.swap(Map.of("Other", "user 1", "Token", "password 1"));
    SwapsBetween swaps = new SwapsBetween(volume);
    Secrets secrets = new Rotating(directory, OTHER, TOKEN).mounted(mounts).with(swaps).load();
    for (int round = 2; round < 5; round++) {
      swaps.next = round;
      secrets.refresh();
      assertEquals("user " + round, secrets.get("Other").reveal());
      assertEquals("password " + round, secrets.get("Token").reveal());
    }
    assertEquals(List.of(), swaps.left);
  }

  /** Swaps the files when one of them was read and the other was not. */
  private static final class SwapsBetween implements SecretProvider {
    private final KubernetesVolume volume;
    private final List<IOException> left = new ArrayList<>();
    private int next;

    SwapsBetween(KubernetesVolume volume) {
      this.volume = volume;
    }

    @Override
    public SecretValue find(SecretRequest request) {
      if (request.name().equals("Token") && next > 0) {
        try {
          volume.swap(Map.of("Other", "user " + next, "Token", "password " + next));
        } catch (IOException e) {
          left.add(e);
        }
        next = 0;
      }
      return null;
    }

    @Override
    public String name() {
      return "swaps";
    }
  }

  @Test
  void vanishedFile_leavesTheLastGoodValue_andIsToldOnce() throws IOException {
    Path file = Files.writeString(mounts.resolve("Token"), "good");
    Secrets secrets = new Rotating(directory, TOKEN).mounted(mounts).load();
    Supplier<String> supplier = Sites.supplier(secrets, "Token", Conversion.text());
    Files.delete(file);
    refresh(secrets, 3);
    assertEquals("good", supplier.get());
    assertEquals("good", secrets.get("Token").reveal());
    List<String> lines = log.take();
    assertEquals(1, lines.size(), lines.toString());
    assertTrue(lines.get(0).startsWith(STAYS + "Token has no value for prod\n"), lines.get(0));
  }

  @Test
  void trouble_isToldAgainWhereItChangesAndWhenItIsOver() throws IOException {
    Path file = Files.writeString(mounts.resolve("Token"), "good");
    Secrets secrets = new Rotating(directory, TOKEN).mounted(mounts).load();
    Files.writeString(file, "");
    refresh(secrets, 2);
    List<String> empty = log.take();
    assertEquals(1, empty.size());
    assertTrue(empty.get(0).contains("it is empty"), empty.get(0));
    Files.delete(file);
    refresh(secrets, 2);
    assertEquals(1, log.take().size(), "another cause");
    Files.writeString(file, "good");
    refresh(secrets, 2);
    assertEquals(List.of("INFO secrets can be reloaded again"), log.take());
    Files.writeString(file, "");
    refresh(secrets, 2);
    assertEquals(empty, log.take(), "a new trouble, though in the same words");
  }

  @Test
  void vanishedDirectory_leavesTheLastGoodValue() throws IOException {
    Path file = Files.writeString(mounts.resolve("Token"), "good");
    Secrets secrets = new Rotating(directory, TOKEN).mounted(mounts).load();
    Files.delete(file);
    Files.delete(mounts);
    refresh(secrets, 2);
    assertEquals("good", secrets.get("Token").reveal());
    assertEquals(1, log.take().size());
  }

  @Test
  void providerThatFails_leavesTheLastGoodValue_andItsMessageUntold() {
    Secrets secrets = new Rotating(directory, TOKEN).with(vault).load();
    vault.fail(new IllegalStateException("hunter2"));
    refresh(secrets, 2);
    vault.fail(new StackOverflowError("hunter2"));
    refresh(secrets, 2);
    assertEquals("one", secrets.get("Token").reveal());
    vault.fail(null);
    vault.set("Token", "two");
    refresh(secrets, 1);
    assertEquals("two", secrets.get("Token").reveal());
    String fix =
        "\n  used by: Client.token"
            + "\n  fix: mend the provider, or let it throw a SecretProviderException that says how";
    assertEquals(
        List.of(
            STAYS
                + "Token from vault cannot be used: it threw java.lang.IllegalStateException"
                + fix,
            STAYS + "Token from vault cannot be used: it threw java.lang.StackOverflowError" + fix,
            "INFO secrets can be reloaded again",
            "INFO Token changed, now vault"),
        log.take());
  }

  @Test
  void valueThatIsNotAsDeclared_isNotTaken_norAnyBesideIt() {
    vault.set("Other", "5432");
    Secrets secrets =
        new Rotating(directory, TOKEN, declare("Other").format(Format.INTEGER).done())
            .with(vault)
            .load();
    vault.set("Token", "two").set("Other", "hunter2");
    refresh(secrets, 1);
    assertEquals("one", secrets.get("Token").reveal());
    assertEquals("5432", secrets.get("Other").reveal());
    String line = log.take().get(0);
    assertTrue(line.contains("does not have the declared format integer"), line);
    assertFalse(line.contains("hunter2"), line);
  }

  @Test
  void valueThatDoesNotFitASite_isNotTaken() {
    vault.set("Token", "1");
    Secrets secrets =
        new Rotating(directory)
            .catalog(Declare.catalog(Declare.manifestWithSite("count", "Supplier<Integer>")))
            .with(vault)
            .load();
    vault.set("Token", "many");
    refresh(secrets, 1);
    assertEquals("1", secrets.get("Token").reveal());
    assertTrue(log.take().get(0).contains("is not a whole number"));
  }

  @Test
  void optionalValue_mayGo() {
    Secrets secrets =
        new Rotating(directory, declare("Token").optional().done()).with(vault).load();
    vault.remove("Token");
    refresh(secrets, 2);
    assertTrue(secrets.find("Token").isEmpty());
    assertEquals(List.of("INFO Token has no value now"), log.take());
  }

  @Test
  void valueThatWasMissingInLocal_isNoTrouble_andOneThatGoesIs() {
    Secrets secrets =
        new Rotating(directory, TOKEN, OTHER).in(EnvironmentType.LOCAL).with(vault).load();
    refresh(secrets, 1);
    assertEquals(List.of(), log.take());
    vault.set("Other", "new");
    refresh(secrets, 1);
    assertEquals("new", secrets.get("Other").reveal());
    vault.remove("Token");
    refresh(secrets, 1);
    assertEquals("one", secrets.get("Token").reveal());
    assertEquals(2, log.take().size());
  }

  @Test
  void sameValueFromElsewhere_isNoChange_butItsSourceIsKnown() throws IOException {
    Files.writeString(mounts.resolve("Token"), "one");
    Secrets secrets = new Rotating(directory, TOKEN).mounted(mounts).with(vault).load();
    List<String> told = new ArrayList<>();
    secrets.onChange("Token", () -> told.add("changed"));
    vault.remove("Token");
    refresh(secrets, 1);
    assertEquals("file:" + mounts.resolve("Token"), secrets.get("Token").source());
    assertEquals(List.of(), told);
    assertEquals(List.of(), log.take());
  }

  @Test
  void reloadByHand_throwsWhatStandsInTheWay_andLeavesWhatWasThere() {
    Secrets secrets = new Rotating(directory, TOKEN).with(vault).load();
    vault.remove("Token");
    assertThrows(UnresolvedSecretException.class, secrets::reload);
    assertEquals("one", secrets.get("Token").reveal());
    assertEquals(List.of(), log.take());
    vault.set("Token", "two");
    secrets.reload();
    assertEquals("two", secrets.get("Token").reveal());
  }

  @Test
  void reload_worksWithoutRefreshing() {
    Secrets secrets = Secrets.of(Map.of("Token", "x"));
    secrets.reload();
    assertEquals("x", secrets.get("Token").reveal());
  }

  @Test
  void closedSecrets_answerStill_andReloadNoMore() {
    Secrets secrets = new Rotating(directory, TOKEN).with(vault).load();
    SecretValue handedOut = secrets.get("Token");
    secrets.close();
    secrets.close();
    vault.set("Token", "two");
    secrets.refresh();
    assertEquals("one", secrets.get("Token").reveal());
    assertEquals("one", handedOut.reveal());
    assertThrows(IllegalStateException.class, secrets::reload);
    assertThrows(IllegalStateException.class, () -> secrets.onChange("Token", () -> {}));
    assertEquals(List.of(), log.take());
  }

  @Test
  void closingWhileEverythingIsRead_throwsAwayWhatWasRead() {
    Closing closing = new Closing();
    closing.secrets = new Rotating(directory, TOKEN).with(vault).with(closing).load();
    vault.set("Token", "two");
    closing.now = true;
    closing.secrets.refresh();
    assertEquals("one", closing.secrets.get("Token").reveal());
    assertEquals(List.of(), log.take());
  }

  /** Closes the secrets while they are read. */
  private static final class Closing implements SecretProvider {
    private Secrets secrets;
    private boolean now;

    @Override
    public SecretValue find(SecretRequest request) {
      if (now) {
        secrets.close();
      }
      return null;
    }

    @Override
    public String name() {
      return "closing";
    }
  }

  private static void refresh(Secrets secrets, int times) {
    for (int i = 0; i < times; i++) {
      secrets.refresh();
    }
  }
}
