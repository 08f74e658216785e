package dev.countersign.runtime.age;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RandomnessTest {
  private static final int LENGTH = 32;

  @TempDir Path temporary;

  @Test
  void bytes_areOthersEachTime_andNoneIsLeftOut() {
    Set<String> seen = new HashSet<>();
    boolean[] isSet = new boolean[LENGTH];
    for (int i = 0; i < 100; i++) {
      byte[] bytes = Randomness.bytes(LENGTH);
      seen.add(Arrays.toString(bytes));
      for (int j = 0; j < LENGTH; j++) {
        isSet[j] |= bytes[j] != 0;
      }
    }
    assertEquals(100, seen.size());
    for (boolean set : isSet) {
      assertEquals(true, set);
    }
  }

  @Test
  void withoutADevice_bytesAreThoseOfJava() {
    assertRandom(temporary.resolve("absent").toFile());
  }

  @Test
  void deviceThatIsADirectory_isNotAsked() {
    assertRandom(temporary.toFile());
  }

  @Test
  void deviceThatEnds_isNotBelieved() {
    assertRandom(new File("/dev/null"));
  }

  @Test
  void plainFileInTheDevicesPlace_isNotBelieved() throws IOException {
    assertRandom(Files.write(temporary.resolve("zeros"), new byte[2 * LENGTH]).toFile());
  }

  private static void assertRandom(File device) {
    byte[] one = Randomness.bytes(LENGTH, device);
    byte[] other = Randomness.bytes(LENGTH, device);
    assertEquals(LENGTH, one.length);
    assertFalse(Arrays.equals(one, other));
    assertFalse(Arrays.equals(new byte[LENGTH], one));
  }
}
