package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.allowable.engine.Engine;
import org.allowable.model.PeriodUnit;
import org.allowable.model.ReportPeriod;
import org.allowable.sql.SqlStep;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The months of a report, each in its period, against the calendar. */
class ReportMonthTest {

  private static final SqlStep STEP =
      new SqlStep("int_report_month", "jobs/report/period/int_report_month.sql");

  private static String label(PeriodUnit unit, YearMonth month) {
    return Stream.iterate(month, one -> one.minusMonths(1))
        .filter(one -> (one.getMonthValue() - 1) % unit.months() == 0)
        .map(one -> new ReportPeriod(unit, one).label())
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "MONTH, 2026-09",
    "MONTH, 2026-01",
    "QUARTER, 2026-Q3",
    "QUARTER, 2026-Q1",
    "QUARTER, 2024-Q4",
    "YEAR, 2026",
    "YEAR, 2024"
  })
  void each_month_is_in_the_period_that_the_calendar_says(PeriodUnit unit, String written) {
    ReportPeriod period = ReportPeriod.parse(unit, written);
    ReportPeriod yearBefore = new ReportPeriod(unit, period.first().minusYears(1));
    List<Map<String, @Nullable Object>> found;
    try (Engine engine = SmallRun.newEngine()) {
      found = EngineRows.of(engine, STEP, MonthlyReportPlan.months(period));
    }
    List<Map<String, Object>> expected =
        Stream.iterate(
                period.firstShown(),
                month -> !month.isAfter(period.last()),
                month -> month.plusMonths(1))
            .map(
                month ->
                    Map.<String, Object>of(
                        "month", month.toString(),
                        "period", label(unit, month),
                        "is_report_period", period.contains(month),
                        "is_prior_period", period.before().contains(month),
                        "is_year_before", yearBefore.contains(month)))
            .toList();
    assertThat(expected).hasSize(unit.shownMonths());
    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
  }
}
