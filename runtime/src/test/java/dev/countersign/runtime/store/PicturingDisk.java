package dev.countersign.runtime.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A disk that keeps what is on it after each step: all that a process killed there leaves. */
final class PicturingDisk extends BoundaryDisk {
  private final StoreFixture project;
  private final List<Map<String, String>> pictures = new ArrayList<>();

  PicturingDisk(StoreFixture project) {
    this.project = project;
  }

  /** Returns the files after each step, by name, the lock left out. */
  List<Map<String, String>> pictures() {
    return pictures;
  }

  /** Makes a project of a picture. */
  static StoreFixture restore(StoreFixture original, Map<String, String> picture, Path root)
      throws IOException {
    Files.createDirectories(root.resolve("secrets"));
    StoreFixture project = new StoreFixture(root, original.ada);
    for (Map.Entry<String, String> file : picture.entrySet()) {
      project.write(file.getKey(), file.getValue());
    }
    return project;
  }

  @Override
  void boundary() throws IOException {
    pictures.add(project.snapshot());
  }
}
