package dev.countersign.cli;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * Makes values from the system's randomness. Shows none of them; of a key pair, the public half.
 */
final class Generator {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
  private static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String DIGITS = "0123456789";

  /** None that a shell, a URL or a connection string would have to have escaped at its ends. */
  private static final String SYMBOLS = "-_.~!*+,=@%";

  private static final int LINE = 64;

  private final SecureRandom random = new SecureRandom();
  private final Shape shape;
  private final int length;
  private final boolean symbols;

  Generator(Shape shape, int length, boolean symbols) {
    this.shape = shape;
    this.length = length;
    this.symbols = symbols;
  }

  /** Returns a new value, and what may be shown of it. */
  Generated next() {
    return switch (shape) {
      case PASSWORD -> new Generated(password(), List.of());
      case HEX -> new Generated(ascii(HexFormat.of().formatHex(bytes())), List.of());
      case BASE64 -> new Generated(Base64.getEncoder().encode(bytes()), List.of());
      case UUID -> new Generated(ascii(UUID.randomUUID().toString()), List.of());
      case ED25519, EC, RSA -> keyPair();
    };
  }

  private byte[] bytes() {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Every password that has a character of each kind is as likely as any other such. */
  private byte[] password() {
    String kinds = LETTERS + CAPITALS + DIGITS + (symbols ? SYMBOLS : "");
    byte[] password = new byte[length];
    do {
      for (int i = 0; i < length; i++) {
        password[i] = (byte) kinds.charAt(random.nextInt(kinds.length()));
      }
    } while (!hasEveryKind(password));
    return password;
  }

  private boolean hasEveryKind(byte[] password) {
    return hasAny(password, LETTERS)
        && hasAny(password, CAPITALS)
        && hasAny(password, DIGITS)
        && (!symbols || hasAny(password, SYMBOLS));
  }

  private static boolean hasAny(byte[] password, String kind) {
    boolean found = false;
    for (byte character : password) {
      found |= kind.indexOf(character) >= 0;
    }
    return found;
  }

  private Generated keyPair() {
    try {
      KeyPair pair = generator().generateKeyPair();
      byte[] key = pair.getPrivate().getEncoded();
      byte[] pem = pem("PRIVATE KEY", key);
      Arrays.fill(key, (byte) 0);
      byte[] publicKey = pair.getPublic().getEncoded();
      return new Generated(pem, shown(publicKey));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private KeyPairGenerator generator() throws GeneralSecurityException {
    KeyPairGenerator generator =
        KeyPairGenerator.getInstance(shape == Shape.ED25519 ? "Ed25519" : shape.name());
    if (shape == Shape.EC) {
      generator.initialize(new ECGenParameterSpec("secp256r1"), random);
    } else if (shape == Shape.RSA) {
      generator.initialize(length, random);
    }
    return generator;
  }

  /** Returns the lines of the public key in PEM, and its fingerprint. */
  private static List<String> shown(byte[] publicKey) throws GeneralSecurityException {
    String pem = new String(pem("PUBLIC KEY", publicKey), StandardCharsets.US_ASCII);
    List<String> lines = new ArrayList<>(pem.lines().toList());
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(publicKey);
    lines.add("SHA256:" + Base64.getEncoder().encodeToString(digest));
    return lines;
  }

  private static byte[] pem(String kind, byte[] content) {
    byte[] lines = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encode(content);
    byte[] begin = ascii("-----BEGIN " + kind + "-----\n");
    byte[] end = ascii("\n-----END " + kind + "-----\n");
    ByteBuffer pem = ByteBuffer.allocate(begin.length + lines.length + end.length);
    pem.put(begin).put(lines).put(end);
    Arrays.fill(lines, (byte) 0);
    return pem.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
