package org.allowable.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** How large a workbook's letters are on letter paper, by the scale that each sheet asks for. */
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

  private static double scale(XSSFSheet sheet, String area) {
    PrintSetup print = sheet.getPrintSetup();
    if (!sheet.getFitToPage()) {
      return print.getScale() / 100.0;
    }
    boolean isWide = print.getLandscape();
    double room = room(sheet, isWide ? 11 : 8.5, PageMargin.LEFT, PageMargin.RIGHT);
    double scale = Math.min(1, room / width(sheet, area));
    if (print.getFitHeight() == 1) {
      double high = room(sheet, isWide ? 8.5 : 11, PageMargin.TOP, PageMargin.BOTTOM);
      scale = Math.min(scale, high / height(sheet));
    }
    return scale;
  }

  private static double room(XSSFSheet sheet, double inches, PageMargin one, PageMargin other) {
    return (inches - sheet.getMargin(one) - sheet.getMargin(other)) * POINTS_PER_INCH;
  }

  // Of the print area where there is one; else of all that has cells.
  private static double width(XSSFSheet sheet, String area) {
    int last = 0;
    if (area == null) {
      for (Row row : sheet) {
        last = Math.max(last, row.getLastCellNum() - 1);
      }
    } else {
      last =
          Arrays.stream(area.split(",", -1))
              .mapToInt(part -> new AreaReference(part, null).getLastCell().getCol())
              .max()
              .orElse(0);
    }
    double pixels = 0;
    for (int column = 0; column <= last; column++) {
      pixels += sheet.getColumnWidthInPixels(column);
    }
    return pixels * POINTS_PER_PIXEL;
  }

  private static double height(XSSFSheet sheet) {
    double points = 0;
    for (int row = 0; row <= sheet.getLastRowNum(); row++) {
      points +=
          sheet.getRow(row) == null
              ? sheet.getDefaultRowHeightInPoints()
              : sheet.getRow(row).getHeightInPoints();
    }
    return points;
  }
}
