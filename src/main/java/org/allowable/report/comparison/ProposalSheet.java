package org.allowable.report.comparison;

import static org.allowable.report.Formula.column;
import static org.allowable.report.Formula.constant;
import static org.allowable.report.Formula.input;
import static org.allowable.report.Formula.total;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.allowable.report.Block;
import org.allowable.report.CodeLabels;
import org.allowable.report.Column;
import org.allowable.report.ComputedValue;
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
import org.jspecify.annotations.Nullable;

/** A proposal, code by code, computed in the workbook: the reader may change every multiple. */
final class ProposalSheet {

  private static final String MEDICARE = "Medicare";
  private static final String CURRENT = "Current";
  private static final String MULTIPLE = "Proposed multiple";
  private static final String PROPOSED = "Proposed";
  private static final String CHANGE = "Change";
  private static final String CHANGED_VOLUME = "Change at changed volume";
  private static final String WORK_RVU = "Work RVU";

  private final ProposedRates proposed;
  private final ComparisonFacts facts;
  private final Map<String, BigDecimal> inputs;
  private final TableBlock table;

  ProposalSheet(ProposedRates proposed, ComparisonFacts facts, Map<String, BigDecimal> inputs) {
    this.proposed = proposed;
    this.facts = facts;
    this.inputs = inputs;
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
    if (picture != null) {
      blocks.add(PictureBlock.of(picture));
    }
    blocks.add(new TextBlock("How this sheet counts", rules()));
    return new Sheet(proposed.sheet(), title(), note(), blocks, Page.LANDSCAPE);
  }

  /** What the change of the whole comes to, live. */
  ComputedValue change() {
    return new ComputedValue(total(name("change")), table.sum(CHANGE));
  }

  /** What all lines would be allowed, live. */
  ComputedValue amount() {
    return new ComputedValue(total(name("amount")), table.sum(PROPOSED));
  }

  /** The change at the changed volume, live. */
  ComputedValue atChangedVolume() {
    return new ComputedValue(total(name("changed_volume")), table.sum(CHANGED_VOLUME));
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

  private ComputedValue gap() {
    Formula formula =
        total(name("medicare"))
            .times(input(AssumptionSheet.TARGET))
            .minus(total(name("amount")))
            .toTheCent();
    return new ComputedValue(formula, formula.value(sums()));
  }

  private Formula.Numbers sums() {
    return new Formula.Numbers() {
      @Override
      public @Nullable BigDecimal column(String header) {
        return table.sum(header);
      }

      @Override
      public @Nullable BigDecimal input(String name) {
        return inputs.get(name);
      }

      @Override
      public @Nullable BigDecimal total(String columnName) {
        return table.sum(columnName.equals(name("medicare")) ? MEDICARE : PROPOSED);
      }
    };
  }

  private String title() {
    BigDecimal change = proposed.change();
    if (change == null) {
      return "What would other rates of %s be worth?".formatted(proposed.payer());
    }
    String verb = change.signum() < 0 ? "costs" : "is worth";
    return "%s %s %s %s on %s's lines"
        .formatted(
            proposed.name(),
            verb,
            Format.DOLLARS.display(change.abs()),
            facts.span(),
            proposed.payer());
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
    return KeyFigures.of(
        KeyFigure.of("Medicare allows", sum("medicare", MEDICARE), Format.DOLLARS)
            .compared(facts.period()),
        KeyFigure.of("Current multiple", currentMultiple(), Format.MULTIPLE)
            .compared(Format.DOLLARS.display(table.sum(CURRENT)) + " allowed now"),
        KeyFigure.of("Proposed multiple", multiple(), Format.MULTIPLE)
            .compared("target " + facts.target() + " as run"),
        KeyFigure.of("Change", change(), Format.DOLLARS).compared("at the period's volume"),
        KeyFigure.of("At changed volume", atChangedVolume(), Format.DOLLARS)
            .compared("volume: see Assumptions")
            .to(ComparisonSheetNames.ASSUMPTIONS),
        KeyFigure.of("Gap to target", gap(), Format.DOLLARS)
            .compared("what the target would add; below zero: above it"));
  }

  private ComputedValue sum(String sum, String header) {
    return new ComputedValue(total(name(sum)), table.sum(header));
  }

  private TableBlock table() {
    List<Column> columns = columns();
    BigDecimal whole = TableBlock.of(columns, rows(null)).calculated(inputs).sum(CHANGE);
    return TableBlock.of(columns, rows(whole)).totaled().frozen(2).calculated(inputs);
  }

  private List<Column> columns() {
    Formula each = column(MULTIPLE).orElse(input(AssumptionSheet.PROPOSED));
    List<Column> columns = new ArrayList<>();
    columns.add(Column.of("Code", Format.CODE).width(7));
    columns.add(Column.of("Setting", Format.TEXT).width(18));
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
    columns.add(
        money(CHANGED_VOLUME, 12, "The change times one plus the change of volume.")
            .computed(column(CHANGE).times(constant("1").plus(input(AssumptionSheet.VOLUME))))
            .named(name("changed_volume")));
    columns.addAll(lastColumns());
    return columns;
  }

  private static List<Column> lastColumns() {
    return List.of(
        Column.of("Share of change", Format.RATE)
            .width(9)
            .meaning("Which codes carry it; below zero a code works against it."),
        money("Gap to target", 12, "What the target would add; below zero the code is above it.")
            .computed(
                column(MEDICARE)
                    .times(input(AssumptionSheet.TARGET))
                    .toTheCent()
                    .minus(column(PROPOSED))),
        Column.of(WORK_RVU, Format.RVU).width(9).meaning("Of the lines.").totaled(),
        Column.of("Current $ per wRVU", Format.MONEY)
            .width(9)
            .meaning("Current divided by work RVUs.")
            .computed(column(CURRENT).dividedBy(column(WORK_RVU))),
        Column.of("Proposed $ per wRVU", Format.MONEY)
            .width(9)
            .meaning("Proposed divided by work RVUs.")
            .computed(column(PROPOSED).dividedBy(column(WORK_RVU))),
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
      rows.add(
          ReportRow.of(
              code.text("hcpcs_code"),
              CodeLabels.of(code.text("setting")),
              code.cells().get("line_count"),
              code.known("medicare_amount"),
              code.known("current_amount"),
              null,
              proposed.multiple(code),
              null,
              null,
              null,
              share(code, wholeChange),
              null,
              code.known("work_rvu"),
              null,
              null,
              code.cells().get("unpriced_line_count"),
              code.known("lost_to_charge_amount")));
    }
    return rows;
  }

  private ComputedValue share(Mart.Line code, @Nullable BigDecimal wholeChange) {
    BigDecimal multiple = proposed.multiple(code);
    BigDecimal used = multiple == null ? inputs.get(AssumptionSheet.PROPOSED) : multiple;
    BigDecimal change = null;
    if (used != null) {
      change =
          code.number("medicare_amount")
              .multiply(used)
              .setScale(2, RoundingMode.HALF_UP)
              .subtract(code.number("current_amount"));
    }
    Formula formula = column(CHANGE).dividedBy(total(name("change")));
    return new ComputedValue(formula, divided(change, wholeChange));
  }

  private static @Nullable BigDecimal divided(
      @Nullable BigDecimal part, @Nullable BigDecimal whole) {
    return part == null || whole == null ? null : Mart.share(part, whole);
  }

  private List<String> rules() {
    List<String> rules = new ArrayList<>();
    rules.add(
        "Proposed = Medicare x proposed multiple, to the cent for each code and setting. Change at"
            + " changed volume = change x (1 + change of volume); its parts are not rounded, so the"
            + " total is within half a cent of the sum that shows.");
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
