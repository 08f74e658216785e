package dev.countersign.cli;

import java.io.IOException;
import java.io.InputStream;

/** Stands for a standard input that was closed before we started: reading fails, never ends. */
final class ClosedInput extends InputStream {
  @Override
  public int read() throws IOException {
    throw new IOException("standard input is closed");
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    return read();
  }
}
