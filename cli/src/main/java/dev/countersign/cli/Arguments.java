package dev.countersign.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of one command line, sorted out by a {@link Syntax}. */
final class Arguments {
  private final Map<String, List<String>> options;
  private final Map<String, List<String>> parameters;

  Arguments(Map<String, List<String>> options, Map<String, List<String>> parameters) {
    this.options = new HashMap<>(options);
    this.parameters = new HashMap<>(parameters);
  }

  boolean has(Option option) {
    return options.containsKey(option.name());
  }

  /** Returns the argument of an option, or null if the option was not given. */
  @Nullable String find(Option option) {
    List<String> all = all(option);
    return all.isEmpty() ? null : all.get(0);
  }

  /** Returns the arguments of an option that may be repeated. */
  List<String> all(Option option) {
    return options.getOrDefault(option.name(), List.of());
  }

  /** Returns the word given for a required parameter. */
  String get(Parameter parameter) {
    return all(parameter).get(0);
  }

  /** Returns the words given for a parameter, which may be none. */
  List<String> all(Parameter parameter) {
    return parameters.getOrDefault(parameter.placeholder(), List.of());
  }
}
