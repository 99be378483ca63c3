package org.allowable.report.retraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import org.allowable.model.Tables;
import org.junit.jupiter.api.Test;

/** What a physician's months are held against. */
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

  private Months trained(String... dates) {
    for (String date : dates) {
      review.with(
          Tables.named("mart_training"),
          "rendering_npi",
          NPI,
          "training_date",
          LocalDate.parse(date));
    }
    return Months.of(review.review(), NPI);
  }

  @Test
  void without_a_training_the_centre_is_the_rate_of_all_months() {
    Months months = trained();
    assertThat(months.training()).isNull();
    assertThat(months.centre()).isCloseTo(24.0 / 400, within(1e-12));
    assertThat(months.centreInWords()).endsWith("of these months");
  }

  @Test
  void with_a_training_the_centre_is_the_rate_before_it() {
    Months months = trained("2026-04-13");
    assertThat(months.centre()).isCloseTo(20.0 / 200, within(1e-12));
    assertThat(months.centreInWords()).endsWith("before the training");
  }

  @Test
  void the_month_of_a_training_is_not_before_it() {
    assertThat(trained("2026-03-31").centre()).isCloseTo(8.0 / 100, within(1e-12));
  }

  @Test
  void of_several_trainings_the_latest_counts() {
    assertThat(trained("2026-03-02", "2026-05-04").training()).isEqualTo(YearMonth.of(2026, 5));
  }

  @Test
  void a_training_before_the_first_month_is_none_of_these_months() {
    assertThat(trained("2026-01-31").training()).isNull();
  }

  @Test
  void a_training_in_the_first_month_leaves_the_rate_of_all_months() {
    Months months = trained("2026-02-02");
    assertThat(months.centre()).isCloseTo(24.0 / 400, within(1e-12));
    assertThat(months.centreInWords()).endsWith("of these months");
  }

  @Test
  void few_lines_before_a_training_are_nothing_to_be_held_against() {
    InventedReview few =
        new InventedReview().month(NPI, "2026-02", 2, 20).month(NPI, "2026-03", 1, 40);
    few.with(
        Tables.named("mart_training"),
        "rendering_npi",
        NPI,
        "training_date",
        LocalDate.parse("2026-03-02"));
    Months months = Months.of(few.review(), NPI);
    assertThat(months.centre()).isCloseTo(3.0 / 60, within(1e-12));
    assertThat(months.centreInWords()).endsWith("of these months");
  }

  @Test
  void no_denial_before_a_training_makes_no_later_month_a_signal() {
    InventedReview none =
        new InventedReview().month(NPI, "2026-02", 0, 50).month(NPI, "2026-03", 1, 40);
    none.with(
        Tables.named("mart_training"),
        "rendering_npi",
        NPI,
        "training_date",
        LocalDate.parse("2026-03-02"));
    Months months = Months.of(none.review(), NPI);
    assertThat(months.centre()).isCloseTo(1.0 / 90, within(1e-12));
    assertThat(months.chart().signals()).isEmpty();
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
    assertThat(trained().peers()).hasSize(5).endsWith((java.math.BigDecimal) null);
  }
}
