package org.allowable.report.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    return facts.lawPayers().contains(line.text("payer"));
  }

  /** The rows with their gaps to the target, but none where the law sets the rates. */
  Mart withGaps(Mart mart) {
    List<Mart.Line> lines = new ArrayList<>();
    for (Mart.Line line : mart.lines()) {
      Map<String, @Nullable Object> cells = new HashMap<>(line.cells());
      cells.put("gap_amount", isByLaw(line) ? null : gap(line));
      lines.add(new Mart.Line(cells));
    }
    return Mart.of(lines);
  }

  private BigDecimal gap(Mart.Line line) {
    return line.number("medicare_amount")
        .multiply(facts.targetMultiple())
        .subtract(line.number("allowed_amount"))
        .setScale(2, RoundingMode.HALF_UP);
  }

  /** The payer that is furthest under the target, in dollars. */
  Optional<Mart.Line> furthest() {
    return negotiated().lines().stream()
        .filter(line -> line.number("gap_amount").signum() > 0)
        .max(Comparator.comparing(line -> line.number("gap_amount")));
  }

  /** The payer that the levers are shown for: the first proposal's, or else the largest. */
  @Nullable String focus() {
    List<ProposedRates> proposals = proposals();
    if (!proposals.isEmpty()) {
      return proposals.get(0).payer();
    }
    List<Mart.Line> payers = negotiated().lines();
    return payers.isEmpty() ? null : payers.get(0).text("payer");
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

  /** What the proposal sheets show: the proposals, or else the largest payer to try rates on. */
  List<ProposedRates> shown() {
    List<ProposedRates> proposals = proposals();
    String payer = focus();
    if (!proposals.isEmpty() || payer == null) {
      return proposals;
    }
    Mart codes = mart("mart_code_multiple").where(line -> line.text("payer").equals(payer));
    Mart named = ComparisonTables.named(codes, "allowed_amount", "current_amount");
    return List.of(new ProposedRates(1, "", payer, named, null, "What if"));
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

  private static Object added(Object one, Object other) {
    return ((BigDecimal) one).add((BigDecimal) other);
  }
}
