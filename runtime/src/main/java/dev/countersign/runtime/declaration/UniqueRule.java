package dev.countersign.runtime.declaration;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * No two secrets differ only in case, and no process variable carries two of them. Case does not
 * count for variables either, since Windows ignores it.
 */
final class UniqueRule {
  private final Map<String, DeclaredSecret> names = new HashMap<>();
  private final Map<String, Carrier> carriers = new HashMap<>();
  private final Problems problems;

  private UniqueRule(Problems problems) {
    this.problems = problems;
  }

  /** Reports each clash at the secret that comes later. */
  static void check(Iterable<DeclaredSecret> secrets, Problems problems) {
    UniqueRule rule = new UniqueRule(problems);
    for (DeclaredSecret secret : secrets) {
      rule.checkName(secret);
    }
    for (DeclaredSecret secret : secrets) {
      for (Located<String> variable : secret.variables()) {
        rule.checkVariable(variable, secret);
      }
    }
  }

  private void checkName(DeclaredSecret secret) {
    String name = secret.declaration().name().value();
    DeclaredSecret other = names.putIfAbsent(fold(name), secret);
    if (other != null) {
      problems.report(
          secret.place(),
          name
              + " differs only in case from "
              + other.declaration().name()
              + " ("
              + other.place().seenFrom(secret.place())
              + "): keep one");
    } else if (SystemVariables.contains(name)) {
      problems.report(
          secret.place(),
          name
              + " is a variable of the system's, and a secret may travel in the"
              + " variable of its name: choose another");
    }
  }

  private void checkVariable(Located<String> variable, DeclaredSecret secret) {
    String text = variable.value();
    DeclaredSecret named = names.get(fold(text));
    Carrier other = carriers.putIfAbsent(fold(text), new Carrier(secret, variable.place()));
    if (SystemVariables.contains(text)) {
      problems.report(variable.place(), text + " is a variable of the system's: choose another");
    } else if (named != null && !named.equals(secret)) {
      problems.report(
          variable.place(),
          text + " is the variable of " + at(named.declaration(), named.place(), variable.place()));
    } else if (other != null && other.secret().equals(secret)) {
      problems.report(variable.place(), "env lists " + text + " twice: remove one");
    } else if (other != null) {
      Declaration declaration = other.secret().declaration();
      problems.report(
          variable.place(),
          text + " is also a variable of " + at(declaration, other.place(), variable.place()));
    }
  }

  private static String at(Declaration declaration, Place place, Place from) {
    return declaration.name() + " (" + place.seenFrom(from) + "): a variable carries one secret";
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private record Carrier(DeclaredSecret secret, Place place) {}
}
