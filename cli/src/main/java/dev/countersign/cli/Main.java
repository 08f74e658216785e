package dev.countersign.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The program {@code secret}. The one place that touches the process: its streams, which are UTF-8
 * whatever the locale, its environment, and its end.
 */
public final class Main {
  private static final String CLOSED = "countersign.closed";

  private Main() {}

  /**
   * Runs the command that the arguments name, and ends the process with its status: at once, for
   * nothing is left to do, and a Java of 21 or later would look for a log to write the end to.
   */
  public static void main(String[] arguments) {
    Context context = context();
    int status = isClosed('1') ? closedOutput(context) : run(arguments, context);
    context.err().flush();
    Runtime.getRuntime().halt(status);
  }

  private static int run(String[] arguments, Context context) {
    int status = new Dispatcher().run(List.of(arguments), context);
    if (context.out().checkError()) {
      context.err().println("secret: standard output could not be written");
      return ExitStatus.UNUSABLE;
    }
    return status;
  }

  private static int closedOutput(Context context) {
    context.err().println("secret: standard output is closed\n  fix: send it to /dev/null instead");
    return ExitStatus.UNUSABLE;
  }

  static Context context() {
    return new Context(
        isClosed('0') ? new ClosedInput() : System.in,
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        System.getenv(),
        properties(),
        Path.of("").toAbsolutePath(),
        new ProcessTerminal());
  }

  /** Says whether the launcher found a standard stream closed, and put another in its place. */
  private static boolean isClosed(char descriptor) {
    return System.getProperty(CLOSED, "").indexOf(descriptor) >= 0;
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    FileOutputStream file = new FileOutputStream(descriptor);
    return new PrintStream(new BufferedOutputStream(file), false, StandardCharsets.UTF_8);
  }

  private static Map<String, String> properties() {
    Map<String, String> properties = new HashMap<>();
    for (String name :
        new String[] {
          "os.name",
          "user.home",
          "user.name",
          "java.home",
          "java.version",
          "java.specification.version",
          DeclarationsCache.BUILD,
          ChildProcess.LOCALE
        }) {
      properties.put(name, System.getProperty(name, ""));
    }
    return properties;
  }
}
