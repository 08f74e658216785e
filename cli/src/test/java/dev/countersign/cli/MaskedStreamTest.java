package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MaskedStreamTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 8192})
  void values_areReplacedWhereverPiecesEnd(int piece) throws IOException {
    Mask mask = mask("hunter2", "hunter22", "secret-ß", "aaaa");
    String text = "x hunter2, hunter22; hunterhunter2 secret-ß aaaaaa aaa hunt";
    String expected = "x [redacted], [redacted]; hunter[redacted] [redacted] [redacted] aaa hunt";
    assertEquals(expected, masked(mask, text, piece));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8192})
  void overlappingValues_leaveNoRemainder(int piece) throws IOException {
    assertEquals("[redacted]!", masked(mask("abcdef", "defghi"), "abcdefghi!", piece));
    assertEquals("[redacted]!", masked(mask("abcdef", "bcde"), "abcdef!", piece));
    assertEquals("[redacted][redacted]", masked(mask("abcd"), "abcdabcd", piece));
  }

  @Test
  void linesOfAValue_areReplacedOneByOne() throws IOException {
    Mask mask = mask("-----BEGIN KEY-----\nMIIEvQIBADANBg\nshort\n");
    assertEquals(
        "  [redacted]\r\n  [redacted]\r\n  short\r\n",
        masked(mask, "  -----BEGIN KEY-----\r\n  MIIEvQIBADANBg\r\n  short\r\n", 4));
    assertEquals("[redacted]", masked(mask, "-----BEGIN KEY-----\nMIIEvQIBADANBg\nshort\n", 4));
  }

  @Test
  void shortValues_areNotLookedFor() {
    assertFalse(new Mask().add("yes".getBytes(StandardCharsets.UTF_8)));
    assertTrue(new Mask().add(new byte[0]));
  }

  @Test
  void everythingButTheBeginningOfAValue_isHandedOnAtOnce() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Waiting in = new Waiting("Password: hun", out, "Password: ");
    new MaskedStream(mask("hunter2"), new PrintStream(out, false, StandardCharsets.UTF_8)).copy(in);
    assertEquals("Password: hun", out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void noValueEverShows_inRandomOutput() throws IOException {
    Random random = new Random(3);
    for (int round = 0; round < 300; round++) {
      String[] values = {word(random), word(random), word(random)};
      String text = word(random) + values[0] + word(random) + values[1] + values[2] + word(random);
      String shown = masked(mask(values), text, 1 + random.nextInt(9)).replace(Mask.MARK, "|");
      for (String value : values) {
        assertFalse(shown.contains(value), () -> text + " of " + String.join(",", values));
      }
    }
  }

  @Test
  void readerThatIsGone_endsTheCopying() throws IOException {
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("gone");
          }
        };
    Endless endless = new Endless();
    new MaskedStream(new Mask(), new PrintStream(gone, false, StandardCharsets.UTF_8))
        .copy(endless);
    assertTrue(endless.isClosed, "the command would not notice");
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int length = 4 + random.nextInt(5); length > 0; length--) {
      word.append((char) ('a' + random.nextInt(2)));
    }
    return word.toString();
  }

  private static Mask mask(String... values) {
    Mask mask = new Mask();
    for (String value : values) {
      assertTrue(mask.add(value.getBytes(StandardCharsets.UTF_8)));
    }
    return mask;
  }

  private static String masked(Mask mask, String text, int piece) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    InputStream in =
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
          @Override
          public synchronized int read(byte[] bytes) {
            return read(bytes, 0, Math.min(piece, bytes.length));
          }
        };
    new MaskedStream(mask, new PrintStream(out, false, StandardCharsets.UTF_8)).copy(in);
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Ends only once it was seen that all but the doubtful rest was handed on. */
  private static final class Waiting extends ByteArrayInputStream {
    private final ByteArrayOutputStream out;
    private final String expected;

    Waiting(String text, ByteArrayOutputStream out, String expected) {
      super(text.getBytes(StandardCharsets.UTF_8));
      this.out = out;
      this.expected = expected;
    }

    @Override
    public synchronized int read(byte[] bytes) {
      if (available() == 0) {
        assertEquals(expected, out.toString(StandardCharsets.UTF_8));
      }
      return read(bytes, 0, bytes.length);
    }
  }

  /** What a command prints that does not end by itself. */
  private static final class Endless extends InputStream {
    private boolean isClosed;

    @Override
    public int read() {
      return 'y';
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      Arrays.fill(bytes, offset, offset + length, (byte) 'y');
      return length;
    }

    @Override
    public void close() {
      isClosed = true;
    }
  }
}
