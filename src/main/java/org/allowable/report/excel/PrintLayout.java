package org.allowable.report.excel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.allowable.report.Format;
import org.allowable.report.Page;
import org.allowable.report.Picture;
import org.allowable.report.TableBlock;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * What of a sheet is printed, and how: never in type under eight points. Columns that do not fit go
 * to another set of pages where two pages take all; else they are for the screen, as is what goes
 * beyond the first page of a long list.
 */
final class PrintLayout {

  // Body type is 11 points.
  private static final double LEAST_SCALE = Picture.LEAST_POINTS / 11;
  // A sheet of text and pictures is read whole; of a wide list the first page is for a meeting.
  private static final int LONGEST_PRINTED_PAGES = 3;
  private static final int LONGEST_LISTS = 2;
  private static final int LONGEST_WITH_FURTHER_COLUMNS = 2;
  // Where Calibri is not installed, letters and so columns are up to four tenths wider.
  private static final double ROOM_FOR_OTHER_LETTERS = 7.0 / 10;
  // A page that is fitted to its columns takes wider ones in smaller letters; rounding is left.
  private static final double ROOM_WHERE_FITTED = 49.0 / 50;
  private static final int FEWEST_PRINTED_ROWS = 5;
  private static final double MOST_SHRUNK = 4.0 / 5;
  // As Excel says it.
  private static final int AS_MANY_AS_NEEDED = 0;
  // A letter page less its margins, in points.
  private static final double LONG_SIDE = 792 - 72;
  private static final double SHORT_SIDE = 612 - 72;
  private static final double FOOT = 18;
  // Characters of the body in the room of one of a heading, bold and 13 points to 11.
  private static final double HEADING_CHARACTERS = 1.3;
  private static final double HARDLY_BEGUN = 1.0 / 5;
  private static final double POINTS_PER_PIXEL = 72.0 / 96;

  private final Grid grid;
  private final boolean isPrinted;
  private final boolean isEveryRow;
  private final boolean isOnePage;
  private final double width;
  private final double scale;
  private final double height;
  private double used;
  private int pages = 1;
  private int rowsOfFirstPage;
  // From the top of the sheet to the end of each row before the first table.
  private final List<Double> textEnds = new ArrayList<>();
  // The first row of a page that begins by itself, where rows are as high as they are taken for.
  private int rowOfPage;
  private final List<Written> written = new ArrayList<>();

  /**
   * A table of the sheet.
   *
   * @param cells from its header to its last row
   * @param rows how many it has, without header and totals
   */
  private record Written(CellRangeAddress cells, int rows) {

    int lastColumn() {
      return cells.getLastColumn();
    }

    /** How many of its rows stand in the sheet's first rows. */
    int rowsWithin(int first) {
      return Math.max(0, Math.min(rows, first - 1 - cells.getFirstRow()));
    }
  }

  PrintLayout(Page page, Grid grid) {
    this.grid = grid;
    this.isPrinted = page.isPrinted();
    this.isEveryRow = page.isEveryRow();
    this.width = page.isLandscape() ? LONG_SIDE : SHORT_SIDE;
    double fitting = Math.min(1, width / points(grid.widths().size()));
    this.isOnePage = page.isOnePage() && fitting >= LEAST_SCALE;
    this.scale = isOnePage ? LEAST_SCALE : Math.max(LEAST_SCALE, fitting);
    this.height = ((page.isLandscape() ? SHORT_SIDE : LONG_SIDE) - FOOT) / scale;
  }

  private double points(int columns) {
    return grid.pixels(new Grid.Span(0, columns - 1)) * POINTS_PER_PIXEL;
  }

  /**
   * A row of this height is written.
   *
   * @param row its number, from 0
   */
  void used(int row, double points) {
    if (used + points > height) {
      if (pages == 1) {
        // Also a row that is found to be higher than it was taken for.
        rowsOfFirstPage = row;
      }
      used = 0;
      pages++;
      rowOfPage = row;
    }
    used += points;
    if (written.isEmpty()) {
      textEnds.add(points + (textEnds.isEmpty() ? 0 : textEnds.get(textEnds.size() - 1)));
    }
    if (pages == 1) {
      rowsOfFirstPage = row + 1;
    }
  }

  /**
   * A table is written, from its header to its last row.
   *
   * @param rows how many it has, without header and totals
   */
  void table(int headerRow, int lastRow, int columns, int rows) {
    written.add(new Written(new CellRangeAddress(headerRow, lastRow, 0, columns - 1), rows));
  }

  /** Whether all of the sheet is to be on one page. */
  boolean isOnePage() {
    return isOnePage;
  }

  /** Whether a table goes over the beginning of the page. */
  boolean isBegunInTable() {
    return written.stream().anyMatch(table -> table.cells().containsRow(rowOfPage));
  }

  /** How many pages are begun. */
  int pages() {
    return pages;
  }

  /** How much of the page is left, in points. */
  double left() {
    return height - used;
  }

  /** How high one page is, in points. */
  double pageHeight() {
    return height;
  }

  /** How much smaller than on the screen the sheet is printed, at least: 1 is as large. */
  double scale() {
    return scale;
  }

  /** How wide on paper, in points, is what is so many pixels wide on the screen: at least. */
  double printed(int pixels) {
    return pixels * POINTS_PER_PIXEL * scale;
  }

  /** The least letters, in points on the screen, that have eight points on paper. */
  double legiblePoints() {
    return Math.ceil(Picture.LEAST_POINTS / scale);
  }

  /**
   * Starts a new page before a row where what comes does not fit this one, or where this one has
   * hardly begun: on paper it may not have begun yet.
   */
  void breakBefore(SXSSFSheet sheet, int row, double points) {
    if (row == 0 || points > height) {
      return;
    }
    if (used + points > height) {
      sheet.setRowBreak(row - 1);
      used = 0;
      pages++;
      rowOfPage = 0;
    } else if (!isOnePage && rowOfPage > 0 && used <= height * HARDLY_BEGUN) {
      sheet.setRowBreak(rowOfPage - 1);
      rowOfPage = 0;
    }
  }

  /**
   * Sets up the sheet's print when all of its rows are written.
   *
   * @param tables the sheet's tables; their first columns stand on every set of pages
   * @param isTablesAlone whether nothing stands between them but their headings
   * @return what the printed pages say of what is on the screen alone; empty where nothing is
   */
  String finish(SXSSFSheet sheet, List<TableBlock> tables, boolean isTablesAlone, int rows) {
    if (!isPrinted) {
      screenAlone(sheet);
      return "On screen only";
    }
    if (!isOnePage
        && !isEveryRow
        && (pages > longest(tables, isTablesAlone) || isSecondPageOfARow(tables, isTablesAlone))) {
      int printed = Math.min(rows, rowsOfFirstPage);
      int beforeTables = rowsBeforeTables();
      if (beforeTables > printed) {
        return first(sheet, beforeTables, pagesOfText(beforeTables));
      }
      return first(sheet, isTablesAlone ? printed : beforeTableHardlyBegun(printed), 1);
    }
    if (isOnePage && pages > 1) {
      // As wide as the page: at a scale of its own the last column may go on to another.
      sheet.getPrintSetup().setFitHeight((short) 0);
    }
    if (!isWide()) {
      return "";
    }
    int repeated = tables.size() == 1 ? Math.max(1, tables.get(0).frozenColumns()) : 1;
    List<CellRangeAddress> further = further(tables, isTablesAlone, repeated);
    int furtherPages = further.stream().mapToInt(this::pages).sum();
    boolean isEmpty = written.stream().allMatch(table -> table.rows() == 0);
    if (isEmpty || pages + furtherPages > LONGEST_WITH_FURTHER_COLUMNS) {
      return first(sheet, rows, pages == 1 ? 1 : AS_MANY_AS_NEEDED);
    }
    fixedScale(sheet);
    if (!further.isEmpty()) {
      sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, repeated - 1));
      List<CellRangeAddress> areas = new ArrayList<>();
      areas.add(new CellRangeAddress(0, rows - 1, 0, fitting() - 1));
      areas.addAll(further);
      print(sheet, areas);
    }
    return "";
  }

  // A row or two are worth no page, unless they have the totals.
  private boolean isSecondPageOfARow(List<TableBlock> tables, boolean isTablesAlone) {
    return isTablesAlone
        && tables.size() == 1
        && !tables.get(0).totals()
        && pages == 2
        && used <= 3 * SheetWriter.LINE_POINTS;
  }

  private int longest(List<TableBlock> tables, boolean isTablesAlone) {
    if (!isTablesAlone || tables.isEmpty()) {
      return LONGEST_PRINTED_PAGES;
    }
    return tables.size() == 1 && isWide() ? 1 : LONGEST_LISTS;
  }

  // An empty cell of a hidden column: neither Excel (Microsoft's articles 288968 and "Blank pages
  // are unexpectedly printed in Excel") nor LibreOffice prints a page of empty or hidden cells
  // alone,
  // whatever its footer says.
  private void screenAlone(SXSSFSheet sheet) {
    sheet.setFitToPage(false);
    sheet.setRepeatingRows(null);
    int beyond = grid.widths().size() + 1;
    sheet.setColumnHidden(beyond, true);
    print(sheet, List.of(new CellRangeAddress(0, 0, beyond, beyond)));
  }

  // Text is read whole, on however many pages.
  private int rowsBeforeTables() {
    return written.isEmpty() ? 0 : written.get(0).cells().getFirstRow() - 1;
  }

  // A line or two are worth no page where all may be a little smaller.
  private int pagesOfText(int rows) {
    double wanted = textEnds.get(rows - 1) / height;
    int fewer = (int) wanted;
    double smaller = fewer / wanted;
    return smaller > MOST_SHRUNK && scale * smaller >= LEAST_SCALE ? fewer : AS_MANY_AS_NEEDED;
  }

  // Of a table after other things, a row or two say nothing of it.
  private int beforeTableHardlyBegun(int rows) {
    return written.stream()
        .filter(table -> table.rowsWithin(rows) < Math.min(table.rows(), FEWEST_PRINTED_ROWS))
        .mapToInt(table -> table.cells().getFirstRow() - 1)
        .filter(last -> last > 0 && last < rows)
        .findFirst()
        .orElse(rows);
  }

  // So many rows of the columns that fit, on so many pages: what is beyond is on the screen.
  private String first(SXSSFSheet sheet, int rows, int onPages) {
    int columns = isWide() ? fitting(ROOM_WHERE_FITTED) : grid.widths().size();
    sheet.getPrintSetup().setFitHeight((short) onPages);
    print(sheet, List.of(new CellRangeAddress(0, rows - 1, 0, columns - 1)));
    int allRows = written.stream().mapToInt(Written::rows).sum();
    int printedRows = written.stream().mapToInt(table -> table.rowsWithin(rows)).sum();
    int allColumns = written.stream().mapToInt(Written::lastColumn).max().orElse(0) + 1;
    List<String> parts = new ArrayList<>();
    if (printedRows == 0 && allRows > 0) {
      return "The tables are on screen only";
    }
    if (printedRows < allRows) {
      parts.add("%s of %s rows".formatted(count(printedRows), count(allRows)));
    }
    if (columns < allColumns) {
      parts.add("%s of %s columns".formatted(count(columns), count(allColumns)));
    }
    return parts.isEmpty()
        ? ""
        : "First " + String.join(", ", parts) + "; the rest is on screen only";
  }

  private static String count(int number) {
    return Format.COUNT.display(BigDecimal.valueOf(number));
  }

  private static void fixedScale(SXSSFSheet sheet) {
    sheet.setFitToPage(false);
    sheet.getPrintSetup().setScale((short) Math.ceil(LEAST_SCALE * 100));
  }

  private static void print(SXSSFSheet sheet, List<CellRangeAddress> areas) {
    SXSSFWorkbook book = sheet.getWorkbook();
    book.setPrintArea(
        book.getSheetIndex(sheet),
        areas.stream()
            .map(area -> area.formatAsString(null, true))
            .collect(Collectors.joining(",")));
  }

  // Further sets of pages have the tables alone: what stands above and between them starts in the
  // columns that are repeated, and would be cut there. Headings that fit these stand on them too.
  private List<CellRangeAddress> further(
      List<TableBlock> tables, boolean isTablesAlone, int repeated) {
    int room = grid.characters(new Grid.Span(0, repeated - 1));
    boolean isJoined =
        isTablesAlone
            && tables.stream()
                .skip(1)
                .allMatch(table -> table.heading().length() * HEADING_CHARACTERS <= room);
    if (!isJoined || written.isEmpty()) {
      return written.stream()
          .flatMap(table -> runs(table.cells(), table.lastColumn(), repeated).stream())
          .toList();
    }
    CellRangeAddress last = written.get(written.size() - 1).cells();
    CellRangeAddress all = written.get(0).cells().copy();
    all.setLastRow(last.getLastRow());
    return runs(all, written.stream().mapToInt(Written::lastColumn).max().orElse(0), repeated);
  }

  // The columns beyond the first page, as many at a time as a page takes.
  private List<CellRangeAddress> runs(CellRangeAddress rows, int lastColumn, int repeated) {
    List<CellRangeAddress> runs = new ArrayList<>();
    int first = fitting();
    while (first <= lastColumn) {
      int last = first;
      while (last < lastColumn && fits(repeated, first, last + 1)) {
        last++;
      }
      runs.add(new CellRangeAddress(rows.getFirstRow(), rows.getLastRow(), first, last));
      first = last + 1;
    }
    return runs;
  }

  // At least: rows of several lines take more.
  private int pages(CellRangeAddress area) {
    int rows = area.getLastRow() - area.getFirstRow() + 1;
    return (int) Math.ceil(rows * SheetWriter.LINE_POINTS / height);
  }

  private boolean fits(int repeated, int first, int last) {
    double wide = points(last + 1) - points(first) + points(repeated);
    return wide * LEAST_SCALE <= width * ROOM_FOR_OTHER_LETTERS;
  }

  private boolean isWide() {
    return !isOnePage && points(grid.widths().size()) * LEAST_SCALE > width;
  }

  /**
   * How many of the columns stand on the first page for certain, also in other letters; where these
   * are less than half of it, how many it takes in those of Excel.
   */
  int columnsOfPage() {
    return isWide() ? fitting() : grid.widths().size();
  }

  private int fitting() {
    int certain = fitting(ROOM_FOR_OTHER_LETTERS);
    return points(certain) * LEAST_SCALE < width / 2 ? fitting(ROOM_WHERE_FITTED) : certain;
  }

  // The first columns that this share of a page takes in legible type.
  private int fitting(double share) {
    int columns = 1;
    while (columns < grid.widths().size() && points(columns + 1) * LEAST_SCALE <= width * share) {
      columns++;
    }
    return columns;
  }
}
