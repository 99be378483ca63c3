package org.allowable.report.excel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.allowable.report.Faint;
import org.allowable.report.Format;
import org.allowable.report.Link;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** Puts typed values into cells. Text is always text: nothing here makes a formula of a value. */
final class Cells {

  // Excel's calendar starts here; an earlier day can only be shown as words.
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

  private Cells() {}

  /**
   * Sets a cell; null leaves it empty.
   *
   * @param format what the column says its values are
   */
  static void set(Cell cell, @Nullable Object value, Format format) {
    if (value == null) {
      return;
    }
    if (value instanceof Link link) {
      set(cell, link.value(), format);
    } else if (value instanceof Faint faint) {
      set(cell, faint.value(), format);
    } else if (value instanceof CharSequence text) {
      cell.setCellValue(ExcelText.clean(text.toString()));
    } else if (format == Format.CODE) {
      cell.setCellValue(ExcelText.clean(format.display(value)));
    } else if (value instanceof BigDecimal number) {
      // The only place where money becomes a double: Excel holds nothing else.
      cell.setCellValue(number.doubleValue());
    } else if (value instanceof Integer || value instanceof Long) {
      cell.setCellValue(((Number) value).doubleValue());
    } else if (value instanceof Boolean flag) {
      cell.setCellValue(format.display(flag));
    } else if (value instanceof YearMonth month) {
      day(cell, month.atDay(1), format);
    } else if (value instanceof LocalDate date) {
      day(cell, date, format);
    } else {
      throw new IllegalArgumentException("No cell holds a " + value.getClass().getSimpleName());
    }
  }

  private static void day(Cell cell, LocalDate date, Format format) {
    if (date.isBefore(FIRST_DAY)) {
      cell.setCellValue(format.display(date));
    } else {
      cell.setCellValue(DateUtil.getExcelDate(date));
    }
  }
}
