package org.allowable.report.monthly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.allowable.model.PeriodUnit;
import org.allowable.model.ReportPeriod;
import org.allowable.report.Mart;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a report says of quarters and years that are not whole on file. */
class CompletenessTest {

  private static final ReportPeriod QUARTER = ReportPeriod.parse(PeriodUnit.QUARTER, "2026-Q3");

  private final List<Mart.Line> lines = new ArrayList<>();

  private void period(String label, long months, long withLines, @Nullable LocalDate lastPayment) {
    Map<String, @Nullable Object> cells = new HashMap<>();
    cells.put("period", label);
    cells.put("month_count", months);
    cells.put("month_with_lines_count", withLines);
    cells.put("line_count", withLines * 10);
    cells.put("last_payment_date", lastPayment);
    lines.add(new Mart.Line(cells));
  }

  private String said(ReportPeriod period) {
    return new Completeness(period, Mart.of(lines)).sentences();
  }

  @Test
  void of_whole_quarters_nothing_is_said() {
    period("2026-Q3", 3, 3, LocalDate.of(2026, 9, 30));
    period("2026-Q2", 3, 3, LocalDate.of(2026, 9, 30));
    assertThat(said(QUARTER)).isEmpty();
  }

  @Test
  void a_quarter_that_is_not_over_by_the_last_remittance_is_one_to_date() {
    period("2026-Q3", 3, 3, LocalDate.of(2026, 9, 29));
    assertThat(said(QUARTER))
        .isEqualTo(
            "Quarter to date, held against whole quarters: the last remittance on file is of Sep 29, 2026.");
  }

  @Test
  void a_year_whose_last_months_have_no_lines_is_one_to_date() {
    period("2026", 12, 10, LocalDate.of(2026, 10, 30));
    assertThat(said(ReportPeriod.parse(PeriodUnit.YEAR, "2026")))
        .isEqualTo(
            "Year to date, held against whole years: lines of 10 of 12 months; the last remittance on file is of Oct 30, 2026.");
  }

  @Test
  void without_a_remittance_it_says_so() {
    period("2026-Q3", 3, 3, null);
    assertThat(said(QUARTER))
        .isEqualTo("Quarter to date, held against whole quarters: no remittance is on file.");
  }

  @Test
  void an_earlier_quarter_of_which_a_month_is_missing_is_named() {
    period("2026-Q3", 3, 3, LocalDate.of(2026, 10, 30));
    period("2025-Q3", 3, 1, LocalDate.of(2026, 10, 30));
    assertThat(said(QUARTER)).isEqualTo("Q3 2025 has lines of 1 of 3 months.");
  }

  @Test
  void what_is_said_of_the_quarter_itself_comes_first() {
    period("2025-Q3", 3, 1, LocalDate.of(2026, 9, 15));
    period("2026-Q3", 3, 3, LocalDate.of(2026, 9, 15));
    assertThat(said(QUARTER)).startsWith("Quarter to date").endsWith("of 1 of 3 months.");
  }

  @Test
  void of_a_quarter_that_is_not_there_the_bridge_says_enough() {
    period("2026-Q3", 3, 3, LocalDate.of(2026, 10, 30));
    period("2025-Q3", 3, 0, LocalDate.of(2026, 10, 30));
    assertThat(said(QUARTER)).isEmpty();
  }
}
