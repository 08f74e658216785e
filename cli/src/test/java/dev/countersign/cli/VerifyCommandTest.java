package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.countersign.runtime.age.Identities;
import dev.countersign.runtime.age.Identity;
import dev.countersign.runtime.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code secret verify} sees, with a key and without, and since a revision. */
final class VerifyCommandTest {
  private static final String PROD = "secrets/prod.secrets";
  private static final String KEYRING = "secrets/prod.keyring";

  @TempDir Path temporary;
  private GitProject project;

  @BeforeEach
  void projectWithValues() throws IOException {
    project = GitProject.create(temporary);
    project.set("prod", "Token", "alpha");
    project.set("prod", "Token", "beta");
    project.set("prod", "Other", "gamma");
    project.commit("values");
  }

  @Test
  void soundStore_isAllWell_andItsValuesAreOpened() {
    project
        .secret("verify", "--base", "HEAD")
        .exits(ExitStatus.DONE)
        .prints("8 files with 2 values, 2 opened: ")
        .prints("secrets/prod.keyring: ada alone can open type prod");
  }

  @Test
  void withoutAKey_nothingIsOpened_andAllElseIsSeen() throws IOException {
    Files.delete(project.cli().identityFile());
    project.secret("verify").exits(ExitStatus.DONE).prints("2 values, none opened");
    project.replace(PROD, "version 2", "version 0");
    project
        .secret("verify")
        .exits(ExitStatus.UNUSABLE)
        .prints("error: secrets/prod.secrets:")
        .prints("a version is a number from 1");
  }

  @Test
  void noKey_opensNothing() {
    project.secret("verify", "--no-key").exits(ExitStatus.DONE).prints("none opened");
  }

  @Test
  void otherPersonsKey_opensNothing_andSaysWhose() {
    project.cli().variable("COUNTERSIGN_KEY", Identities.generate().encoded());
    project.secret("verify").exits(ExitStatus.DONE).prints("0 opened (sealed to others: secrets/");
  }

  @Test
  void keyThatIsNone_isUnusable() {
    project.cli().variable("COUNTERSIGN_KEY", "nonsense");
    project.secret("verify").exits(ExitStatus.UNUSABLE).tells("COUNTERSIGN_KEY");
  }

  @Test
  void unknownKey_isUnusable_andSaidOnce() throws IOException {
    project.replace(PROD, firstKey(), "key 0123456789abcdef");
    String out = project.secret("verify").exits(ExitStatus.UNUSABLE).out();
    assertEquals(2, count(out, "which is no identity of type prod's keyring"), out);
    assertEquals(0, count(out, "is sealed to a key that is not in the keyring"), out);
  }

  @Test
  void valueThatBreaksItsRule_isRefused_andNotShown() throws IOException {
    project.replace("secrets.toml", "[secrets.Token]", "[secrets.Token]\nformat = \"uuid\"");
    Result ran = project.secret("verify").exits(ExitStatus.NO);
    ran.prints("the value of Token does not have the declared format uuid")
        .prints("fix: secret set --type prod Token");
    assertFalse(ran.out().contains("beta"));
  }

  @Test
  void valueMovedToAnotherName_isUnusable() throws IOException {
    project.replace(PROD, "[Token]", "[Token2]");
    project.replace("secrets.toml", "[secrets.Token]", "[secrets.Token2]");
    project.secret("verify").exits(ExitStatus.UNUSABLE).prints("the block was moved");
  }

  @Test
  void valueBelowItsMinimumVersion_isRefused() throws IOException {
    String declared = "[secrets.Token]\nmin-version = { prod = 3 }";
    project.replace("secrets.toml", "[secrets.Token]", declared);
    project.secret("verify").exits(ExitStatus.NO).prints("Token of prod is below its declared");
  }

  @Test
  void readerLineOfAMergeSlip_isUnusableToWhoCanOpen() throws IOException {
    addReaderLine();
    project
        .secret("verify")
        .exits(ExitStatus.UNUSABLE)
        .prints("its `reader` lines are not those that it is sealed to");
  }

  @Test
  void undeclaredNamesAndEnvironments_areWarnings() throws IOException {
    project.replace("secrets.toml", "[secrets.Other]", "[secrets.Another]");
    String eu = project.read(PROD).replace("type prod\n", "type prod\nenvironment eu-west\n");
    project.write("secrets/eu-west.secrets", eu.substring(0, eu.indexOf("\n\n") + 1));
    project
        .secret("verify")
        .exits(ExitStatus.DONE)
        .prints("warning: secrets/prod.secrets:6: Other is not declared")
        .prints("no environment eu-west is declared");
  }

  @Test
  void damagedFileOfNoEnvironment_isUnusable() throws IOException {
    project.write("secrets/eu-west.secrets", "nonsense\n");
    project.secret("verify").exits(ExitStatus.UNUSABLE).prints("secrets/eu-west.secrets:1:1");
  }

  @Test
  void nextVersion_isNoFinding() {
    project.set("prod", "Token", "delta");
    project.secret("unset", "--type", "prod", "Other").exits(ExitStatus.DONE);
    String out = project.secret("verify", "--base", "HEAD").exits(ExitStatus.DONE).out();
    assertFalse(out.contains("HEAD"), out);
  }

  @Test
  void fallenVersion_isRefused() {
    project.set("prod", "Token", "delta");
    project.commit("version 3");
    project.git("checkout", "HEAD~1", "--", PROD);
    project
        .secret("verify", "--base", "HEAD")
        .exits(ExitStatus.NO)
        .prints("Token fell from version 3 in HEAD to 2");
  }

  @Test
  void vanishedBlock_isRefused() throws IOException {
    String text = project.read(PROD);
    project.write(PROD, text.substring(0, text.indexOf("\n[Token]")));
    project
        .secret("verify", "--base", "HEAD")
        .exits(ExitStatus.NO)
        .prints("Token was at version 2 in HEAD and is gone without a tombstone");
  }

  @Test
  void vanishedFiles_areRefused() throws IOException {
    Files.delete(project.cli().path(PROD));
    Files.delete(project.cli().path(KEYRING));
    project
        .secret("verify", "--base", "HEAD")
        .exits(ExitStatus.NO)
        .prints("secrets/prod.secrets: it is gone since HEAD, with 2 blocks")
        .prints("secrets/prod.keyring: it is gone since HEAD");
  }

  @Test
  void valueSetTwiceFromOneVersion_isAlteredInPlace() throws IOException {
    String before = project.read(PROD);
    project.set("prod", "Token", "one");
    project.commit("one");
    project.write(PROD, before);
    project.set("prod", "Token", "two");
    project
        .secret("verify", "--base", "HEAD")
        .exits(ExitStatus.NO)
        .prints("Token changed since HEAD and kept its version 3");
  }

  @Test
  void damagedBlock_isNotCalledVanishedToo() throws IOException {
    project.replace(PROD, "[Token]\nversion 2", "[Token]\nversion two");
    String out = project.secret("verify", "--base", "HEAD").exits(ExitStatus.UNUSABLE).out();
    assertFalse(out.contains("gone"), out);
  }

  @Test
  void otherKeyAndReaders_areRefusedUntilAccepted() throws IOException {
    for (String file : List.of(PROD, KEYRING)) {
      Files.delete(project.cli().path(file));
    }
    project.cli().variable("COUNTERSIGN_KEY", Identities.generate().encoded());
    project.secret("init").exits(ExitStatus.DONE);
    project.git("show", "HEAD:" + PROD);
    project
        .secret("verify", "--base", "HEAD")
        .exits(ExitStatus.NO)
        .prints("since HEAD values are sealed to another key: `to` was age1")
        .prints("its identities changed since HEAD")
        .prints("ada (age1")
        .prints(") became a reader since HEAD");
  }

  @Test
  void addedReaderLine_isRefused_andAWarningOnceAccepted() throws IOException {
    addReaderLine();
    project
        .secret("verify", "--no-key", "--base", "HEAD")
        .exits(ExitStatus.NO)
        .prints("eve (age1")
        .prints("became a reader since HEAD")
        .prints("--accept-keys");
    project
        .secret("verify", "--no-key", "--base", "HEAD", "--accept-keys")
        .exits(ExitStatus.DONE)
        .prints("warning: secrets/prod.keyring: eve");
  }

  @Test
  void lineEndsOfAnotherSystem_areNoChange() throws IOException {
    for (String file : List.of(PROD, KEYRING)) {
      project.write(file, project.read(file).replace("\n", "\r\n"));
    }
    String out = project.secret("verify", "--base", "HEAD").exits(ExitStatus.DONE).out();
    assertFalse(out.contains("HEAD"), out);
  }

  @Test
  void revisionThatIsNot_isUnusable() {
    project
        .secret("verify", "--base", "origin/main")
        .exits(ExitStatus.UNUSABLE)
        .tells("git knows no revision origin/main here\n  fix: git fetch");
    project.secret("verify", "--base", "--all").exits(ExitStatus.USAGE);
  }

  @Test
  void directoryOutsideOfGit_isUnusable() throws IOException {
    Files.move(project.cli().path(".git"), temporary.resolve("away"));
    project
        .secret("verify", "--base", "HEAD")
        .exits(ExitStatus.UNUSABLE)
        .tells("git says: fatal: not a git repository");
  }

  @Test
  void acceptWithoutBase_isMisspoken() {
    project.secret("verify", "--accept-keys").exits(ExitStatus.USAGE);
  }

  @Test
  void extendedDirectory_isComparedToo() throws IOException {
    Path shared = Files.createDirectory(project.cli().path("shared"));
    project.cli().variable("COUNTERSIGN_ROOT", shared.toString());
    project.secret("init").succeeds();
    project.set("prod", "Common", "one");
    project.cli().variable("COUNTERSIGN_ROOT", "");
    project.replace("secrets.toml", "application =", "extends = [\"shared\"]\napplication =");
    project.commit("shared");
    project.secret("verify", "--base", "HEAD").exits(ExitStatus.DONE).prints("3 values, 3 opened");
    String text = project.read("shared/" + PROD);
    project.write("shared/" + PROD, text.substring(0, text.indexOf("\n[Common]")));
    project
        .secret("verify", "--base", "HEAD")
        .exits(ExitStatus.NO)
        .prints("shared/secrets/prod.secrets: Common was at version 1 in HEAD");
  }

  @Test
  void json_saysTheSame() throws Exception {
    addReaderLine();
    Result ran = project.secret("verify", "--no-key", "--base", "HEAD", "--json");
    ran.exits(ExitStatus.NO).prints("\"status\": 1").prints("\"code\": \"readers-changed\"");
    JsonReader.read(ran.out());
  }

  private void addReaderLine() throws IOException {
    Identity eve = Identities.generate();
    String line = "reader " + eve.recipient() + " # eve\n";
    project.replace(KEYRING, "-----BEGIN", line + "-----BEGIN");
  }

  private String firstKey() throws IOException {
    Matcher matcher = Pattern.compile("key [0-9a-f]{16}").matcher(project.read(PROD));
    matcher.find();
    return matcher.group();
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
