package org.allowable.report.excel;

import static org.allowable.report.excel.WrittenSheets.AS_OF;
import static org.allowable.report.excel.WrittenSheets.COLUMNS;
import static org.allowable.report.excel.WrittenSheets.detail;
import static org.allowable.report.excel.WrittenSheets.lines;
import static org.allowable.report.excel.WrittenSheets.rows;
import static org.allowable.report.excel.WrittenSheets.table;
import static org.allowable.report.excel.WrittenSheets.wide;
import static org.allowable.report.excel.WrittenSheets.workbook;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.allowable.report.Column;
import org.allowable.report.Emphasis;
import org.allowable.report.Format;
import org.allowable.report.KeyFigure;
import org.allowable.report.KeyFigures;
import org.allowable.report.Link;
import org.allowable.report.LinkList;
import org.allowable.report.ReportRow;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;
import org.allowable.report.TextBlock;
import org.allowable.report.Workbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every test opens again what was written. */
class WorkbookWriterTest {

  @TempDir Path folder;

  @Test
  void sheets_keep_their_order() throws IOException {
    try (XSSFWorkbook book = written(detail(1))) {
      assertThat(book)
          .extracting(sheet -> sheet.getSheetName())
          .containsExactly("Summary", "Lines");
    }
  }

  @Test
  void a_code_of_digits_stays_text_with_its_zeros() throws IOException {
    XSSFCell cell = firstRow().get(0);

    assertThat(cell.getStringCellValue()).isEqualTo("0007");
    assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
  }

  @Test
  void a_date_is_a_date() throws IOException {
    XSSFCell cell = firstRow().get(1);

    assertThat(cell.getLocalDateTimeCellValue().toLocalDate()).isEqualTo(LocalDate.of(2025, 6, 1));
    assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("yyyy-mm-dd");
  }

  @Test
  void a_month_is_its_first_day() throws IOException {
    assertThat(firstRow().get(2).getLocalDateTimeCellValue().toLocalDate())
        .isEqualTo(LocalDate.of(2025, 6, 1));
  }

  @Test
  void dollars_are_numbers_with_a_minus_to_be_seen() throws IOException {
    XSSFCell cell = firstRow().get(3);

    assertThat(cell.getNumericCellValue()).isEqualTo(-1.25);
    assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("$#,##0.00;[Red]-$#,##0.00");
  }

  @Test
  void what_is_not_known_is_an_empty_cell() throws IOException {
    assertThat(firstRow().get(4).getCellType()).isEqualTo(CellType.BLANK);
  }

  @Test
  void a_flag_reads_yes_or_no() throws IOException {
    assertThat(firstRow().get(5).getStringCellValue()).isEqualTo("Yes");
  }

  @Test
  void text_that_looks_like_a_formula_stays_text() throws IOException {
    ReportRow row = ReportRow.of("=1+1", null, null, null, null, "@SUM(A1)");
    try (XSSFWorkbook book = written(lines(TableBlock.of(COLUMNS, List.of(row))))) {
      XSSFSheet sheet = book.getSheet("Lines");
      int first = table(sheet).getStartRowIndex() + 1;
      assertThat(sheet.getRow(first).getCell(0).getCellType()).isEqualTo(CellType.STRING);
      assertThat(sheet.getRow(first).getCell(0).getStringCellValue()).isEqualTo("=1+1");
      assertThat(sheet.getRow(first).getCell(5).getStringCellValue()).isEqualTo("@SUM(A1)");
    }
  }

  @Test
  void words_too_long_for_their_column_go_on_in_a_second_line() throws IOException {
    List<Column> columns =
        List.of(Column.of("Liability", Format.TEXT).width(16), Column.of("Lines", Format.COUNT));
    List<ReportRow> rows =
        List.of(ReportRow.of("Practice", 1), ReportRow.of("Payer without a contract", 2));
    try (XSSFWorkbook book = written(lines(TableBlock.of(columns, rows)))) {
      XSSFSheet sheet = book.getSheet("Lines");
      int first = table(sheet).getStartRowIndex() + 1;
      assertThat(sheet.getRow(first + 1).getCell(0).getCellStyle().getWrapText()).isTrue();
      assertThat(sheet.getRow(first + 1).getHeight())
          .isGreaterThan(sheet.getRow(first).getHeight());
    }
  }

  @Test
  void control_characters_do_not_reach_the_file() throws IOException {
    ReportRow row = ReportRow.of("a\u0001b\u000bc\uD800d", null, null, null, null, null);
    try (XSSFWorkbook book = written(lines(TableBlock.of(COLUMNS, List.of(row))))) {
      XSSFSheet sheet = book.getSheet("Lines");
      int first = table(sheet).getStartRowIndex() + 1;
      assertThat(sheet.getRow(first).getCell(0).getStringCellValue()).isEqualTo("a b c d");
    }
  }

  @Test
  void a_table_covers_header_rows_and_totals() throws IOException {
    try (XSSFWorkbook book = written(detail(3))) {
      XSSFTable table = table(book.getSheet("Lines"));
      assertThat(table.getEndRowIndex() - table.getStartRowIndex()).isEqualTo(4);
      assertThat(table.getTotalsRowCount()).isEqualTo(1);
      assertThat(table.getCTTable().getAutoFilter().getRef())
          .as("the filter leaves the totals alone")
          .endsWith("F" + table.getEndRowIndex());
    }
  }

  @Test
  void a_table_and_its_header_cells_name_the_same_columns() throws IOException {
    try (XSSFWorkbook book = written(detail(3))) {
      XSSFSheet sheet = book.getSheet("Lines");
      XSSFTable table = table(sheet);
      for (int i = 0; i < COLUMNS.size(); i++) {
        assertThat(sheet.getRow(table.getStartRowIndex()).getCell(i).getStringCellValue())
            .isEqualTo(table.getColumns().get(i).getName())
            .isEqualTo(COLUMNS.get(i).header());
      }
    }
  }

  @Test
  void tables_of_a_workbook_have_names_and_ids_of_their_own() throws IOException {
    TableBlock table = TableBlock.of(COLUMNS, rows(1));
    try (XSSFWorkbook book =
        written(Sheet.of("Lines", "", "", table, table), Sheet.of("Lines!", "", "", table))) {
      List<XSSFTable> tables = new ArrayList<>();
      book.forEach(sheet -> tables.addAll(((XSSFSheet) sheet).getTables()));
      assertThat(tables).extracting(XSSFTable::getName).hasSize(3).doesNotHaveDuplicates();
      assertThat(tables).extracting(one -> one.getCTTable().getId()).doesNotHaveDuplicates();
    }
  }

  @Test
  void totals_follow_the_filter_and_are_there_before_excel_calculates() throws IOException {
    try (XSSFWorkbook book = written(detail(3))) {
      XSSFSheet sheet = book.getSheet("Lines");
      XSSFCell total = sheet.getRow(table(sheet).getEndRowIndex()).getCell(3);
      assertThat(total.getCellFormula()).isEqualTo("SUBTOTAL(109,T_Lines[Allowed])");
      assertThat(total.getNumericCellValue()).isEqualTo(-3.75);
    }
  }

  // Null is never zero: no row says what it is.
  @Test
  void a_column_of_which_nothing_is_known_has_no_total() throws IOException {
    Column known = Column.of("Charges", Format.MONEY).totaled();
    Column unknown = Column.of("Allowed", Format.MONEY).totaled();
    ReportRow row = ReportRow.of("Medicare", BigDecimal.TEN, null);
    TableBlock block =
        TableBlock.of(List.of(Column.of("Payer", Format.TEXT), known, unknown), List.of(row, row))
            .totaled();
    try (XSSFWorkbook book = written(lines(block))) {
      XSSFSheet sheet = book.getSheet("Lines");
      XSSFTable table = table(sheet);
      assertThat(sheet.getRow(table.getEndRowIndex()).getCell(1).getNumericCellValue())
          .isEqualTo(20);
      assertThat(sheet.getRow(table.getEndRowIndex()).getCell(2).getCellType())
          .isEqualTo(CellType.BLANK);
      assertThat(
              table.getCTTable().getTableColumns().getTableColumnArray(2).isSetTotalsRowFunction())
          .as("Excel would write the sum of its own")
          .isFalse();
    }
  }

  @Test
  void the_total_of_no_rows_is_zero() throws IOException {
    try (XSSFWorkbook book = written(detail(0))) {
      XSSFSheet sheet = book.getSheet("Lines");
      assertThat(sheet.getRow(table(sheet).getEndRowIndex()).getCell(3).getCellFormula())
          .isEqualTo("SUBTOTAL(109,T_Lines[Allowed])");
    }
  }

  @Test
  void a_header_with_brackets_is_escaped_in_the_formula() {
    assertThat(ExcelTable.total("T", "Paid [net] #1's"))
        .isEqualTo("SUBTOTAL(109,T[Paid '[net'] '#1''s])");
  }

  @Test
  void header_and_first_columns_stay_in_view() throws IOException {
    try (XSSFWorkbook book = written(detail(3))) {
      XSSFSheet sheet = book.getSheet("Lines");
      assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
      assertThat(sheet.getPaneInformation().getHorizontalSplitPosition())
          .isEqualTo((short) (table(sheet).getStartRowIndex() + 1));
      assertThat(sheet.getPaneInformation().getVerticalSplitPosition()).isEqualTo((short) 1);
    }
  }

  @Test
  void a_table_far_down_its_sheet_freezes_nothing() throws IOException {
    TextBlock text = TextBlock.of("", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11");
    try (XSSFWorkbook book =
        written(Sheet.of("Lines", "", "", text, TableBlock.of(COLUMNS, rows(1))))) {
      assertThat(book.getSheet("Lines").getPaneInformation()).isNull();
    }
  }

  @Test
  void a_header_explains_its_column() throws IOException {
    try (XSSFWorkbook book = written(detail(1))) {
      XSSFSheet sheet = book.getSheet("Lines");
      assertThat(sheet.getRow(table(sheet).getStartRowIndex()).getCell(3).getCellComment())
          .extracting(comment -> comment.getString().getString())
          .isEqualTo("What the payer allowed.");
    }
  }

  @Test
  void an_empty_table_says_so() throws IOException {
    try (XSSFWorkbook book = written(lines(TableBlock.of(COLUMNS, List.of())))) {
      XSSFSheet sheet = book.getSheet("Lines");
      XSSFTable table = table(sheet);
      assertThat(sheet.getRow(table.getEndRowIndex()).getCell(0).getStringCellValue())
          .isEqualTo("None");
      assertThat(table.getEndRowIndex()).isEqualTo(table.getStartRowIndex() + 1);
    }
  }

  @Test
  void every_sheet_but_the_first_leads_back_to_it() throws IOException {
    try (XSSFWorkbook book = written(detail(1))) {
      assertThat(book.getSheet("Lines").getHyperlinkList())
          .extracting(link -> link.getLocation())
          .containsExactly("'Summary'!A1");
      assertThat(book.getSheet("Summary").getHyperlinkList()).isEmpty();
    }
  }

  @Test
  void a_link_lands_on_its_row() throws IOException {
    Sheet summary =
        Sheet.of("Summary", "", "", KeyFigures.of(figure(new Link("Variance", "Lines", 2))));
    try (XSSFWorkbook book =
        written(new Workbook("t", "", AS_OF, false, Map.of(), List.of(summary, detail(3))))) {
      String location = book.getSheet("Summary").getHyperlinkList().get(0).getLocation();
      CellReference target = new CellReference(location);
      XSSFSheet lines = book.getSheet(target.getSheetName());
      assertThat(target.getRow()).isEqualTo(table(lines).getStartRowIndex() + 2);
    }
  }

  @Test
  void a_link_to_no_sheet_is_refused_and_leaves_no_file() {
    Path file = folder.resolve("no.xlsx");
    Workbook broken =
        workbook(Sheet.of("A", "", "", new LinkList("", List.of(new LinkList.Entry("B", "")))));

    assertThatThrownBy(() -> WorkbookWriter.write(broken, file))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(file).doesNotExist();
  }

  @Test
  void a_table_longer_than_a_sheet_goes_on_to_the_next() throws IOException {
    try (XSSFWorkbook book = written(20, detail(30), Sheet.of("Lines 2", "", ""))) {
      List<XSSFTable> tables = new ArrayList<>();
      book.forEach(sheet -> tables.addAll(((XSSFSheet) sheet).getTables()));
      int rows = tables.stream().mapToInt(XSSFTable::getDataRowCount).sum();
      assertThat(rows).isEqualTo(30);
      assertThat(book)
          .extracting(sheet -> sheet.getSheetName())
          .as("the second sheet of that name is taken by the reader's own")
          .containsExactly("Summary", "Lines", "Lines 3", "Lines 4", "Lines 2");
    }
  }

  @Test
  void a_full_sheet_has_no_row_too_many() throws IOException {
    try (XSSFWorkbook book = written(20, detail(30))) {
      assertThat(book.getSheet("Lines").getLastRowNum()).isEqualTo(19);
    }
  }

  @Test
  void sheet_names_are_made_safe_and_kept_apart() throws IOException {
    String payer = "Blue Cross / Blue Shield of the Northern Plains";
    try (XSSFWorkbook book =
        written(Sheet.of(payer + " A", "", ""), Sheet.of(payer + " B", "", ""))) {
      assertThat(book)
          .extracting(sheet -> sheet.getSheetName())
          .containsExactly(
              "Summary",
              "Blue Cross   Blue\u2026hern Plains A",
              "Blue Cross   Blue\u2026hern Plains B");
    }
  }

  @Test
  void a_column_is_as_wide_as_the_longest_word_of_its_header_and_its_button() throws IOException {
    Column narrow = Column.of("Lines resubmitted", Format.COUNT).width(5);
    Column joined = Column.of("Provider-controllable", Format.COUNT).width(5);
    try (XSSFWorkbook book =
        written(lines(TableBlock.of(List.of(narrow, joined), List.of(ReportRow.of(1, 2)))))) {
      XSSFSheet sheet = book.getSheet("Lines");
      // Eleven letters, and twelve after a hyphen, at which a line may break.
      assertThat(sheet.getColumnWidth(0) / 256).isEqualTo(11 + 3);
      assertThat(sheet.getColumnWidth(1) / 256).isEqualTo(12 + 3);
    }
  }

  @Test
  void a_header_does_not_stand_over_pictures_and_figures_behind_its_table() throws IOException {
    try (XSSFWorkbook book =
        written(
            Sheet.of(
                "Lines",
                "Lines",
                "",
                detail(3).blocks().get(0),
                KeyFigures.of(figure(Link.to("Summary", "Lines")))))) {
      assertThat(book.getSheet("Lines").getRepeatingRows()).isNull();
    }
  }

  @Test
  void a_title_longer_than_the_page_goes_on_in_a_second_line() throws IOException {
    Sheet titled = Sheet.of("Long", "Word ".repeat(40), "", wide(12, 1).blocks().get(0));
    try (XSSFWorkbook book = written(titled)) {
      XSSFSheet sheet = book.getSheet("Long");
      assertThat(sheet.getRow(0).getCell(0).getCellStyle().getWrapText()).isTrue();
      assertThat(sheet.getRow(0).getHeightInPoints()).isGreaterThanOrEqualTo(54f);
      assertThat(sheet.getMergedRegions())
          .anyMatch(region -> region.isInRange(0, 0) && region.getLastColumn() > 3);
    }
  }

  @Test
  void a_card_is_as_high_as_its_words() throws IOException {
    KeyFigure figure = KeyFigure.of("What if: " + "long ".repeat(30), 1, Format.COUNT);
    Sheet cards = Sheet.of("Cards", "", "", new KeyFigures(List.of(figure, figure, figure)));
    try (XSSFWorkbook book = written(cards)) {
      assertThat(
              StreamSupport.stream(book.getSheet("Cards").spliterator(), false)
                  .filter(row -> row.getCell(0) != null)
                  .filter(row -> row.getCell(0).toString().startsWith("What if"))
                  .toList())
          .singleElement()
          .satisfies(row -> assertThat(row.getHeightInPoints()).isGreaterThan(45f));
    }
  }

  // LibreOffice cuts the words of a linked cell that it would have to wrap.
  @Test
  void words_of_a_card_that_is_a_link_wrap_everywhere() throws IOException {
    String compared =
        "Aug 2026: 12.5% (\u22120.4 points), \"as filed\", of all lines first answered, ".repeat(4);
    KeyFigure plain = figure(Link.to("Cards", "Cards")).compared(compared);
    Sheet cards = Sheet.of("Cards", "", "", KeyFigures.of(plain));
    try (XSSFWorkbook book = written(cards)) {
      List<Cell> said = new ArrayList<>();
      book.getSheet("Cards").forEach(row -> row.forEach(said::add));
      assertThat(said)
          .filteredOn(cell -> cell.getCellType() == CellType.FORMULA)
          .extracting(Cell::getStringCellValue)
          .as("all words, so that all have one color")
          .containsExactly("Variance", compared);
      assertThat(said)
          .filteredOn(cell -> cell.getCellType() == CellType.FORMULA)
          .allSatisfy(
              cell -> {
                assertThat(cell.getHyperlink()).isNotNull();
                assertThat(new XSSFFormulaEvaluator(book).evaluate(cell).getStringValue())
                    .isEqualTo(cell.getStringCellValue());
              });
    }
  }

  @Test
  void bars_in_cells_follow_their_numbers_to_both_sides() throws IOException {
    List<Column> columns =
        List.of(
            Column.of("Payer", Format.TEXT),
            Column.of("Variance", Format.MONEY).emphasized(Emphasis.BAR).totaled());
    TableBlock table =
        TableBlock.of(columns, List.of(ReportRow.of("A", -2), ReportRow.of("B", 3))).totaled();
    try (XSSFWorkbook book = written(lines(table), Sheet.of("Two", "", "", table, table))) {
      XSSFSheet sheet = book.getSheet("Lines");
      int first = table(sheet).getStartRowIndex() + 2;
      var formats = sheet.getSheetConditionalFormatting();
      assertThat(formats.getNumConditionalFormattings()).isEqualTo(1);
      assertThat(formats.getConditionalFormattingAt(0).getFormattingRanges())
          .extracting(CellRangeAddress::formatAsString)
          .as("rows of the table, not its total")
          .containsExactly("B%d:B%d".formatted(first, first + 1));
      String further = sheet.getCTWorksheet().getExtLst().xmlText();
      assertThat(further).contains("negativeFillColor", "B%d:B%d".formatted(first, first + 1));
      assertThat(book.getSheet("Two").getCTWorksheet().getExtLst().sizeOfExtArray())
          .as("one list for both tables")
          .isEqualTo(1);
    }
  }

  @Test
  void days_that_are_past_or_near_stand_out_and_empty_ones_do_not() throws IOException {
    Column days =
        Column.of("Days left", Format.COUNT).emphasized(new Emphasis(Emphasis.Manner.DUE, ""));
    List<ReportRow> rows = List.of(ReportRow.of(-3), ReportRow.of(2), ReportRow.of(9));
    try (XSSFWorkbook book = written(lines(TableBlock.of(List.of(days), rows)))) {
      XSSFSheet sheet = book.getSheet("Lines");
      var formats = sheet.getSheetConditionalFormatting();
      String cell = "A" + (table(sheet).getStartRowIndex() + 2);
      assertThat(formats.getConditionalFormattingAt(0).getRule(0).getFormula1())
          .isEqualTo("AND(ISNUMBER(%1$s),%1$s<0)".formatted(cell));
      assertThat(formats.getConditionalFormattingAt(0).getRule(0).getFontFormatting().isBold())
          .as("more than a color")
          .isTrue();
      assertThat(formats.getConditionalFormattingAt(1).getRule(0).getFormula1())
          .isEqualTo("AND(ISNUMBER(%1$s),%1$s>=0,%1$s<=7)".formatted(cell));
    }
  }

  @Test
  void nothing_is_merged_in_a_table() throws IOException {
    try (XSSFWorkbook book =
        written(
            Sheet.of(
                "Lines", "", "A note.", TextBlock.of("", "Text."), detail(3).blocks().get(0)))) {
      XSSFSheet sheet = book.getSheet("Lines");
      assertThat(sheet.getMergedRegions())
          .isNotEmpty()
          .allMatch(region -> region.getLastRow() < table(sheet).getStartRowIndex());
    }
  }

  @Test
  void properties_carry_the_run() throws IOException {
    Workbook workbook =
        new Workbook("Monthly", "June", AS_OF, false, Map.of("run_id", "r1"), List.of(detail(1)));
    try (XSSFWorkbook book = reopened(workbook, "properties.xlsx")) {
      assertThat(book.getProperties().getCoreProperties().getTitle()).isEqualTo("Monthly");
      assertThat(book.getProperties().getCoreProperties().getCreated().toInstant())
          .isEqualTo(AS_OF);
      assertThat(book.getProperties().getCustomProperties().getProperty("run_id").getLpwstr())
          .isEqualTo("r1");
    }
  }

  @Test
  void the_same_workbook_makes_the_same_bytes_later() throws Exception {
    Workbook workbook = workbook(detail(5));
    WorkbookWriter.write(workbook, folder.resolve("one.xlsx"));
    // Zip files count time in steps of two seconds.
    Thread.sleep(2100);
    WorkbookWriter.write(workbook, folder.resolve("two.xlsx"));

    assertThat(folder.resolve("two.xlsx")).hasSameBinaryContentAs(folder.resolve("one.xlsx"));
  }

  // A folder of its own: other processes write workbooks beside this one.
  @Test
  void no_temporary_file_is_left() throws IOException {
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    inTemporary(
        temporary, () -> WorkbookWriter.write(workbook(detail(300)), folder.resolve("t.xlsx")));

    assertThat(temporary).isEmptyDirectory();
  }

  // Java keeps the one that it was started with.
  @Test
  void rows_wait_in_the_temporary_folder_that_the_program_has_made_its_own() {
    Path none = folder.resolve("none");

    assertThatThrownBy(
            () ->
                inTemporary(
                    none,
                    () -> WorkbookWriter.write(workbook(detail(300)), folder.resolve("t.xlsx"))))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining(none.toString());
  }

  private interface Act {
    void run() throws IOException;
  }

  private static void inTemporary(Path temporary, Act act) throws IOException {
    String before = System.setProperty("java.io.tmpdir", temporary.toString());
    try {
      act.run();
    } finally {
      System.setProperty("java.io.tmpdir", before);
    }
  }

  private List<XSSFCell> firstRow() throws IOException {
    try (XSSFWorkbook book = written(detail(1))) {
      XSSFSheet sheet = book.getSheet("Lines");
      List<XSSFCell> cells = new ArrayList<>();
      sheet.getRow(table(sheet).getStartRowIndex() + 1).forEach(cell -> cells.add((XSSFCell) cell));
      return cells;
    }
  }

  private XSSFWorkbook written(Sheet... sheets) throws IOException {
    return written(1_048_576, sheets);
  }

  private XSSFWorkbook written(int rowsPerSheet, Sheet... sheets) throws IOException {
    return WrittenSheets.reopened(folder, rowsPerSheet, sheets);
  }

  private XSSFWorkbook written(Workbook workbook) throws IOException {
    return reopened(workbook, "workbook.xlsx");
  }

  private XSSFWorkbook reopened(Workbook workbook, String name) throws IOException {
    Path file = folder.resolve(name);
    WorkbookWriter.write(workbook, file);
    return new XSSFWorkbook(Files.newInputStream(file));
  }

  private static KeyFigure figure(Link link) {
    return new KeyFigure("Variance", new BigDecimal("-5"), Format.DOLLARS, "", link);
  }
}
