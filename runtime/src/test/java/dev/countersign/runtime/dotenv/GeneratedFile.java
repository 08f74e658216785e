package dev.countersign.runtime.dotenv;

import java.util.Random;

/** Makes dotenv files of lines that people write, lines that they get wrong, and odd characters. */
final class GeneratedFile {
  private static final String[] NAMES = {"A", "B", "C", "a.b-c", "_D", "export", "9", "Token"};
  private static final String[] SPACES = {"", "", "", " ", "  ", "\t", "\u00A0", "\u2003", "\f"};
  private static final String[] LINE_ENDS = {"\n", "\n", "\n", "\r\n", "\r"};
  private static final String[] TEXTS = {
    "a",
    "b c",
    "é",
    "😀",
    "=",
    ":",
    "1.5",
    "http://h/p?q=r",
    "\\",
    "\\\\",
    "\\n",
    "\\r",
    "\\t",
    "\\x",
    "{",
    "}",
    "(",
    ")",
    "%",
    "&",
    "*",
    "x\u00A0y",
    "\u2028",
    "[",
    "^",
    "|",
    "export ",
    "-"
  };
  private static final String[] REFERENCES = {
    "${A}",
    "${B}",
    "${NONE}",
    "${A:-d}",
    "${NONE:-d}",
    "${NONE-d e}",
    "${A:+x}",
    "${NONE:+x}",
    "${A+x}",
    "${C-}",
    "${NONE:-${A}}",
    "${a.b-c}",
    "${Token}"
  };
  private static final String[] DOLLARS = {
    "$A", "$NONE", "$$", "$", "$1", "$(echo a)", "$(echo 'a b')", "\\$A", "\\${A}", "${}"
  };
  private static final String[] FAULTS = {
    "hunter2", "export K", "=v", "K v", "K :v", "K:v", "'K'=v", "// comment", "A='open",
    "B=\"open", "C=`open", "A='a' b", "Ké=v", "B=${A B}", "C=${NONE:?x}", "B=${${A}}", "- A=1",
        "A=${",
    "A='x\\\\''\nC=${A}", "B=h\u2028'x'"
  };

  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private final boolean faulty;

  private GeneratedFile(Random random, boolean faulty) {
    this.random = random;
    this.faulty = faulty;
  }

  /** Returns a file, in which some lines are wrong if that is asked for. */
  static String of(Random random, boolean faulty) {
    GeneratedFile file = new GeneratedFile(random, faulty);
    file.write();
    return file.text.toString();
  }

  private void write() {
    String lineEnd = pick(LINE_ENDS);
    text.append(chance(20) ? "\uFEFF" : "");
    for (int lines = random.nextInt(7); lines >= 0; lines--) {
      line();
      text.append(chance(10) ? pick(LINE_ENDS) : lineEnd);
    }
    line();
  }

  private void line() {
    int kind = random.nextInt(12);
    if (kind == 0) {
      text.append(pick(SPACES));
    } else if (kind == 1) {
      text.append(pick(SPACES)).append("# ").append(anything()).append(pick(NAMES)).append("=1");
    } else if (faulty && kind <= 3) {
      text.append(pick(FAULTS));
    } else {
      assignment();
    }
  }

  private void assignment() {
    text.append(pick(SPACES)).append(chance(6) ? "export" + someSpace() : "").append(pick(NAMES));
    text.append(chance(5) ? ":" + someSpace() : pick(SPACES) + "=").append(pick(SPACES));
    value(random.nextInt(8));
    text.append(pick(SPACES)).append(chance(6) ? "# it's \"c\"" : "");
  }

  private void value(int kind) {
    if (kind == 0) {
      return;
    }
    if (kind <= 3) {
      text.append(bare());
    } else {
      char quote = "'\"`".charAt(kind % 3);
      text.append(quote).append(quoted(quote)).append(quote);
    }
  }

  private String bare() {
    String value = content().replace("#", "");
    return faulty ? value : value.replaceAll("^[\\s\u00A0\u2028'\"`]+", "");
  }

  private String quoted(char quote) {
    String value = content() + (chance(4) ? pick(LINE_ENDS) + content() : "");
    if (faulty && chance(4)) {
      return value;
    }
    String closed = value.replace(String.valueOf(quote), "");
    return faulty ? closed : closed.replaceAll("\\\\+$", "");
  }

  private String content() {
    StringBuilder value = new StringBuilder();
    boolean references = chance(3);
    boolean dollars = !references && chance(4);
    for (int parts = random.nextInt(5); parts > 0; parts--) {
      boolean dollar = value.length() > 0 && value.charAt(value.length() - 1) == '$';
      value.append(dollar && !faulty ? "a" : anything()); // no ${ by chance
      value.append(references && chance(2) ? pick(REFERENCES) : "");
      value.append((dollars && chance(2)) || (faulty && chance(30)) ? pick(DOLLARS) : "");
    }
    return value.append(chance(2_000) ? "long ".repeat(100_000) : "").toString();
  }

  private String anything() {
    return chance(5) ? pick(new String[] {"'", "\"", "`", "#", " "}) : pick(TEXTS);
  }

  private String someSpace() {
    String space = pick(SPACES);
    return space.isEmpty() ? " " : space;
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private String pick(String[] choices) {
    return choices[random.nextInt(choices.length)];
  }
}
