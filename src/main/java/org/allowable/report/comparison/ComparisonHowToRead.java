package org.allowable.report.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.allowable.report.Block;
import org.allowable.report.Column;
import org.allowable.report.Definitions;
import org.allowable.report.Format;
import org.allowable.report.Mart;
import org.allowable.report.Page;
import org.allowable.report.PrintedEdition;
import org.allowable.report.ReportRow;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;
import org.allowable.report.TextBlock;

/** The sheet that says what the numbers mean, by which rules and from which sources. */
final class ComparisonHowToRead {

  /** What a multiple is, for the practice and for a payer alike. */
  static final String MULTIPLE =
      "A multiple is what the payer allowed divided by what Medicare's fee schedule allows for the"
          + " same lines: same code, modifiers, units, setting, locality and date of service. 1.20x"
          + " is 120 percent of Medicare.";

  /** How multiples of several lines are made. */
  static final String WEIGHTING =
      "Dollars are added up first and divided once: a multiple of many lines is weighted by Medicare"
          + " dollars, never a mean of ratios.";

  /** Where Medicare's amount comes from. */
  static final String MEDICARE =
      "Medicare's amount is priced from CMS's published relative values, geographic indices and"
          + " conversion factors in force on the date of service, before the charge is looked at:"
          + " Medicare itself would allow no more than the charge.";

  /** What is allowed. */
  static final String ALLOWED =
      "Allowed is the payer's and the patient's share together: deductible, coinsurance and"
          + " copayment are in it. It is that of the first payer.";

  private final Comparison comparison;

  ComparisonHowToRead(Comparison comparison) {
    this.comparison = comparison;
  }

  /** The sheet. */
  Sheet sheet(List<Sheet> sheets) {
    ComparisonFacts facts = comparison.facts();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        TextBlock.of(
            "What a multiple is",
            MULTIPLE,
            WEIGHTING + " Quartiles are of lines.",
            MEDICARE,
            ALLOWED));
    blocks.add(
        TextBlock.of(
            "What is not in it",
            "Lines that were denied, not yet answered, answered by a later payer only, or that"
                + " Medicare has no price for are in no multiple. Coverage counts each of them with"
                + " its reason.",
            "A multiple says nothing of denials, delays or the work of collecting: a payer at 1.40x"
                + " that denies much may be worth less than one at 1.25x."));
    blocks.add(
        TextBlock.of(
            "Comparing payers",
            "The fixed-mix index weighs each code and setting by the practice's Medicare dollars of"
                + " all payers, so that payers differ by rate alone. It covers the codes that the"
                + " payer has lines of: mix covered says how much that is.",
            "Gap to target = Medicare x target of the payer class - allowed, over the months of the"
                + " period. Below zero a payer is above its target; totals net the two. Medicare and"
                + " Medicaid have no target: the law sets their rates.",
            "Few lines: fewer than %d. Their multiples may be chance."
                .formatted(facts.smallNumber())));
    blocks.add(
        TextBlock.of(
            "Proposals, contract terms, leaks",
            "A proposal is priced line by line on the practice's own lines of the period: rates,"
                + " modifiers, several procedures a day, and the lesser of charge and rate where it"
                + " says so. Lines that it does not price keep what they are allowed now.",
            "Change in revenue = what the lines bring at the new rates and the new volume - what they"
                + " bring today. The change from rates alone is at today's volume.",
            "Contract terms and leaks are each counted alone and overlap: they are never added up."));
    blocks.add(benchmarks(comparison.mart("mart_benchmark")));
    blocks.add(PrintedEdition.inWords(sheets));
    blocks.add(
        TextBlock.of(
            "This run",
            "Run %s; lines of service %s. Calculated by %s."
                .formatted(facts.runId(), facts.period(), facts.engine()),
            "manifest.json beside this workbook lists every input and output with its fingerprint."
                + " The folder tables holds every table as CSV."));
    blocks.add(Definitions.table(sheets));
    blocks.add(sources(facts));
    return new Sheet(
        ComparisonSheetNames.HOW_TO_READ,
        "How to read this workbook",
        "Internal: it holds the rates of every payer and what the practice aims at. For a payer"
            + " there is the payer exhibit.",
        blocks,
        Page.LANDSCAPE);
  }

  /** How old a benchmark is: "9 years: old"; empty where that is not known. */
  static String age(Mart.Line benchmark) {
    BigDecimal years = benchmark.known("age_years");
    if (years == null) {
      return "";
    }
    return Format.COUNT.display(years) + " years" + (benchmark.is("is_old") ? ": old" : "");
  }

  /** The benchmarks with their sources and age. */
  private static TableBlock benchmarks(Mart benchmarks) {
    List<ReportRow> rows = new ArrayList<>();
    for (Mart.Line line : benchmarks.lines()) {
      rows.add(
          ReportRow.of(
              line.text("year"),
              line.text("benchmark"),
              line.text("source"),
              line.known("multiple"),
              age(line)));
    }
    List<Column> columns = new ArrayList<>(benchmarkColumns());
    columns.add(Column.of("Age", Format.TEXT).width(12));
    return TableBlock.of(columns, rows).heading("Benchmarks and their sources").frozen(-1);
  }

  /** Benchmarks that a payer may see, with year and source. */
  static TableBlock benchmarks(List<Mart.Line> chosen) {
    List<ReportRow> rows = new ArrayList<>();
    for (Mart.Line line : chosen) {
      rows.add(
          ReportRow.of(
              line.text("year"),
              line.text("benchmark"),
              line.text("source"),
              line.known("multiple")));
    }
    return TableBlock.of(benchmarkColumns(), rows)
        .heading("Benchmarks and their sources")
        .frozen(-1);
  }

  private static List<Column> benchmarkColumns() {
    return List.of(
        Column.of("Year", Format.CODE).width(10),
        Column.of("Benchmark", Format.LONG_TEXT).width(30),
        Column.of("Source", Format.LONG_TEXT).width(60),
        Column.of("Of Medicare", Format.MULTIPLE).width(12));
  }

  private static TableBlock sources(ComparisonFacts facts) {
    List<ReportRow> rows = new ArrayList<>();
    facts.references().forEach((file, sha256) -> rows.add(ReportRow.of(file, sha256)));
    return TableBlock.of(
            List.of(
                Column.of("File", Format.LONG_TEXT).width(24),
                Column.of("Fingerprint", Format.LONG_TEXT).width(28)),
            rows)
        .heading("Reference tables of this run (SHA-256)")
        .frozen(-1);
  }
}
