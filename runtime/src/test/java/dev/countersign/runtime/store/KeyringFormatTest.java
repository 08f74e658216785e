package dev.countersign.runtime.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.age.Identities;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyringFormatTest {
  private static final String IDENTITY = Identities.generate().recipient().toString();
  private static final String ADA = Identities.generate().recipient().toString();
  private static final String BOB = Identities.generate().recipient().toString();
  private static final String ARMOR =
      "-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n-----END AGE ENCRYPTED FILE-----\n";
  private static final String GOOD =
      "format 1\ntype preview\nidentity "
          + IDENTITY
          + "\nreader "
          + ADA
          + " # ada\nreader "
          + BOB
          + " # Bob # O'Neill\n"
          + ARMOR;

  @Test
  void aGoodKeyring_isReadWhole() throws Exception {
    Keyring keyring = parse(GOOD);
    assertEquals(EnvironmentType.PREVIEW, keyring.type());
    assertEquals(List.of(IDENTITY), keyring.identities());
    assertEquals(
        List.of(new Reader("ada", ADA), new Reader("Bob # O'Neill", BOB)), keyring.readers());
  }

  @Test
  void fieldsMissing_orOutOfOrder_areRefused() {
    refused(GOOD.replace("format 1\n", ""), 1, 1);
    refused(GOOD.replace("type preview\n", ""), 2, 1);
    refused(GOOD.replace("identity " + IDENTITY + "\n", ""), 3, 1);
    refused(GOOD.replaceAll("reader .*\n", ""), 4, 1);
    refused(GOOD.replace(ARMOR, ""), 6, 1);
    refused(GOOD.replace("type preview\n", "type preview\ntype preview\n"), 3, 1);
    refused(GOOD.replace(ARMOR, "identity " + BOB + "\n" + ARMOR), 6, 1);
  }

  @Test
  void unknownLines_areRefused() {
    refused(GOOD + "more\n", 9, 1);
    refused(GOOD + "\n", 9, 1);
    refused(GOOD.replace(ARMOR, "\n" + ARMOR), 6, 1);
    refused(GOOD.replace("type preview\n", "type preview\n# note\n"), 3, 1);
  }

  @Test
  void aReaderWithoutAName_isRefused() {
    refused(GOOD.replace(" # ada", ""), 4, 8);
    refused(GOOD.replace(" # ada", " # "), 4, 8 + ADA.length() + 3);
    refused(GOOD.replace(" # ada", " #  ada"), 4, 8 + ADA.length() + 3);
    refused(GOOD.replace(" # ada", " # a\u202eda"), 4, 8 + ADA.length() + 3);
  }

  @Test
  void theSameReaderOrIdentityTwice_isRefused() {
    String line = "reader " + ADA + " # ada\n";
    assertTrue(refused(GOOD.replace(line, line + line), 5, 8).fact().endsWith("reader twice"));
    String named = "reader " + BOB + " # Bob # O'Neill\n";
    refused(GOOD.replace(named, named.replace("Bob # O'Neill", "ada")), 5, 8);
    String identity = "identity " + IDENTITY + "\n";
    refused(GOOD.replace(identity, identity + identity), 4, 10);
  }

  @Test
  void recipientsWithTypingErrors_areRefused() {
    refused(GOOD.replace(IDENTITY, IDENTITY + "x"), 3, 10);
    refused(GOOD.replace(ADA, ADA.substring(0, 20)), 4, 8);
  }

  @Test
  void anUnfinishedMerge_isRefused() {
    StoreFormatException e =
        refused(GOOD.replace("reader " + BOB, "<<<<<<< HEAD\nreader " + BOB), 5, 1);
    assertTrue(e.fact().contains("a merge is unfinished"), e.fact());
  }

  private static Keyring parse(String text) throws StoreFormatException {
    return Keyring.parse("secrets/preview.keyring", text.getBytes(UTF_8));
  }

  private static StoreFormatException refused(String text, int line, int column) {
    StoreFormatException e = assertThrows(StoreFormatException.class, () -> parse(text));
    assertEquals(line + ":" + column, e.line() + ":" + e.column(), e.getMessage());
    assertEquals("secrets/preview.keyring", e.file());
    return e;
  }
}
