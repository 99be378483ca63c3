package org.allowable.report.retraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.allowable.model.Tables;
import org.allowable.report.RunChart;
import org.junit.jupiter.api.Test;

/** The months of a physician and what they are held against. */
class MonthsTest {

  private static final String NPI = "1999999943";
  private static final String OTHER = "1999999935";

  private final InventedReview review =
      new InventedReview()
          .month(NPI, "2026-03", 12, 100)
          .month(NPI, "2026-04", 3, 100)
          .month(OTHER, "2026-03", 99, 100);

  private Months months() {
    return Months.of(review.review(), NPI);
  }

  @Test
  void the_rate_before_a_training_is_named_so() {
    review.center(NPI, "0.1000000000", true);
    assertThat(months().training()).isEqualTo(YearMonth.of(2026, 4));
    assertThat(months().centerInWords()).endsWith("before the training");
  }

  @Test
  void the_rate_of_all_months_is_named_so() {
    review.center(NPI, "0.0600000000", false);
    assertThat(months().centerInWords()).endsWith("of these months");
  }

  @Test
  void around_a_center_of_zero_there_is_nothing_to_draw() {
    assertThat(months().hasCenter()).isFalse();
    review.center(NPI, "0.0600000000", false);
    assertThat(months().hasCenter()).isTrue();
  }

  @Test
  void rules_are_said_in_words_with_their_own_months() {
    review
        .signal(NPI, "OUTSIDE", "2026-04")
        .signal(NPI, "ONE_SIDE", "2026-03")
        .signal(NPI, "ONE_SIDE", "2026-04")
        .signal(OTHER, "OUTSIDE", "2026-03");
    assertThat(months().signals())
        .containsExactly(
            entry("A month outside the limits", List.of(YearMonth.of(2026, 4))),
            entry(
                "Eight months in a row on one side of the center",
                List.of(YearMonth.of(2026, 3), YearMonth.of(2026, 4))));
  }

  @Test
  void rates_are_the_counts_as_shares() {
    assertThat(months().months().get(0).rate()).isEqualByComparingTo("0.12");
    assertThat(months().months().get(0).peers()).isEqualByComparingTo("0.1");
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
    assertThat(months().months())
        .extracting(RunChart.Month::peers)
        .hasSize(3)
        .endsWith((BigDecimal) null);
  }
}
