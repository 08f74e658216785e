package dev.countersign.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A command that is run in our place: with our streams and terminal, and signals handed on. */
final class ChildProcess {
  /** What the launcher found in {@code LC_ALL} before it put another there; empty if it did not. */
  static final String LOCALE = "countersign.locale";

  private static final String OURS = "COUNTERSIGN_";
  private static final String LC_ALL = "LC_ALL";
  private static final int NOT_RUNNABLE = 126;
  private static final int NOT_FOUND = 127;

  private final List<String> command;
  private final List<ExportedValue> values;
  private final Context context;

  /**
   * Makes a command that is not run yet.
   *
   * @param values what it gets as variables besides our own
   */
  ChildProcess(List<String> command, List<ExportedValue> values, Context context) {
    this.command = command;
    this.values = values;
    this.context = context;
  }

  /** Runs the command, its output through a mask if there is one, and returns its exit status. */
  int run(@Nullable Mask mask) throws Failure {
    ProcessBuilder builder = builder().inheritIO();
    if (mask != null) {
      builder.redirectOutput(Redirect.PIPE).redirectError(Redirect.PIPE);
    }
    Signals signals = Signals.held(context);
    try {
      Process process = builder.start();
      signals.handTo(process);
      List<Thread> outputs = mask == null ? List.of() : masking(process, mask);
      int status = process.waitFor();
      for (Thread output : outputs) {
        output.join();
      }
      return status;
    } catch (IOException e) {
      return failed(e);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private List<Thread> masking(Process process, Mask mask) {
    return List.of(
        copying(process.getInputStream(), mask, context.out()),
        copying(process.getErrorStream(), mask, context.err()));
  }

  private static Thread copying(InputStream in, Mask mask, PrintStream out) {
    Thread thread =
        new Thread(
            () -> {
              try {
                new MaskedStream(mask, out).copy(in);
              } catch (IOException e) {
                out.flush(); // the command is gone, and its output with it
              }
            });
    thread.start();
    return thread;
  }

  private ProcessBuilder builder() {
    context.out().flush();
    context.err().flush();
    ProcessBuilder builder = new ProcessBuilder(command).directory(context.directory().toFile());
    fill(builder.environment());
    return builder;
  }

  /** Changes what must change, and no more: Java keeps the bytes of what is left alone. */
  private void fill(Map<String, String> variables) {
    Map<String, String> inherited = context.environment();
    variables.keySet().retainAll(inherited.keySet());
    for (Map.Entry<String, String> variable : inherited.entrySet()) {
      if (!variable.getValue().equals(variables.get(variable.getKey()))) {
        variables.put(variable.getKey(), variable.getValue());
      }
    }
    variables.keySet().removeIf(name -> name.startsWith(OURS));
    String locale = context.property(LOCALE);
    if (locale.startsWith("=")) {
      variables.put(LC_ALL, locale.substring(1));
    } else if (!locale.isEmpty()) {
      variables.remove(LC_ALL);
    }
    for (ExportedValue value : values) {
      variables.put(value.name(), ExportFormat.plain(value));
    }
  }

  /** Tells what the system said, by its number: the words may hold anything. */
  private int failed(IOException e) throws Failure {
    int error = SystemError.numberOf(e);
    if (error == SystemError.TOO_LONG || error == SystemError.TOO_LONG_ON_WINDOWS) {
      throw Failure.refused(
          "all variables together are more than this system takes; the largest secret is "
              + largest()
              + "\n  fix: name the secrets that the command needs: "
              + Selection.ONLY.label());
    }
    boolean isAbsent = error == SystemError.NOT_FOUND;
    context
        .err()
        .println("secret: " + command.get(0) + (isAbsent ? " is not found" : " cannot be run"));
    return isAbsent ? NOT_FOUND : NOT_RUNNABLE;
  }

  private String largest() {
    String name = "";
    int length = -1;
    for (ExportedValue value : values) {
      if (value.bytes().length > length) {
        name = value.name();
        length = value.bytes().length;
      }
    }
    return name;
  }

  private static Failure interrupted() {
    Thread.currentThread().interrupt();
    return Failure.unusable("interrupted while the command ran");
  }
}
