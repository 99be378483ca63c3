package org.allowable.job;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.allowable.config.Practice;

/** The worklist as a plan. */
public final class WorklistPlan {

  /** The job. */
  public static final String JOB = "worklist";

  // Before and after every month, as texts compare.
  private static final String FIRST = "0000-00";
  private static final String LAST = "9999-99";

  private WorklistPlan() {}

  /**
   * The worklist of a day.
   *
   * @param asOf by which deadlines have passed or not; answers and claims of later days are left
   *     out
   */
  public static ReportPlan of(Practice practice, LocalDate asOf) {
    return new ReportPlan(
        JOB,
        asOf.toString(),
        parameters(practice, asOf),
        List.of(ReportPlan.CONTROL_TOTALS, "mart_worklist_control"),
        List.of(),
        List.of(),
        "");
  }

  private static Map<String, Object> parameters(Practice practice, LocalDate asOf) {
    Practice.Thresholds thresholds = practice.thresholds();
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("date_basis", "service");
    parameters.put("first_month", FIRST);
    parameters.put("report_month", LAST);
    parameters.put("as_of_date", asOf);
    parameters.put("underpaid_amount", thresholds.underpaidAmount());
    parameters.put("underpaid_share", thresholds.underpaidShare());
    parameters.put("queue_amount", thresholds.queueAmount());
    parameters.put("queue_share", thresholds.queueShare());
    return parameters;
  }
}
