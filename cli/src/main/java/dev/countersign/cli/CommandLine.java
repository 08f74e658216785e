package dev.countersign.cli;

import dev.countersign.runtime.declaration.NearMisses;
import java.util.List;

/**
 * A command found by the words that begin a line, and the words that are left for it.
 *
 * @param command the command
 * @param rest the words after its name
 */
record CommandLine(Command command, List<String> rest) {

  /**
   * Finds the command that these words begin with: one word, or two as in {@code identity show}.
   */
  static CommandLine find(List<String> words) throws Failure {
    String first = words.get(0);
    if (ArgumentParser.isOption(first)) {
      throw Failure.refused("a command comes first\n  fix: secret help");
    }
    Command command = Commands.find(first);
    if (command != null) {
      return new CommandLine(command, words.subList(1, words.size()));
    }
    List<String> group = Commands.inGroup(first);
    if (group.isEmpty()) {
      throw unknown(first);
    }
    Command second = words.size() == 1 ? null : Commands.find(first + " " + words.get(1));
    if (second == null) {
      throw Failure.refused("say which: secret " + String.join(", secret ", group));
    }
    return new CommandLine(second, words.subList(2, words.size()));
  }

  private static Failure unknown(String word) {
    return Failure.refused(
        "there is no command "
            + word
            + Text.similar(NearMisses.of(word, Commands.NAMES))
            + "\n  fix: secret help");
  }
}
