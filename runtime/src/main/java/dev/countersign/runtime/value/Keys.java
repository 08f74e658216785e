package dev.countersign.runtime.value;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.util.io.pem.PemObject;

/**
 * Private keys and certificates, of the algorithms that this Java knows. The only class that asks
 * {@code java.security}, which is slow to start, and so loaded only where such a site is filled.
 */
public final class Keys {
  private static final ASN1ObjectIdentifier RSA = new ASN1ObjectIdentifier("1.2.840.113549.1.1.1");
  private static final ASN1ObjectIdentifier EC = new ASN1ObjectIdentifier("1.2.840.10045.2.1");

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
      throw damaged();
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
    byte[] content = block.getContent();
    try {
      return switch (block.getType()) {
        case "PRIVATE KEY" -> content;
        case "RSA PRIVATE KEY" -> wrap(RSA, DERNull.INSTANCE, content);
        case "EC PRIVATE KEY" -> wrap(EC, curve(content), content);
        default ->
            throw new MisfitException(
                "is not a private key in PKCS#8: its PEM block is no -----BEGIN PRIVATE KEY-----");
      };
    } catch (IOException | RuntimeException e) {
      throw damaged();
    }
  }

  private static byte[] wrap(ASN1ObjectIdentifier algorithm, ASN1Encodable parameters, byte[] key)
      throws IOException {
    ASN1Encodable[] parts = {
      new ASN1Integer(0),
      new DERSequence(new ASN1Encodable[] {algorithm, parameters}),
      new DEROctetString(key)
    };
    return new DERSequence(parts).getEncoded();
  }

  /** Returns the curve, which the older form has within the key. */
  private static ASN1Encodable curve(byte[] key) {
    ASN1TaggedObject parameters =
        ASN1TaggedObject.getInstance(ASN1Sequence.getInstance(key).getObjectAt(2));
    return parameters.getExplicitBaseObject();
  }

  /** Java knows algorithms by their numbers, but this one by its name alone. */
  private static String algorithm(byte[] key) throws MisfitException {
    try {
      ASN1Encodable algorithm = ASN1Sequence.getInstance(key).getObjectAt(1);
      String number =
          ASN1ObjectIdentifier.getInstance(ASN1Sequence.getInstance(algorithm).getObjectAt(0))
              .getId();
      return number.equals(EC.getId()) ? "EC" : number;
    } catch (RuntimeException e) {
      throw damaged();
    }
  }

  private static MisfitException damaged() {
    return new MisfitException("is not a private key: what is in its PEM block is damaged");
  }
}
