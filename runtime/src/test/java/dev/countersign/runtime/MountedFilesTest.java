package dev.countersign.runtime;

import static dev.countersign.runtime.Declare.declare;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.store.SecretStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that Docker, systemd and Kubernetes mount. */
class MountedFilesTest {
  private static final Environment PROD = Environment.of(EnvironmentType.PROD);
  private static final Declaration TOKEN = declare("Token").env("TOKEN").done();

  @TempDir Path temporary;
  private Path chosen;
  private Path systemd;
  private Path containers;
  private final Map<String, String> variables = new HashMap<>();

  @BeforeEach
  void makeDirectories() throws IOException {
    chosen = Files.createDirectories(temporary.resolve("chosen"));
    systemd = Files.createDirectories(temporary.resolve("systemd"));
    containers = Files.createDirectories(temporary.resolve("containers"));
    variables.put("COUNTERSIGN_SECRETS_DIR", "chosen");
    variables.put("CREDENTIALS_DIRECTORY", systemd.toString());
  }

  @Test
  void directories_areAskedInOrder_andInEachTheSecretsNameFirst() throws IOException {
    for (Path directory : List.of(containers, systemd, chosen)) {
      Files.writeString(directory.resolve("TOKEN"), "variable's name");
      assertEquals("file:" + directory.resolve("TOKEN"), token().source());
      Files.writeString(directory.resolve("Token"), "own name");
      assertEquals("file:" + directory.resolve("Token"), token().source());
    }
  }

  @Test
  void directoriesThatAreNotThere_answerNothing() throws IOException {
    variables.remove("COUNTERSIGN_SECRETS_DIR");
    Files.delete(systemd);
    Files.delete(containers);
    assertNull(resolver().find("Token"));
  }

  @Test
  void variableComesBefore_andTheStoreAfter() throws IOException {
    Files.writeString(chosen.resolve("Token"), "file");
    assertEquals("file", token().reveal());
    variables.put("TOKEN", "variable");
    assertEquals("variable", token().reveal());
    assertTrue(MountedProvider.ORDINAL > StoreProvider.ORDINAL);
  }

  @Test
  void oneLineEnd_isTrimmed_andNoOtherByte() throws IOException {
    assertEquals("x", valueOf("x\n"));
    assertEquals("x", valueOf("x\r\n"));
    assertEquals("x\n", valueOf("x\n\n"));
    assertEquals("x\r", valueOf("x\r"));
    assertEquals(" x ", valueOf(" x "));
    byte[] binary = {0, (byte) 0xFF, 10, (byte) 0xFE};
    Files.write(chosen.resolve("Token"), binary);
    assertArrayEquals(binary, token().revealBytes());
  }

  @Test
  void largestValue_isTaken_withItsLineEnd() throws IOException {
    String largest = "x".repeat(SecretStore.MAX_VALUE_BYTES);
    assertEquals(largest.length(), valueOf(largest + "\r\n").length());
    Files.writeString(chosen.resolve("Token"), largest + "x");
    assertRefused("it is larger than 1048576 bytes", "mount a smaller one");
    Files.writeString(chosen.resolve("Token"), largest + "x\r\n");
    assertRefused("it is larger than 1048576 bytes", "mount a smaller one");
  }

  @Test
  void emptyFile_isRefused() throws IOException {
    for (String nothing : new String[] {"", "\n", "\r\n"}) {
      Files.writeString(chosen.resolve("Token"), nothing);
      assertRefused("it is empty", "write the value into it, or remove it");
    }
  }

  @Test
  void directoryInItsPlace_isRefused_alsoWhereAnotherFileIsThere() throws IOException {
    Files.writeString(systemd.resolve("Token"), "never this one");
    Files.createDirectory(chosen.resolve("Token"));
    assertRefused("it is a directory", "mount a file in its place");
  }

  @Test
  void unreadableFile_isRefused() throws IOException {
    Path file = Files.writeString(chosen.resolve("Token"), "x");
    assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(file), "root reads everything");
    assertRefused("permission denied", "let the user that runs this program read it");
  }

  @Test
  void directoryThatMayNotBeSearched_isRefused() throws IOException {
    assumeTrue(Files.getFileStore(chosen).supportsFileAttributeView("posix"));
    Files.setPosixFilePermissions(chosen, PosixFilePermissions.fromString("---------"));
    boolean isRoot = Files.isReadable(chosen);
    try {
      assumeFalse(isRoot, "root searches everything");
      assertRefused("permission denied", "let the user that runs this program read it");
    } finally {
      Files.setPosixFilePermissions(chosen, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void fileInPlaceOfItsDirectory_isRefused() throws IOException {
    assumeFalse(System.getProperty("os.name").startsWith("Windows"), "not there is all it tells");
    Files.delete(systemd);
    Files.writeString(systemd, "x");
    String message =
        assertThrows(UnresolvedSecretException.class, () -> resolver().find("Token")).getMessage();
    assertTrue(message.startsWith("Token from file:" + systemd.resolve("Token")), message);
    assertTrue(message.contains("cannot be used: not a directory\n"), message);
  }

  @Test
  void linkToNothing_isRefused() throws IOException {
    KubernetesVolume.link(chosen.resolve("Token"), Path.of("gone"));
    assertRefused("it is a link to what is not there", "mount it again, or remove the link");
  }

  @Test
  void chosenDirectoryThatIsNotThere_isRefused() {
    variables.put("COUNTERSIGN_SECRETS_DIR", "nowhere");
    String message = assertThrows(SecretsException.class, this::resolver).getMessage();
    assertEquals(
        "COUNTERSIGN_SECRETS_DIR is no directory: "
            + temporary.resolve("nowhere")
            + "\n  fix: mount the secrets there, or unset COUNTERSIGN_SECRETS_DIR",
        message);
  }

  @Test
  void kubernetesLinks_areFollowed_andTheirSwapIsSeenByTheNextSnapshot() throws IOException {
    KubernetesVolume volume = new KubernetesVolume(chosen);
    volume.swap(Map.of("Token", "one"));
    Resolver resolver = resolver();
    assertEquals("one", resolver.get("Token").reveal());
    volume.swap(Map.of("Token", "two"));
    assertEquals("one", resolver.get("Token").reveal());
    assertEquals("two", token().reveal());
  }

  @Test
  void linksSwappedWhileTheyAreFollowed_neverLoseTheValue() throws Exception {
    KubernetesVolume volume = new KubernetesVolume(chosen);
    volume.swap(Map.of("Token", "v0"));
    AtomicBoolean done = new AtomicBoolean();
    FutureTask<Integer> reads =
        new FutureTask<>(
            () -> {
              int count = 0;
              for (; !done.get(); count++) {
                assertTrue(token().reveal().startsWith("v"));
              }
              return count;
            });
    new Thread(reads, "reader").start();
    for (int i = 1; i <= 300; i++) {
      volume.swap(Map.of("Token", "v" + i));
    }
    done.set(true);
    assertTrue(reads.get() > 0);
  }

  private void assertRefused(String fact, String fix) {
    UnresolvedSecretException e =
        assertThrows(UnresolvedSecretException.class, () -> resolver().find("Token"));
    assertEquals(
        "Token from file:"
            + chosen.resolve("Token")
            + " cannot be used: "
            + fact
            + "\n  fix: "
            + fix,
        e.getMessage());
    assertEquals(List.of("Token"), e.names());
  }

  private String valueOf(String content) throws IOException {
    Files.writeString(chosen.resolve("Token"), content);
    return token().reveal();
  }

  private SecretValue token() {
    return resolver().get("Token");
  }

  private Resolver resolver() {
    Map<String, String> properties = Map.of(Host.CONTAINER_SECRETS, containers.toString());
    Host host = new Host(variables, properties, temporary);
    Catalog catalog = Declare.catalog(Declare.manifest("app", TOKEN));
    return new Setup(host, null, PROD, catalog, List.of(), Log.ofWarnings()).snapshot();
  }
}
