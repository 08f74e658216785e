package dev.countersign.runtime.store;

/** A disk that ends the process, as {@code kill -9} does, at one boundary between two steps. */
final class HaltingDisk extends BoundaryDisk {
  static final int STATUS = 137;

  private int left;

  HaltingDisk(int boundary) {
    this.left = boundary;
  }

  @Override
  void boundary() {
    if (--left < 0) {
      Runtime.getRuntime().halt(STATUS);
    }
  }
}
