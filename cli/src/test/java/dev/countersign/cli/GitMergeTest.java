package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.age.Identities;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two branches of a project, merged by real git. */
final class GitMergeTest {
  private static final String PROD = "secrets/prod.secrets";
  private static final String KEYRING = "secrets/prod.keyring";

  @TempDir Path temporary;
  private GitProject project;

  @BeforeEach
  void projectWithValues() throws IOException {
    project = GitProject.create(temporary);
    for (String name : new String[] {"Alpha", "Ann", "Antenna", "Beta", "Gamma", "Token"}) {
      project.secret("declare", name).succeeds();
    }
    for (String name : new String[] {"Alpha", "Beta", "Gamma", "Token"}) {
      project.set("prod", name, name + " one");
    }
    project.commit("values");
  }

  @Test
  void differentSecrets_merge_evenSideBySide() throws IOException {
    project.withDriver();
    branchThat(
        () -> {
          project.set("prod", "Ann", "theirs");
          project.set("prod", "Alpha", "Alpha two");
          project.secret("unset", "--type", "prod", "Gamma").succeeds();
        });
    project.set("prod", "Antenna", "ours");
    project.set("prod", "Beta", "Beta two");
    project.commit("ours");
    project.git("merge", "--no-edit", "theirs");
    assertEquals("theirs", project.get("prod", "Ann"));
    assertEquals("ours", project.get("prod", "Antenna"));
    assertEquals("Alpha two", project.get("prod", "Alpha"));
    assertEquals("Beta two", project.get("prod", "Beta"));
    assertEquals("Token one", project.get("prod", "Token"));
    project.secret("get", "--type", "prod", "Gamma").exits(ExitStatus.NO);
    project.secret("verify", "--base", "HEAD~1").succeeds();
    project.secret("verify", "--base", "theirs").succeeds();
  }

  @Test
  void trueConflict_isNamedWithBothVersions_andSettledByEitherSide() throws IOException {
    project.withDriver();
    conflictOfToken();
    Result merge = project.tryGit("merge", "--no-edit", "theirs").exits(1);
    merge.prints("conflict: Token of prod was changed on both sides: ours v3, theirs v2");
    project
        .secret("get", "--type", "prod", "Token")
        .exits(ExitStatus.UNUSABLE)
        .tells("fix: secret resolve Token --ours, or --theirs");
    String conflict = project.read(PROD);
    assertEquals("Alpha two", settledBy(conflict, "--theirs", "theirs"));
    assertEquals("Alpha two", settledBy(conflict, "--ours", "ours again"));
    project.git("commit", "--all", "--no-edit");
    project.secret("verify", "--base", "HEAD~1").succeeds();
  }

  private String settledBy(String conflict, String side, String expected) throws IOException {
    project.write(PROD, conflict);
    Result resolved = project.secret("resolve", "Token", side, "--type", "prod").succeeds();
    assertEquals(
        side.equals("--theirs"), resolved.err().contains("notice: its version is not above"));
    resolved.prints("secrets/prod.secrets: no conflict is left: git add secrets/prod.secrets");
    assertEquals(expected, project.get("prod", "Token"));
    return project.get("prod", "Alpha");
  }

  @Test
  void trueConflict_isSettledBySettingTheSecretAgain_beyondBothVersions() throws IOException {
    project.withDriver();
    conflictOfToken();
    project.tryGit("merge", "--no-edit", "theirs").exits(1);
    project.cli().input("settled").run("set", "--type", "prod", "Token").succeeds().prints("(v4)");
    assertEquals("settled", project.get("prod", "Token"));
    assertEquals("Alpha two", project.get("prod", "Alpha"));
    project.git("commit", "--all", "--no-edit");
    project.secret("verify", "--base", "HEAD~1").succeeds();
    project.secret("verify", "--base", "theirs").succeeds();
  }

  @Test
  void trueConflict_isSettledByUnsetting() throws IOException {
    project.withDriver();
    conflictOfToken();
    project.tryGit("merge", "--no-edit", "theirs").exits(1);
    project.secret("unset", "--type", "prod", "Token").succeeds();
    assertTrue(project.read(PROD).contains("[Token]\nversion 4\nunset\n"));
  }

  @Test
  void twoConflicts_areSettledOneByOne_andSetSaysWhichIsLeft() throws IOException {
    project.withDriver();
    branchThat(
        () -> {
          project.set("prod", "Token", "their token");
          project.set("prod", "Beta", "their beta");
        });
    project.set("prod", "Token", "our token");
    project.set("prod", "Beta", "our beta");
    project.commit("ours");
    project.tryGit("merge", "--no-edit", "theirs").exits(1).prints("Beta of prod");
    project
        .cli()
        .input("x")
        .run("set", "--type", "prod", "Token")
        .exits(ExitStatus.UNUSABLE)
        .tells("Beta was changed on both sides: ours v2, theirs v2")
        .tells("fix: secret resolve Beta --ours");
    project
        .secret("resolve", "Beta", "--theirs")
        .exits(ExitStatus.NO)
        .tells("Token was changed on both sides: ours v2, theirs v2");
    project.secret("resolve", "Token", "--ours").succeeds();
    assertEquals("their beta", project.get("prod", "Beta"));
    assertEquals("our token", project.get("prod", "Token"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"merge", "diff3", "zdiff3"})
  void conflictThatGitLeftWithoutTheDriver_isRebuiltFromItsIndex(String style) throws IOException {
    conflictOfToken();
    project.git("config", "merge.conflictStyle", style);
    project.tryGit("merge", "--no-edit", "theirs").exits(1);
    project.secret("resolve", "Token", "--theirs").succeeds();
    assertEquals("theirs", project.get("prod", "Token"));
    assertEquals("Alpha two", project.get("prod", "Alpha"));
    project.secret("verify").succeeds().prints("4 values, 4 opened");
  }

  @Test
  void neighboursThatGitCannotMergeByLines_mergeByResolve() throws IOException {
    branchThat(() -> project.set("prod", "Ann", "theirs"));
    project.set("prod", "Antenna", "ours");
    project.commit("ours");
    project.tryGit("merge", "--no-edit", "theirs").exits(1);
    project.secret("resolve").succeeds();
    assertEquals("theirs", project.get("prod", "Ann"));
    assertEquals("ours", project.get("prod", "Antenna"));
  }

  @Test
  void withoutGitsIndex_theMarkersAreReadThemselves() throws IOException {
    conflictOfToken();
    project.tryGit("merge", "--no-edit", "theirs").exits(1);
    project.git("add", PROD); // as one does by mistake
    project.secret("resolve", "Token", "--theirs").succeeds();
    assertEquals("theirs", project.get("prod", "Token"));
  }

  @Test
  void markersThatTellNothing_areRefusedWithTheReason() throws IOException {
    project.write(PROD, project.read(PROD).replace("version 1", "<<<<<<< ours\nversion 1"));
    project
        .secret("resolve", "Token", "--ours")
        .exits(ExitStatus.UNUSABLE)
        .tells("cannot be parted into its two sides");
  }

  @Test
  void nothingToResolve_isNo_andHalfALineIsMisspoken() {
    project.secret("resolve", "Token", "--ours").exits(ExitStatus.NO).tells("nothing to resolve");
    project.secret("resolve", "Token").exits(ExitStatus.USAGE);
    project.secret("resolve", "--ours").exits(ExitStatus.USAGE);
    project.secret("resolve", "Token", "--ours", "--theirs").exits(ExitStatus.USAGE);
  }

  @Test
  void readersAddedOnBothSides_areAConflictThatSaysWhatToRun() throws IOException {
    project.withDriver();
    String bob = Identities.generate().recipient().toString();
    String carol = Identities.generate().recipient().toString();
    branchThat(() -> addReader("carol", carol));
    addReader("bob", bob);
    project.commit("bob");
    project
        .tryGit("merge", "--no-edit", "theirs")
        .exits(1)
        .prints("secrets/prod.keyring: both sides changed who can open type prod")
        .prints(
            "fix: git checkout --ours -- secrets/prod.keyring, then git add secrets/prod.keyring,"
                + " then secret reader add carol "
                + carol
                + " --type prod");
    project.secret("verify").exits(ExitStatus.UNUSABLE).prints("git checkout --ours -- " + KEYRING);
    project.git("checkout", "--ours", "--", KEYRING);
    addReader("carol", carol);
    project.commit("both");
    project.secret("verify").succeeds().prints("4 values, 4 opened");
    String keyring = project.read(KEYRING);
    assertTrue(keyring.contains("# bob\n") && keyring.contains("# carol\n"));
  }

  @Test
  void readerAddedOnOneSide_mergesWithValuesSetOnTheOther() throws IOException {
    project.withDriver();
    String carol = Identities.generate().recipient().toString();
    branchThat(() -> addReader("carol", carol));
    project.set("prod", "Token", "two");
    project.commit("ours");
    project.git("merge", "--no-edit", "theirs");
    assertEquals("two", project.get("prod", "Token"));
    assertTrue(project.read(KEYRING).contains("# carol\n"));
  }

  @Test
  void rekeyBesideASetOfTheSameSecret_hasTheNewValue_andIsSealedAnewLater() throws IOException {
    project.withDriver();
    branchThat(() -> project.set("prod", "Token", "two"));
    project.secret("rekey", "--type", "prod").succeeds();
    project.commit("rekey");
    project.git("merge", "--no-edit", "theirs");
    assertEquals("two", project.get("prod", "Token"));
    assertEquals("Alpha one", project.get("prod", "Alpha"));
    project.secret("verify").succeeds().prints("Token of prod is sealed to key ");
    project.secret("rekey", "--type", "prod", "--finish").succeeds();
    assertEquals("two", project.get("prod", "Token"));
    assertFalse(project.secret("verify").succeeds().out().contains("is sealed to key"));
  }

  @Test
  void filesWithCrlf_keepTheirLineEnds() throws IOException {
    project.withDriver();
    project.write(".gitattributes", "* -text\nsecrets/*.secrets merge=countersign\n");
    project.write(PROD, project.read(PROD).replace("\n", "\r\n"));
    project.commit("windows");
    conflictOfToken();
    project.tryGit("merge", "--no-edit", "theirs").exits(1);
    project.secret("resolve", "Token", "--theirs").succeeds();
    assertEquals("theirs", project.get("prod", "Token"));
    assertEquals("Alpha two", project.get("prod", "Alpha"));
    assertEquals("", project.read(PROD).replace("\r\n", "").replaceAll("[^\n\r]", ""));
  }

  @Test
  void initGit_tellsWhatItDid_andPlainInitHintsAtIt() throws IOException {
    project
        .secret("init")
        .succeeds()
        .prints("to have git merge secret by secret, in this clone: secret init --git");
    project
        .secret("init", "--git")
        .succeeds()
        .prints("added lines to .gitattributes")
        .prints("set merge.countersign.driver");
    String attributes = project.read(".gitattributes");
    assertTrue(attributes.contains("secrets/*.secrets merge=countersign\n"), attributes);
    assertTrue(attributes.contains("\nsecrets.toml merge=countersign\n"), attributes);
    assertEquals(
        "secret merge-driver %O %A %B %P\n",
        project.git("config", "--local", "merge.countersign.driver"));
    assertFalse(project.secret("init").succeeds().out().contains("--git"));
    project.secret("init", "--git").succeeds().prints("nothing to make");
    assertEquals(attributes, project.read(".gitattributes"));
  }

  @Test
  void driver_refusesOtherFiles() {
    project
        .secret("merge-driver", "a", "b", "c", "README.md")
        .exits(ExitStatus.UNUSABLE)
        .tells("README.md is neither a sealed file nor a keyring nor secrets.toml");
  }

  private void addReader(String name, String recipient) {
    project.secret("reader", "add", name, recipient, "--type", "prod").succeeds();
  }

  /** Ours sets Token twice, theirs once; theirs sets Alpha besides. */
  private void conflictOfToken() {
    branchThat(
        () -> {
          project.set("prod", "Token", "theirs");
          project.set("prod", "Alpha", "Alpha two");
        });
    project.set("prod", "Token", "ours");
    project.set("prod", "Token", "ours again");
    project.commit("ours");
  }

  /** Does something on a branch {@code theirs} of its own, and comes back. */
  private void branchThat(Runnable change) {
    project.git("checkout", "--quiet", "-b", "theirs");
    change.run();
    project.commit("theirs");
    project.git("checkout", "--quiet", "main");
  }
}
