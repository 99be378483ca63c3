package org.allowable.report.excel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.allowable.report.Link;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** The links of a workbook, made when every sheet is written and all places are known. */
final class Links {

  // Excel holds 65,530 on a sheet and repairs a file that has more.
  private static final int MOST_ON_A_SHEET = 65_000;

  /**
   * A part of a sheet's first table: the numbers of its rows, and where on which sheet they are.
   */
  private record TablePart(String sheetName, int firstNumber, int firstRow, int count) {}

  private record PendingLink(String fromSheet, int row, int column, Link link) {}

  private final Map<String, String> tops = new HashMap<>();
  private final Map<String, List<TablePart>> parts = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final List<PendingLink> pending = new ArrayList<>();

  /**
   * A sheet exists.
   *
   * @param wanted its name in the model
   * @param actual its name in the file
   */
  void sheet(String wanted, String actual) {
    if (tops.put(wanted, actual) != null) {
      throw new IllegalArgumentException("Two sheets are named " + wanted);
    }
  }

  /**
   * Rows of a sheet's first table exist.
   *
   * @param wanted the sheet's name in the model
   * @param actual the name of the sheet in the file that holds them
   * @param firstNumber the number of the first of them, from 1
   * @param firstRow its row in the file, from 0
   */
  void rows(String wanted, String actual, int firstNumber, int firstRow, int count) {
    parts
        .computeIfAbsent(wanted, key -> new ArrayList<>())
        .add(new TablePart(actual, firstNumber, firstRow, count));
  }

  /**
   * A cell leads somewhere.
   *
   * @return whether the sheet still has room for a link
   */
  boolean add(SXSSFSheet from, int row, int column, Link link) {
    if (counts.merge(from.getSheetName(), 1, Integer::sum) > MOST_ON_A_SHEET) {
      return false;
    }
    pending.add(new PendingLink(from.getSheetName(), row, column, link));
    return true;
  }

  /**
   * Sets the words of a linked cell that go on in a second line, or keep a color of their own.
   * LibreOffice makes a field of the text of a linked cell, which it does not wrap and so cuts; the
   * text of a formula stays as the cell is.
   */
  static void words(Cell cell, String text) {
    String clean = ExcelText.clean(text);
    cell.setCellFormula(FormulaText.words(clean));
    cell.setCellValue(clean);
  }

  /** Makes the links. */
  void resolve(SXSSFWorkbook book) {
    for (PendingLink one : pending) {
      XSSFHyperlink hyperlink =
          (XSSFHyperlink) book.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
      hyperlink.setAddress(address(one.link()));
      hyperlink.setCellReference(new CellReference(one.row(), one.column()));
      XSSFSheet sheet = book.getXSSFWorkbook().getSheet(one.fromSheet());
      sheet.addHyperlink(hyperlink);
    }
  }

  private String address(Link link) {
    String top = tops.get(link.sheet());
    if (top == null) {
      throw new IllegalArgumentException("A link leads to " + link.sheet() + ", which is no sheet");
    }
    for (TablePart part : parts.getOrDefault(link.sheet(), List.of())) {
      int offset = link.row() - part.firstNumber();
      if (link.row() > 0 && offset >= 0 && offset < part.count()) {
        return place(part.sheetName(), part.firstRow() + offset);
      }
    }
    if (link.row() > 0) {
      throw new IllegalArgumentException(
          "A link leads to row " + link.row() + " of " + link.sheet() + ", which has no such row");
    }
    return place(top, 0);
  }

  private static String place(String sheetName, int row) {
    return "'" + sheetName.replace("'", "''") + "'!A" + (row + 1);
  }
}
