package org.allowable.report.comparison;

import static org.allowable.report.Formula.column;
import static org.allowable.report.Formula.constant;
import static org.allowable.report.Formula.input;
import static org.allowable.report.Formula.total;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.allowable.report.Block;
import org.allowable.report.Chart;
import org.allowable.report.ChartSize;
import org.allowable.report.CodeLabels;
import org.allowable.report.Column;
import org.allowable.report.ComputedValue;
import org.allowable.report.DumbbellChart;
import org.allowable.report.Emphasis;
import org.allowable.report.EntryLimits;
import org.allowable.report.Format;
import org.allowable.report.Formula;
import org.allowable.report.KeyFigure;
import org.allowable.report.KeyFigures;
import org.allowable.report.Mart;
import org.allowable.report.Page;
import org.allowable.report.Picture;
import org.allowable.report.PictureBlock;
import org.allowable.report.ReportRow;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;
import org.allowable.report.TextBlock;
import org.allowable.report.chart.ChartWriter;
import org.jspecify.annotations.Nullable;

/** A proposal, code by code, computed in the workbook: the reader may change every multiple. */
final class ProposalSheet {

  private static final String MEDICARE = "Medicare";
  private static final String CURRENT = "Current";
  private static final String MULTIPLE = "Proposed multiple";
  private static final String PROPOSED = "Proposed";
  private static final String CHANGE = "Change from rates";
  private static final String NEW_REVENUE = "At new rates and volume";
  private static final String REVENUE_CHANGE = "Change in revenue";
  private static final String GAP = "Gap to target";
  private static final String WORK_RVU = "Work RVU";
  private static final String CURRENT_WITH_WORK = "Current, codes with wRVU";
  private static final String PROPOSED_WITH_WORK = "Proposed, codes with wRVU";

  private final ProposedRates proposed;
  private final ComparisonFacts facts;
  private final Map<String, BigDecimal> inputs;
  private final @Nullable Formula target;
  private final TableBlock table;

  ProposalSheet(ProposedRates proposed, ComparisonFacts facts, Map<String, BigDecimal> inputs) {
    this.proposed = proposed;
    this.facts = facts;
    this.inputs = inputs;
    this.target = facts.targets().target(proposed.payer());
    this.table = table();
  }

  /**
   * The sheet.
   *
   * @param picture the current and the proposed multiples; null without a proposal
   */
  Sheet sheet(@Nullable Picture picture) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(figures());
    blocks.add(table);
    blocks.add(new TextBlock("How this sheet counts", rules()));
    blocks.add(PictureBlock.of(following(picture)));
    return new Sheet(proposed.sheet(), title(), note(), blocks, Page.LANDSCAPE);
  }

  // The chart in the workbook follows the blue multiples; its title so says nothing of them.
  private Picture following(@Nullable Picture picture) {
    DumbbellChart drawn =
        picture != null && picture.chart() instanceof DumbbellChart chart ? chart : whatIf();
    DumbbellChart inWorkbook =
        new DumbbellChart(
            title(),
            "%s \u00b7 %s \u00b7 follows the blue multiples"
                .formatted(proposed.payer(), facts.period()),
            Format.MULTIPLE,
            drawn.measure(),
            drawn.beforeName(),
            drawn.afterName(),
            drawn.pairs());
    List<Column> columns =
        List.of(
            Column.of("Code", Format.TEXT),
            Column.of(drawn.beforeName(), Format.MULTIPLE),
            Column.of(drawn.afterName(), Format.MULTIPLE));
    List<ReportRow> rows = new ArrayList<>();
    for (DumbbellChart.BeforeAfter pair : inWorkbook.shown()) {
      proposed.codes().lines().stream()
          .filter(code -> Findings.service(code).equals(pair.label()))
          .findFirst()
          .map(
              code ->
                  ReportRow.of(
                      pair.label(),
                      pair.before(),
                      ofCode("amount", code, pair.after(), formulaOf("medicare", code))))
          .ifPresent(rows::add);
    }
    Picture page =
        picture == null
            ? ChartWriter.picture(
                new DumbbellChart(title(), "", Format.MULTIPLE, "", CURRENT, PROPOSED, List.of()),
                ChartSize.TALL)
            : picture;
    return page.following(inWorkbook, TableBlock.of(columns, rows));
  }

  private ComputedValue ofCode(
      String sum, Mart.Line code, @Nullable BigDecimal value, Formula divisor) {
    return new ComputedValue(formulaOf(sum, code).dividedBy(divisor), value);
  }

  // The codes with the most dollars, where nothing is proposed yet.
  private DumbbellChart whatIf() {
    BigDecimal general = inputs.get(AssumptionSheet.PROPOSED);
    List<DumbbellChart.BeforeAfter> pairs =
        proposed.codes().lines().stream()
            .sorted(
                Comparator.comparing((Mart.Line code) -> code.number("current_amount"))
                    .reversed()
                    .thenComparing(Findings::service))
            .limit(Chart.MOST_CATEGORIES)
            .map(
                code ->
                    new DumbbellChart.BeforeAfter(
                        Findings.service(code),
                        divided(code.known("current_amount"), code.known("medicare_amount")),
                        general))
            .toList();
    return new DumbbellChart(
        title(),
        "",
        Format.MULTIPLE,
        "Multiple of Medicare's allowed amount",
        CURRENT,
        PROPOSED,
        pairs);
  }

  /** What the change of the whole comes to, live. */
  ComputedValue change() {
    return sum("change", CHANGE);
  }

  /** What all lines would be allowed, live. */
  ComputedValue amount() {
    return sum("amount", PROPOSED);
  }

  /** What is allowed today. */
  ComputedValue current() {
    return sum("current", CURRENT);
  }

  /** Revenue at the proposed rates and the changed volume, live. */
  ComputedValue newRevenue() {
    return sum("new_revenue", NEW_REVENUE);
  }

  /** Revenue at the proposed rates and the changed volume, less today's, live. */
  ComputedValue revenueChange() {
    return sum("revenue_change", REVENUE_CHANGE);
  }

  /** Today's revenue per work RVU, of codes that have work RVUs. */
  ComputedValue currentPerWorkRvu() {
    return perWorkRvu("current_with_work", CURRENT_WITH_WORK);
  }

  /** Revenue per work RVU at the proposed rates, live. */
  ComputedValue perWorkRvu() {
    return perWorkRvu("amount_with_work", PROPOSED_WITH_WORK);
  }

  private ComputedValue perWorkRvu(String sum, String header) {
    Formula formula = total(name(sum)).dividedBy(total(name("work_rvu")));
    return new ComputedValue(formula, divided(table.sum(header), table.sum(WORK_RVU)));
  }

  /** A code's revenue at the proposed rates and the changed volume, live. */
  ComputedValue newRevenue(Mart.Line code) {
    return ofCode("new_revenue", code, newRevenueOf(code));
  }

  /** The same less what the code brings today, live. */
  ComputedValue revenueChange(Mart.Line code) {
    return ofCode("revenue_change", code, revenueChangeOf(code));
  }

  /** A code's part of the whole change, live. */
  ComputedValue shareOfChange(Mart.Line code) {
    Formula formula = formulaOf("revenue_change", code).dividedBy(total(name("revenue_change")));
    return new ComputedValue(formula, divided(revenueChangeOf(code), table.sum(REVENUE_CHANGE)));
  }

  /** The codes with the largest change as written; with the most dollars where none is known. */
  List<Mart.Line> carriers(int most) {
    return proposed.codes().lines().stream()
        .sorted(
            Comparator.comparing((Mart.Line code) -> weight(code))
                .reversed()
                .thenComparing(Findings::service))
        .limit(most)
        .toList();
  }

  private BigDecimal weight(Mart.Line code) {
    BigDecimal change = revenueChangeOf(code);
    return change == null ? code.number("current_amount") : change.abs();
  }

  private ComputedValue ofCode(String sum, Mart.Line code, @Nullable BigDecimal value) {
    return new ComputedValue(formulaOf(sum, code), value);
  }

  private Formula formulaOf(String sum, Mart.Line code) {
    return Formula.totalWhere(
        name(sum),
        new Formula.Key(name("code"), code.text("hcpcs_code")),
        new Formula.Key(name("setting"), CodeLabels.of(code.text("setting"))));
  }

  private @Nullable BigDecimal newRevenueOf(Mart.Line code) {
    BigDecimal multiple = proposed.multiple(code);
    BigDecimal used = multiple == null ? inputs.get(AssumptionSheet.PROPOSED) : multiple;
    BigDecimal volume = inputs.get(AssumptionSheet.VOLUME);
    if (used == null || volume == null) {
      return null;
    }
    return code.number("medicare_amount")
        .multiply(used)
        .setScale(2, RoundingMode.HALF_UP)
        .multiply(BigDecimal.ONE.add(volume));
  }

  private @Nullable BigDecimal revenueChangeOf(Mart.Line code) {
    BigDecimal revenue = newRevenueOf(code);
    return revenue == null ? null : revenue.subtract(code.number("current_amount"));
  }

  /** The multiple of the whole, live. */
  ComputedValue multiple() {
    return ratio("amount", PROPOSED);
  }

  /** The current multiple of the whole. */
  ComputedValue currentMultiple() {
    return ratio("current", CURRENT);
  }

  private String name(String sum) {
    return proposed.sumName(sum);
  }

  private ComputedValue ratio(String sum, String header) {
    Formula formula = total(name(sum)).dividedBy(total(name("medicare")));
    return new ComputedValue(formula, divided(table.sum(header), table.sum(MEDICARE)));
  }

  // No dollars: they follow the blue cells, and a title does not.
  private String title() {
    return proposed.isProposal()
        ? "What %s would change for %s"
            .formatted(proposed.name(), ComparisonText.inHeading(proposed.payer()))
        : "What would other rates of %s be worth?"
            .formatted(ComparisonText.inHeading(proposed.payer()));
  }

  private String note() {
    String own =
        proposed.isProposal()
            ? "The blue multiples start as the proposal prices them, after modifiers, several"
                + " procedures a day and the charge."
            : "Enter a multiple of Medicare for any code; an empty cell takes the proposed multiple"
                + " of the Assumptions sheet.";
    return own + " Change one and everything on this sheet, and its line in the Summary, follows.";
  }

  private KeyFigures figures() {
    List<KeyFigure> figures = new ArrayList<>();
    figures.add(
        KeyFigure.of("Medicare allows", sum("medicare", MEDICARE), Format.DOLLARS)
            .compared(facts.period()));
    figures.add(
        KeyFigure.of("Current multiple", currentMultiple(), Format.MULTIPLE)
            .compared(Format.DOLLARS.display(table.sum(CURRENT)) + " allowed now"));
    figures.add(
        KeyFigure.of("Proposed multiple", multiple(), Format.MULTIPLE).compared("of Medicare"));
    figures.add(
        KeyFigure.of(REVENUE_CHANGE, revenueChange(), Format.DOLLARS)
            .compared("new rates and volume less today")
            .to(ComparisonSheetNames.ASSUMPTIONS));
    figures.add(KeyFigure.of(CHANGE, change(), Format.DOLLARS).compared("at the period's volume"));
    if (target != null) {
      figures.add(
          KeyFigure.of(GAP, sum("gap", GAP), Format.DOLLARS)
              .compared("target: see Assumptions; below zero: above it"));
    }
    return new KeyFigures(figures);
  }

  private ComputedValue sum(String sum, String header) {
    return new ComputedValue(total(name(sum)), table.sum(header));
  }

  private TableBlock table() {
    List<Column> columns = columns();
    BigDecimal whole = TableBlock.of(columns, rows(null)).calculated(inputs).sum(REVENUE_CHANGE);
    return TableBlock.of(columns, rows(whole)).totaled().frozen(2).calculated(inputs);
  }

  private List<Column> columns() {
    Formula each = column(MULTIPLE).orElse(input(AssumptionSheet.PROPOSED));
    List<Column> columns = new ArrayList<>();
    columns.add(Column.of("Code", Format.CODE).width(7).named(name("code")));
    columns.add(Column.of("Setting", Format.TEXT).width(18).named(name("setting")));
    columns.add(Column.of("Lines", Format.COUNT).width(8).totaled());
    columns.add(
        money(MEDICARE, 13, "What Medicare allows for these lines, before the charge is looked at.")
            .named(name("medicare")));
    columns.add(money(CURRENT, 13, "What the payer allowed.").named(name("current")));
    columns.add(
        Column.of("Current multiple", Format.MULTIPLE)
            .width(10)
            .meaning("Current divided by Medicare.")
            .computed(column(CURRENT).dividedBy(column(MEDICARE)))
            .totaled());
    columns.add(
        Column.of(MULTIPLE, Format.MULTIPLE)
            .width(11)
            .meaning("Yours to change, in multiples of Medicare.")
            .entered(EntryLimits.PERCENT));
    columns.add(
        money(PROPOSED, 13, "Medicare times the proposed multiple, to the cent.")
            .computed(column(MEDICARE).times(each).toTheCent())
            .named(name("amount")));
    columns.add(
        money(CHANGE, 12, "Proposed less current; below zero the proposal allows less.")
            .computed(column(PROPOSED).minus(column(CURRENT)))
            .named(name("change")));
    Formula volume = constant("1").plus(input(AssumptionSheet.VOLUME));
    columns.add(
        money(NEW_REVENUE, 13, "Proposed times one plus the change of volume.")
            .computed(column(PROPOSED).times(volume))
            .named(name("new_revenue")));
    columns.add(
        money(REVENUE_CHANGE, 13, "Revenue at new rates and volume less current.")
            .computed(column(NEW_REVENUE).minus(column(CURRENT)))
            .emphasized(Emphasis.BAR)
            .named(name("revenue_change")));
    columns.add(
        Column.of("Share of change", Format.RATE)
            .width(9)
            .meaning("Which codes carry it; below zero a code works against it."));
    if (target != null) {
      columns.add(
          money(GAP, 12, "What the target would add; below zero the code is above it.")
              .computed(column(MEDICARE).times(target).toTheCent().minus(column(PROPOSED)))
              .emphasized(Emphasis.BAR)
              .named(name("gap")));
    }
    columns.addAll(workColumns());
    columns.addAll(lastColumns());
    return columns;
  }

  // Of a code without work RVUs no dollar is in a dollar per work RVU.
  private List<Column> workColumns() {
    Formula nothing = column(WORK_RVU).times(constant("0"));
    return List.of(
        Column.of(WORK_RVU, Format.RVU)
            .width(9)
            .meaning("Of the lines.")
            .totaled()
            .named(name("work_rvu")),
        money(CURRENT_WITH_WORK, 13, "Current, of codes that have work RVUs.")
            .computed(column(CURRENT).plus(nothing))
            .named(name("current_with_work")),
        money(PROPOSED_WITH_WORK, 13, "Proposed, of codes that have work RVUs.")
            .computed(column(PROPOSED).plus(nothing))
            .named(name("amount_with_work")),
        Column.of("Current $ per wRVU", Format.MONEY)
            .width(9)
            .meaning("Current divided by work RVUs.")
            .computed(column(CURRENT_WITH_WORK).dividedBy(column(WORK_RVU))),
        Column.of("Proposed $ per wRVU", Format.MONEY)
            .width(9)
            .meaning("Proposed divided by work RVUs.")
            .computed(column(PROPOSED_WITH_WORK).dividedBy(column(WORK_RVU))));
  }

  private static List<Column> lastColumns() {
    return List.of(
        Column.of("Not priced", Format.COUNT)
            .width(9)
            .meaning("Lines that the proposal does not price: they keep what they are allowed.")
            .totaled(),
        money(
            "Lost to charge",
            10,
            "What the proposal would allow above the charge, where it pays the lesser of both."));
  }

  private static Column money(String header, int width, String meaning) {
    return Column.of(header, Format.MONEY).width(width).meaning(meaning).totaled();
  }

  private List<ReportRow> rows(@Nullable BigDecimal wholeChange) {
    List<ReportRow> rows = new ArrayList<>();
    for (Mart.Line code : proposed.codes().lines()) {
      List<@Nullable Object> cells = new ArrayList<>();
      cells.add(code.text("hcpcs_code"));
      cells.add(CodeLabels.of(code.text("setting")));
      cells.add(code.cells().get("line_count"));
      cells.add(code.known("medicare_amount"));
      cells.add(code.known("current_amount"));
      cells.add(null);
      cells.add(proposed.multiple(code));
      cells.addAll(Collections.nCopies(4, null));
      cells.add(share(code, wholeChange));
      if (target != null) {
        cells.add(null);
      }
      cells.add(code.known("work_rvu"));
      cells.addAll(Collections.nCopies(4, null));
      cells.add(code.cells().get("unpriced_line_count"));
      cells.add(code.known("lost_to_charge_amount"));
      rows.add(new ReportRow(cells));
    }
    return rows;
  }

  private ComputedValue share(Mart.Line code, @Nullable BigDecimal wholeChange) {
    Formula formula = column(REVENUE_CHANGE).dividedBy(total(name("revenue_change")));
    return new ComputedValue(formula, divided(revenueChangeOf(code), wholeChange));
  }

  private static @Nullable BigDecimal divided(
      @Nullable BigDecimal part, @Nullable BigDecimal whole) {
    return part == null || whole == null ? null : Mart.share(part, whole);
  }

  private List<String> rules() {
    List<String> rules = new ArrayList<>();
    rules.add(
        "Proposed = Medicare x proposed multiple, to the cent for each code and setting. At new rates"
            + " and volume = proposed x (1 + change of volume); change in revenue = that less current."
            + " The parts are not rounded, so the total is within half a cent of the sum that shows.");
    if (proposed.isProposal()) {
      rules.add(
          "The multiples carry ten decimals, of which two show: as written, every amount is to the"
              + " cent what the run priced line by line. A multiple that you enter is applied to the"
              + " code as a whole; limits by the charge of single lines are not computed again.");
    } else {
      rules.add(
          "Gaps are rounded for each code: their sum may differ from the payer's gap by some cents.");
    }
    return rules;
  }
}
