package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.runtime.age.Identities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoctorCommandTest {
  private static final String WIRED =
      """
      <project>
        <annotationProcessorPaths>
          <path><artifactId>countersign-processor</artifactId></path>
        </annotationProcessorPaths>
      </project>
      """;

  @TempDir Path temporary;
  private GitProject project;
  private Cli cli;

  @BeforeEach
  void projectInGit() throws IOException {
    project = GitProject.create(temporary);
    cli = project.cli();
    cli.write("pom.xml", WIRED);
  }

  private Result doctor() {
    return cli.run("doctor");
  }

  @Test
  void healthyProject_isWell_andOneReaderIsAWarning() {
    cli.input("x").run("set", "--type", "dev", "--new", "Token").succeeds();
    Map<String, String> before = cli.files();
    doctor()
        .succeeds()
        .tellsNothing()
        .prints("ok: Java 17")
        .prints("ok: identity age1")
        .prints("secrets/prod.keyring: 1 value\n")
        .prints("ok: 1 type sealed to the key noted of this checkout")
        .prints("ok: git ignores .secrets.local")
        .prints("ok: git's history was looked through for plaintext")
        .prints("ok: pom.xml runs countersign-processor")
        .prints("warning: secrets/dev.keyring: ada alone can open type dev")
        .prints("\n1 warning\n");
    assertEquals(before, cli.files());
  }

  @Test
  void nothingAtAll_isToldWithWhatMakesIt() throws IOException {
    Cli stranger = cli.of("grace").in("elsewhere");
    stranger
        .run("doctor")
        .exits(ExitStatus.NO)
        .prints("error: there is no identity")
        .prints("error: there is no secrets.toml in ")
        .prints("fix: secret init")
        .tells("2 errors");
  }

  @Test
  void identityThatOthersReach_isWrong() throws IOException {
    Path file = cli.identityFile();
    assumeTrue(
        file.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "files have no modes here");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    doctor()
        .exits(ExitStatus.NO)
        .prints("can be reached by other users of this machine: its mode is rw-r--r--")
        .prints("fix: chmod 600 " + file);
  }

  @Test
  void identityInTheRepository_isAWarning_andWrongOnceTracked() throws IOException {
    cli.run("identity", "new", "--file", "deploy.key").succeeds();
    cli.variable("COUNTERSIGN_KEY_FILE", "deploy.key");
    doctor().prints("is in a git repository that does not ignore it");
    project.git("add", "--force", "deploy.key");
    doctor().exits(ExitStatus.NO).prints("error: git tracks ").prints("deploy.key");
  }

  @Test
  void strangersIdentity_isToldWhoCanAddIt() throws IOException {
    Cli grace = cli.of("grace");
    grace.run("identity", "new").succeeds();
    grace
        .run("doctor")
        .succeeds()
        .prints("ok: no keyring is sealed to this identity")
        .prints("warning: this identity is not a reader of type local")
        .prints("fix: one of them runs: secret reader add NAME age1");
  }

  @Test
  void keyThatCameUnexplained_isWrong_andNothingIsNoted() throws IOException {
    cli.input("x").run("set", "--type", "dev", "--new", "Token").succeeds();
    Cli mallory = cli.of("mallory").in("fork");
    mallory.run("init").succeeds();
    for (String file : new String[] {"secrets/dev.keyring", "secrets/dev.secrets"}) {
      cli.write(file, mallory.read(file));
    }
    for (int i = 0; i < 2; i++) {
      doctor()
          .exits(ExitStatus.NO)
          .prints("dev is sealed to another key than when you last looked")
          .prints("fix: ask a reader whether they rekeyed it");
    }
  }

  @Test
  void overridesThatGitSees_areWrong() throws IOException {
    cli.write(".gitignore", "");
    doctor().exits(ExitStatus.NO).prints("error: git does not ignore .secrets.local");
    cli.write(".secrets.local", "Token=hunter2\n");
    project.git("add", "--force", ".secrets.local");
    doctor().exits(ExitStatus.NO).prints("error: git tracks .secrets.local").hides("hunter2");
  }

  @Test
  void overridesThatWereCommittedOnce_areAWarning() throws IOException {
    cli.write(".secrets.local", "Token=hunter2\n");
    project.git("add", "--force", ".secrets.local");
    project.commit("oops");
    String commit = project.git("rev-parse", "--short", "HEAD").strip();
    project.git("rm", "--quiet", "--cached", ".secrets.local");
    project.commit("gone");
    doctor().succeeds().prints("commit " + commit + " brought .secrets.local").hides("hunter2");
  }

  @Test
  void identityThatWasCommittedOnce_isAWarning_onAnyBranch() throws IOException {
    String identity = Identities.generate().encoded();
    project.git("checkout", "--quiet", "-b", "other");
    cli.write("notes.txt", identity + "\n");
    project.commit("oops");
    String commit = project.git("rev-parse", "--short", "HEAD").strip();
    project.git("checkout", "--quiet", "main");
    cli.write("pom.xml", WIRED);
    doctor().succeeds().prints("commit " + commit + " has an identity").hides(identity);
  }

  @Test
  void buildWithoutTheProcessor_isWrong() throws IOException {
    cli.write("pom.xml", "<project><!-- countersign-processor --></project>");
    doctor()
        .exits(ExitStatus.NO)
        .prints("error: pom.xml does not run countersign-processor")
        .prints("<annotationProcessorPaths>");
    Built.at(cli, "target/classes", "Token");
    doctor().prints("ok: countersign-processor ran in the last build");
  }

  @Test
  void processorAmongTheDependencies_isAWarningBeforeJdk23_andWrongFromThereOn()
      throws IOException {
    cli.write("pom.xml", "<artifactId>countersign-processor</artifactId>");
    doctor().succeeds().prints("warning: pom.xml has countersign-processor outside of the list");
    cli.javaVersion("25");
    doctor().exits(ExitStatus.NO).prints("where JDK 23 and later do not run it");
    cli.javaVersion("17");
    cli.write(
        "pom.xml",
        "<artifactId>countersign-processor</artifactId><annotationProcessorPaths>"
            + "lombok</annotationProcessorPaths>");
    doctor().exits(ExitStatus.NO).prints("where javac does not look for it");
  }

  @Test
  void gradleFiles_areReadToo() throws IOException {
    Files.delete(cli.path("pom.xml"));
    doctor().succeeds().prints("ok: there is no pom.xml or build.gradle");
    cli.write("build.gradle", "// annotationProcessor 'dev.countersign:countersign-processor:1'");
    doctor().exits(ExitStatus.NO).prints("build.gradle does not run countersign-processor");
    cli.write("build.gradle", "implementation 'dev.countersign:countersign-processor:1'");
    doctor().exits(ExitStatus.NO).prints("where Gradle does not run it");
    cli.write("build.gradle", "annotationProcessor(libs.countersign.processor)");
    doctor().succeeds().prints("ok: build.gradle runs countersign-processor");
  }

  @Test
  void damagedStore_isWrong_andTheRestIsLookedAt() throws IOException {
    cli.write("secrets/dev.keyring", "broken\n");
    doctor().exits(ExitStatus.NO).prints("secrets/dev.keyring").prints("ok: git ignores");
    cli.write("secrets.toml", "broken = [");
    doctor().exits(ExitStatus.NO).prints("secrets.toml cannot be used").prints("ok: identity");
  }

  @Test
  void json_hasWhatIsWellAndFindings() {
    cli.input("x").run("set", "--type", "dev", "--new", "Token").succeeds();
    String json = cli.run("doctor", "--json").succeeds().tellsNothing().out();
    assertTrue(json.startsWith("{\n  \"status\": 0,\n  \"well\": [\"Java 17"), json);
    assertTrue(json.contains("\"code\": \"single-reader\""), json);
  }
}
