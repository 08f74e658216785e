package dev.countersign.runtime;

import static dev.countersign.runtime.Declare.declare;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Resolution from files that the store's own writer made. */
class StoreResolutionTest {
  private static final Environment PROD = Environment.of(EnvironmentType.PROD);
  private static final Environment LOCAL = Environment.of(EnvironmentType.LOCAL);
  private static final Declaration TOKEN = declare("Token").done();

  @TempDir Path root;
  private final Identity reader = Identities.generate();
  private final Map<String, String> variables = new HashMap<>();

  @BeforeEach
  void makeAStore() throws StoreException {
    variables.put("COUNTERSIGN_KEY", reader.encoded());
    writer()
        .createTypes(
            List.of(EnvironmentType.PROD, EnvironmentType.LOCAL),
            List.of(new Reader("ada", reader.recipient().toString())));
  }

  @Test
  void sealedValue_isOpenedAndItsSourceNamesVersionAndBlock() throws Exception {
    set(PROD, "Token", "one");
    set(PROD, "Token", "two");
    SecretValue value = resolver(PROD, TOKEN).get("Token");
    assertEquals("two", value.reveal());
    assertTrue(value.source().matches("store:prod v2 \\([0-9a-f]{4}\\)"), value.source());
  }

  @Test
  void precedence_isVariableThenOverrideThenStore() throws Exception {
    set(LOCAL, "Token", "from the store");
    assertEquals("from the store", resolver(LOCAL, TOKEN).get("Token").reveal());
    Files.writeString(root.resolve(".secrets.local"), "# mine\nToken=from the file\n");
    assertEquals("from the file", resolver(LOCAL, TOKEN).get("Token").reveal());
    assertEquals(".secrets.local:2", resolver(LOCAL, TOKEN).get("Token").source());
    variables.put("Token", "from the environment");
    assertEquals("from the environment", resolver(LOCAL, TOKEN).get("Token").reveal());
  }

  @Test
  void overrideFile_isNeverOpenedOutsideLocal() throws Exception {
    set(PROD, "Token", "sealed");
    Files.writeString(root.resolve(".secrets.local"), "this is = not \"dotenv\n");
    assertEquals("sealed", resolver(PROD, TOKEN).get("Token").reveal());
  }

  @Test
  void namedEnvironment_comesBeforeItsType() throws Exception {
    Environment west = new Environment(EnvironmentType.PROD, "eu-west");
    set(PROD, "Token", "everywhere");
    assertEquals("everywhere", resolver(west, TOKEN).get("Token").reveal());
    set(west, "Token", "west");
    assertEquals("west", resolver(west, TOKEN).get("Token").reveal());
    assertEquals("everywhere", resolver(PROD, TOKEN).get("Token").reveal());
  }

  @Test
  void nothingIsOpened_untilAValueIsRevealed() throws Exception {
    set(PROD, "Token", "one");
    variables.put("COUNTERSIGN_KEY", "not a key");
    Resolver resolver = resolver(PROD, TOKEN);
    assertTrue(resolver.presence().isSound());
    SecretValue value = resolver.get("Token");
    String message = assertThrows(UnresolvedSecretException.class, value::reveal).getMessage();
    assertTrue(message.startsWith("Token from store:prod v1"), message);
    assertTrue(message.contains("COUNTERSIGN_KEY"), message);
    assertFalse(message.contains("not a key"), message);
  }

  @Test
  void valueSealedToOthers_namesWhoCanAddThisReader() throws Exception {
    set(PROD, "Token", "one");
    Identity stranger = Identities.generate();
    variables.put("COUNTERSIGN_KEY", stranger.encoded());
    Resolver resolver = resolver(PROD, TOKEN);
    String message = assertThrows(UnresolvedSecretException.class, resolver::verify).getMessage();
    assertTrue(message.contains("ada"), message);
    assertTrue(message.contains("secret reader add NAME " + stranger.recipient()), message);
    assertTrue(message.contains("used by: Client.token"), message);
    assertFalse(message.contains(stranger.encoded()), message);
  }

  @Test
  void noIdentityAtAll_saysWhereOneIsLookedFor() throws Exception {
    set(PROD, "Token", "one");
    variables.clear();
    variables.put("XDG_CONFIG_HOME", root.resolve("nobody").toString());
    String message =
        assertThrows(UnresolvedSecretException.class, resolver(PROD, TOKEN)::verify).getMessage();
    assertTrue(message.contains("identity"), message);
    assertTrue(message.contains("fix: "), message);
  }

  @Test
  void damagedBlock_stopsItsOwnSecretAndNoOther() throws Exception {
    set(PROD, "Other", "fine");
    set(PROD, "Token", "one");
    damageTheLastBlock();
    Resolver resolver = resolver(PROD, TOKEN, declare("Other").done());
    assertEquals("fine", resolver.get("Other").reveal());
    UnresolvedSecretException e = assertThrows(UnresolvedSecretException.class, resolver::verify);
    assertEquals(List.of("Token"), e.names());
    assertTrue(e.getMessage().contains("secrets/prod.secrets:"), e.getMessage());
  }

  @Test
  void damagedOptionalSecret_isToldAtTheStart() throws Exception {
    set(PROD, "Token", "one");
    Path file = root.resolve("secrets/prod.secrets");
    Files.writeString(file, Files.readString(file).replace("version 1", "version one"));
    Declaration optional = declare("Token").optional().done();
    assertEquals(List.of("Token"), resolver(PROD, optional).presence().exception().names());
  }

  @Test
  void unsetSecret_isMissing() throws Exception {
    set(PROD, "Token", "one");
    writer().write(List.of(Change.unset(PROD, new SecretName("Token"))));
    assertNull(resolver(PROD, TOKEN).find("Token"));
    assertEquals(List.of("Token"), resolver(PROD, TOKEN).presence().exception().names());
  }

  @Test
  void noStoreAtAll_isFineWhileVariablesAnswer() {
    Host host = new Host(Map.of("Token", "x"), Map.of(), root);
    Catalog catalog = Declare.catalog(Declare.manifest("app", TOKEN));
    Resolver resolver =
        new Setup(host, null, PROD, catalog, List.of(), Log.ofWarnings()).snapshot();
    assertEquals("x", resolver.get("Token").reveal());
  }

  @Test
  void verify_opensEverythingAndIsSilentWhenAllIsWell() throws Exception {
    set(PROD, "Token", "one");
    resolver(PROD, TOKEN).verify();
  }

  private void damageTheLastBlock() throws IOException {
    Path file = root.resolve("secrets/prod.secrets");
    String text = Files.readString(file);
    int middle = text.lastIndexOf("-----BEGIN") + 60;
    char other = text.charAt(middle) == 'A' ? 'B' : 'A';
    Files.writeString(file, text.substring(0, middle) + other + text.substring(middle + 1));
  }

  private void set(Environment environment, String name, String value) throws StoreException {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    writer().write(List.of(Change.set(environment, new SecretName(name), bytes)));
  }

  private StoreWriter writer() {
    return new StoreWriter(new StoreDirectory(root), "");
  }

  private Resolver resolver(Environment environment, Declaration... declarations) {
    Host host = new Host(variables, Map.of(), root);
    Catalog catalog = Declare.catalog(Declare.manifest("app", declarations));
    return new Setup(host, Root.at(root), environment, catalog, List.of(), Log.ofWarnings())
        .snapshot();
  }
}
