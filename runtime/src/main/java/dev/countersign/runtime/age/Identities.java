package dev.countersign.runtime.age;

import java.util.ArrayList;
import java.util.List;

/** Makes and reads identities. Messages never quote what was read. */
public final class Identities {
  static final String SECRET = "AGE-SECRET-KEY-";

  private Identities() {}

  /** Makes a new classic identity. */
  public static Identity generate() {
    return X25519Identity.generate();
  }

  /** Makes a new post-quantum identity. */
  public static Identity generatePostQuantum() {
    return HybridIdentity.generate();
  }

  /**
   * Reads {@code AGE-SECRET-KEY-1…} or {@code AGE-SECRET-KEY-PQ-1…}, without anything around it.
   */
  public static Identity parse(String text) throws AgeFormatException {
    if (text.startsWith("age1")) {
      throw malformed("a public key where its private half, " + SECRET + "…, belongs");
    }
    if (!text.startsWith(SECRET)) {
      throw malformed("not an age private key, which begins with " + SECRET);
    }
    if (text.startsWith(SECRET + "PQ-")) {
      return HybridIdentity.parse(text);
    }
    return X25519Identity.parse(text);
  }

  /**
   * Reads an identity file: one identity a line; lines that are empty or begin with {@code #} are
   * comments. At least one identity is needed.
   */
  public static List<Identity> parseFile(String text) throws AgeFormatException {
    List<Identity> identities = new ArrayList<>(1);
    int line = 0;
    int start = 0;
    while (start < text.length()) {
      line++;
      int stop = text.indexOf('\n', start);
      int next = stop < 0 ? text.length() : stop;
      addLine(identities, line, text.substring(start, next));
      start = next + 1;
    }
    if (identities.isEmpty()) {
      throw malformed("no identity in it");
    }
    return List.copyOf(identities);
  }

  private static void addLine(List<Identity> identities, int number, String line)
      throws AgeFormatException {
    String content = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    if (content.isEmpty() || content.charAt(0) == '#') {
      return;
    }
    try {
      identities.add(parse(content));
    } catch (AgeFormatException e) {
      throw malformed("line " + number + ": " + e.getMessage());
    }
  }

  private static AgeFormatException malformed(String what) {
    return new AgeFormatException(AgeFormatException.Reason.KEY, what);
  }
}
