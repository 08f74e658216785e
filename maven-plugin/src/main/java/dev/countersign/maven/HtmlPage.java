package dev.countersign.maven;

import java.util.List;

/** A page as a file of HTML by itself. */
final class HtmlPage implements Page {
  private static final String STYLE =
      "body{font-family:sans-serif;margin:2em}table{border-collapse:collapse}"
          + "td,th{border:1px solid #ccc;padding:.3em .6em;text-align:left;vertical-align:top}";

  private final StringBuilder html = new StringBuilder();

  /** Returns all that was written. */
  String html() {
    return html.toString();
  }

  @Override
  public void begin(String title) {
    html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"UTF-8\">\n");
    element("title", title);
    html.append("<style>").append(STYLE).append("</style>\n</head>\n<body>\n");
    element("h1", title);
  }

  @Override
  public void paragraph(String text) {
    element("p", text);
  }

  @Override
  public void table(List<String> heads, List<List<String>> rows) {
    html.append("<table>\n");
    row("th", heads);
    for (List<String> cells : rows) {
      row("td", cells);
    }
    html.append("</table>\n");
  }

  private void row(String element, List<String> cells) {
    html.append("<tr>\n");
    for (String cell : cells) {
      element(element, cell);
    }
    html.append("</tr>\n");
  }

  @Override
  public void list(List<String> items) {
    html.append("<ul>\n");
    for (String item : items) {
      element("li", item);
    }
    html.append("</ul>\n");
  }

  @Override
  public void end() {
    html.append("</body>\n</html>\n");
  }

  private void element(String name, String text) {
    html.append('<').append(name).append('>');
    html.append(escaped(text).replace("\n", "<br>"));
    html.append("</").append(name).append(">\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
