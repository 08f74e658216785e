package dev.countersign.cli;

import dev.countersign.runtime.store.SecretStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Takes a value from a masked prompt or from standard input. Never shows any part of it. */
final class Values {
  static final Option EXACT =
      Option.flag("--exact", "keep the line end that standard input ends with");
  static final Option EMPTY = Option.flag("--empty", "take a value without a single byte");
  static final Option NO_CONFIRM = Option.flag("--no-confirm", "ask for the value once only");

  /** What to tell who gives a value as an argument. */
  static final String NEVER_ARGUMENTS =
      "a value never goes on the command line, where the shell's history and process lists show it"
          + "\n  fix: leave it away and type it when asked, or pipe it in: secret set … < FILE";

  private static final String PIPE_LINES =
      "\n  fix: type it again, or if it has several lines pipe it in: secret set … < FILE";
  private static final int MAX_TYPED_BYTES =
      System.getProperty("os.name", "").startsWith("Mac") ? 1000 : 4080; // of a line, near enough
  private static final int LINE_END = 2;
  private static final int MAX_BYTES_A_CHAR = 3;
  private static final char REPLACEMENT = '\uFFFD';

  private final Context context;
  private final Arguments arguments;

  Values(Context context, Arguments arguments) {
    this.context = context;
    this.arguments = arguments;
  }

  /** Refuses, before anything is asked or read, where no value can come from. */
  void requireSource() throws Failure {
    if (context.terminal().isInput() && !context.terminal().canAsk()) {
      throw Failure.refused(
          "the value cannot be asked for: standard output is not a terminal, and what you type"
              + " would show\n  fix: do not redirect the output, or pipe the value in");
    }
  }

  /**
   * Returns the value's bytes.
   *
   * @param what the secret and the place, for the prompt
   */
  byte[] read(String what) throws Failure {
    byte[] value = context.terminal().isInput() ? ask(what) : readInput();
    if (value.length > SecretStore.MAX_VALUE_BYTES) {
      throw Failure.refused(
          "the value is larger than 1 MiB, which is the limit: nothing was set"
              + "\n  fix: keep large data elsewhere, and set the key that it is sealed with");
    }
    if (value.length == 0 && !arguments.has(EMPTY)) {
      throw Failure.refused(
          "the value is empty, as when a command before a pipe fails: nothing was set"
              + "\n  fix: give a value, or pass --empty if none is meant");
    }
    return value;
  }

  private byte[] ask(String what) throws Failure {
    char[] value = typed("value of " + what + ": ", "nothing was typed");
    if (!arguments.has(NO_CONFIRM)) {
      char[] again = typed("once more: ", "nothing was typed to confirm it");
      boolean same = Arrays.equals(value, again);
      Arrays.fill(again, '\0');
      if (!same) {
        Arrays.fill(value, '\0');
        context.terminal().discard();
        throw Failure.refused("the two differ: nothing was set" + PIPE_LINES);
      }
    }
    if (context.terminal().discard()) {
      Arrays.fill(value, '\0');
      throw Failure.refused("more lines came than were asked for: nothing was set" + PIPE_LINES);
    }
    return requireWhole(encoded(value));
  }

  /** Refuses a line as long as a terminal takes, which drops what comes behind it. */
  private static byte[] requireWhole(byte[] value) throws Failure {
    int inLine = 0;
    for (byte each : value) {
      inLine = each == '\n' ? 0 : inLine + 1;
      if (inLine == MAX_TYPED_BYTES) {
        Arrays.fill(value, (byte) 0);
        throw Failure.refused(
            "a line is longer than a terminal takes: nothing was set"
                + "\n  fix: pipe the value in: secret set … < FILE");
      }
    }
    return value;
  }

  private char[] typed(String prompt, String otherwise) throws Failure {
    char[] line = context.terminal().ask(prompt);
    if (line == null) {
      throw Failure.refused(
          otherwise + ": nothing was set\n  fix: run it again, and type the value");
    }
    return line;
  }

  /** Wipes the characters. */
  private static byte[] encoded(char[] value) throws Failure {
    ByteBuffer buffer = ByteBuffer.allocate(value.length * MAX_BYTES_A_CHAR);
    CoderResult result =
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(value), buffer, true);
    boolean garbled = result.isError() || isGarbled(value);
    byte[] bytes = Arrays.copyOf(buffer.array(), buffer.position());
    Arrays.fill(buffer.array(), (byte) 0);
    Arrays.fill(value, '\0');
    if (garbled) {
      throw Failure.refused(
          "the terminal sent bytes that are not UTF-8: nothing was set\n  fix: pipe the value in");
    }
    return bytes;
  }

  private static boolean isGarbled(char[] value) {
    for (char c : value) {
      if (c == REPLACEMENT) {
        return true;
      }
    }
    return false;
  }

  private byte[] readInput() throws Failure {
    try {
      byte[] bytes = context.in().readNBytes(SecretStore.MAX_VALUE_BYTES + LINE_END + 1);
      return arguments.has(EXACT) ? bytes : withoutLineEnd(bytes);
    } catch (IOException e) {
      throw Failure.refused(
          "standard input is closed, and the value is read from it"
              + "\n  fix: pipe the value in, or run this in a terminal and type it");
    }
  }

  private static byte[] withoutLineEnd(byte[] bytes) {
    int end = bytes.length;
    if (end > 0 && bytes[end - 1] == '\n') {
      end--;
      if (end > 0 && bytes[end - 1] == '\r') {
        end--;
      }
    }
    return Arrays.copyOf(bytes, end);
  }
}
