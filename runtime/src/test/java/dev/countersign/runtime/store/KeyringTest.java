package dev.countersign.runtime.store;

import static dev.countersign.runtime.store.StoreFixture.reader;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.age.Age;
import dev.countersign.runtime.age.Armor;
import dev.countersign.runtime.age.Identities;
import dev.countersign.runtime.age.Identity;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyringTest {
  private static final String FILE = "secrets/prod.keyring";

  private final Identity ada = Identities.generate();
  private final Identity bob = Identities.generate();
  private Keyring keyring;

  @BeforeEach
  void create() throws StoreException {
    keyring = Keyring.create(FILE, EnvironmentType.PROD, List.of(reader("ada", ada)));
  }

  @Test
  void aNewKeyring_isOpenedByItsReader() throws Exception {
    OpenedKeyring opened = keyring.open(List.of(ada));
    assertEquals(1, opened.identities().size());
    assertEquals(keyring.identities(), List.of(opened.identities().get(0).recipient().toString()));
    assertNotEquals(ada.encoded(), opened.identities().get(0).encoded());
    assertTrue(opened.readersMatch());
  }

  @Test
  void eachNewKeyring_hasAnIdentityOfItsOwn() throws Exception {
    Keyring other = Keyring.create(FILE, EnvironmentType.PROD, List.of(reader("ada", ada)));
    assertNotEquals(keyring.identities(), other.identities());
  }

  @Test
  void severalReaders_eachOpenTheSame() throws Exception {
    Keyring shared =
        Keyring.create(FILE, EnvironmentType.DEV, List.of(reader("ada", ada), reader("bob", bob)));
    assertEquals(encoded(shared.open(List.of(ada))), encoded(shared.open(List.of(bob))));
    assertEquals(List.of(reader("ada", ada), reader("bob", bob)), shared.readers());
  }

  @Test
  void oneOfSeveralIdentities_isEnough() throws Exception {
    assertEquals(encoded(keyring.open(List.of(ada))), encoded(keyring.open(List.of(bob, ada))));
  }

  @Test
  void whatParses_encodesToTheSameBytes() throws Exception {
    assertSameBytes(text());
    assertSameBytes("# note\n# zwölf\n" + text());
    assertSameBytes(text().replace("\n", "\r\n"));
  }

  @Test
  void aKeyringWithWindowsLineEnds_isOpened() throws Exception {
    Keyring windows = parse(text().replace("\n", "\r\n"));
    assertEquals(encoded(keyring.open(List.of(ada))), encoded(windows.open(List.of(ada))));
  }

  @Test
  void anAddedReader_opensTheSameIdentities_andTheOthersStillDo() throws Exception {
    Keyring added = keyring.open(List.of(ada)).add(reader("Bob O'Neill", bob));
    Keyring reread = Keyring.parse(FILE, added.encode());
    assertEquals(keyring.identities(), reread.identities());
    assertEquals(encoded(keyring.open(List.of(ada))), encoded(reread.open(List.of(bob))));
    assertEquals(encoded(keyring.open(List.of(ada))), encoded(reread.open(List.of(ada))));
    assertTrue(reread.open(List.of(bob)).readersMatch());
  }

  @Test
  void aReaderWhoIsOne_cannotBeAddedAgain() throws Exception {
    OpenedKeyring opened = keyring.open(List.of(ada));
    StoreException sameKey =
        assertThrows(StoreException.class, () -> opened.add(reader("ada2", ada)));
    assertEquals("this key is a reader of type prod already: ada", sameKey.fact());
    StoreException sameName =
        assertThrows(StoreException.class, () -> opened.add(reader("ada", bob)));
    assertEquals("type prod has a reader ada with another key", sameName.fact());
  }

  @Test
  void aReaderWithAnUnusableNameOrKey_isRefused() throws Exception {
    OpenedKeyring opened = keyring.open(List.of(ada));
    for (String name : List.of("", " x", "x\n", "x\u202e", "x".repeat(101))) {
      assertThrows(StoreException.class, () -> opened.add(reader(name, bob)), name);
    }
    StoreException e =
        assertThrows(StoreException.class, () -> opened.add(new Reader("eve", "age1nonsense")));
    assertTrue(e.fact().startsWith("the key of reader eve is no age recipient"), e.fact());
  }

  @Test
  void aPrivateKeyGivenAsAReader_isRefusedAndNotRepeated() throws Exception {
    OpenedKeyring opened = keyring.open(List.of(ada));
    StoreException e =
        assertThrows(StoreException.class, () -> opened.add(new Reader("eve", bob.encoded())));
    assertFalse(e.getMessage().contains(bob.encoded()));
  }

  @Test
  void readersOfBothKinds_areRefused() throws Exception {
    Identity hybrid = Identities.generatePostQuantum();
    OpenedKeyring opened = keyring.open(List.of(ada));
    assertThrows(StoreException.class, () -> opened.add(reader("eve", hybrid)));
    Keyring postQuantum =
        Keyring.create(FILE, EnvironmentType.PROD, List.of(reader("eve", hybrid)));
    assertTrue(postQuantum.identities().get(0).startsWith("age1pq1"));
    Keyring reread = Keyring.parse(FILE, postQuantum.encode());
    assertEquals(1, reread.open(List.of(hybrid)).identities().size());
  }

  @Test
  void aKeyringNeedsAReader() {
    assertThrows(StoreException.class, () -> Keyring.create(FILE, EnvironmentType.PROD, List.of()));
  }

  @Test
  void whoIsNotAReader_isToldWhoCanAddThem() {
    NotAReaderException e =
        assertThrows(NotAReaderException.class, () -> keyring.open(List.of(bob)));
    assertEquals(
        "this identity is not a reader of type prod (secrets/prod.keyring);"
            + " who can add it: ada",
        e.fact());
    assertEquals(
        "one of them runs: secret reader add NAME " + bob.recipient() + " --type prod", e.fix());
    assertFalse(e.getMessage().contains(bob.encoded()));
  }

  @Test
  void whoIsNamedAsAReaderAndCannotOpen_isToldOfTheDamageAndNotToAskTheOthers() throws Exception {
    Keyring forged = parse(text().replace(ada.recipient().toString(), bob.recipient().toString()));
    StoreFormatException e =
        assertThrows(StoreFormatException.class, () -> forged.open(List.of(bob)));
    assertEquals(
        "secrets/prod.keyring:5:1: it names ada as a reader and is not sealed to their key",
        e.fact());
    assertTrue(e.fix().startsWith("git diff -- secrets/prod.keyring"), e.fix());
  }

  @Test
  void aKeyringPassedOffAsAnotherTypes_isNotOpened() throws Exception {
    Keyring forged = parse(text().replace("type prod", "type dev"));
    StoreFormatException e =
        assertThrows(StoreFormatException.class, () -> forged.open(List.of(ada)));
    assertTrue(e.fact().endsWith("it is the keyring of type prod under another name"), e.fact());
  }

  @Test
  void anotherIdentityInTheClearLines_isNotAccepted() throws Exception {
    String own = keyring.identities().get(0);
    Keyring replaced = parse(text().replace(own, bob.recipient().toString()));
    assertThrows(StoreFormatException.class, () -> replaced.open(List.of(ada)));
    Keyring added =
        parse(
            text().replace("identity " + own, "identity " + bob.recipient() + "\nidentity " + own));
    StoreFormatException e =
        assertThrows(StoreFormatException.class, () -> added.open(List.of(ada)));
    assertEquals(6, e.line());
    assertTrue(e.fact().contains("`identity` lines"), e.fact());
  }

  @Test
  void otherReadersInTheClearLines_stopWritesAndNotReading() throws Exception {
    Keyring slipped =
        parse(text().replace(" # ada\n", " # ada\nreader " + bob.recipient() + " # bob\n"));
    OpenedKeyring opened = slipped.open(List.of(ada));
    assertFalse(opened.readersMatch());
    assertEquals(1, opened.identities().size());
    Identity eve = Identities.generate();
    assertThrows(StoreFormatException.class, () -> opened.add(reader("eve", eve)));
  }

  @Test
  void aSealedPartWithoutPrivateKeys_isRefused() throws Exception {
    String plaintext =
        "# countersign-keyring/1 prod\n# identity " + keyring.identities().get(0) + "\n";
    assertThrows(StoreFormatException.class, () -> sealing(plaintext).open(List.of(ada)));
  }

  @Test
  void aSealedPartThatIsNoKeyring_isRefusedAndNotRepeated() throws Exception {
    StoreFormatException e =
        assertThrows(
            StoreFormatException.class, () -> sealing(bob.encoded() + "\n").open(List.of(ada)));
    assertFalse(e.getMessage().contains(bob.encoded()));
    assertTrue(e.fact().contains("does not begin with `# countersign-keyring/1 prod`"), e.fact());
  }

  @Test
  void aSealedPartWrittenWithOtherTools_isAccepted() throws Exception {
    String plaintext =
        "# countersign-keyring/1 prod\n# created: today\n# identity "
            + bob.recipient()
            + "\n# reader "
            + ada.recipient()
            + " ada\n\n"
            + bob.encoded()
            + "\n";
    String own = keyring.identities().get(0);
    Keyring byHand =
        parse(
            new String(sealing(plaintext).encode(), UTF_8)
                .replace(own, bob.recipient().toString()));
    OpenedKeyring opened = byHand.open(List.of(ada));
    assertEquals(List.of(bob.encoded()), encoded(opened));
    assertTrue(opened.readersMatch());
  }

  private Keyring sealing(String plaintext) throws StoreFormatException {
    String armored = Armor.encode(Age.encrypt(plaintext.getBytes(UTF_8), List.of(ada.recipient())));
    return parse(text().substring(0, text().indexOf("-----BEGIN")) + armored);
  }

  private String text() {
    return new String(keyring.encode(), UTF_8);
  }

  private static Keyring parse(String text) throws StoreFormatException {
    return Keyring.parse(FILE, text.getBytes(UTF_8));
  }

  private static void assertSameBytes(String text) throws StoreFormatException {
    assertArrayEquals(text.getBytes(UTF_8), parse(text).encode());
  }

  private static List<String> encoded(OpenedKeyring opened) {
    return opened.identities().stream().map(Identity::encoded).toList();
  }
}
