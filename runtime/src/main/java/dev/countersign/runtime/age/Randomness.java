package dev.countersign.runtime.age;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;

/**
 * The only source of random bytes: the kernel's, where Java's own takes them from too. Read from
 * there they cost a file; asking for a {@link SecureRandom} loads every security provider, a third
 * of the time in which a value is set. It stands in where there is no such device, as on Windows.
 *
 * <p>Opening never needs any, so it never pays for loading this.
 */
final class Randomness {
  private static final File DEVICE = new File("/dev/urandom");

  private Randomness() {}

  static byte[] bytes(int length) {
    return bytes(length, DEVICE);
  }

  /** Returns Java's own source, for those who take nothing else. */
  static SecureRandom source() {
    return OfJava.SOURCE;
  }

  /** Takes what a device gives, or nothing of it if that is too little. A plain file is none. */
  static byte[] bytes(int length, File device) {
    if (!device.isFile()) {
      try (InputStream in = new FileInputStream(device)) {
        byte[] bytes = new byte[length];
        if (readFully(in, bytes)) {
          return bytes;
        }
      } catch (IOException e) {
        // there is none here
      }
    }
    byte[] bytes = new byte[length];
    OfJava.SOURCE.nextBytes(bytes);
    return bytes;
  }

  private static boolean readFully(InputStream in, byte[] bytes) throws IOException {
    int done = 0;
    while (done < bytes.length) {
      int read = in.read(bytes, done, bytes.length - done);
      if (read < 0) {
        return false;
      }
      done += read;
    }
    return true;
  }

  private static final class OfJava {
    static final SecureRandom SOURCE = new SecureRandom();

    private OfJava() {}
  }
}
