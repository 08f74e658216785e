package dev.countersign.runtime.store;

import java.io.IOException;
import java.nio.file.Path;

/** A disk that lets a number of files be put in place, and fails from then on. */
final class InterruptedDisk extends Disk {
  private final int allowed;
  private int renamed;

  InterruptedDisk(int allowed) {
    this.allowed = allowed;
  }

  int renamed() {
    return renamed;
  }

  @Override
  void rename(Path from, Path to) throws IOException {
    if (renamed == allowed) {
      throw new IOException("interrupted");
    }
    super.rename(from, to);
    renamed++;
  }
}
