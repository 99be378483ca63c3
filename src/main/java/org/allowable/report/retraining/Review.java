package org.allowable.report.retraining;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.allowable.model.Rows;
import org.allowable.model.Sha256;
import org.allowable.report.FunnelChart;
import org.allowable.report.Mart;
import org.allowable.statistics.Dispersion;
import org.allowable.statistics.Funnel;
import org.allowable.statistics.Level;
import org.allowable.statistics.NamingRule;
import org.allowable.statistics.ObservedExpected;
import org.jspecify.annotations.Nullable;

/** The marts of a review, and who is who in them. */
final class Review {

  private static final int LETTERS = 26;
  private static final int LEAST_SHOWN = 3;

  private final Map<String, Rows> marts;
  private final ReviewFacts facts;
  private final List<Mart.Line> physicians;
  private final List<Mart.Line> verdicts;
  private final Map<String, String> labels;
  private final Map<String, String> names;
  private final Map<String, Mart.Line> proofs;

  Review(Map<String, Rows> marts, ReviewFacts facts) {
    this.marts = marts;
    this.facts = facts;
    this.physicians = small("mart_physician_rate").where(l -> is(l, "span", "period")).lines();
    this.verdicts = small("mart_physician_verdict").lines();
    this.labels = labels(lettered(), facts.runId() + fingerprint());
    this.names = names();
    this.proofs = shownProofs();
  }

  private Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    for (String mart : List.of("mart_denial_work", "mart_physician_rate")) {
      Rows rows = rows(mart);
      int npi = rows.columns().indexOf("rendering_npi");
      int physician = rows.columns().indexOf("physician");
      rows.iterator()
          .get()
          .forEachRemaining(
              row -> {
                if (row[npi] != null && row[physician] != null) {
                  names.put(String.valueOf(row[npi]), String.valueOf(row[physician]));
                }
              });
    }
    return names;
  }

  // Everybody whom the workbook shows: in the period, over the year, in the work and the radar.
  private Set<String> lettered() {
    Set<String> npis = new TreeSet<>();
    for (String mart : List.of("mart_physician_rate", "mart_denial_work", "mart_session_radar")) {
      Rows rows = rows(mart);
      int place = rows.columns().indexOf("rendering_npi");
      rows.iterator()
          .get()
          .forEachRemaining(
              row -> {
                if (row[place] != null) {
                  npis.add(String.valueOf(row[place]));
                }
              });
    }
    return npis;
  }

  // What no packet holds: all rates and all chains. The run's name and NPIs are known to any reader
  // of a packet, and letters that followed from them alone could be worked out.
  private String fingerprint() {
    MessageDigest digest = Sha256.digest();
    for (String mart : List.of("mart_physician_rate", "mart_denied_chain")) {
      for (Iterator<@Nullable Object[]> i = rows(mart).iterator().get(); i.hasNext(); ) {
        digest.update(Arrays.toString(i.next()).getBytes(StandardCharsets.UTF_8));
      }
    }
    return Sha256.of(digest);
  }

  // Of the examples alone: the proofs of all denials may be many.
  private Map<String, Mart.Line> shownProofs() {
    Set<String> examples = new HashSet<>();
    small("mart_denial_example").lines().forEach(l -> examples.add(l.text("claim_line_key")));
    Map<String, Mart.Line> shown = new HashMap<>();
    Mart.of(rows("mart_frequency_proof"), l -> examples.contains(l.text("claim_line_key")))
        .lines()
        .forEach(line -> shown.putIfAbsent(line.text("claim_line_key"), line));
    return shown;
  }

  private static boolean is(Mart.Line line, String column, String value) {
    return line.text(column).equals(value);
  }

  // Letters in an order that follows from nothing a reader knows.
  private static Map<String, String> labels(Set<String> npis, String secret) {
    Map<String, String> shuffled = new TreeMap<>();
    npis.forEach(npi -> shuffled.put(Sha256.of(secret + npi), npi));
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

  /** What the count of sessions says of an example's denial; null where it says nothing. */
  Mart.@Nullable Line proof(Mart.Line example) {
    return proofs.get(example.text("claim_line_key"));
  }

  /** Whether so many can be compared that points without names say nothing of any one of them. */
  boolean hidesAmongOthers() {
    return hidesAmongOthers(physicians);
  }

  /** Whether so many of these rates can be compared. */
  static boolean hidesAmongOthers(List<Mart.Line> rates) {
    return rates.stream().map(Review::tally).filter(Objects::nonNull).count() >= LEAST_SHOWN;
  }

  /** A physician's letter in this run. */
  String label(String npi) {
    return labels.getOrDefault(npi, "No physician");
  }

  /** Letters by NPI, in the order of the letters. */
  Map<String, String> labels() {
    return labels;
  }

  /** Verdicts of the period and the year that ends with it, in the order of names. */
  List<Mart.Line> verdicts() {
    return verdicts;
  }

  /** The verdict on one physician. */
  Mart.Line verdict(String npi) {
    return verdicts.stream()
        .filter(verdict -> is(verdict, "rendering_npi", npi))
        .findFirst()
        .orElse(new Mart.Line(Map.of()));
  }

  /** Verdicts on those who are singled out. */
  List<Mart.Line> higher() {
    return verdicts.stream().filter(VerdictText::isHigher).toList();
  }

  /** The verdict on the practice, in an edition's words. */
  String headline(Edition edition) {
    return VerdictText.ofThePractice(
        verdicts,
        higher().stream().map(line -> called(line.text("rendering_npi"), edition)).toList());
  }

  /** Rates of the span that a verdict may rest on, one physician each. */
  List<Mart.Line> rates(boolean isOverTheYear) {
    return isOverTheYear
        ? small("mart_physician_rate").where(l -> is(l, "span", "year")).lines()
        : physicians;
  }

  /** What an edition calls a physician: the name, or the letter of this run. */
  String called(String npi, Edition edition) {
    return edition == Edition.COMMITTEE ? label(npi) : names.getOrDefault(npi, npi);
  }

  /** The NPIs of all who are shown, in the order of what an edition calls them. */
  List<String> inOrder(Edition edition) {
    return edition == Edition.COMMITTEE
        ? List.copyOf(labels.keySet())
        : labels.keySet().stream()
            .sorted(
                Comparator.comparing((String npi) -> called(npi, edition))
                    .thenComparing(npi -> npi))
            .toList();
  }

  /** The rule that the marts went by. */
  NamingRule rule() {
    return new NamingRule(Level.OUTER, facts.leastLines());
  }

  /** The funnel that the marts went by; null where nothing was denied that can be compared. */
  static @Nullable Funnel funnel(List<Mart.Line> rates) {
    for (Mart.Line line : rates) {
      BigDecimal target = line.known("target_rate");
      if (target != null && target.signum() > 0 && target.compareTo(BigDecimal.ONE) < 0) {
        return new Funnel(target.doubleValue(), line.number("dispersion").doubleValue());
      }
    }
    return null;
  }

  /** What the funnel shows of one physician; null where all are denied alike. */
  static @Nullable ObservedExpected tally(Mart.Line rate) {
    if (rate.known("comparable_line_count") == null) {
      return null;
    }
    return new ObservedExpected(
        rate.number("compared_line_count").longValueExact(),
        rate.number("observed_line_count").longValueExact(),
        rate.number("alike_line_count").doubleValue(),
        rate.number("variance").doubleValue());
  }

  /** The points of the funnel, with labels that a function gives. */
  static List<FunnelChart.Point> points(
      List<Mart.Line> rates,
      java.util.function.Function<Mart.Line, String> label,
      @Nullable String own) {
    List<FunnelChart.Point> points = new ArrayList<>();
    for (Mart.Line line : rates) {
      ObservedExpected tally = tally(line);
      if (tally != null) {
        points.add(
            new FunnelChart.Point(label.apply(line), tally, is(line, "rendering_npi", own + "")));
      }
    }
    return points;
  }

  /** By what rule physicians are held against each other, in words. */
  String fairnessInWords() {
    return isAlone()
        ? "One physician has lines in this period: there are no peers to compare with, and the sheets show the denials by themselves."
        : rule().inWords(verdicts().size()) + " " + dispersionInWords();
  }

  /** Whether anybody can be compared with anybody. */
  boolean hasPeers() {
    return !isAlone() && physicians.stream().map(Review::tally).anyMatch(Objects::nonNull);
  }

  /** Whether there is nobody to be held against. */
  boolean isAlone() {
    return verdicts().size() <= 1;
  }

  // Whether physicians differ more than chance makes them.
  private String dispersionInWords() {
    List<Double> scores =
        physicians.stream()
            .map(Review::tally)
            .filter(tally -> tally != null && rule().hasEnough(tally))
            .map(tally -> Objects.requireNonNull(tally).score())
            .toList();
    return Dispersion.of(scores).inWords();
  }
}
