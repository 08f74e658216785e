package dev.countersign.cli.archive;

import java.io.IOException;

/** Bytes in memory, such as a jar that was compressed within a war. */
final class BytesRegion implements Region {
  private final byte[] bytes;
  private final int start;
  private final int size;

  BytesRegion(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  private BytesRegion(byte[] bytes, int start, int size) {
    this.bytes = bytes;
    this.start = start;
    this.size = size;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public void read(long offset, byte[] into, int length) throws IOException {
    require(offset, length);
    System.arraycopy(bytes, start + (int) offset, into, 0, length);
  }

  @Override
  public Region part(long offset, long length) throws IOException {
    require(offset, length);
    return new BytesRegion(bytes, start + (int) offset, (int) length);
  }

  @Override
  public boolean isFile() {
    return false;
  }
}
