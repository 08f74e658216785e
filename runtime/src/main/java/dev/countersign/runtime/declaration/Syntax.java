package dev.countersign.runtime.declaration;

import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;

/** Parses TOML, and reports what is not. */
final class Syntax {
  private Syntax() {}

  /** Returns what a text says, or null if it is not TOML. */
  static @Nullable TomlParseResult parse(String text, String file, Problems problems) {
    try {
      TomlParseResult toml = Toml.parse(text);
      for (TomlParseError error : toml.errors()) {
        problems.report(SyntaxErrors.translate(error, file));
      }
      return toml.hasErrors() ? null : toml;
    } catch (RuntimeException | AssertionError e) {
      // tomlj 2.2.0 fails on some texts: n={d,#\r] and, where assertions are on, [i#
      problems.report(
          Problem.of(file, "this is not TOML: look for a bracket, brace or quote left open"));
      return null;
    }
  }
}
