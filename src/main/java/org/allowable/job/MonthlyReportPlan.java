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
import org.allowable.config.PolicyChanges;
import org.allowable.config.Practice;
import org.allowable.config.PriceScenario;
import org.allowable.model.ReportPeriod;

/** The monthly report as a plan; that of a quarter or a year is the same over more months. */
public final class MonthlyReportPlan {

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

  /** The report of a month, quarter or year, with the twelve months before it for the trend. */
  public static ReportPlan of(Practice practice, ReportPeriod period, DateBasis dateBasis) {
    Practice.Thresholds thresholds = practice.thresholds();
    Map<String, Object> parameters = new HashMap<>(months(period));
    parameters.put("date_basis", dateBasis.name().toLowerCase(Locale.ROOT));
    parameters.put("as_of_date", ALL_ANSWERS);
    parameters.put("underpaid_amount", thresholds.underpaidAmount());
    parameters.put("underpaid_share", thresholds.underpaidShare());
    parameters.put("queue_amount", thresholds.queueAmount());
    parameters.put("queue_share", thresholds.queueShare());
    parameters.put("most_payer_pages", PayerPages.MOST);
    parameters.put("payer_page_share", PayerPages.SHARE);
    parameters.put("payer_page_rows", PayerPages.ROWS);
    parameters.putAll(PolicyChanges.parameters());
    return new ReportPlan(
        "monthly-report",
        period.label(),
        parameters,
        List.of(
            ReportPlan.CONTROL_TOTALS,
            "mart_cash_control",
            "mart_unanswered_control",
            "mart_credit_balance_control"),
        List.of(CONSTANT_WORK_RVU.withWorkRvusOf(endOfQuarter(period.last()))),
        List.of(),
        "");
  }

  /** The parameters that say which months a report is of: it ends with {@code report_month}. */
  static Map<String, Object> months(ReportPeriod period) {
    return Map.of(
        "period_unit", period.unit().name(),
        "period_first_month", period.first().toString(),
        "report_month", period.last().toString(),
        "first_month", period.firstShown().toString());
  }
}
