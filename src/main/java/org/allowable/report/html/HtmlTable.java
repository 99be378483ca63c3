package org.allowable.report.html;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.allowable.report.Column;
import org.allowable.report.Format;
import org.allowable.report.Link;
import org.allowable.report.ReportRow;
import org.allowable.report.TableBlock;
import org.jspecify.annotations.Nullable;

/** Writes a table: caption, headers, the rows that a page shows, totals. */
final class HtmlTable {

  // What paper holds side by side in letters of 8 points: 10 inches.
  private static final double PAPER_POINTS = 720;
  private static final double POINTS_PER_CHARACTER = 4.4;
  private static final double CELL_PADDING_POINTS = 6;

  // Longer texts wrap.
  private static final int LONG_CHARACTERS = 34;

  // How many characters of words stand on a line of paper.
  private static final int WORDS_ON_PAPER = 10;
  private static final int LONG_TEXT_ON_PAPER = 26;

  private static final String NUMERIC = "n";
  private static final String BELOW_ZERO = "n neg";

  private final HtmlWriter html;
  private final SheetAnchors anchors;
  private final TableBlock table;
  private final ShownRows rows;

  /**
   * A table to write.
   *
   * @param rows what is shown of it
   */
  HtmlTable(HtmlWriter html, SheetAnchors anchors, TableBlock table, ShownRows rows) {
    this.html = html;
    this.anchors = anchors;
    this.table = table;
    this.rows = rows;
  }

  /**
   * Writes it.
   *
   * @param name what it is, for a caption that is heard: what is seen says so above
   */
  void write(String name) throws IOException {
    html.start("table", "data-rows", Long.toString(rows.count()));
    html.element("caption", name, "class", "unseen").line();
    html.start("thead").start("tr");
    for (Column column : table.columns()) {
      html.element(
          "th",
          column.header(),
          "scope",
          "col",
          "class",
          column.format().isRightAligned() ? NUMERIC : null,
          "title",
          column.definition().isBlank() ? null : column.definition());
    }
    html.end().end().line().start("tbody").line();
    for (ReportRow row : rows.rows()) {
      row(row.values());
    }
    if (rows.rows().isEmpty()) {
      html.start("tr").start("td", "colspan", Integer.toString(table.columns().size()));
      html.text("None").end().end().line();
    }
    html.end();
    if (table.totals()) {
      totals();
    }
    html.end().line();
  }

  private void row(List<@Nullable Object> values) throws IOException {
    html.start("tr");
    for (int i = 0; i < values.size(); i++) {
      Format format = table.columns().get(i).format();
      Object value = values.get(i);
      CellText text = CellText.of(value, format);
      boolean isHeader = i == 0 && !text.shown().isEmpty();
      start(isHeader, text, format);
      if (value instanceof Link link) {
        html.element("a", text.shown(), "href", anchors.address(link.sheet()));
      } else {
        html.words(text.shown());
      }
      html.end();
    }
    html.end().line();
  }

  private void start(boolean isHeader, CellText text, Format format) throws IOException {
    html.start(
        isHeader ? "th" : "td",
        "scope",
        isHeader ? "row" : null,
        "class",
        kind(text, format),
        "data-v",
        text.exact());
  }

  private static @Nullable String kind(CellText text, Format format) {
    return switch (format) {
      case TEXT, LONG_TEXT, CODE -> text.shown().length() > LONG_CHARACTERS ? "long" : null;
      case DATE, MONTH -> "d";
      default -> !format.isRightAligned() ? null : text.isBelowZero() ? BELOW_ZERO : NUMERIC;
    };
  }

  private void totals() throws IOException {
    html.start("tfoot").start("tr");
    for (int i = 0; i < table.columns().size(); i++) {
      Column column = table.columns().get(i);
      CellText text = CellText.of(rows.totals().get(i), column.format());
      if (i == 0 && !column.total()) {
        html.element("th", rows.isPart() ? "Total of all rows" : "Total", "scope", "row");
      } else {
        start(i == 0, text, column.format());
        html.text(text.shown()).end();
      }
    }
    html.end().end();
  }

  /** How many of its columns fit on paper, side by side, without letters becoming too small. */
  int columnsOnPaper() {
    double points = 0;
    for (int i = 0; i < table.columns().size(); i++) {
      points += CELL_PADDING_POINTS + POINTS_PER_CHARACTER * characters(i);
      if (points > PAPER_POINTS) {
        return Math.max(1, i);
      }
    }
    return table.columns().size();
  }

  // Words wrap, numbers do not.
  private int characters(int place) {
    Column column = table.columns().get(place);
    List<Object> values = new ArrayList<>();
    values.add(column.header());
    rows.rows().stream()
        .map(row -> row.values().get(place))
        .filter(value -> value != null)
        .forEach(values::add);
    boolean wraps =
        switch (column.format()) {
          case TEXT, LONG_TEXT, CODE -> true;
          default -> false;
        };
    int most = 1;
    for (Object value : values) {
      String shown =
          CellText.of(value, value instanceof String ? Format.TEXT : column.format()).shown();
      most = Math.max(most, wraps || value == values.get(0) ? wrapped(shown) : shown.length());
    }
    return most;
  }

  // A sentence in a column of one word would be as tall as the page.
  private static int wrapped(String text) {
    int line =
        text.length() > LONG_CHARACTERS
            ? LONG_TEXT_ON_PAPER
            : Math.min(text.length(), WORDS_ON_PAPER);
    return Math.max(longestWord(text), line);
  }

  private static int longestWord(String text) {
    int longest = 0;
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == ' ' || text.charAt(i) == '-') {
        longest = Math.max(longest, i - from);
        from = i + 1;
      }
    }
    return longest;
  }
}
