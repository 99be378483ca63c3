package org.allowable.report.chart;

import java.math.BigDecimal;
import java.util.Objects;
import org.allowable.report.Chart;
import org.allowable.report.Format;
import org.jspecify.annotations.Nullable;

/**
 * The words of the numbers on a chart: to the cent where there is room, else short.
 *
 * @param format what kind of number
 * @param isExact whether every number is small enough to be written out
 */
record ValueLabels(Format format, boolean isExact) {

  private static final BigDecimal LARGE = BigDecimal.valueOf(1000);

  /** The words of a chart's numbers. */
  static ValueLabels of(Chart chart) {
    boolean isExact =
        chart.values().stream()
            .filter(Objects::nonNull)
            .allMatch(value -> value.abs().compareTo(LARGE) < 0);
    return new ValueLabels(chart.format(), isExact);
  }

  /** A number. */
  String value(BigDecimal value) {
    return isExact ? format.display(value) : format.brief(value);
  }

  /** A change, with its sign; nothing where it is not known. */
  String change(@Nullable BigDecimal change) {
    if (change == null) {
      return "";
    }
    return isExact ? format.displayChange(change) : format.briefChange(change);
  }
}
