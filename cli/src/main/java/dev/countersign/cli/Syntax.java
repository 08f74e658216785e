package dev.countersign.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a command takes, declared once: parsing, refusals, help and completion follow from it.
 *
 * @param command the words that choose the command: {@code set}, {@code identity show}
 * @param summary what it does, in one line
 * @param choices groups of options of which exactly one must be given
 * @param options the other options
 * @param parameters the positional parameters, in order
 * @param surplus what to say of a word too many, or null for the usual sentence
 * @param details paragraphs for help
 */
record Syntax(
    String command,
    String summary,
    List<List<Option>> choices,
    List<Option> options,
    List<Parameter> parameters,
    @Nullable String surplus,
    List<String> details) {
  static final Option DIRECTORY =
      Option.taking("-C", "DIR", "work in DIR, whatever COUNTERSIGN_ROOT says").of(Words.DIRECTORY);
  static final Option HELP = Option.flag("--help", "show this help");

  static Builder of(String command, String summary) {
    return new Builder(command, summary);
  }

  /** Returns every option, those that all commands have at the end. */
  List<Option> everyOption() {
    List<Option> all = new ArrayList<>();
    for (List<Option> choice : choices) {
      all.addAll(choice);
    }
    all.addAll(options);
    all.add(DIRECTORY);
    all.add(HELP);
    return all;
  }

  /** Collects what a command takes. */
  static final class Builder {
    private final String command;
    private final String summary;
    private final List<List<Option>> choices = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<String> details = new ArrayList<>();
    private List<Option> options = List.of();
    private @Nullable String surplus;

    private Builder(String command, String summary) {
      this.command = command;
      this.summary = summary;
    }

    /** Exactly one of these must be given. */
    Builder oneOf(Option... choice) {
      choices.add(List.of(choice));
      return this;
    }

    Builder options(Option... others) {
      options = List.of(others);
      return this;
    }

    Builder parameter(Parameter parameter) {
      parameters.add(parameter);
      return this;
    }

    /** Says what to tell of a word too many, which is never quoted then. */
    Builder surplus(String text) {
      surplus = text;
      return this;
    }

    Builder detail(String paragraph) {
      details.add(paragraph);
      return this;
    }

    Syntax build() {
      return new Syntax(
          command,
          summary,
          List.copyOf(choices),
          options,
          List.copyOf(parameters),
          surplus,
          List.copyOf(details));
    }
  }
}
