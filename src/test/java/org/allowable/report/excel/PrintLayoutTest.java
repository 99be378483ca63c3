package org.allowable.report.excel;

import static org.allowable.report.excel.WrittenSheets.AS_OF;
import static org.allowable.report.excel.WrittenSheets.detail;
import static org.allowable.report.excel.WrittenSheets.printed;
import static org.allowable.report.excel.WrittenSheets.table;
import static org.allowable.report.excel.WrittenSheets.wide;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.allowable.report.Block;
import org.allowable.report.Column;
import org.allowable.report.Format;
import org.allowable.report.KeyFigure;
import org.allowable.report.KeyFigures;
import org.allowable.report.LinkList;
import org.allowable.report.Page;
import org.allowable.report.ReportRow;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;
import org.allowable.report.TextBlock;
import org.allowable.report.Workbook;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Footer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a sheet goes on paper, as Excel reads it. */
class PrintLayoutTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void pages_are_one_wide_and_say_what_they_hold() throws IOException {
    Workbook workbook =
        new Workbook("Claims & remits", "", AS_OF, true, Map.of(), List.of(detail(1)));
    Path file = folder.resolve("pages.xlsx");
    WorkbookWriter.write(workbook, file);
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
      XSSFSheet sheet = book.getSheet("Lines");
      assertThat(sheet.getFitToPage()).isTrue();
      assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
      assertThat(sheet.getPrintSetup().getFitHeight()).isEqualTo((short) 0);
      assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
      assertThat(sheet.getFooter().getLeft()).contains("Claims && remits");
      assertThat(sheet.getFooter().getCenter()).contains("Contains patient information");
      assertThat(sheet.getFooter().getRight()).contains("&8", "&P of &N");
      assertThat(sheet.getHeaderFooterProperties().getScaleWithDoc()).isFalse();
      assertThat(sheet.getRepeatingRows().getFirstRow()).isEqualTo(table(sheet).getStartRowIndex());
    }
  }

  // 180 characters of eight points stand across a page; the middle one's is its middle.
  @Test
  void parts_of_a_footer_do_not_run_into_each_other() throws IOException {
    String fund =
        "Consolidated Brotherhood of Teamsters Health and Welfare Trust Fund of Region 11";
    Sheet sheet =
        Sheet.of(fund, fund, "", TextBlock.of("", "One"))
            .noticing("For " + fund + ": its own claim numbers; no patient is named");
    try (XSSFWorkbook book = written(sheet)) {
      Footer footer = book.getSheetAt(book.getNumberOfSheets() - 1).getFooter();
      assertThat(footer.getCenter()).contains(fund);
      assertThat(footer.getLeft()).startsWith("&8").contains("\u2026");
      assertThat(footer.getLeft().length() + footer.getCenter().length() / 2).isLessThan(90);
    }
  }

  @Test
  void a_sheet_too_wide_for_legible_type_goes_to_more_pages() throws IOException {
    try (XSSFWorkbook book = written(wide(10, 5))) {
      XSSFSheet sheet = book.getSheet("Wide");
      assertThat(sheet.getFitToPage()).isFalse();
      // 8 of 11 points.
      assertThat(sheet.getPrintSetup().getScale()).isEqualTo((short) 73);
      assertThat(sheet.getRepeatingColumns().getLastColumn()).isEqualTo(1);
    }
  }

  // Six columns of twenty characters fit a page; those further on come after the two that repeat.
  @Test
  void further_columns_are_printed_from_the_header_on() throws IOException {
    try (XSSFWorkbook book = written(wide(10, 5))) {
      XSSFSheet sheet = book.getSheet("Wide");
      int header = table(sheet).getStartRowIndex() + 1;
      int last = table(sheet).getEndRowIndex() + 1;
      assertThat(printed(sheet))
          .isEqualTo("Wide!$A$1:$F$%2$d,Wide!$G$%1$d:$J$%2$d".formatted(header, last));
    }
  }

  @Test
  void columns_beyond_two_pages_are_for_the_screen_and_the_page_says_so() throws IOException {
    try (XSSFWorkbook book = written(wide(11, 5))) {
      XSSFSheet sheet = book.getSheet("Wide");
      int last = table(sheet).getEndRowIndex() + 1;
      assertThat(printed(sheet)).isEqualTo("Wide!$A$1:$H$" + last);
      assertThat(sheet.getFooter().getCenter())
          .contains("First 8 of 11 columns; the rest is on screen only");
    }
  }

  // Two tables under one another, whose further columns would each be a page of a few rows.
  @Test
  void further_columns_of_several_tables_share_a_page_where_their_headings_fit()
      throws IOException {
    TableBlock table = (TableBlock) wide(10, 2).blocks().get(0);
    Sheet both = Sheet.of("Both", "", "", table, table.heading("Days"));
    Sheet headed = Sheet.of("Headed", "", "", table, table.heading("Days of the months before"));
    try (XSSFWorkbook book = written(both, headed)) {
      XSSFSheet sheet = book.getSheet("Both");
      int header = table(sheet).getStartRowIndex() + 1;
      int last = sheet.getTables().get(1).getEndRowIndex() + 1;
      assertThat(printed(sheet))
          .isEqualTo("Both!$A$1:$F$%2$d,Both!$G$%1$d:$J$%2$d".formatted(header, last));
      assertThat(printed(book.getSheet("Headed"))).isEqualTo("Headed!$A$1:$H$" + last);
    }
  }

  // A page takes 27 rows of the first table: the heading of the second would be its last line.
  @Test
  void a_table_begins_on_the_page_of_its_first_rows() throws IOException {
    TableBlock first = (TableBlock) detail(22).blocks().get(0);
    try (XSSFWorkbook book = written(Sheet.of("Two", "", "", first, first.heading("Further")))) {
      XSSFSheet sheet = book.getSheet("Two");
      int heading = sheet.getTables().get(1).getStartRowIndex() - 1;
      assertThat(sheet.getRow(heading).getCell(0).getStringCellValue()).isEqualTo("Further");
      assertThat(sheet.isRowBroken(heading - 1)).isTrue();
    }
  }

  @Test
  void nothing_of_a_sheet_for_the_screen_is_printed() throws IOException {
    try (XSSFWorkbook book = written(detail(3).on(Page.SCREEN))) {
      XSSFSheet sheet = book.getSheet("Lines");
      AreaReference area = new AreaReference(printed(sheet), SpreadsheetVersion.EXCEL2007);
      for (CellReference place : area.getAllReferencedCells()) {
        Row row = sheet.getRow(place.getRow());
        assertThat(row == null ? null : row.getCell(place.getCol())).isNull();
        assertThat(sheet.isColumnHidden(place.getCol())).isTrue();
      }
      assertThat(sheet.getRepeatingRows()).isNull();
      assertThat(sheet.getFooter().getCenter()).contains("On screen only");
    }
  }

  @Test
  void of_a_list_that_is_handed_over_every_row_is_printed() throws IOException {
    try (XSSFWorkbook book = written(wide(12, 900).on(Page.EVERY_ROW))) {
      XSSFSheet sheet = book.getSheet("Wide");
      assertThat(printed(sheet)).isEqualTo("Wide!$A$1:$H$" + (table(sheet).getEndRowIndex() + 1));
      assertThat(sheet.getPrintSetup().getFitHeight()).isEqualTo((short) 0);
    }
  }

  @Test
  void of_a_long_wide_list_the_first_page_is_printed() throws IOException {
    try (XSSFWorkbook book = written(wide(12, 900))) {
      XSSFSheet sheet = book.getSheet("Wide");
      AreaReference area =
          new AreaReference(
              book.getPrintArea(book.getSheetIndex(sheet)), SpreadsheetVersion.EXCEL2007);
      assertThat(area.getLastCell().getRow()).isBetween(30, 60);
      // Twenty characters of seven pixels and five more, at 8 of 11 points, on ten inches.
      assertThat(area.getLastCell().getCol()).isEqualTo((short) 7);
      assertThat(sheet.getFitToPage()).isTrue();
      assertThat(sheet.getPrintSetup().getFitHeight()).isEqualTo((short) 1);
      int rows = area.getLastCell().getRow() - table(sheet).getStartRowIndex();
      assertThat(sheet.getFooter().getCenter())
          .contains(
              "First %d of 900 rows, 8 of 12 columns; the rest is on screen only".formatted(rows));
    }
  }

  @Test
  void rows_of_several_lines_count_for_the_first_page() throws IOException {
    List<Column> columns = List.of(Column.of("Evidence", Format.LONG_TEXT).width(20));
    List<ReportRow> lines =
        Collections.nCopies(
            300, ReportRow.of("words that wrap and wrap over three lines at least"));
    try (XSSFWorkbook book = written(Sheet.of("Tall", "", "", TableBlock.of(columns, lines)))) {
      XSSFSheet sheet = book.getSheet("Tall");
      AreaReference area =
          new AreaReference(
              book.getPrintArea(book.getSheetIndex(sheet)), SpreadsheetVersion.EXCEL2007);
      double points = 0;
      for (int row = 0; row <= area.getLastCell().getRow(); row++) {
        points += sheet.getRow(row).getHeightInPoints();
      }
      assertThat(points).isLessThanOrEqualTo(612 - 72);
    }
  }

  @Test
  void a_list_of_few_pages_is_printed_whole() throws IOException {
    try (XSSFWorkbook book = written(detail(60))) {
      assertThat(book.getPrintArea(book.getSheetIndex("Lines"))).isNull();
    }
  }

  // A page takes 28 rows.
  @Test
  void a_row_alone_is_no_second_page() throws IOException {
    try (XSSFWorkbook book = written(wide(5, 29))) {
      XSSFSheet sheet = book.getSheet("Wide");
      assertThat(printed(sheet)).endsWith("$" + table(sheet).getEndRowIndex());
      assertThat(sheet.getFooter().getCenter()).contains("First 28 of 29 rows");
    }
  }

  // As control totals in dollars and in rows do: none of them is for the screen alone.
  @Test
  void of_several_tables_the_last_row_is_printed_too() throws IOException {
    TableBlock dollars = (TableBlock) wide(5, 18).blocks().get(0);
    TableBlock rows = (TableBlock) wide(5, 9).blocks().get(0);
    try (XSSFWorkbook book = written(Sheet.of("Both", "", "", dollars, rows.heading("In rows")))) {
      assertThat(printed(book.getSheet("Both"))).isNull();
    }
  }

  // At a scale of its own the last column would go on to a further page.
  @Test
  void what_does_not_fit_one_page_goes_on_as_wide_as_it() throws IOException {
    try (XSSFWorkbook book = written(wide(4, 90).on(Page.ONE_PORTRAIT))) {
      XSSFSheet sheet = book.getSheet("Wide");
      assertThat(sheet.getFitToPage()).isTrue();
      assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
      assertThat(sheet.getPrintSetup().getFitHeight()).isEqualTo((short) 0);
    }
  }

  @Test
  void what_fits_one_page_is_shrunk_to_it() throws IOException {
    try (XSSFWorkbook book = written(wide(4, 20).on(Page.ONE_PORTRAIT))) {
      assertThat(book.getSheet("Wide").getPrintSetup().getFitHeight()).isEqualTo((short) 1);
    }
  }

  @Test
  void four_rows_are_worth_a_second_page() throws IOException {
    try (XSSFWorkbook book = written(wide(5, 32))) {
      assertThat(printed(book.getSheet("Wide"))).isNull();
    }
  }

  @Test
  void totals_have_a_second_page_also_for_themselves() throws IOException {
    try (XSSFWorkbook book = written(detail(28))) {
      assertThat(printed(book.getSheet("Lines"))).isNull();
    }
  }

  @Test
  void of_a_table_without_rows_no_further_columns_are_printed() throws IOException {
    try (XSSFWorkbook book = written(wide(10, 0))) {
      XSSFSheet sheet = book.getSheet("Wide");
      assertThat(printed(sheet)).doesNotContain(",");
    }
  }

  // A page takes 28 rows: the total would stand alone on the second.
  @Test
  void a_total_takes_the_last_row_along() throws IOException {
    try (XSSFWorkbook book = written(detail(28))) {
      XSSFSheet sheet = book.getSheet("Lines");
      assertThat(sheet.isRowBroken(table(sheet).getEndRowIndex() - 2)).isTrue();
    }
  }

  @Test
  void rows_that_go_on_have_their_header_also_before_a_picture() throws IOException {
    Sheet both =
        Sheet.of("Two", "", "", detail(2).blocks().get(0), wide(5, 40).blocks().get(0), figures());
    try (XSSFWorkbook book = written(both)) {
      XSSFSheet sheet = book.getSheet("Two");
      int header = sheet.getTables().get(1).getStartRowIndex();
      assertThat(sheet.getRepeatingRows().getFirstRow()).isEqualTo(header);
    }
  }

  private static Block figures() {
    return KeyFigures.of(KeyFigure.of("Lines", 1, Format.COUNT));
  }

  @Test
  void of_a_table_after_text_that_has_room_for_a_row_none_is_printed() throws IOException {
    TextBlock text = TextBlock.of("Text", Collections.nCopies(21, "Words.").toArray(new String[0]));
    Sheet read =
        Sheet.of(
            "Read", "", "", text, ((TableBlock) wide(5, 90).blocks().get(0)).heading("Sources"));
    try (XSSFWorkbook book = written(read)) {
      XSSFSheet sheet = book.getSheet("Read");
      AreaReference area = new AreaReference(printed(sheet), SpreadsheetVersion.EXCEL2007);
      assertThat(area.getLastCell().getRow()).isLessThan(table(sheet).getStartRowIndex() - 1);
      assertThat(sheet.getFooter().getCenter()).contains("The tables are on screen only");
    }
  }

  // Of a sheet that is longer than what is printed of one, the text still is read whole.
  @Test
  void text_of_two_pages_before_tables_is_printed_whole() throws IOException {
    TextBlock text = TextBlock.of("Text", Collections.nCopies(50, "Words.").toArray(new String[0]));
    try (XSSFWorkbook book = written(Sheet.of("Read", "", "", text, wide(5, 90).blocks().get(0)))) {
      XSSFSheet sheet = book.getSheet("Read");
      AreaReference area = new AreaReference(printed(sheet), SpreadsheetVersion.EXCEL2007);
      assertThat(area.getLastCell().getRow()).isEqualTo(table(sheet).getStartRowIndex() - 2);
      assertThat(sheet.getPrintSetup().getFitHeight()).isEqualTo((short) 0);
    }
  }

  // A page takes three of these rows less.
  @Test
  void a_line_or_two_of_text_are_worth_no_page() throws IOException {
    TextBlock text = TextBlock.of("Text", Collections.nCopies(31, "Words.").toArray(new String[0]));
    try (XSSFWorkbook book = written(Sheet.of("Read", "", "", text, wide(5, 90).blocks().get(0)))) {
      XSSFSheet sheet = book.getSheet("Read");
      AreaReference area = new AreaReference(printed(sheet), SpreadsheetVersion.EXCEL2007);
      assertThat(area.getLastCell().getRow()).isEqualTo(table(sheet).getStartRowIndex() - 2);
      assertThat(sheet.getPrintSetup().getFitHeight()).isEqualTo((short) 1);
    }
  }

  @Test
  void a_heading_goes_with_all_of_its_first_paragraph() throws IOException {
    TextBlock first = TextBlock.of("", Collections.nCopies(28, "Words.").toArray(new String[0]));
    TextBlock last = TextBlock.of("Text", "Words and more. ".repeat(80));
    try (XSSFWorkbook book = written(Sheet.of("Read", "", "", first, last))) {
      XSSFSheet sheet = book.getSheet("Read");
      assertThat(sheet.isRowBroken(sheet.getLastRowNum() - 2)).isTrue();
    }
  }

  // In other letters the page may end with the heading, where it is taken to begin before it.
  @Test
  void a_page_that_hardly_begins_before_a_heading_begins_there_for_certain() throws IOException {
    TextBlock first = TextBlock.of("", Collections.nCopies(33, "Words.").toArray(new String[0]));
    TextBlock last = TextBlock.of("Text", "Words.");
    try (XSSFWorkbook book = written(Sheet.of("Read", "", "", first, last))) {
      XSSFSheet sheet = book.getSheet("Read");
      assertThat(sheet.getRowBreaks()).hasSize(1);
      assertThat(sheet.getRowBreaks()[0])
          .isBetween(sheet.getLastRowNum() - 5, sheet.getLastRowNum() - 2);
    }
  }

  // A second column of seventy characters would leave the text one of 34.
  @Test
  void text_before_a_table_of_wide_columns_has_most_of_the_page() throws IOException {
    List<Column> columns =
        List.of(
            Column.of("Measure", Format.TEXT).width(34),
            Column.of("Formula", Format.TEXT).width(70),
            Column.of("Source", Format.TEXT).width(60));
    TextBlock text = TextBlock.of("Text", "Words and more. ".repeat(20));
    Sheet sheet =
        new Sheet("Read", "", "", List.of(text, TableBlock.of(columns, List.of())), Page.PORTRAIT);
    try (XSSFWorkbook book = written(sheet)) {
      assertThat(book.getSheet("Read").getMergedRegions())
          .isNotEmpty()
          .allSatisfy(region -> assertThat(region.getLastColumn()).isEqualTo(1));
    }
  }

  // A page takes 34 lines of text: the list of sheets begins on the next, whole.
  @Test
  void a_list_of_sheets_stands_on_one_page() throws IOException {
    TextBlock text = TextBlock.of("Text", Collections.nCopies(28, "Words.").toArray(new String[0]));
    List<LinkList.Entry> entries =
        Collections.nCopies(9, new LinkList.Entry("Summary", "What it holds"));
    try (XSSFWorkbook book =
        written(Sheet.of("List", "", "", text, new LinkList("Contents", entries)))) {
      XSSFSheet sheet = book.getSheet("List");
      int heading = sheet.getLastRowNum() - entries.size();
      assertThat(sheet.getRow(heading).getCell(0).getStringCellValue()).isEqualTo("Contents");
      assertThat(sheet.isRowBroken(heading - 1)).isTrue();
    }
  }

  private XSSFWorkbook written(Sheet... sheets) throws IOException {
    return WrittenSheets.reopened(folder, 1_048_576, sheets);
  }
}
