package dev.countersign.runtime.age;

import java.util.Arrays;
import java.util.List;
import javax.security.auth.DestroyFailedException;
import org.bouncycastle.crypto.SecretWithEncapsulation;
import org.bouncycastle.pqc.crypto.xwing.XWingKEMGenerator;
import org.bouncycastle.pqc.crypto.xwing.XWingPublicKeyParameters;

/** A post-quantum public key, {@code age1pq1…}: ML-KEM-768 and X25519, either of which protects. */
final class HybridRecipient extends Recipient {
  static final String PREFIX = "age1pq";

  private final XWingPublicKeyParameters key;

  private HybridRecipient(byte[] bytes, String text) {
    super(text);
    this.key = new XWingPublicKeyParameters(bytes);
  }

  static HybridRecipient of(byte[] bytes) {
    return new HybridRecipient(bytes, Bech32.encode(PREFIX, bytes));
  }

  static HybridRecipient parse(String text) throws AgeFormatException {
    byte[] bytes = Bech32.decode(PREFIX, text, XWing.PUBLIC_KEY_LENGTH);
    if (LowOrderPoints.contains(XWing.point(bytes))) {
      throw unusable();
    }
    try {
      return new HybridRecipient(bytes, text);
    } catch (IllegalArgumentException e) {
      throw unusable();
    }
  }

  private static AgeFormatException unusable() {
    return new AgeFormatException(
        AgeFormatException.Reason.KEY,
        "not a post-quantum public key: its numbers are out of range");
  }

  @Override
  public boolean isPostQuantum() {
    return true;
  }

  @Override
  Stanza wrap(byte[] fileKey) {
    SecretWithEncapsulation agreed =
        new XWingKEMGenerator(Randomness.source()).generateEncapsulated(key);
    byte[] shared = agreed.getSecret();
    try {
      List<String> words =
          List.of(Hpke.TYPE, StrictBase64.encodeUnpadded(agreed.getEncapsulation()));
      return new Stanza(words, Hpke.seal(shared, fileKey));
    } finally {
      Arrays.fill(shared, (byte) 0);
      destroy(agreed);
    }
  }

  private static void destroy(SecretWithEncapsulation agreed) {
    try {
      agreed.destroy();
    } catch (DestroyFailedException e) {
      throw new IllegalStateException("Bouncy Castle's own implementation always can", e);
    }
  }
}
