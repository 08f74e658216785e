package dev.countersign.runtime.store;

import static dev.countersign.runtime.store.StoreFixture.DEV;
import static dev.countersign.runtime.store.StoreFixture.EU_WEST;
import static dev.countersign.runtime.store.StoreFixture.OTHER;
import static dev.countersign.runtime.store.StoreFixture.PROD;
import static dev.countersign.runtime.store.StoreFixture.TOKEN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to the files, a value is the right one, or it is refused, or it is absent. */
class TamperingTest {
  @TempDir Path root;
  private StoreFixture project;

  @BeforeEach
  void createProject() throws StoreException {
    project = StoreFixture.create(root, EnvironmentType.PROD, EnvironmentType.DEV);
    project.set(PROD, OTHER, "the other");
    project.set(PROD, TOKEN, "the token");
  }

  @Test
  void aDroppedBlock_isAbsent_andTheOtherStillOpens() throws Exception {
    String text = project.text("prod.secrets");
    project.write("prod.secrets", text.replace(block(text, OTHER), ""));
    assertNull(project.store().open(OTHER, PROD));
    assertEquals("the token", open(TOKEN, PROD));
    assertEquals(0, project.index().version(OTHER, PROD));
  }

  @Test
  void swappedBlocks_areRefused_whicheverIsOutOfOrder() throws Exception {
    String text = project.text("prod.secrets");
    String other = block(text, OTHER);
    String token = block(text, TOKEN);
    project.write("prod.secrets", text.replace(other + token, token + other));
    assertEquals("the token", open(TOKEN, PROD));
    assertThrows(StoreFormatException.class, () -> project.store().open(OTHER, PROD));
    assertThrows(StoreFormatException.class, () -> project.set(PROD, TOKEN, "new"));
  }

  @Test
  void aDuplicatedBlock_isRefused_andTheOtherStillOpens() throws Exception {
    String text = project.text("prod.secrets");
    project.write("prod.secrets", text.replace(block(text, OTHER), block(text, OTHER).repeat(2)));
    StoreFormatException e =
        assertThrows(StoreFormatException.class, () -> project.store().open(OTHER, PROD));
    assertTrue(e.fact().endsWith("a second block of Other"), e.fact());
    assertEquals("the token", open(TOKEN, PROD));
  }

  @Test
  void aDamagedBlock_harmsNoOther() throws Exception {
    project.replace("prod.secrets", "[Other]\nversion 1", "[Other]\nversion one");
    assertThrows(StoreFormatException.class, () -> project.store().open(OTHER, PROD));
    assertEquals("the token", open(TOKEN, PROD));
    assertEquals(1, project.index().damages().size());
    assertEquals(OTHER, project.index().damages().get(0).name());
  }

  @Test
  void aDamagedBlock_isMendedBySettingItAgain() throws Exception {
    project.replace("prod.secrets", "[Other]\nversion 1\nkey ", "[Other]\nversion 1\nkey x");
    StoreFormatException e =
        assertThrows(StoreFormatException.class, () -> project.store().open(OTHER, PROD));
    assertTrue(e.fix().startsWith("secret set --type prod Other   (or "), e.fix());
    assertThrows(StoreFormatException.class, () -> project.set(PROD, TOKEN, "new"));
    assertEquals(2, project.set(PROD, OTHER, "set again"));
    assertEquals("set again", open(OTHER, PROD));
    assertEquals("the token", open(TOKEN, PROD));
  }

  @Test
  void aDamagedBlock_canBeUnset() throws Exception {
    project.replace("prod.secrets", "[Other]\nversion 1\nkey ", "[Other]\nversion 1\nkey x");
    project.writer.write(List.of(Change.unset(PROD, OTHER)));
    assertTrue(project.text("prod.secrets").contains("[Other]\nversion 2\nunset\n"));
  }

  @Test
  void aBlockWhoseVersionIsLost_isNotSetAgain() throws Exception {
    project.replace("prod.secrets", "[Other]\nversion 1", "[Other]\nversion one");
    StoreFormatException e =
        assertThrows(StoreFormatException.class, () -> project.set(PROD, OTHER, "again"));
    assertTrue(e.fix().startsWith("git diff -- secrets/prod.secrets"), e.fix());
  }

  @Test
  void aBlockUnderAnotherName_isRefused() throws Exception {
    SecretName moved = new SecretName("Zed");
    project.replace("prod.secrets", "[Token]", "[Zed]");
    assertMoved(moved, PROD, "it is Token v1 of prod, not Zed v1 of prod");
  }

  @Test
  void theArmorOfAnotherSecret_isRefused() throws Exception {
    String text = project.text("prod.secrets");
    String armor = armor(block(text, OTHER));
    project.replace("prod.secrets", armor, armor(block(text, TOKEN)));
    assertMoved(OTHER, PROD, "it is Token v1 of prod, not Other v1 of prod");
    assertEquals("the token", open(TOKEN, PROD));
  }

  @Test
  void aBlockWithAnotherVersion_isRefused() throws Exception {
    String old = block(project.text("prod.secrets"), TOKEN);
    project.set(PROD, TOKEN, "newer");
    String text = project.text("prod.secrets");
    project.write(
        "prod.secrets",
        text.replace(block(text, TOKEN), old.replace("version 1\n", "version 2\n")));
    assertMoved(TOKEN, PROD, "it is Token v1 of prod, not Token v2 of prod");
  }

  @Test
  void aBlockOfANamedEnvironment_isRefusedInItsTypesFile_andTheOtherWayRound() throws Exception {
    project.set(EU_WEST, TOKEN, "west");
    String prod = project.text("prod.secrets");
    String west = project.text("eu-west.secrets");
    project.write("prod.secrets", prod.replace(block(prod, TOKEN), block(west, TOKEN)));
    project.write("eu-west.secrets", west.replace(block(west, TOKEN), block(prod, TOKEN)));
    assertMoved(TOKEN, PROD, "it is Token v1 of prod@eu-west, not Token v1 of prod");
    assertMoved(TOKEN, EU_WEST, "it is Token v1 of prod, not Token v1 of prod@eu-west");
  }

  @Test
  void aBlockOfAnotherType_isRefused() throws Exception {
    project.set(DEV, TOKEN, "for dev");
    String dev = project.text("dev.secrets");
    String prod = project.text("prod.secrets");
    project.write("prod.secrets", prod.replace(block(prod, TOKEN), block(dev, TOKEN)));
    StoreFormatException e =
        assertThrows(StoreFormatException.class, () -> project.store().open(TOKEN, PROD));
    assertTrue(e.fact().contains("which is no identity of type prod's keyring"), e.fact());
    String key = line(prod, "key ");
    project.replace("prod.secrets", line(block(dev, TOKEN), "key "), key);
    StoreFormatException lying =
        assertThrows(StoreFormatException.class, () -> project.store().open(TOKEN, PROD));
    assertTrue(lying.fact().endsWith("is not sealed to the key that it names"), lying.fact());
  }

  @Test
  void aSealedFileOfAnotherType_isRefusedWhole() throws Exception {
    project.set(DEV, TOKEN, "for dev");
    project.write("prod.secrets", project.text("dev.secrets"));
    StoreFormatException e =
        assertThrows(StoreFormatException.class, () -> project.store().open(TOKEN, PROD));
    assertEquals("secrets/prod.secrets:3:1: it is the sealed file of dev, not of prod", e.fact());
  }

  @Test
  void theKeyringOfAnotherType_isRefused() throws Exception {
    project.write("prod.keyring", project.text("dev.keyring"));
    StoreFormatException e =
        assertThrows(StoreFormatException.class, () -> project.store().open(TOKEN, PROD));
    assertEquals("secrets/prod.keyring:2:1: it is the keyring of type dev, not of prod", e.fact());
    project.replace("prod.keyring", "type dev", "type prod");
    assertThrows(StoreFormatException.class, () -> project.store().open(TOKEN, PROD));
  }

  @Test
  void anotherTo_takesNoValue() throws Exception {
    String dev = line(project.text("dev.secrets"), "to ");
    project.replace("prod.secrets", line(project.text("prod.secrets"), "to "), dev);
    StoreException e =
        assertThrows(StoreException.class, () -> project.set(PROD, TOKEN, "to the attacker"));
    assertEquals(
        "secrets/prod.secrets:4:1: its `to` is no identity of type prod's keyring", e.fact());
    assertEquals("the token", open(TOKEN, PROD));
    assertEquals(1, project.index().damages().size());
  }

  @Test
  void anUnfinishedMerge_isNeitherReadNorWritten() throws Exception {
    project.replace("prod.secrets", "[Token]", "<<<<<<< HEAD\n[Token]");
    StoreFormatException read =
        assertThrows(StoreFormatException.class, () -> project.store().open(OTHER, PROD));
    assertTrue(read.fact().contains("a merge is unfinished"), read.fact());
    String before = project.text("prod.secrets");
    assertThrows(StoreFormatException.class, () -> project.set(PROD, OTHER, "x"));
    assertEquals(before, project.text("prod.secrets"));
  }

  private void assertMoved(SecretName name, Environment environment, String claim) {
    StoreFormatException e =
        assertThrows(StoreFormatException.class, () -> project.store().open(name, environment));
    assertTrue(e.fact().endsWith("the block was moved from where it belongs: " + claim), e.fact());
  }

  private String open(SecretName name, Environment environment) throws StoreException {
    OpenedValue value = project.store().open(name, environment);
    assertNotNull(value);
    return new String(value.revealBytes(), UTF_8);
  }

  private static String block(String file, SecretName name) {
    int start = file.indexOf("\n[" + name + "]\n");
    int end = file.indexOf("\n\n", start + 1);
    return file.substring(start, end < 0 ? file.length() : end + 1);
  }

  private static String armor(String block) {
    return block.substring(block.indexOf("-----BEGIN"));
  }

  private static String line(String text, String prefix) {
    int start = text.indexOf("\n" + prefix) + 1;
    return text.substring(start, text.indexOf('\n', start));
  }
}
