package org.allowable.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** How a workbook comes out on letter paper, by the scale that each sheet asks for. */
final class PrintedSheets {

  private static final double POINTS_PER_PIXEL = 72.0 / 96;
  private static final double POINTS_PER_INCH = 72;

  private PrintedSheets() {}

  /** The smallest letters of each sheet, in points. */
  static Map<String, Double> smallestLetters(Path file) throws IOException {
    Map<String, Double> smallest = new LinkedHashMap<>();
    try (var in = Files.newInputStream(file);
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      for (int i = 0; i < book.getNumberOfSheets(); i++) {
        XSSFSheet sheet = book.getSheetAt(i);
        smallest.put(sheet.getSheetName(), scale(sheet, book.getPrintArea(i)) * letters(sheet));
      }
    }
    return smallest;
  }

  /**
   * How many pages each sheet takes by the heights of its rows; none where nothing printed has
   * words.
   */
  static Map<String, Integer> pages(Path file) throws IOException {
    Map<String, Integer> pages = new LinkedHashMap<>();
    try (var in = Files.newInputStream(file);
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      for (int i = 0; i < book.getNumberOfSheets(); i++) {
        XSSFSheet sheet = book.getSheetAt(i);
        int count = 0;
        for (AreaReference area : areas(sheet, book.getPrintArea(i))) {
          count += pages(sheet, area, scale(sheet, book.getPrintArea(i)));
        }
        pages.put(sheet.getSheetName(), count);
      }
    }
    return pages;
  }

  /** Rows from the first to the last that is printed, of each sheet of which a part is. */
  static Map<String, Integer> parts(Path file) throws IOException {
    Map<String, Integer> rows = new LinkedHashMap<>();
    try (var in = Files.newInputStream(file);
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      for (int i = 0; i < book.getNumberOfSheets(); i++) {
        XSSFSheet sheet = book.getSheetAt(i);
        String part = book.getPrintArea(i);
        if (part != null) {
          int last =
              areas(sheet, part).stream().mapToInt(a -> a.getLastCell().getRow()).max().orElse(-1);
          rows.put(sheet.getSheetName(), last + 1);
        }
      }
    }
    return rows;
  }

  private static int pages(XSSFSheet sheet, AreaReference area, double scale) {
    if (!hasWords(sheet, area)) {
      return 0;
    }
    PrintSetup print = sheet.getPrintSetup();
    if (sheet.getFitToPage() && print.getFitHeight() > 0) {
      return print.getFitHeight();
    }
    double room = room(sheet, print.getLandscape() ? 8.5 : 11, PageMargin.TOP, PageMargin.BOTTOM);
    int pages = 1;
    double used = 0;
    for (int row = area.getFirstCell().getRow(); row <= area.getLastCell().getRow(); row++) {
      double points = height(sheet, row) * scale;
      if (used + points > room || sheet.isRowBroken(row - 1)) {
        pages++;
        used = 0;
      }
      used += points;
    }
    return pages;
  }

  private static boolean hasWords(XSSFSheet sheet, AreaReference area) {
    for (int row = area.getFirstCell().getRow(); row <= area.getLastCell().getRow(); row++) {
      for (int column = area.getFirstCell().getCol();
          column <= area.getLastCell().getCol();
          column++) {
        Cell cell = sheet.getRow(row) == null ? null : sheet.getRow(row).getCell(column);
        if (cell != null && cell.getCellType() != CellType.BLANK) {
          return true;
        }
      }
    }
    return false;
  }

  // Of all that has cells where there is no print area.
  private static List<AreaReference> areas(XSSFSheet sheet, @Nullable String area) {
    if (area != null) {
      return Arrays.stream(area.split(",", -1))
          .map(part -> new AreaReference(part, SpreadsheetVersion.EXCEL2007))
          .toList();
    }
    int last = 0;
    for (Row row : sheet) {
      last = Math.max(last, row.getLastCellNum() - 1);
    }
    return List.of(
        new AreaReference(
            new CellReference(0, 0),
            new CellReference(sheet.getLastRowNum(), last),
            SpreadsheetVersion.EXCEL2007));
  }

  private static double letters(XSSFSheet sheet) {
    double smallest = Double.MAX_VALUE;
    for (Row row : sheet) {
      for (Cell cell : row) {
        if (cell.getCellType() != CellType.BLANK) {
          int font = cell.getCellStyle().getFontIndex();
          double points = sheet.getWorkbook().getFontAt(font).getFontHeightInPoints();
          smallest = Math.min(smallest, points);
        }
      }
    }
    return smallest;
  }

  private static double scale(XSSFSheet sheet, @Nullable String area) {
    PrintSetup print = sheet.getPrintSetup();
    if (!sheet.getFitToPage()) {
      return print.getScale() / 100.0;
    }
    List<AreaReference> areas = areas(sheet, area);
    boolean isWide = print.getLandscape();
    double room = room(sheet, isWide ? 11 : 8.5, PageMargin.LEFT, PageMargin.RIGHT);
    double scale =
        Math.min(1, room / areas.stream().mapToDouble(a -> width(sheet, a)).max().orElse(1));
    if (print.getFitHeight() > 0) {
      double high = room(sheet, isWide ? 8.5 : 11, PageMargin.TOP, PageMargin.BOTTOM);
      double rows = areas.stream().mapToDouble(a -> height(sheet, a)).max().orElse(1);
      scale = Math.min(scale, print.getFitHeight() * high / rows);
    }
    return scale;
  }

  private static double room(XSSFSheet sheet, double inches, PageMargin one, PageMargin other) {
    return (inches - sheet.getMargin(one) - sheet.getMargin(other)) * POINTS_PER_INCH;
  }

  private static double width(XSSFSheet sheet, AreaReference area) {
    double pixels = 0;
    for (int column = 0; column <= area.getLastCell().getCol(); column++) {
      pixels += sheet.getColumnWidthInPixels(column);
    }
    return pixels * POINTS_PER_PIXEL;
  }

  private static double height(XSSFSheet sheet, AreaReference area) {
    double points = 0;
    for (int row = area.getFirstCell().getRow(); row <= area.getLastCell().getRow(); row++) {
      points += height(sheet, row);
    }
    return points;
  }

  private static double height(XSSFSheet sheet, int row) {
    return sheet.getRow(row) == null
        ? sheet.getDefaultRowHeightInPoints()
        : sheet.getRow(row).getHeightInPoints();
  }
}
