package dev.countersign.runtime.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
  /** The curve that OpenSSL calls prime256v1, as the older form of key names it. */
  private static final ASN1ObjectIdentifier CURVE = new ASN1ObjectIdentifier("1.2.840.10045.3.1.7");

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC", "Ed25519", "Ed448", "X25519", "DSA", "RSASSA-PSS", "DH"})
  void pkcs8_givesTheKeyOfItsAlgorithm(String algorithm) throws Exception {
    PrivateKey key = generate(algorithm);
    PrivateKey read = Keys.privateKey(pem("PRIVATE KEY", key.getEncoded()));
    assertEquals(key, read);
  }

  @Test
  void olderFormOfRsa_isTheSameKey() throws Exception {
    PrivateKey key = generate("RSA");
    assertEquals(key, Keys.privateKey(pem("RSA PRIVATE KEY", within(key))));
  }

  @Test
  void olderFormOfEc_isTheSameKey_withItsParametersBeforeItOrNot() throws Exception {
    PrivateKey key = generate("EC");
    ASN1Sequence old = ASN1Sequence.getInstance(within(key));
    ASN1Encodable[] parts = {
      old.getObjectAt(0), old.getObjectAt(1), new DERTaggedObject(true, 0, CURVE)
    };
    byte[] withCurve = new DERSequence(parts).getEncoded();
    String pem = pem("EC PRIVATE KEY", withCurve);
    assertEquals(number(key), number(Keys.privateKey(pem)));
    assertEquals(
        number(key), number(Keys.privateKey(pem("EC PARAMETERS", CURVE.getEncoded()) + pem)));
  }

  @Test
  void whiteSpaceAroundAndWindowsLineEnds_doNotMatter() throws Exception {
    PrivateKey key = generate("Ed25519");
    String pem = pem("PRIVATE KEY", key.getEncoded());
    assertEquals(key, Keys.privateKey("\n " + pem.replace("\n", "\r\n") + "\n\n"));
  }

  @Test
  void keyUnderAPassphrase_isRefusedWithWhatToDo() throws Exception {
    byte[] key = generate("EC").getEncoded();
    String expected =
        "is a private key under a passphrase, and it is sealed already: set it without one"
            + " (openssl pkcs8 -topk8 -nocrypt)";
    assertEquals(expected, refusal(pem("ENCRYPTED PRIVATE KEY", key)));
    String old = pem("RSA PRIVATE KEY", key);
    String header = "-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n";
    assertEquals(expected, refusal(old.replaceFirst("-----\n", header)));
  }

  @Test
  void otherBlocks_areRefusedByTheirKind() throws Exception {
    byte[] key = generate("Ed25519").getEncoded();
    assertTrue(refusal(pem("OPENSSH PRIVATE KEY", key)).startsWith("is not a private key in PKCS"));
    assertTrue(refusal(Certificates.PEM).startsWith("is not a private key in PKCS#8"));
    String pem = pem("PRIVATE KEY", key);
    assertEquals("holds more than one PEM block, and a site takes one", refusal(pem + pem));
  }

  @Test
  void keyCutAtAnyByteOrWithAnyByteChanged_neverBreaksTheReader() throws Exception {
    byte[] key = generate("EC").getEncoded();
    for (int i = 0; i < key.length; i++) {
      assertFalse(refusal(pem("PRIVATE KEY", Arrays.copyOf(key, i))).isEmpty());
      byte[] changed = key.clone();
      changed[i] ^= (byte) 0x81;
      readOrRefuse(pem("PRIVATE KEY", changed));
      readOrRefuse(pem("EC PRIVATE KEY", changed));
    }
  }

  @Test
  void algorithmThatIsNotKnown_isToldFromDamage() throws Exception {
    ASN1Encodable[] algorithm = {new ASN1ObjectIdentifier("1.2.3.4")};
    ASN1Encodable[] parts = {
      new ASN1Integer(0), new DERSequence(algorithm), new DEROctetString(new byte[200])
    };
    byte[] key = new DERSequence(parts).getEncoded();
    assertEquals(
        "is a private key of an algorithm that this Java does not know",
        refusal(pem("PRIVATE KEY", key)));
  }

  @Test
  void certificate_isRead() throws Exception {
    assertEquals(
        "CN=countersign-test",
        Keys.certificate(Certificates.PEM).getSubjectX500Principal().getName());
  }

  @Test
  void certificateThatIsNone_isRefusedWithoutACause() throws Exception {
    String damaged = pem("CERTIFICATE", new byte[] {1, 2, 3});
    MisfitException e = assertThrows(MisfitException.class, () -> Keys.certificate(damaged));
    assertEquals("is not a certificate: what is in its PEM block is damaged", e.getMessage());
    assertNull(e.getCause());
    assertEquals(
        "is no certificate: its PEM block is of another kind",
        assertThrows(
                MisfitException.class,
                () -> Keys.certificate(pem("PRIVATE KEY", generate("EC").getEncoded())))
            .getMessage());
    assertThrows(
        MisfitException.class, () -> Keys.certificate(Certificates.PEM + Certificates.PEM));
  }

  private static PrivateKey generate(String algorithm) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    if (algorithm.equals("EC")) {
      generator.initialize(256);
    } else if (algorithm.startsWith("RSA") || algorithm.startsWith("D")) {
      generator.initialize(1024);
    }
    return generator.generateKeyPair().getPrivate();
  }

  private static BigInteger number(PrivateKey key) {
    return ((ECPrivateKey) key).getS();
  }

  /** Returns the key that is within PKCS#8: the older form. */
  private static byte[] within(PrivateKey key) {
    ASN1Encodable octets = ASN1Sequence.getInstance(key.getEncoded()).getObjectAt(2);
    return ASN1OctetString.getInstance(octets).getOctets();
  }

  private static String pem(String kind, byte[] content) {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(kind, base64);
  }

  private static String refusal(String pem) {
    MisfitException e = assertThrows(MisfitException.class, () -> Keys.privateKey(pem));
    assertNull(e.getCause());
    return String.valueOf(e.getMessage());
  }

  private static void readOrRefuse(String pem) {
    try {
      assertTrue(Keys.privateKey(pem).getEncoded().length > 0);
    } catch (MisfitException e) {
      assertNull(e.getCause());
    }
  }
}
