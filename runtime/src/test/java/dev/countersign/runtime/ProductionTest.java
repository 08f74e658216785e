package dev.countersign.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.manifest.Manifest;
import dev.countersign.runtime.store.Change;
import dev.countersign.runtime.store.PackedLayout;
import dev.countersign.runtime.store.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which environment and which root a deployed program has: a rule or a refusal a test. */
class ProductionTest {
  private static final Environment PROD = Deployment.PROD;
  private static final Environment LOCAL = Environment.of(EnvironmentType.LOCAL);

  @TempDir Path temporary;
  private Deployment deployment;

  @BeforeEach
  void deploy() throws Exception {
    deployment = new Deployment(temporary).set(PROD, "Token", "packed");
  }

  private void inProd() {
    deployment.variables.put("COUNTERSIGN_ENVIRONMENT", "prod");
    deployment.variables.put("COUNTERSIGN_KEY", deployment.reader.encoded());
  }

  // Environment

  @Test
  void containerWithNoEnvironmentChosen_isRefused() throws Exception {
    assertEquals(
        "no environment was chosen, and this is no checkout: no secrets.toml was found\n"
            + "  fix: set COUNTERSIGN_ENVIRONMENT=prod (or -Dcountersign.environment=prod),"
            + " or one of prod, dev, preview, local",
        refusal(deployment.jar("app.jar")));
  }

  @Test
  void packedStoreWithNoEnvironmentChosen_isNeverLocal() throws Exception {
    Path jar = deployment.packed("app.jar");
    String expected =
        "no environment was chosen, and with the store packed into "
            + jar
            + " it is not taken for local\n  fix: set COUNTERSIGN_ENVIRONMENT=prod";
    assertTrue(refusal(jar).startsWith(expected), refusal(jar));
    deployment.workingDirectory = deployment.project;
    assertTrue(refusal(jar).startsWith(expected), refusal(jar));
  }

  @Test
  void emptyEnvironmentVariable_isNoChoice() throws Exception {
    inProd();
    deployment.variables.put("COUNTERSIGN_ENVIRONMENT", "");
    assertTrue(refusal(deployment.packed("app.jar")).startsWith("no environment was chosen"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"COUNTERSIGN_KEY", "COUNTERSIGN_KEY_FILE", "COUNTERSIGN_KEY_COMMAND"})
  void checkoutCopiedIntoAContainerWithAKey_isNeverLocal(String variable) throws Exception {
    deployment.workingDirectory = deployment.project;
    deployment.variables.put(variable, "x");
    String message = refusal(deployment.jar("app.jar"));
    assertTrue(
        message.startsWith(
            "no environment was chosen, and with " + variable + " set it is not taken for local\n"),
        message);
    deployment.variables.put(variable, "");
    assertEquals("Secrets[local]", load(deployment.jar("app.jar")).toString());
  }

  @Test
  void environmentThatIsUnknown_isRefusedWithTheKnownOnes() throws Exception {
    deployment.variables.put("COUNTERSIGN_ENVIRONMENT", "porduction");
    String message = refusal(deployment.packed("app.jar"));
    assertTrue(message.startsWith("there is no environment porduction\n  fix: "), message);
    assertTrue(message.contains("prod, dev, preview, local"), message);
  }

  // Root

  @Test
  void packedStoreAndOneIdentity_areAllThatADeploymentNeeds() throws Exception {
    inProd();
    SecretValue value = load(deployment.packed("app.jar")).get("Token");
    assertEquals("packed", value.reveal());
    assertTrue(value.source().startsWith("store:prod v1 ("), value.source());
  }

  @Test
  void chosenRoot_comesBeforeThePackedStore() throws Exception {
    inProd();
    Path jar = deployment.packed("app.jar");
    deployment.set(PROD, "Token", "of the root");
    deployment.variables.put("COUNTERSIGN_ROOT", deployment.project.toString());
    assertEquals("of the root", load(jar).get("Token").reveal());
  }

  @Test
  void propertyOfTheRoot_comesBeforeItsVariable() throws Exception {
    inProd();
    deployment.variables.put("COUNTERSIGN_ROOT", "nowhere");
    deployment.properties.put("countersign.root", deployment.project.toString());
    assertEquals("packed", load(deployment.jar("app.jar")).get("Token").reveal());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nowhere", "empty"})
  void chosenRootThatIsNone_isRefused_andAnEmptyOneIsNoChoice(String root) throws Exception {
    inProd();
    Path jar = deployment.packed("app.jar");
    Files.createDirectory(deployment.workingDirectory.resolve("empty"));
    deployment.variables.put("COUNTERSIGN_ROOT", root);
    if (root.isEmpty()) {
      assertEquals("packed", load(jar).get("Token").reveal());
      return;
    }
    String fact = root.equals("empty") ? "holds neither secrets.toml nor secrets/" : "is not a ";
    String message = refusal(jar);
    assertTrue(message.contains(root + " " + fact), message);
    assertTrue(message.contains("fix: set COUNTERSIGN_ROOT"), message);
  }

  @Test
  void packedStore_comesBeforeTheCheckoutAround_andTheTwoAreNeverMerged() throws Exception {
    inProd();
    Declaration other = Declare.declare("Other").optional().done();
    deployment.declare(Declare.manifest("", "shop", Declare.declare("Token").done(), other));
    Path jar = deployment.packed("app.jar");
    deployment.set(PROD, "Token", "newer").set(PROD, "Other", "of the checkout alone");
    deployment.workingDirectory = deployment.project;
    assertEquals("packed", load(jar).get("Token").reveal());
    assertTrue(load(jar).find("Other").isEmpty());
    String message =
        assertThrows(SecretsException.class, () -> load(jar).get("Other")).getMessage();
    assertTrue(message.contains("asked: env:Other, store:prod packed into " + jar), message);
  }

  @Test
  void storePackedTwice_isRefusedAndBothJarsNamed() throws Exception {
    inProd();
    Path one = deployment.packed("one.jar");
    Path other = deployment.store("other.jar");
    String expected = "the store of shop is packed twice: into " + one + " and " + other + "\n";
    assertTrue(refusal(one, other).startsWith(expected), refusal(one, other));
    Path rest = deployment.jar("rest.jar");
    Deployment.add(rest, PackedLayout.directory("shop", "") + "prod.secrets", "");
    assertTrue(refusal(one, rest).contains("packed twice: "), refusal(one, rest));
  }

  @Test
  void jarThatTwoClassLoadersSee_holdsOneStore() throws Exception {
    inProd();
    Path jar = deployment.packed("app.jar");
    assertEquals("packed", deployment.loadTwice(jar).get("Token").reveal());
  }

  @Test
  void storeOfAnotherApplication_isNotThisOnes() throws Exception {
    inProd();
    Path jar = deployment.jar("app.jar");
    Path keyring = deployment.project.resolve("secrets/prod.keyring");
    String its = PackedLayout.directory("library", "") + "prod.keyring";
    Deployment.add(jar, its, Files.readString(keyring));
    assertTrue(refusal(jar).startsWith("Token has no value for prod\n"), refusal(jar));
  }

  @Test
  void classesInADirectory_mayHoldThePackedStore() throws Exception {
    inProd();
    Path classes = deployment.exploded(temporary.resolve("srv/classes"));
    assertEquals("packed", load(classes).get("Token").reveal());
  }

  /** Else each run from an IDE would take yesterday's store, and never be local by itself. */
  @Test
  void classesOfACheckout_useTheCheckoutsOwnStore() throws Exception {
    Path classes = deployment.exploded(deployment.project.resolve("target/classes"));
    assertEquals("Secrets[local]", load(classes).toString());
    inProd();
    deployment.set(PROD, "Token", "newer");
    assertEquals("newer", load(classes).get("Token").reveal());
  }

  @Test
  void noRootAtAll_isFineWhileVariablesAnswer() throws Exception {
    inProd();
    deployment.variables.put("Token", "x");
    assertEquals("x", load(deployment.jar("app.jar")).get("Token").reveal());
  }

  @Test
  void sharedDirectoryAndNamedEnvironment_arePackedToo() throws Exception {
    inProd();
    Environment west = new Environment(EnvironmentType.PROD, "eu-west");
    Files.createDirectories(temporary.resolve("shared stuff"));
    String shared = "../shared stuff";
    Reader reader = new Reader("service", deployment.reader.recipient().toString());
    deployment.writer(shared).createTypes(List.of(EnvironmentType.PROD), List.of(reader));
    byte[] value = "west".getBytes(StandardCharsets.UTF_8);
    deployment.writer(shared).write(List.of(Change.set(west, new SecretName("Common"), value)));
    deployment.declare(withShared(shared));
    Path jar = deployment.packed("app.jar");
    deployment.variables.put("COUNTERSIGN_ENVIRONMENT", "eu-west");
    assertEquals("west", load(jar).get("Common").reveal());
    assertEquals("packed", load(jar).get("Token").reveal());
  }

  private static Manifest withShared(String directory) {
    Declarations own =
        Declare.manifest(
                "",
                "shop",
                Declare.declare("Token").done(),
                Declare.declare("Common").in(directory).done())
            .declarations();
    Declarations all =
        new Declarations(
            "shop", own.secrets(), Map.of("eu-west", EnvironmentType.PROD), List.of("", directory));
    return new Manifest(DeployedModule.ID, all, "00", List.of());
  }

  @Test
  void damageInAPackedStore_namesTheFileOfTheProjectAndTheJar() throws Exception {
    inProd();
    Path file = deployment.project.resolve("secrets/prod.secrets");
    Files.writeString(file, Files.readString(file).replace("version 1", "version one"));
    Path jar = deployment.packed("app.jar");
    String message = refusal(jar);
    assertTrue(
        message.startsWith(
            "Token from store:prod packed into " + jar + " cannot be used: secrets/prod.secrets:"),
        message);
  }

  @Test
  void packedStoreWithoutItsKeyring_isRefused() throws Exception {
    inProd();
    Files.delete(deployment.project.resolve("secrets/prod.keyring"));
    Files.delete(deployment.project.resolve("secrets/local.keyring"));
    String message = refusal(deployment.packed("app.jar"));
    assertTrue(message.contains("there is no secrets/prod.keyring"), message);
  }

  // A developer's own values

  @Test
  void overridesPackedWithTheStore_areRefusedAndNeverRead() throws Exception {
    inProd();
    Path jar = deployment.packed("app.jar");
    String name = PackedLayout.directory("shop", "") + ".secrets.local";
    Deployment.add(jar, name, "Token=hunter2\n");
    String message = refusal(jar);
    assertEquals(
        "a developer's own values, "
            + name
            + ", are in plain text in "
            + jar
            + "\n  fix: pack *.secrets and *.keyring of secrets/ alone, build again,"
            + " and change those values at their issuers",
        message);
    assertFalse(message.contains("hunter2"));
  }

  @Test
  void overridesBakedIntoAnImage_areNotReadInProd() throws Exception {
    inProd();
    deployment.workingDirectory = deployment.project;
    Files.writeString(deployment.project.resolve(".secrets.local"), "Token=hunter2\nbroken\n");
    assertEquals("packed", load(deployment.jar("app.jar")).get("Token").reveal());
    assertEquals("packed", load(deployment.packed("packed.jar")).get("Token").reveal());
  }

  @Test
  void overridesAroundAPackedStore_areNotReadInLocalEither() throws Exception {
    inProd();
    deployment.variables.put("COUNTERSIGN_ENVIRONMENT", "local");
    deployment.set(LOCAL, "Token", "the team's");
    deployment.workingDirectory = deployment.project;
    Files.writeString(deployment.project.resolve(".secrets.local"), "Token=mine\n");
    assertEquals("the team's", load(deployment.packed("app.jar")).get("Token").reveal());
    assertEquals("mine", load(deployment.jar("plain.jar")).get("Token").reveal());
  }

  private Secrets load(Path... classPath) throws Exception {
    return deployment.load(classPath);
  }

  private String refusal(Path... classPath) {
    return assertThrows(SecretsException.class, () -> load(classPath)).getMessage();
  }
}
