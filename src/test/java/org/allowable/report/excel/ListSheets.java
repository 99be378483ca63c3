package org.allowable.report.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;

/** What a slicer or a pivot table needs of the tables of a sheet that was written. */
public final class ListSheets {

  private ListSheets() {}

  /** Checks every table: its headers are cells, none blank, no two alike, and no cell is merged. */
  public static void haveTablesToSlice(XSSFSheet sheet) {
    for (XSSFTable table : sheet.getTables()) {
      String where = sheet.getSheetName() + " " + table.getName();
      assertThat(table.getHeaderRowCount()).as(where).isEqualTo(1);
      assertThat(headers(sheet, table))
          .as("headers of %s", where)
          .isEqualTo(table.getColumns().stream().map(column -> column.getName()).toList());
      Set<String> different = new HashSet<>();
      assertThat(headers(sheet, table))
          .as("headers of %s, none blank, no two alike", where)
          .allMatch(header -> !header.isBlank() && different.add(header.toLowerCase(Locale.ROOT)));
      for (CellRangeAddress merged : sheet.getMergedRegions()) {
        assertThat(
                table.getStartRowIndex() > merged.getLastRow()
                    || table.getEndRowIndex() < merged.getFirstRow())
            .as("no cell of %s is merged: %s", where, merged.formatAsString())
            .isTrue();
      }
      assertThat(table.getEndRowIndex() - table.getTotalsRowCount())
          .as("%s has a row", where)
          .isGreaterThan(table.getStartRowIndex());
    }
  }

  /** Checks that a sheet is one table, which takes in every row from its header on. */
  public static void isOneTable(XSSFSheet sheet) {
    haveTablesToSlice(sheet);
    assertThat(sheet.getTables()).as("tables of %s", sheet.getSheetName()).hasSize(1);
    XSSFTable table = sheet.getTables().get(0);
    assertThat(table.getEndRowIndex())
        .as("last row of %s", sheet.getSheetName())
        .isEqualTo(sheet.getLastRowNum());
    for (int row = table.getStartRowIndex(); row <= table.getEndRowIndex(); row++) {
      for (Cell cell : sheet.getRow(row)) {
        assertThat(cell.getColumnIndex())
            .as("cells of %s beside its table", sheet.getSheetName())
            .isLessThanOrEqualTo(table.getEndColIndex());
      }
    }
  }

  private static List<String> headers(XSSFSheet sheet, XSSFTable table) {
    List<String> headers = new ArrayList<>();
    for (int column = table.getStartColIndex(); column <= table.getEndColIndex(); column++) {
      Cell cell = sheet.getRow(table.getStartRowIndex()).getCell(column);
      assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
      headers.add(cell.getStringCellValue());
    }
    return headers;
  }
}
