package org.allowable.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.allowable.statistics.Funnel;
import org.allowable.statistics.Interval;
import org.allowable.statistics.NamingRule;
import org.allowable.statistics.ObservedExpected;
import org.jspecify.annotations.Nullable;

/**
 * Rates of physicians against how many lines they have, between the limits of chance. Only who is
 * outside by the rule, or the reader's own point, carries a name.
 *
 * @param title the finding
 * @param subtitle what is counted, dates, number of lines
 * @param funnel makes rates comparable, and its limits
 * @param rule who is named
 * @param points in any order; kept by their comparable lines and rate, for any other order, such as
 *     that of names, would tell who a point without a name is
 * @param policyRate the practice's own threshold, 0..1, which is no statistic; null draws none
 */
public record FunnelChart(
    String title,
    String subtitle,
    Funnel funnel,
    NamingRule rule,
    List<Point> points,
    @Nullable BigDecimal policyRate)
    implements Chart {

  /**
   * A physician.
   *
   * @param label the name; empty where the reader may not see it, named or not
   * @param tally what the lines came to
   * @param isOwn whether the picture is made for this one
   */
  public record Point(String label, ObservedExpected tally, boolean isOwn) {}

  /** Keeps its own list. */
  public FunnelChart {
    Comparator<Point> byPlace =
        Comparator.<Point>comparingDouble(point -> funnel.comparableLines(point.tally()))
            .thenComparingDouble(point -> funnel.standardizedRate(point.tally()));
    points = points.stream().sorted(byPlace).toList();
  }

  /** Whether the rule names a point and the reader may see the name. */
  public boolean isNamed(Point point) {
    return !point.label().isBlank() && rule.names(funnel, point.tally());
  }

  /** Whether a point carries its label. */
  public boolean isLabeled(Point point) {
    return !point.label().isBlank() && (point.isOwn() || isNamed(point));
  }

  /** What the place across is. */
  public String across() {
    return "Comparable lines";
  }

  @Override
  public Format format() {
    return Format.RATE;
  }

  @Override
  public String measure() {
    return "Denial rate at the practice's mix";
  }

  @Override
  public String description() {
    List<String> words = new ArrayList<>();
    words.add("Rate of all " + display(funnel.target()));
    if (policyRate != null) {
      words.add("practice's own threshold " + format().display(policyRate));
    }
    String labeled =
        points.stream()
            .filter(this::isLabeled)
            .map(this::inWords)
            .collect(Collectors.joining(", "));
    words.add(points.size() + " physicians");
    words.add(labeled.isEmpty() ? "none is named" : labeled);
    return String.join("; ", words);
  }

  private String inWords(Point point) {
    double lines = funnel.comparableLines(point.tally());
    Interval limits = funnel.limits(lines, rule.level());
    return "%s %s with %s comparable lines, where %s lies between %s and %s"
        .formatted(
            point.label(),
            display(funnel.standardizedRate(point.tally())),
            Format.COUNT.display(lines),
            Format.RATE.display(rule.level()),
            display(limits.low()),
            display(Math.min(1, limits.high())));
  }

  private String display(double rate) {
    return format().display(BigDecimal.valueOf(rate));
  }

  @Override
  public List<@Nullable BigDecimal> values() {
    return points.stream().<@Nullable BigDecimal>map(this::rate).toList();
  }

  private BigDecimal rate(Point point) {
    return new BigDecimal(funnel.standardizedRate(point.tally()), MathContext.DECIMAL32);
  }
}
