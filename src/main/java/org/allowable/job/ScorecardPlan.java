package org.allowable.job;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.allowable.config.DateBasis;
import org.allowable.config.Practice;
import org.allowable.model.ReportPeriod;

/** The scorecards of all payers as a plan. */
public final class ScorecardPlan {

  /** The job. */
  public static final String JOB = "scorecard";

  /** Of fewer lines than this nothing is told, as in the contract comparison. */
  public static final int SMALL_NUMBER = ContractComparisonPlan.SMALL_NUMBER;

  /** Of fewer lines than this a number is to be read with care: it is printed in gray. */
  public static final int FEW_LINES = 30;

  // As the monthly report, so that a number is the same in both.
  private static final LocalDate ALL_ANSWERS = LocalDate.of(9999, 12, 31);

  private ScorecardPlan() {}

  /** The scorecards of a month, quarter or year, with the twelve months before it beside them. */
  public static ReportPlan of(Practice practice, ReportPeriod period, DateBasis dateBasis) {
    Practice.Thresholds thresholds = practice.thresholds();
    Map<String, Object> parameters = new HashMap<>(MonthlyReportPlan.months(period));
    parameters.put("date_basis", dateBasis.name().toLowerCase(Locale.ROOT));
    parameters.put("as_of_date", ALL_ANSWERS);
    parameters.put("underpaid_amount", thresholds.underpaidAmount());
    parameters.put("underpaid_share", thresholds.underpaidShare());
    parameters.put("queue_amount", thresholds.queueAmount());
    parameters.put("queue_share", thresholds.queueShare());
    parameters.put("small_number", SMALL_NUMBER);
    parameters.put("least_lines", FEW_LINES);
    return new ReportPlan(
        JOB,
        period.label(),
        parameters,
        List.of(ReportPlan.CONTROL_TOTALS, "mart_scorecard_control"),
        List.of(),
        List.of(),
        "");
  }
}
