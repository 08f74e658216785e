package dev.countersign.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a command sees of the process it runs in, so that tests can run it in theirs.
 *
 * @param in standard input
 * @param out where results go
 * @param err where everything else goes
 * @param environment the process environment
 * @param properties the system properties {@code os.name}, {@code user.home}, {@code user.name}
 * @param directory the working directory, absolute
 * @param terminal the person before the screen
 */
record Context(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    Map<String, String> properties,
    Path directory,
    Terminal terminal) {

  /** Returns a variable; an empty one counts as unset. */
  @Nullable String variable(String name) {
    String value = environment.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  String property(String name) {
    return properties.getOrDefault(name, "");
  }

  /**
   * Returns the same surroundings in another working directory. Who names one on the command line
   * means it, whichever root the environment names.
   */
  Context in(Path other) {
    Map<String, String> variables = new HashMap<>(environment);
    variables.remove(Root.VARIABLE);
    return new Context(in, out, err, variables, properties, other, terminal);
  }
}
