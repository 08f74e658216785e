package dev.countersign.runtime.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.countersign.runtime.SecretName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProjectTest {
  @TempDir Path root;

  @Test
  void project_isReadWithWhatItDeclares() throws Exception {
    write("application = \"payments\"\n[secrets.Token]\n");
    Project project = Project.read(root);
    assertEquals(root, project.root());
    assertEquals("payments", project.declarations().application());
    assertEquals(List.of(""), project.declarations().directories());
    assertEquals(
        Declaration.of(new SecretName("Token")),
        project.declarations().find(new SecretName("Token")));
  }

  @Test
  void digest_isTheSha256OfTheBytes() throws Exception {
    assertEquals(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        DeclarationsDigest.of("abc".getBytes(StandardCharsets.UTF_8)));
    String toml = "application = \"a\" # é\r\n";
    write(toml);
    assertEquals(
        DeclarationsDigest.of(toml.getBytes(StandardCharsets.UTF_8)), Project.read(root).digest());
  }

  @Test
  void absentFile_isReported() {
    assertProblems("secrets.toml: there is no such file; create it: secret init");
  }

  @Test
  void emptyFile_isReported() throws Exception {
    write("");
    assertProblems(
        "secrets.toml:1:1: application is missing: begin the file with application = \"payments\""
            + " or the like");
  }

  @Test
  void directoryInItsPlace_isReported() throws Exception {
    Files.createDirectory(root.resolve(Project.FILE));
    assertProblems("secrets.toml: this is a directory, not a file");
  }

  @Test
  void fileThatMayNotBeRead_isReported() throws Exception {
    write("application = \"a\"\n");
    Path file = root.resolve(Project.FILE);
    Assumptions.assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file));
    assertProblems("secrets.toml: this file may not be read: permission denied");
  }

  @Test
  void byteThatIsNotUtf8_isReportedAtItsPlace() throws Exception {
    Files.write(
        root.resolve(Project.FILE),
        "application = \"a\"\n# caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    assertProblems("secrets.toml:2:6: this byte is not UTF-8: save the file as UTF-8");
  }

  @Test
  void utf16_isReported() throws Exception {
    Files.write(
        root.resolve(Project.FILE), "application = \"a\"\n".getBytes(StandardCharsets.UTF_16));
    assertProblems("secrets.toml:1:1: this byte is not UTF-8: save the file as UTF-8");
  }

  @Test
  void byteOrderMark_isReported() throws Exception {
    write("\uFEFFapplication = \"a\"\n");
    assertProblems("secrets.toml:1:1: the file starts with a byte order mark: save it without one");
  }

  @Test
  void nul_isReportedAtItsPlace() throws Exception {
    write("application = \"a\"\n# é\0\n");
    assertProblems("secrets.toml:2:4: the file holds a NUL character: remove it");
  }

  @Test
  void root_isTheNearestDirectoryWithTheFile() throws Exception {
    write("");
    Path inner = Files.createDirectories(root.resolve("a/b"));
    assertEquals(root, Project.findRoot(inner));
    assertEquals(root, Project.findRoot(root));
    assertEquals(root, Project.findRoot(root.resolve("not/there/yet")));
    Files.writeString(root.resolve("a/secrets.toml"), "");
    assertEquals(root.resolve("a"), Project.findRoot(inner));
  }

  @Test
  void root_isNotSoughtBeyondARepository() throws Exception {
    write("");
    Path repository = Files.createDirectories(root.resolve("repository"));
    Files.createDirectory(repository.resolve(".git"));
    Path inner = Files.createDirectories(repository.resolve("module"));
    assertNull(Project.findRoot(inner));
    assertEquals(List.of(inner, repository), Project.searched(inner));
    Files.writeString(repository.resolve("secrets.toml"), "");
    assertEquals(repository, Project.findRoot(inner));
  }

  @Test
  void worktree_whoseGitIsAFile_isARepositoryToo() throws Exception {
    write("");
    Path worktree = Files.createDirectories(root.resolve("worktree"));
    Files.writeString(worktree.resolve(".git"), "gitdir: elsewhere\n");
    assertNull(Project.findRoot(worktree));
  }

  private void assertProblems(String message) {
    assertEquals(
        message,
        assertThrows(MalformedDeclarationsException.class, () -> Project.read(root)).getMessage());
  }

  private void write(String toml) throws IOException {
    Files.writeString(root.resolve(Project.FILE), toml);
  }
}
