package org.allowable.report.retraining;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.allowable.model.Rows;
import org.allowable.model.Sha256;
import org.allowable.report.FunnelChart;
import org.allowable.report.Mart;
import org.allowable.statistics.Dispersion;
import org.allowable.statistics.Funnel;
import org.allowable.statistics.Level;
import org.allowable.statistics.NamingRule;
import org.allowable.statistics.Tally;
import org.jspecify.annotations.Nullable;

/** The marts of a review, and who is who in them. */
final class Review {

  private static final int LETTERS = 26;

  private final Map<String, Rows> marts;
  private final ReviewFacts facts;
  private final List<Mart.Line> physicians;
  private final Map<String, String> labels;

  Review(Map<String, Rows> marts, ReviewFacts facts) {
    this.marts = marts;
    this.facts = facts;
    this.physicians = small("mart_physician_rate").where(l -> is(l, "span", "period")).lines();
    this.labels = labels(physicians, facts.runId());
  }

  private static boolean is(Mart.Line line, String column, String value) {
    return line.text(column).equals(value);
  }

  // Letters in an order that follows from nothing a reader knows.
  private static Map<String, String> labels(List<Mart.Line> physicians, String runId) {
    Map<String, String> shuffled = new TreeMap<>();
    for (Mart.Line line : physicians) {
      String npi = line.text("rendering_npi");
      shuffled.put(Sha256.of(runId + npi), npi);
    }
    Map<String, String> labels = new LinkedHashMap<>();
    for (String npi : shuffled.values()) {
      labels.put(npi, "Physician " + letters(labels.size()));
    }
    return labels;
  }

  private static String letters(int number) {
    String last = String.valueOf((char) ('A' + number % LETTERS));
    return number < LETTERS ? last : letters(number / LETTERS - 1) + last;
  }

  ReviewFacts facts() {
    return facts;
  }

  /** A mart that streams. */
  Rows rows(String mart) {
    Rows rows = marts.get(mart);
    if (rows == null) {
      throw new IllegalArgumentException("The run made no " + mart);
    }
    return rows;
  }

  /** A mart in memory, for the small ones. */
  Mart small(String mart) {
    return Mart.of(rows(mart));
  }

  /** The rows of a mart that are of one physician. */
  Mart of(String mart, String npi) {
    return Mart.of(rows(mart), line -> is(line, "rendering_npi", npi));
  }

  /** Rates of the period, one physician each, in the order of their names. */
  List<Mart.Line> physicians() {
    return physicians;
  }

  /** A physician's letter in this run. */
  String label(String npi) {
    return labels.getOrDefault(npi, "No physician");
  }

  /** Letters by NPI, in the order of the letters. */
  Map<String, String> labels() {
    return labels;
  }

  /** Whether the rule names the physician of a row of {@code mart_physician_rate}. */
  static boolean isNamed(Mart.Line rate) {
    return is(rate, "place", "NAMED");
  }

  /** A physician's rates of the year that ends with the period. */
  Mart.@Nullable Line year(String npi) {
    return of("mart_physician_rate", npi).where(l -> is(l, "span", "year")).lines().stream()
        .findFirst()
        .orElse(null);
  }

  /** Those whom the rule names over the year. */
  List<String> namedOverTheYear() {
    return small("mart_physician_rate")
        .where(l -> is(l, "span", "year") && isNamed(l))
        .lines()
        .stream()
        .map(line -> line.text("physician"))
        .toList();
  }

  /** Those whom the rule names. */
  List<Mart.Line> named() {
    return physicians.stream().filter(Review::isNamed).toList();
  }

  /** What a director reads: the name of who is named, else the letter. */
  String shown(Mart.Line rate) {
    return isNamed(rate) ? rate.text("physician") : label(rate.text("rendering_npi"));
  }

  /** The rule that the marts went by. */
  NamingRule rule() {
    return new NamingRule(Level.OUTER, facts.leastLines());
  }

  /** The funnel that the marts went by; null where nothing was denied that can be compared. */
  @Nullable Funnel funnel() {
    for (Mart.Line line : physicians) {
      BigDecimal target = line.known("target_rate");
      if (target != null && target.signum() > 0 && target.compareTo(BigDecimal.ONE) < 0) {
        return new Funnel(target.doubleValue(), line.number("dispersion").doubleValue());
      }
    }
    return null;
  }

  /** What the funnel shows of one physician; null where all are denied alike. */
  static @Nullable Tally tally(Mart.Line rate) {
    if (rate.known("comparable_line_count") == null) {
      return null;
    }
    return new Tally(
        rate.number("compared_line_count").longValueExact(),
        rate.number("observed_line_count").longValueExact(),
        rate.number("alike_line_count").doubleValue(),
        rate.number("variance").doubleValue());
  }

  /** The points of the funnel, with labels that a function gives. */
  List<FunnelChart.Point> points(
      java.util.function.Function<Mart.Line, String> label, @Nullable String own) {
    List<FunnelChart.Point> points = new ArrayList<>();
    for (Mart.Line line : physicians) {
      Tally tally = tally(line);
      if (tally != null) {
        points.add(
            new FunnelChart.Point(label.apply(line), tally, is(line, "rendering_npi", own + "")));
      }
    }
    return points;
  }

  /** Whether physicians differ more than chance makes them, in words. */
  String dispersionInWords() {
    List<Double> scores =
        physicians.stream()
            .map(Review::tally)
            .filter(tally -> tally != null && rule().hasEnough(tally))
            .map(tally -> java.util.Objects.requireNonNull(tally).score())
            .toList();
    return Dispersion.of(scores).inWords();
  }
}
