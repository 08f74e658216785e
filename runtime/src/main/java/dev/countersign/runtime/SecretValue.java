package dev.countersign.runtime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The value of one secret. It prints as {@code SecretValue[redacted]}, and leaves only through the
 * {@code reveal} methods: to audit disclosure, list their callers.
 *
 * <p>A value from the store is opened when it is first revealed or compared, not before. {@link
 * #close} overwrites the bytes held here; it cannot reach a string that was already revealed. Not
 * serializable, safe for use by several threads.
 */
public final class SecretValue implements AutoCloseable {
  private static final String PLAIN = "value";

  private final String name;
  private final @Nullable Opener opener;
  private @Nullable String source;
  private byte @Nullable [] bytes;
  private boolean closed;

  private SecretValue(
      String name, @Nullable String source, @Nullable Opener opener, byte @Nullable [] bytes) {
    this.name = name;
    this.source = source;
    this.opener = opener;
    this.bytes = bytes;
  }

  /** Returns a value that holds a text, for tests and for secrets that come from elsewhere. */
  public static SecretValue of(String text) {
    return of(text, PLAIN);
  }

  /**
   * Returns a value that holds a text, for providers.
   *
   * @param source where it came from, such as {@code vault:app/token#3}; it is printed and logged
   */
  public static SecretValue of(String text, String source) {
    return opened(PLAIN, source, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Returns a value that holds a copy of some bytes, for providers.
   *
   * @param source where it came from, such as {@code vault:app/token#3}; it is printed and logged
   */
  public static SecretValue of(byte[] bytes, String source) {
    return opened(PLAIN, source, bytes.clone());
  }

  /** Returns a value that takes over the array, which the caller no longer changes. */
  static SecretValue opened(String name, String source, byte[] bytes) {
    return new SecretValue(name, source, null, bytes);
  }

  /** Returns a value that is opened when first needed. */
  static SecretValue sealed(String name, Opener opener) {
    return new SecretValue(name, null, opener, null);
  }

  /**
   * Returns the plaintext. To audit disclosure, list the callers of this method.
   *
   * @throws UnresolvedSecretException if the value cannot be opened, or is not UTF-8
   * @throws IllegalStateException if the value was closed
   */
  public String reveal() {
    byte[] copy = revealBytes();
    try {
      return Utf8.text(name, copy);
    } finally {
      Arrays.fill(copy, (byte) 0);
    }
  }

  /**
   * Returns the plaintext in an array of the caller's own, to be overwritten after use.
   *
   * @throws UnresolvedSecretException if the value cannot be opened, or is not UTF-8
   * @throws IllegalStateException if the value was closed
   */
  public char[] revealChars() {
    byte[] copy = revealBytes();
    try {
      return Utf8.chars(name, copy);
    } finally {
      Arrays.fill(copy, (byte) 0);
    }
  }

  /**
   * Returns the plaintext in an array of the caller's own, to be overwritten after use.
   *
   * @throws UnresolvedSecretException if the value cannot be opened
   * @throws IllegalStateException if the value was closed
   */
  public synchronized byte[] revealBytes() {
    return bytes().clone();
  }

  /**
   * Returns a copy that closing this one does not wipe.
   *
   * @param from its source where this one does not tell
   */
  SecretValue copy(String secret, String from) {
    String its = source();
    return opened(secret, its.equals(PLAIN) ? from : its, revealBytes());
  }

  /** Returns where the value came from, such as {@code env:GITHUB_TOKEN}; never the value. */
  public synchronized String source() {
    if (source == null) {
      source = opener == null ? PLAIN : opener.source();
    }
    return source;
  }

  /** Overwrites the bytes held here; every later disclosure throws. Closing again does nothing. */
  @Override
  public synchronized void close() {
    if (bytes != null) {
      Arrays.fill(bytes, (byte) 0);
    }
    bytes = null;
    closed = true;
  }

  /** Returns the array itself; whoever asks holds the lock, so that closing cannot wipe it. */
  private byte[] bytes() {
    if (bytes == null) {
      if (opener == null || closed) {
        throw new IllegalStateException(name + " was closed");
      }
      bytes = opener.open();
    }
    return bytes;
  }

  /** Compares two values in time that depends on their lengths only. Opens both. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SecretValue value && (this == value || sameAs(value));
  }

  private boolean sameAs(SecretValue other) {
    byte[] mine = revealBytes();
    byte[] others = other.revealBytes();
    boolean same = sameBytes(mine, others);
    Arrays.fill(mine, (byte) 0);
    Arrays.fill(others, (byte) 0);
    return same;
  }

  private static boolean sameBytes(byte[] one, byte[] other) {
    int difference = one.length ^ other.length;
    for (int i = 0; i < Math.min(one.length, other.length); i++) {
      difference |= one[i] ^ other[i];
    }
    return difference == 0;
  }

  /** Returns the same number for every value, so that it tells nothing; a poor key of a map. */
  @Override
  public int hashCode() {
    return SecretValue.class.getName().hashCode();
  }

  /** Returns a text that holds neither the value nor its length. */
  @Override
  public String toString() {
    return "SecretValue[redacted]";
  }

  /** Opens the value once. */
  interface Opener {
    /** Returns where the value comes from; told only to who asks, as it takes a digest. */
    String source();

    /**
     * Returns the plaintext, in an array that belongs to the caller.
     *
     * @throws UnresolvedSecretException if it cannot be opened
     */
    byte[] open();
  }
}
