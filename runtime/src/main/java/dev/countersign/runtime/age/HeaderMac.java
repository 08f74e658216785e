package dev.countersign.runtime.age;

import java.util.Arrays;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** The code that ties every byte of a header to the file key. */
final class HeaderMac {
  static final int LENGTH = 32;

  private static final byte[] NO_SALT = {};

  private HeaderMac() {}

  /** Returns the code over the header's bytes up to and including its three dashes. */
  static byte[] compute(byte[] fileKey, byte[] bytes, int length) {
    byte[] key = Hkdf.derive(fileKey, NO_SALT, "header");
    try {
      HMac hmac = new HMac(Sha256.create());
      hmac.init(new KeyParameter(key));
      hmac.update(bytes, 0, length);
      byte[] mac = new byte[LENGTH];
      hmac.doFinal(mac, 0);
      return mac;
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }
}
