package dev.countersign.runtime.age;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;

/** Every vector of the age test kit has the outcome that it demands. */
@EnabledIf(value = "arePresent", disabledReason = "no ../shared/vectors/age beside the repository")
class VectorsTest {
  private static final int KNOWN = 143;

  private static List<Vector> vectors = List.of();

  static boolean arePresent() {
    return Vectors.directory() != null;
  }

  @BeforeAll
  static void readVectors() {
    vectors = Vectors.in(Objects.requireNonNull(Vectors.directory()));
  }

  @Test
  void noVectorIsMissing() {
    assertTrue(vectors.size() >= KNOWN, vectors.size() + " vectors, once there were " + KNOWN);
  }

  @TestFactory
  Stream<DynamicTest> everyVector_hasTheOutcomeItDemands() {
    return vectors.stream()
        .map(vector -> DynamicTest.dynamicTest(vector.name(), () -> requireOutcome(vector)));
  }

  @TestFactory
  Stream<DynamicTest> everyHeaderThatParses_isWrittenTheSameAgain() {
    return vectors.stream()
        .filter(vector -> !vector.isArmored() && !vector.expect().equals("header failure"))
        .map(vector -> DynamicTest.dynamicTest(vector.name(), () -> requireSameHeader(vector)));
  }

  @TestFactory
  Stream<DynamicTest> everyArmorThatParses_isWrittenTheSameAgain() {
    return vectors.stream()
        .filter(vector -> vector.isArmored() && !vector.expect().equals("armor failure"))
        .map(vector -> DynamicTest.dynamicTest(vector.name(), () -> requireSameArmor(vector)));
  }

  private static void requireOutcome(Vector vector) throws NoSuchAlgorithmException {
    try {
      byte[] plaintext = vector.decrypt();
      assertEquals(vector.expect(), "success");
      assertEquals(vector.payload(), sha256(plaintext));
    } catch (WrongIdentityException e) {
      assertEquals(vector.expect(), "no match", e.getMessage());
    } catch (AgeFormatException e) {
      assertEquals(vector.expect(), outcome(e.reason()), e.getMessage());
    }
  }

  private static String outcome(AgeFormatException.Reason reason) {
    String name = reason.name();
    return (name.equals("HMAC") ? name : name.toLowerCase(Locale.ROOT)) + " failure";
  }

  private static void requireSameHeader(Vector vector) throws AgeFormatException {
    Header header = HeaderReader.read(vector.file());
    assertArrayEquals(Arrays.copyOf(vector.file(), header.length()), header.encode());
  }

  private static void requireSameArmor(Vector vector) throws AgeFormatException {
    String expected = vector.text().replace("\r\n", "\n").strip() + "\n";
    assertEquals(expected, Armor.encode(Armor.decode(vector.text())));
  }

  private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
