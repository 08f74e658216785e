package dev.countersign.cli;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
  private static final int CHUNK = 4096;

  private ControllingTerminal() {}

  /** Says whether there is one that can hide what is typed. */
  static boolean exists() {
    return stty("-g") != null;
  }

  /** Returns how many columns it has, or 0 if there is none that says so. */
  static int columns() {
    String size = stty("size"); // rows and columns
    return size == null ? 0 : Text.number(size.substring(size.indexOf(' ') + 1));
  }

  /**
   * Asks for what is not shown: a line, or a paste; null if the input ended before one, or cannot
   * be hidden.
   */
  static char @Nullable [] ask(String prompt) {
    String before = stty("-g");
    if (before == null) {
      return null;
    }
    Thread restoring = new Thread(() -> restore(before));
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

  /** For an interrupt at the prompt: what asks is not awakened then. */
  private static void restore(String before) {
    try (OutputStream out = new FileOutputStream(DEVICE)) {
      write(out, closing());
    } catch (IOException e) {
      // There is no terminal any more.
    }
    stty(before);
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
      write(out, marks() ? TypedText.MARK_PASTES + prompt : prompt);
      try {
        return TypedText.read(in);
      } finally {
        write(out, closing());
      }
    }
  }

  private static boolean marks() {
    return !"dumb".equals(System.getenv("TERM"));
  }

  /** Returns what ends a prompt: the line end that was typed did not show. */
  private static String closing() {
    return marks() ? TypedText.MARK_NO_PASTES + "\n" : "\n";
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Drops what was typed and not read: the rest of a paste must not get to the shell. */
  static boolean discard() {
    try (InputStream in = new FileInputStream(DEVICE)) {
      return in.available() > 0 && discard(in);
    } catch (IOException e) {
      return false;
    }
  }

  /** Reads what is there, a line that is not ended too. */
  private static boolean discard(InputStream in) throws IOException {
    String before = stty("-g");
    if (before == null || stty("-icanon") == null) {
      return false;
    }
    try {
      boolean any = false;
      byte[] dropped = new byte[CHUNK];
      while (in.available() > 0) {
        any |= isText(dropped, in.read(dropped)); // readNBytes would ask where in the file it is
      }
      return any;
    } finally {
      stty(before);
    }
  }

  /** Says whether there is more than line ends, and wipes it. */
  private static boolean isText(byte[] bytes, int length) {
    boolean isText = false;
    for (int i = 0; i < length; i++) {
      isText |= bytes[i] != '\n' && bytes[i] != '\r';
      bytes[i] = 0;
    }
    return isText;
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
