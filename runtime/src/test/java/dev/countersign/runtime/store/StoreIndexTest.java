package dev.countersign.runtime.store;

import static dev.countersign.runtime.store.StoreFixture.DEV;
import static dev.countersign.runtime.store.StoreFixture.EU_WEST;
import static dev.countersign.runtime.store.StoreFixture.OTHER;
import static dev.countersign.runtime.store.StoreFixture.PROD;
import static dev.countersign.runtime.store.StoreFixture.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.age.Identities;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Declarations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreIndexTest {
  @TempDir Path temporary;
  private Path root;
  private StoreFixture project;

  @BeforeEach
  void createProject() throws Exception {
    root = Files.createDirectory(temporary.resolve("app"));
    project = StoreFixture.create(root, EnvironmentType.PROD, EnvironmentType.DEV);
  }

  @Test
  void aProjectWithoutAStore_isEmptyAndUndamaged() {
    StoreIndex index =
        StoreIndex.read(new StoreDirectory(root.resolve("none")), StoreFixture.declarations());
    assertEquals(0, index.version(TOKEN, PROD));
    assertFalse(index.holds(TOKEN, EU_WEST));
    assertEquals(List.of(), index.environmentsOf(TOKEN));
    assertEquals(List.of(), index.damages());
    assertNull(index.damage(TOKEN, PROD));
  }

  @Test
  void versionsAndEnvironments_areKnownWithoutAKey() throws Exception {
    project.set(PROD, TOKEN, "a");
    project.set(PROD, TOKEN, "b");
    project.set(EU_WEST, TOKEN, "c");
    project.set(DEV, OTHER, "d");
    StoreIndex index = project.index();
    assertEquals(2, index.version(TOKEN, PROD));
    assertEquals(1, index.version(TOKEN, EU_WEST));
    assertEquals(0, index.version(TOKEN, DEV));
    assertEquals(List.of(PROD, EU_WEST), index.environmentsOf(TOKEN));
    assertEquals(List.of(DEV), index.environmentsOf(OTHER));
    assertEquals(List.of(), index.damages());
  }

  @Test
  void aNamedEnvironment_fallsBackToItsType() throws Exception {
    project.set(PROD, TOKEN, "a");
    project.set(EU_WEST, OTHER, "a");
    StoreIndex index = project.index();
    assertEquals(PROD, index.holder(TOKEN, EU_WEST));
    assertEquals(EU_WEST, index.holder(OTHER, EU_WEST));
    assertNull(index.holder(OTHER, PROD));
    assertTrue(index.holds(TOKEN, EU_WEST));
  }

  @Test
  void aTombstone_countsAsAbsent() throws Exception {
    project.set(PROD, TOKEN, "a");
    project.writer.write(List.of(Change.unset(PROD, TOKEN)));
    StoreIndex index = project.index();
    assertEquals(0, index.version(TOKEN, PROD));
    assertFalse(index.holds(TOKEN, PROD));
    assertEquals(List.of(), index.environmentsOf(TOKEN));
  }

  @Test
  void oneFileThatCannotBeRead_hidesNoOther() throws Exception {
    project.set(PROD, TOKEN, "a");
    project.set(DEV, TOKEN, "a");
    project.write("prod.secrets", "nonsense\n");
    StoreIndex index = project.index();
    assertEquals(1, index.version(TOKEN, DEV));
    assertEquals(0, index.version(TOKEN, PROD));
    assertEquals(1, index.damages().size());
    assertNull(index.damages().get(0).name());
    assertEquals(PROD, index.damages().get(0).environment());
    assertNotNull(index.damage(TOKEN, PROD));
    assertNull(index.damage(TOKEN, DEV));
  }

  @Test
  void aFileThatIsADirectory_isDamage() throws Exception {
    Files.delete(project.secrets("prod.secrets"));
    Files.createDirectory(project.secrets("prod.secrets"));
    StoreException cause = project.index().damages().get(0).cause();
    assertEquals("cannot read secrets/prod.secrets: not a file", cause.fact());
  }

  @Test
  void anUnknownKey_isTheDamageOfItsBlock() throws Exception {
    project.set(PROD, OTHER, "a");
    project.set(PROD, TOKEN, "a");
    String text = project.text("prod.secrets");
    int key = text.indexOf("key ", text.indexOf("[Token]"));
    project.write(
        "prod.secrets", text.substring(0, key) + "key 0123456789abcdef" + text.substring(key + 20));
    StoreIndex index = project.index();
    assertEquals(1, index.damages().size());
    Damage damage = index.damages().get(0);
    assertEquals(TOKEN, damage.name());
    long line = text.substring(0, text.indexOf("[Token]")).lines().count() + 1;
    assertEquals(
        "secrets/prod.secrets:"
            + line
            + ":1: Token is sealed to key 0123456789abcdef,"
            + " which is no identity of type prod's keyring",
        damage.cause().fact());
  }

  @Test
  void aMissingKeyring_isDamage() throws Exception {
    project.set(PROD, TOKEN, "a");
    Files.delete(project.secrets("prod.keyring"));
    StoreIndex index = project.index();
    assertEquals(
        "there is no secrets/prod.keyring, without which secrets/prod.secrets cannot be opened",
        index.damages().get(0).cause().fact());
    assertNotNull(index.damage(TOKEN, PROD));
    assertNull(index.damage(OTHER, PROD));
  }

  @Test
  void aDamagedKeyring_isListedOnce_andHitsItsEnvironments() throws Exception {
    project.set(PROD, TOKEN, "a");
    project.set(EU_WEST, OTHER, "a");
    project.replace("prod.keyring", "format 1", "format 9");
    StoreIndex index = project.index();
    assertEquals(1, index.damages().size());
    assertNotNull(index.damage(TOKEN, EU_WEST));
    assertNotNull(index.damage(OTHER, EU_WEST));
    assertNull(index.damage(OTHER, PROD));
  }

  @Test
  void aDamagedFileOfANamedEnvironment_doesNotFallThroughToTheType() throws Exception {
    project.set(PROD, TOKEN, "a");
    project.write("eu-west.secrets", "nonsense\n");
    StoreIndex index = project.index();
    assertNotNull(index.damage(TOKEN, EU_WEST));
    assertNull(index.damage(TOKEN, PROD));
  }

  @Test
  void aDamagedTypesFile_doesNotHitWhatTheNamedEnvironmentHolds() throws Exception {
    project.set(EU_WEST, TOKEN, "a");
    project.write("prod.secrets", "nonsense\n");
    StoreIndex index = project.index();
    assertNull(index.damage(TOKEN, EU_WEST));
    assertNotNull(index.damage(OTHER, EU_WEST));
  }

  @Test
  void anIndexOfOneEnvironment_readsItAndItsType() throws Exception {
    project.set(PROD, TOKEN, "a");
    project.write("dev.secrets", "nonsense\n");
    StoreIndex index = StoreIndex.read(project.files, StoreFixture.declarations(), EU_WEST);
    assertTrue(index.holds(TOKEN, EU_WEST));
    assertEquals(List.of(), index.damages());
  }

  @Test
  void undeclaredBlocks_areNamed() throws Exception {
    project.set(PROD, new SecretName("Zed"), "a");
    project.set(DEV, new SecretName("Ann"), "a");
    project.set(DEV, TOKEN, "a");
    assertEquals(
        List.of(new SecretName("Ann"), new SecretName("Zed")), project.index().undeclared());
  }

  @Test
  void anUnknownTo_isDamageOfTheFile_andItsBlocksStay() throws Exception {
    project.set(PROD, TOKEN, "a");
    String to =
        project.text("prod.secrets").lines().filter(l -> l.startsWith("to ")).toList().get(0);
    project.replace("prod.secrets", to, "to " + Identities.generate().recipient());
    StoreIndex index = project.index();
    assertEquals(
        "secrets/prod.secrets:4:1: its `to` is no identity of type prod's keyring",
        index.damages().get(0).cause().fact());
    assertNull(index.damage(TOKEN, PROD));
    assertTrue(index.holds(TOKEN, PROD));
    assertEquals(index.damages(), index.damages(TOKEN));
    assertTrue(index.damages(TOKEN).get(0).hits(EU_WEST));
    assertFalse(index.damages(TOKEN).get(0).hits(DEV));
  }

  @Test
  void aDamagedFileOfAnotherDirectory_isNoDamageOfASecretHere() throws Exception {
    SecretName common = new SecretName("Common");
    Declarations declarations =
        StoreFixture.declaring(Declaration.of(TOKEN), inShared(Declaration.of(common)));
    Path secrets = Files.createDirectories(root.resolve("../shared/secrets"));
    Files.writeString(secrets.resolve("prod.secrets"), "nonsense\n");
    project.write("dev.secrets", "nonsense\n");
    StoreIndex index = StoreIndex.read(project.files, declarations);
    assertEquals(2, index.damages().size());
    assertEquals("", index.damages(TOKEN).get(0).directory());
    assertEquals(List.of(DEV), environments(index.damages(TOKEN)));
    assertEquals("../shared", index.damages(common).get(0).directory());
    assertEquals(List.of(PROD), environments(index.damages(common)));
  }

  @Test
  void aDamagedBlockOfAnotherDirectory_isNoDamageOfTheSecretOfItsNameHere() throws Exception {
    StoreFixture shared = StoreFixture.withProd(Files.createDirectories(root.resolve("../shared")));
    shared.set(PROD, TOKEN, "a");
    shared.replace("prod.secrets", "\nversion 1", "\nversion x");
    StoreIndex index = project.index();
    assertEquals(TOKEN, index.damages().get(0).name());
    assertEquals(List.of(), index.damages(TOKEN));
  }

  private static List<Environment> environments(List<Damage> damages) {
    return damages.stream().map(Damage::environment).toList();
  }

  private static Declaration inShared(Declaration plain) {
    return new Declaration(
        plain.name(),
        plain.description(),
        plain.env(),
        plain.types(),
        plain.pattern(),
        plain.minVersions(),
        plain.format(),
        plain.optional(),
        plain.external(),
        "../shared");
  }
}
