package dev.countersign.cli.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A file, or a part of it such as a jar that is stored within a jar. */
record FileRegion(FileChannel file, long start, long size) implements Region {

  @Override
  public void read(long offset, byte[] into, int length) throws IOException {
    require(offset, length);
    ByteBuffer buffer = ByteBuffer.wrap(into, 0, length);
    long position = start + offset;
    while (buffer.hasRemaining()) {
      int count = file.read(buffer, position);
      if (count < 0) {
        throw new ArchiveException("it is cut off");
      }
      position += count;
    }
  }

  @Override
  public Region part(long offset, long length) throws IOException {
    require(offset, length);
    return new FileRegion(file, start + offset, length);
  }

  @Override
  public boolean isFile() {
    return true;
  }
}
