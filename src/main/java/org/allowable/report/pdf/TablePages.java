package org.allowable.report.pdf;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.allowable.report.Column;
import org.allowable.report.Faint;
import org.allowable.report.ReportRow;
import org.allowable.report.TableBlock;
import org.allowable.report.TableTotals;
import org.jspecify.annotations.Nullable;

/** Writes a table; its header is repeated on each page. */
final class TablePages {

  private static final float LETTERS = 8;
  private static final float PADDING = 3;
  private static final float ROUNDING = 0.5f;
  // However short its name, a column needs room for a word.
  private static final int LEAST_CHARACTERS = 8;

  private final PdfCanvas paper;
  private final TableBlock table;
  private final float[] widths;
  private final float line;
  // Above and below the words of a row.
  private final float air;

  TablePages(PdfCanvas paper, TableBlock table) {
    this.paper = paper;
    this.table = table;
    this.widths = widths(table.columns(), paper.width());
    this.line = paper.line(LETTERS);
    this.air = paper.room(PADDING);
    makeRoomForNumbers();
  }

  // A number is never broken: what its column lacks comes from those that have more than they need.
  private void makeRoomForNumbers() {
    float[] needs = needs();
    float lacking = 0;
    float spare = 0;
    for (int i = 0; i < widths.length; i++) {
      lacking += Math.max(0, needs[i] - widths[i]);
      spare += Math.max(0, widths[i] - needs[i]);
    }
    float share = spare == 0 ? 0 : Math.min(1, lacking / spare);
    for (int i = 0; i < widths.length; i++) {
      widths[i] = widths[i] < needs[i] ? needs[i] : widths[i] - share * (widths[i] - needs[i]);
    }
  }

  // The width of the longest number of a column; for a column of words that of a word.
  private float[] needs() {
    float[] needs = new float[widths.length];
    TableTotals totals = new TableTotals(table);
    for (ReportRow row : table.rows()) {
      totals.add(row);
      widen(needs, row.values(), false);
    }
    if (table.totals()) {
      widen(needs, totals.values(Map.of()), true);
    }
    for (int i = 0; i < needs.length; i++) {
      if (needs[i] == 0) {
        needs[i] = Math.min(widths[i], LEAST_CHARACTERS * LETTERS);
      }
    }
    return withHeaders(needs);
  }

  // No word of a header is broken, unless the page has no room for all of them.
  private float[] withHeaders(float[] numbers) {
    float[] needs = numbers.clone();
    float all = 0;
    for (int i = 0; i < needs.length; i++) {
      for (String word : table.columns().get(i).header().split(" ", -1)) {
        needs[i] = Math.max(needs[i], room(word, true));
      }
      all += needs[i];
    }
    return all <= paper.width() ? needs : numbers;
  }

  private void widen(float[] needs, List<@Nullable Object> values, boolean isBold) {
    for (int i = 0; i < needs.length; i++) {
      Object value = values.get(i);
      if (value != null && table.columns().get(i).format().isRightAligned()) {
        String text = table.columns().get(i).format().display(value);
        needs[i] = Math.max(needs[i], room(text, isBold));
      }
    }
  }

  private float room(String text, boolean isBold) {
    return paper.face(isBold).width(text, LETTERS) + 2 * PADDING + ROUNDING;
  }

  private static float[] widths(List<Column> columns, float room) {
    float all = 0;
    float[] widths = new float[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(LEAST_CHARACTERS, columns.get(i).widthCharacters());
      all += widths[i];
    }
    for (int i = 0; i < widths.length; i++) {
      widths[i] *= room / all;
    }
    return widths;
  }

  void write() throws IOException {
    header();
    TableTotals totals = new TableTotals(table);
    for (ReportRow row : table.rows()) {
      totals.add(row);
      row(row.values(), false);
    }
    if (table.totals()) {
      row(named(totals.values(Map.of())), true);
    }
  }

  private static List<@Nullable Object> named(List<@Nullable Object> sums) {
    List<@Nullable Object> named = new ArrayList<>(sums);
    if (named.get(0) == null) {
      named.set(0, "Total");
    }
    return named;
  }

  /** How high the header and a row of one line are. */
  float leastHeight() {
    return height(headers(), true) + line + 2 * air;
  }

  private List<List<String>> headers() {
    List<List<String>> cells = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      cells.add(lines(table.columns().get(i).header(), i, true));
    }
    return cells;
  }

  private void header() throws IOException {
    List<List<String>> cells = headers();
    float height = height(cells, true);
    paper.box(PdfCanvas.MARGIN, paper.width(), height, PdfCanvas.SHADE);
    draw(cells, 0, mostLines(cells), true, place -> PdfCanvas.INK);
  }

  private void row(List<@Nullable Object> values, boolean isTotal) throws IOException {
    List<List<String>> cells = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      Object value = values.get(i);
      String text = value == null ? "" : table.columns().get(i).format().display(value);
      cells.add(lines(text, i, isTotal));
    }
    int lines = mostLines(cells);
    // A row stays together unless it is longer than a page.
    int fitting = (int) ((paper.height() - height(headers(), true)) / line) - 1;
    for (int first = 0; first < lines; first += fitting) {
      int end = Math.min(lines, first + fitting);
      if (paper.need((end - first) * line + 2 * air)) {
        header();
      }
      draw(
          cells,
          first,
          end,
          isTotal,
          place -> values.get(place) instanceof Faint ? PdfCanvas.GRAY : PdfCanvas.INK);
      paper.rule(PdfCanvas.RULE);
    }
  }

  private List<String> lines(String text, int column, boolean isBold) {
    return paper.face(isBold).lines(text, LETTERS, widths[column] - 2 * PADDING);
  }

  private static int mostLines(List<List<String>> cells) {
    return cells.stream().mapToInt(List::size).max().orElse(1);
  }

  private float height(List<List<String>> cells, boolean isPadded) {
    return mostLines(cells) * line + (isPadded ? 2 * air : 0);
  }

  private void draw(
      List<List<String>> cells, int first, int end, boolean isBold, IntFunction<Color> inks)
      throws IOException {
    float x = PdfCanvas.MARGIN;
    for (int i = 0; i < widths.length; i++) {
      List<String> lines = cells.get(i);
      for (int place = first; place < Math.min(end, lines.size()); place++) {
        float base = paper.top() - air - LETTERS - (place - first) * line;
        paper.lineAt(
            lines.get(place),
            place(lines.get(place), i, x, isBold),
            base,
            LETTERS,
            isBold,
            inks.apply(i));
      }
      x += widths[i];
    }
    paper.advance((end - first) * line + 2 * air);
  }

  private float place(String words, int column, float x, boolean isBold) {
    return table.columns().get(column).format().isRightAligned()
        ? x + widths[column] - PADDING - paper.face(isBold).width(words, LETTERS)
        : x + PADDING;
  }
}
