package org.allowable.report.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allowable.report.DistributionChart;
import org.allowable.report.DumbbellChart;
import org.allowable.report.Format;
import org.allowable.report.HeatMapChart;
import org.allowable.report.Mart;
import org.allowable.report.TornadoChart;
import org.jspecify.annotations.Nullable;

/** The charts of a comparison, each titled with what it shows to be so. */
final class ComparisonCharts {

  /** The most codes that a chart of codes takes in. */
  private static final int MOST_CODES = 15;

  private final Comparison comparison;
  private final ComparisonFacts facts;
  private final Findings findings;

  ComparisonCharts(Comparison comparison) {
    this.comparison = comparison;
    this.facts = comparison.facts();
    this.findings = new Findings(comparison);
  }

  /** Multiples by payer and code: the codes with the most Medicare dollars. */
  HeatMapChart heatMap() {
    Mart cells =
        comparison
            .mart("mart_group_multiple")
            .where(line -> line.text("grouping").equals("code") && !comparison.isByLaw(line));
    List<String> codes = largest(cells.sumBy("group_name", "medicare_amount"));
    List<HeatMapChart.HeatMapRow> rows = new ArrayList<>();
    for (Mart.Line payer : comparison.negotiated().lines()) {
      String name = payer.text("payer");
      List<HeatMapChart.@Nullable Cell> row = new ArrayList<>();
      codes.forEach(code -> row.add(cell(cells, name, code)));
      rows.add(new HeatMapChart.HeatMapRow(name, row));
    }
    return new HeatMapChart(
        findings.range(),
        "%s \u00b7 codes with the most Medicare dollars \u00b7 n = lines \u00b7 colors turn at what these payers allow together"
            .formatted(facts.period()),
        Format.MULTIPLE,
        "Allowed as a multiple of Medicare",
        middle(),
        facts.smallNumber(),
        codes,
        rows);
  }

  // What the payers allow together, not a target: the reader may change that, and no picture
  // follows.
  private BigDecimal middle() {
    Mart negotiated = comparison.negotiated();
    BigDecimal together =
        Mart.share(negotiated.sum("allowed_amount"), negotiated.sum("medicare_amount"));
    return together == null ? BigDecimal.ONE : together.setScale(2, RoundingMode.HALF_UP);
  }

  private static List<String> largest(Map<String, BigDecimal> sums) {
    return sums.entrySet().stream()
        .sorted(Map.Entry.<String, BigDecimal>comparingByValue().reversed())
        .limit(HeatMapChart.MOST_COLUMNS)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static HeatMapChart.@Nullable Cell cell(Mart cells, String payer, String code) {
    return cells.lines().stream()
        .filter(line -> line.text("payer").equals(payer) && line.text("group_name").equals(code))
        .findFirst()
        .map(
            line ->
                new HeatMapChart.Cell(
                    line.known("multiple"), line.number("line_count").longValue()))
        .orElse(null);
  }

  /** A proposal against what is allowed now, for the codes whose dollars change most. */
  DumbbellChart dumbbell(ProposedRates proposed) {
    List<Mart.Line> codes =
        proposed.codes().lines().stream()
            .sorted(
                Comparator.comparing((Mart.Line line) -> line.number("change_amount").abs())
                    .reversed()
                    .thenComparing(Findings::service))
            .limit(MOST_CODES)
            .toList();
    List<DumbbellChart.BeforeAfter> pairs = new ArrayList<>();
    for (Mart.Line code : codes) {
      pairs.add(
          new DumbbellChart.BeforeAfter(
              Findings.service(code),
              code.known("current_multiple"),
              code.known("proposed_multiple")));
    }
    return new DumbbellChart(
        dumbbellTitle(proposed),
        "%s \u00b7 %s \u00b7 n = %s lines \u00b7 %s"
            .formatted(
                proposed.payer(),
                facts.period(),
                Format.COUNT.display(proposed.codes().sum("line_count")),
                codes.size() < proposed.codes().lines().size()
                    ? "the %d codes that change most in dollars".formatted(codes.size())
                    : "all codes"),
        Format.MULTIPLE,
        "Multiple of Medicare's allowed amount",
        "Current",
        "Proposed",
        pairs);
  }

  private String dumbbellTitle(ProposedRates proposed) {
    Mart.Line total = proposed.total();
    if (total == null) {
      return ComparisonText.inHeading(proposed.payer());
    }
    return "%s takes %s from %s to %s Medicare, %s %s"
        .formatted(
            proposed.name(),
            ComparisonText.inHeading(proposed.payer()),
            Format.MULTIPLE.display(total.known("current_multiple")),
            Format.MULTIPLE.display(total.known("proposed_multiple")),
            Format.DOLLARS.displayChange(total.number("change_amount")),
            facts.span());
  }

  /** What each lever of a payer would change. */
  TornadoChart levers(String payer) {
    Mart mine = comparison.mart("mart_lever").where(line -> line.text("payer").equals(payer));
    List<TornadoChart.Lever> levers = new ArrayList<>();
    for (Mart.Line line : mine.lines()) {
      levers.add(
          TornadoChart.Lever.of(
              ComparisonText.shortLever(line.text("lever")), line.known("change_amount")));
    }
    String allowed =
        comparison.negotiated().lines().stream()
            .filter(line -> line.text("payer").equals(payer))
            .findFirst()
            .map(line -> "allowed now, " + Format.DOLLARS.display(line.known("allowed_amount")))
            .orElse("");
    return new TornadoChart(
        findings.lever(payer),
        "%s \u00b7 %s \u00b7 each term modeled independently, not added up"
            .formatted(payer, facts.period()),
        Format.DOLLARS,
        "Change in allowed amount, US dollars " + facts.span(),
        allowed,
        levers);
  }

  /** What one unit of the service with the most Medicare dollars is allowed, by payer. */
  Optional<DistributionChart> perUnit() {
    Map<String, BigDecimal> sums = new LinkedHashMap<>();
    Map<String, Mart.Line> services = new LinkedHashMap<>();
    for (Mart.Line line : comparison.mart("mart_code_multiple").lines()) {
      String service = Findings.service(line);
      sums.merge(service, line.number("medicare_amount"), BigDecimal::add);
      services.putIfAbsent(service, line);
    }
    return sums.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(entry -> services.get(entry.getKey()))
        .map(this::perUnit);
  }

  private DistributionChart perUnit(Mart.Line service) {
    String code = service.text("hcpcs_code");
    String setting = service.text("setting");
    Mart amounts =
        Mart.of(
            comparison.rows("mart_allowed_per_unit"),
            line -> line.text("hcpcs_code").equals(code) && line.text("setting").equals(setting));
    Map<String, List<DistributionChart.AmountCount>> points = new LinkedHashMap<>();
    for (Mart.Line payer : comparison.mart("mart_payer_multiple").lines()) {
      points.put(payer.text("payer"), new ArrayList<>());
    }
    for (Mart.Line line : amounts.lines()) {
      points
          .computeIfAbsent(ComparisonText.payer(line.text("payer")), payer -> new ArrayList<>())
          .add(
              new DistributionChart.AmountCount(
                  line.number("allowed_per_unit_amount"), line.number("line_count").longValue()));
    }
    List<DistributionChart.Category> payers = new ArrayList<>();
    points.forEach(
        (payer, of) -> {
          if (!of.isEmpty()) {
            payers.add(new DistributionChart.Category(payer, of));
          }
        });
    return new DistributionChart(
        perUnitTitle(Findings.service(service), payers),
        "%s \u00b7 n = %s lines \u00b7 heaps: another rate, year, locality or credential"
            .formatted(facts.period(), Format.COUNT.display(amounts.sum("line_count"))),
        Format.MONEY,
        "Allowed amount, US dollars a unit",
        payers);
  }

  private static String perUnitTitle(String service, List<DistributionChart.Category> payers) {
    BigDecimal half = new BigDecimal("0.5");
    List<BigDecimal> medians = new ArrayList<>();
    for (DistributionChart.Category payer : payers) {
      BigDecimal median = payer.hasBox() ? payer.quantile(half) : null;
      if (median != null) {
        medians.add(median);
      }
    }
    if (medians.isEmpty()) {
      return "What a unit of " + service + " is allowed";
    }
    if (medians.size() == 1) {
      return "A unit of %s is allowed %s at the median"
          .formatted(service, Format.MONEY.display(medians.get(0)));
    }
    return "A unit of %s is allowed from %s to %s by payer, at the median"
        .formatted(
            service,
            Format.MONEY.display(medians.stream().min(Comparator.naturalOrder()).orElseThrow()),
            Format.MONEY.display(medians.stream().max(Comparator.naturalOrder()).orElseThrow()));
  }
}
