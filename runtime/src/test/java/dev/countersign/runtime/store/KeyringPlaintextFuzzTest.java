package dev.countersign.runtime.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.FuzzTarget;
import dev.countersign.runtime.age.SeedKeys;
import java.util.List;

/** What is sealed in a keyring: whoever once held a type's identity can write anything there. */
class KeyringPlaintextFuzzTest extends FuzzTarget {
  private final Keyring keyring;

  KeyringPlaintextFuzzTest() throws StoreException {
    keyring =
        KeyringSealer.seal(
            "fuzzed",
            "\n",
            List.of(),
            EnvironmentType.PROD,
            List.of(SeedKeys.CLASSIC),
            List.of(StoreFixture.reader("ada", SeedKeys.CLASSIC)));
  }

  @Override
  protected boolean reads(byte[] input) {
    try {
      KeyringPlaintext plaintext = KeyringPlaintext.parse(input, keyring);
      assertEquals(keyring.identities(), KeyringPlaintext.publicHalves(plaintext.identities()));
      return true;
    } catch (StoreFormatException refused) {
      return false;
    }
  }
}
