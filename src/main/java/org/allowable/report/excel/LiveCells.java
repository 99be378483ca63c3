package org.allowable.report.excel;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.allowable.report.ComputedValue;
import org.allowable.report.EntryLimits;
import org.allowable.report.Format;
import org.allowable.report.Formula;
import org.allowable.report.Workbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** What is live in a workbook: cells that the reader fills in, formulas, and their names. */
final class LiveCells {

  private final SXSSFWorkbook book;
  private final Map<String, BigDecimal> inputs;
  private final Set<String> defined = new HashSet<>();
  private final Set<String> used = new HashSet<>();
  private boolean hasFormulas;

  LiveCells(SXSSFWorkbook book, Workbook workbook) {
    this.book = book;
    this.inputs = workbook.inputs();
  }

  /** The known assumptions of the workbook by name. */
  Map<String, BigDecimal> inputs() {
    return inputs;
  }

  /**
   * Makes a cell a formula that shows its value also where nobody calculates.
   *
   * @param cells the address of a column's cell in the same row, by its header
   */
  void set(Cell cell, ComputedValue computed, Function<String, String> cells) {
    hasFormulas = true;
    computed
        .formula()
        .visit(
            part -> {
              if (part instanceof Formula.Input input) {
                used.add(input.name());
              } else if (part instanceof Formula.ColumnTotal total) {
                used.add(total.columnName());
              } else if (part instanceof Formula.SumWhere some) {
                used.add(some.columnName());
                some.keys().forEach(key -> used.add(key.columnName()));
              }
            });
    cell.setCellFormula(FormulaText.of(computed.formula(), cells));
    BigDecimal value = computed.value();
    if (value == null) {
      cell.setCellValue("");
    } else {
      cell.setCellValue(value.doubleValue());
    }
  }

  /** Makes a cell outside tables a formula. */
  void set(Cell cell, ComputedValue computed) {
    set(
        cell,
        computed,
        header -> {
          throw new IllegalArgumentException("No column " + header + " stands in this row");
        });
  }

  /** Gives cells a name for formulas. */
  void name(SXSSFSheet sheet, String name, CellRangeAddress cells) {
    if (!defined.add(name)) {
      throw new IllegalArgumentException("Two cells or columns are named " + name);
    }
    Name entry = book.createName();
    entry.setNameName(name);
    entry.setRefersToFormula(cells.formatAsString(sheet.getSheetName(), true));
  }

  /** Lets only numbers within limits into cells; empty is allowed. */
  void limit(SXSSFSheet sheet, CellRangeAddress cells, EntryLimits limits, Format format) {
    DataValidationHelper helper = sheet.getDataValidationHelper();
    DataValidation validation =
        helper.createValidation(
            helper.createNumericConstraint(
                ValidationType.DECIMAL,
                OperatorType.BETWEEN,
                limits.least().toPlainString(),
                limits.most().toPlainString()),
            new CellRangeAddressList(
                cells.getFirstRow(),
                cells.getLastRow(),
                cells.getFirstColumn(),
                cells.getLastColumn()));
    String words =
        "A number from " + format.display(limits.least()) + " to " + format.display(limits.most());
    validation.setEmptyCellAllowed(true);
    validation.setShowErrorBox(true);
    validation.createErrorBox("Not in range", words + ".");
    validation.setShowPromptBox(true);
    validation.createPromptBox("Yours to change", words + ".");
    sheet.addValidationData(validation);
  }

  /** Checks that every name leads somewhere, and has Excel compute all on opening. */
  void finish() {
    for (String name : used) {
      if (!defined.contains(name)) {
        throw new IllegalArgumentException(
            "A formula uses " + name + ", which no assumption and no column is named");
      }
    }
    if (hasFormulas) {
      book.setForceFormulaRecalculation(true);
    }
  }
}
