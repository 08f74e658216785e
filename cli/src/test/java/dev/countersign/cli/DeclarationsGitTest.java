package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two branches that change secrets.toml, brought together by real git. */
final class DeclarationsGitTest {
  private static final String TOML = "secrets.toml";

  @TempDir Path temporary;
  private GitProject project;

  @BeforeEach
  void projectWithDeclarations() throws IOException {
    project = GitProject.create(temporary);
    project.secret("declare", "Alpha").succeeds();
    project.secret("declare", "Beta").succeeds();
    project.commit("declarations");
  }

  @Test
  void secretsDeclaredOnBothSides_areMerged_withTheirValues() throws IOException {
    twoBranchesThatDeclare();
    project.git("merge", "--no-edit", "theirs");
    assertBothAreDeclared();
    assertEquals("ours", project.get("prod", "Ours"));
    assertEquals("theirs", project.get("prod", "Theirs"));
  }

  @Test
  void secretsDeclaredOnBothSides_areRebased() throws IOException {
    twoBranchesThatDeclare();
    project.git("rebase", "--quiet", "theirs");
    assertBothAreDeclared();
  }

  @Test
  void secretDeclaredElsewhere_isCherryPicked() throws IOException {
    twoBranchesThatDeclare();
    project.git("cherry-pick", "theirs");
    assertBothAreDeclared();
  }

  private void twoBranchesThatDeclare() throws IOException {
    project.withDriver();
    branchThat(() -> project.set("prod", "Theirs", "theirs"));
    project.set("prod", "Ours", "ours");
    project.commit("ours");
  }

  private void assertBothAreDeclared() {
    assertEquals("", project.git("status", "--porcelain"));
    project.secret("list").succeeds().prints("Ours").prints("Theirs").prints("Alpha");
  }

  @Test
  void withoutTheLineInGitattributes_gitMergesByLines() throws IOException {
    project.withDriver();
    project.replace(".gitattributes", "secrets.toml merge=countersign\n", "");
    project.commit("an older checkout");
    branchThat(() -> project.secret("declare", "Theirs").succeeds());
    project.secret("declare", "Ours").succeeds();
    project.commit("ours");
    project.tryGit("merge", "--no-edit", "theirs").exits(1);
    project
        .secret("list")
        .exits(ExitStatus.UNUSABLE)
        .tells(": a merge is unfinished: keep one side, and take the conflict markers out");
    project.git("merge", "--abort");
    project.secret("init", "--git").succeeds().prints("added lines to .gitattributes");
    project.commit("the line");
    project.git("merge", "--no-edit", "theirs");
    assertBothAreDeclared();
  }

  @Test
  void withoutTheDriver_theLineDoesNoHarm() throws IOException {
    project.withDriver();
    project.git("config", "--remove-section", "merge.countersign");
    branchThat(() -> replace("[secrets.Alpha]\n", "[secrets.Alpha]\noptional = true\n"));
    replace("[secrets.Beta]\n", "[secrets.Beta]\noptional = true\n");
    project.commit("ours");
    project.git("merge", "--no-edit", "theirs");
    project.secret("list").succeeds().prints("Alpha  optional").prints("Beta   optional");
  }

  @Test
  void sameSecretChangedInTwoWays_isAConflictOfItAlone() throws IOException {
    project.withDriver();
    branchThat(
        () -> {
          replace("[secrets.Alpha]\n", "[secrets.Alpha]\ntypes = [\"dev\"]\n");
          project.secret("declare", "Theirs").succeeds();
        });
    replace("[secrets.Alpha]\n", "[secrets.Alpha]\ntypes = [\"prod\"]\n");
    project.secret("declare", "Ours").succeeds();
    project.commit("ours");
    project
        .tryGit("merge", "--no-edit", "theirs")
        .exits(1)
        .prints("conflict: secrets.toml: Alpha was changed on both sides\n")
        .prints("fix: keep one of them between the markers, then git add secrets.toml\n");
    String conflict =
        """
        <<<<<<< ours
        [secrets.Alpha]
        types = ["prod"]
        env = ["ALPHA"]
        =======
        [secrets.Alpha]
        types = ["dev"]
        env = ["ALPHA"]
        >>>>>>> theirs
        """;
    String merged = project.read(TOML);
    assertTrue(merged.contains(conflict), merged);
    assertTrue(merged.endsWith("[secrets.Theirs]\nenv = [\"THEIRS\"]\n"), merged);
    project.replace(TOML, conflict, "[secrets.Alpha]\nenv = [\"ALPHA\"]\n");
    project.git("commit", "--all", "--no-edit");
    assertBothAreDeclared();
  }

  @Test
  void secretsThatCannotStandTogether_areAConflict() throws IOException {
    project.withDriver();
    branchThat(() -> replace("[secrets.Alpha]", "[secrets.Token]\n\n[secrets.Alpha]"));
    project.secret("declare", "TOKEN").succeeds();
    project.commit("ours");
    project
        .tryGit("merge", "--no-edit", "theirs")
        .exits(1)
        .prints("conflict: secrets.toml cannot be merged secret by secret: secrets.toml:")
        .prints("TOKEN differs only in case from Token");
    assertFalse(project.git("ls-files", "--unmerged", TOML).isEmpty());
  }

  @Test
  void projectBelowTheRepositorysTop_isMergedAndNamedByItsPath() throws IOException {
    project.withDriver();
    project.secret("init").succeeds();
    Cli inner = project.cli().in("payments/inner").variable("COUNTERSIGN_ROOT", "");
    project.write("inner/secrets.toml", "application = \"inner\"\n[secrets.Alpha]\n");
    inner.run("init", "--git").succeeds();
    project.commit("inner");
    branchThat(() -> project.cli().input("x").run(inner("Alpha")).succeeds());
    project.cli().input("y").run(inner("Alpha")).succeeds();
    project.commit("ours");
    project
        .tryGit("merge", "--no-edit", "theirs")
        .exits(1)
        .prints("fix: secret -C inner resolve Alpha --ours --type prod")
        .prints("or set it again: secret -C inner set --type prod Alpha");
  }

  private static String[] inner(String name) {
    return new String[] {"-C", "inner", "set", "--type", "prod", name};
  }

  private void replace(String old, String with) {
    try {
      project.replace(TOML, old, with);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void branchThat(Runnable change) {
    project.git("checkout", "--quiet", "-b", "theirs");
    change.run();
    project.commit("theirs");
    project.git("checkout", "--quiet", "main");
  }
}
