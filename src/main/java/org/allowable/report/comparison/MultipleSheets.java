package org.allowable.report.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.allowable.report.Block;
import org.allowable.report.Mart;
import org.allowable.report.Page;
import org.allowable.report.Picture;
import org.allowable.report.PictureBlock;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;
import org.jspecify.annotations.Nullable;

/** What is allowed as a multiple of Medicare: by payer, code, family and setting. */
final class MultipleSheets {

  /** The name of the sum of the payers' gaps. */
  static final String GAP = "payers_gap";

  private final Comparison comparison;
  private final ComparisonTables tables;
  private final Findings findings;
  private final Map<String, BigDecimal> inputs;

  MultipleSheets(Comparison comparison, Map<String, BigDecimal> inputs) {
    this.comparison = comparison;
    this.tables = new ComparisonTables(comparison.facts().targets());
    this.findings = new Findings(comparison);
    this.inputs = inputs;
  }

  /**
   * The sheets in order.
   *
   * @param picture multiples by payer and code, where it does not stand on the summary
   */
  List<Sheet> all(@Nullable Picture picture) {
    return List.of(payers(picture), codes(), families(), settings());
  }

  private Sheet payers(@Nullable Picture picture) {
    List<Block> blocks = new ArrayList<>();
    Picture gaps = new LiveCharts(comparison, inputs).gaps();
    if (gaps != null) {
      blocks.add(PictureBlock.of(gaps));
    }
    blocks.add(
        ComparisonTables.summed(
                tables.of(
                    comparison.negotiated(),
                    inputs,
                    "payer",
                    "line_count",
                    "medicare_amount",
                    "allowed_amount",
                    "multiple",
                    "fixed_mix_index",
                    "gap_amount",
                    "covered_share",
                    "first_quartile",
                    "median",
                    "third_quartile",
                    "work_rvu",
                    "allowed_per_work_rvu",
                    "charge_amount"),
                "gap_amount",
                GAP)
            .totaled()
            .heading("Rates that are negotiated"));
    blocks.add(
        byLaw()
            .heading("Rates set by law, for comparison: Medicare itself should be close to 1.00x"));
    if (picture != null) {
      blocks.add(PictureBlock.of(picture));
    }
    return new Sheet(
        ComparisonSheetNames.PAYERS,
        findings.range(),
        "Compare payers by the fixed-mix index: it weighs every payer's codes as the practice's"
            + " own mix does. The multiple is what the payer's own mix comes to.",
        blocks,
        Page.LANDSCAPE);
  }

  private TableBlock byLaw() {
    return tables
        .of(
            comparison.byLaw(),
            inputs,
            "payer",
            "line_count",
            "medicare_amount",
            "allowed_amount",
            "multiple",
            "fixed_mix_index",
            "covered_share",
            "first_quartile",
            "median",
            "third_quartile")
        .totaled();
  }

  private Sheet codes() {
    return Sheet.of(
        ComparisonSheetNames.CODES,
        findings.code(),
        "The most Medicare dollars first. Filter a payer: the totals follow the filter.",
        tables
            .of(
                comparison.mart("mart_code_multiple"),
                inputs,
                "payer",
                "hcpcs_code",
                "setting",
                "line_count",
                "medicare_amount",
                "allowed_amount",
                "multiple",
                "gap_amount",
                "is_small_number",
                "first_quartile",
                "median",
                "third_quartile",
                "unit_quantity",
                "work_rvu",
                "allowed_per_work_rvu",
                "main_multiple",
                "main_share",
                "other_multiple",
                "other_share")
            .totaled()
            .frozen(3));
  }

  private Sheet families() {
    return grouped(
        ComparisonSheetNames.FAMILIES,
        "family",
        "Families are our own grouping of codes that are negotiated together.");
  }

  private Sheet settings() {
    return grouped(
        ComparisonSheetNames.SETTINGS,
        "setting",
        "Medicare's amount is that of the same setting: what a physician does in a facility is held"
            + " against Medicare's facility rate.");
  }

  private Sheet grouped(String sheet, String grouping, String note) {
    Mart groups =
        comparison
            .mart("mart_group_multiple")
            .where(line -> line.text("grouping").equals(grouping));
    return Sheet.of(
        sheet,
        findings.lowest(grouping),
        note,
        tables
            .of(
                ComparisonTables.named(groups, "group_name", grouping),
                inputs,
                grouping,
                "payer",
                "line_count",
                "medicare_amount",
                "allowed_amount",
                "multiple",
                "gap_amount",
                "is_small_number",
                "first_quartile",
                "median",
                "third_quartile",
                "unit_quantity")
            .totaled()
            .frozen(2));
  }
}
