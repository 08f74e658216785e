package dev.countersign.runtime.store;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.age.Age;
import dev.countersign.runtime.age.AgeFormatException;
import dev.countersign.runtime.age.Armor;
import dev.countersign.runtime.age.Fingerprint;
import dev.countersign.runtime.age.Identity;
import dev.countersign.runtime.age.Recipient;
import dev.countersign.runtime.age.Recipients;
import dev.countersign.runtime.age.WrongIdentityException;
import java.util.Arrays;
import java.util.List;

/** Seals one value into a block, and opens a block for exactly the place it is found in. */
final class BlockCipher {
  private BlockCipher() {}

  /** Seals a value; needs no private key. */
  static Block seal(Environment environment, SecretName name, int version, byte[] value, String to)
      throws StoreException {
    byte[] frame = ValueFrame.wrap(ValueFrame.line(environment, name, version), value);
    try {
      String armored = Armor.encode(Age.encrypt(frame, List.of(recipient(to))));
      return Block.sealed(name, version, Fingerprint.of(to), armored);
    } finally {
      Arrays.fill(frame, (byte) 0);
    }
  }

  /** Opens a sealed block; the caller wipes the value. */
  static byte[] open(SealedFile file, Block block, String armored, Identity identity)
      throws StoreFormatException {
    byte[] frame = decrypt(file, block, armored, identity);
    try {
      checkBound(file, block, ValueFrame.lineOf(frame));
      return value(file, block, frame);
    } finally {
      Arrays.fill(frame, (byte) 0);
    }
  }

  private static byte[] decrypt(SealedFile file, Block block, String armored, Identity identity)
      throws StoreFormatException {
    try {
      return Age.decrypt(Armor.decode(armored), List.of(identity));
    } catch (AgeFormatException e) {
      throw file.fault(block, "the block of " + block.name() + " is damaged: " + e.getMessage());
    } catch (WrongIdentityException e) {
      throw file.fault(
          block, "the block of " + block.name() + " is not sealed to the key that it names");
    }
  }

  private static void checkBound(SealedFile file, Block block, String line)
      throws StoreFormatException {
    String expected = ValueFrame.line(file.environment(), block.name(), block.version());
    if (line.equals(expected)) {
      return;
    }
    String claim = FrameClaim.of(line);
    throw file.fault(
        block,
        claim == null
            ? "what is sealed in the block does not begin with `" + expected + "`"
            : "the block was moved from where it belongs: it is "
                + claim
                + ", not "
                + block.name()
                + " v"
                + block.version()
                + " of "
                + file.environment());
  }

  private static byte[] value(SealedFile file, Block block, byte[] frame)
      throws StoreFormatException {
    byte[] value = ValueFrame.valueOf(frame);
    if (value.length > ValueFrame.MAX_VALUE_BYTES) {
      throw file.fault(block, "the value of " + block.name() + " is larger than 1 MiB");
    }
    return value;
  }

  private static Recipient recipient(String to) throws StoreException {
    try {
      return Recipients.parse(to);
    } catch (AgeFormatException e) {
      throw new StoreException("not an age recipient: " + to, "secret verify");
    }
  }
}
