package dev.countersign.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the words between a command and the end of an unfinished line have settled. */
final class UnfinishedLine {
  private static final String DASHES = "--";

  private final Syntax syntax;
  private final List<String> given = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private @Nullable String directory;
  private @Nullable Option pending;
  private boolean isAfterDashes;

  UnfinishedLine(Syntax syntax, List<String> words) {
    this.syntax = syntax;
    for (String word : words) {
      read(word);
    }
  }

  private void read(String word) {
    if (pending != null) {
      directory = pending.equals(Syntax.DIRECTORY) ? word : directory;
      pending = null;
    } else if (isAfterDashes || !ArgumentParser.isOption(word)) {
      words.add(word);
    } else if (word.equals(DASHES)) {
      isAfterDashes = true;
    } else {
      readOption(word);
    }
  }

  private void readOption(String word) {
    int equals = word.indexOf('=');
    Option option = option(equals < 0 ? word : word.substring(0, equals));
    if (option != null) {
      given.add(option.name());
      pending = equals < 0 && !option.isFlag() ? option : null;
    }
  }

  /** Returns the option of a name, or null. */
  @Nullable Option option(String name) {
    for (Option option : syntax.everyOption()) {
      if (option.name().equals(name)) {
        return option;
      }
    }
    return null;
  }

  /** Returns the option whose argument comes next, or null. */
  @Nullable Option pending() {
    return pending;
  }

  /** Returns the parameter that comes next, or null if the command takes no more. */
  @Nullable Parameter parameter() {
    List<Parameter> all = syntax.parameters();
    if (words.size() < all.size()) {
      return all.get(words.size());
    }
    Parameter last = all.isEmpty() ? null : all.get(all.size() - 1);
    return last != null && last.repeatable() ? last : null;
  }

  /** Returns the words given for parameters. */
  List<String> words() {
    return words;
  }

  /** Returns the directory to work in, or null if none is named. */
  @Nullable String directory() {
    return directory;
  }

  /** Says whether no more options can come. */
  boolean isAfterDashes() {
    return isAfterDashes;
  }

  /** Returns the options that may still be given; of a choice, only the one that was made. */
  List<Option> open() {
    List<Option> open = new ArrayList<>(syntax.everyOption());
    for (List<Option> choice : syntax.choices()) {
      for (Option option : choice) {
        if (given.contains(option.name())) {
          open.removeAll(choice);
          open.add(option);
        }
      }
    }
    open.removeIf(option -> !option.repeatable() && given.contains(option.name()));
    return open;
  }
}
