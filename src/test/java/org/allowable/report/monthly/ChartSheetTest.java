package org.allowable.report.monthly;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the charts behind the summary say in their titles. */
class ChartSheetTest {

  private static final List<YearMonth> MONTHS =
      List.of(YearMonth.of(2026, 7), YearMonth.of(2026, 8), YearMonth.of(2026, 9));

  private static List<@Nullable BigDecimal> amounts(@Nullable String... amounts) {
    return Arrays.stream(amounts)
        .<@Nullable BigDecimal>map(amount -> amount == null ? null : new BigDecimal(amount))
        .toList();
  }

  // 240 of 300; the mean of the three shares, 83.5%, 70% and 75%, is 76.2%.
  @Test
  void the_trend_of_allowed_says_the_share_of_the_last_month_and_of_all_dollars() {
    assertThat(
            ChartSheet.allowedTitle(
                MONTHS, amounts("200.00", "40.00", "60.00"), amounts("167.00", "28.00", "45.00")))
        .isEqualTo("Allowed 75.0% of expected in Sep 2026; 80.0% over 3 months");
  }

  @Test
  void a_last_month_in_which_nothing_was_compared_has_no_share() {
    assertThat(
            ChartSheet.allowedTitle(
                MONTHS, amounts("200.00", "40.00", null), amounts("167.00", "28.00", null)))
        .isEqualTo("Expected and allowed over 3 months");
  }
}
