package org.allowable.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The totals row of a table, added up while its rows pass by. */
public final class TableTotals {

  private final TableBlock table;
  private final @Nullable BigDecimal[] sums;
  private boolean hasRows;

  /** The totals of a table of which no row has passed yet. */
  public TableTotals(TableBlock table) {
    this.table = table;
    this.sums = new BigDecimal[table.columns().size()];
  }

  /** Adds a row. A number that is not known adds nothing. */
  public void add(ReportRow row) {
    hasRows = true;
    for (int i = 0; i < sums.length; i++) {
      BigDecimal number = isSum(i) ? TableBlock.number(row.values().get(i)) : null;
      BigDecimal sum = sums[i];
      if (number != null) {
        sums[i] = sum == null ? number : sum.add(number);
      }
    }
  }

  private boolean isSum(int place) {
    Column column = table.columns().get(place);
    return column.total() && column.format().isAdditive();
  }

  /**
   * The values of the totals row.
   *
   * @param inputs assumptions by name, which ratios may need
   * @return one for each column: a sum, which is zero where there are no rows; a ratio of the sums,
   *     never of ratios; null where nothing is known or the column has no total
   */
  public List<@Nullable Object> values(Map<String, BigDecimal> inputs) {
    List<@Nullable Object> known = new ArrayList<>(Arrays.asList((Object[]) sums));
    for (int i = 0; i < sums.length; i++) {
      if (isSum(i) && !hasRows) {
        known.set(i, BigDecimal.ZERO);
      }
    }
    List<@Nullable Object> values = new ArrayList<>(known);
    for (int i = 0; i < sums.length; i++) {
      Column column = table.columns().get(i);
      if (column.total() && !column.format().isAdditive()) {
        values.set(i, table.fromTotals(column, known, inputs));
      }
    }
    return Collections.unmodifiableList(values);
  }
}
