package dev.countersign.cli;

/**
 * One positional parameter of a command, as data.
 *
 * @param placeholder what stands for it in help: {@code NAME}
 * @param description one line for help
 * @param required whether it must be given
 * @param repeatable whether it takes every word that is left
 */
record Parameter(String placeholder, String description, boolean required, boolean repeatable) {

  static Parameter required(String placeholder, String description) {
    return new Parameter(placeholder, description, true, false);
  }

  static Parameter optional(String placeholder, String description) {
    return new Parameter(placeholder, description, false, false);
  }

  static Parameter anyNumber(String placeholder, String description) {
    return new Parameter(placeholder, description, false, true);
  }

  /** Returns a parameter of which one must be given and more may be. */
  static Parameter someNumber(String placeholder, String description) {
    return new Parameter(placeholder, description, true, true);
  }

  /** Returns the parameter as a usage line shows it: {@code NAME}, {@code [PATH…]}. */
  String usage() {
    String text = repeatable ? placeholder + "…" : placeholder;
    return required ? text : "[" + text + "]";
  }
}
