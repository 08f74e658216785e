package dev.countersign.runtime.store;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Identities that a command prints, such as a password manager's. It gets no input, its messages go
 * where this program's go, and it has half a minute. Neither the command nor its output is ever
 * part of a message.
 */
final class CommandSource implements IdentitySource {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String command;
  private final Duration patience;

  CommandSource(String command) {
    this(command, PATIENCE);
  }

  CommandSource(String command, Duration patience) {
    this.command = command;
    this.patience = patience;
  }

  @Override
  public String name() {
    return ReaderIdentities.KEY_COMMAND;
  }

  @Override
  public String remedy() {
    return "set " + name() + " to a command that prints AGE-SECRET-KEY-… lines and nothing else";
  }

  @Override
  public boolean isAskedOnce() {
    return true;
  }

  @Override
  public byte[] read() throws StoreException {
    try {
      return run();
    } catch (IOException e) {
      throw failed("could not be run: " + Reasons.of(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("was interrupted");
    }
  }

  private byte[] run() throws IOException, InterruptedException, StoreException {
    long start = System.nanoTime();
    Process process = start();
    try {
      OutputReader output = new OutputReader(process.getInputStream(), MAX_BYTES);
      output.start();
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)
          || !output.ends(patience.minusNanos(System.nanoTime() - start))) {
        throw failed("did not end within " + patience.toSeconds() + " s");
      }
      if (process.exitValue() != 0) {
        throw failed("ended with status " + process.exitValue());
      }
      return output.bytes();
    } finally {
      end(process);
    }
  }

  private Process start() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(shell(File.separatorChar == '\\', command));
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    process.getOutputStream().close();
    return process;
  }

  /** Returns the command as the system's own shell takes it. */
  static List<String> shell(boolean windows, String command) {
    return windows ? List.of("cmd", "/c", command) : List.of("sh", "-c", command);
  }

  /** Ends the command with all that it started, should anything of it still run. */
  private static void end(Process process) {
    Iterator<ProcessHandle> children = process.descendants().iterator();
    while (children.hasNext()) {
      children.next().destroyForcibly();
    }
    process.destroyForcibly();
  }

  private StoreException failed(String how) {
    return new StoreException("the command in " + name() + " " + how, remedy());
  }
}
