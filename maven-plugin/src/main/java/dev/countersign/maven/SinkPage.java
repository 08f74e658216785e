package dev.countersign.maven;

import java.util.List;
import org.apache.maven.doxia.sink.Sink;

/** A page of Maven's site, which has its own form and escapes what it is given. */
final class SinkPage implements Page {
  private final Sink sink;

  SinkPage(Sink sink) {
    this.sink = sink;
  }

  @Override
  public void begin(String title) {
    sink.head();
    sink.title();
    sink.text(title);
    sink.title_();
    sink.head_();
    sink.body();
    sink.section1();
    sink.sectionTitle1();
    sink.text(title);
    sink.sectionTitle1_();
  }

  @Override
  public void paragraph(String text) {
    sink.paragraph();
    lines(text);
    sink.paragraph_();
  }

  @Override
  public void table(List<String> heads, List<List<String>> rows) {
    sink.table();
    sink.tableRows(new int[] {Sink.JUSTIFY_LEFT}, false);
    sink.tableRow();
    for (String head : heads) {
      sink.tableHeaderCell();
      lines(head);
      sink.tableHeaderCell_();
    }
    sink.tableRow_();
    for (List<String> cells : rows) {
      row(cells);
    }
    sink.tableRows_();
    sink.table_();
  }

  private void row(List<String> cells) {
    sink.tableRow();
    for (String cell : cells) {
      sink.tableCell();
      lines(cell);
      sink.tableCell_();
    }
    sink.tableRow_();
  }

  @Override
  public void list(List<String> items) {
    sink.list();
    for (String item : items) {
      sink.listItem();
      lines(item);
      sink.listItem_();
    }
    sink.list_();
  }

  @Override
  public void end() {
    sink.section1_();
    sink.body_();
    sink.flush();
    sink.close();
  }

  private void lines(String text) {
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      sink.text(text.substring(start, end));
      sink.lineBreak();
      start = end + 1;
    }
    sink.text(text.substring(start));
  }
}
