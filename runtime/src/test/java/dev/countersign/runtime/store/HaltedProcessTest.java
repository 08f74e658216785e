package dev.countersign.runtime.store;

import static dev.countersign.runtime.store.StoreFixture.DEV;
import static dev.countersign.runtime.store.StoreFixture.PROD;
import static dev.countersign.runtime.store.StoreFixture.TOKEN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.EnvironmentType;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that halts itself between two steps of a write: what {@link EveryStepTest} holds of
 * pictures of the disk, once more with the system's own lock and files.
 */
class HaltedProcessTest {
  static final List<Change> CHANGES =
      List.of(
          Change.set(PROD, TOKEN, "new".getBytes(UTF_8)),
          Change.set(DEV, TOKEN, "new".getBytes(UTF_8)));

  @TempDir Path directory;

  @Test
  void haltedBetweenAnyTwoSteps_aProcessLeavesOldOrNew_andStopsNoOther() throws Exception {
    int boundaries = boundaries();
    int stride = LongRun.times(boundaries / 3, 1);
    int halts = 0;
    for (int boundary = 0; boundary < boundaries; boundary += stride) {
      haltAt(boundary);
      halts++;
    }
    LongRun.report("halted after a step of a write of two files: " + halts + " processes, lost 0");
  }

  private int boundaries() throws Exception {
    StoreFixture project = project("counted");
    PicturingDisk disk = new PicturingDisk(project);
    new StoreWriter(project.files, "", disk).write(CHANGES);
    return disk.pictures().size();
  }

  private void haltAt(int boundary) throws Exception {
    StoreFixture project = project("" + boundary);
    try (OtherProcess process = OtherProcess.start(Work.HALT, project.root, boundary)) {
      assertEquals(HaltingDisk.STATUS, process.end());
    }
    assertOldOrNew(project, project.value(project.ada, TOKEN, PROD));
    assertOldOrNew(project, project.value(project.ada, TOKEN, DEV));
    assertEquals(List.of(), project.index().damages());
    project.writer.write(CHANGES);
    assertEquals(4, project.snapshot().size(), "files of two types");
  }

  private static void assertOldOrNew(StoreFixture project, String value) {
    assertTrue(value.equals("old") || value.equals("new"), value + " in " + project.root);
  }

  private StoreFixture project(String name) throws Exception {
    StoreFixture project =
        StoreFixture.create(directory.resolve(name), EnvironmentType.PROD, EnvironmentType.DEV);
    project.set(PROD, TOKEN, "old");
    project.set(DEV, TOKEN, "old");
    return project;
  }
}
