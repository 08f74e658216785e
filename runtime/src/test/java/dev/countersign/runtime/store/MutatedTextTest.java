package dev.countersign.runtime.store;

import static dev.countersign.runtime.store.StoreFixture.OTHER;
import static dev.countersign.runtime.store.StoreFixture.PROD;
import static dev.countersign.runtime.store.StoreFixture.TOKEN;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files mutated at random: refused with a place in them, or written again byte for byte. */
class MutatedTextTest {
  private static final int ROUNDS = 20_000;

  @TempDir Path root;

  @Test
  void aMutatedSealedFile_isRefusedOrEncodesToTheSameBytes() throws Exception {
    StoreFixture project = StoreFixture.withProd(root);
    project.set(PROD, OTHER, "a");
    project.set(PROD, TOKEN, "b");
    project.writer.write(List.of(Change.unset(PROD, OTHER)));
    byte[] good = Files.readAllBytes(project.secrets("prod.secrets"));
    Random random = new Random(4);
    int parsed = 0;
    for (int i = 0; i < ROUNDS; i++) {
      byte[] mutated = mutate(good, random);
      try {
        assertArrayEquals(mutated, SealedFile.parse("f", mutated).encode());
        parsed++;
      } catch (StoreFormatException e) {
        assertPlaceIn(mutated, e);
      }
    }
    assertTrue(parsed > 0 && parsed < ROUNDS, parsed + " parsed");
  }

  @Test
  void aMutatedKeyring_isRefusedOrEncodesToTheSameBytes() throws Exception {
    StoreFixture project = StoreFixture.withProd(root);
    byte[] good = Files.readAllBytes(project.secrets("prod.keyring"));
    Random random = new Random(5);
    int parsed = 0;
    for (int i = 0; i < ROUNDS; i++) {
      byte[] mutated = mutate(good, random);
      try {
        assertArrayEquals(mutated, Keyring.parse("f", mutated).encode());
        parsed++;
      } catch (StoreFormatException e) {
        assertPlaceIn(mutated, e);
      }
    }
    assertTrue(parsed > 0 && parsed < ROUNDS, parsed + " parsed");
  }

  /** Replaces, inserts, removes or repeats a few bytes, or a whole stretch of them. */
  private static byte[] mutate(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    int length = random.nextInt(random.nextBoolean() ? 3 : 200);
    int end = Math.min(bytes.length, at + length);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, at);
    switch (random.nextInt(4)) {
      case 0 -> out.write(random.nextInt(256));
      case 1 -> out.write("\n\r [#\t-k".charAt(random.nextInt(8)));
      case 2 -> out.write(bytes, at, end - at);
      default -> end = Math.max(end, at + random.nextInt(2));
    }
    out.write(bytes, Math.min(end, bytes.length), Math.max(0, bytes.length - end));
    return out.toByteArray();
  }

  private static void assertPlaceIn(byte[] bytes, StoreFormatException e) {
    long lines = 1;
    for (byte b : bytes) {
      lines += b == '\n' ? 1 : 0;
    }
    assertTrue(e.line() >= 1 && e.line() <= lines, e.getMessage());
    assertTrue(e.column() >= 1, e.getMessage());
  }
}
