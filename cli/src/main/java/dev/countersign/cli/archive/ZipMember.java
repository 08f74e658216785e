package dev.countersign.cli.archive;

import java.nio.charset.StandardCharsets;

/** A file in a zip. Its name is made a text when it is asked for: most never are. */
final class ZipMember implements Member, Comparable<ZipMember> {
  static final int STORED = 0;
  static final int DEFLATED = 8;
  private static final byte[] CLASS = ".class".getBytes(StandardCharsets.US_ASCII);

  private final byte[] directory;
  private final int nameAt;
  private final int nameLength;
  final Region zip;
  final long header;
  final long compressed;
  final long size;
  final int method;
  final boolean encrypted;

  ZipMember(ZipDirectory from, int nameAt, int nameLength, int method, int flags, Sizes sizes) {
    this.directory = from.bytes();
    this.zip = from.zip();
    this.nameAt = nameAt;
    this.nameLength = nameLength;
    this.method = method;
    this.encrypted = (flags & 1) != 0;
    this.header = from.shift() + sizes.header();
    this.compressed = sizes.compressed();
    this.size = sizes.size();
  }

  /** Where a file begins and how long it is, before and after. */
  record Sizes(long header, long compressed, long size) {}

  @Override
  public String name() {
    return new String(directory, nameAt, nameLength, StandardCharsets.UTF_8);
  }

  @Override
  public int nameLength() {
    return nameLength;
  }

  @Override
  public boolean isClass() {
    int at = nameAt + nameLength - CLASS.length;
    if (nameLength < CLASS.length) {
      return false;
    }
    for (int i = 0; i < CLASS.length; i++) {
      if (directory[at + i] != CLASS[i]) {
        return false;
      }
    }
    return true;
  }

  /** Returns the first byte that cannot belong to this file any more, or a little before it. */
  long end() {
    return header + ZipDirectory.LOCAL_HEADER + nameLength + compressed;
  }

  /** Orders as they stand in the file, so that reading them reads on. */
  @Override
  public int compareTo(ZipMember other) {
    return Long.compare(header, other.header);
  }
}
