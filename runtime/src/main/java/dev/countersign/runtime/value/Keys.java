package dev.countersign.runtime.value;

import java.io.ByteArrayInputStream;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import org.bouncycastle.util.io.pem.PemObject;

/**
 * Private keys and certificates, of the algorithms that this Java knows. The only class that asks
 * {@code java.security}, which is slow to start, and so loaded only where such a site is filled.
 */
public final class Keys {
  private static final byte[] ZERO = {Der.INTEGER, 1, 0};
  private static final byte[] RSA = {
    Der.SEQUENCE,
    13,
    Der.IDENTIFIER,
    9,
    0x2A,
    (byte) 0x86,
    0x48,
    (byte) 0x86,
    (byte) 0xF7,
    13,
    1,
    1,
    1,
    5,
    0
  };
  private static final String EC = "1.2.840.10045.2.1";
  private static final byte[] ELLIPTIC = {
    Der.IDENTIFIER, 7, 0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 2, 1
  };

  private Keys() {}

  /** Returns the certificate that is alone in a PEM text. */
  public static X509Certificate certificate(String text) throws MisfitException {
    PemObject block = Pem.only(text, "a certificate");
    if (!block.getType().endsWith("CERTIFICATE")) {
      throw new MisfitException("is no certificate: its PEM block is of another kind");
    }
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(block.getContent()));
    } catch (CertificateException e) {
      throw new MisfitException("is not a certificate: what is in its PEM block is damaged");
    }
  }

  /** Returns the key that is alone in a PEM text: PKCS#8, or the older forms of RSA and EC. */
  public static PrivateKey privateKey(String text) throws MisfitException {
    PemObject block = Pem.only(text, "a private key");
    refuseEncrypted(block);
    byte[] key = pkcs8(block);
    try {
      return KeyFactory.getInstance(algorithm(key)).generatePrivate(new PKCS8EncodedKeySpec(key));
    } catch (NoSuchAlgorithmException e) {
      throw new MisfitException("is a private key of an algorithm that this Java does not know");
    } catch (InvalidKeySpecException e) {
      throw new MisfitException("is not a private key: what is in its PEM block is damaged");
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  private static void refuseEncrypted(PemObject block) throws MisfitException {
    if (block.getType().startsWith("ENCRYPTED") || !block.getHeaders().isEmpty()) {
      throw new MisfitException(
          "is a private key under a passphrase, and it is sealed already: set it without one"
              + " (openssl pkcs8 -topk8 -nocrypt)");
    }
  }

  private static byte[] pkcs8(PemObject block) throws MisfitException {
    return switch (block.getType()) {
      case "PRIVATE KEY" -> block.getContent();
      case "RSA PRIVATE KEY" -> wrap(RSA, block.getContent());
      case "EC PRIVATE KEY" -> wrap(elliptic(block.getContent()), block.getContent());
      default ->
          throw new MisfitException(
              "is not a private key in PKCS#8: its PEM block is no -----BEGIN PRIVATE KEY-----");
    };
  }

  private static byte[] wrap(byte[] algorithm, byte[] key) {
    return Der.element(Der.SEQUENCE, ZERO, algorithm, Der.element(Der.OCTETS, key));
  }

  /** Returns EC with the curve that the older form has within the key. */
  private static byte[] elliptic(byte[] key) throws MisfitException {
    Der inner = new Der(new Der(key).next(Der.SEQUENCE));
    inner.next(Der.INTEGER);
    inner.next(Der.OCTETS);
    return Der.element(Der.SEQUENCE, ELLIPTIC, inner.next(Der.PARAMETERS));
  }

  private static String algorithm(byte[] key) throws MisfitException {
    Der inner = new Der(new Der(key).next(Der.SEQUENCE));
    inner.next(Der.INTEGER);
    String identifier = Der.dotted(new Der(inner.next(Der.SEQUENCE)).next(Der.IDENTIFIER));
    return identifier.equals(EC) ? "EC" : identifier; // Java knows the others by their numbers
  }
}
