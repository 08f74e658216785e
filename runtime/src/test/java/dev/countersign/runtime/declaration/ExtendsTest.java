package dev.countersign.runtime.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExtendsTest {
  @TempDir Path parent;

  @Test
  void nearestDeclaration_winsWhole() throws Exception {
    write("app", extending("../shared") + "[secrets.Token]\noptional = true\n");
    write(
        "shared",
        """
        application = "shared"
        [secrets.Token]
        description = "theirs"
        env = ["TOKEN"]
        [secrets.Key]
        """);
    Declarations declarations = read();
    assertEquals("app", declarations.application());
    assertEquals(List.of("", "../shared"), declarations.directories());
    Declaration token = find(declarations, "Token");
    assertEquals("", token.directory());
    assertEquals(List.of(), token.env());
    assertEquals("../shared", find(declarations, "Key").directory());
  }

  @Test
  void directories_areInOrderOfNearnessThenOfWriting() throws Exception {
    write("app", extending("../b", "./../a/"));
    write("a", extending("../deep/../c"));
    write("b", extending("../c", "../d"));
    write("c", extending("sub"));
    write("c/sub", extending());
    write("d", extending());
    assertEquals(List.of("", "../b", "../a", "../c", "../d", "../c/sub"), read().directories());
  }

  @Test
  void sharedEnvironments_areKnownToo() throws Exception {
    write("app", extending("../shared") + "[environments]\neu = \"prod\"\n");
    write("shared", extending() + "[environments]\neu = \"prod\"\nus = \"dev\"\n");
    assertEquals(
        Map.of("eu", EnvironmentType.PROD, "us", EnvironmentType.DEV), read().environments());
  }

  @Test
  void environmentOfTwoTypes_isReported() throws Exception {
    write("app", extending("../shared") + "[environments]\neu = \"prod\"\n");
    write("shared", extending() + "[environments]\neu = \"dev\"\n");
    assertProblems(
        "../shared/secrets.toml:4:1: eu is of type dev here and of type prod in secrets.toml:4:"
            + " make them agree");
  }

  @Test
  void problemsOfEveryFile_areReportedAtOnceWithTheirFiles() throws Exception {
    write("app", extending("../shared") + "[secrets.Token]\noptinal = true\n");
    write("shared", extending("../base") + "[secrets.Token]\ntyps = []\n");
    write("base", "");
    assertProblems(
        "secrets.toml:4:1: unknown key optinal: did you mean optional",
        "../shared/secrets.toml:4:1: unknown key typs: did you mean types",
        "../base/secrets.toml:1:1: application is missing: begin the file with application ="
            + " \"payments\" or the like");
  }

  @Test
  void namesThatDifferInCaseAcrossDirectories_areReported() throws Exception {
    write("app", extending("../shared") + "[secrets.GitHubToken]\n");
    write("shared", extending() + "[secrets.GithubToken]\n");
    assertProblems(
        "../shared/secrets.toml:3:1: GithubToken differs only in case from GitHubToken"
            + " (secrets.toml:3): keep one");
  }

  @Test
  void variableOfTwoSecretsAcrossDirectories_isReported() throws Exception {
    write("app", extending("../shared") + "[secrets.A]\nenv = [\"KEY\"]\n");
    write("shared", extending() + "[secrets.B]\nenv = [\"KEY\"]\n");
    assertProblems(
        "../shared/secrets.toml:4:8: KEY is also a variable of A (secrets.toml:4): a variable"
            + " carries one secret");
  }

  @Test
  void directoryWithoutTheFile_isReportedAtItsPlace() throws Exception {
    write("app", extending("../shared", "../none"));
    Files.createDirectories(parent.resolve("shared"));
    assertProblems(
        "secrets.toml:2:12: ../shared holds no secrets.toml: correct the path, or run secret init"
            + " there",
        "secrets.toml:2:25: ../none holds no secrets.toml: correct the path, or run secret init"
            + " there");
  }

  @Test
  void missingDirectoryOfASharedOne_isReportedInItsFile() throws Exception {
    write("app", extending("../shared"));
    write("shared", extending("../none"));
    assertProblems(
        "../shared/secrets.toml:2:12: ../none holds no secrets.toml: correct the path, or run"
            + " secret init there");
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "../app", "../app/../app/"})
  void directoryThatExtendsItself_isReported(String written) throws Exception {
    write("app", extending(written));
    assertProblems(
        "secrets.toml:2:12: " + written + " leads back to this directory: remove one extends");
  }

  @Test
  void cycle_isReportedWhereItCloses() throws Exception {
    write("app", extending("../a"));
    write("a", extending("../b"));
    write("b", extending("../a"));
    assertProblems("../b/secrets.toml:2:12: ../a leads back to this directory: remove one extends");
  }

  @Test
  void cycleBehindADirectoryReadBefore_isReported() throws Exception {
    write("app", extending("../b", "../c"));
    write("b", extending("../d"));
    write("c", extending("../d"));
    write("d", extending("../c"));
    assertProblems("../d/secrets.toml:2:12: ../c leads back to this directory: remove one extends");
  }

  @Test
  void diamond_isNoCycle() throws Exception {
    write("app", extending("../a", "../b"));
    write("a", extending("../c"));
    write("b", extending("../c"));
    write("c", extending());
    assertEquals(List.of("", "../a", "../b", "../c"), read().directories());
  }

  @Test
  void directoryListedTwice_isReported() throws Exception {
    write("app", extending("../shared", "../shared/"));
    write("shared", extending());
    assertProblems("secrets.toml:2:25: extends lists this directory twice: remove one");
  }

  @Test
  void cycleThroughASymbolicLink_isReported() throws Exception {
    write("app", extending("link"));
    try {
      Files.createSymbolicLink(parent.resolve("app/link"), parent.resolve("app"));
    } catch (IOException | UnsupportedOperationException e) {
      Assumptions.abort("no symbolic links here");
    }
    assertProblems("secrets.toml:2:12: link leads back to this directory: remove one extends");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/shared | \"/shared\" is not relative to this directory: write it like ../shared",
        "C:/shared | \"C:/shared\" is not relative to this directory: write it like ../shared",
        "..\\\\shared | \"..\\shared\" holds a backslash: write /, which every system reads",
        "'' | \"\" is not relative to this directory: write it like ../shared",
      })
  void pathThatIsNotRelative_isReported(String written, String fault) throws Exception {
    write("app", extending(written));
    assertProblems("secrets.toml:2:12: " + fault);
  }

  private static String extending(String... directories) {
    return "application = \"app\"\nextends = ["
        + (directories.length == 0 ? "" : "\"" + String.join("\", \"", directories) + "\"")
        + "]\n";
  }

  private static Declaration find(Declarations declarations, String name) {
    Declaration declaration = declarations.find(new SecretName(name));
    if (declaration == null) {
      throw new AssertionError(name + " is not declared");
    }
    return declaration;
  }

  private Declarations read() throws MalformedDeclarationsException {
    return Project.read(parent.resolve("app")).declarations();
  }

  private void assertProblems(String... problems) {
    assertEquals(
        List.of(problems),
        assertThrows(MalformedDeclarationsException.class, this::read).problems().stream()
            .map(Problem::toString)
            .toList());
  }

  private void write(String directory, String toml) throws IOException {
    Path file = parent.resolve(directory).resolve(Project.FILE);
    Files.createDirectories(file.getParent());
    Files.writeString(file, toml);
  }
}
