package org.allowable.report.retraining;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
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
        .physician(NPI, "A. Adler", first.equals("HIGHER") ? 80 : 30, first)
        .physician("1999999935", "B. Brook", second.equals("HIGHER") ? 80 : 30, second);
  }

  private static FunnelChart funnel(InventedReview invented) {
    return Objects.requireNonNull(
        new ReviewCharts(invented.review()).funnels(Edition.DIRECTOR).get("funnel"));
  }

  @Test
  void a_funnel_that_names_nobody_says_so() {
    assertThat(funnel(practice("NOT_DIFFERENT", "NOT_DIFFERENT")).title())
        .isEqualTo("No physician is higher than peers");
  }

  @Test
  void a_funnel_that_names_one_says_the_name() {
    assertThat(funnel(practice("NOT_DIFFERENT", "HIGHER")).title())
        .isEqualTo("Higher than peers: B. Brook");
  }

  @Test
  void a_funnel_that_names_several_says_their_names() {
    assertThat(funnel(practice("HIGHER", "HIGHER")).title())
        .isEqualTo("Higher than peers: A. Adler, B. Brook");
  }

  @Test
  void a_funnel_labels_whom_the_table_names() {
    FunnelChart chart = funnel(practice("NOT_DIFFERENT", "HIGHER"));
    assertThat(chart.points().stream().filter(chart::isLabeled).map(FunnelChart.Point::label))
        .containsExactly("B. Brook");
  }

  // In the order of names the drawing would say who a point without a name is.
  @Test
  void points_of_a_funnel_are_in_no_order_of_names() {
    Review review =
        practice("HIGHER", "NOT_DIFFERENT")
            .physician("1999999927", "C. Castro", 50, "NOT_DIFFERENT")
            .review();
    FunnelChart chart =
        Objects.requireNonNull(new ReviewCharts(review).funnels(Edition.DIRECTOR).get("funnel"));
    // 30, 50 and 80 denials of as many lines.
    assertThat(chart.points().stream().map(FunnelChart.Point::label))
        .containsExactly("B. Brook", "C. Castro", "A. Adler");
  }

  @Test
  void in_a_packet_the_others_have_no_name_even_where_one_is_named() {
    Review review =
        practice("NOT_DIFFERENT", "HIGHER")
            .physician("1999999927", "C. Castro", 30, "NOT_DIFFERENT")
            .review();
    FunnelChart chart = Objects.requireNonNull(new ReviewCharts(review).funnelOf(NPI));
    assertThat(chart.points().stream().map(FunnelChart.Point::label))
        .containsExactly("You", "", "");
    assertThat(chart.title() + chart.subtitle() + chart.description()).doesNotContain("Brook");
  }

  @Test
  void of_two_the_packet_does_not_show_the_other() {
    Review review =
        practice("NOT_DIFFERENT", "NOT_DIFFERENT").month(NPI, "2026-07", 4, 50).review();
    ReviewCharts charts = new ReviewCharts(review);
    FunnelChart chart = Objects.requireNonNull(charts.funnelOf(NPI));
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
    assertThat(charts.funnels(Edition.DIRECTOR)).isEmpty();
  }

  @Test
  void one_higher_over_the_year_alone_has_a_funnel_of_the_year() {
    InventedReview invented =
        new InventedReview()
            .physician("1999999935", "B. Brook", 30, "NOT_DIFFERENT")
            .verdict(NPI, "A. Adler", "HIGHER", "year");
    invented.rate("year", NPI, "A. Adler", 80);
    Map<String, FunnelChart> funnels =
        new ReviewCharts(invented.review()).funnels(Edition.DIRECTOR);
    assertThat(funnels.values())
        .extracting(FunnelChart::title)
        .containsExactly(
            "In these months alone no physician stands out",
            "Higher than peers: A. Adler, over 12 months");
  }

  @Test
  void months_say_nothing_of_peers_in_their_title() {
    assertThat(months("2026-03").title()).isEqualTo("Your denial rate by month");
  }

  @Test
  void marked_months_are_said_to_be_of_the_own_rate() {
    assertThat(months("2026-03").subtitle()).endsWith("unlike the own rate, whatever peers did");
    assertThat(months().subtitle()).doesNotContain("marked");
  }

  private static RunChart months(String... signaled) {
    InventedReview review = new InventedReview().center(NPI, "0.0500000000", false);
    for (String month : List.of("2026-03", "2026-04", "2026-05")) {
      review.month(NPI, month, 5, 100);
    }
    for (int i = 0; i < signaled.length; i++) {
      review.signal(NPI, i < 2 ? "OUTSIDE" : "DRIFT", signaled[i]);
    }
    Review made = review.review();
    return new ReviewCharts(made).months(Months.of(made, NPI));
  }
}
