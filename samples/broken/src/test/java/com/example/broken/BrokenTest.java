package com.example.broken;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenTest {
  @Test
  void compiler_saysWhatExpectedTxtSays(@TempDir Path classes) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String classPath = System.getProperty("java.class.path");
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                out,
                out,
                "-d",
                classes.toString(),
                "-classpath",
                classPath,
                "-processorpath",
                classPath,
                "-Acountersign.root=.",
                "sources/com/example/broken/GitHubClient.java");
    assertNotEquals(0, status);
    assertEquals(
        Files.readString(Path.of("expected.txt")),
        out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
  }
}
