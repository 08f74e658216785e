package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a terminal sends is taken for what its user meant. */
final class TypedTextTest {
  private static final String BEGIN = "\u001B[200~";
  private static final String END = "\u001B[201~";
  private static final String PEM = "-----BEGIN PRIVATE KEY-----\nMC4C\n-----END PRIVATE KEY-----";

  /** Returns what is read, and behind a bar what is left to read. */
  private static String read(String typed) throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
    char[] text = TypedText.read(in);
    String rest = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    return (text == null ? null : new String(text)) + "|" + rest;
  }

  @Test
  void line_endsWhereItEnds() throws IOException {
    assertEquals("hunter2-ß|next\n", read("hunter2-ß\nnext\n"));
    assertEquals("|", read("\n"));
  }

  @Test
  void markedPaste_isTakenWhole() throws IOException {
    assertEquals("{\n\"a\": 1\n}|next", read(BEGIN + "{\n\"a\": 1\n}" + END + "\nnext"));
    assertEquals("a\n\nb|", read(BEGIN + "a\n\nb\n" + END + "\n"));
    assertEquals("one line|x", read(BEGIN + "one line" + END + "\nx"));
  }

  @Test
  void pasteAmongWhatIsTyped_keepsItsPlace() throws IOException {
    assertEquals("a-b\nc-d|", read("a-" + BEGIN + "b\nc" + END + "-d\n"));
    assertEquals("ab\ncd|", read(BEGIN + "ab" + END + BEGIN + "\ncd" + END + "\n"));
  }

  @Test
  void pem_isKnownByItsOwnMarks() throws IOException {
    assertEquals(PEM + "|next", read(PEM + "\nnext"));
    assertEquals(PEM + "|next", read(BEGIN + PEM + "\n" + END + "\nnext"));
    assertEquals(PEM + "\n" + PEM + "|", read(BEGIN + PEM + "\n" + PEM + END + "\n"));
  }

  @Test
  void inputThatEndsBefore_isNoAnswer() throws IOException {
    assertNull(TypedText.read(new ByteArrayInputStream(new byte[] {'a'})));
    assertEquals("null|", read(BEGIN + "a\nb"));
    assertEquals("null|", read("-----BEGIN X-----\nabc\n"));
  }

  @Test
  void longPaste_isKept() throws IOException {
    String lines = "0123456789\n".repeat(20_000);
    assertEquals(lines + "x|", read(BEGIN + lines + "x" + END + "\n"));
  }
}
