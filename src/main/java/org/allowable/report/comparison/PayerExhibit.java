package org.allowable.report.comparison;

import static org.allowable.report.Formula.column;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.allowable.report.Block;
import org.allowable.report.ChartSize;
import org.allowable.report.CodeLabels;
import org.allowable.report.Column;
import org.allowable.report.DumbbellChart;
import org.allowable.report.Format;
import org.allowable.report.Formula;
import org.allowable.report.KeyFigure;
import org.allowable.report.KeyFigures;
import org.allowable.report.Mart;
import org.allowable.report.Page;
import org.allowable.report.PictureBlock;
import org.allowable.report.ReleaseBasis;
import org.allowable.report.ReportFileName;
import org.allowable.report.ReportRow;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;
import org.allowable.report.TextBlock;
import org.allowable.report.Workbook;
import org.allowable.report.chart.ChartWriter;

/**
 * What a payer may see of its own lines and of a proposal: aggregates of enough lines, the method,
 * and benchmarks that the reader chose and that are not below what the payer allows now. Nothing of
 * other payers, of the practice's target, or of leaks and levers.
 */
final class PayerExhibit {

  private static final String FILE = "payer exhibit for ";
  private static final String PROPOSED_NAME = "Proposal";
  private static final String METHOD = "Method";
  private static final String MEDICARE = "Medicare";
  private static final String CURRENT = "Current";
  private static final String PROPOSED = "Proposed";
  private static final int PLACES = 2;

  private final Comparison comparison;
  private final ComparisonFacts facts;
  private final ProposedRates proposed;
  private final SmallNumbers<Mart.Line> codes;

  PayerExhibit(Comparison comparison, ProposedRates proposed) {
    this.comparison = comparison;
    this.facts = comparison.facts();
    this.proposed = proposed;
    this.codes =
        SmallNumbers.of(
            proposed.codes().lines(),
            facts.smallNumber(),
            line -> line.number("line_count").longValue());
  }

  /** The file of each proposal, named for its payer. */
  static Map<ProposedRates, String> files(List<ProposedRates> proposals, ComparisonFacts facts) {
    Map<ProposedRates, String> files = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (ProposedRates proposed : proposals) {
      ReportFileName name = name(proposed, facts).notAmong(taken);
      taken.add(name.words().toLowerCase(Locale.ROOT));
      files.put(proposed, name.ending("xlsx"));
    }
    return files;
  }

  private static ReportFileName name(ProposedRates proposed, ComparisonFacts facts) {
    return facts.fileName(FILE + proposed.payer());
  }

  /** The workbook. */
  Workbook workbook(Instant asOf) {
    List<Sheet> sheets = isEnough() ? List.of(proposal(), method()) : List.of(tooFew(), method());
    return new Workbook(
            "Rate proposal for " + proposed.payer(),
            "%s \u00b7 lines of service %s".formatted(facts.practiceName(), facts.period()),
            asOf,
            false,
            Map.of(),
            sheets)
        .called(name(proposed, facts));
  }

  private boolean isEnough() {
    return proposed.codes().sum("line_count").longValue() >= facts.smallNumber();
  }

  private Sheet tooFew() {
    return new Sheet(
        PROPOSED_NAME,
        "Too few lines to show",
        "%s has fewer than %d lines in %s."
            .formatted(proposed.payer(), facts.smallNumber(), facts.period()),
        List.of(),
        Page.PORTRAIT);
  }

  private Sheet proposal() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(figures());
    blocks.add(codeTable());
    DumbbellChart chart = dumbbell();
    if (chart.hasValues()) {
      blocks.add(PictureBlock.of(ChartWriter.picture(chart, ChartSize.TALL)));
    }
    blocks.add(groups("setting", "Setting", "By setting"));
    blocks.add(groups("family", "Code family", "By code family"));
    Mart.Line total = proposed.total();
    String title =
        total == null
            ? proposed.payer()
            : "%s allows %s Medicare; the proposal is %s"
                .formatted(
                    proposed.payer(),
                    Format.MULTIPLE.display(total.known("current_multiple")),
                    Format.MULTIPLE.display(total.known("proposed_multiple")));
    return new Sheet(
        PROPOSED_NAME,
        title,
        "Lines of %s with the practice, compared line by line with Medicare's fee schedule. Codes with fewer than %d lines stand together in the last row."
            .formatted(proposed.payer(), facts.smallNumber()),
        blocks,
        Page.EVERY_ROW);
  }

  private KeyFigures figures() {
    Mart all = proposed.codes();
    BigDecimal medicare = all.sum("medicare_amount");
    return KeyFigures.of(
        KeyFigure.of("Lines", all.sum("line_count"), Format.COUNT).compared(facts.period()),
        KeyFigure.of("Medicare allows", medicare, Format.DOLLARS)
            .compared("fee schedule, same lines"),
        KeyFigure.of("Current", Mart.share(all.sum("current_amount"), medicare), Format.MULTIPLE)
            .compared("of Medicare"),
        KeyFigure.of("Proposed", Mart.share(all.sum("proposed_amount"), medicare), Format.MULTIPLE)
            .compared("of Medicare"));
  }

  private TableBlock codeTable() {
    List<ReportRow> rows = new ArrayList<>();
    codes
        .shown()
        .forEach(
            line -> rows.add(row(line.text("hcpcs_code"), line.text("setting"), List.of(line))));
    if (!codes.together().isEmpty()) {
      rows.add(row("Other codes", "", codes.together()));
    }
    return TableBlock.of(
            List.of(
                Column.of("Code", Format.TEXT).width(28),
                Column.of("Setting", Format.TEXT).width(22),
                Column.of("Lines", Format.COUNT).width(10).totaled(),
                money(MEDICARE),
                money(CURRENT),
                multiple("Current multiple", CURRENT),
                money(PROPOSED),
                multiple("Proposed multiple", PROPOSED),
                money("Change").computed(column(PROPOSED).minus(column(CURRENT)))),
            rows)
        .totaled()
        .heading("The proposal by code and setting")
        .calculated(Map.of());
  }

  private static Column money(String header) {
    return Column.of(header, Format.MONEY).width(16).totaled();
  }

  private static Column multiple(String header, String of) {
    Formula formula = column(of).dividedBy(column(MEDICARE)).rounded(PLACES);
    return Column.of(header, Format.MULTIPLE).width(12).computed(formula).totaled();
  }

  private static ReportRow row(String code, String setting, List<Mart.Line> lines) {
    Mart sum = Mart.of(lines);
    return ReportRow.of(
        code,
        CodeLabels.of(setting),
        sum.sum("line_count"),
        sum.sum("medicare_amount"),
        sum.sum("current_amount"),
        null,
        sum.sum("proposed_amount"),
        null,
        null);
  }

  private DumbbellChart dumbbell() {
    List<DumbbellChart.BeforeAfter> pairs = new ArrayList<>();
    for (Mart.Line line : codes.shown()) {
      pairs.add(
          new DumbbellChart.BeforeAfter(
              Findings.service(line),
              line.known("current_multiple"),
              line.known("proposed_multiple")));
    }
    return new DumbbellChart(
        "Current and proposed multiples by code",
        "%s \u00b7 %s \u00b7 codes with %d lines or more"
            .formatted(proposed.payer(), facts.period(), facts.smallNumber()),
        Format.MULTIPLE,
        "Multiple of Medicare's allowed amount",
        CURRENT,
        PROPOSED,
        pairs);
  }

  // Multiples only: with lines or dollars, small codes could be worked out against the table above.
  private TableBlock groups(String grouping, String header, String heading) {
    List<Mart.Line> mine =
        comparison
            .mart("mart_group_multiple")
            .where(line -> line.text("grouping").equals(grouping))
            .where(line -> line.text("payer").equals(proposed.payer()))
            .lines();
    SmallNumbers<Mart.Line> parted =
        SmallNumbers.of(mine, facts.smallNumber(), line -> line.number("line_count").longValue());
    List<ReportRow> rows = new ArrayList<>();
    for (Mart.Line line : parted.shown()) {
      rows.add(
          ReportRow.of(
              CodeLabels.of(line.text("group_name")),
              Format.MULTIPLE.display(line.known("multiple"))));
    }
    for (Mart.Line line : parted.together()) {
      rows.add(ReportRow.of(CodeLabels.of(line.text("group_name")), "too few lines to show"));
    }
    return new TableBlock(
        heading,
        List.of(
            Column.of(header, Format.TEXT).width(28),
            Column.of("Current multiple", Format.TEXT).width(22)),
        rows,
        false,
        -1);
  }

  private Sheet method() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        TextBlock.of(
            "Method",
            ComparisonHowToRead.MULTIPLE,
            ComparisonHowToRead.WEIGHTING,
            ComparisonHowToRead.MEDICARE,
            ReleaseBasis.withoutNumbers(comparison.mart("mart_comparison_release")),
            ComparisonHowToRead.ALLOWED,
            "Denied lines and lines that Medicare has no price for are not in it.",
            "Proposed is the proposal priced on the same lines. Lines that it does not price keep"
                + " what they are allowed now."));
    blocks.add(
        TextBlock.of(
            "Small numbers",
            "No row stands for fewer than %d lines. Codes below that stand together in one row, with the next smallest where that row alone would still be too small. Settings and code families show multiples only, to two decimals: lines and dollars stand in one table, so that none can be worked out from two."
                .formatted(facts.smallNumber())));
    List<Mart.Line> benchmarks = comparison.exhibitBenchmarks(proposed, true);
    if (!benchmarks.isEmpty()) {
      blocks.add(ComparisonHowToRead.benchmarks(benchmarks));
    }
    return new Sheet(METHOD, "How these numbers were made", "", blocks, Page.PORTRAIT);
  }
}
