package org.allowable.report.monthly;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.allowable.config.DateBasis;
import org.allowable.model.PeriodUnit;
import org.allowable.model.ReportPeriod;
import org.allowable.report.Chart;
import org.allowable.report.KeyFigure;
import org.allowable.report.Mart;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The first page: what its sentences, figures and titles say of one and the same number. */
class HeadlineTest {

  private static final YearMonth MONTH = YearMonth.of(2026, 9);
  private static final ReportPeriod PERIOD = ReportPeriod.of(MONTH);

  private static Mart.Line line(Object... cells) {
    Map<String, @Nullable Object> values = new HashMap<>();
    for (int i = 0; i < cells.length; i += 2) {
      values.put(String.valueOf(cells[i]), cells[i + 1]);
    }
    return new Mart.Line(values);
  }

  private static Mart.Line month(YearMonth month, long initial, long now) {
    return line(
        "report_month",
        month.toString(),
        "expected_allowed_amount",
        new BigDecimal("100000.00"),
        "allowed_amount",
        new BigDecimal("89249.00"),
        "underpaid_amount",
        new BigDecimal("7516.00"),
        "underpaid_payer_amount",
        new BigDecimal("6993.00"),
        "underpaid_patient_amount",
        new BigDecimal("523.00"),
        "paid_amount",
        new BigDecimal("50915.35"),
        "rated_line_count",
        1000L,
        "denied_line_count",
        now,
        "first_answered_line_count",
        1000L,
        "initially_denied_line_count",
        initial);
  }

  private static final Mart UNANSWERED =
      Mart.of(
          List.of(
              line(
                  "report_month",
                  MONTH.toString(),
                  "open_line_count",
                  250L,
                  "open_charge_amount",
                  new BigDecimal("180866.00"))));

  @Test
  void a_month_without_an_answer_says_so() {
    Headline headline = new Headline(UNANSWERED, PERIOD);

    assertThat(headline.sentence(DateBasis.SERVICE))
        .isEqualTo(
            "No payer has answered a line of this month yet: 250 lines with charges of $180,866.00 are open.");
    assertThat(headline.bridge(Mart.of(List.of()))).startsWith("Nothing to explain");
  }

  private static final Mart TREND =
      Mart.of(List.of(month(MONTH.minusMonths(1), 90, 30), month(MONTH, 90, 80)));

  private static Map<String, Chart> charts() {
    Mart variance =
        Mart.of(
            List.of(
                line(
                    "setting",
                    "office",
                    "payer",
                    "Hundred",
                    "compared_line_count",
                    1000L,
                    "expected_allowed_amount",
                    new BigDecimal("100000.00"),
                    "allowed_amount",
                    new BigDecimal("89249.00"),
                    "variance_amount",
                    new BigDecimal("-10751.00"))));
    return new MonthlyCharts("", DateBasis.PAYMENT, PERIOD, variance, Mart.of(List.of()), TREND)
        .all();
  }

  private static String title(String chart) {
    return Objects.requireNonNull(charts().get(chart)).title();
  }

  private static KeyFigure figure(String label) {
    Headline headline = new Headline(TREND, PERIOD);
    return List.of(headline.money(DateBasis.PAYMENT), headline.work(DateBasis.PAYMENT)).stream()
        .flatMap(strip -> strip.figures().stream())
        .filter(figure -> figure.label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_share_is_rounded_once_so_that_sentence_and_title_agree() {
    assertThat(new Headline(TREND, PERIOD).sentence(DateBasis.SERVICE))
        .contains("allowed 89.2% of");
    assertThat(title("expected-and-allowed-by-setting")).endsWith(": 89.2%");
  }

  @Test
  void months_are_compared_by_initial_denials_which_no_appeal_changes() {
    assertThat(figure("Initial denial rate (lines)"))
        .extracting(KeyFigure::comparison)
        .isEqualTo("Aug 2026: 9.0% (0.0 points)");
    assertThat(title("denial-rate-trend"))
        .isEqualTo("Initial denial rate 9.0% in Sep 2026, at the 13-month mean");
  }

  // The mean of 9.7% and 9.8% is shown as 9.8%, too.
  @Test
  void a_month_that_is_shown_like_the_mean_is_not_said_to_be_above_it() {
    Mart trend = Mart.of(List.of(month(MONTH.minusMonths(1), 97, 30), month(MONTH, 98, 30)));
    Map<String, Chart> charts =
        new MonthlyCharts(
                "", DateBasis.PAYMENT, PERIOD, Mart.of(List.of()), Mart.of(List.of()), trend)
            .all();
    assertThat(Objects.requireNonNull(charts.get("denial-rate-trend")).title())
        .isEqualTo("Initial denial rate 9.8% in Sep 2026, at the 13-month mean");
  }

  @Test
  void what_is_denied_now_is_not_held_against_a_month_that_appeals_have_changed() {
    assertThat(figure("Charges denied").comparison()).isEqualTo("80 lines as they stand");
  }

  @Test
  void the_underpaid_figure_says_who_would_owe_it() {
    assertThat(figure("Underpaid").comparison()).contains("payer owes $6,993, patient share $523");
  }

  @Test
  void where_no_line_could_be_compared_nobody_is_said_to_owe_nothing() {
    assertThat(new Headline(UNANSWERED, PERIOD).money(DateBasis.SERVICE).figures())
        .filteredOn(figure -> figure.label().equals("Underpaid"))
        .extracting(KeyFigure::comparison)
        .containsExactly("no line could be compared");
  }

  @Test
  void by_payment_date_the_cash_of_the_month_is_a_figure_and_by_service_date_it_is_none() {
    assertThat(figure("Paid in month").value()).isEqualTo(new BigDecimal("50915.35"));
    assertThat(new Headline(TREND, PERIOD).money(DateBasis.SERVICE).figures())
        .extracting(KeyFigure::label)
        .doesNotContain("Paid in month");
  }

  @Test
  void by_payment_date_the_sentence_begins_with_the_cash() {
    assertThat(new Headline(TREND, PERIOD).sentence(DateBasis.PAYMENT))
        .startsWith("Payers paid $50,915.35 on claim lines in Sep 2026. Payers allowed 89.2% of");
  }

  @Test
  void a_month_in_which_payers_took_back_more_than_they_paid_says_so() {
    Mart trend =
        Mart.of(
            List.of(
                line(
                    "report_month",
                    MONTH.toString(),
                    "paid_amount",
                    new BigDecimal("-14432.85"),
                    "adjudicated_line_count",
                    0L)));
    assertThat(new Headline(trend, PERIOD).sentence(DateBasis.PAYMENT))
        .isEqualTo(
            "Payers took back $14,432.85 more than they paid on claim lines in Sep 2026. No line of this month could be compared with an expectation.");
  }

  @Test
  void cash_that_belongs_to_no_line_stands_beside_what_does() {
    Mart trend =
        Mart.of(
            List.of(
                line(
                    "report_month",
                    MONTH.toString(),
                    "paid_amount",
                    new BigDecimal("89932.42"),
                    "unmatched_paid_amount",
                    new BigDecimal("221.24"))));
    assertThat(new Headline(trend, PERIOD).money(DateBasis.PAYMENT).figures().get(0))
        .extracting(KeyFigure::label, KeyFigure::comparison)
        .containsExactly("Paid in month", "Aug 2026: not known; $221 unapplied");
  }

  @Test
  void where_nothing_was_adjudicated_nothing_is_said_to_be_denied_or_compared() {
    assertThat(new Headline(UNANSWERED, PERIOD).work(DateBasis.SERVICE).figures())
        .filteredOn(
            figure -> List.of("Charges denied", "Not compared (charges)").contains(figure.label()))
        .hasSize(2)
        .allSatisfy(
            figure -> {
              assertThat(figure.value()).isNull();
              assertThat(figure.comparison()).isEqualTo("no line was adjudicated");
            });
    assertThat(
            Objects.requireNonNull(
                    new MonthlyCharts(
                            "",
                            DateBasis.SERVICE,
                            PERIOD,
                            Mart.of(List.of()),
                            Mart.of(List.of()),
                            UNANSWERED)
                        .all()
                        .get("denials-pareto"))
                .title())
        .isEqualTo("No line was adjudicated");
  }

  private static final ReportPeriod QUARTER = ReportPeriod.parse(PeriodUnit.QUARTER, "2026-Q3");

  // Ninety of a thousand are denied in each month before, and less each month of the quarter.
  private static final Mart TWO_QUARTERS =
      Mart.of(
          List.of(
              month(YearMonth.of(2026, 5), 90, 30),
              month(YearMonth.of(2026, 6), 90, 30),
              month(YearMonth.of(2026, 7), 80, 30),
              month(YearMonth.of(2026, 8), 70, 30),
              month(YearMonth.of(2026, 9), 60, 30)));

  private static KeyFigure ofQuarter(String label) {
    Headline headline = new Headline(TWO_QUARTERS, QUARTER);
    return List.of(headline.money(DateBasis.PAYMENT), headline.work(DateBasis.PAYMENT)).stream()
        .flatMap(strip -> strip.figures().stream())
        .filter(figure -> figure.label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_figure_of_a_quarter_is_that_of_all_its_months() {
    assertThat(ofQuarter("Expected allowed").value()).isEqualTo(new BigDecimal("300000.00"));
    assertThat(ofQuarter("Paid in quarter").value()).isEqualTo(new BigDecimal("152746.05"));
  }

  @Test
  void a_figure_of_a_quarter_is_held_against_the_quarter_before() {
    assertThat(ofQuarter("Expected allowed").comparison()).isEqualTo("Q2 2026: $200,000 (+50.0%)");
  }

  @Test
  void a_rate_of_a_quarter_divides_the_sums_of_its_months() {
    assertThat(ofQuarter("Initial denial rate (lines)").comparison())
        .isEqualTo("Q2 2026: 9.0% (−2.0 points)");
  }

  @Test
  void a_quarter_without_an_answer_says_so() {
    assertThat(new Headline(UNANSWERED, QUARTER).sentence(DateBasis.SERVICE))
        .startsWith("No payer has answered a line of this quarter yet: 250 lines");
  }

  @Test
  void the_trend_of_a_quarter_stays_monthly() {
    Map<String, Chart> charts =
        new MonthlyCharts(
                "", DateBasis.PAYMENT, QUARTER, Mart.of(List.of()), Mart.of(List.of()), TREND)
            .all();
    assertThat(Objects.requireNonNull(charts.get("denial-rate-trend")).title())
        .isEqualTo("Initial denial rate 9.0% in Sep 2026, at the 15-month mean");
  }
}
