package dev.countersign.cli;

import dev.countersign.runtime.declaration.NearMisses;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sorts the words after a command into options and parameters. Messages quote no argument. */
final class ArgumentParser {
  private final Syntax syntax;
  private final List<Option> known;
  private final Map<String, List<String>> options = new HashMap<>();
  private final List<String> words = new ArrayList<>();

  private ArgumentParser(Syntax syntax) {
    this.syntax = syntax;
    this.known = syntax.everyOption();
  }

  static Arguments parse(Syntax syntax, List<String> line) throws Failure {
    ArgumentParser parser = new ArgumentParser(syntax);
    parser.read(line);
    if (parser.options.containsKey(Syntax.HELP.name())) {
      return new Arguments(parser.options, Map.of()); // help is given however the rest looks
    }
    parser.requireChoices();
    return new Arguments(parser.options, parser.parameters());
  }

  private void read(List<String> line) throws Failure {
    int next = 0;
    while (next < line.size()) {
      String word = line.get(next++);
      if (word.equals("--")) {
        words.addAll(line.subList(next, line.size()));
        return;
      }
      if (isOption(word)) {
        next = readOption(word, line, next);
      } else {
        words.add(word);
      }
    }
  }

  static boolean isOption(String word) {
    return word.length() > 1 && word.charAt(0) == '-';
  }

  /** Returns the place of the word after the option and its argument. */
  private int readOption(String word, List<String> line, int next) throws Failure {
    int equals = word.startsWith("--") ? word.indexOf('=') : -1;
    Option option = option(equals < 0 ? word : word.substring(0, equals));
    if (option.isFlag()) {
      if (equals >= 0) {
        throw Failure.usage(option.name() + " takes no argument");
      }
      add(option, "");
      return next;
    }
    if (equals >= 0) {
      add(option, word.substring(equals + 1));
      return next;
    }
    if (next == line.size() || line.get(next).startsWith("--")) {
      throw Failure.usage(option.name() + " lacks its argument: " + option.label());
    }
    add(option, line.get(next));
    return next + 1;
  }

  private Option option(String name) throws Failure {
    List<String> names = new ArrayList<>();
    String meant = name.equals("-h") ? Syntax.HELP.name() : name;
    for (Option option : known) {
      if (option.name().equals(meant)) {
        return option;
      }
      names.add(option.name());
    }
    String shown = name.startsWith("--") ? name : name.substring(0, 2); // -pVALUE holds a value
    throw Failure.usage(
        "secret "
            + syntax.command()
            + " has no option "
            + shown
            + Text.similar(NearMisses.of(shown, names)));
  }

  private void add(Option option, String argument) throws Failure {
    List<String> given = options.get(option.name());
    if (given == null) {
      given = new ArrayList<>();
      options.put(option.name(), given);
    } else if (!option.repeatable()) {
      throw Failure.usage(option.name() + " is given twice");
    }
    given.add(argument);
  }

  private void requireChoices() throws Failure {
    for (List<Option> choice : syntax.choices()) {
      Option chosen = null;
      for (Option option : choice) {
        if (options.containsKey(option.name())) {
          if (chosen != null) {
            throw Failure.usage(chosen.name() + " and " + option.name() + " exclude each other");
          }
          chosen = option;
        }
      }
      if (chosen == null) {
        throw Failure.usage("say which: " + Help.alternatives(choice));
      }
    }
  }

  private Map<String, List<String>> parameters() throws Failure {
    Map<String, List<String>> parameters = new HashMap<>();
    int next = 0;
    for (Parameter parameter : syntax.parameters()) {
      int end = parameter.repeatable() ? words.size() : Math.min(next + 1, words.size());
      if (next == end && parameter.required()) {
        throw Failure.usage(parameter.placeholder() + " is missing: " + parameter.description());
      }
      parameters.put(parameter.placeholder(), List.copyOf(words.subList(next, end)));
      next = end;
    }
    if (next < words.size()) {
      throw Failure.usage(surplus(syntax.surplus()));
    }
    return parameters;
  }

  private String surplus(@Nullable String text) {
    int taken = syntax.parameters().size();
    return text != null
        ? text
        : "too many words: secret " + syntax.command() + " takes " + (taken == 0 ? "none" : taken);
  }
}
