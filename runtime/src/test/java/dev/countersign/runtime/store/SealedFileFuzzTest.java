package dev.countersign.runtime.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.countersign.runtime.FuzzTarget;
import dev.countersign.runtime.age.SeedKeys;
import java.nio.charset.StandardCharsets;

/**
 * What is read as a sealed file is written as the same bytes, and a value opens only where it
 * belongs: in the seeds each value is its own place.
 */
class SealedFileFuzzTest extends FuzzTarget {
  @Override
  protected boolean reads(byte[] input) throws StoreException {
    SealedFile lenient;
    try {
      lenient = SealedFile.parseLeniently("fuzzed", input);
    } catch (StoreFormatException refused) {
      return false;
    }
    for (Block block : lenient.blocks()) {
      opens(lenient, block);
    }
    return isWhole(input, lenient);
  }

  private static boolean isWhole(byte[] input, SealedFile lenient) {
    try {
      SealedFile file = SealedFile.parse("fuzzed", input);
      assertArrayEquals(input, file.encode());
      assertArrayEquals(input, file.with(file.blocks()).encode());
      return true;
    } catch (StoreFormatException refused) {
      assertFalse(lenient.faults().isEmpty());
      return false;
    }
  }

  private static void opens(SealedFile file, Block block) {
    if (block.armored() == null) {
      return;
    }
    try {
      byte[] value = BlockCipher.open(file, block, block.armored(), SeedKeys.CLASSIC);
      String place = ValueFrame.line(file.environment(), block.name(), block.version());
      assertEquals(place, new String(value, StandardCharsets.UTF_8));
    } catch (StoreFormatException refused) {
      // most blocks are not as they were sealed
    }
  }
}
