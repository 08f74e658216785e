package dev.countersign.runtime.age;

/**
 * The points of Curve25519 and its twist whose product with any private key is zero.
 *
 * <p>There are seven encodings below 2^255; the highest bit of a point is ignored.
 */
final class LowOrderPoints {
  private static final String[] ENCODINGS = {
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
    "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  };

  private LowOrderPoints() {}

  static boolean contains(byte[] point) {
    byte[] masked = point.clone();
    masked[masked.length - 1] &= 0x7f;
    String hex = Fingerprint.hex(masked, masked.length);
    for (String encoding : ENCODINGS) {
      if (encoding.equals(hex)) {
        return true;
      }
    }
    return false;
  }
}
