package dev.countersign.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds what may stand at the end of an unfinished line. What is wrong with the line or the project
 * only leaves words out: a shell has no place for messages.
 */
final class Completion {
  private Context context;

  Completion(Context context) {
    this.context = context;
  }

  /** Returns the lines to print for the words after {@code secret}, of which the last counts. */
  List<String> complete(List<String> words) {
    if (words.isEmpty()) {
      return List.of();
    }
    String current = words.get(words.size() - 1);
    List<String> before = words.subList(0, words.size() - 1);
    while (!before.isEmpty() && before.get(0).equals(Syntax.DIRECTORY.name())) {
      if (before.size() == 1) {
        return matching(current, "", Syntax.DIRECTORY.words());
      }
      enter(before.get(1));
      before = before.subList(2, before.size());
    }
    if (before.isEmpty() && current.startsWith("-")) {
      return starting(current, Candidates.general());
    }
    return isCommandDue(before)
        ? starting(current, Candidates.commands(before))
        : inCommand(before, current);
  }

  private void enter(String directory) {
    try {
      context = context.in(Paths.resolve(context.directory(), directory));
    } catch (Failure e) {
      // as if it were not there
    }
  }

  /** Says whether the words do not choose a command yet. */
  private static boolean isCommandDue(List<String> before) {
    return before.isEmpty()
        || (before.size() == 1
            && Commands.find(before.get(0)) == null
            && !Commands.inGroup(before.get(0)).isEmpty());
  }

  private List<String> inCommand(List<String> before, String current) {
    try {
      CommandLine found = CommandLine.find(before);
      UnfinishedLine line = new UnfinishedLine(found.command().syntax(), found.rest());
      String directory = line.directory();
      if (directory != null) {
        enter(directory);
      }
      return complete(line, current);
    } catch (Failure e) {
      return List.of();
    }
  }

  private List<String> complete(UnfinishedLine line, String current) {
    Option pending = line.pending();
    if (pending != null) {
      return matching(current, "", pending.words());
    }
    if (!line.isAfterDashes() && current.startsWith("-")) {
      int equals = current.indexOf('=');
      Option option = equals < 0 ? null : line.option(current.substring(0, equals));
      return option == null
          ? starting(current, Candidates.options(line.open()))
          : matching(current, current.substring(0, equals + 1), option.words());
    }
    Parameter parameter = line.parameter();
    if (parameter == null) {
      return starting(current, Candidates.options(line.open()));
    }
    return switch (parameter.words().kind()) {
      case COMMAND -> starting(current, Candidates.commands(line.words()));
      case PROGRAM -> program(line, current);
      default -> matching(current, "", parameter.words());
    };
  }

  /** What is run has options of its own, so that dashes come before it. */
  private static List<String> program(UnfinishedLine line, String current) {
    if (line.words().isEmpty() && !line.isAfterDashes()) {
      List<String> lines = new ArrayList<>(List.of("--\tthe command follows"));
      lines.addAll(Candidates.options(line.open()));
      return starting(current, lines);
    }
    return List.of(line.words().isEmpty() ? ":program" : ":file");
  }

  /** Returns words for what follows the last comma, or what is kept; all before it stays. */
  private List<String> matching(String current, String kept, Words words) {
    int comma = words.isList() ? current.lastIndexOf(',') + 1 : 0;
    String prefix = current.substring(0, Math.max(kept.length(), comma));
    List<String> lines = new ArrayList<>();
    for (String line :
        starting(current.substring(prefix.length()), new Candidates(context).of(words))) {
      lines.add(line.startsWith(":") ? line : prefix + line);
    }
    return lines;
  }

  /** Returns the lines that begin with a text, in upper or lower case, and those for the shell. */
  private static List<String> starting(String begun, List<String> lines) {
    String start = begun.toLowerCase(Locale.ROOT);
    List<String> found = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith(":") || line.toLowerCase(Locale.ROOT).startsWith(start)) {
        found.add(line);
      }
    }
    return found;
  }
}
