package org.allowable.report.monthly;

import java.util.List;
import org.allowable.model.PeriodUnit;

/**
 * The periods that measures are shown for, as columns of {@code mart_measure}. Of a year the year
 * before is all there is to hold it against: it is the twelve months before, too.
 *
 * @param unit how long the report's period is
 */
record MeasureColumns(PeriodUnit unit) {

  private List<String> names() {
    return unit == PeriodUnit.YEAR
        ? List.of("this_period", "prior_period")
        : List.of("this_period", "prior_period", "last_year", "year_to_date", "twelve_month");
  }

  /** The columns of earlier periods, in a list of a sheet. */
  static String afterFirst(List<String> columns) {
    return String.join(", ", columns.subList(1, columns.size()));
  }

  /** Columns of measures that are rates, the report's own period first. */
  List<String> rates() {
    return names().stream().map(name -> name + "_value").toList();
  }

  /** Columns of measures that are days, the report's own period first. */
  List<String> days() {
    return names().stream().map("%1$s_value as %1$s_days"::formatted).toList();
  }

  /** The column that counts the months of the mean, where there is one, after a comma. */
  String meanMonths() {
    return names().contains("twelve_month") ? ", mean_month_count" : "";
  }

  /** How months make a longer time, in a sentence or two. */
  String sums() {
    return switch (unit) {
      case MONTH -> "Year to date and 12-month mean (the 12 months before) divide sums.";
      case QUARTER ->
          "A quarter, year to date and 12-month mean (the 12 months before) divide sums of months;"
              + " A/R of a quarter is that at its end, or in its last month with remittances.";
      case YEAR ->
          "A year divides sums of its months; A/R of a year is that at its end, or in its last"
              + " month with remittances.";
    };
  }
}
