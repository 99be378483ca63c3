package org.allowable.report.excel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.allowable.report.CellEntry;
import org.allowable.report.ComputedValue;
import org.allowable.report.EntryChoices;
import org.allowable.report.EntryDay;
import org.allowable.report.EntryLimits;
import org.allowable.report.EntryText;
import org.allowable.report.Format;
import org.allowable.report.Formula;
import org.allowable.report.Workbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.DateUtil;
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

  /** Lets only what a reader may enter into cells; empty is allowed. */
  void limit(SXSSFSheet sheet, CellRangeAddress cells, CellEntry entry, Format format) {
    DataValidationHelper helper = sheet.getDataValidationHelper();
    DataValidation validation =
        helper.createValidation(
            constraint(helper, entry),
            new CellRangeAddressList(
                cells.getFirstRow(),
                cells.getLastRow(),
                cells.getFirstColumn(),
                cells.getLastColumn()));
    String words = words(entry, format);
    validation.setEmptyCellAllowed(true);
    validation.setShowErrorBox(true);
    validation.createErrorBox("Not in range", words + ".");
    // Where a person works row by row a box beside every cell would be in the way.
    if (entry instanceof EntryLimits) {
      validation.setShowPromptBox(true);
      validation.createPromptBox("Yours to change", words + ".");
    }
    sheet.addValidationData(validation);
  }

  private static DataValidationConstraint constraint(DataValidationHelper helper, CellEntry entry) {
    if (entry instanceof EntryLimits limits) {
      return helper.createNumericConstraint(
          ValidationType.DECIMAL,
          OperatorType.BETWEEN,
          limits.least().toPlainString(),
          limits.most().toPlainString());
    } else if (entry instanceof EntryChoices choices) {
      return helper.createExplicitListConstraint(choices.words().toArray(String[]::new));
    } else if (entry instanceof EntryDay day) {
      return helper.createDateConstraint(
          OperatorType.BETWEEN, number(day.first()), number(day.last()), "");
    }
    return helper.createTextLengthConstraint(
        OperatorType.LESS_OR_EQUAL, String.valueOf(((EntryText) entry).mostCharacters()), null);
  }

  // As Excel counts days: a date in words would be read by the reader's own calendar.
  private static String number(LocalDate day) {
    return String.valueOf((long) DateUtil.getExcelDate(day));
  }

  private static String words(CellEntry entry, Format format) {
    if (entry instanceof EntryLimits limits) {
      return "A number from "
          + format.display(limits.least())
          + " to "
          + format.display(limits.most());
    } else if (entry instanceof EntryChoices choices) {
      return "One of: " + String.join(", ", choices.words());
    } else if (entry instanceof EntryDay day) {
      return "A date from " + day.first() + " to " + day.last();
    }
    return "At most " + ((EntryText) entry).mostCharacters() + " characters";
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
