package dev.countersign.runtime.age;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.bouncycastle.util.Arrays;

/**
 * The textual head of an age file: the stanzas and the code that authenticates them.
 *
 * <p>There is one way only to write a given header: what {@link HeaderReader} accepts is what
 * {@link #encode} returns, byte for byte.
 */
final class Header {
  static final String VERSION_LINE = "age-encryption.org/v1";
  static final String STANZA_MARK = "-> ";
  static final String MAC_MARK = "---";
  static final int COLUMNS = 64;

  private final List<Stanza> stanzas;
  private final byte[] signed;
  private final byte[] mac;

  private Header(List<Stanza> stanzas, byte[] signed, byte[] mac) {
    this.stanzas = stanzas;
    this.signed = signed;
    this.mac = mac;
  }

  /** Makes a header that was read: {@code signed} is its text up to and including the dashes. */
  static Header read(List<Stanza> stanzas, byte[] signed, byte[] mac) {
    return new Header(stanzas, signed, mac);
  }

  static Header create(List<Stanza> stanzas, byte[] fileKey) {
    byte[] signed = encodeStanzas(stanzas);
    return new Header(stanzas, signed, HeaderMac.compute(fileKey, signed, signed.length));
  }

  List<Stanza> stanzas() {
    return stanzas;
  }

  /** Returns where the payload begins. */
  int length() {
    return signed.length + " \n".length() + StrictBase64.unpaddedLength(HeaderMac.LENGTH);
  }

  void requireAuthentic(byte[] fileKey) throws AgeFormatException {
    byte[] expected = HeaderMac.compute(fileKey, signed, signed.length);
    if (!Arrays.constantTimeAreEqual(expected, mac)) {
      throw new AgeFormatException(
          AgeFormatException.Reason.HMAC, "the header was changed after it was written");
    }
  }

  byte[] encode() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(length());
    out.writeBytes(encodeStanzas(stanzas));
    write(out, " ");
    write(out, StrictBase64.encodeUnpadded(mac));
    write(out, "\n");
    return out.toByteArray();
  }

  private static byte[] encodeStanzas(List<Stanza> stanzas) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    write(out, VERSION_LINE + "\n");
    for (Stanza stanza : stanzas) {
      write(out, STANZA_MARK + String.join(" ", stanza.words()) + "\n");
      writeBody(out, StrictBase64.encodeUnpadded(stanza.body()));
    }
    write(out, MAC_MARK);
    return out.toByteArray();
  }

  /** Writes lines of 64 characters, and always a shorter one at the end, if need be empty. */
  private static void writeBody(ByteArrayOutputStream out, String base64) {
    int start = 0;
    while (base64.length() - start >= COLUMNS) {
      write(out, base64.substring(start, start + COLUMNS) + "\n");
      start += COLUMNS;
    }
    write(out, base64.substring(start) + "\n");
  }

  private static void write(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(US_ASCII));
  }
}
