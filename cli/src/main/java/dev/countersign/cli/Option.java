package dev.countersign.cli;

import org.jspecify.annotations.Nullable;

/**
 * One option of a command, as data: parser, help and completion all read it here.
 *
 * @param name the name with its dashes: {@code --type}
 * @param placeholder what stands for its argument in help, or null for a flag
 * @param description one line for help
 * @param repeatable whether it may be given more than once
 * @param words what its argument can be
 */
record Option(
    String name,
    @Nullable String placeholder,
    String description,
    boolean repeatable,
    Words words) {

  /** Returns an option without an argument. */
  static Option flag(String name, String description) {
    return new Option(name, null, description, false, Words.ANY);
  }

  /** Returns an option with an argument. */
  static Option taking(String name, String placeholder, String description) {
    return new Option(name, placeholder, description, false, Words.ANY);
  }

  /** Returns the same option, to be given as often as one likes. */
  Option repeated() {
    return new Option(name, placeholder, description, true, words);
  }

  /** Returns the same option, whose argument is one of some words. */
  Option of(Words others) {
    return new Option(name, placeholder, description, repeatable, others);
  }

  boolean isFlag() {
    return placeholder == null;
  }

  /** Returns the option as help shows it: {@code --env NAME}. */
  String label() {
    return placeholder == null ? name : name + " " + placeholder;
  }

  /** Returns the label as a usage line shows it: {@code --env NAME} or {@code --env NAME…}. */
  String usage() {
    return repeatable ? label() + "…" : label();
  }
}
