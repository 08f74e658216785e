package dev.countersign.runtime.age;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.FuzzTarget;
import java.util.List;

/** A key has one text only. The inputs are recipients, identities and files of identities. */
class KeysFuzzTest extends FuzzTarget {
  @Override
  protected boolean reads(byte[] input) {
    String text = new String(input, ISO_8859_1);
    boolean encrypted = IdentityFile.isEncrypted(input);
    boolean read = readsRecipient(text) || readsIdentity(text) || readsFile(text);
    assertFalse(read && encrypted);
    return read;
  }

  private static boolean readsRecipient(String text) {
    try {
      assertEquals(text, Recipients.parse(text).toString());
      return true;
    } catch (AgeFormatException refused) {
      return false;
    }
  }

  private static boolean readsIdentity(String text) {
    try {
      assertEquals(text, Identities.parse(text).encoded());
      return true;
    } catch (AgeFormatException refused) {
      return false;
    }
  }

  private static boolean readsFile(String text) {
    try {
      List<String> lines = text.lines().toList();
      for (Identity identity : Identities.parseFile(text)) {
        assertTrue(lines.contains(identity.encoded()));
      }
      return true;
    } catch (AgeFormatException refused) {
      return false;
    }
  }
}
