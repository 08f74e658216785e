package dev.countersign.cli.archive;

/** Numbers as zip files have them: the least byte first, without a sign. */
final class LittleEndian {
  private LittleEndian() {}

  static int two(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
  }

  static long four(byte[] bytes, int at) {
    return two(bytes, at) | (long) two(bytes, at + 2) << 16;
  }

  static long eight(byte[] bytes, int at) {
    return four(bytes, at) | four(bytes, at + 4) << 32;
  }
}
