package dev.countersign.runtime.store;

import static dev.countersign.runtime.store.StoreFixture.DEV;
import static dev.countersign.runtime.store.StoreFixture.EU_WEST;
import static dev.countersign.runtime.store.StoreFixture.OTHER;
import static dev.countersign.runtime.store.StoreFixture.PROD;
import static dev.countersign.runtime.store.StoreFixture.TOKEN;
import static dev.countersign.runtime.store.StoreFixture.identities;
import static dev.countersign.runtime.store.StoreFixture.reader;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.age.Identities;
import dev.countersign.runtime.age.Identity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RekeyTest {
  private static final int WRITES = 3; // the keyring, eu-west.secrets, prod.secrets

  private final Identity grace = Identities.generate();
  @TempDir Path root;
  private StoreFixture project;

  @BeforeEach
  void createProject() throws StoreException {
    project = StoreFixture.create(root, EnvironmentType.PROD, EnvironmentType.DEV);
    new KeyringWriter(project.files, "", identities(project.ada))
        .add(reader("grace", grace), List.of(EnvironmentType.PROD));
    project.set(PROD, TOKEN, "old value");
    project.set(PROD, TOKEN, "value");
    project.set(PROD, OTHER, "other");
    project.set(EU_WEST, TOKEN, "west");
    project.set(DEV, TOKEN, "dev value");
  }

  private Rekey rekey() {
    return rekey(Disk.REAL);
  }

  private Rekey rekey(Disk disk) {
    return new Rekey(
        new StoredFiles(project.files, "", disk),
        EnvironmentType.PROD,
        identities(project.ada),
        RekeyProgress.NONE);
  }

  private void assertReadable(Identity... readers) throws Exception {
    for (Identity reader : readers) {
      assertEquals("value", project.value(reader, TOKEN, PROD));
      assertEquals("other", project.value(reader, OTHER, PROD));
      assertEquals("west", project.value(reader, TOKEN, EU_WEST));
    }
    assertEquals(2, project.index().version(TOKEN, PROD));
    assertEquals(1, project.index().version(TOKEN, EU_WEST));
    assertEquals(List.of(), project.index().damages());
  }

  private Keyring keyring() throws Exception {
    return Keyring.read(project.files, "", EnvironmentType.PROD);
  }

  @Test
  void everyValue_isSealedToTheNewKeyAndKeepsItsVersion() throws Exception {
    String old = keyring().identities().get(0);
    Map<String, String> before = project.snapshot();
    Rekeyed rekeyed = rekey().run();
    assertEquals(List.of(rekeyed.identity(), old), keyring().identities());
    assertEquals(
        new Rekeyed(EnvironmentType.PROD, rekeyed.identity(), true, 3, 2, List.of()), rekeyed);
    for (String name : List.of("prod.secrets", "eu-west.secrets")) {
      SealedFile file = SealedFile.parse(name, Files.readAllBytes(project.secrets(name)));
      assertEquals(rekeyed.identity(), file.to());
    }
    assertReadable(project.ada, grace);
    assertEquals(List.of(), project.index().stragglers());
    assertEquals(before.get("dev.secrets"), project.text("dev.secrets"));
    assertEquals(before.get("dev.keyring"), project.text("dev.keyring"));
  }

  @Test
  void interruptedAfterAnyWrite_everyReaderReads_andItGoesOnWithTheSameKey() throws Exception {
    for (int allowed = 0; allowed < WRITES; allowed++) {
      InterruptedDisk disk = new InterruptedDisk(allowed);
      int before = keyring().identities().size();
      assertThrows(StoreException.class, () -> rekey(disk).run());
      assertReadable(project.ada, grace);
      assertEquals(allowed > 0, rekey().isUnfinished());
      assertEquals(before + (allowed > 0 ? 1 : 0), keyring().identities().size());

      Rekeyed rekeyed = rekey().run();
      assertEquals(allowed == 0, rekeyed.isNewKey());
      assertReadable(project.ada, grace);
      assertFalse(rekey().isUnfinished());
      assertEquals(before + 1, keyring().identities().size());
      assertEquals(List.of(), project.index().stragglers());
    }
    InterruptedDisk last = new InterruptedDisk(Integer.MAX_VALUE);
    rekey(last).run();
    assertEquals(WRITES, last.renamed(), "a write without an interruption after it");
  }

  @Test
  void valuesSetWhileItIsInterrupted_areKept() throws Exception {
    assertThrows(StoreException.class, () -> rekey(new InterruptedDisk(1)).run());
    assertEquals(3, project.set(PROD, TOKEN, "newer"));
    rekey().run();
    assertEquals("newer", project.value(grace, TOKEN, PROD));
    assertEquals(3, project.index().version(TOKEN, PROD));
  }

  @Test
  void aFault_leavesNoFileBehind() throws Exception {
    List<String> names = List.copyOf(project.snapshot().keySet());
    for (int allowed = 0; allowed < WRITES; allowed++) {
      InterruptedDisk disk = new InterruptedDisk(allowed);
      assertThrows(StoreException.class, () -> rekey(disk).run());
      assertEquals(names, List.copyOf(project.snapshot().keySet()));
      rekey().run();
    }
  }

  @Test
  void removing_leavesTheOthersEverythingAndTheRemovedNothing() throws Exception {
    Rekeyed rekeyed = rekey().removing("grace");
    assertTrue(rekeyed.isNewKey());
    assertReadable(project.ada);
    assertThrows(NotAReaderException.class, () -> project.value(grace, TOKEN, PROD));
    assertEquals(List.of(reader("ada", project.ada)), keyring().readers());
  }

  @Test
  void removingInterruptedAfterAnyWrite_isEndedByRunningItAgain() throws Exception {
    for (int allowed = 0; allowed < WRITES; allowed++) {
      InterruptedDisk disk = new InterruptedDisk(allowed);
      assertThrows(StoreException.class, () -> rekey(disk).removing("grace"));
      assertReadable(project.ada);
      Rekeyed rekeyed = rekey().removing("grace");
      assertEquals(allowed == 0, rekeyed.isNewKey());
      assertReadable(project.ada);
      assertFalse(rekey().isUnfinished());
      assertThrows(NotAReaderException.class, () -> project.value(grace, TOKEN, PROD));
      StoreException e = assertThrows(StoreException.class, () -> rekey().removing("grace"));
      assertEquals("grace is no reader of type prod", e.fact());
      new KeyringWriter(project.files, "", identities(project.ada))
          .add(reader("grace", grace), List.of(EnvironmentType.PROD));
    }
  }

  @Test
  void removingDuringAnInterruptedRekey_makesAKeyThatTheRemovedNeverHad() throws Exception {
    assertThrows(StoreException.class, () -> rekey(new InterruptedDisk(1)).run());
    String known = keyring().identities().get(0);
    Rekeyed rekeyed = rekey().removing("grace");
    assertTrue(rekeyed.isNewKey());
    assertNotEquals(known, keyring().identities().get(0));
    assertReadable(project.ada);
  }

  @Test
  void aStraggler_isReadableAndReportedUntilItIsFinished() throws Exception {
    String straggling = project.text("prod.secrets");
    rekey().run();
    String rekeyed = project.text("prod.secrets");
    // what a merge leaves: this branch's head and Other, the other branch's Token
    project.write(
        "prod.secrets",
        rekeyed.substring(0, rekeyed.indexOf("[Token]"))
            + straggling.substring(straggling.indexOf("[Token]")));
    assertReadable(project.ada, grace);
    Straggler straggler = project.index().stragglers().get(0);
    assertEquals(TOKEN, straggler.name());

    Rekeyed finished = rekey().finish();
    assertEquals(1, finished.values());
    assertFalse(finished.isNewKey());
    assertEquals(List.of(finished.identity()), keyring().identities());
    assertReadable(project.ada, grace);
    assertEquals(List.of(), project.index().stragglers());
  }

  @Test
  void finishingInterruptedAfterAnyWrite_losesNothing() throws Exception {
    String old = project.text("prod.secrets");
    String west = project.text("eu-west.secrets");
    rekey().run();
    project.write("prod.secrets", old);
    project.write("eu-west.secrets", west);
    for (int allowed = 0; allowed < WRITES; allowed++) {
      InterruptedDisk disk = new InterruptedDisk(1);
      if (allowed < WRITES - 1) {
        assertThrows(StoreException.class, () -> rekey(disk).finish());
      } else {
        rekey(disk).finish();
      }
      assertReadable(project.ada, grace);
    }
    assertEquals(1, keyring().identities().size());
    assertEquals(0, rekey().finish().files());
  }

  @Test
  void aValueThatDoesNotOpen_stopsItBeforeAnythingIsWritten() throws Exception {
    damageToken();
    Map<String, String> before = project.snapshot();
    for (boolean finish : new boolean[] {false, true}) {
      if (finish) {
        assertThrows(StoreFormatException.class, () -> rekey().removing("grace"));
      } else {
        assertThrows(StoreFormatException.class, () -> rekey().run());
      }
      assertEquals(before, project.snapshot());
    }
  }

  @Test
  void discardingUnreadable_keepsWhatOpensAndListsTheRest() throws Exception {
    damageToken();
    Rekeyed rekeyed = rekey().discardingUnreadable(reader("ada", project.ada));
    assertEquals(List.of(new Written(TOKEN, PROD, 3, true)), rekeyed.discarded());
    assertEquals("other", project.value(grace, OTHER, PROD));
    assertEquals("west", project.value(grace, TOKEN, EU_WEST));
    assertTrue(project.text("prod.secrets").endsWith("[Token]\nversion 3\nunset\n"));
    assertEquals(4, project.set(PROD, TOKEN, "again"));
    assertEquals(2, keyring().readers().size());
  }

  @Test
  void discardingUnreadable_startsAgainWhenEveryReadersKeyIsLost() throws Exception {
    Identity newcomer = Identities.generate();
    Rekey lost =
        new Rekey(
            new StoredFiles(project.files, ""),
            EnvironmentType.PROD,
            identities(newcomer),
            RekeyProgress.NONE);
    assertThrows(NotAReaderException.class, () -> lost.run());
    Rekeyed rekeyed = lost.discardingUnreadable(reader("newcomer", newcomer));
    assertEquals(
        List.of(
            new Written(TOKEN, EU_WEST, 2, true),
            new Written(OTHER, PROD, 2, true),
            new Written(TOKEN, PROD, 3, true)),
        rekeyed.discarded());
    assertEquals(List.of(reader("newcomer", newcomer)), keyring().readers());
    assertEquals(List.of(), project.index().damages());
    project.set(PROD, TOKEN, "again");
    assertEquals("again", project.value(newcomer, TOKEN, PROD));
    assertThrows(NotAReaderException.class, () -> project.value(project.ada, TOKEN, PROD));
  }

  @Test
  void discardingInterruptedAfterAnyWrite_isEndedByRunningItAgain() throws Exception {
    Identity newcomer = Identities.generate();
    for (int allowed = 0; allowed < WRITES; allowed++) {
      StoredFiles files = new StoredFiles(project.files, "", new InterruptedDisk(allowed));
      Rekey lost = new Rekey(files, EnvironmentType.PROD, identities(newcomer), RekeyProgress.NONE);
      Reader self = reader("newcomer", newcomer);
      assertThrows(StoreException.class, () -> lost.discardingUnreadable(self));
    }
    Rekey lost =
        new Rekey(
            project.files, "", EnvironmentType.PROD, identities(newcomer), RekeyProgress.NONE);
    lost.discardingUnreadable(reader("newcomer", newcomer));
    assertEquals(List.of(), project.index().damages());
    project.set(EU_WEST, TOKEN, "again");
    assertEquals("again", project.value(newcomer, TOKEN, EU_WEST));
  }

  @Test
  void postQuantum_namesTheClassicReaders() throws Exception {
    Map<String, String> before = project.snapshot();
    StoreException e =
        assertThrows(StoreException.class, () -> rekey().postQuantum(Map.of("grace", pq())));
    assertTrue(e.fact().endsWith("worthless: ada"), e.fact());
    assertTrue(e.fix().contains("--reader ada=age1pq1…"), e.fix());
    assertEquals(before, project.snapshot());
  }

  private static String pq() {
    return Identities.generatePostQuantum().recipient().toString();
  }

  @Test
  void postQuantum_takesTheReadersNewKeys() throws Exception {
    Identity ada = Identities.generatePostQuantum();
    Identity other = Identities.generatePostQuantum();
    Rekeyed rekeyed =
        rekey()
            .postQuantum(
                Map.of("ada", ada.recipient().toString(), "grace", other.recipient().toString()));
    assertTrue(rekeyed.identity().startsWith("age1pq1"), rekeyed.identity());
    assertReadable(ada, other);
    assertThrows(NotAReaderException.class, () -> project.value(grace, TOKEN, PROD));
  }

  @Test
  void postQuantumKeysOfStrangers_areRefused() {
    StoreException e =
        assertThrows(StoreException.class, () -> rekey().postQuantum(Map.of("eve", pq())));
    assertEquals("eve is no reader of type prod", e.fact());
  }

  @Test
  void progress_countsTheValues() throws Exception {
    List<Integer> counted = new ArrayList<>();
    new Rekey(project.files, "", EnvironmentType.PROD, identities(project.ada), counted::add).run();
    assertEquals(List.of(1, 2, 3), counted);
  }

  private void damageToken() throws Exception {
    String text = project.text("prod.secrets");
    int place = text.lastIndexOf("-----END") - 20;
    char flipped = text.charAt(place) == 'A' ? 'B' : 'A';
    project.write("prod.secrets", text.substring(0, place) + flipped + text.substring(place + 1));
  }
}
