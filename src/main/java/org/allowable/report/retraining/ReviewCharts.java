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

  /** The funnel as an edition calls its physicians; null where nothing can be compared. */
  @Nullable FunnelChart funnel(Edition edition) {
    List<Mart.Line> named = review.named();
    String title =
        named.isEmpty()
            ? "No physician is above the 99.8% control limit"
            : named.size() == 1
                ? called(named.get(0), edition) + " is above the 99.8% control limit"
                : named.size() + " physicians are above the 99.8% control limit";
    return funnel(title, line -> called(line, edition), null);
  }

  private String called(Mart.Line line, Edition edition) {
    return review.called(line.text("rendering_npi"), edition);
  }

  /**
   * The funnel with one physician's own point; the others carry no name, and of fewer than three
   * they are left out.
   */
  @Nullable FunnelChart funnelOf(Mart.Line own) {
    String npi = own.text("rendering_npi");
    return funnel(
        PlaceText.inWords(own), line -> line.text("rendering_npi").equals(npi) ? "You" : "", npi);
  }

  private @Nullable FunnelChart funnel(
      String title, java.util.function.Function<Mart.Line, String> label, @Nullable String own) {
    Funnel funnel = review.funnel();
    List<FunnelChart.Point> points =
        review.points(label, own).stream()
            .filter(point -> own == null || point.isOwn() || review.hidesAmongOthers())
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

  /** The months of a physician. */
  RunChart months(Months months) {
    int signaled = months.picture("", "").signaled().size();
    String title =
        switch (signaled) {
          case 0 -> "No month outside the control limits";
          case 1 -> "One month outside the control limits";
          default -> signaled + " months outside the control limits";
        };
    Months shown = review.hidesAmongOthers() ? months : months.alone();
    return shown.picture(
        title,
        "denied of answered lines by month of the first answer, around " + months.centerInWords());
  }
}
