package dev.countersign.runtime.store;

import static dev.countersign.runtime.store.StoreFixture.DEV;
import static dev.countersign.runtime.store.StoreFixture.EU_WEST;
import static dev.countersign.runtime.store.StoreFixture.OTHER;
import static dev.countersign.runtime.store.StoreFixture.PROD;
import static dev.countersign.runtime.store.StoreFixture.TOKEN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.age.Identities;
import dev.countersign.runtime.age.Identity;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Format;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSecretStoreTest {
  @TempDir Path root;
  private StoreFixture project;

  @BeforeEach
  void createProject() throws StoreException {
    project = StoreFixture.create(root, EnvironmentType.PROD, EnvironmentType.DEV);
  }

  @Test
  void theSource_namesEnvironmentVersionAndDigest() throws Exception {
    project.set(PROD, TOKEN, "one");
    project.set(PROD, TOKEN, "two");
    String text = project.text("prod.secrets");
    String armored = text.substring(text.indexOf("-----BEGIN"));
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(armored.getBytes(UTF_8));
    String digest = HexFormat.of().formatHex(hash).substring(0, 4);
    assertEquals("store:prod v2 (" + digest + ")", open(project.store(), TOKEN, PROD).source());
  }

  @Test
  void theSource_doesNotDependOnLineEnds() throws Exception {
    project.set(PROD, TOKEN, "one");
    String source = open(project.store(), TOKEN, PROD).source();
    project.write("prod.secrets", project.text("prod.secrets").replace("\n", "\r\n"));
    assertEquals(source, open(project.store(), TOKEN, PROD).source());
  }

  @Test
  void aNamedEnvironment_comesBeforeItsType() throws Exception {
    project.set(PROD, TOKEN, "of the type");
    project.set(PROD, OTHER, "of the type");
    project.set(EU_WEST, TOKEN, "of eu-west");
    FileSecretStore store = project.store();
    assertEquals("of eu-west", text(open(store, TOKEN, EU_WEST)));
    assertTrue(open(store, TOKEN, EU_WEST).source().startsWith("store:prod@eu-west v1 ("));
    assertEquals("of the type", text(open(store, TOKEN, PROD)));
    assertEquals("of the type", text(open(store, OTHER, EU_WEST)));
    assertTrue(open(store, OTHER, EU_WEST).source().startsWith("store:prod v1 ("));
    assertNull(store.read(OTHER, EU_WEST));
  }

  @Test
  void aTombstoneOfANamedEnvironment_fallsThroughToTheType() throws Exception {
    project.set(PROD, TOKEN, "of the type");
    project.set(EU_WEST, TOKEN, "of eu-west");
    project.writer.write(List.of(Change.unset(EU_WEST, TOKEN)));
    assertEquals("of the type", text(open(project.store(), TOKEN, EU_WEST)));
  }

  @Test
  void whatIsNotSet_isNull() throws Exception {
    project.set(PROD, TOKEN, "x");
    assertNull(project.store().open(OTHER, PROD));
    assertNull(project.store().open(TOKEN, DEV));
    project.writer.write(List.of(Change.unset(PROD, TOKEN)));
    assertNull(project.store().open(TOKEN, PROD));
  }

  @Test
  void aSecretOfASharedDirectory_isReadThereAndNowhereElse() throws Exception {
    StoreFixture shared = StoreFixture.withProd(root.resolve("shared"));
    StoreFixture application = StoreFixture.withProd(root.resolve("app"));
    shared.set(PROD, TOKEN, "shared");
    application.set(PROD, TOKEN, "a stray block");
    FileSecretStore store =
        new FileSecretStore(
            application.files,
            StoreFixture.declaring(declaration(Map.of(), "../shared")),
            StoreFixture.identities(shared.ada));
    assertEquals("shared", text(open(store, TOKEN, PROD)));
    assertEquals(2, store.write(TOKEN, PROD, "again".getBytes(UTF_8), 1));
    assertEquals("again", text(open(shared.store(), TOKEN, PROD)));
    assertEquals("a stray block", text(open(application.store(), TOKEN, PROD)));
  }

  @Test
  void aVersionBelowTheLowestAccepted_isRefused() throws Exception {
    project.set(PROD, TOKEN, "one");
    project.set(PROD, TOKEN, "two");
    Declaration strict = declaration(Map.of(EnvironmentType.PROD, 3), "");
    FileSecretStore store =
        new FileSecretStore(
            project.files, StoreFixture.declaring(strict), StoreFixture.identities(project.ada));
    StoreException e = assertThrows(StoreException.class, () -> store.open(TOKEN, PROD));
    assertEquals(
        "Token of prod is at version 2, below its min-version 3: an older file came back",
        e.fact());
    project.set(PROD, TOKEN, "three");
    store.refresh();
    assertEquals("three", text(open(store, TOKEN, PROD)));
  }

  @Test
  void whoIsNotAReader_isToldSo() throws Exception {
    project.set(PROD, TOKEN, "x");
    Identity eve = Identities.generate();
    NotAReaderException e =
        assertThrows(NotAReaderException.class, () -> project.store(eve).open(TOKEN, PROD));
    assertTrue(e.fact().contains("ada"), e.fact());
    assertTrue(e.fix().contains("secret reader add NAME " + eve.recipient() + " --type prod"));
  }

  @Test
  void withoutAnIdentity_namesAndVersionsAreKnownAllTheSame() throws Exception {
    project.set(PROD, TOKEN, "x");
    ReaderIdentities none = ReaderIdentities.locate(Map.of(), root.resolve("no-such-file"));
    FileSecretStore store = new FileSecretStore(project.files, StoreFixture.declarations(), none);
    assertEquals(1, store.list(PROD).size());
    assertEquals(TOKEN, store.list(PROD).get(0).name());
    assertEquals(1, store.list(PROD).get(0).version());
    assertThrows(StoreException.class, () -> store.open(TOKEN, PROD));
    assertNull(store.open(OTHER, PROD));
  }

  @Test
  void aKeyring_isOpenedOnceForAllValuesAndThreads() throws Exception {
    Keyring keyring = Keyring.parse("k", Files.readAllBytes(project.secrets("prod.keyring")));
    Keyring same = Keyring.parse("k", keyring.encode());
    Keyrings keyrings = new Keyrings(StoreFixture.identities(project.ada));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<OpenedKeyring>> openings =
          Collections.nCopies(16, () -> keyrings.open(keyring));
      OpenedKeyring first = keyrings.open(same);
      for (Future<OpenedKeyring> opened : threads.invokeAll(openings)) {
        assertSame(first, opened.get());
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void manyThreads_readTheSameStore() throws Exception {
    List<Callable<String>> readings = new ArrayList<>();
    FileSecretStore store = project.store();
    for (int i = 0; i < 16; i++) {
      SecretName name = new SecretName("S" + i);
      project.set(PROD, name, name.value());
      readings.add(() -> text(open(store, name, PROD)));
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      int i = 0;
      for (Future<String> value : threads.invokeAll(readings)) {
        assertEquals("S" + i++, value.get());
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void aBlockUnderAnOlderKeyOfTheKeyring_isStillOpened() throws Exception {
    project.set(PROD, TOKEN, "before");
    Keyring old = Keyring.parse("k", Files.readAllBytes(project.secrets("prod.keyring")));
    OpenedKeyring opened = old.open(List.of(project.ada));
    Identity next = Identities.generate();
    Keyring both = old.reseal(List.of(next, opened.identities().get(0)), old.readers());
    Files.write(project.secrets("prod.keyring"), both.encode());
    assertEquals("before", text(open(project.store(), TOKEN, PROD)));
    project.replace("prod.secrets", "to " + old.identities().get(0), "to " + next.recipient());
    project.set(PROD, OTHER, "after");
    assertEquals("before", text(open(project.store(), TOKEN, PROD)));
    assertEquals("after", text(open(project.store(), OTHER, PROD)));
    assertEquals(1, project.index().stragglers().size());
    assertEquals(TOKEN, project.index().stragglers().get(0).name());
    assertEquals(List.of(), project.index().damages());
  }

  @Test
  void anOpenedValue_printsNothingAndIsWipedOnClose() throws Exception {
    project.set(PROD, TOKEN, "hunter2");
    OpenedValue value = open(project.store(), TOKEN, PROD);
    assertFalse(value.toString().contains("hunter2"));
    byte[] copy = value.revealBytes();
    value.close();
    assertArrayEquals("hunter2".getBytes(UTF_8), copy);
    assertArrayEquals(new byte[7], value.revealBytes());
  }

  @Test
  void twoSealingsOfOneValue_lookDifferent() throws Exception {
    project.set(PROD, TOKEN, "same");
    project.set(PROD, OTHER, "same");
    SealedFile file = SealedFile.parse("f", Files.readAllBytes(project.secrets("prod.secrets")));
    assertNotEquals(file.blocks().get(0).armored(), file.blocks().get(1).armored());
  }

  @Test
  void aPackedStore_isReadAndNotWritten() throws Exception {
    project.set(PROD, TOKEN, "packed");
    StoreFiles packed = new Packed(project.files);
    FileSecretStore store =
        new FileSecretStore(
            packed, StoreFixture.declarations(), StoreFixture.identities(project.ada));
    assertEquals("packed", text(open(store, TOKEN, PROD)));
    assertThrows(StoreException.class, () -> store.write(TOKEN, PROD, new byte[0], 1));
  }

  @Test
  void anIndexOfOneEnvironment_answersForNoOther() throws Exception {
    project.set(PROD, TOKEN, "x");
    StoreIndex index = StoreIndex.read(project.files, StoreFixture.declarations(), EU_WEST);
    FileSecretStore store =
        new FileSecretStore(
            project.files,
            StoreFixture.declarations(),
            StoreFixture.identities(project.ada),
            index);
    assertEquals("x", text(open(store, TOKEN, EU_WEST)));
    assertThrows(IllegalArgumentException.class, () -> store.open(TOKEN, DEV));
  }

  private static Declaration declaration(
      Map<EnvironmentType, Integer> minVersions, String directory) {
    Set<EnvironmentType> all = EnumSet.allOf(EnvironmentType.class);
    return new Declaration(
        TOKEN, null, List.of(), all, null, minVersions, Format.TEXT, false, Set.of(), directory);
  }

  private static OpenedValue open(FileSecretStore store, SecretName name, Environment environment)
      throws StoreException {
    OpenedValue value = store.open(name, environment);
    assertNotNull(value);
    return value;
  }

  private static String text(OpenedValue value) {
    return new String(value.revealBytes(), UTF_8);
  }

  private record Packed(StoreFiles files) implements StoreFiles {
    @Override
    public byte @Nullable [] read(String directory, String fileName) throws StoreException {
      return files.read(directory, fileName);
    }

    @Override
    public String describe(String directory, String fileName) {
      return "META-INF/countersign/store/app/" + fileName;
    }
  }
}
