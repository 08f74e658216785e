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

  /** Looks at the terminal, which may cost a process; a pipe costs nothing. */
  static Screen of(Context context) {
    if (!context.terminal().isOutput()) {
      return NONE;
    }
    boolean plain = context.variable("NO_COLOR") != null || "dumb".equals(context.variable("TERM"));
    int columns = Text.number(String.valueOf(context.variable("COLUMNS")));
    int found = columns > 0 ? columns : context.terminal().columns();
    return new Screen(found > 0 ? found : Integer.MAX_VALUE, !plain);
  }
}
