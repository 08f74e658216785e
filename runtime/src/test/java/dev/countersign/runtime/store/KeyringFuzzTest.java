package dev.countersign.runtime.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.runtime.FuzzTarget;
import dev.countersign.runtime.age.SeedKeys;
import java.util.List;

/** What is read as a keyring is written as the same bytes, and opens only as it was sealed. */
class KeyringFuzzTest extends FuzzTarget {
  @Override
  protected boolean reads(byte[] input) throws StoreException {
    Keyring keyring;
    try {
      keyring = Keyring.parse("fuzzed", input);
    } catch (StoreFormatException refused) {
      return false;
    }
    assertArrayEquals(input, keyring.encode());
    opens(keyring);
    return true;
  }

  private static void opens(Keyring keyring) throws StoreException {
    try {
      OpenedKeyring opened = keyring.open(List.of(SeedKeys.CLASSIC));
      assertEquals(keyring.identities(), KeyringPlaintext.publicHalves(opened.identities()));
    } catch (StoreFormatException | NotAReaderException refused) {
      // most keyrings are not as they were sealed
    }
  }
}
