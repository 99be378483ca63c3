package org.allowable.report.excel;

import java.util.ArrayList;
import java.util.List;
import org.allowable.report.Page;
import org.allowable.report.Picture;
import org.allowable.report.TableBlock;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * What of a sheet is printed, and how: never in type under eight points. Columns that do not fit go
 * to another set of pages; of a long list the first page is printed, and the rest is for the
 * screen.
 */
final class PrintLayout {

  // Body type is 11 points.
  private static final double LEAST_SCALE = Picture.LEAST_POINTS / 11;
  private static final int LONGEST_PRINTED_PAGES = 3;
  // Where Calibri is not installed, letters and so columns are up to four tenths wider.
  private static final double ROOM_FOR_OTHER_LETTERS = 7.0 / 10;
  // A letter page less its margins, in points.
  private static final double LONG_SIDE = 792 - 72;
  private static final double SHORT_SIDE = 612 - 72;
  private static final double FOOT = 18;
  private static final double HARDLY_BEGUN = 1.0 / 5;
  private static final double POINTS_PER_PIXEL = 72.0 / 96;

  private final Grid grid;
  private final boolean isOnePage;
  private final double width;
  private final double scale;
  private final double height;
  private double used;
  private int pages = 1;
  private int rowsOfFirstPage;
  // The first row of a page that begins by itself, where rows are as high as they are taken for.
  private int rowOfPage;
  private final List<CellRangeAddress> written = new ArrayList<>();

  PrintLayout(Page page, Grid grid) {
    this.grid = grid;
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
    if (pages == 1) {
      rowsOfFirstPage = row + 1;
    }
  }

  /** A table is written, from its header to its last row. */
  void table(int headerRow, int lastRow, int columns) {
    written.add(new CellRangeAddress(headerRow, lastRow, 0, columns - 1));
  }

  /** Whether all of the sheet is to be on one page. */
  boolean isOnePage() {
    return isOnePage;
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
    if (isOnePage || row == 0 || points > height) {
      return;
    }
    if (used + points > height) {
      sheet.setRowBreak(row - 1);
      used = 0;
      pages++;
      rowOfPage = 0;
    } else if (rowOfPage > 0 && used <= height * HARDLY_BEGUN) {
      sheet.setRowBreak(rowOfPage - 1);
      rowOfPage = 0;
    }
  }

  /**
   * Sets up the sheet's print when all of its rows are written.
   *
   * @param tables the sheet's tables; their first columns stand on every set of pages
   * @return whether some of it is on the screen alone
   */
  boolean finish(SXSSFSheet sheet, List<TableBlock> tables, int rows) {
    PrintSetup print = sheet.getPrintSetup();
    boolean isWide = isWide();
    boolean isLong = !isOnePage && pages > LONGEST_PRINTED_PAGES;
    if (isOnePage && pages > 1) {
      sheet.setFitToPage(false);
      print.setScale((short) Math.ceil(LEAST_SCALE * 100));
    }
    // What is printed of a long list is cut to a page's width below.
    if (isWide && !isLong) {
      sheet.setFitToPage(false);
      print.setScale((short) Math.ceil(LEAST_SCALE * 100));
    }
    int columns = grid.widths().size();
    if (isWide && isLong) {
      columns = fitting();
    } else if (isWide && !tables.isEmpty()) {
      int repeated = tables.size() > 1 ? 1 : Math.max(1, tables.get(0).frozenColumns());
      sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, repeated - 1));
      furtherColumns(sheet, repeated, rows);
    }
    if (isLong) {
      sheet
          .getWorkbook()
          .setPrintArea(
              sheet.getWorkbook().getSheetIndex(sheet),
              0,
              columns - 1,
              0,
              Math.min(rows, rowsOfFirstPage) - 1);
    }
    return isLong;
  }

  // Further sets of pages have the tables alone: what stands above and between them starts in the
  // columns that are repeated, and would be cut there.
  private void furtherColumns(SXSSFSheet sheet, int repeated, int rows) {
    List<String> areas = new ArrayList<>();
    areas.add(new CellRangeAddress(0, rows - 1, 0, fitting() - 1).formatAsString(null, true));
    for (CellRangeAddress table : written) {
      int first = fitting();
      while (first <= table.getLastColumn()) {
        int last = first;
        while (last < table.getLastColumn() && fits(repeated, first, last + 1)) {
          last++;
        }
        areas.add(
            new CellRangeAddress(table.getFirstRow(), table.getLastRow(), first, last)
                .formatAsString(null, true));
        first = last + 1;
      }
    }
    SXSSFWorkbook book = sheet.getWorkbook();
    book.setPrintArea(book.getSheetIndex(sheet), String.join(",", areas));
  }

  private boolean fits(int repeated, int first, int last) {
    double wide = points(last + 1) - points(first) + points(repeated);
    return wide * LEAST_SCALE <= width * ROOM_FOR_OTHER_LETTERS;
  }

  private boolean isWide() {
    return !isOnePage && points(grid.widths().size()) * LEAST_SCALE > width;
  }

  /** How many of the columns stand on the first page. */
  int columnsOfPage() {
    return isWide() ? fitting() : grid.widths().size();
  }

  // The first columns that a page takes in legible type.
  private int fitting() {
    int columns = 1;
    while (columns < grid.widths().size()
        && points(columns + 1) * LEAST_SCALE <= width * ROOM_FOR_OTHER_LETTERS) {
      columns++;
    }
    return columns;
  }
}
