package dev.countersign.cli;

import java.util.ArrayList;
import java.util.List;

/** Words what a {@link Syntax} declares: the usage line, and the page of help. */
final class Help {
  private static final int MARGIN = 2;

  private Help() {}

  /** Returns {@code usage: secret get (--type TYPE | --env NAME) [--reveal] NAME}. */
  static String usage(Syntax syntax) {
    StringBuilder usage = new StringBuilder("usage: secret ").append(syntax.command());
    for (List<Option> choice : syntax.choices()) {
      usage.append(' ').append(choice.size() == 1 ? choice.get(0).usage() : group(choice));
    }
    for (Option option : syntax.options()) {
      usage.append(" [").append(option.usage()).append(']');
    }
    for (Parameter parameter : syntax.parameters()) {
      usage.append(' ').append(parameter.usage());
    }
    return usage.toString();
  }

  /** Returns {@code --type TYPE | --env NAME}. */
  static String alternatives(List<Option> choice) {
    List<String> labels = new ArrayList<>();
    for (Option option : choice) {
      labels.add(option.usage());
    }
    return String.join(" | ", labels);
  }

  private static String group(List<Option> choice) {
    return "(" + alternatives(choice) + ")";
  }

  /** Returns the whole page, each line ended. */
  static String page(Syntax syntax) {
    StringBuilder page = new StringBuilder(usage(syntax)).append("\n\n");
    page.append(syntax.summary()).append('\n');
    for (String paragraph : syntax.details()) {
      page.append('\n').append(paragraph).append('\n');
    }
    page.append('\n');
    List<String[]> rows = new ArrayList<>();
    for (Parameter parameter : syntax.parameters()) {
      rows.add(new String[] {parameter.placeholder(), parameter.description()});
    }
    for (Option option : syntax.everyOption()) {
      rows.add(new String[] {option.label(), option.description()});
    }
    appendRows(page, rows);
    return page.toString();
  }

  /** Appends two columns. */
  static void appendRows(StringBuilder page, List<String[]> rows) {
    int width = 0;
    for (String[] row : rows) {
      width = Math.max(width, Text.width(row[0]));
    }
    for (String[] row : rows) {
      page.append(" ".repeat(MARGIN)).append(Text.padded(row[0], width + MARGIN));
      page.append(row[1]).append('\n');
    }
  }
}
