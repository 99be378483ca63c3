package org.allowable.ingest.cms.facility;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import org.allowable.ingest.cms.source.SourceTable;
import org.allowable.ingest.cms.source.SourceTable.Row;
import org.allowable.model.InputException;

/**
 * Amounts that are a weight times the release's factor. Measured: in the ASC addenda of 2025 and
 * 2026 every row that has a weight, of every payment indicator, is weight times one factor (54.895
 * and 56.322) to the cent, but for one code that is a cent off; in the OPPS addendum B of 2025 all
 * rows are, with 89.169. CMS gives its factors three decimals.
 */
final class WeightedAmounts {

  private static final BigDecimal CENT = new BigDecimal("0.01");
  private static final int FACTOR_SCALE = 3;

  // The heaviest rows give the factor sharply; their median stands one wrong row among them.
  private static final int HEAVIEST = 9;

  private WeightedAmounts() {}

  /**
   * Refuses a table in which an amount is not its weight times the factor of all, within a cent.
   *
   * @throws InputException naming the first line and the count
   */
  static void check(SourceTable table, String weight, String amount) {
    int weightAt = table.position(weight);
    int amountAt = table.position(amount);
    List<Row> weighted =
        table.rows().stream().filter(row -> !row.cells().get(weightAt).isEmpty()).toList();
    if (weighted.isEmpty()) {
      return;
    }
    BigDecimal factor = factor(weighted, weightAt, amountAt);
    List<Row> wrong =
        weighted.stream().filter(row -> !holds(row, weightAt, amountAt, factor)).toList();
    if (!wrong.isEmpty()) {
      throw new InputException(
          ("%s: in %d rows, first on line %d, the %s is not the %s times the factor of the other"
                  + " rows. Take the file from CMS again.")
              .formatted(table.source().path(), wrong.size(), wrong.get(0).line(), amount, weight));
    }
  }

  private static BigDecimal factor(List<Row> rows, int weightAt, int amountAt) {
    List<BigDecimal> factors =
        rows.stream()
            .filter(row -> !row.cells().get(amountAt).isEmpty())
            .filter(row -> value(row, weightAt).signum() > 0)
            .sorted(Comparator.comparing((Row row) -> value(row, weightAt)).reversed())
            .limit(HEAVIEST)
            .map(row -> value(row, amountAt).divide(value(row, weightAt), MathContext.DECIMAL64))
            .sorted()
            .toList();
    return factors.isEmpty()
        ? BigDecimal.ZERO
        : factors.get(factors.size() / 2).setScale(FACTOR_SCALE, RoundingMode.HALF_UP);
  }

  private static boolean holds(Row row, int weightAt, int amountAt, BigDecimal factor) {
    if (row.cells().get(amountAt).isEmpty()) {
      return false;
    }
    BigDecimal amount =
        value(row, weightAt).multiply(factor).setScale(CENT.scale(), RoundingMode.HALF_UP);
    return amount.subtract(value(row, amountAt)).abs().compareTo(CENT) <= 0;
  }

  private static BigDecimal value(Row row, int position) {
    return new BigDecimal(row.cells().get(position));
  }
}
