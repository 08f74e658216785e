package dev.countersign.runtime.age;

import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.engines.ChaCha7539Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/**
 * Bouncy Castle's ChaCha20, for a cold start: its own {@code init} asks the registry that {@link
 * Sha256} avoids. The key stream is Bouncy Castle's; here it is only laid over the bytes.
 */
final class ChaCha20 extends ChaCha7539Engine {
  private static final int BLOCK_LENGTH = 64;

  private final byte[] block = new byte[BLOCK_LENGTH];
  private int used = BLOCK_LENGTH;

  @Override
  public void init(boolean forEncryption, CipherParameters parameters) {
    ParametersWithIV withNonce = (ParametersWithIV) parameters;
    setKey(((KeyParameter) withNonce.getParameters()).getKey(), withNonce.getIV());
    reset();
  }

  @Override
  public void reset() {
    resetCounter();
    used = BLOCK_LENGTH;
  }

  @Override
  public int processBytes(byte[] in, int from, int length, byte[] out, int to) {
    int done = 0;
    while (done < length) {
      if (used == BLOCK_LENGTH) {
        nextBlock();
      }
      int count = Math.min(length - done, BLOCK_LENGTH - used);
      lay(in, from + done, count, out, to + done);
      done += count;
    }
    return length;
  }

  /** A plain loop over what one block covers, which a warm virtual machine runs many at a time. */
  private void lay(byte[] in, int from, int count, byte[] out, int to) {
    int start = used;
    for (int i = 0; i < count; i++) {
      out[to + i] = (byte) (in[from + i] ^ block[start + i]);
    }
    used = start + count;
  }

  private void nextBlock() {
    generateKeyStream(block);
    advanceCounter();
    used = 0;
  }
}
