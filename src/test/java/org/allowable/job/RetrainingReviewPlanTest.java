package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which months a review looks at. */
class RetrainingReviewPlanTest {

  @Test
  void the_year_has_twelve_months() {
    assertThat(first("2026-07", "2026-09")).isEqualTo(LocalDate.of(2025, 10, 1));
  }

  @ParameterizedTest
  @CsvSource({"2025-10, 2026-09, 2025-10-01", "2025-04, 2026-09, 2025-04-01"})
  void a_period_as_long_as_a_year_or_longer_is_the_year(
      YearMonth first, YearMonth last, LocalDate year) {
    assertThat(first(first.toString(), last.toString())).isEqualTo(year);
  }

  private static @Nullable Object first(String first, String last) {
    return RetrainingReviewPlan.of(
            SmallRun.PRACTICE, "period", YearMonth.parse(first), YearMonth.parse(last), null)
        .parameters()
        .get("year_first_date");
  }
}
