package dev.countersign.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the documentation compile, together and without a word from us. */
class DocumentationTest {
  private static final Path PAGE = Path.of("../docs/compile-time.md");

  @TempDir Path root;

  @Test
  void everyExample_compiles() throws Exception {
    List<String> examples = blocks("java");
    assertTrue(examples.size() >= 7, "only " + examples.size() + " examples");
    Workspace project = new Workspace(root).file("secrets.toml", blocks("toml").get(0));
    for (int i = 0; i < examples.size(); i++) {
      project.source("com/example/Example" + i, IMPORTS + examples.get(i));
    }
    Workspace.Compiled compiled =
        project
            .compile("-Acountersign.missing=off", "-Acountersign.names=com.example.SecretNames")
            .orFail();
    assertEquals(List.of(), compiled.containing("[Secret/"));
  }

  private static final String IMPORTS =
      """
      package com.example;
      import dev.countersign.Secret;
      import dev.countersign.SecretSet;
      import dev.countersign.runtime.SecretValue;
      import dev.countersign.runtime.Secrets;
      import java.net.URI;
      import java.security.PrivateKey;
      import java.util.Optional;
      import java.util.function.Supplier;
      """;

  private static List<String> blocks(String language) throws Exception {
    Pattern block = Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$");
    return block.matcher(Files.readString(PAGE)).results().map(DocumentationTest::inner).toList();
  }

  private static String inner(MatchResult block) {
    return block.group(1);
  }
}
