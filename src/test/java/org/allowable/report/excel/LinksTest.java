package org.allowable.report.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.allowable.report.Column;
import org.allowable.report.Format;
import org.allowable.report.Link;
import org.allowable.report.ReportRow;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells that lead elsewhere, in every viewer. */
class LinksTest {

  private static final String FUND =
      "Consolidated Brotherhood of Teamsters Health and Welfare Trust Fund of Region ";

  @TempDir private Path folder = Path.of("");

  // LibreOffice cuts the words of a linked cell that it would have to wrap, unless a formula has
  // them.
  @Test
  void a_linked_name_longer_than_its_column_goes_on_in_a_second_line() throws IOException {
    List<Column> columns = List.of(Column.of("Payer", Format.TEXT).width(30));
    List<ReportRow> rows =
        List.of(
            ReportRow.of(Link.to("Payers", FUND + "11")),
            ReportRow.of(Link.to("Payers", "Medicare")));
    try (XSSFWorkbook book =
        WrittenSheets.reopened(
            folder, 1_048_576, Sheet.of("Payers", "", "", TableBlock.of(columns, rows)))) {
      XSSFSheet sheet = book.getSheet("Payers");
      int first = WrittenSheets.table(sheet).getStartRowIndex() + 1;
      XSSFCell fund = sheet.getRow(first).getCell(0);
      assertThat(fund.getCellType()).isEqualTo(CellType.FORMULA);
      assertThat(new XSSFFormulaEvaluator(book).evaluate(fund).getStringValue())
          .isEqualTo(FUND + "11");
      assertThat(fund.getCellStyle().getWrapText()).isTrue();
      assertThat(sheet.getRow(first).getHeightInPoints())
          .isGreaterThan(2 * SheetWriter.LINE_POINTS);
      assertThat(sheet.getRow(first + 1).getCell(0).getCellType()).isEqualTo(CellType.STRING);
    }
  }
}
