package dev.countersign.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.runtime.EnvironmentType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a compilation reads of the project, it reads once; counted by the flight recorder. */
class ReadsTest {
  @TempDir Path root;
  @TempDir Path recordings;

  @Test
  void everyFileOfTheProject_isReadOnce_howeverManyClassesAndRoundsThereAre() throws Exception {
    Workspace project = projectOf(40);
    project.with(
        new RoundsTest.Generator(
            "com.gen.G", "package com.gen; public class G { " + field() + " }"));
    Map<String, Integer> reads = readsOf(project);
    assertEquals(1, reads.get("secrets.toml"), reads.toString());
    assertEquals(1, reads.get("secrets/local.secrets"), reads.toString());
    assertEquals(1, reads.get(".secrets.local"), reads.toString());
    reads.values().forEach(count -> assertEquals(1, count, reads.toString()));
  }

  @Test
  void declarationsThatAreReadForTheListsFirst_areNotReadAgainForALaterUse() throws Exception {
    Workspace project = projectOf(1);
    project.compile().orFail();
    project.source("com/c/C", "package com.c; public class C {}");
    project.with(
        new RoundsTest.Generator(
            "com.gen.G", "package com.gen; public class G { " + field() + " }"));
    Map<String, Integer> reads = readsOf(project, "com/c/C");
    assertEquals(1, reads.get("secrets.toml"), reads.toString());
  }

  @Test
  void malformedDeclarations_areReadOnceToo() throws Exception {
    Workspace project = projectOf(20).file("secrets.toml", "application =");
    assertEquals(Map.of("secrets.toml", 1), readsOf(project));
  }

  @Test
  void projectWithoutSecrets_isNotReadAtAll() throws Exception {
    Workspace project = new Workspace(root).declare("Key");
    project.source("com/c/C", "package com.c; public class C {}");
    assertEquals(Map.of(), readsOf(project));
  }

  private Workspace projectOf(int classes) throws Exception {
    Workspace project = new Workspace(root).declare("Key").file(".secrets.local", "Key=mine\n");
    new TestStore(root).set("Key", EnvironmentType.LOCAL, EnvironmentType.PROD);
    for (int i = 0; i < classes; i++) {
      project.source("com/a/A" + i, "package com.a; public class A" + i + " { " + field() + " }");
    }
    return project;
  }

  private static String field() {
    return "@dev.countersign.Secret(\"Key\") String a;";
  }

  /** Compiles, and returns how often each file of the project was read. */
  private Map<String, Integer> readsOf(Workspace project, String... sources) throws Exception {
    Path file = recordings.resolve("reads.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.FileRead").withoutThreshold();
      recording.start();
      if (sources.length == 0) {
        project.compile();
      } else {
        project.compileOnly(List.of(sources));
      }
      recording.stop();
      recording.dump(file);
    }
    return readsIn(file);
  }

  /** Returns the bytes that were read of each file, as so many times its length. */
  private Map<String, Integer> readsIn(Path file) throws Exception {
    Map<Path, Long> bytes = new TreeMap<>();
    for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
      Path read = Path.of(String.valueOf(event.getString("path")));
      boolean ours = read.startsWith(root) && !read.startsWith(root.resolve("src"));
      if (ours && !read.startsWith(root.resolve("build"))) {
        bytes.merge(read, Math.max(0, event.getLong("bytesRead")), Long::sum);
      }
    }
    Map<String, Integer> reads = new TreeMap<>();
    for (Map.Entry<Path, Long> each : bytes.entrySet()) {
      String path = root.relativize(each.getKey()).toString().replace('\\', '/');
      reads.put(path, Math.toIntExact(each.getValue() / Files.size(each.getKey())));
    }
    return reads;
  }
}
