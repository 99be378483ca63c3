package org.allowable.report.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.allowable.report.Assumption;
import org.allowable.report.Assumptions;
import org.allowable.report.Block;
import org.allowable.report.CodeLabels;
import org.allowable.report.Column;
import org.allowable.report.EntryLimits;
import org.allowable.report.Format;
import org.allowable.report.Mart;
import org.allowable.report.Page;
import org.allowable.report.ReportRow;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;
import org.jspecify.annotations.Nullable;

/** The numbers that the reader may change, and those of the run that stand. */
final class AssumptionSheet {

  /** Name of the change of volume, 0.05 for five percent more. */
  static final String VOLUME = "volume_change";

  /** Name of the multiple of a code that has none of its own. */
  static final String PROPOSED = "proposed_multiple";

  private final Comparison comparison;
  private final ComparisonFacts facts;
  private final @Nullable String focus;

  AssumptionSheet(Comparison comparison) {
    this.comparison = comparison;
    this.facts = comparison.facts();
    this.focus = comparison.focus();
  }

  /** The assumptions as written. */
  Map<String, BigDecimal> values() {
    return inputs().values();
  }

  /** The sheet. */
  Sheet sheet() {
    return new Sheet(
        ComparisonSheetNames.ASSUMPTIONS,
        "Change a blue number and the workbook follows",
        "Gaps to the target, the proposal sheets and the charts of both follow these cells. The"
            + " heat map, headlines and leaks stay as they were when the workbook was written; none"
            + " of them states a target.",
        blocks(),
        Page.LANDSCAPE);
  }

  private List<Block> blocks() {
    List<Block> blocks = new ArrayList<>(List.of(inputs(), standing()));
    Mart percents = comparison.mart("mart_uniform_percent");
    if (!percents.lines().isEmpty()) {
      blocks.add(
          ComparisonTables.percents(percents)
              .heading("Percent that reaches the target of the run, where charges limit it")
              .frozen(-1));
    }
    return blocks;
  }

  private Assumptions inputs() {
    List<Assumption> entries = new ArrayList<>();
    for (String payerClass : facts.targets().classes()) {
      entries.add(
          new Assumption(
              "Target: " + CodeLabels.of(payerClass),
              PayerTargets.cell(payerClass),
              facts.targets().multiples().get(payerClass),
              Format.MULTIPLE,
              "of Medicare's allowed amount",
              "Moves the gaps to target of these payers; empty: no target, no gap.",
              EntryLimits.PERCENT));
    }
    entries.add(
        new Assumption(
            "Change of volume",
            VOLUME,
            facts.volumeChangePercent().movePointLeft(2),
            Format.RATE,
            "of the period's lines",
            "Moves revenue at new rates and volume on the proposal sheets; 0 is as now.",
            EntryLimits.CHANGE));
    entries.add(
        new Assumption(
            "Proposed multiple of a code without its own",
            PROPOSED,
            focus == null ? null : facts.targets().multiple(focus),
            Format.MULTIPLE,
            "of Medicare's allowed amount",
            "Used on the proposal sheets wherever a code's own proposed multiple is empty.",
            EntryLimits.PERCENT));
    return new Assumptions("Yours to change", entries);
  }

  private TableBlock standing() {
    return TableBlock.of(
            List.of(
                Column.of("Setting of the run", Format.TEXT).width(40),
                Column.of("Value", Format.TEXT).width(24),
                Column.of("What it does", Format.LONG_TEXT).width(32)),
            List.of(
                ReportRow.of(
                    "Months of service", facts.period(), "Lines of service in these months."),
                ReportRow.of(
                    "Small-number limit",
                    facts.smallNumber() + " lines",
                    "Groups of fewer lines are marked here, gray in the heat map, and left out of"
                        + " what a payer sees."),
                ReportRow.of(
                    "Fixed year",
                    Integer.toString(facts.fixedYear()),
                    "The year whose Medicare rates two of the contract terms compare with."),
                ReportRow.of("Run", facts.runId(), "manifest.json lists its inputs and outputs.")))
        .heading("As the run had it")
        .frozen(0);
  }
}
