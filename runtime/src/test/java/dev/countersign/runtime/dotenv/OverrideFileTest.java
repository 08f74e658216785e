package dev.countersign.runtime.dotenv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.SecretName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OverrideFileTest {
  @TempDir Path root;

  @Test
  void absentFile_isEmpty() throws DotenvFormatException {
    assertEquals(List.of(), OverrideFile.read(root).entries());
    assertNull(OverrideFile.read(root).find(new SecretName("K")));
    assertEquals(Map.of(), OverrideNames.read(root).lines());
  }

  @Test
  void lastAssignment_isTheOneFound() throws Exception {
    write("K=1\nL=2\nK='3'\n");
    OverrideFile file = OverrideFile.read(root);
    assertEquals(new Entry("K", "3", 3), file.find(new SecretName("K")));
    assertEquals(3, file.entries().size());
    assertNull(file.find(new SecretName("k")));
  }

  @Test
  void references_mayMeanOtherVariables() throws Exception {
    write("K=${HOST:-none}\n");
    assertEquals(new Entry("K", "none", 1), OverrideFile.read(root).find(new SecretName("K")));
    assertEquals(
        new Entry("K", "db", 1),
        OverrideFile.read(root, Map.of("HOST", "db")::get).find(new SecretName("K")));
  }

  @Test
  void names_areReadWithTheirLastLines() throws Exception {
    write("K=1\nUndeclared='a\nb'\nK=${not closed\n");
    OverrideNames names = OverrideNames.read(root);
    assertTrue(names.contains(new SecretName("K")));
    assertFalse(names.contains(new SecretName("b")));
    assertEquals(Map.of("K", 4, "Undeclared", 2), names.lines());
  }

  @Test
  void malformedLine_isReportedWithFileAndLine() throws Exception {
    write("K=1\nhunter2\n");
    String message = ".secrets.local:2: this is not NAME=value; mend it, or begin the line with #";
    assertRefused(message);
  }

  @Test
  void byteThatIsNotUtf8_isReportedWithItsLine() throws Exception {
    Files.write(
        root.resolve(OverrideFile.FILE), "K=1\nL=é\n".getBytes(StandardCharsets.ISO_8859_1));
    assertRefused(".secrets.local:2: a byte in this line is not UTF-8; save the file as UTF-8");
  }

  @Test
  void truncatedUtf8_isReported() throws Exception {
    Files.write(root.resolve(OverrideFile.FILE), new byte[] {'K', '=', (byte) 0xC3});
    assertRefused(".secrets.local:1: a byte in this line is not UTF-8; save the file as UTF-8");
  }

  @Test
  void directoryInItsPlace_isReported() throws Exception {
    Files.createDirectory(root.resolve(OverrideFile.FILE));
    assertRefused(".secrets.local: this is a directory, not a file; move it away");
  }

  @Test
  void fileThatMayNotBeRead_isReported() throws Exception {
    write("K=1\n");
    Path file = root.resolve(OverrideFile.FILE);
    Assumptions.assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file));
    assertRefused(".secrets.local: this file may not be read; allow it: chmod u+r " + file);
  }

  private void assertRefused(String message) {
    assertEquals(
        message,
        assertThrows(DotenvFormatException.class, () -> OverrideFile.read(root)).getMessage());
    assertEquals(
        message,
        assertThrows(DotenvFormatException.class, () -> OverrideNames.read(root)).getMessage());
  }

  private void write(String text) throws IOException {
    Files.writeString(root.resolve(OverrideFile.FILE), text);
  }
}
