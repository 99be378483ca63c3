package org.allowable.report.excel;

import java.util.ArrayList;
import java.util.List;
import org.allowable.report.Assumptions;
import org.allowable.report.Block;
import org.allowable.report.Column;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;

/**
 * The columns of a sheet: those of its tables, and plain ones to the right until titles, figures
 * and pictures have room.
 */
final class Grid {

  /** A run of neighboring columns, both ends included. */
  record Span(int first, int last) {}

  /** A point on a sheet: a column and pixels into it. */
  record Place(int column, int pixels) {}

  private static final int LANDSCAPE_CHARACTERS = 132;
  private static final int PORTRAIT_CHARACTERS = 100;
  private static final int PLAIN_COLUMN = 11;
  private static final int ASSUMPTION_COLUMNS = 4;
  private static final double MOST_WIDENING = 1.4;
  // One digit of Calibri 11 and the padding of a cell, in pixels.
  private static final int PIXELS_PER_CHARACTER = 7;
  private static final int PADDING_PIXELS = 5;

  private final List<Integer> widths;
  private final int readableColumns;

  private Grid(List<Integer> widths, int readableColumns) {
    this.widths = widths;
    this.readableColumns = readableColumns;
  }

  /** The columns that a sheet needs. */
  static Grid of(Sheet sheet) {
    List<Integer> widths = new ArrayList<>();
    for (Block block : sheet.blocks()) {
      if (block instanceof TableBlock table) {
        widen(widths, table.columns());
      }
    }
    int readable = sheet.page().isLandscape() ? LANDSCAPE_CHARACTERS : PORTRAIT_CHARACTERS;
    int total = widths.stream().mapToInt(Integer::intValue).sum();
    for (; total + PLAIN_COLUMN <= readable; total += PLAIN_COLUMN) {
      widths.add(PLAIN_COLUMN);
    }
    boolean hasAssumptions = sheet.blocks().stream().anyMatch(Assumptions.class::isInstance);
    for (; hasAssumptions && widths.size() < ASSUMPTION_COLUMNS; total += PLAIN_COLUMN) {
      widths.add(PLAIN_COLUMN);
    }
    // A table that is a little wider sets the line of all else.
    int longest = total <= readable * MOST_WIDENING ? total : readable;
    int columns = columnsNear(widths, longest);
    Grid grid =
        new Grid(
            List.copyOf(widths), hasAssumptions ? Math.max(ASSUMPTION_COLUMNS, columns) : columns);
    return grid.within(new PrintLayout(sheet.page(), grid).columnsOfPage());
  }

  // Text that went on beyond the page's columns would be cut in print.
  private Grid within(int columns) {
    return columns < readableColumns ? new Grid(widths, columns) : this;
  }

  private static void widen(List<Integer> widths, List<Column> columns) {
    for (int i = 0; i < columns.size(); i++) {
      int width = width(columns.get(i));
      if (i == widths.size()) {
        widths.add(width);
      } else {
        widths.set(i, Math.max(widths.get(i), width));
      }
    }
  }

  // No word of a header is broken over two lines.
  private static int width(Column column) {
    return Math.max(
        column.widthCharacters(),
        ExcelText.longestWord(column.header()) + TableWriter.FILTER_BUTTON_CHARACTERS);
  }

  // The run that ends nearest: one narrow column of two wide ones would be no line to read.
  private static int columnsNear(List<Integer> widths, int characters) {
    int used = 0;
    for (int i = 0; i < widths.size(); i++) {
      int before = characters - used;
      used += widths.get(i);
      if (used > characters) {
        return Math.max(1, used - characters < before ? i + 1 : i);
      }
    }
    return widths.size();
  }

  /** Width of each column, in characters. */
  List<Integer> widths() {
    return widths;
  }

  /** The columns that fit a line of reading: where titles, text, figures and pictures stand. */
  Span readable() {
    return new Span(0, readableColumns - 1);
  }

  /** Width of a run of columns, in characters. */
  int characters(Span span) {
    return widths.subList(span.first(), span.last() + 1).stream().mapToInt(Integer::intValue).sum();
  }

  /** Width of a run of columns on the screen, in pixels. */
  int pixels(Span span) {
    return characters(span) * PIXELS_PER_CHARACTER
        + (span.last() - span.first() + 1) * PADDING_PIXELS;
  }

  /**
   * The readable columns cut into so many runs that the narrowest is as wide as can be.
   *
   * @return fewer where there are fewer columns
   */
  List<Span> parts(int count) {
    int parts = Math.min(count, readableColumns);
    int width = characters(readable());
    // The widest narrowest run: seldom far from the mean, so a search from there is short.
    for (int least = width / parts; least > 0; least--) {
      List<Span> spans = atLeast(least);
      if (spans.size() >= parts) {
        return joined(spans, parts);
      }
    }
    return List.of(readable());
  }

  /** So many runs that none is narrower, or fewer. */
  List<Span> parts(int most, int leastCharacters) {
    for (int count = Math.min(most, readableColumns); count > 1; count--) {
      List<Span> spans = parts(count);
      if (spans.stream().allMatch(span -> characters(span) >= leastCharacters)) {
        return spans;
      }
    }
    return List.of(readable());
  }

  // Runs as short as a width allows; what is left over goes to the last.
  private List<Span> atLeast(int characters) {
    List<Span> spans = new ArrayList<>();
    int first = 0;
    for (int column = 0; column < readableColumns; column++) {
      if (characters(new Span(first, column)) >= characters) {
        spans.add(new Span(first, column));
        first = column + 1;
      }
    }
    if (first < readableColumns && !spans.isEmpty()) {
      Span last = spans.remove(spans.size() - 1);
      spans.add(new Span(last.first(), readableColumns - 1));
    }
    return spans;
  }

  private static List<Span> joined(List<Span> spans, int parts) {
    List<Span> kept = new ArrayList<>(spans.subList(0, parts));
    Span last = kept.get(parts - 1);
    kept.set(parts - 1, new Span(last.first(), spans.get(spans.size() - 1).last()));
    return List.copyOf(kept);
  }

  /** The column at so many pixels from the left, and how far into it that is. */
  Place place(int pixels) {
    int left = 0;
    for (int column = 0; column < widths.size(); column++) {
      int width = pixels(new Span(column, column));
      if (pixels < left + width) {
        return new Place(column, pixels - left);
      }
      left += width;
    }
    return new Place(widths.size(), 0);
  }

  /** The first columns, as many as needed for this many characters. */
  Span firstCharacters(int characters) {
    int last = 0;
    while (last < readableColumns - 1 && characters(new Span(0, last)) < characters) {
      last++;
    }
    return new Span(0, last);
  }
}
