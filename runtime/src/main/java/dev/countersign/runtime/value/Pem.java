package dev.countersign.runtime.value;

import java.io.IOException;
import java.io.StringReader;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.jspecify.annotations.Nullable;

/** The blocks of a PEM text, {@code -----BEGIN CERTIFICATE-----} and so on. */
public final class Pem {
  private static final String BEGIN = "-----BEGIN ";

  private Pem() {}

  /**
   * Says whether a text is sound blocks and nothing else, one of them of a kind: {@code PRIVATE
   * KEY} is also {@code RSA PRIVATE KEY}. What is in a block is not looked into.
   */
  public static boolean holds(String text, String kind) {
    boolean found = false;
    String rest = text.strip();
    while (!rest.isEmpty()) {
      PemObject block = first(rest);
      if (block == null) {
        return false;
      }
      found |= block.getType().endsWith(kind);
      rest = after(rest, block.getType());
    }
    return found;
  }

  /** Returns the only block of a text, but for the parameters that OpenSSL puts before a key. */
  static PemObject only(String text, String kind) throws MisfitException {
    String rest = text.strip();
    PemObject block = first(rest);
    if (block != null && block.getType().equals("EC PARAMETERS")) {
      rest = after(rest, block.getType());
      block = first(rest);
    }
    if (block == null) {
      throw new MisfitException("is not " + kind + " in PEM, from -----BEGIN to -----END");
    }
    if (!after(rest, block.getType()).isEmpty()) {
      throw new MisfitException("holds more than one PEM block, and a site takes one");
    }
    return block;
  }

  private static @Nullable PemObject first(String text) {
    if (!text.startsWith(BEGIN)) {
      return null;
    }
    try (PemReader reader = new PemReader(new StringReader(text))) {
      return reader.readPemObject();
    } catch (IOException | RuntimeException e) {
      return null; // what they say quotes the text
    }
  }

  private static String after(String text, String type) {
    String end = "-----END " + type + "-----";
    return text.substring(text.indexOf(end) + end.length()).strip();
  }
}
