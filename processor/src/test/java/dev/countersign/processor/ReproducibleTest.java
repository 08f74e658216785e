package dev.countersign.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.EnvironmentType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The output follows from sources and declarations alone. */
class ReproducibleTest {
  private static final String OFF = "-Acountersign.missing=off";

  @TempDir Path one;
  @TempDir Path other;

  @Test
  void directoryAndOrderOfSources_doNotMatter() throws Exception {
    Workspace first = project(one);
    first.compileOnly(List.of("com/b/B", "com/a/A", "com/a/Set"), OFF).orFail();
    Workspace second = project(other);
    second.compileOnly(List.of("com/a/Set", "com/a/A", "com/b/B"), OFF).orFail();
    assertEquals(first.generated(), second.generated());
    assertTrue(first.generated().size() > 5);
  }

  @Test
  void values_changeWhatIsSaidAndNothingElse() throws Exception {
    Workspace without = project(one);
    assertFalse(without.compile().containing("[Secret/Missing]").isEmpty());
    Workspace with = project(other);
    new TestStore(other).set("Key", EnvironmentType.LOCAL, EnvironmentType.PROD);
    with.file(".secrets.local", "Token=mine\n");
    with.compile().orFail();
    assertEquals(without.generated(), with.generated());
  }

  @Test
  void encodingOfTheSources_doesNotMatter() throws Exception {
    String toml =
        "application = \"shop\"\n[secrets.Key]\ndescription = \"f\u00fcr \u2026\"\n[secrets.Token]\n";
    Workspace utf8 = project(one).file("secrets.toml", toml);
    utf8.compile(OFF, "-encoding", "UTF-8").orFail();
    Workspace latin1 = project(other).file("secrets.toml", toml);
    latin1.compile(OFF, "-encoding", "ISO-8859-1").orFail();
    assertEquals(utf8.generated(), latin1.generated());
    latin1.compileOnly(List.of("com/a/A"), OFF, "-encoding", "ISO-8859-1").orFail();
    assertEquals(utf8.generated(), latin1.generated());
  }

  @Test
  void whatIsWritten_hasUnixLineEnds_noTrailingBlanksAndNoPathOfThisMachine() throws Exception {
    Workspace project = project(one);
    project.compile(OFF).orFail();
    for (Map.Entry<String, String> file : project.generated().entrySet()) {
      assertFalse(file.getValue().contains("\r"), file.getKey());
      assertTrue(file.getValue().endsWith("\n"), file.getKey());
      assertFalse(file.getValue().contains(one.toString()), file.getKey());
    }
  }

  private static Workspace project(Path root) throws IOException {
    return new Workspace(root)
        .declare("Key", "Token")
        .source(
            "com/a/A",
            "package com.a; public class A { @dev.countersign.Secret(\"Key\") String k; }")
        .source(
            "com/b/B",
            "package com.b; public class B { @dev.countersign.Secret(\"Token\") String t; }")
        .source(
            "com/a/Set",
            """
            package com.a;
            @dev.countersign.SecretSet interface Set { @dev.countersign.Secret("Key") String key(); }
            """);
  }
}
