package org.allowable.report;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number that the reader may change: formulas follow it.
 *
 * @param label what it is, in a few words
 * @param name what formulas call it; see {@link CellName}
 * @param value the number as the workbook is written; null leaves the cell empty
 * @param format what kind of number
 * @param unit in words: "of Medicare's allowed amount"
 * @param note where it comes from, or what it does; may be empty
 * @param limits what may be entered
 */
public record Assumption(
    String label,
    String name,
    @Nullable BigDecimal value,
    Format format,
    String unit,
    String note,
    EntryLimits limits) {

  /** Checks the name and the number. */
  public Assumption {
    CellName.check(name);
    if (value != null
        && (value.compareTo(limits.least()) < 0 || value.compareTo(limits.most()) > 0)) {
      throw new IllegalArgumentException("The assumption " + name + " is outside its limits");
    }
  }
}
