package dev.countersign.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.age.Identities;
import dev.countersign.runtime.age.Identity;
import dev.countersign.runtime.store.UserIdentity;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which identity a deployed program opens its store with: a rule or a refusal a test. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are those of a POSIX shell")
class ProductionIdentityTest {
  private static final Environment PROD = Deployment.PROD;

  @TempDir Path temporary;
  private final Identity stranger = Identities.generate();
  private Deployment deployment;
  private Path home;
  private Path jar;

  @BeforeEach
  void deploy() throws Exception {
    deployment = new Deployment(temporary).set(PROD, "Token", "opened").set(PROD, "Other", "too");
    deployment.declare(
        Declare.manifest(
            "", "shop", Declare.declare("Token").done(), Declare.declare("Other").done()));
    deployment.variables.put("COUNTERSIGN_ENVIRONMENT", "prod");
    home = temporary.resolve("home/countersign/identity");
    jar = deployment.packed("app.jar");
  }

  @Test
  void identityInTheVariable_comesFirst() throws Exception {
    set("COUNTERSIGN_KEY", deployment.reader.encoded());
    set("COUNTERSIGN_KEY_FILE", "no such file");
    set("COUNTERSIGN_KEY_COMMAND", "exit 1");
    UserIdentity.write(home, stranger, null);
    assertOpens();
  }

  @Test
  void fileOfTheVariable_comesSecond() throws Exception {
    set("COUNTERSIGN_KEY", "");
    set("COUNTERSIGN_KEY_FILE", keyFile(deployment.reader));
    set("COUNTERSIGN_KEY_COMMAND", "exit 1");
    UserIdentity.write(home, stranger, null);
    assertOpens();
  }

  @Test
  void command_comesThird() throws Exception {
    set("COUNTERSIGN_KEY_FILE", "");
    set("COUNTERSIGN_KEY_COMMAND", "cat '" + keyFile(deployment.reader) + "'");
    UserIdentity.write(home, stranger, null);
    assertOpens();
  }

  @Test
  void usersOwnIdentity_comesLast_andEmptyVariablesAreUnset() throws Exception {
    set("COUNTERSIGN_KEY", "");
    set("COUNTERSIGN_KEY_FILE", "");
    set("COUNTERSIGN_KEY_COMMAND", "");
    UserIdentity.write(home, deployment.reader, null);
    assertOpens();
  }

  @ParameterizedTest
  @CsvSource({
    "COUNTERSIGN_KEY, nonsense, COUNTERSIGN_KEY does not hold identities",
    "COUNTERSIGN_KEY, ' ', COUNTERSIGN_KEY does not hold identities",
    "COUNTERSIGN_KEY_FILE, no/such/file, COUNTERSIGN_KEY_FILE (no/such/file) does not exist",
    "COUNTERSIGN_KEY_COMMAND, exit 4, COUNTERSIGN_KEY_COMMAND ended with status 4",
    "COUNTERSIGN_KEY_COMMAND, true, COUNTERSIGN_KEY_COMMAND does not hold identities",
  })
  void placeThatIsSet_neverFallsThroughToTheUsersOwn(String variable, String text, String fact)
      throws Exception {
    set(variable, text);
    UserIdentity.write(home, deployment.reader, null);
    String message = refusal();
    assertTrue(message.contains(fact), message);
    assertTrue(message.contains("\n  fix: "), message);
    assertFalse(message.contains("nonsense"), message);
  }

  @Test
  void homeIdentityBesideAChosenOne_isNotTried() throws Exception {
    set("COUNTERSIGN_KEY", stranger.encoded());
    UserIdentity.write(home, deployment.reader, null);
    String message = refusal();
    assertTrue(
        message.contains(
            "this identity is not a reader of type prod (secrets/prod.keyring);"
                + " who can add it: service\n"
                + "  fix: one of them runs: secret reader add NAME "
                + stranger.recipient()
                + " --type prod"),
        message);
    assertFalse(message.contains(stranger.encoded()), message);
  }

  @Test
  void severalIdentities_areOneALine() throws Exception {
    set("COUNTERSIGN_KEY", stranger.encoded() + "\n" + deployment.reader.encoded() + "\n");
    assertOpens();
  }

  @Test
  void containerWithoutAnyIdentity_isToldWhatToSet() throws Exception {
    String message = refusal();
    assertTrue(message.contains("there is no identity: " + home + " does not exist"), message);
    assertTrue(message.contains("where a program is deployed, set COUNTERSIGN_KEY"), message);
  }

  @Test
  void userWithoutAHome_isToldTheSame() throws Exception {
    deployment.variables.remove("XDG_CONFIG_HOME");
    deployment.properties.put("user.home", "?");
    assertTrue(refusal().contains("there is no identity: "), refusal());
  }

  /** Nothing is opened before a value is revealed, and so nobody is asked for a key. */
  @Test
  void command_isRunWhenTheFirstValueIsOpened_andOnceInAProcess() throws Exception {
    Path count = temporary.resolve("count");
    set("COUNTERSIGN_KEY_COMMAND", "echo x >> '" + count + "'; cat " + keyFile(deployment.reader));
    Secrets secrets = deployment.load(jar);
    assertFalse(Files.exists(count));
    secrets.verify();
    assertOpens();
    assertEquals("x\n", Files.readString(count));
  }

  @Test
  void commandThatFails_isRunOnceForAllSecrets() throws Exception {
    Path count = temporary.resolve("count");
    set("COUNTERSIGN_KEY_COMMAND", "echo x >> '" + count + "'; exit 1");
    String message = refusal();
    assertTrue(message.startsWith("2 secrets are not usable in prod\n"), message);
    assertEquals("x\n", Files.readString(count));
  }

  private void set(String variable, String text) {
    deployment.variables.put(variable, text);
  }

  private String keyFile(Identity identity) throws Exception {
    return Files.writeString(temporary.resolve("key"), identity.encoded() + "\n").toString();
  }

  private void assertOpens() throws Exception {
    assertEquals("opened", deployment.load(jar).get("Token").reveal());
  }

  private String refusal() throws Exception {
    Secrets secrets = deployment.load(jar);
    return assertThrows(UnresolvedSecretException.class, secrets::verify).getMessage();
  }
}
