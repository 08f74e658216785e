package dev.countersign.cli;

import java.util.Arrays;
import java.util.List;

/** Asks before something is done that takes values away. */
final class Confirmation {
  static final Option YES = Option.flag("--yes", "do it without asking");

  private Confirmation() {}

  /**
   * Lists what is to be done, and goes on only after a typed yes or with {@code --yes}.
   *
   * @param what what is to be done, for the question: {@code remove 2 values}
   */
  static void require(List<String> listing, String what, Arguments arguments, Context context)
      throws Failure {
    for (String line : listing) {
      context.err().println(line);
    }
    context.err().flush();
    if (!arguments.has(YES) && !isConfirmed(what, context)) {
      throw Failure.refused("not confirmed: nothing was done");
    }
  }

  private static boolean isConfirmed(String what, Context context) throws Failure {
    if (!context.terminal().canAsk()) {
      throw Failure.refused(
          "nobody can be asked here whether to " + what + "\n  fix: look at the list, pass --yes");
    }
    char[] answer = context.terminal().ask(what + "? type yes, which does not show: ");
    return answer != null && Arrays.equals(answer, new char[] {'y', 'e', 's'});
  }
}
