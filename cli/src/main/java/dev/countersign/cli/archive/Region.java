package dev.countersign.cli.archive;

import java.io.IOException;

/** Bytes that can be read from anywhere: a file, a part of one, or an array. */
interface Region {
  /** Returns how many bytes there are. */
  long size();

  /**
   * Copies bytes. May be called by several threads.
   *
   * @throws IOException if there are not that many, or they cannot be read
   */
  void read(long offset, byte[] into, int length) throws IOException;

  /** Returns a part of these bytes. */
  Region part(long offset, long length) throws IOException;

  /** Says whether reading many bytes at once is worth it. */
  boolean isFile();

  /** Refuses what lies outside. */
  default void require(long offset, long length) throws ArchiveException {
    if (offset < 0 || length < 0 || offset > size() - length) {
      throw new ArchiveException("it is cut off or damaged");
    }
  }
}
