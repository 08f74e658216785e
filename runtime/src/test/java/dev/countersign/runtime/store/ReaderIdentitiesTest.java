package dev.countersign.runtime.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.runtime.age.Identities;
import dev.countersign.runtime.age.Identity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderIdentitiesTest {
  private static final Identity ADA = Identities.generate();
  private static final Identity BOB = Identities.generate();

  @TempDir Path directory;
  private Path userFile;

  @BeforeEach
  void nameUserFile() {
    userFile = directory.resolve("identity");
  }

  @Test
  void theFirstThatIsSet_counts() throws Exception {
    Path keyFile = Files.writeString(directory.resolve("key"), BOB.encoded());
    UserIdentity.create(userFile);
    Map<String, String> both =
        Map.of("COUNTERSIGN_KEY", ADA.encoded(), "COUNTERSIGN_KEY_FILE", keyFile.toString());
    assertEquals(List.of(ADA.encoded()), encoded(locate(both)));
    assertEquals("COUNTERSIGN_KEY", locate(both).source());
    Map<String, String> file = Map.of("COUNTERSIGN_KEY_FILE", keyFile.toString());
    assertEquals(List.of(BOB.encoded()), encoded(locate(file)));
    assertEquals("COUNTERSIGN_KEY_FILE (" + keyFile + ")", locate(file).source());
  }

  @Test
  void anEmptyVariable_isUnset() throws Exception {
    Identity mine = UserIdentity.create(userFile);
    Map<String, String> empty =
        Map.of("COUNTERSIGN_KEY", "", "COUNTERSIGN_KEY_FILE", "", "COUNTERSIGN_KEY_COMMAND", "");
    assertEquals(List.of(mine.encoded()), encoded(locate(empty)));
    assertEquals(userFile.toString(), locate(empty).source());
  }

  @Test
  void oneThatIsSet_neverFallsThrough() throws Exception {
    UserIdentity.create(userFile);
    assertThrows(StoreException.class, () -> locate(Map.of("COUNTERSIGN_KEY", " ")).identities());
    Map<String, String> absent =
        Map.of("COUNTERSIGN_KEY_FILE", directory.resolve("absent").toString());
    assertThrows(StoreException.class, () -> locate(absent).identities());
  }

  @Test
  void severalIdentities_areOneALine_amongComments() throws Exception {
    String text = "# ada\n" + ADA.encoded() + "\r\n\n# bob\n" + BOB.encoded() + "\n";
    assertEquals(
        List.of(ADA.encoded(), BOB.encoded()), encoded(locate(Map.of("COUNTERSIGN_KEY", text))));
  }

  @Test
  void thePlace_isLookedAtWhenFirstAsked_andOnce() throws Exception {
    Path keyFile = directory.resolve("key");
    ReaderIdentities identities = locate(Map.of("COUNTERSIGN_KEY_FILE", keyFile.toString()));
    Files.writeString(keyFile, ADA.encoded());
    List<Identity> first = identities.identities();
    Files.delete(keyFile);
    assertSame(first, identities.identities());
  }

  @Test
  void withoutAnyIdentity_theMessageSaysHowToGetOne() {
    StoreException e = assertThrows(StoreException.class, () -> locate(Map.of()).identities());
    assertTrue(e.fact().startsWith("there is no identity: " + userFile), e.fact());
    assertTrue(e.fix().startsWith("secret init"), e.fix());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "\n", "-secret-", "\u0000"})
  void malformedIdentities_areRefusedByTheirPlace_andNeverRepeated(String suffix) throws Exception {
    String malformed = "AGE-SECRET-KEY-1HUNTER2" + suffix;
    Path keyFile = Files.writeString(directory.resolve("key"), malformed);
    privately(userFile, malformed);
    assertRefused(Map.of("COUNTERSIGN_KEY", malformed), "COUNTERSIGN_KEY");
    assertRefused(
        Map.of("COUNTERSIGN_KEY_FILE", keyFile.toString()), "COUNTERSIGN_KEY_FILE (" + keyFile);
    assertRefused(Map.of(), userFile.toString());
  }

  @Test
  void aKeyInTheVariableForItsFile_isNotRepeated() {
    Map<String, String> mistaken = Map.of("COUNTERSIGN_KEY_FILE", ADA.encoded());
    StoreException e = assertRefused(mistaken, "COUNTERSIGN_KEY_FILE holds a private key");
    assertFalse(e.getMessage().contains(ADA.encoded()));
    assertEquals("COUNTERSIGN_KEY_FILE", locate(mistaken).source());
    assertEquals("set COUNTERSIGN_KEY instead", e.fix());
  }

  @Test
  void aKeyFileThatCannotBeRead_isAClearError() throws Exception {
    assertRefused(
        Map.of("COUNTERSIGN_KEY_FILE", directory.toString()),
        "cannot read COUNTERSIGN_KEY_FILE (" + directory + "): not a file");
    assertRefused(
        Map.of("COUNTERSIGN_KEY_FILE", "a\0b"), "COUNTERSIGN_KEY_FILE is not a file's name");
    Path huge = Files.write(directory.resolve("huge"), new byte[(64 << 10) + 1]);
    assertRefused(Map.of("COUNTERSIGN_KEY_FILE", huge.toString()), "cannot read ");
  }

  @Test
  void aKeyFile_mayBeReadableByOthers() throws Exception {
    assumePosix();
    Path keyFile = Files.writeString(directory.resolve("key"), ADA.encoded());
    Files.setPosixFilePermissions(keyFile, PosixFilePermissions.fromString("r--r--r--"));
    assertEquals(
        List.of(ADA.encoded()),
        encoded(locate(Map.of("COUNTERSIGN_KEY_FILE", keyFile.toString()))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx--x---"})
  void theUsersFile_mustBeTheUsersAlone(String permissions) throws Exception {
    assumePosix();
    UserIdentity.create(userFile);
    Files.setPosixFilePermissions(userFile, PosixFilePermissions.fromString(permissions));
    StoreException e =
        assertRefused(Map.of(), userFile + " can be reached by other users of this machine");
    assertEquals("chmod 600 " + userFile, e.fix());
  }

  @Test
  void anIdentityBehindAPassphrase_isRefusedInSoManyWords() throws Exception {
    privately(userFile, "-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n");
    assertRefused(Map.of(), userFile + " is protected by a passphrase");
  }

  @Test
  void anIdentityBehindAPassphrase_isOpenedWithTheOneThatIsTyped() throws Exception {
    UserIdentity.write(userFile, ADA, "correct horse".toCharArray());
    assertFalse(Files.readString(userFile).contains(ADA.encoded()));
    char[] typed = "correct horse".toCharArray();
    ReaderIdentities identities = ReaderIdentities.locate(Map.of(), userFile, source -> typed);
    assertEquals(List.of(ADA.encoded()), encoded(identities));
    assertEquals("\0".repeat(typed.length), new String(typed), "wiped");
    StoreException e =
        assertThrows(
            StoreException.class,
            () ->
                ReaderIdentities.locate(Map.of(), userFile, source -> "guess".toCharArray())
                    .identities());
    assertEquals("this is not the passphrase of " + userFile, e.fact());
  }

  @Test
  void aNewUsersFile_isTheUsersAlone_withItsDirectory() throws Exception {
    Path nested = directory.resolve("config").resolve("countersign").resolve("identity");
    Identity created = UserIdentity.create(nested);
    assertEquals(List.of(created.encoded()), encoded(ReaderIdentities.locate(Map.of(), nested)));
    assertTrue(Files.readString(nested).startsWith("# public key: " + created.recipient() + "\n"));
    assumePosix();
    assertEquals("rw-------", permissions(nested));
    assertEquals("rwx------", permissions(nested.getParent()));
  }

  @Test
  void aUsersFileThatIsThere_isNeverOverwritten() throws Exception {
    Identity first = UserIdentity.create(userFile);
    StoreException e = assertThrows(StoreException.class, () -> UserIdentity.create(userFile));
    assertTrue(e.fact().contains("already, which is never overwritten: "), e.fact());
    assertTrue(e.fix().startsWith("mv " + userFile + " " + userFile + ".old"), e.fix());
    assertEquals(List.of(first.encoded()), encoded(locate(Map.of())));
  }

  @Test
  void aUsersFileThatCannotBeMade_isAClearError() throws Exception {
    Path blocked = Files.writeString(directory.resolve("blocked"), "a file");
    StoreException e =
        assertThrows(
            StoreException.class, () -> UserIdentity.create(blocked.resolve("x").resolve("y")));
    assertTrue(e.fact().startsWith("cannot make the directory of "), e.fact());
  }

  private StoreException assertRefused(Map<String, String> environment, String start) {
    StoreException e = assertThrows(StoreException.class, () -> locate(environment).identities());
    assertTrue(e.fact().startsWith(start), e.fact());
    assertFalse(e.getMessage().contains("HUNTER2"), e.getMessage());
    return e;
  }

  private ReaderIdentities locate(Map<String, String> environment) {
    return ReaderIdentities.locate(environment, userFile);
  }

  private static List<String> encoded(ReaderIdentities identities) throws StoreException {
    return identities.identities().stream().map(Identity::encoded).toList();
  }

  private static void privately(Path file, String text) throws StoreException {
    try (AtomicFile atomic = AtomicFile.ownerOnly(file, "f")) {
      atomic.prepare(text.getBytes(StandardCharsets.UTF_8), AtomicFile.NO_CHECK);
      atomic.commit();
    }
  }

  private void assumePosix() {
    assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"));
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
