package org.allowable.report.comparison;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.allowable.report.excel.DrawnCharts;
import org.allowable.report.excel.ListSheets;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook that was written, opened again. */
final class WrittenReport implements Closeable {

  private final XSSFWorkbook book;

  WrittenReport(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      book = new XSSFWorkbook(in);
    }
  }

  List<String> sheets() {
    List<String> names = new ArrayList<>();
    book.forEach(sheet -> names.add(sheet.getSheetName()));
    return names;
  }

  /** The first cell of a sheet: its title. */
  String title(String sheet) {
    return sheet(sheet).getRow(0).getCell(0).getStringCellValue();
  }

  /** All words of a sheet. */
  List<String> words(String sheet) {
    List<String> words = new ArrayList<>();
    for (var row : sheet(sheet)) {
      for (Cell cell : row) {
        if (isText(cell)) {
          words.add(cell.getStringCellValue());
        }
      }
    }
    return words;
  }

  // The words of a card that is a link are a formula's.
  private static boolean isText(Cell cell) {
    return cell.getCellType() == CellType.STRING
        || (cell.getCellType() == CellType.FORMULA
            && cell.getCachedFormulaResultType() == CellType.STRING);
  }

  /** The number that a table's cell shows before anything is computed; row 0 is the first. */
  double shown(String sheet, String header, int row) {
    return cell(sheet, header, row).getNumericCellValue();
  }

  /** The number that Excel computes for a table's cell. */
  double computed(String sheet, String header, int row) {
    return evaluated(cell(sheet, header, row)).getNumberValue();
  }

  /** The number that Excel computes for the cell of a sheet's first table with totals. */
  double total(String sheet, String header) {
    XSSFTable table = table(sheet, header);
    return evaluated(at(sheet, table.getEndRowIndex(), table.findColumnIndex(header)))
        .getNumberValue();
  }

  /** The number that Excel computes for a headline figure, which stands below its label. */
  double figure(String sheet, String label) {
    for (var row : sheet(sheet)) {
      for (Cell cell : row) {
        if (isText(cell) && cell.getStringCellValue().equals(label)) {
          return evaluated(at(sheet, row.getRowNum() + 1, cell.getColumnIndex())).getNumberValue();
        }
      }
    }
    throw new AssertionError("No figure " + label + " on " + sheet);
  }

  /** The words that a table's formula shows: none where nothing is known. */
  String text(String sheet, String header, int row) {
    return evaluated(cell(sheet, header, row)).getStringValue();
  }

  /** Checks that a sheet is a list that can be sliced. */
  void isOneTable(String sheet) {
    ListSheets.isOneTable(sheet(sheet));
  }

  /** The charts that Excel draws, each checked against its cells. */
  List<DrawnCharts.DrawnChart> charts() {
    return DrawnCharts.of(book);
  }

  /** A series of the first chart of a sheet, from 0. */
  DrawnCharts.DrawnSeries drawn(String sheet, int series) {
    return charts().stream()
        .filter(chart -> chart.sheet().equals(sheet))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No chart on " + sheet))
        .series()
        .get(series);
  }

  /** The number that Excel computes for a cell that a series reads. */
  double computed(DrawnCharts.DrawnSeries series, int place) {
    CellReference cell = series.range().getAllReferencedCells()[place];
    return evaluated(at(cell.getSheetName(), cell.getRow(), cell.getCol())).getNumberValue();
  }

  /** Changes the words of two cells of a column. */
  void swap(String sheet, String header, int row, int otherRow) {
    XSSFCell cell = cell(sheet, header, row);
    XSSFCell other = cell(sheet, header, otherRow);
    String words = cell.getStringCellValue();
    String others = other.getStringCellValue();
    // Words within the cell itself stay unless it is emptied.
    cell.setBlank();
    cell.setCellValue(others);
    other.setBlank();
    other.setCellValue(words);
  }

  /** Whether a table shows nothing in a cell. */
  boolean isEmpty(String sheet, String header, int row) {
    XSSFTable table = table(sheet, header);
    XSSFCell cell = at(sheet, table.getStartRowIndex() + 1 + row, table.findColumnIndex(header));
    return cell == null || cell.getCellType() == CellType.BLANK;
  }

  /** How many rows a table has, totals not counted. */
  int rows(String sheet, String header) {
    XSSFTable table = table(sheet, header);
    return table.getEndRowIndex() - table.getStartRowIndex() - table.getTotalsRowCount();
  }

  /** Enters a number in a named cell. */
  void enter(String name, double number) {
    CellReference place = new CellReference(book.getName(name).getRefersToFormula());
    at(place.getSheetName(), place.getRow(), place.getCol()).setCellValue(number);
  }

  /** Enters a number in a table's cell. */
  void enter(String sheet, String header, int row, double number) {
    cell(sheet, header, row).setCellValue(number);
  }

  /** Formulas that do not come to what the file shows. */
  List<String> disagreements() {
    List<String> found = new ArrayList<>();
    for (var sheet : book) {
      for (var row : sheet) {
        for (Cell cell : row) {
          if (cell.getCellType() == CellType.FORMULA && !agrees(cell)) {
            found.add(sheet.getSheetName() + " " + cell.getAddress() + " " + cell.getCellFormula());
          }
        }
      }
    }
    return found;
  }

  private boolean agrees(Cell cell) {
    CellValue value = evaluated(cell);
    if (cell.getCachedFormulaResultType() == CellType.STRING) {
      return Objects.equals(value.getStringValue(), cell.getStringCellValue());
    }
    return Math.abs(value.getNumberValue() - cell.getNumericCellValue()) < 0.0001;
  }

  private CellValue evaluated(Cell cell) {
    return book.getCreationHelper().createFormulaEvaluator().evaluate(cell);
  }

  private XSSFCell cell(String sheet, String header, int row) {
    XSSFTable table = table(sheet, header);
    return at(sheet, table.getStartRowIndex() + 1 + row, table.findColumnIndex(header));
  }

  private XSSFTable table(String sheet, String header) {
    return sheet(sheet).getTables().stream()
        .filter(table -> table.findColumnIndex(header) >= 0)
        .findFirst()
        .orElseThrow(() -> new AssertionError("No column " + header + " on " + sheet));
  }

  private XSSFCell at(String sheet, int row, int column) {
    return sheet(sheet).getRow(row).getCell(column);
  }

  private XSSFSheet sheet(String name) {
    return Objects.requireNonNull(book.getSheet(name), name);
  }

  @Override
  public void close() throws IOException {
    book.close();
  }
}
