package dev.countersign.runtime.age;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.countersign.runtime.FuzzTarget;
import java.util.Arrays;

/** What is read as a header is written as the same bytes. */
class HeaderFuzzTest extends FuzzTarget {
  @Override
  protected boolean reads(byte[] input) {
    Header header;
    try {
      header = HeaderReader.read(input);
    } catch (AgeFormatException refused) {
      return false;
    }
    assertArrayEquals(Arrays.copyOf(input, header.length()), header.encode());
    return true;
  }
}
