package org.allowable.report.retraining;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.allowable.model.Tables;
import org.allowable.report.FunnelChart;
import org.allowable.report.RunChart;
import org.junit.jupiter.api.Test;

/** What the pictures say in their titles, and whom they show. */
class ReviewChartsTest {

  private static final String NPI = "1999999943";

  private static InventedReview practice(String first, String second) {
    return new InventedReview()
        .physician(NPI, "A. Adler", first.equals("NAMED") ? 80 : 30, first)
        .physician("1999999935", "B. Brook", second.equals("NAMED") ? 80 : 30, second);
  }

  private static FunnelChart funnel(InventedReview invented) {
    return Objects.requireNonNull(new ReviewCharts(invented.review()).funnel(Edition.DIRECTOR));
  }

  @Test
  void a_funnel_that_names_nobody_says_so() {
    assertThat(funnel(practice("WITHIN", "WITHIN")).title())
        .isEqualTo("No physician is above the 99.8% control limit");
  }

  @Test
  void a_funnel_that_names_one_says_the_name() {
    assertThat(funnel(practice("WITHIN", "NAMED")).title())
        .isEqualTo("B. Brook is above the 99.8% control limit");
  }

  @Test
  void a_funnel_that_names_several_says_how_many() {
    assertThat(funnel(practice("NAMED", "NAMED")).title())
        .isEqualTo("2 physicians are above the 99.8% control limit");
  }

  @Test
  void a_funnel_labels_whom_the_table_names() {
    FunnelChart chart = funnel(practice("WITHIN", "NAMED"));
    assertThat(chart.points().stream().filter(chart::isLabeled).map(FunnelChart.Point::label))
        .containsExactly("B. Brook");
  }

  // In the order of names the drawing would say who a point without a name is.
  @Test
  void points_of_a_funnel_are_in_no_order_of_names() {
    Review review =
        practice("NAMED", "WITHIN").physician("1999999927", "C. Castro", 50, "WITHIN").review();
    FunnelChart chart = Objects.requireNonNull(new ReviewCharts(review).funnel(Edition.DIRECTOR));
    // 30, 50 and 80 denials of as many lines.
    assertThat(chart.points().stream().map(FunnelChart.Point::label))
        .containsExactly("B. Brook", "C. Castro", "A. Adler");
  }

  @Test
  void in_a_packet_the_others_have_no_name_even_where_one_is_named() {
    Review review =
        practice("WITHIN", "NAMED").physician("1999999927", "C. Castro", 30, "WITHIN").review();
    FunnelChart chart =
        Objects.requireNonNull(new ReviewCharts(review).funnelOf(review.physicians().get(0)));
    assertThat(chart.points().stream().map(FunnelChart.Point::label))
        .containsExactly("You", "", "");
    assertThat(chart.title() + chart.subtitle() + chart.description()).doesNotContain("Brook");
  }

  @Test
  void of_two_the_packet_does_not_show_the_other() {
    Review review = practice("WITHIN", "WITHIN").month(NPI, "2026-07", 4, 50).review();
    ReviewCharts charts = new ReviewCharts(review);
    FunnelChart chart = Objects.requireNonNull(charts.funnelOf(review.physicians().get(0)));
    assertThat(chart.points()).singleElement().matches(FunnelChart.Point::isOwn);
    assertThat(charts.months(Months.of(review, NPI)).months())
        .singleElement()
        .extracting(RunChart.Month::peers)
        .isNull();
  }

  @Test
  void the_largest_group_is_said_with_all_that_was_denied() {
    InventedReview review = new InventedReview();
    group(review, "Coding", "400");
    group(review, "Frequency", "500");
    group(review, "Coding", "300");
    assertThat(new ReviewCharts(review.review()).groups().title())
        .isEqualTo("Coding is the largest of $1,200 denied charges");
  }

  private static void group(InventedReview review, String group, String charges) {
    review.with(
        Tables.named("mart_denial_group"),
        "denial_group",
        group,
        "charge_amount",
        new BigDecimal(charges),
        "line_count",
        2L);
  }

  @Test
  void where_nothing_was_denied_that_is_said() {
    ReviewCharts charts = new ReviewCharts(new InventedReview().review());
    assertThat(charts.groups().title()).isEqualTo("Nothing was denied");
    assertThat(charts.pairs().title()).isEqualTo("No denial is explained by a paired code");
    assertThat(charts.funnel(Edition.DIRECTOR)).isNull();
  }

  @Test
  void months_within_chance_are_said_to_be() {
    assertThat(title()).isEqualTo("No month outside the control limits");
  }

  @Test
  void one_month_beyond_chance_is_one() {
    assertThat(title("2026-03")).isEqualTo("One month outside the control limits");
  }

  @Test
  void a_month_in_which_two_rules_hold_counts_once() {
    assertThat(title("2026-03", "2026-04", "2026-03"))
        .isEqualTo("2 months outside the control limits");
  }

  private static String title(String... signaled) {
    InventedReview review = new InventedReview().center(NPI, "0.0500000000", false);
    for (String month : List.of("2026-03", "2026-04", "2026-05")) {
      review.month(NPI, month, 5, 100);
    }
    for (int i = 0; i < signaled.length; i++) {
      review.signal(NPI, i < 2 ? "OUTSIDE" : "DRIFT", signaled[i]);
    }
    Review made = review.review();
    return new ReviewCharts(made).months(Months.of(made, NPI)).title();
  }
}
