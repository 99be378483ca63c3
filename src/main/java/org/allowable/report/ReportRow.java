package org.allowable.report;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table.
 *
 * @param values one per column: {@code String}, {@code BigDecimal}, {@code Integer}, {@code Long},
 *     {@code LocalDate}, {@code YearMonth}, {@code Boolean} (shown as Yes or No), {@link Link},
 *     {@link ComputedValue}, {@link Faint}, or null for an empty cell, which is not a zero
 */
public record ReportRow(List<@Nullable Object> values) {

  /** A row of these values. */
  public static ReportRow of(@Nullable Object... values) {
    return new ReportRow(Collections.unmodifiableList(Arrays.asList(values)));
  }
}
