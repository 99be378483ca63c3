package org.allowable.cli;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A report's workbook, opened again. */
final class OpenedWorkbook implements Closeable {

  private final XSSFWorkbook book;

  OpenedWorkbook(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      book = new XSSFWorkbook(in);
    }
  }

  /** Names of the sheets, in order. */
  List<String> sheets() {
    List<String> names = new ArrayList<>();
    book.forEach(sheet -> names.add(sheet.getSheetName()));
    return names;
  }

  /** The texts of the first row of a sheet whose first cell says so. */
  List<String> rowBegunBy(String sheet, String first) {
    for (Row row : book.getSheet(sheet)) {
      List<String> texts = new ArrayList<>();
      row.forEach(cell -> texts.add(hasText(cell) ? cell.getStringCellValue() : ""));
      if (!texts.isEmpty() && texts.get(0).equals(first)) {
        return texts;
      }
    }
    throw new IllegalArgumentException("No row of " + sheet + " begins with " + first);
  }

  /** All texts of all sheets. */
  Set<String> texts() {
    Set<String> texts = new TreeSet<>();
    for (Sheet sheet : book) {
      for (Row row : sheet) {
        for (Cell cell : row) {
          if (hasText(cell)) {
            texts.add(cell.getStringCellValue());
          }
        }
      }
    }
    return texts;
  }

  // Also one that a formula makes.
  private static boolean hasText(Cell cell) {
    return cell.getCellType() == CellType.STRING
        || (cell.getCellType() == CellType.FORMULA
            && cell.getCachedFormulaResultType() == CellType.STRING);
  }

  /** How many pages stand side by side where a sheet is printed. */
  int pagesWide(String sheet) {
    if (book.getSheet(sheet).getFitToPage()) {
      return 1;
    }
    String area = book.getPrintArea(book.getSheetIndex(sheet));
    return area == null ? Integer.MAX_VALUE : area.split(",", -1).length;
  }

  /** The sheet to which the cell with a text leads. */
  String target(String sheet, String text) {
    Cell cell = cell(book.getSheet(sheet), text);
    String address = Objects.requireNonNull(cell.getHyperlink(), text).getAddress();
    CellReference place = new CellReference(address);
    XSSFSheet target = Objects.requireNonNull(book.getSheet(place.getSheetName()), address);
    return Objects.requireNonNull(target.getRow(place.getRow()), address).getSheet().getSheetName();
  }

  /** The number under the cell with a text, to the cent. */
  BigDecimal figure(String sheet, String text) {
    Cell label = cell(book.getSheet(sheet), text);
    Row below = label.getSheet().getRow(label.getRowIndex() + 1);
    return cents(below.getCell(label.getColumnIndex()));
  }

  /** The total of the column that one of a sheet's tables has, to the cent, as viewers show it. */
  BigDecimal total(String sheet, String header) {
    XSSFTable table =
        book.getSheet(sheet).getTables().stream()
            .filter(each -> each.findColumnIndex(header) >= 0)
            .findFirst()
            .orElseThrow();
    int column = table.getStartColIndex() + table.findColumnIndex(header);
    XSSFCell cell = table.getXSSFSheet().getRow(table.getEndRowIndex()).getCell(column);
    return cents(cell);
  }

  private static BigDecimal cents(Cell cell) {
    return BigDecimal.valueOf(cell.getNumericCellValue()).setScale(2, RoundingMode.HALF_UP);
  }

  private static Cell cell(XSSFSheet sheet, String text) {
    for (Row row : sheet) {
      for (Cell cell : row) {
        if (hasText(cell) && cell.getStringCellValue().equals(text)) {
          return cell;
        }
      }
    }
    throw new AssertionError("No cell of " + sheet.getSheetName() + " says " + text);
  }

  @Override
  public void close() throws IOException {
    book.close();
  }
}
