package dev.countersign.cli;

import java.util.Objects;

/** The manual page {@code secret(1)} in roff, from what parses the line: every command and flag. */
final class ManualPage {
  private static final int WIDTH = 80;

  private final StringBuilder page = new StringBuilder();
  private boolean isBelowTitle;

  /**
   * Returns the page; what is not ASCII is escaped.
   *
   * @param date when the page was made, or an empty text
   */
  static String of(String version, String date) {
    ManualPage manual = new ManualPage();
    manual.page.append(".TH SECRET 1 \"").append(date).append("\" \"Countersign ");
    manual.page.append(escaped(version)).append("\"\n");
    manual.introduction();
    manual.section("COMMANDS");
    for (String name : Commands.NAMES) {
      manual.command(Objects.requireNonNull(Commands.find(name), name).syntax());
    }
    manual.end();
    return manual.page.toString();
  }

  private void introduction() {
    section("NAME");
    text("secret \u2013 the secrets of a Java service");
    section("SYNOPSIS");
    text("secret [-C DIR] COMMAND \u2026");
    section("DESCRIPTION");
    text(HelpCommand.PURPOSE);
    text("Results go to standard output, all else to standard error.");
    section("OPTIONS");
    item(Syntax.DIRECTORY.label(), Syntax.DIRECTORY.description());
    item(Syntax.HELP.name() + ", -h", Syntax.HELP.description());
    item("--version", "tell the version");
  }

  private void command(Syntax syntax) {
    page.append(".SS \"").append(escaped(syntax.command())).append("\"\n");
    isBelowTitle = true;
    text(Help.usage(syntax).substring("usage: ".length()));
    text(syntax.summary());
    for (String paragraph : syntax.details()) {
      paragraph(paragraph);
    }
    for (Parameter parameter : syntax.parameters()) {
      item(parameter.placeholder(), parameter.description());
    }
    for (Option option : syntax.everyOption()) {
      if (!option.equals(Syntax.DIRECTORY) && !option.equals(Syntax.HELP)) {
        item(option.label(), option.description());
      }
    }
  }

  private void end() {
    section("EXIT STATUS");
    item("0", "done");
    item("1", "the answer is no");
    item("2", "usage");
    item("3", "the store, a key or a file could not be used");
    section("ENVIRONMENT");
    item("COUNTERSIGN_ROOT", "the project's directory; otherwise the nearest with secrets.toml");
    item(
        "COUNTERSIGN_KEY, COUNTERSIGN_KEY_FILE, COUNTERSIGN_KEY_COMMAND",
        "where your identity comes from, the first that is set, before your own file");
    item("COUNTERSIGN_CACHE", "off: keep no copies in the user's cache, and start slower");
    item("NO_COLOR", "do without colours");
    item("COLUMNS", "the width of the terminal, for tables");
    section("FILES");
    item("secrets.toml", "what the application needs");
    item("secrets/", "the sealed values and the keyrings, committed with the code");
    item(".secrets.local", "your own overrides, for type local; never committed");
    item("~/.config/countersign/identity", "your identity; below XDG_CONFIG_HOME if that is set");
    item("~/.local/state/countersign", "the keys noted of each checkout; below XDG_STATE_HOME");
    item("~/.cache/countersign", "what makes starts fast, and may go; below XDG_CACHE_HOME");
  }

  private void section(String title) {
    page.append(".SH ").append(title).append('\n');
    isBelowTitle = true;
  }

  private void text(String text) {
    page.append(isBelowTitle ? "" : ".PP\n").append(lines(text)).append('\n');
    isBelowTitle = false;
  }

  /** Keeps the lines of what is laid out in columns. */
  private void paragraph(String text) {
    boolean isLaidOut = text.strip().contains("  ");
    if (isLaidOut) {
      page.append(".PP\n.nf\n");
      text.strip().lines().forEach(line -> page.append(escaped(line)).append('\n'));
      page.append(".fi\n");
    } else {
      text(text);
    }
  }

  private void item(String label, String description) {
    page.append(".TP\n\\fB").append(escaped(label)).append("\\fR\n");
    page.append(lines(description)).append('\n');
  }

  /** Returns a text in lines that are short enough to be edited; roff fills them anyway. */
  private static String lines(String text) {
    StringBuilder lines = new StringBuilder();
    int length = 0;
    for (String word : text.strip().split("\\s+", -1)) {
      String escaped = escaped(word);
      length += escaped.length() + 1;
      if (length > escaped.length() + 1) {
        lines.append(length > WIDTH ? '\n' : ' ');
        length = length > WIDTH ? escaped.length() + 1 : length;
      }
      lines.append(escaped);
    }
    return lines.toString();
  }

  /** Returns a line, or a word at its beginning, that roff takes for nothing but text. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    if (text.startsWith(".") || text.startsWith("'")) {
      escaped.append("\\&");
    }
    for (int i = 0; i < text.length(); i++) {
      append(text.charAt(i), escaped);
    }
    return escaped.toString();
  }

  private static void append(char c, StringBuilder escaped) {
    switch (c) {
      case '\\' -> escaped.append("\\e");
      case '-' -> escaped.append("\\-");
      case '"' -> escaped.append("\\(dq");
      case '\'' -> escaped.append("\\(aq");
      case '^' -> escaped.append("\\(ha");
      case '~' -> escaped.append("\\(ti");
      case '`' -> escaped.append("\\(ga");
      case '\u2013' -> escaped.append("\\-");
      default -> {
        if (c < 0x7f) {
          escaped.append(c);
        } else {
          escaped.append("\\[u").append(String.format("%04X", (int) c)).append(']');
        }
      }
    }
  }
}
