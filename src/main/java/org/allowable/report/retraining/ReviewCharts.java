package org.allowable.report.retraining;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allowable.report.Chart;
import org.allowable.report.Format;
import org.allowable.report.FunnelChart;
import org.allowable.report.Mart;
import org.allowable.report.ParetoChart;
import org.allowable.report.RunChart;
import org.allowable.statistics.Funnel;
import org.jspecify.annotations.Nullable;

/** The pictures of a review. */
final class ReviewCharts {

  private final Review review;

  ReviewCharts(Review review) {
    this.review = review;
  }

  /**
   * The funnels as an edition calls its physicians, by file name: of the period, and of the year
   * where somebody is singled out over it alone; none where nothing can be compared.
   */
  Map<String, FunnelChart> funnels(Edition edition) {
    Map<String, FunnelChart> funnels = new LinkedHashMap<>();
    FunnelChart period = funnel(edition, false);
    if (period != null) {
      funnels.put("funnel", period);
    }
    FunnelChart year = funnel(edition, true);
    if (year != null && review.higher().stream().anyMatch(VerdictText::isOverTheYear)) {
      funnels.put("funnel-12-months", year);
    }
    return funnels;
  }

  private @Nullable FunnelChart funnel(Edition edition, boolean isOverTheYear) {
    List<Mart.Line> higher =
        review.higher().stream()
            .filter(verdict -> VerdictText.isOverTheYear(verdict) == isOverTheYear)
            .toList();
    boolean isPartOfAll = higher.size() < review.higher().size();
    String title =
        higher.isEmpty() && isPartOfAll
            ? "In these months alone no physician stands out"
            : VerdictText.ofThePractice(
                    review.verdicts(), higher.stream().map(line -> called(line, edition)).toList())
                + (isOverTheYear ? ", over 12 months" : "");
    return funnel(title, review.rates(isOverTheYear), line -> called(line, edition), null);
  }

  private String called(Mart.Line line, Edition edition) {
    return review.called(line.text("rendering_npi"), edition);
  }

  /**
   * The funnel that a physician's verdict rests on, with the own point; the others carry no name,
   * and of fewer than three they are left out.
   */
  @Nullable FunnelChart funnelOf(String npi) {
    Mart.Line verdict = review.verdict(npi);
    return funnel(
        VerdictText.headline(verdict),
        review.rates(VerdictText.isOverTheYear(verdict)),
        line -> line.text("rendering_npi").equals(npi) ? "You" : "",
        npi);
  }

  private @Nullable FunnelChart funnel(
      String title,
      List<Mart.Line> rates,
      java.util.function.Function<Mart.Line, String> label,
      @Nullable String own) {
    Funnel funnel = Review.funnel(rates);
    List<FunnelChart.Point> points =
        Review.points(rates, label, own).stream()
            .filter(point -> own == null || point.isOwn() || Review.hidesAmongOthers(rates))
            .toList();
    return funnel == null || points.isEmpty()
        ? null
        : new FunnelChart(
            title,
            "provider-controllable initial denials \u00b7 n = %s lines"
                .formatted(Format.COUNT.display(lines(points))),
            funnel,
            review.rule(),
            points,
            review.facts().policyRate());
  }

  // Of those who are shown, so that a packet does not say how many lines one colleague has.
  private static BigDecimal lines(List<FunnelChart.Point> points) {
    return BigDecimal.valueOf(points.stream().mapToLong(point -> point.tally().lines()).sum());
  }

  /** Charges denied at first, by group. */
  ParetoChart groups() {
    Mart groups = review.small("mart_denial_group");
    Map<String, BigDecimal> charges = groups.sumBy("denial_group", "charge_amount");
    String title =
        charges.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(
                top ->
                    "%s is the largest of %s denied charges"
                        .formatted(top.getKey(), Format.DOLLARS.brief(groups.sum("charge_amount"))))
            .orElse("Nothing was denied");
    return new ParetoChart(
        title,
        "charges of initial denials \u00b7 n = "
            + Format.COUNT.display(groups.sum("line_count"))
            + " lines",
        Format.DOLLARS,
        bars(charges));
  }

  /** Charges of denials that a code beside them explains, by pair of codes. */
  ParetoChart pairs() {
    Mart pairs = review.small("mart_code_pair");
    Map<String, BigDecimal> charges = new LinkedHashMap<>();
    pairs
        .lines()
        .forEach(line -> charges.merge(pair(line), line.number("charge_amount"), BigDecimal::add));
    return new ParetoChart(
        charges.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(costliest -> costliest.getKey() + ": costliest pair")
            .orElse("No denial is explained by a paired code"),
        "charges of initial denials with an edit between the two codes \u00b7 n = "
            + Format.COUNT.display(pairs.sum("line_count"))
            + " lines",
        Format.DOLLARS,
        bars(charges));
  }

  // Once, whichever of the two was denied.
  private static String pair(Mart.Line line) {
    return Stream.of(line.text("hcpcs_code"), line.text("other_hcpcs_code"))
        .sorted()
        .collect(Collectors.joining("+"));
  }

  private static List<Chart.Bar> bars(Map<String, BigDecimal> values) {
    return values.entrySet().stream()
        .map(entry -> new Chart.Bar(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** The months of a physician, against the own rate: no verdict on the rate against peers. */
  RunChart months(Months months) {
    String marked =
        months.signals().isEmpty() ? "" : "; marked: unlike the own rate, whatever peers did";
    Months shown = review.hidesAmongOthers() ? months : months.alone();
    return shown.picture(
        "Your denial rate by month",
        "denied of answered lines by month of the first answer, around "
            + months.centerInWords()
            + marked);
  }
}
