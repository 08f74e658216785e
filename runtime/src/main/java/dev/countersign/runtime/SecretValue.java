package dev.countersign.runtime;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The value of one secret. It prints as {@code SecretValue[redacted]}, and leaves only through the
 * {@code reveal} methods: to audit disclosure, list their callers.
 *
 * <p>A value from the store is opened when it is first revealed or compared, not before. {@link
 * #close} overwrites the bytes held here; it cannot reach a string that was already revealed. Safe
 * for use by several threads.
 *
 * <p>Not serializable, and what writes objects out by reflection finds nothing to write: the fields
 * that lead to the value are transient, and the bytes are held by a class of the JDK. A debugger, a
 * heap dump and code that opens the JDK's own fields see them all the same.
 */
public final class SecretValue implements AutoCloseable {
  private static final String PLAIN = "value";

  /**
   * Gson refuses a class, and so the whole object that it would otherwise write as an empty one.
   */
  @SuppressWarnings("UnusedVariable")
  private final Class<?> unserializable = SecretValue.class;

  private final transient String name;
  private final transient @Nullable Opener opener;
  private transient @Nullable String source;
  private transient @Nullable ByteBuffer bytes;
  private transient boolean closed;

  private SecretValue(
      String name, @Nullable String source, @Nullable Opener opener, byte @Nullable [] bytes) {
    this.name = name;
    this.source = source;
    this.opener = opener;
    this.bytes = bytes == null ? null : ByteBuffer.wrap(bytes);
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

  /** Returns another value of the same content, sealed if this one was. */
  SecretValue twin() {
    return opener == null ? opened(name, source(), revealBytes()) : sealed(name, opener);
  }

  /** Says whether both are the same without opening them: one block of the same files. */
  boolean isSealedAs(SecretValue other) {
    return opener != null && opener.equals(other.opener);
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
    wipe(bytes == null ? null : bytes.array());
    if (opener != null && !closed) {
      opener.close();
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
      bytes = ByteBuffer.wrap(opener.open());
    }
    return bytes.array();
  }

  /**
   * Compares two values in time that depends on their lengths only. Opens both; one that was closed
   * equals none but itself.
   *
   * @throws UnresolvedSecretException if one cannot be opened
   */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SecretValue value && (this == value || sameAs(value));
  }

  private boolean sameAs(SecretValue other) {
    byte[] mine = comparable();
    byte[] others = null;
    try {
      others = other.comparable();
      return mine != null && others != null && sameBytes(mine, others);
    } finally {
      wipe(mine);
      wipe(others);
    }
  }

  /** Returns a copy, or null if the value was closed. */
  private synchronized byte @Nullable [] comparable() {
    return closed ? null : revealBytes();
  }

  private static void wipe(byte @Nullable [] bytes) {
    if (bytes != null) {
      Arrays.fill(bytes, (byte) 0);
    }
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

    /** Wipes what it holds, when the value is closed before it was opened. */
    default void close() {}
  }
}
