package dev.countersign.runtime.store;

import static dev.countersign.runtime.store.StoreFixture.DEV;
import static dev.countersign.runtime.store.StoreFixture.PROD;
import static dev.countersign.runtime.store.StoreFixture.TOKEN;
import static dev.countersign.runtime.store.StoreFixture.identities;
import static dev.countersign.runtime.store.StoreFixture.reader;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.age.Identities;
import dev.countersign.runtime.age.Identity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyringWriterTest {
  private static final List<EnvironmentType> BOTH =
      List.of(EnvironmentType.PROD, EnvironmentType.DEV);

  private final Identity grace = Identities.generate();
  @TempDir Path root;
  private StoreFixture project;
  private KeyringWriter writer;

  @BeforeEach
  void createProject() throws StoreException {
    project = StoreFixture.create(root, EnvironmentType.PROD, EnvironmentType.DEV);
    writer = new KeyringWriter(project.files, "", identities(project.ada));
    project.set(PROD, TOKEN, "prod value");
    project.set(DEV, TOKEN, "dev value");
  }

  @Test
  void addingAReader_changesTheKeyringsAndNoOtherByte() throws Exception {
    Map<String, String> before = project.snapshot();
    writer.add(reader("grace", grace), BOTH);
    Map<String, String> after = project.snapshot();
    assertNotEquals(before.remove("prod.keyring"), after.remove("prod.keyring"));
    assertNotEquals(before.remove("dev.keyring"), after.remove("dev.keyring"));
    assertEquals(before, after);
    assertEquals("prod value", project.value(grace, TOKEN, PROD));
    assertEquals("dev value", project.value(grace, TOKEN, DEV));
    assertEquals("dev value", project.value(project.ada, TOKEN, DEV));
  }

  @Test
  void aReaderWhoCannotBeAddedToOneType_isAddedToNone() throws Exception {
    writer.add(reader("grace", grace), List.of(EnvironmentType.DEV));
    Map<String, String> before = project.snapshot();
    StoreException e =
        assertThrows(StoreException.class, () -> writer.add(reader("grace", grace), BOTH));
    assertEquals("this key is a reader of type dev already: grace", e.fact());
    assertEquals(before, project.snapshot());
  }

  @Test
  void whoIsNoReader_canAddNobody() throws Exception {
    Map<String, String> before = project.snapshot();
    KeyringWriter other = new KeyringWriter(project.files, "", identities(grace));
    assertThrows(NotAReaderException.class, () -> other.add(reader("grace", grace), BOTH));
    assertEquals(before, project.snapshot());
  }

  @Test
  void aPostQuantumReader_isRefusedBesideClassicOnes() throws Exception {
    Map<String, String> before = project.snapshot();
    Reader quantum = reader("grace", Identities.generatePostQuantum());
    StoreException e = assertThrows(StoreException.class, () -> writer.add(quantum, BOTH));
    assertTrue(e.fact().contains("post-quantum and classic keys cannot share"), e.fact());
    assertEquals(before, project.snapshot());
  }

  @Test
  void removingAReader_keepsTheKeyAndEveryOtherFile() throws Exception {
    writer.add(reader("grace", grace), BOTH);
    Map<String, String> before = project.snapshot();
    writer.remove("grace", List.of(EnvironmentType.PROD));
    Map<String, String> after = project.snapshot();
    assertNotEquals(before.remove("prod.keyring"), after.remove("prod.keyring"));
    assertEquals(before, after);
    assertThrows(NotAReaderException.class, () -> project.value(grace, TOKEN, PROD));
    assertEquals("dev value", project.value(grace, TOKEN, DEV));
    assertEquals("prod value", project.value(project.ada, TOKEN, PROD));
  }

  @Test
  void theLastReader_stays() throws Exception {
    Map<String, String> before = project.snapshot();
    StoreException e = assertThrows(StoreException.class, () -> writer.remove("ada", BOTH));
    assertEquals("ada is the last reader of type prod: nobody could open it", e.fact());
    assertEquals(before, project.snapshot());
  }

  @Test
  void whoIsNoReader_cannotBeRemoved() {
    StoreException e = assertThrows(StoreException.class, () -> writer.remove("grace", BOTH));
    assertEquals("grace is no reader of type prod", e.fact());
    assertEquals("secret reader list --type prod", e.fix());
  }

  @Test
  void readersThatAreNotThoseSealedTo_stopEveryChange() throws Exception {
    project.replace("prod.keyring", " # ada", " # eve");
    for (String name : List.of("ada", "eve", "grace")) {
      StoreException e = assertThrows(StoreException.class, () -> writer.remove(name, BOTH));
      assertTrue(e.fact().contains("`reader` lines"), e.fact());
    }
  }

  @Test
  void aTypeWithoutKeyring_isNamed() throws Exception {
    List<EnvironmentType> local = List.of(EnvironmentType.LOCAL);
    StoreException e =
        assertThrows(StoreException.class, () -> writer.add(reader("grace", grace), local));
    assertEquals("there is no secrets/local.keyring", e.fact());
  }
}
