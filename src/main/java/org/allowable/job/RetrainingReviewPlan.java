package org.allowable.job;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.allowable.config.Practice;
import org.allowable.statistics.Level;
import org.jspecify.annotations.Nullable;

/** The retraining review as a plan. */
public final class RetrainingReviewPlan {

  private static final int MONTHS_BEFORE = 11;
  private static final int TRAINING_MONTHS = 6;
  private static final int PATTERNS = 3;
  private static final int EXAMPLES = 3;
  private static final int ACTIONS = 3;

  // Of five changes that are there, four are to be found.
  private static final double POWER = 0.8;

  private RetrainingReviewPlan() {}

  /**
   * The review of a period. Denials fall into it by the date of a line's first answer.
   *
   * @param period its name, such as 2026Q3
   * @param first first month
   * @param last last month; what is still open is judged as of its last day
   * @param physician NPI of the one physician who gets a packet; null for all
   */
  public static ReportPlan of(
      Practice practice,
      String period,
      YearMonth first,
      YearMonth last,
      @Nullable String physician) {
    LocalDate lastDate = last.atEndOfMonth();
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("first_date", first.atDay(1));
    parameters.put("last_date", lastDate);
    parameters.put("as_of_date", lastDate);
    parameters.put("first_month", first.toString());
    parameters.put("last_month", last.toString());
    parameters.put("year_first_date", yearBefore(first, last).atDay(1));
    parameters.put("training_months", TRAINING_MONTHS);
    parameters.put("least_lines", practice.retraining().leastLines());
    parameters.put("pattern_limit", PATTERNS);
    parameters.put("example_limit", EXAMPLES);
    parameters.put("action_limit", ACTIONS);
    parameters.put("packets", physician == null ? "all" : physician);
    parameters.put("inner_level", Level.INNER);
    parameters.put("outer_level", Level.OUTER);
    parameters.put("control_level", Level.THREE_SIGMA);
    double inner = Level.deviate(Level.tail(Level.INNER));
    parameters.put("inner_deviate", inner);
    parameters.put("detection_deviate", inner + Level.deviate(1 - POWER));
    return new ReportPlan(
        "retraining-review",
        period,
        parameters,
        List.of(ReportPlan.CONTROL_TOTALS, "mart_review_control"),
        List.of(),
        List.of(),
        "");
  }

  // Twelve months with the last, or the period where that is longer.
  private static YearMonth yearBefore(YearMonth first, YearMonth last) {
    YearMonth usual = last.minusMonths(MONTHS_BEFORE);
    return first.isBefore(usual) ? first : usual;
  }
}
