package dev.countersign.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a build sets with {@code -Xplugin:Countersign NAME=VALUE …}. */
final class PluginOptions {
  static final String LEAK = "leak";
  static final String CONCATENATION = "concatenation";
  static final String HARDCODED = "hardcoded";

  private static final String SPELLING = "-Xplugin:Countersign ";
  private static final List<String> OF_PROJECT =
      List.of(Options.ROOT, Options.CHECK, Options.MISSING);

  private final List<Report> problems = new ArrayList<>();
  private final Options project;
  private final Policy leak;
  private final Policy concatenation;
  private final Policy hardcoded;

  PluginOptions(List<String> arguments) {
    Map<String, String> texts = split(arguments);
    leak = policy(LEAK, texts.remove(LEAK), Policy.WARNING);
    concatenation = policy(CONCATENATION, texts.remove(CONCATENATION), Policy.NOTE);
    hardcoded = policy(HARDCODED, texts.remove(HARDCODED), Policy.WARNING);
    project = new Options(SPELLING, ofProject(texts));
    texts.forEach((name, value) -> refuse(name + (value.isEmpty() ? "" : "=" + value), names()));
  }

  /** Returns what a processor would be told; counts where none runs. */
  Options project() {
    return project;
  }

  Policy leak() {
    return leak;
  }

  Policy concatenation() {
    return concatenation;
  }

  Policy hardcoded() {
    return hardcoded;
  }

  /** Returns what is wrong with the arguments. */
  List<Report> problems() {
    return List.copyOf(problems);
  }

  private static Map<String, String> split(List<String> arguments) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String argument : arguments) {
      int sign = argument.indexOf('=');
      String name = sign < 0 ? argument : argument.substring(0, sign);
      texts.put(name, sign < 0 ? "" : argument.substring(sign + 1));
    }
    return texts;
  }

  private static Map<String, String> ofProject(Map<String, String> texts) {
    Map<String, String> options = new LinkedHashMap<>();
    for (String option : OF_PROJECT) {
      String text = texts.remove(Options.shortName(option));
      if (text != null) {
        options.put(option, text);
      }
    }
    return options;
  }

  private Policy policy(String name, @Nullable String text, Policy usual) {
    if (text == null) {
      return usual;
    }
    Policy policy = Policy.find(text).orElse(null);
    if (policy == null) {
      refuse(name + "=" + text, "write " + Policy.ALLOWED);
    }
    return policy == null ? usual : policy;
  }

  private void refuse(String argument, String fix) {
    problems.add(Options.notUnderstood(SPELLING + argument, fix));
  }

  private static String names() {
    return "write leak=, concatenation= or hardcoded= and "
        + Policy.ALLOWED
        + ", or root=, check= or missing= as for the processor";
  }
}
