package org.allowable.report.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.allowable.report.Block;
import org.allowable.report.Page;
import org.allowable.report.Picture;
import org.allowable.report.PictureBlock;
import org.allowable.report.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * Where contracts and practice part: two rates, implied rates, leaks; and what could be changed.
 */
final class FindingSheets {

  private final Comparison comparison;
  private final ComparisonTables tables;
  private final Findings findings;

  FindingSheets(Comparison comparison) {
    this.comparison = comparison;
    this.tables = new ComparisonTables(comparison.facts().targets());
    this.findings = new Findings(comparison);
  }

  /**
   * Two fee schedules behind one name.
   *
   * @param picture amounts of the largest service by payer; null where there are none
   */
  Sheet twoRates(@Nullable Picture picture) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        tables
            .of(
                comparison.mart("mart_two_rates"),
                Map.of(),
                "payer",
                "hcpcs_code",
                "setting",
                "line_count",
                "main_multiple",
                "main_line_count",
                "main_share",
                "other_multiple",
                "other_line_count",
                "other_share",
                "other_first_month",
                "other_last_month")
            .frozen(3));
    if (picture != null) {
      blocks.add(PictureBlock.of(picture));
    }
    return new Sheet(
        ComparisonSheetNames.TWO_RATES,
        findings.twoRates(),
        "Two rates under one payer name: a second fee schedule, a product that should be a"
            + " payer of its own, or a change of rates within the period. The months tell which.",
        blocks,
        Page.LANDSCAPE);
  }

  /** The loaded contract against the lines. */
  Sheet implied() {
    return Sheet.of(
        ComparisonSheetNames.IMPLIED,
        findings.implied(),
        "The contract file's rate vs. the multiple that most of the payer's lines have,"
            + " where there are enough lines. Either the payer does not follow the contract, or the"
            + " contract file is not what was signed.",
        tables
            .of(
                comparison.mart("mart_implied_rate"),
                Map.of(),
                "payer",
                "hcpcs_code",
                "setting",
                "line_count",
                "contract_multiple",
                "implied_multiple",
                "implied_share",
                "difference",
                "difference_amount as contract_difference_amount",
                "finding as contract_finding")
            .totaled()
            .frozen(3));
  }

  /** Money that a term, a charge or a loading error costs. */
  Sheet leaks() {
    return Sheet.of(
        ComparisonSheetNames.LEAKS,
        findings.leak(),
        "The largest amount first, over the months from first to last: of a term or increase, those"
            + " of the period in which it holds. A line can be in two kinds of leaks, so the kinds are not added"
            + " up. Blank: the charge is allowed in full, and what a higher charge would bring cannot"
            + " be estimated.",
        tables
            .of(
                comparison.mart("mart_leak"),
                Map.of(),
                "payer",
                "leak",
                "hcpcs_code",
                "setting",
                "line_count",
                "amount as leak_amount",
                "first_month as leak_first_month",
                "last_month as leak_last_month",
                "basis")
            .frozen(2));
  }

  /**
   * Terms that could be changed.
   *
   * @param picture the levers of one payer; null where there are none
   */
  Sheet levers(@Nullable Picture picture) {
    String payer = comparison.focus();
    List<Block> blocks = new ArrayList<>();
    if (picture != null) {
      blocks.add(PictureBlock.of(picture));
    }
    blocks.add(
        tables
            .of(
                comparison.mart("mart_lever"),
                Map.of(),
                "payer",
                "lever",
                "line_count",
                "change_amount",
                "unpriced_line_count")
            .frozen(0));
    return new Sheet(
        ComparisonSheetNames.LEVERS,
        payer == null ? "No payer with negotiated rates" : findings.lever(payer),
        "Each term modeled independently, over the lines of "
            + comparison.facts().period()
            + ". Terms interact, so they are not added up. A change covers the lines that the term can"
            + " price. Blank = cannot be estimated (not zero).",
        blocks,
        Page.LANDSCAPE);
  }

  /** The contract files that hold, and what of them is due. */
  Sheet contracts() {
    String set = findings.dueSoonDays();
    String days = set.isEmpty() ? "(not set)" : set;
    return Sheet.of(
        ComparisonSheetNames.CONTRACTS,
        findings.due(),
        "Due: in the %s days after %s, the last day of the period. Renewal and notice are those of the contract files (renewal_date, notice_days); empty where a file says nothing."
            .formatted(days, comparison.facts().lastMonth().atEndOfMonth()),
        tables
            .of(
                comparison.mart("mart_contract_due"),
                Map.of(),
                "payer",
                "contract_name as contract_title",
                "due_event",
                "due_date as contract_due_date",
                "days_left as contract_days_left")
            .heading("Due in the next %s days".formatted(days))
            .frozen(-1),
        tables
            .of(
                comparison.mart("mart_contract"),
                Map.of(),
                "payer",
                "contract_name as contract_title",
                "effective_from_date as contract_from_date",
                "effective_to_date as contract_to_date",
                "renewal_date",
                "notice_days",
                "notice_date",
                "lesser_of as contract_lesser_of",
                "ladder as contract_ladder")
            .heading("Contracts on file")
            .frozen(-1));
  }

  /** Every line of the period. */
  Sheet coverage() {
    return Sheet.of(
        ComparisonSheetNames.COVERAGE,
        findings.coverage(),
        "Every current claim line of the period is in one row. Lines that are not compared are in no"
            + " multiple of this workbook.",
        tables
            .of(
                comparison.mart("mart_coverage"),
                Map.of(),
                "payer",
                "comparison_status",
                "line_count",
                "charge_amount",
                "allowed_amount",
                "medicare_amount")
            .totaled()
            .frozen(2));
  }
}
