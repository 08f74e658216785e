package dev.countersign.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a person types in answer to a prompt: a line, or the several lines of a paste. A
 * terminal that was asked to marks where a paste begins and ends; where it does not, a block of PEM
 * is known by its own first and last line.
 */
final class TypedText {
  /** Asks a terminal to mark what is pasted; one that knows nothing of it ignores this. */
  static final String MARK_PASTES = "\u001B[?2004h";

  /** Ends the marking. */
  static final String MARK_NO_PASTES = "\u001B[?2004l";

  private static final byte[] BEGIN = ascii("\u001B[200~");
  private static final byte[] END = ascii("\u001B[201~");
  private static final byte[] PEM = ascii("-----BEGIN ");
  private static final byte[] PEM_END = ascii("-----END ");
  private static final int MOST = 2 * 1024 * 1024;

  private final InputStream in;
  private byte[] bytes = new byte[4096];
  private int length;
  private boolean isEnded;

  private TypedText(InputStream in) {
    this.in = in;
  }

  /** Returns the answer without its line end, or null if the input ended before one. */
  static char @Nullable [] read(InputStream in) throws IOException {
    TypedText text = new TypedText(in);
    try {
      return text.read();
    } finally {
      Arrays.fill(text.bytes, (byte) 0);
    }
  }

  private char @Nullable [] read() throws IOException {
    readLine();
    boolean isPasted = indexOf(BEGIN, 0) >= 0;
    boolean isPem = startsWith(PEM, 0);
    int last = 0;
    while (!isEnded && length < MOST && isOpen(isPem, last)) {
      append((byte) '\n');
      last = length;
      readLine();
    }
    if (isEnded) {
      return null;
    }
    remove(BEGIN);
    remove(END);
    boolean hasLineEnd = isPasted && length > 0 && bytes[length - 1] == '\n';
    return decoded(hasLineEnd ? length - 1 : length);
  }

  /** Says whether more lines belong to what was read. */
  private boolean isOpen(boolean isPem, int last) {
    int begin = lastIndexOf(BEGIN);
    if (begin >= 0) {
      return lastIndexOf(END) < begin;
    }
    return isPem && !startsWith(PEM_END, last);
  }

  private void readLine() throws IOException {
    int next = in.read();
    while (next >= 0 && next != '\n') {
      append((byte) next);
      next = in.read();
    }
    isEnded = next < 0;
  }

  private void append(byte next) {
    if (length == bytes.length) {
      byte[] larger = Arrays.copyOf(bytes, 2 * length);
      Arrays.fill(bytes, (byte) 0);
      bytes = larger;
    }
    bytes[length++] = next;
  }

  private void remove(byte[] mark) {
    for (int place = indexOf(mark, 0); place >= 0; place = indexOf(mark, place)) {
      System.arraycopy(bytes, place + mark.length, bytes, place, length - place - mark.length);
      length -= mark.length;
    }
  }

  private int indexOf(byte[] mark, int from) {
    int place = from;
    while (place < length && !startsWith(mark, place)) {
      place++;
    }
    return place < length ? place : -1;
  }

  private int lastIndexOf(byte[] mark) {
    int place = length - mark.length;
    while (place >= 0 && !startsWith(mark, place)) {
      place--;
    }
    return place;
  }

  private boolean startsWith(byte[] mark, int place) {
    return place + mark.length <= length
        && Arrays.equals(bytes, place, place + mark.length, mark, 0, mark.length);
  }

  private char[] decoded(int end) throws IOException {
    CharBuffer chars =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .decode(ByteBuffer.wrap(bytes, 0, end));
    char[] text = Arrays.copyOf(chars.array(), chars.limit());
    Arrays.fill(chars.array(), '\0');
    return text;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
