package org.allowable.report.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.allowable.report.Assumption;
import org.allowable.report.Assumptions;
import org.allowable.report.Column;
import org.allowable.report.ComputedValue;
import org.allowable.report.EntryLimits;
import org.allowable.report.Format;
import org.allowable.report.Formula;
import org.allowable.report.KeyFigure;
import org.allowable.report.KeyFigures;
import org.allowable.report.ReportRow;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;
import org.allowable.report.Workbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A proposal that the reader may change: what Excel computes is what was written. */
class LiveWorkbookTest {

  private static final double CENT = 0.0001;

  private static final Formula MULTIPLE =
      Formula.column("Own multiple").orElse(Formula.input("target_multiple"));
  private static final Formula UNITS =
      Formula.column("Units").times(Formula.constant("1").plus(Formula.input("volume_change")));

  private static final List<Column> COLUMNS =
      List.of(
          Column.of("Code", Format.CODE),
          Column.of("Units", Format.COUNT).totaled(),
          Column.of("Medicare", Format.MONEY).totaled(),
          Column.of("Charge", Format.MONEY),
          Column.of("Own multiple", Format.RATE).entered(EntryLimits.PERCENT),
          Column.of("Proposed", Format.MONEY)
              .computed(
                  Formula.column("Medicare")
                      .times(MULTIPLE)
                      .lesserOf(Formula.column("Charge"))
                      .toTheCent())
              .totaled(),
          Column.of("Proposed in all", Format.MONEY)
              .computed(Formula.column("Proposed").times(UNITS).toTheCent())
              .totaled()
              .named("proposed_in_all"),
          Column.of("Of Medicare", Format.RATE)
              .computed(Formula.column("Proposed").dividedBy(Formula.column("Medicare")))
              .totaled());

  private static final Assumptions ASSUMPTIONS =
      new Assumptions(
          "Assumptions",
          List.of(
              assumption("Target multiple", "target_multiple", "1.3", EntryLimits.PERCENT),
              assumption("Volume", "volume_change", "0.05", EntryLimits.CHANGE)));

  @TempDir Path folder;

  @Test
  void what_excel_computes_is_what_was_written() throws IOException {
    try (XSSFWorkbook book = written()) {
      int formulas = 0;
      for (var sheet : book) {
        for (var row : sheet) {
          for (Cell cell : row) {
            if (cell.getCellType() == CellType.FORMULA) {
              assertSame(book, cell);
              formulas++;
            }
          }
        }
      }
      assertThat(formulas).isEqualTo(1 + 3 * 3 + 5);
    }
  }

  @Test
  void the_written_values_are_right() throws IOException {
    try (XSSFWorkbook book = written()) {
      // 100.35 x 1.3 = 130.455, rounded up at the half cent.
      assertThat(cell(book, 0, "Proposed").getNumericCellValue()).isEqualTo(130.46);
      // 130.46 x 10 x 1.05
      assertThat(cell(book, 0, "Proposed in all").getNumericCellValue()).isEqualTo(1369.83);
      assertThat(cell(book, 1, "Proposed").getNumericCellValue())
          .as("the charge is less than 200 x 1.5")
          .isEqualTo(290);
    }
  }

  @Test
  void changing_an_assumption_changes_what_follows_from_it() throws IOException {
    try (XSSFWorkbook book = written()) {
      input(book, "target_multiple").setCellValue(1.1);

      assertThat(evaluated(book, cell(book, 0, "Proposed"))).isEqualTo(110.39, within(CENT));
      assertThat(evaluated(book, cell(book, 1, "Proposed")))
          .as("a row with its own multiple")
          .isEqualTo(290, within(CENT));
      assertThat(evaluated(book, headline(book))).isEqualTo(1159.1 + 1522.5, within(CENT));
    }
  }

  @Test
  void what_is_not_known_stays_empty_and_is_no_zero() throws IOException {
    try (XSSFWorkbook book = written()) {
      XSSFCell unpriced = cell(book, 2, "Proposed in all");

      assertThat(unpriced.getCellType()).isEqualTo(CellType.FORMULA);
      assertThat(unpriced.getStringCellValue()).isEmpty();
    }
  }

  @Test
  void an_emptied_assumption_empties_what_follows_from_it() throws IOException {
    try (XSSFWorkbook book = written()) {
      input(book, "target_multiple").setBlank();

      CellValue value =
          book.getCreationHelper()
              .createFormulaEvaluator()
              .evaluate(cell(book, 0, "Proposed in all"));
      assertThat(value.getStringValue()).isEmpty();
    }
  }

  @Test
  void the_ratio_of_all_is_the_ratio_of_the_sums() throws IOException {
    try (XSSFWorkbook book = written()) {
      XSSFCell total = cell(book, 3, "Of Medicare");

      assertThat(total.getCellFormula())
          .isEqualTo(
              "IF(COUNT(F%d,C%d)=2,IF(C%d<>0,F%d/C%d,\"\"),\"\")"
                  .replace("%d", Integer.toString(total.getRowIndex() + 1)));
      assertThat(total.getNumericCellValue()).isEqualTo(420.46 / 300.35, within(1e-9));
    }
  }

  @Test
  void a_csv_of_the_same_rows_has_the_same_numbers() {
    TableBlock table = table();

    assertThat(table.sum("Proposed in all")).isEqualByComparingTo("2892.33");
    assertThat(table.rows().iterator().next().values().get(5)).isEqualTo(new BigDecimal("130.46"));
  }

  @Test
  void inputs_are_blue_and_take_numbers_within_limits() throws IOException {
    try (XSSFWorkbook book = written()) {
      XSSFCell input = input(book, "target_multiple");
      XSSFCell own = cell(book, 0, "Own multiple");

      assertThat(input.getCellStyle().getFont().getXSSFColor().getARGBHex()).isEqualTo("FF0000FF");
      assertThat(own.getCellStyle().getFont().getXSSFColor().getARGBHex()).isEqualTo("FF0000FF");
      List<? extends DataValidation> limits = book.getSheet("Proposal").getDataValidations();
      assertThat(limits)
          .anyMatch(one -> one.getRegions().getCellRangeAddress(0).isInRange(own))
          .anyMatch(one -> one.getRegions().getCellRangeAddress(0).isInRange(input))
          .allMatch(one -> one.getValidationConstraint().getFormula2().equals("10"));
    }
  }

  @Test
  void excel_computes_all_on_opening() throws IOException {
    try (XSSFWorkbook book = written()) {
      assertThat(book.getForceFormulaRecalculation()).isTrue();
    }
  }

  @Test
  void text_beside_formulas_stays_text() throws IOException {
    try (XSSFWorkbook book = written()) {
      assertThat(cell(book, 2, "Code").getCellType()).isEqualTo(CellType.STRING);
      assertThat(cell(book, 2, "Code").getStringCellValue()).isEqualTo("=target_multiple");
    }
  }

  @Test
  void a_formula_of_no_assumption_is_refused() {
    ComputedValue lost = new ComputedValue(Formula.input("no_such_name"), BigDecimal.ONE);
    Sheet sheet =
        Sheet.of("Summary", "", "", KeyFigures.of(KeyFigure.of("Lost", lost, Format.MONEY)));

    assertThatThrownBy(() -> WorkbookWriter.write(workbook(sheet), folder.resolve("x.xlsx")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no_such_name");
  }

  @Test
  void columns_computed_from_each_other_are_refused() {
    Column one = Column.of("One", Format.MONEY).computed(Formula.column("Other"));
    Column other = Column.of("Other", Format.MONEY).computed(Formula.column("One"));

    assertThatThrownBy(() -> TableBlock.of(List.of(one, other), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_name_that_excel_takes_for_a_cell_is_refused() {
    assertThatThrownBy(() -> assumption("Year", "fy2025", "1", EntryLimits.PERCENT))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertSame(XSSFWorkbook book, Cell cell) {
    CellValue value = book.getCreationHelper().createFormulaEvaluator().evaluate(cell);
    if (cell.getCachedFormulaResultType() == CellType.STRING) {
      assertThat(value.getStringValue()).as(cell.getAddress().toString()).isEmpty();
    } else {
      assertThat(value.getNumberValue())
          .as(cell.getAddress() + " " + cell.getCellFormula())
          .isEqualTo(cell.getNumericCellValue(), within(CENT));
    }
  }

  private static double evaluated(XSSFWorkbook book, Cell cell) {
    return book.getCreationHelper().createFormulaEvaluator().evaluate(cell).getNumberValue();
  }

  private static XSSFCell input(XSSFWorkbook book, String name) {
    CellReference place = new CellReference(book.getName(name).getRefersToFormula());
    return book.getSheet(place.getSheetName()).getRow(place.getRow()).getCell(place.getCol());
  }

  private static XSSFCell headline(XSSFWorkbook book) {
    for (var row : book.getSheet("Summary")) {
      for (Cell cell : row) {
        if (cell.getCellType() == CellType.FORMULA) {
          return (XSSFCell) cell;
        }
      }
    }
    throw new AssertionError("No headline");
  }

  private static XSSFCell cell(XSSFWorkbook book, int row, String header) {
    XSSFSheet sheet = book.getSheet("Proposal");
    XSSFTable table = sheet.getTables().get(0);
    return sheet.getRow(table.getStartRowIndex() + 1 + row).getCell(table.findColumnIndex(header));
  }

  private XSSFWorkbook written() throws IOException {
    Path file = folder.resolve("proposal.xlsx");
    BigDecimal all = table().sum("Proposed in all");
    ComputedValue headline = new ComputedValue(Formula.total("proposed_in_all"), all);
    Sheet summary =
        Sheet.of(
            "Summary", "", "", KeyFigures.of(KeyFigure.of("Proposed", headline, Format.DOLLARS)));
    WorkbookWriter.write(
        workbook(summary, Sheet.of("Proposal", "Proposal", "", ASSUMPTIONS, table())), file);
    return new XSSFWorkbook(Files.newInputStream(file));
  }

  private static TableBlock table() {
    return TableBlock.of(
            COLUMNS,
            List.of(
                row("62323", 10, "100.35", "900", null),
                row("64483", 5, "200", "290", "1.5"),
                row("=target_multiple", 5, null, "290", null)))
        .totaled()
        .calculated(ASSUMPTIONS.values());
  }

  private static ReportRow row(
      String code, int units, @Nullable String medicare, String charge, @Nullable String own) {
    return ReportRow.of(
        code, units, number(medicare), number(charge), number(own), null, null, null);
  }

  private static @Nullable BigDecimal number(@Nullable String digits) {
    return digits == null ? null : new BigDecimal(digits);
  }

  private static Assumption assumption(
      String label, String name, String value, EntryLimits limits) {
    return new Assumption(
        label, name, number(value), Format.RATE, "of Medicare", "Yours to change.", limits);
  }

  private static Workbook workbook(Sheet... sheets) {
    return new Workbook(
        "Proposal", "", Instant.parse("2025-07-05T00:00:00Z"), false, Map.of(), List.of(sheets));
  }
}
