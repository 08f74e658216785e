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
      if (!toml.hasErrors()) {
        return toml;
      }
      if (!reportConflict(text, file, problems)) {
        report(toml, file, problems);
      }
    } catch (RuntimeException | AssertionError e) {
      // tomlj 2.2.0 fails on some texts: n={d,#\r] and, where assertions are on, [i#
      if (!reportConflict(text, file, problems)) {
        String fact = "this is not TOML: look for a bracket, brace or quote left open";
        problems.report(Problem.of(file, fact));
      }
    }
    return null;
  }

  private static void report(TomlParseResult toml, String file, Problems problems) {
    for (TomlParseError error : toml.errors()) {
      problems.report(SyntaxErrors.translate(error, file));
    }
  }

  /** Git's conflict markers are an error each, and together one thing to mend. */
  private static boolean reportConflict(String text, String file, Problems problems) {
    int line = SourceText.conflictLine(text);
    if (line > 0) {
      problems.report(
          new Place(file, line, 1),
          "a merge is unfinished: keep one side, and take the conflict markers out");
    }
    return line > 0;
  }
}
