package org.allowable.report.monthly;

import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import org.allowable.config.DateBasis;
import org.allowable.model.ReportPeriod;
import org.allowable.model.Rows;
import org.allowable.report.Mart;
import org.allowable.report.Sheet;
import org.allowable.report.TextBlock;

/**
 * The marts of a run.
 *
 * @param byName rows by table name
 */
record Marts(Map<String, Rows> byName) {

  private static final Set<String> NOT_KNOWN_WITHOUT_REMITTANCES =
      Set.of(MonthlySheetNames.AGING, MonthlySheetNames.CREDIT_BALANCES);

  /** A mart that streams. */
  Rows rows(String mart) {
    Rows rows = byName.get(mart);
    if (rows == null) {
      throw new IllegalArgumentException("The run made no " + mart);
    }
    return rows;
  }

  /** A mart in memory, for the small ones. */
  Mart small(String mart) {
    return Mart.of(rows(mart));
  }

  /** A period's variance by setting and payer. */
  Mart variance(ReportPeriod period) {
    return small("mart_variance").where(line -> line.text("report_period").equals(period.label()));
  }

  /** What is not whole on file of the periods that are compared, in sentences; may be empty. */
  String completeness(ReportPeriod period) {
    return new Completeness(period, small("mart_report_period")).sentences();
  }

  /** The period's result, and what of it is not whole on file. */
  String sentence(ReportPeriod period, DateBasis dateBasis) {
    String result = new Headline(small("mart_trend"), period).sentence(dateBasis);
    return (result + " " + completeness(period)).strip();
  }

  /** Whether a payer ever paid: without remittances neither A/R nor credit balances are known. */
  boolean hasRemittances() {
    return !small("mart_cash_month").lines().isEmpty();
  }

  /** The sheet, or, where nothing of it is known, one that says so: no total of $0.00. */
  Sheet known(Sheet sheet) {
    return NOT_KNOWN_WITHOUT_REMITTANCES.contains(sheet.name()) && !hasRemittances()
        ? Sheet.of(
            sheet.name(),
            sheet.title(),
            sheet.note(),
            TextBlock.of("", "Not known: no remittances on file."))
        : sheet;
  }

  /** The last month of a period that has lines on file; the period's own last where none has. */
  YearMonth lastMonth(ReportPeriod period) {
    return lastMonth(small("mart_trend"), period);
  }

  /** The same of the trend's rows. */
  static YearMonth lastMonth(Mart trend, ReportPeriod period) {
    return trend.lines().stream()
        .map(line -> YearMonth.parse(line.text("report_month")))
        .filter(period::contains)
        .max(YearMonth::compareTo)
        .orElse(period.last());
  }

  /** Denied lines by reason. Duplicates are apart from every denial figure. */
  Mart deniedReasons() {
    return small("mart_denial_by_reason").where(line -> !line.is("is_duplicate"));
  }
}
