package org.allowable.report.excel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Fills cells of a table that were left to fill in, in memory alone: nothing spills to the disk.
 */
public final class BlankCells {

  private BlankCells() {}

  /**
   * The workbook with cells filled.
   *
   * @param xlsx a workbook that this program wrote
   * @param name of the sheet with the table
   * @param key a header that the table has
   * @param words the texts of a row by header, of which the texts to fill in are made by header
   */
  public static byte[] fill(
      byte[] xlsx, String name, String key, UnaryOperator<Map<String, String>> words)
      throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
      XSSFSheet sheet = Objects.requireNonNull(book.getSheet(name), name);
      Map<String, Integer> columns = new HashMap<>();
      for (Row row : sheet) {
        if (columns.isEmpty()) {
          header(row, key, columns);
        } else {
          fill(row, columns, words);
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    }
  }

  private static void header(Row row, String key, Map<String, Integer> columns) {
    Map<String, Integer> found = new HashMap<>();
    row.forEach(
        cell -> {
          if (cell.getCellType() == CellType.STRING) {
            found.put(cell.getStringCellValue(), cell.getColumnIndex());
          }
        });
    if (found.containsKey(key)) {
      columns.putAll(found);
    }
  }

  private static void fill(
      Row row, Map<String, Integer> columns, UnaryOperator<Map<String, String>> words) {
    Map<String, String> texts = new HashMap<>();
    columns.forEach(
        (header, place) -> {
          Cell cell = row.getCell(place);
          boolean isText = cell != null && cell.getCellType() == CellType.STRING;
          texts.put(header, isText ? cell.getStringCellValue() : "");
        });
    words
        .apply(texts)
        .forEach(
            (header, text) -> {
              Cell cell =
                  row.getCell(
                      Objects.requireNonNull(columns.get(header), header),
                      Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
              cell.setCellValue(ExcelText.clean(text));
            });
  }
}
