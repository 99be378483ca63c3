package org.allowable.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportPeriodTest {

  @ParameterizedTest
  @CsvSource({
    "MONTH, 2026-09, 2026-09, 2026-09, 2025-09, 2026-09, Sep 2026",
    "QUARTER, 2026-Q3, 2026-07, 2026-09, 2025-07, 2026-Q3, Q3 2026",
    "QUARTER, 2026Q1, 2026-01, 2026-03, 2025-01, 2026-Q1, Q1 2026",
    "QUARTER, 2025Q4, 2025-10, 2025-12, 2024-10, 2025-Q4, Q4 2025",
    "YEAR, 2026, 2026-01, 2026-12, 2025-01, 2026, 2026"
  })
  void a_period_has_its_months_and_names(
      PeriodUnit unit,
      String written,
      YearMonth first,
      YearMonth last,
      YearMonth firstShown,
      String label,
      String words) {
    ReportPeriod period = ReportPeriod.parse(unit, written);
    assertThat(period.first()).isEqualTo(first);
    assertThat(period.last()).isEqualTo(last);
    assertThat(period.firstShown()).isEqualTo(firstShown);
    assertThat(period.label()).isEqualTo(label);
    assertThat(period.inWords()).isEqualTo(words);
    assertThat(ReportPeriod.parse(unit, label)).isEqualTo(period);
  }

  @ParameterizedTest
  @CsvSource({"MONTH, 2026-01, 2025-12", "QUARTER, 2026-Q1, 2025-Q4", "YEAR, 2026, 2025"})
  void the_one_before_ends_where_it_begins(PeriodUnit unit, String written, String before) {
    ReportPeriod period = ReportPeriod.parse(unit, written);
    assertThat(period.before().label()).isEqualTo(before);
    assertThat(period.before().last()).isEqualTo(period.first().minusMonths(1));
  }

  @ParameterizedTest
  @CsvSource({
    "MONTH, 2026-13",
    "MONTH, 2026-Q3",
    "QUARTER, 2026-Q5",
    "QUARTER, 2026-Q0",
    "QUARTER, Q3 2026",
    "QUARTER, 26Q3",
    "QUARTER, 2026",
    "YEAR, 26",
    "YEAR, 2026-09"
  })
  void what_is_written_otherwise_is_refused(PeriodUnit unit, String written) {
    assertThatThrownBy(() -> ReportPeriod.parse(unit, written))
        .isInstanceOf(DateTimeException.class);
  }

  @Test
  void a_quarter_begins_in_no_other_month() {
    assertThatThrownBy(() -> new ReportPeriod(PeriodUnit.QUARTER, YearMonth.of(2026, 8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No quarter begins in 2026-08");
  }

  @Test
  void a_text_has_the_words_of_its_length() {
    String text = "{Period}-to-{period} bridge, {months} months";
    assertThat(PeriodUnit.MONTH.said(text)).isEqualTo("Month-to-month bridge, 13 months");
    assertThat(PeriodUnit.QUARTER.said(text)).isEqualTo("Quarter-to-quarter bridge, 15 months");
    assertThat(PeriodUnit.YEAR.said(text)).isEqualTo("Year-to-year bridge, 24 months");
  }
}
