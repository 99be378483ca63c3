package org.allowable.report.retraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import org.allowable.model.Tables;
import org.allowable.statistics.RunRule;
import org.junit.jupiter.api.Test;

/** The months of a physician and what they are held against. */
class MonthsTest {

  private static final String NPI = "1999999943";

  // 20 of 200 before April, 4 of 200 from April on.
  private final InventedReview review =
      new InventedReview()
          .month(NPI, "2026-02", 8, 100)
          .month(NPI, "2026-03", 12, 100)
          .month(NPI, "2026-04", 3, 100)
          .month(NPI, "2026-05", 1, 100)
          .month("1999999935", "2026-03", 99, 100);

  private Months against(boolean isBeforeTraining, long denied, long lines) {
    review.center(NPI, denied, lines, isBeforeTraining);
    return Months.of(review.review(), NPI);
  }

  @Test
  void the_rate_before_a_training_is_named_so() {
    Months months = against(true, 20, 200);
    assertThat(months.training()).isEqualTo(YearMonth.of(2026, 4));
    assertThat(months.center().rate()).isCloseTo(20.0 / 200, within(1e-12));
    assertThat(months.centerInWords()).endsWith("before the training");
  }

  @Test
  void the_rate_of_all_months_is_named_so() {
    assertThat(against(false, 24, 400).centerInWords()).endsWith("of these months");
  }

  @Test
  void a_month_right_on_a_center_that_has_no_last_digit_ends_a_run() {
    InventedReview thirds = new InventedReview();
    for (int month = 1; month <= 9; month++) {
      thirds.month(NPI, "2026-0" + month, month == 5 ? 1 : 3, 3);
    }
    thirds.center(NPI, 1, 3, false);
    Months months = Months.of(thirds.review(), NPI);
    assertThat(months.chart().signals()).doesNotContainKey(RunRule.ONE_SIDE);
  }

  @Test
  void peers_without_a_line_have_no_rate() {
    review.with(
        Tables.named("mart_physician_month"),
        "rendering_npi",
        NPI,
        "answer_month",
        "2026-06",
        "counted_line_count",
        0L,
        "line_count",
        1L,
        "peer_line_count",
        0L,
        "peer_counted_line_count",
        0L);
    assertThat(Months.of(review.review(), NPI).peers())
        .hasSize(5)
        .endsWith((java.math.BigDecimal) null);
  }
}
