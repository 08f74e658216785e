package dev.countersign.cli;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The terminal that a POSIX process was started from, wherever its streams lead. What is typed is
 * hidden by {@code stty}, and shown again when the line ends or the process does, unless it is
 * killed outright.
 */
final class ControllingTerminal {
  private static final File DEVICE = new File("/dev/tty");
  private static final long PATIENCE_SECONDS = 10;
  private static final int MAX_BYTES = 4096; // a line of a terminal is shorter

  private ControllingTerminal() {}

  /** Says whether there is one that can hide what is typed. */
  static boolean exists() {
    return stty("-g") != null;
  }

  /** Returns how many columns it has, or 0 if there is none that says so. */
  static int columns() {
    String size = stty("size"); // rows and columns
    return size == null ? 0 : Screen.columns(size.substring(size.indexOf(' ') + 1));
  }

  /** Asks for a line that is not shown; null if the input ended before one, or cannot be hidden. */
  static char @Nullable [] ask(String prompt) {
    String before = stty("-g");
    if (before == null) {
      return null;
    }
    Thread restoring = new Thread(() -> stty(before));
    Runtime.getRuntime().addShutdownHook(restoring); // before anything is hidden
    try {
      return stty("-echo") == null ? null : answer(prompt);
    } catch (IOException e) {
      return null;
    } finally {
      stty(before);
      forget(restoring);
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // it is running: the process ends
    }
  }

  private static char @Nullable [] answer(String prompt) throws IOException {
    try (InputStream in = new FileInputStream(DEVICE);
        OutputStream out = new FileOutputStream(DEVICE)) {
      out.write(prompt.getBytes(StandardCharsets.UTF_8));
      char[] line = line(in);
      out.write('\n'); // the one that was typed did not show
      return line;
    }
  }

  private static char @Nullable [] line(InputStream in) throws IOException {
    byte[] bytes = new byte[MAX_BYTES];
    int length = 0;
    int next = in.read();
    boolean isEnded = next < 0;
    while (next >= 0 && next != '\n' && length < MAX_BYTES) {
      bytes[length++] = (byte) next;
      next = in.read();
    }
    char[] line = decoded(ByteBuffer.wrap(bytes, 0, length));
    Arrays.fill(bytes, (byte) 0);
    return isEnded ? null : line;
  }

  private static char[] decoded(ByteBuffer bytes) throws IOException {
    CharBuffer chars =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .decode(bytes);
    char[] line = Arrays.copyOf(chars.array(), chars.limit());
    Arrays.fill(chars.array(), '\0');
    return line;
  }

  /** Runs {@code stty} on the terminal, and returns what it says, or null if it fails. */
  private static @Nullable String stty(String argument) {
    try {
      Process stty =
          new ProcessBuilder(List.of("stty", argument))
              .redirectInput(DEVICE)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String said = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean isDone = stty.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return isDone && stty.exitValue() == 0 ? said.strip() : null;
    } catch (IOException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
