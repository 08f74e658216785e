package dev.countersign.runtime.store;

import static dev.countersign.runtime.store.StoreFixture.DEV;
import static dev.countersign.runtime.store.StoreFixture.EU_WEST;
import static dev.countersign.runtime.store.StoreFixture.LOCAL;
import static dev.countersign.runtime.store.StoreFixture.OTHER;
import static dev.countersign.runtime.store.StoreFixture.PROD;
import static dev.countersign.runtime.store.StoreFixture.TOKEN;
import static dev.countersign.runtime.store.StoreFixture.reader;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.age.Identities;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreWriterTest {
  private static final byte[] VALUE = "value".getBytes(UTF_8);

  @TempDir Path root;
  private StoreFixture project;

  @BeforeEach
  void createProject() throws StoreException {
    project = StoreFixture.create(root, EnvironmentType.PROD, EnvironmentType.DEV);
  }

  @Test
  void versions_riseByOne_overTombstonesToo() throws Exception {
    assertEquals(1, project.set(PROD, TOKEN, "a"));
    assertEquals(2, project.set(PROD, TOKEN, "b"));
    Written unset = project.writer.write(List.of(Change.unset(PROD, TOKEN))).get(0);
    assertEquals(new Written(TOKEN, PROD, 3, true), unset);
    assertTrue(project.text("prod.secrets").endsWith("\n[Token]\nversion 3\nunset\n"));
    assertEquals(4, project.set(PROD, TOKEN, "c"));
  }

  @Test
  void unsettingWhatIsNotSet_changesNothing() throws Exception {
    String before = project.text("prod.secrets");
    assertEquals(
        List.of(new Written(TOKEN, PROD, 0, false)),
        project.writer.write(List.of(Change.unset(PROD, TOKEN))));
    assertEquals(before, project.text("prod.secrets"));
    project.set(PROD, TOKEN, "a");
    project.writer.write(List.of(Change.unset(PROD, TOKEN)));
    assertEquals(
        List.of(new Written(TOKEN, PROD, 2, false)),
        project.writer.write(List.of(Change.unset(PROD, TOKEN))));
  }

  @Test
  void severalEnvironments_areSetTogether() throws Exception {
    List<Written> written =
        project.writer.write(
            List.of(Change.set(PROD, TOKEN, VALUE), Change.set(DEV, TOKEN, VALUE)));
    assertEquals(
        List.of(new Written(TOKEN, PROD, 1, true), new Written(TOKEN, DEV, 1, true)), written);
    assertEquals(List.of(PROD, DEV), project.index().environmentsOf(TOKEN));
  }

  @Test
  void whenOneEnvironmentCannotBeSet_noneIs() throws Exception {
    Map<String, String> before = snapshot();
    List<Change> changes = List.of(Change.set(PROD, TOKEN, VALUE), Change.set(LOCAL, TOKEN, VALUE));
    StoreException e = assertThrows(StoreException.class, () -> project.writer.write(changes));
    assertEquals(
        "there is no secrets/local.keyring: nobody could open what is set for local", e.fact());
    assertTrue(e.fix().contains("secret init"), e.fix());
    assertEquals(before, snapshot());
  }

  @ParameterizedTest
  @CsvSource({
    "CREATE, 1", "WRITE, 1", "SYNC, 1", "READ_BACK, 1", "RENAME, 1",
    "CREATE, 2", "WRITE, 2", "SYNC, 2", "READ_BACK, 2", "RENAME, 2"
  })
  void aFaultAtAnyStepOfEitherFile_leavesBothAsTheyWere(FaultyDisk.Step step, int time)
      throws Exception {
    project.set(PROD, TOKEN, "a");
    Map<String, String> before = snapshot();
    FaultyDisk disk = new FaultyDisk(step, time);
    StoreWriter writer = new StoreWriter(project.files, "", disk);
    List<Change> changes = List.of(Change.set(PROD, TOKEN, VALUE), Change.set(DEV, TOKEN, VALUE));
    assertThrows(StoreException.class, () -> writer.write(changes));
    assertTrue(disk.reached.contains(step));
    assertEquals(before, snapshot());
    assertEquals(2, project.set(PROD, TOKEN, "b"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aDirectoryThatIsNotConfirmed_isReported_withBothFilesWritten(int time) throws Exception {
    FaultyDisk disk = new FaultyDisk(FaultyDisk.Step.SYNC_DIRECTORY, time);
    StoreWriter writer = new StoreWriter(project.files, "", disk);
    List<Change> changes = List.of(Change.set(PROD, TOKEN, VALUE), Change.set(DEV, TOKEN, VALUE));
    StoreException e = assertThrows(StoreException.class, () -> writer.write(changes));
    assertTrue(e.fact().contains("is written, but the disk has not confirmed it"), e.fact());
    assertEquals(List.of(PROD, DEV), project.index().environmentsOf(TOKEN));
  }

  @Test
  void aChangeOfManySecrets_isOneWrite() throws Exception {
    List<Change> changes =
        List.of(
            Change.set(PROD, TOKEN, VALUE),
            Change.set(PROD, OTHER, VALUE),
            Change.set(PROD, TOKEN, VALUE));
    assertEquals(2, project.writer.write(changes).get(2).version());
    assertEquals(2, project.index().version(TOKEN, PROD));
  }

  @Test
  void aWriteInALargerBatch_countsWhenThatIsCommitted() throws Exception {
    Map<String, String> before = snapshot();
    StoreLock lock = project.writer.lock();
    try (lock;
        AtomicFiles batch = new AtomicFiles()) {
      project.writer.stage(List.of(Change.set(PROD, TOKEN, VALUE)), batch);
      assertEquals(before.get("prod.secrets"), project.text("prod.secrets"));
    }
    assertEquals(before, snapshot());
  }

  @Test
  void theExpectedVersion_isHeldAgainstWhatIsThere() throws Exception {
    project.set(PROD, TOKEN, "a");
    Map<String, String> before = snapshot();
    Change change = Change.set(PROD, TOKEN, VALUE).expecting(0);
    VersionConflictException e =
        assertThrows(VersionConflictException.class, () -> project.writer.write(List.of(change)));
    assertEquals("Token of prod is at version 1, not 0: it was changed meanwhile", e.fact());
    assertEquals(1, e.actual());
    assertEquals(before, snapshot());
    assertEquals(2, project.writer.write(List.of(change.expecting(1))).get(0).version());
  }

  @Test
  void theLastVersion_isTheEnd() throws Exception {
    project.set(PROD, TOKEN, "a");
    project.replace("prod.secrets", "version 1\n", "version 2147483647\n");
    StoreException e = assertThrows(StoreException.class, () -> project.set(PROD, TOKEN, "b"));
    assertEquals("Token of prod has used up its versions", e.fact());
    assertEquals("declare another name and set the value there", e.fix());
  }

  @Test
  void settingOneSecret_leavesAllOtherBytes() throws Exception {
    project.set(PROD, OTHER, "a");
    project.set(PROD, TOKEN, "a");
    String before = project.text("prod.secrets").replace("# Sealed", "# Our own words: Sealed");
    project.write("prod.secrets", before.replace("\n", "\r\n"));
    project.set(PROD, TOKEN, "b");
    String after = project.text("prod.secrets");
    String head = before.substring(0, before.indexOf("[Token]\n")).replace("\n", "\r\n");
    assertTrue(after.startsWith(head + "[Token]\r\nversion 2\r\n"));
    assertFalse(after.replace("\r\n", "").contains("\n"));
  }

  @Test
  void aNamedEnvironment_getsAFileSealedToItsTypesKey() throws Exception {
    project.set(EU_WEST, TOKEN, "a");
    SealedFile type = sealed("prod.secrets");
    SealedFile named = sealed("eu-west.secrets");
    assertEquals(EU_WEST, named.environment());
    assertEquals(type.to(), named.to());
    assertTrue(
        project
            .text("eu-west.secrets")
            .startsWith(
                "# Sealed secrets of environment eu-west. Safe to commit;"
                    + " edit with `secret set --env eu-west NAME`.\n"
                    + "format 1\ntype prod\nenvironment eu-west\nto age1"));
  }

  @Test
  void aNewType_readsAsTheFormatSays() throws Exception {
    Keyring keyring = Keyring.parse("k", Files.readAllBytes(project.secrets("prod.keyring")));
    assertEquals(
        "# Sealed secrets of type prod. Safe to commit; edit with `secret set --type prod NAME`.\n"
            + "format 1\ntype prod\nto "
            + keyring.identities().get(0)
            + "\n",
        project.text("prod.secrets"));
    assertTrue(
        project
            .text("prod.keyring")
            .startsWith(
                "format 1\ntype prod\nidentity "
                    + keyring.identities().get(0)
                    + "\nreader "
                    + project.ada.recipient()
                    + " # ada\n-----BEGIN AGE ENCRYPTED FILE-----\n"));
  }

  @Test
  void creatingTypes_neverOverwrites() throws Exception {
    Map<String, String> before = snapshot();
    List<EnvironmentType> created =
        project.writer.createTypes(
            List.of(EnvironmentType.PROD, EnvironmentType.LOCAL, EnvironmentType.DEV),
            List.of(reader("eve", Identities.generate())));
    assertEquals(List.of(EnvironmentType.LOCAL), created);
    Map<String, String> after = snapshot();
    assertEquals(before.size() + 2, after.size());
    before.forEach((name, text) -> assertEquals(text, after.get(name), name));
  }

  @Test
  void aKeyringWithoutItsSealedFile_getsAnEmptyOne() throws Exception {
    Files.delete(project.secrets("prod.secrets"));
    String keyring = project.text("prod.keyring");
    List<EnvironmentType> types = List.of(EnvironmentType.PROD);
    List<Reader> readers = List.of(reader("ada", project.ada));
    assertEquals(types, project.writer.createTypes(types, readers));
    assertEquals(keyring, project.text("prod.keyring"));
    assertEquals(1, project.set(PROD, TOKEN, "a"));
  }

  @Test
  void aSealedFileWithoutItsKeyring_getsNoNewKey() throws Exception {
    Files.delete(project.secrets("prod.keyring"));
    Map<String, String> before = snapshot();
    List<Reader> readers = List.of(reader("ada", project.ada));
    StoreException e =
        assertThrows(
            StoreException.class,
            () -> project.writer.createTypes(List.of(EnvironmentType.PROD), readers));
    assertEquals(Mends.missing("secrets/prod.keyring"), e.fix());
    assertEquals(before, snapshot());
  }

  @Test
  void aDirectoryThatCannotBeWritten_isAClearError() throws Exception {
    Path blocked = Files.writeString(root.resolve("blocked"), "a file");
    StoreWriter writer = new StoreWriter(new StoreDirectory(blocked), "");
    StoreException e =
        assertThrows(
            StoreException.class, () -> writer.write(List.of(Change.set(PROD, TOKEN, VALUE))));
    assertTrue(e.fact().startsWith("cannot make " + blocked.resolve("secrets")), e.fact());
  }

  @Test
  void aChange_printsNoValue() {
    assertEquals("set Token of prod", Change.set(PROD, TOKEN, VALUE).toString());
    assertEquals("unset Token of prod", Change.unset(PROD, TOKEN).toString());
  }

  @Test
  void writing_leavesNothingElseBehind() throws Exception {
    project.set(PROD, TOKEN, "a");
    assertEquals(
        List.of(".lock", "dev.keyring", "dev.secrets", "prod.keyring", "prod.secrets"),
        List.copyOf(snapshot().keySet()));
  }

  private SealedFile sealed(String fileName) throws Exception {
    return SealedFile.parse(fileName, Files.readAllBytes(project.secrets(fileName)));
  }

  private Map<String, String> snapshot() throws Exception {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(root.resolve("secrets"))) {
      for (Path path : paths.toList()) {
        files.put(path.getFileName().toString(), Files.readString(path));
      }
    }
    return files;
  }
}
