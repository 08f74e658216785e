package dev.countersign.runtime;

import static dev.countersign.runtime.Declare.declare;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.age.Identities;
import dev.countersign.runtime.age.Identity;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.store.Change;
import dev.countersign.runtime.store.Reader;
import dev.countersign.runtime.store.StoreDirectory;
import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.StoreWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that changes below a running program. */
class StoreRotationTest {
  private static final Environment PROD = Environment.of(EnvironmentType.PROD);
  private static final Declaration TOKEN = declare("Token").done();
  private static final String NO_KEY = "not a key";

  @TempDir Path root;
  private final LoggedLines log = new LoggedLines();
  private final Identity reader = Identities.generate();
  private final List<String> told = new ArrayList<>();

  @BeforeEach
  void makeAStore() throws StoreException {
    writer()
        .createTypes(
            List.of(EnvironmentType.PROD),
            List.of(new Reader("ada", reader.recipient().toString())));
    set("one");
  }

  @AfterEach
  void restoreTheLog() {
    log.close();
  }

  @Test
  void newVersion_isTakenAndItsSourceIsLogged() throws Exception {
    Secrets secrets = load(reader.encoded());
    Supplier<String> supplier = Sites.supplier(secrets, "Token", Conversion.text());
    assertEquals("one", supplier.get());
    set("two");
    secrets.refresh();
    assertEquals("two", supplier.get());
    assertEquals(List.of("called"), told);
    String line = log.take().get(0);
    assertTrue(line.matches("INFO Token changed, now store:prod v2 \\([0-9a-f]{4}\\)"), line);
  }

  @Test
  void sameValueSetAgain_isNoChange_butItsVersionIsKnown() throws Exception {
    Secrets secrets = load(reader.encoded());
    set("one");
    secrets.refresh();
    assertTrue(secrets.get("Token").source().startsWith("store:prod v2 "));
    assertEquals(List.of(), told);
    assertEquals(List.of(), log.take());
  }

  @Test
  void nothingIsOpened_whileTheFilesAreTheSame() throws Exception {
    Secrets secrets = load(NO_KEY);
    secrets.refresh();
    Files.setLastModifiedTime(file(), FileTime.fromMillis(0));
    secrets.refresh();
    assertEquals(List.of(), log.take());
    set("two");
    secrets.refresh();
    secrets.refresh();
    List<String> lines = log.take();
    assertEquals(1, lines.size());
    assertTrue(lines.get(0).contains("Token from store:prod v2"), lines.get(0));
    assertFalse(lines.get(0).contains(NO_KEY), lines.get(0));
    assertTrue(secrets.get("Token").source().startsWith("store:prod v1 "));
  }

  @Test
  void changeThatKeepsTimeAndSize_isSeen() throws Exception {
    Secrets secrets = load(reader.encoded());
    FileTime time = Files.getLastModifiedTime(file());
    long size = Files.size(file());
    set("two");
    Files.setLastModifiedTime(file(), time);
    assertEquals(size, Files.size(file()));
    secrets.refresh();
    assertEquals("two", secrets.get("Token").reveal());
  }

  @Test
  void fileThatIsHalfWritten_changesNothing_andEvenWhatWasNeverOpenedStaysOpenable()
      throws Exception {
    Secrets secrets = load(reader.encoded());
    String whole = Files.readString(file());
    for (int length = 0; length < whole.length(); length += 7) {
      Files.writeString(file(), whole.substring(0, length));
      assertThrows(SecretsException.class, secrets::reload);
      assertEquals("one", secrets.get("Token").reveal());
    }
    Files.delete(file());
    assertThrows(SecretsException.class, secrets::reload);
    Files.writeString(file(), whole);
    secrets.reload();
    assertEquals(List.of(), told);
    assertEquals("one", secrets.get("Token").reveal());
  }

  @Test
  void vanishedKeyring_changesNothing() throws Exception {
    Secrets secrets = load(reader.encoded());
    Files.delete(file().resolveSibling("prod.keyring"));
    assertThrows(SecretsException.class, secrets::reload);
    assertEquals("one", secrets.get("Token").reveal());
  }

  @Test
  void unsetSecret_changesNothing() throws Exception {
    Secrets secrets = load(reader.encoded());
    writer().write(List.of(Change.unset(PROD, new SecretName("Token"))));
    secrets.refresh();
    assertEquals("one", secrets.get("Token").reveal());
    assertTrue(log.take().get(0).contains("Token has no value for prod"));
  }

  @Test
  void firstReloadByHand_seesWhatChangedSinceTheStart() throws Exception {
    Secrets secrets = new Rotating(root, TOKEN).storeIn(root, reader.encoded()).loadOnce();
    set("two");
    secrets.reload();
    assertEquals("two", secrets.get("Token").reveal());
  }

  private Secrets load(String key) {
    Secrets secrets = new Rotating(root, TOKEN).storeIn(root, key).load();
    secrets.onChange("Token", () -> told.add("called"));
    return secrets;
  }

  private Path file() {
    return root.resolve("secrets/prod.secrets");
  }

  private void set(String value) throws StoreException {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    writer().write(List.of(Change.set(PROD, new SecretName("Token"), bytes)));
  }

  private StoreWriter writer() {
    return new StoreWriter(new StoreDirectory(root), "");
  }
}
