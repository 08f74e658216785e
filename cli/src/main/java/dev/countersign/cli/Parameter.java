package dev.countersign.cli;

/**
 * One positional parameter of a command, as data.
 *
 * @param placeholder what stands for it in help: {@code NAME}
 * @param description one line for help
 * @param required whether it must be given
 * @param repeatable whether it takes every word that is left
 * @param words what it can be
 */
record Parameter(
    String placeholder, String description, boolean required, boolean repeatable, Words words) {

  static Parameter required(String placeholder, String description) {
    return new Parameter(placeholder, description, true, false, Words.ANY);
  }

  static Parameter optional(String placeholder, String description) {
    return new Parameter(placeholder, description, false, false, Words.ANY);
  }

  static Parameter anyNumber(String placeholder, String description) {
    return new Parameter(placeholder, description, false, true, Words.ANY);
  }

  /** Returns a parameter of which one must be given and more may be. */
  static Parameter someNumber(String placeholder, String description) {
    return new Parameter(placeholder, description, true, true, Words.ANY);
  }

  /** Returns the same parameter, which is one of some words. */
  Parameter of(Words others) {
    return new Parameter(placeholder, description, required, repeatable, others);
  }

  /** Returns the parameter as a usage line shows it: {@code NAME}, {@code [PATH…]}. */
  String usage() {
    String text = repeatable ? placeholder + "…" : placeholder;
    return required ? text : "[" + text + "]";
  }
}
