package dev.countersign.runtime.store;

import static dev.countersign.runtime.store.StoreFixture.DEV;
import static dev.countersign.runtime.store.StoreFixture.EU_WEST;
import static dev.countersign.runtime.store.StoreFixture.LOCAL;
import static dev.countersign.runtime.store.StoreFixture.OTHER;
import static dev.countersign.runtime.store.StoreFixture.PROD;
import static dev.countersign.runtime.store.StoreFixture.TOKEN;
import static dev.countersign.runtime.store.StoreFixture.identities;
import static dev.countersign.runtime.store.StoreFixture.reader;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.age.Identities;
import dev.countersign.runtime.age.Identity;
import dev.countersign.runtime.declaration.Declaration;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** The promises of SECURITY.md, as far as the store keeps them, by their numbers. */
class StorePromisesTest {
  private static final String VALUE = "correct horse battery staple";

  @TempDir Path root;
  private StoreFixture project;

  @BeforeEach
  void createProject() throws StoreException {
    project = StoreFixture.create(root, EnvironmentType.PROD, EnvironmentType.DEV);
    project.set(PROD, OTHER, "the other");
    project.set(PROD, TOKEN, VALUE);
  }

  @Test
  void promise1_noValueWithoutAnIdentity() throws Exception {
    Identity stranger = Identities.generate();
    assertThrows(NotAReaderException.class, () -> project.value(stranger, TOKEN, PROD));
    new KeyringWriter(project.files, "", identities(project.ada))
        .add(reader("dev only", stranger), List.of(EnvironmentType.DEV));
    assertThrows(NotAReaderException.class, () -> project.value(stranger, TOKEN, PROD));
    ReaderIdentities none = ReaderIdentities.locate(Map.of(), root.resolve("none"));
    FileSecretStore keyless = new FileSecretStore(project.files, StoreFixture.declarations(), none);
    assertThrows(StoreException.class, () -> keyless.open(TOKEN, PROD));
    assertTrue(keyless.index().holds(TOKEN, PROD));
  }

  /**
   * Puts the armor of each of 16 values in the place of each other: 240 ways, and 16 right ones.
   */
  @Test
  void promise2_aSealedValueCountsOnlyForItsOwnTypeEnvironmentNameAndVersion() throws Exception {
    Keyring keyring = Keyring.read(project.files, "", EnvironmentType.PROD);
    String to = keyring.identities().get(0);
    OpenedKeyring opened = keyring.open(List.of(project.ada));
    Map<String, Block> sealed = new LinkedHashMap<>();
    Map<String, Environment> places = new LinkedHashMap<>();
    for (Environment environment : List.of(PROD, EU_WEST, DEV, LOCAL)) {
      for (SecretName name : List.of(TOKEN, OTHER)) {
        for (int version : new int[] {1, 2}) {
          String place = environment + " " + name + " " + version;
          places.put(place, environment);
          byte[] value = place.getBytes(UTF_8);
          sealed.put(place, BlockCipher.seal(environment, name, version, value, to));
        }
      }
    }
    int counted = 0;
    for (String place : places.keySet()) {
      SealedFile file = SealedFile.create("f", places.get(place), to);
      Block own = sealed.get(place);
      for (Map.Entry<String, Block> other : sealed.entrySet()) {
        String armored = other.getValue().armored();
        Block moved = new Block(own.name(), own.version(), own.key(), armored, 6);
        if (other.getKey().equals(place)) {
          assertEquals(place, new String(opened.reveal(file, moved), UTF_8));
          counted++;
        } else {
          StoreFormatException e =
              assertThrows(StoreFormatException.class, () -> opened.reveal(file, moved));
          assertTrue(e.fact().contains("moved from where it belongs"), e.fact());
        }
      }
    }
    assertEquals(16, counted);
  }

  @Test
  void promise3_damageHitsOneSecretAndIsLoud() throws Exception {
    int blocks = 6;
    for (int i = 0; i < blocks; i++) {
      project.set(DEV, new SecretName("S" + i), "value " + i);
    }
    String text = project.text("dev.secrets");
    for (int i = 0; i < blocks; i++) {
      int begin = text.indexOf("[S" + i + "]");
      int place = text.indexOf("\n", text.indexOf("-----BEGIN", begin)) + 100;
      char other = text.charAt(place) == 'A' ? 'B' : 'A';
      project.write("dev.secrets", text.substring(0, place) + other + text.substring(place + 1));
      long line = text.substring(0, begin).lines().count() + 1;
      for (int j = 0; j < blocks; j++) {
        SecretName name = new SecretName("S" + j);
        if (j != i) {
          assertEquals("value " + j, project.value(project.ada, name, DEV));
          continue;
        }
        StoreFormatException e =
            assertThrows(StoreFormatException.class, () -> project.value(project.ada, name, DEV));
        assertEquals("secrets/dev.secrets", e.file());
        assertTrue(e.line() >= line, e.fact());
        assertTrue(e.fix().startsWith("secret set --type dev S" + j), e.fix());
      }
    }
  }

  @Test
  void promise4_absenceIsLoud() throws Exception {
    Declaration token = Declaration.of(TOKEN);
    assertEquals(Presence.SET, Presence.of(token, PROD, project.index(), false));
    assertTrue(Presence.of(token, DEV, project.index(), false).isMissing());
    project.writer.write(List.of(Change.unset(PROD, TOKEN)));
    assertTrue(Presence.of(token, PROD, project.index(), false).isMissing());
    assertTrue(Presence.of(token, EU_WEST, project.index(), false).isMissing());
    assertNull(project.store().open(TOKEN, EU_WEST));
  }

  @Test
  void promise5_settingNeedsNoPrivateKeyAndLeavesAllOtherBytes() throws Exception {
    Map<String, String> before = project.snapshot();
    for (String name : List.of("Aaa", "Other", "Poe", "Token", "Zed")) {
      project.write("prod.secrets", before.get("prod.secrets"));
      SecretName set = new SecretName(name);
      // a writer is made without identities: it has none to use
      new StoreWriter(project.files, "").write(List.of(Change.set(PROD, set, new byte[3])));
      Map<String, String> after = project.snapshot();
      String rest = withoutBlock(after.put("prod.secrets", ""), name);
      assertEquals(withoutBlock(before.get("prod.secrets"), name), rest);
      Map<String, String> others = new LinkedHashMap<>(before);
      others.put("prod.secrets", "");
      assertEquals(others, after);
    }
  }

  private static String withoutBlock(String file, String name) {
    int begin = file.indexOf("\n[" + name + "]\n");
    int end = file.indexOf("\n\n[", begin + 1);
    return begin < 0 ? file : file.substring(0, begin) + (end < 0 ? "" : file.substring(end + 1));
  }

  /**
   * The whole of it: {@link EveryStepTest}, {@link KilledProcessTest}, {@link
   * ConcurrentWritesTest}.
   */
  @Test
  void promise6_aCrashLeavesOldOrNew_andNoSetIsLost() throws Exception {
    PicturingDisk disk = new PicturingDisk(project);
    new StoreWriter(project.files, "", disk)
        .write(List.of(Change.set(PROD, OTHER, VALUE.getBytes(UTF_8))));
    List<String> found = new ArrayList<>();
    for (int i = 0; i < disk.pictures().size(); i++) {
      Path crashed = root.resolve("crash" + i);
      StoreFixture left = PicturingDisk.restore(project, disk.pictures().get(i), crashed);
      found.add(left.value(left.ada, OTHER, PROD));
      assertEquals(VALUE, left.value(left.ada, TOKEN, PROD));
      assertEquals(2, left.set(PROD, TOKEN, "set after the crash"));
    }
    int renamed = found.indexOf(VALUE);
    assertTrue(renamed > 0, found.toString());
    for (int i = 0; i < found.size(); i++) {
      assertEquals(i < renamed ? "the other" : VALUE, found.get(i));
    }
  }

  @Test
  void promise7_noValueInExceptionsDescriptionsOrTemporaryFiles() throws Exception {
    byte[] value = VALUE.getBytes(UTF_8);
    List<String> shown = new ArrayList<>();
    for (FaultyDisk.Step step : FaultyDisk.Step.values()) {
      StoreWriter writer = new StoreWriter(project.files, "", new FaultyDisk(step));
      shown.add(thrown(() -> writer.write(List.of(Change.set(PROD, TOKEN, value)))));
      shown.add(thrown(() -> project.rekey(new FaultyDisk(step)).run()));
    }
    shown.add(thrown(() -> project.writer.write(List.of(Change.set(LOCAL, TOKEN, value)))));
    shown.add(
        thrown(() -> project.writer.write(List.of(Change.set(PROD, TOKEN, value).expecting(77)))));
    byte[] tooLarge = VALUE.repeat(40_000).getBytes(UTF_8);
    shown.add(thrown(() -> project.set(PROD, TOKEN, tooLarge)));
    shown.add(Change.set(PROD, TOKEN, value).toString());
    shown.add(project.store().open(TOKEN, PROD).toString());
    shown.add(project.store().list(PROD).toString());
    PicturingDisk disk = new PicturingDisk(project);
    new StoreWriter(project.files, "", disk).write(List.of(Change.set(PROD, TOKEN, value)));
    shown.add(disk.pictures().toString());
    project.replace("prod.secrets", "[Token]", "[Zed]");
    shown.add(thrown(() -> project.store().open(new SecretName("Zed"), PROD)));
    for (String text : shown) {
      assertFalse(text.isEmpty());
      for (String form : forms(value)) {
        assertFalse(text.contains(form), form);
      }
    }
  }

  /** Returns what a failure prints, with all its causes. */
  private static String thrown(Executable failing) {
    StringWriter out = new StringWriter();
    assertThrows(StoreException.class, failing).printStackTrace(new PrintWriter(out));
    return out.toString();
  }

  private static List<String> forms(byte[] value) {
    return List.of(
        new String(value, ISO_8859_1),
        Base64.getEncoder().withoutPadding().encodeToString(value),
        HexFormat.of().formatHex(value),
        Arrays.toString(value));
  }
}
