package org.allowable.report.comparison;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.allowable.model.Rows;
import org.allowable.report.Mart;
import org.jspecify.annotations.Nullable;

/** The marts of a comparison, and what several sheets read from them. */
final class Comparison {

  private final Map<String, Rows> marts;
  private final Map<String, Mart> small = new ConcurrentHashMap<>();
  private final ComparisonFacts facts;

  Comparison(Map<String, Rows> marts, ComparisonFacts facts) {
    this.marts = Map.copyOf(marts);
    this.facts = facts;
  }

  ComparisonFacts facts() {
    return facts;
  }

  /** A mart in memory, for the small ones. */
  Mart mart(String name) {
    return small.computeIfAbsent(name, missing -> Mart.of(rows(missing)));
  }

  /** A mart that streams. */
  Rows rows(String name) {
    Rows rows = marts.get(name);
    if (rows == null) {
      throw new IllegalArgumentException("The run made no " + name);
    }
    return rows;
  }

  /** Payers with whom rates are negotiated, the largest first. */
  Mart negotiated() {
    return mart("mart_payer_multiple").where(line -> !isByLaw(line));
  }

  /** Payers whose rates are set by law. */
  Mart byLaw() {
    return mart("mart_payer_multiple").where(this::isByLaw);
  }

  /** Whether the payer of a row has its rates from the law. */
  boolean isByLaw(Mart.Line line) {
    return facts.targets().isByLaw(line.text("payer"));
  }

  /**
   * The payer that the levers are shown for: the one asked about, or the first proposal's, or the
   * largest that is held to a target.
   */
  @Nullable String focus() {
    if (isAsked()) {
      return facts.askedPayer();
    }
    List<ProposedRates> proposals = proposals();
    if (!proposals.isEmpty()) {
      return proposals.get(0).payer();
    }
    List<Mart.Line> payers = negotiated().lines();
    return payers.stream()
        .map(line -> line.text("payer"))
        .filter(payer -> facts.targets().multiple(payer) != null)
        .findFirst()
        .orElse(payers.isEmpty() ? null : payers.get(0).text("payer"));
  }

  /** Whether the reader asked about a payer that has lines to compare. */
  boolean isAsked() {
    return mart("mart_payer_multiple").lines().stream()
        .anyMatch(line -> line.text("payer").equals(facts.askedPayer()));
  }

  /** What the reader asked about, to stand first: a payer, or a proposal; null for all payers. */
  @Nullable ProposedRates asked() {
    return isAsked() || !proposals().isEmpty() ? shown().get(0) : null;
  }

  /** The proposals, each with each of its payers, the most valuable first. */
  List<ProposedRates> proposals() {
    List<ProposedRates> proposals = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Mart.Line total : mart("mart_proposal").lines()) {
      String name = total.text("proposal");
      String payer = total.text("payer");
      String wanted = "Proposal " + name;
      String sheet = taken.add(wanted.toLowerCase(Locale.ROOT)) ? wanted : wanted + " " + payer;
      Mart codes =
          mart("mart_proposal_code")
              .where(
                  line -> line.text("proposal").equals(name) && line.text("payer").equals(payer));
      proposals.add(new ProposedRates(proposals.size() + 1, name, payer, codes, total, sheet));
    }
    return proposals;
  }

  /**
   * What the proposal sheets show: those of the payer asked about first, then the others; where
   * there is none, a payer to try rates on.
   */
  List<ProposedRates> shown() {
    List<ProposedRates> proposals = new ArrayList<>(proposals());
    String payer = focus();
    proposals.sort(Comparator.comparing(one -> !one.payer().equals(payer)));
    boolean isTried = !proposals.isEmpty() && proposals.get(0).payer().equals(payer);
    if (payer != null && !isTried) {
      proposals.add(0, whatIf(payer, proposals.size() + 1));
    }
    return proposals;
  }

  private ProposedRates whatIf(String payer, int number) {
    Mart codes = mart("mart_code_multiple").where(line -> line.text("payer").equals(payer));
    Mart named = ComparisonTables.named(codes, "allowed_amount", "current_amount");
    return new ProposedRates(number, "", payer, named, null, "What if");
  }

  /** The proposals of the practice's folder that price no line of the period. */
  List<String> idleProposals() {
    Set<String> priced = new HashSet<>();
    mart("mart_proposal").lines().forEach(line -> priced.add(line.text("proposal")));
    return facts.proposals().stream().filter(name -> !priced.contains(name)).toList();
  }

  /**
   * Leaks of negotiated payers added up by payer and kind, the largest first: one kind never counts
   * a line twice.
   */
  Mart leaksByKind() {
    Map<List<String>, Map<String, @Nullable Object>> sums = new HashMap<>();
    for (Mart.Line line : mart("mart_leak").where(leak -> !isByLaw(leak)).lines()) {
      List<String> key = List.of(line.text("payer"), line.text("leak"));
      Map<String, @Nullable Object> sum = sums.computeIfAbsent(key, Comparison::none);
      sum.merge("line_count", line.number("line_count"), Comparison::added);
      sum.merge("first_month", line.text("first_month"), Comparison::earlier);
      sum.merge("last_month", line.text("last_month"), Comparison::later);
      BigDecimal amount = line.known("amount");
      if (amount != null) {
        sum.merge("amount", amount, Comparison::added);
      }
    }
    Comparator<Mart.Line> byAmount = Comparator.comparing(line -> line.number("amount"));
    return Mart.of(
        sums.values().stream()
            .map(Mart.Line::new)
            .sorted(
                byAmount
                    .reversed()
                    .thenComparing(line -> line.text("payer"))
                    .thenComparing(line -> line.text("leak")))
            .toList());
  }

  private static Map<String, @Nullable Object> none(List<String> key) {
    Map<String, @Nullable Object> sum = new HashMap<>();
    sum.put("payer", key.get(0));
    sum.put("leak", key.get(1));
    return sum;
  }

  private static Object earlier(Object one, Object other) {
    return one.toString().compareTo(other.toString()) <= 0 ? one : other;
  }

  private static Object later(Object one, Object other) {
    return one.toString().compareTo(other.toString()) >= 0 ? one : other;
  }

  /** How long a leak ran up its amount: the months in which its term holds. */
  static String span(Mart.Line leak) {
    return ComparisonFacts.span(
        YearMonth.parse(leak.text("first_month")), YearMonth.parse(leak.text("last_month")));
  }

  /**
   * The benchmarks that the reader chose for a payer: the latest of each name.
   *
   * @param argues whether they must not be below what the payer allows now; else those that are
   */
  List<Mart.Line> exhibitBenchmarks(ProposedRates proposed, boolean argues) {
    BigDecimal now = proposed.total() == null ? null : proposed.total().known("current_multiple");
    Map<String, Mart.Line> latest = new LinkedHashMap<>();
    for (Mart.Line line : mart("mart_benchmark").lines()) {
      if (facts.exhibitBenchmarks().contains(line.text("benchmark"))) {
        latest.merge(
            line.text("benchmark"),
            line,
            (one, other) -> one.number("year").compareTo(other.number("year")) >= 0 ? one : other);
      }
    }
    return latest.values().stream()
        .filter(line -> argues == (now == null || line.number("multiple").compareTo(now) >= 0))
        .toList();
  }

  private static Object added(Object one, Object other) {
    return ((BigDecimal) one).add((BigDecimal) other);
  }
}
