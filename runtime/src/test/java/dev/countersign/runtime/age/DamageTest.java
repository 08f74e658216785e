package dev.countersign.runtime.age;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever is done to a file, it never yields another value, nor any exception but our two. */
class DamageTest {
  private static final byte[] VALUE = "a value worth keeping".getBytes(UTF_8);
  private static final Identity CLASSIC = Identities.generate();
  private static final Identity HYBRID = Identities.generatePostQuantum();
  private static final char[] PASSPHRASE = "secret".toCharArray();

  private interface Opener {
    byte[] open(byte[] file) throws AgeFormatException, WrongIdentityException;
  }

  @Test
  void everyFlippedByte_isNoticed() {
    requireEveryFlipRefused(classic(), DamageTest::openClassic);
    requireEveryFlipRefused(hybrid(), DamageTest::openHybrid);
    requireEveryFlipRefused(guarded(), DamageTest::openGuarded);
  }

  @Test
  void everyTruncation_isNoticed() {
    requireEveryCutRefused(classic(), DamageTest::openClassic);
    requireEveryCutRefused(hybrid(), DamageTest::openHybrid);
    requireEveryCutRefused(guarded(), DamageTest::openGuarded);
  }

  @Test
  void everyTruncationAroundAChunk_isNoticed() {
    byte[] file = Age.encrypt(new byte[65536 + 30], List.of(CLASSIC.recipient()));
    for (int length = file.length - 100; length < file.length; length++) {
      requireRefused(Arrays.copyOf(file, length), DamageTest::openClassic, "cut at " + length);
    }
  }

  @Test
  void everyByteDroppedOrDoubled_isNoticed() {
    byte[] file = classic();
    for (int i = 0; i < file.length; i++) {
      requireRefused(without(file, i), DamageTest::openClassic, "dropped " + i);
      requireRefused(doubled(file, i), DamageTest::openClassic, "doubled " + i);
    }
  }

  @Test
  void everyFlippedCharacterOfArmor_isNoticedOrHarmless() {
    byte[] armored = Armor.encode(classic()).getBytes(UTF_8);
    for (int i = 0; i < armored.length; i++) {
      for (int bits = 1; bits < 256; bits++) {
        requireValueOrRefusal(flipped(armored, i, bits), i + " ^ " + bits);
      }
    }
  }

  @Test
  void everyTruncationOfArmor_isNoticedOrHarmless() {
    byte[] armored = Armor.encode(classic()).getBytes(UTF_8);
    for (int length = 0; length < armored.length; length++) {
      requireValueOrRefusal(Arrays.copyOf(armored, length), "cut at " + length);
    }
  }

  @Test
  void chunksSwapped_areNoticed() {
    byte[] file = Age.encrypt(new byte[3 * 65536], List.of(CLASSIC.recipient()));
    int chunk = 65536 + Aead.TAG_LENGTH;
    int start = file.length - 3 * chunk;
    byte[] swapped = file.clone();
    System.arraycopy(file, start, swapped, start + chunk, chunk);
    System.arraycopy(file, start + chunk, swapped, start, chunk);
    requireRefused(swapped, DamageTest::openClassic, "swapped");
  }

  private static void requireEveryFlipRefused(byte[] file, Opener opener) {
    for (int i = 0; i < file.length; i++) {
      for (int bits : new int[] {0x01, 0x20, 0x80, 0xff}) {
        requireRefused(flipped(file, i, bits), opener, i + " ^ " + bits);
      }
    }
  }

  private static void requireEveryCutRefused(byte[] file, Opener opener) {
    for (int length = 0; length < file.length; length++) {
      requireRefused(Arrays.copyOf(file, length), opener, "cut at " + length);
    }
  }

  private static void requireRefused(byte[] file, Opener opener, String how) {
    assertNull(valueOrNull(file, opener), how);
  }

  private static void requireValueOrRefusal(byte[] armored, String how) {
    byte[] value = valueOrNull(armored, DamageTest::openArmored);
    if (value != null) {
      assertArrayEquals(VALUE, value, how);
    }
  }

  /** Opens a file; null where it is refused. Any other exception fails the test. */
  private static byte @Nullable [] valueOrNull(byte[] file, Opener opener) {
    try {
      return opener.open(file);
    } catch (AgeFormatException | WrongIdentityException e) {
      return null;
    }
  }

  private static byte[] classic() {
    return Age.encrypt(VALUE, List.of(CLASSIC.recipient()));
  }

  private static byte[] hybrid() {
    return Age.encrypt(VALUE, List.of(HYBRID.recipient()));
  }

  private static byte[] guarded() {
    return Age.encrypt(VALUE, PASSPHRASE, 1);
  }

  private static byte[] openClassic(byte[] file) throws AgeFormatException, WrongIdentityException {
    return Age.decrypt(file, List.of(CLASSIC));
  }

  private static byte[] openArmored(byte[] file) throws AgeFormatException, WrongIdentityException {
    return openClassic(Armor.decode(new String(file, ISO_8859_1)));
  }

  private static byte[] openHybrid(byte[] file) throws AgeFormatException, WrongIdentityException {
    return Age.decrypt(file, List.of(HYBRID));
  }

  private static byte[] openGuarded(byte[] file) throws AgeFormatException, WrongIdentityException {
    return Age.decrypt(file, PASSPHRASE);
  }

  private static byte[] flipped(byte[] file, int index, int bits) {
    byte[] flipped = file.clone();
    flipped[index] ^= (byte) bits;
    return flipped;
  }

  private static byte[] without(byte[] file, int index) {
    byte[] shorter = Arrays.copyOf(file, file.length - 1);
    System.arraycopy(file, index + 1, shorter, index, shorter.length - index);
    return shorter;
  }

  private static byte[] doubled(byte[] file, int index) {
    byte[] longer = Arrays.copyOf(file, file.length + 1);
    System.arraycopy(file, index, longer, index + 1, file.length - index);
    return longer;
  }
}
