package org.allowable.report.excel;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.allowable.report.Column;
import org.allowable.report.Format;
import org.allowable.report.ReportRow;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;
import org.allowable.report.Workbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Sheets that tests write, and what they open again. */
final class WrittenSheets {

  static final List<Column> COLUMNS =
      List.of(
          Column.of("Claim", Format.CODE),
          Column.of("Service date", Format.DATE),
          Column.of("Month", Format.MONTH),
          Column.of("Allowed", Format.MONEY).meaning("What the payer allowed.").totaled(),
          Column.of("Of expected", Format.RATE),
          Column.of("Appeal", Format.TEXT));

  /** The run's date. */
  static final Instant AS_OF = Instant.parse("2025-07-05T00:00:00Z");

  private WrittenSheets() {}

  static Workbook workbook(Sheet... sheets) {
    List<Sheet> all = new ArrayList<>();
    all.add(Sheet.of("Summary", "Summary", ""));
    all.addAll(List.of(sheets));
    return new Workbook("Monthly", "Example", AS_OF, false, Map.of(), all);
  }

  static Sheet detail(int count) {
    return lines(TableBlock.of(COLUMNS, rows(count)).totaled());
  }

  static Sheet lines(TableBlock table) {
    return Sheet.of("Lines", "Lines", "", table);
  }

  static List<ReportRow> rows(int count) {
    ReportRow row =
        ReportRow.of(
            "0007",
            LocalDate.of(2025, 6, 1),
            YearMonth.of(2025, 6),
            new BigDecimal("-1.25"),
            null,
            true);
    return java.util.Collections.nCopies(count, row);
  }

  static XSSFTable table(XSSFSheet sheet) {
    return sheet.getTables().get(0);
  }

  static Sheet wide(int columns, int rows) {
    List<Column> many = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      many.add(Column.of("Column " + i, Format.TEXT).width(20));
    }
    @Nullable Object[] cells = new Object[columns];
    Arrays.fill(cells, "x");
    List<ReportRow> lines = Collections.nCopies(rows, ReportRow.of(cells));
    return Sheet.of("Wide", "", "", TableBlock.of(many, lines).frozen(2));
  }

  static @Nullable String printed(XSSFSheet sheet) {
    XSSFWorkbook book = sheet.getWorkbook();
    return book.getPrintArea(book.getSheetIndex(sheet));
  }

  /** A workbook of these sheets behind a summary, written and opened again. */
  static XSSFWorkbook reopened(Path folder, int rowsPerSheet, Sheet... sheets) throws IOException {
    Path file = folder.resolve("written.xlsx");
    new WorkbookWriter(rowsPerSheet).writeTo(workbook(sheets), file);
    return new XSSFWorkbook(Files.newInputStream(file));
  }
}
