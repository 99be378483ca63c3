package org.allowable.report.comparison;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.allowable.report.CodeLabels;
import org.allowable.report.Format;
import org.allowable.report.Mart;

/** What the marts show to be so, a sentence each: the titles of sheets and charts. */
final class Findings {

  private static final Comparator<Mart.Line> BY_MULTIPLE =
      Comparator.comparing(line -> line.number("multiple"));

  private final Comparison comparison;
  private final ComparisonFacts facts;

  Findings(Comparison comparison) {
    this.comparison = comparison;
    this.facts = comparison.facts();
  }

  /** What negotiated payers allow, from whom to whom. A target is the reader's, and in no title. */
  String range() {
    if (comparison.mart("mart_payer_multiple").lines().isEmpty()) {
      return "No line of the period could be compared with Medicare";
    }
    List<Mart.Line> payers = comparison.negotiated().lines();
    if (payers.isEmpty()) {
      return "No payer with negotiated rates has lines to compare";
    }
    Mart.Line lowest = Collections.min(payers, BY_MULTIPLE);
    Mart.Line highest = Collections.max(payers, BY_MULTIPLE);
    if (payers.size() == 1) {
      return "%s allows %s Medicare"
          .formatted(ComparisonText.inHeading(lowest.text("payer")), multiple(lowest, "multiple"));
    }
    return "Negotiated payers allow from %s Medicare (%s) to %s (%s)"
        .formatted(
            multiple(lowest, "multiple"),
            ComparisonText.inHeading(lowest.text("payer")),
            multiple(highest, "multiple"),
            ComparisonText.inHeading(highest.text("payer")));
  }

  /** What the summary is about: the payer or proposal asked about, or all payers. */
  String headline() {
    ProposedRates asked = comparison.asked();
    if (asked == null) {
      return range();
    }
    return asked.isProposal()
        ? "%s: what %s would bring".formatted(ComparisonText.inHeading(asked.payer()), asked.name())
        : "%s: what other rates would bring".formatted(ComparisonText.inHeading(asked.payer()));
  }

  /** What was compared. */
  String scope() {
    Mart negotiated = comparison.negotiated();
    if (negotiated.lines().isEmpty()) {
      return "Lines of service %s. Coverage says what became of each.".formatted(facts.period());
    }
    return "Lines of service %s, %s of them compared line by line with Medicare's fee schedule. Targets stand in the blue cells of Assumptions, one for each payer class."
        .formatted(
            facts.period(),
            Format.COUNT.display(comparison.mart("mart_payer_multiple").sum("line_count")));
  }

  /** The code and setting with the most Medicare dollars of negotiated payers, and its range. */
  String code() {
    List<Mart.Line> codes =
        comparison.mart("mart_code_multiple").where(line -> !comparison.isByLaw(line)).lines();
    if (codes.isEmpty()) {
      return "No code of a negotiated payer could be compared";
    }
    String first = service(codes.get(0));
    List<Mart.Line> alike = codes.stream().filter(line -> service(line).equals(first)).toList();
    Mart.Line lowest = Collections.min(alike, BY_MULTIPLE);
    Mart.Line highest = Collections.max(alike, BY_MULTIPLE);
    if (alike.size() == 1) {
      return "%s: %s allows %s Medicare"
          .formatted(
              first, ComparisonText.inHeading(lowest.text("payer")), multiple(lowest, "multiple"));
    }
    return "%s: from %s Medicare (%s) to %s (%s)"
        .formatted(
            first,
            multiple(lowest, "multiple"),
            ComparisonText.inHeading(lowest.text("payer")),
            multiple(highest, "multiple"),
            ComparisonText.inHeading(highest.text("payer")));
  }

  /**
   * The group with the lowest multiple that enough lines stand for.
   *
   * @param grouping family or setting
   */
  String lowest(String grouping) {
    Optional<Mart.Line> lowest =
        comparison
            .mart("mart_group_multiple")
            .where(line -> line.text("grouping").equals(grouping))
            .where(line -> line.number("line_count").intValue() >= facts.smallNumber())
            .where(line -> !comparison.isByLaw(line) && line.known("multiple") != null)
            .lines()
            .stream()
            .min((a, b) -> a.number("multiple").compareTo(b.number("multiple")));
    return lowest
        .map(
            line ->
                "Lowest by %s: %s, %s, %s Medicare on %s lines"
                    .formatted(
                        grouping.equals("family") ? "code family" : grouping,
                        ComparisonText.inHeading(line.text("payer")),
                        CodeLabels.of(line.text("group_name")),
                        multiple(line, "multiple"),
                        Format.COUNT.display(line.number("line_count"))))
        .orElse("No group has enough lines to speak of");
  }

  /** The service at two rates with the most lines. */
  String twoRates() {
    List<Mart.Line> lines = comparison.mart("mart_two_rates").lines();
    if (lines.isEmpty()) {
      return "No payer allows a code at two rates";
    }
    Mart.Line first = lines.get(0);
    return "%s allows %s at two rates: %s and %s"
        .formatted(
            ComparisonText.inHeading(first.text("payer")),
            service(first),
            multiple(first, "main_multiple"),
            multiple(first, "other_multiple"));
  }

  /** The contract that the practice's lines contradict most. */
  String implied() {
    Mart differs =
        comparison.mart("mart_implied_rate").where(line -> line.text("finding").equals("DIFFERS"));
    if (comparison.mart("mart_implied_rate").lines().isEmpty()) {
      return "No contract to compare with the lines";
    }
    return differs.lines().stream()
        .findFirst()
        .map(
            line ->
                "%s %s: the contract gives %s Medicare, most lines have %s"
                    .formatted(
                        ComparisonText.inHeading(line.text("payer")),
                        service(line),
                        multiple(line, "contract_multiple"),
                        multiple(line, "implied_multiple")))
        .orElseGet(this::noMainRateDiffers);
  }

  private String noMainRateDiffers() {
    Mart others =
        comparison
            .mart("mart_implied_rate")
            .where(line -> line.text("finding").equals("MAIN_RATE_AGREES"));
    return others.lines().isEmpty()
        ? "No contract is contradicted by the practice's lines"
        : "Main rates agree with the contracts; other lines differ by %s"
            .formatted(Format.DOLLARS.displayChange(others.sum("difference_amount")));
  }

  /**
   * How many days after the period what is due of contracts is listed, as {@code deadline_notice}
   * says; empty where there is no contract, or the practice's own table has no row for the day.
   */
  String dueSoonDays() {
    return comparison.mart("mart_contract").lines().stream()
        .findFirst()
        .map(line -> line.text("due_soon_days"))
        .orElse("");
  }

  /** What of the contracts is due first in the days after the period. */
  String due() {
    List<Mart.Line> due = comparison.mart("mart_contract_due").lines();
    if (comparison.mart("mart_contract").lines().isEmpty()) {
      return "No contract on file";
    }
    if (dueSoonDays().isEmpty()) {
      return "Due-soon days of contracts are not set in deadline_notice";
    }
    if (due.isEmpty()) {
      return "Nothing is due in the %s days after %s"
          .formatted(dueSoonDays(), facts.lastMonth().atEndOfMonth());
    }
    Mart.Line first = due.get(0);
    return "%s: %s on %s, %s days after the period"
        .formatted(
            ComparisonText.inHeading(first.text("payer")),
            lowered(CodeLabels.of("due_event", first.text("due_event"))),
            first.text("due_date"),
            first.text("days_left"));
  }

  /** The largest leak. */
  String leak() {
    return largest(comparison.leaksByKind(), "amount")
        .map(
            line ->
                "%s: %s, %s %s"
                    .formatted(
                        ComparisonText.inHeading(line.text("payer")),
                        lowered(ComparisonText.leak(line.text("leak"))),
                        dollars(line, "amount"),
                        Comparison.span(line)))
        .orElse("No leak has an amount");
  }

  /** The strongest lever of a payer. */
  String lever(String payer) {
    Mart levers = comparison.mart("mart_lever").where(line -> line.text("payer").equals(payer));
    if (levers.lines().stream().allMatch(line -> line.known("change_amount") == null)) {
      return "No contract term of %s can be estimated".formatted(ComparisonText.inHeading(payer));
    }
    return levers.lines().stream()
        .max((a, b) -> a.number("change_amount").abs().compareTo(b.number("change_amount").abs()))
        .filter(line -> line.number("change_amount").signum() != 0)
        .map(
            line ->
                "%s: largest contract term is %s, %s"
                    .formatted(
                        ComparisonText.inHeading(payer),
                        lowered(ComparisonText.shortLever(line.text("lever"))),
                        Format.DOLLARS.displayChange(line.number("change_amount"))))
        .orElse("No contract term of %s changes revenue".formatted(payer));
  }

  /** How much of the period could be compared. */
  String coverage() {
    Mart coverage = comparison.mart("mart_coverage");
    BigDecimal all = coverage.sum("line_count");
    if (all.signum() == 0) {
      return "The period holds no lines";
    }
    BigDecimal compared =
        coverage.where(line -> line.text("comparison_status").equals("COMPARED")).sum("line_count");
    return "%s of the period's %s lines are compared; each other line has its reason"
        .formatted(Format.RATE.display(Mart.share(compared, all)), Format.COUNT.display(all));
  }

  private static Optional<Mart.Line> largest(Mart mart, String amount) {
    return mart.lines().stream()
        .filter(line -> line.number(amount).signum() > 0)
        .max((a, b) -> a.number(amount).compareTo(b.number(amount)));
  }

  static String service(Mart.Line line) {
    return ComparisonText.service(line.text("hcpcs_code"), line.text("setting"));
  }

  /** The words as they stand within a sentence: names keep their capital. */
  static String lowered(String words) {
    return words.startsWith("Medicare")
        ? words
        : words.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + words.substring(1);
  }

  private static String multiple(Mart.Line line, String column) {
    return Format.MULTIPLE.display(line.known(column));
  }

  private static String dollars(Mart.Line line, String column) {
    return Format.DOLLARS.display(line.known(column));
  }
}
