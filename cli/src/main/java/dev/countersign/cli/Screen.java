package dev.countersign.cli;

/**
 * What standard output is, as far as it matters how things are laid out there: a terminal of a
 * width, in colour or not, or no terminal, where lines are as long as they must be.
 *
 * @param columns how many characters fit into a line
 * @param colored whether people see colours there, and want them
 */
record Screen(int columns, boolean colored) {
  /** A pipe or a file. */
  static final Screen NONE = new Screen(Integer.MAX_VALUE, false);

  private static final int MOST_DIGITS = 5;

  /** Looks at the terminal, which may cost a process; a pipe costs nothing. */
  static Screen of(Context context) {
    if (!context.terminal().isOutput()) {
      return NONE;
    }
    boolean plain = context.variable("NO_COLOR") != null || "dumb".equals(context.variable("TERM"));
    int columns = columns(String.valueOf(context.variable("COLUMNS")));
    int found = columns > 0 ? columns : context.terminal().columns();
    return new Screen(found > 0 ? found : Integer.MAX_VALUE, !plain);
  }

  /** Returns the number that a text is, or 0. */
  static int columns(String text) {
    boolean isNumber = !text.isEmpty() && text.length() <= MOST_DIGITS;
    for (int i = 0; i < text.length(); i++) {
      isNumber &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return isNumber ? Integer.parseInt(text) : 0;
  }
}
