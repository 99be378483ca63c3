package org.allowable.report.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.allowable.report.Block;
import org.allowable.report.Column;
import org.allowable.report.ColumnBook;
import org.allowable.report.ComputedValue;
import org.allowable.report.Format;
import org.allowable.report.Formula;
import org.allowable.report.KeyFigure;
import org.allowable.report.KeyFigures;
import org.allowable.report.Link;
import org.allowable.report.LinkList;
import org.allowable.report.Mart;
import org.allowable.report.Page;
import org.allowable.report.Picture;
import org.allowable.report.PictureBlock;
import org.allowable.report.ReleaseBasis;
import org.allowable.report.ReportRow;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;
import org.allowable.report.TextBlock;
import org.jspecify.annotations.Nullable;

/** The first sheet: who allows what, what the proposals are worth, where money leaks. */
final class ComparisonSummarySheet {

  private static final int MOST_LEAKS = 8;
  // Three figures stand beside them.
  private static final int MOST_PROPOSALS = 3;
  private static final int FIRST_COLUMN = 52;

  private final Comparison comparison;
  private final Findings findings;
  private final Map<String, BigDecimal> inputs;
  private final Map<ProposedRates, ProposalSheet> proposals;

  /**
   * The sheet's parts.
   *
   * @param proposals with their sheets, in order
   */
  ComparisonSummarySheet(
      Comparison comparison,
      Map<String, BigDecimal> inputs,
      Map<ProposedRates, ProposalSheet> proposals) {
    this.comparison = comparison;
    this.findings = new Findings(comparison);
    this.inputs = inputs;
    this.proposals = proposals;
  }

  /**
   * The sheet.
   *
   * @param pictures largest first; each on a line of its own
   * @param exhibits what was written for payers, a sentence each
   */
  Sheet sheet(List<Picture> pictures, List<String> exhibits) {
    List<Block> blocks = new ArrayList<>();
    boolean isAsked = comparison.asked() != null;
    if (isAsked) {
      proposals.entrySet().stream()
          .findFirst()
          .map(one -> new AskedFirst(one.getKey(), one.getValue(), comparison.facts()))
          .ifPresent(first -> blocks.addAll(first.blocks()));
      blocks.add(proposals());
    } else {
      blocks.add(figures());
    }
    blocks.add(payers());
    blocks.add(benchmarks());
    if (!isAsked) {
      blocks.add(proposals());
    }
    blocks.add(new TextBlock("", aboutProposals(exhibits)));
    blocks.add(
        TextBlock.of(
            "Medicare releases",
            ReleaseBasis.withRemedy(comparison.mart("mart_comparison_release"))));
    blocks.add(leaks());
    blocks.add(TextBlock.of("Contracts due", findings.due() + "."));
    blocks.add(contents());
    pictures.forEach(picture -> blocks.add(PictureBlock.of(picture)));
    return new Sheet(
        ComparisonSheetNames.SUMMARY,
        findings.headline(),
        findings.scope(),
        blocks,
        Page.LANDSCAPE);
  }

  private KeyFigures figures() {
    Mart negotiated = comparison.negotiated();
    BigDecimal medicare = negotiated.sum("medicare_amount");
    List<KeyFigure> figures = new ArrayList<>();
    figures.add(
        KeyFigure.of(
                "Negotiated payers allow",
                Mart.share(negotiated.sum("allowed_amount"), medicare),
                Format.MULTIPLE)
            .compared("of Medicare")
            .to(ComparisonSheetNames.PAYERS));
    figures.add(
        KeyFigure.of("Gap to target", gap(), Format.DOLLARS)
            .compared("of payers with a target, " + comparison.facts().span())
            .to(ComparisonSheetNames.PAYERS));
    proposals.entrySet().stream()
        .limit(MOST_PROPOSALS)
        .forEach(one -> figures.add(proposal(one.getKey(), one.getValue())));
    Mart coverage = comparison.mart("mart_coverage");
    Mart compared = coverage.where(line -> line.text("comparison_status").equals("COMPARED"));
    figures.add(
        KeyFigure.of(
                "Lines compared",
                Mart.share(compared.sum("line_count"), coverage.sum("line_count")),
                Format.RATE)
            .compared(
                "of %s lines of the period"
                    .formatted(Format.COUNT.display(coverage.sum("line_count"))))
            .to(ComparisonSheetNames.COVERAGE));
    return new KeyFigures(figures);
  }

  // The total of the table that names it: the two cannot say different things.
  private @Nullable ComputedValue gap() {
    if (comparison.negotiated().lines().isEmpty()) {
      return null;
    }
    return new ComputedValue(
        Formula.total(MultipleSheets.GAP), payerTable().sum(ColumnBook.header("gap_amount")));
  }

  private static KeyFigure proposal(ProposedRates proposed, ProposalSheet sheet) {
    String label =
        proposed.isProposal()
            ? proposed.name()
            : "What if: " + ComparisonText.inHeading(proposed.payer());
    return KeyFigure.of(label, sheet.revenueChange(), Format.DOLLARS)
        .compared("new rates and volume less today")
        .to(proposed.sheet());
  }

  private Block payers() {
    return wide(payerTable()).totaled().heading("What each payer allows");
  }

  private TableBlock payerTable() {
    return new ComparisonTables(comparison.facts().targets())
        .of(
            comparison.negotiated(),
            inputs,
            "payer",
            "line_count",
            "medicare_amount",
            "allowed_amount",
            "multiple",
            "fixed_mix_index",
            "gap_amount");
  }

  // The tables of this sheet share their first column's width.
  private static TableBlock wide(TableBlock table) {
    List<Column> columns = new ArrayList<>(table.columns());
    columns.set(0, columns.get(0).width(FIRST_COLUMN));
    return new TableBlock(table.heading(), columns, table.rows(), table.totals(), -1);
  }

  private Block benchmarks() {
    List<ReportRow> rows = new ArrayList<>();
    for (Mart.Line line : comparison.byLaw().lines()) {
      rows.add(
          ReportRow.of(
              line.text("payer") + ", this practice",
              line.number("line_count"),
              null,
              line.known("multiple"),
              null));
    }
    for (Mart.Line line : comparison.mart("mart_benchmark").lines()) {
      rows.add(
          ReportRow.of(
              "%s (%s)".formatted(line.text("benchmark"), line.text("source").split(":", 2)[0]),
              null,
              line.text("year"),
              line.known("multiple"),
              ComparisonHowToRead.age(line)));
    }
    return new TableBlock(
        "Benchmarks",
        List.of(
            Column.of("Rates set by law, and benchmarks with their source", Format.LONG_TEXT)
                .width(FIRST_COLUMN),
            Column.of("Lines", Format.COUNT).width(10),
            Column.of("Year", Format.CODE).width(16),
            Column.of("Of Medicare", Format.MULTIPLE).width(16),
            Column.of("Age", Format.TEXT).width(11)),
        rows,
        false,
        -1);
  }

  private Block proposals() {
    List<ReportRow> rows = new ArrayList<>();
    proposals.forEach(
        (proposed, sheet) -> {
          String label =
              proposed.isProposal()
                  ? proposed.name() + " (" + proposed.payer() + ")"
                  : "What if: " + proposed.payer();
          rows.add(
              ReportRow.of(
                  Link.to(proposed.sheet(), label),
                  proposed.codes().sum("line_count"),
                  proposed.codes().sum("current_amount"),
                  sheet.amount(),
                  sheet.currentMultiple(),
                  sheet.multiple(),
                  sheet.change(),
                  sheet.newRevenue(),
                  sheet.revenueChange()));
        });
    return new TableBlock(
        "What proposals are worth",
        List.of(
            Column.of("Proposal", Format.TEXT).width(FIRST_COLUMN),
            Column.of("Lines", Format.COUNT).width(10),
            Column.of("Current", Format.MONEY).width(16),
            Column.of("Proposed", Format.MONEY).width(16),
            Column.of("Current multiple", Format.MULTIPLE).width(11),
            Column.of("Proposed multiple", Format.MULTIPLE).width(12),
            Column.of("Change from rates", Format.MONEY).width(16),
            Column.of("At new rates and volume", Format.MONEY).width(15),
            Column.of("Change in revenue", Format.MONEY).width(15)),
        rows,
        false,
        -1);
  }

  private List<String> aboutProposals(List<String> exhibits) {
    List<String> words = new ArrayList<>();
    if (proposals.isEmpty()) {
      words.add("There is no payer to price a proposal for: see Coverage.");
    } else if (comparison.proposals().isEmpty()) {
      words.add(
          "There is no proposal to price yet: the sheet What if takes rates for %s. A contract file with is_proposal: true becomes a sheet of its own."
              .formatted(comparison.focus()));
    }
    if (!comparison.facts().askedPayer().isEmpty() && !comparison.isAsked()) {
      words.add(
          "%s has no lines to compare in the period: see Coverage."
              .formatted(comparison.facts().askedPayer()));
    }
    for (String idle : comparison.idleProposals()) {
      words.add(
          "Proposal %s is for no payer with lines to compare: nothing to price.".formatted(idle));
    }
    words.addAll(exhibits);
    proposals.keySet().stream()
        .filter(ProposedRates::isProposal)
        .forEach(proposed -> words.addAll(benchmarksOf(proposed)));
    words.add("These amounts follow the blue cells of Assumptions and of the proposal sheets.");
    return words;
  }

  private List<String> benchmarksOf(ProposedRates proposed) {
    List<String> words = new ArrayList<>();
    for (Mart.Line line : comparison.exhibitBenchmarks(proposed, false)) {
      words.add(
          "The benchmark %s (%s, %s) is left out of what %s may see: it is below what %s allows now."
              .formatted(
                  line.text("benchmark"),
                  line.text("year"),
                  Format.MULTIPLE.display(line.known("multiple")),
                  proposed.payer(),
                  proposed.payer()));
    }
    for (Mart.Line line : comparison.exhibitBenchmarks(proposed, true)) {
      if (line.is("is_old")) {
        words.add(
            "%s may see the benchmark %s of %s, which is %s."
                .formatted(
                    proposed.payer(),
                    line.text("benchmark"),
                    line.text("year"),
                    ComparisonHowToRead.age(line)));
      }
    }
    return words;
  }

  private Block leaks() {
    List<ReportRow> rows = new ArrayList<>();
    comparison.leaksByKind().lines().stream()
        .filter(line -> line.known("amount") != null)
        .limit(MOST_LEAKS)
        .forEach(
            line ->
                rows.add(
                    ReportRow.of(
                        Link.to(
                            ComparisonSheetNames.LEAKS,
                            ComparisonText.payer(line.text("payer"))
                                + ": "
                                + Findings.lowered(ComparisonText.leak(line.text("leak")))),
                        line.number("line_count"),
                        line.known("amount"),
                        Comparison.span(line))));
    return new TableBlock(
        "The largest leaks (kinds overlap: not added up)",
        List.of(
            Column.of("Leak", Format.LONG_TEXT).width(FIRST_COLUMN),
            Column.of("Lines", Format.COUNT).width(10),
            Column.of("Amount", Format.MONEY).width(16),
            Column.of("Months", Format.TEXT).width(16)),
        rows,
        false,
        -1);
  }

  private LinkList contents() {
    List<LinkList.Entry> entries = new ArrayList<>();
    entries.add(
        new LinkList.Entry(
            ComparisonSheetNames.PAYERS, "Multiple, fixed-mix index, gap and benchmark"));
    entries.add(
        new LinkList.Entry(
            ComparisonSheetNames.CODES, "Each payer's codes: multiples, gaps, rates"));
    entries.add(
        new LinkList.Entry(ComparisonSheetNames.FAMILIES, "Codes that are negotiated together"));
    entries.add(
        new LinkList.Entry(ComparisonSheetNames.SETTINGS, "Office, surgery center, hospital"));
    entries.add(
        new LinkList.Entry(ComparisonSheetNames.TWO_RATES, "Two fee schedules behind one name"));
    entries.add(
        new LinkList.Entry(ComparisonSheetNames.IMPLIED, "What is signed against what is allowed"));
    entries.add(
        new LinkList.Entry(ComparisonSheetNames.LEAKS, "What terms, charges and errors cost"));
    entries.add(new LinkList.Entry(ComparisonSheetNames.LEVERS, "What each term would be worth"));
    entries.add(
        new LinkList.Entry(
            ComparisonSheetNames.CONTRACTS, "Terms, renewals, notices and what is due"));
    entries.add(
        new LinkList.Entry(ComparisonSheetNames.ASSUMPTIONS, "Blue numbers that you may change"));
    proposals
        .keySet()
        .forEach(
            proposed ->
                entries.add(
                    new LinkList.Entry(proposed.sheet(), "Code by code, with live formulas")));
    entries.add(
        new LinkList.Entry(ComparisonSheetNames.COVERAGE, "Every line: compared, or why not"));
    entries.add(
        new LinkList.Entry(ComparisonSheetNames.HOW_TO_READ, "Definitions, rules and sources"));
    return new LinkList("Contents", entries);
  }
}
