package dev.countersign.runtime.store;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Reads what a process prints, up to a limit, while somebody else waits for its end. */
final class OutputReader extends Thread {
  private final InputStream in;
  private final int limit;
  private byte[] bytes = {};
  private volatile boolean failed;

  OutputReader(InputStream in, int limit) {
    super("countersign-key-command");
    this.in = in;
    this.limit = limit;
    setDaemon(true);
  }

  @Override
  public void run() {
    try (in) {
      bytes = in.readNBytes(limit);
    } catch (IOException e) {
      failed = true;
    }
  }

  /** Waits for the end of the output, which a process left behind may hold open. */
  boolean ends(Duration patience) throws InterruptedException {
    join(Math.max(1, patience.toMillis()));
    return !isAlive();
  }

  /** Returns what was printed; known once the output has ended. */
  byte[] bytes() throws IOException {
    if (failed) {
      throw new IOException("its output could not be read");
    }
    return bytes;
  }
}
