package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InitCommandTest {
  @TempDir Path temporary;
  private Cli cli;

  @BeforeEach
  void start() throws IOException {
    cli = Cli.in(temporary);
  }

  @Test
  void emptyDirectory_getsAllThereIs() {
    cli.run("init").succeeds().prints("made secrets.toml\n").prints("next: secret declare NAME");
    assertEquals(
        Set.of(
            ".dockerignore",
            ".gitattributes",
            ".gitignore",
            "secrets.toml",
            "secrets/dev.keyring",
            "secrets/dev.secrets",
            "secrets/local.keyring",
            "secrets/local.secrets",
            "secrets/preview.keyring",
            "secrets/preview.secrets",
            "secrets/prod.keyring",
            "secrets/prod.secrets"),
        cli.files().keySet());
    assertTrue(cli.read("secrets.toml").contains("application = \"payments\""));
  }

  @Test
  void identity_isReadableByItsOwnerAlone() throws IOException {
    cli.run("init").succeeds().prints("made " + cli.identityFile() + ", your identity");
    Path file = cli.identityFile();
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
  }

  @Test
  void identity_isNeverShown() throws IOException {
    cli.run("init").succeeds().hides("AGE-SECRET-KEY");
    assertTrue(Files.readString(cli.identityFile()).contains("AGE-SECRET-KEY-1"));
  }

  @Test
  void secondTime_changesNothingAndSaysSo() {
    cli.run("init").succeeds();
    Map<String, String> before = cli.files();
    cli.run("init").succeeds().prints("nothing to make: payments has all it needs");
    assertEquals(before, cli.files());
  }

  @Test
  void whatIsMissing_isMadeAndTheRestLeft() throws IOException {
    cli.run("init").succeeds();
    Map<String, String> before = cli.files();
    Files.delete(cli.path("secrets/preview.keyring"));
    Files.delete(cli.path("secrets/preview.secrets"));
    Files.delete(cli.path(".gitignore"));
    Result result = cli.run("init").succeeds();
    assertEquals(
        "made secrets/preview.keyring and secrets/preview.secrets\nmade .gitignore\n",
        result.out().substring(0, result.out().indexOf("next:")));
    assertEquals(before.keySet(), cli.files().keySet());
    assertEquals(before.get("secrets/prod.keyring"), cli.read("secrets/prod.keyring"));
  }

  @Test
  void application_isTheNameGiven() {
    cli.run("init", "--application", "billing").succeeds();
    assertTrue(cli.read("secrets.toml").contains("application = \"billing\""));
  }

  @Test
  void applicationOfABadName_isRefusedBeforeAnythingIsMade() {
    cli.run("init", "--application", "My App")
        .exits(ExitStatus.USAGE)
        .tells("is not the name of an application");
    assertTrue(cli.files().isEmpty());
    assertFalse(Files.exists(cli.identityFile()));
  }

  @Test
  void applicationOfAnotherName_isRefusedInAnExistingProject() {
    cli.run("init").succeeds();
    cli.run("init", "--application", "billing")
        .exits(ExitStatus.USAGE)
        .tells("the application is named payments already");
  }

  @Test
  void linesForGit_areAddedToWhatIsThere() throws IOException {
    cli.write(".gitignore", "target/\r\n/.secrets.local*\r\nlast");
    cli.run("init").succeeds().prints("added lines to .gitignore");
    assertEquals(
        "target/\r\n/.secrets.local*\r\nlast\r\nsecrets/.lock\r\n", cli.read(".gitignore"));
    assertEquals("secrets/* text eol=lf\n", cli.read(".gitattributes"));
  }

  @Test
  void filesInAnotherEncoding_keepEveryByte() throws IOException {
    Path ignore = cli.path(".gitignore");
    Files.write(ignore, new byte[] {'c', 'a', 'f', (byte) 0xe9, '\n'});
    cli.run("init").succeeds();
    byte[] bytes = Files.readAllBytes(ignore);
    assertEquals((byte) 0xe9, bytes[3]);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertTrue(text.startsWith("caf\u00e9\n.secrets.local*\n"), text);
  }

  @Test
  void secondDeveloper_getsAnIdentityAndTheLineToSend() throws IOException {
    cli.run("init").succeeds();
    Map<String, String> before = cli.files();
    Cli grace = cli.of("grace");
    String recipient = grace.run("init").succeeds().out();
    recipient = recipient.substring(recipient.indexOf("age1"), recipient.indexOf(" --type"));
    grace
        .run("init")
        .succeeds()
        .prints("\n  secret reader add ada " + recipient + " --type local,dev\n")
        .prints("until then: secret set --override NAME");
    grace.run("identity", "show").succeeds().prints(recipient + "\n");
    assertEquals(before, cli.files());
  }

  @Test
  void readersName_isThatOfGit() throws IOException {
    Files.writeString(temporary.resolve("gitconfig"), "[user]\nname = Ada Lovelace\n");
    cli.variable("GIT_CONFIG_GLOBAL", temporary.resolve("gitconfig").toString());
    cli.run("init").succeeds();
    assertTrue(cli.read("secrets/prod.keyring").contains(" # Ada Lovelace\n"));
  }

  @Test
  void keyFromTheEnvironment_needsNoIdentityFile() throws IOException {
    cli.run("init").succeeds();
    String key = Files.readAllLines(cli.identityFile()).get(1);
    Cli pipeline = cli.of("pipeline").variable("COUNTERSIGN_KEY", key);
    pipeline.run("init").succeeds().prints("nothing to make").hides(key);
    assertFalse(Files.exists(pipeline.identityFile()));
  }

  @Test
  void subdirectoryOfAProject_isThatProject() throws IOException {
    cli.run("init").succeeds();
    Files.createDirectories(cli.path("src/main"));
    cli.run("-C", "src/main", "init").succeeds().prints("nothing to make");
    assertFalse(Files.exists(cli.path("src/main/secrets.toml")));
  }

  @Test
  void projectWithinAProject_isMadeAtTheRootThatIsNamed() throws IOException {
    cli.run("init").succeeds();
    Files.createDirectories(cli.path("inner"));
    cli.variable("COUNTERSIGN_ROOT", "inner").run("init").succeeds().prints("made secrets.toml");
    assertTrue(cli.read("inner/secrets.toml").contains("application = \"inner\""));
  }

  @Test
  void directoryOnTheCommandLine_comesBeforeARootInTheEnvironment() throws IOException {
    cli.run("init").succeeds();
    Cli other = cli.in("other");
    other.run("init").succeeds();
    other.declare("[secrets.OfOther]\n");
    cli.variable("COUNTERSIGN_ROOT", cli.project().toString());
    cli.run("-C", "../other", "list").succeeds().prints("OfOther");
    cli.run("list", "-C", "../other").succeeds().prints("OfOther");
  }

  @Test
  void fileWhereADirectoryMustBe_isToldAndLeft() throws IOException {
    cli.write("secrets", "in the way");
    cli.run("init").exits(ExitStatus.UNUSABLE).tells("secrets").tells("fix: ");
    assertEquals(Map.of("secrets", "in the way"), cli.files());
  }

  @Test
  void identityDirectoryThatCannotBeMade_isTold() throws IOException {
    Files.writeString(temporary.resolve("home/config"), "in the way");
    cli.run("init").exits(ExitStatus.UNUSABLE).tells("fix: ");
    assertTrue(cli.files().isEmpty());
  }

  @Test
  void malformedDeclarations_areToldBeforeAnythingIsMade() throws IOException {
    cli.write("secrets.toml", "application = payments\n");
    cli.run("init").exits(ExitStatus.UNUSABLE).tells("secrets.toml:1:15: ");
    assertEquals(Set.of("secrets.toml"), cli.files().keySet());
    assertFalse(Files.exists(cli.identityFile()));
  }

  @Test
  void damagedKeyring_isToldAndLeft() throws IOException {
    cli.run("init").succeeds();
    String damaged = cli.read("secrets/dev.keyring").replace("identity age1", "identity age9");
    cli.write("secrets/dev.keyring", damaged);
    cli.run("init").exits(ExitStatus.UNUSABLE).tells("secrets/dev.keyring:");
    assertEquals(damaged, cli.read("secrets/dev.keyring"));
  }

  @Test
  void lostKeyring_isNotReplacedByANewOne() throws IOException {
    cli.run("init").succeeds();
    Files.delete(cli.path("secrets/prod.keyring"));
    cli.run("init").exits(ExitStatus.UNUSABLE).tells("there is no secrets/prod.keyring");
    assertFalse(Files.exists(cli.path("secrets/prod.keyring")));
  }
}
