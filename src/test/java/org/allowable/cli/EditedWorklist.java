package org.allowable.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A worklist as a person opens it, edits it and saves it. */
final class EditedWorklist {

  private static final String KEY = "Row key";

  private final XSSFWorkbook book;
  private final XSSFSheet sheet;
  private final Map<String, Integer> columns = new HashMap<>();
  private final int header;

  EditedWorklist(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      book = new XSSFWorkbook(in);
    }
    sheet = book.getSheet("Worklist");
    int found = 0;
    for (Row row : sheet) {
      for (Cell cell : row) {
        if (cell.getCellType() == CellType.STRING && cell.getStringCellValue().equals(KEY)) {
          found = row.getRowNum();
        }
      }
    }
    header = found;
    sheet
        .getRow(header)
        .forEach(cell -> columns.put(cell.getStringCellValue(), cell.getColumnIndex()));
  }

  /** The rows of the list, from 0; the last row of the table is its total. */
  int rows() {
    return sheet.getTables().get(0).getEndRowIndex() - header - 1;
  }

  private Cell cell(int row, String column) {
    Row found = sheet.getRow(header + 1 + row);
    return found.getCell(
        Objects.requireNonNull(columns.get(column), column),
        Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
  }

  /** A cell's text. */
  String text(int row, String column) {
    Cell cell = cell(row, column);
    return cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : cell.toString();
  }

  /** The row of a hidden key, whatever has been seen since: a row is known by claim and payer. */
  int row(String claim, String payer) {
    for (int row = 0; row < rows(); row++) {
      if (text(row, "Claim").equals(claim) && text(row, "Payer").equals(payer)) {
        return row;
      }
    }
    throw new AssertionError("No row of that claim");
  }

  EditedWorklist set(int row, String column, String text) {
    // POI leaves a text that was written inline as it was.
    cell(row, column).setBlank();
    if (!text.isEmpty()) {
      cell(row, column).setCellValue(text);
    }
    return this;
  }

  EditedWorklist day(int row, String column, java.time.LocalDate day) {
    cell(row, column).setCellValue(day);
    return this;
  }

  EditedWorklist rename(String column, String other) {
    sheet.getRow(header).getCell(Objects.requireNonNull(columns.get(column))).setCellValue(other);
    return this;
  }

  /** Turns the rows round, as a person sorts them, and drops those that were last. */
  EditedWorklist turned(int dropped) {
    int last = rows() - 1;
    for (int i = 0; i < (last + 1) / 2; i++) {
      swap(header + 1 + i, header + 1 + last - i);
    }
    for (int i = 0; i < dropped; i++) {
      sheet.removeRow(sheet.getRow(header + 1 + i));
    }
    return this;
  }

  private void swap(int one, int other) {
    List<Object> first = values(sheet.getRow(one));
    List<Object> second = values(sheet.getRow(other));
    fill(sheet.getRow(one), second);
    fill(sheet.getRow(other), first);
  }

  private List<Object> values(Row row) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Cell cell = row.getCell(i, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
      values.add(
          switch (cell.getCellType()) {
            case NUMERIC -> cell.getNumericCellValue();
            case STRING -> cell.getStringCellValue();
            default -> "";
          });
    }
    return values;
  }

  private static void fill(Row row, List<Object> values) {
    for (int i = 0; i < values.size(); i++) {
      Cell cell = row.getCell(i, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
      cell.setBlank();
      if (values.get(i) instanceof Double number) {
        cell.setCellValue(number);
      } else if (!values.get(i).equals("")) {
        cell.setCellValue(values.get(i).toString());
      }
    }
  }

  Path save(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      book.write(out);
    }
    return file;
  }
}
