package org.allowable.job;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.allowable.config.DateBasis;
import org.allowable.config.PayerPages;
import org.allowable.config.Practice;
import org.allowable.config.PriceScenario;

/** The monthly report as a plan. */
public final class MonthlyReportPlan {

  private static final int MONTHS_BEFORE = 12;
  private static final int MONTHS_OF_A_QUARTER = 3;

  // Months are compared by one quarter's work RVUs: CMS changes them for all procedures at once,
  // and
  // never within a quarter.
  private static final PriceScenario CONSTANT_WORK_RVU =
      PriceScenario.asBilled("constant_work_rvu");

  // A month is shown as all that is on file makes it, answers after its end too.
  private static final LocalDate ALL_ANSWERS = LocalDate.of(9999, 12, 31);

  private MonthlyReportPlan() {}

  private static LocalDate endOfQuarter(YearMonth month) {
    int quarter = month.get(IsoFields.QUARTER_OF_YEAR);
    return month.withMonth(quarter * MONTHS_OF_A_QUARTER).atEndOfMonth();
  }

  /** The report of a month, with the twelve before it for the trend. */
  public static ReportPlan of(Practice practice, YearMonth month, DateBasis dateBasis) {
    Practice.Thresholds thresholds = practice.thresholds();
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("date_basis", dateBasis.name().toLowerCase(Locale.ROOT));
    parameters.put("report_month", month.toString());
    parameters.put("first_month", month.minusMonths(MONTHS_BEFORE).toString());
    parameters.put("as_of_date", ALL_ANSWERS);
    parameters.put("underpaid_amount", thresholds.underpaidAmount());
    parameters.put("underpaid_share", thresholds.underpaidShare());
    parameters.put("queue_amount", thresholds.queueAmount());
    parameters.put("queue_share", thresholds.queueShare());
    parameters.put("most_payer_pages", PayerPages.MOST);
    parameters.put("payer_page_share", PayerPages.SHARE);
    parameters.put("payer_page_rows", PayerPages.ROWS);
    return new ReportPlan(
        "monthly-report",
        month.toString(),
        parameters,
        List.of(ReportPlan.CONTROL_TOTALS, "mart_cash_control"),
        List.of(CONSTANT_WORK_RVU.withWorkRvusOf(endOfQuarter(month))),
        List.of(),
        "");
  }
}
