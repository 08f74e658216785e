package dev.countersign.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Arrays;

/**
 * Hands on what a command prints, as soon as it prints it, with the values in it replaced. Of the
 * last bytes only those wait that may be the beginning of a value.
 */
final class MaskedStream {
  private static final int PIECE = 8192;

  private final Mask mask;
  private final PrintStream out;
  private byte[] buffer = new byte[PIECE];
  private int size;
  private int maskedUntil;

  MaskedStream(Mask mask, PrintStream out) {
    this.mask = mask;
    this.out = out;
  }

  /** Reads to the end, or until nobody reads what is written: then the command is to notice. */
  void copy(InputStream in) throws IOException {
    byte[] piece = new byte[PIECE];
    int length = in.read(piece);
    while (length >= 0) {
      append(piece, length);
      write(false);
      if (out.checkError()) {
        in.close();
        return;
      }
      length = in.read(piece);
    }
    write(true);
    out.flush();
  }

  private void append(byte[] piece, int length) {
    if (size + length > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, size + length));
    }
    System.arraycopy(piece, 0, buffer, size, length);
    size += length;
  }

  /** Writes up to where a value may begin whose end is not here yet. */
  private void write(boolean isLast) {
    int i = 0;
    int match = i < size ? mask.match(buffer, i, size, isLast) : Mask.UNDECIDED;
    while (match != Mask.UNDECIDED) {
      write(i, match);
      i++;
      match = i < size ? mask.match(buffer, i, size, isLast) : Mask.UNDECIDED;
    }
    System.arraycopy(buffer, i, buffer, 0, size - i);
    size -= i;
    maskedUntil = Math.max(0, maskedUntil - i);
  }

  /** Writes one byte, or the mark where a value begins; values may overlap. */
  private void write(int i, int match) {
    if (match > 0) {
      if (i >= maskedUntil) {
        out.print(Mask.MARK);
      }
      maskedUntil = Math.max(maskedUntil, i + match);
    }
    if (i >= maskedUntil) {
      out.write(buffer[i]);
    }
  }
}
