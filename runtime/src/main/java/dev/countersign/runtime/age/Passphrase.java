package dev.countersign.runtime.age;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Turns a passphrase into bytes, leaving no copy behind. */
final class Passphrase {
  private static final int MAX_BYTES_A_CHARACTER = 3;

  private Passphrase() {}

  /** Returns UTF-8, which the caller wipes; null if it is empty or holds half a surrogate pair. */
  static byte @Nullable [] encode(char[] passphrase) {
    ByteBuffer buffer = ByteBuffer.allocate(passphrase.length * MAX_BYTES_A_CHARACTER);
    CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
    boolean failed = encoder.encode(CharBuffer.wrap(passphrase), buffer, true).isError();
    byte[] bytes = Arrays.copyOf(buffer.array(), buffer.position());
    Arrays.fill(buffer.array(), (byte) 0);
    return failed || bytes.length == 0 ? null : bytes;
  }
}
