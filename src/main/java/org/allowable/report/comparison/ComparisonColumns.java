package org.allowable.report.comparison;

import static org.allowable.report.Format.CODE;
import static org.allowable.report.Format.COUNT;
import static org.allowable.report.Format.LONG_TEXT;
import static org.allowable.report.Format.MONEY;
import static org.allowable.report.Format.MONTH;
import static org.allowable.report.Format.MULTIPLE;
import static org.allowable.report.Format.QUANTITY;
import static org.allowable.report.Format.RATE;
import static org.allowable.report.Format.RVU;
import static org.allowable.report.Format.TEXT;

import java.util.HashMap;
import java.util.Map;
import org.allowable.report.Column;
import org.allowable.report.Format;
import org.allowable.report.Formula;

/** How each column of the marts is headed, formatted, defined and computed. */
final class ComparisonColumns {

  /** Header of Medicare's amount, which formulas read. */
  static final String MEDICARE = "Medicare";

  /** Header of what is allowed. */
  static final String ALLOWED = "Allowed";

  /** What the target would add to a row. */
  static final Formula GAP =
      Formula.column(MEDICARE)
          .times(Formula.input(AssumptionSheet.TARGET))
          .minus(Formula.column(ALLOWED))
          .toTheCent();

  private static final Map<String, Column> COLUMNS = new HashMap<>();

  static {
    say("payer", "Payer", TEXT, 30, "The practice file's name for the payer.");
    say("hcpcs_code", "Code", CODE, 9, "Procedure code as billed.");
    say("setting", "Setting", TEXT, 20, "Setting of the place of service.");
    say("family", "Code family", TEXT, 26, "Our own grouping of codes.");
    sum("line_count", "Lines", COUNT, 10, "Lines compared with Medicare.");
    sum("unit_quantity", "Units", QUANTITY, 12, "Units as billed.");
    sum("charge_amount", "Charged", MONEY, 16, "Charges as billed.");
    sum(
        "allowed_amount",
        ALLOWED,
        MONEY,
        16,
        "What the payer allowed: its payment and the patient's share together.");
    sum(
        "medicare_amount",
        MEDICARE,
        MONEY,
        16,
        "What Medicare's fee schedule allows for the same lines, before the charge is looked at.");
    computed(
        "multiple",
        "Multiple",
        Formula.column(ALLOWED).dividedBy(Formula.column(MEDICARE)),
        "Allowed divided by Medicare: sums first, so that dollars weigh, not lines.");
    say(
        "fixed_mix_index",
        "Fixed-mix index",
        MULTIPLE,
        12,
        "The multiple at the practice's own mix of codes and settings: payers differ by rate alone.");
    say(
        "covered_share",
        "Mix covered",
        RATE,
        11,
        "Share of the practice's Medicare dollars in codes that this payer has lines of.");
    say("first_quartile", "First quartile", MULTIPLE, 11, "A quarter of the lines is at or below.");
    say("median", "Median", MULTIPLE, 10, "Half of the lines is at or below.");
    say("third_quartile", "Third quartile", MULTIPLE, 11, "Three quarters are at or below.");
    sum(
        "gap_amount",
        "Gap to target",
        MONEY,
        16,
        "What the target multiple would add; below zero the payer is above it. Empty where the law"
            + " sets the rates.");
    say(
        "uniform_percent",
        "Percent for target",
        RATE,
        12,
        "The smallest percent of Medicare, the same for every code, that reaches the run's target"
            + " when no line is allowed more than its charge. Empty: charges are too low for it.");
    sum(
        "work_rvu",
        "Work RVU",
        RVU,
        13,
        "Work RVUs of the lines by the practice's conventions, where Medicare has them.");
    say(
        "allowed_per_work_rvu",
        "Allowed per work RVU",
        MONEY,
        13,
        "Allowed per work RVU, over lines that have work RVUs.");
    say(
        "is_small_number",
        "Few lines",
        TEXT,
        9,
        "Yes where there are fewer lines than the small-number limit: read with care.");
    say(
        "main_multiple",
        "Most frequent rate",
        MULTIPLE,
        12,
        "The multiple that most lines have, in steps of 0.01.");
    sum("main_line_count", "Lines at it", COUNT, 10, "Lines at the most frequent rate.");
    say("main_share", "Share at it", RATE, 10, "Share of lines at the most frequent rate.");
    say("other_multiple", "Second rate", MULTIPLE, 10, "The next frequent rate clearly apart.");
    sum("other_line_count", "Lines at the second", COUNT, 11, "Lines at the second rate.");
    say("other_share", "Share at the second", RATE, 11, "Share of lines at the second rate.");
    say("other_first_month", "Second from", MONTH, 12, "First month with the second rate.");
    say("other_last_month", "Second until", MONTH, 12, "Last month with the second rate.");
    say("contract_multiple", "Contract", MULTIPLE, 11, "The multiple that the contract gives.");
    say("implied_multiple", "Practice", MULTIPLE, 11, "The multiple that most of the lines have.");
    say("implied_share", "Share of lines", RATE, 11, "Share of lines at that multiple.");
    say("difference", "Difference", MULTIPLE, 14, "Practice less contract.");
    sum(
        "difference_amount",
        "Allowed less contract",
        MONEY,
        15,
        "Allowed less the contract's price, over all lines that the contract prices.");
    say("finding", "Finding", TEXT, 36, "Whether the practice's lines bear the contract out.");
    say("leak", "Leak", TEXT, 36, "What costs money.");
    say("basis", "Contract term", LONG_TEXT, 44, "The term, with the line of its contract file.");
    say(
        "amount",
        "Amount",
        MONEY,
        15,
        "What it costs over the period. Kinds of leaks overlap: never add them up.");
    say("lever", "Lever", TEXT, 52, "A term that could be changed, all else as it is.");
    say(
        "change_amount",
        "Change",
        MONEY,
        16,
        "What it is worth over the period's lines. Levers act on each other: never add them up.");
    say(
        "unpriced_line_count",
        "Lines not priced",
        COUNT,
        11,
        "Lines that the lever has no price for, such as of a year that is not loaded: left out.");
    say("comparison_status", "Compared, or why not", TEXT, 52, "Each line has one of these.");
    say("benchmark", "Benchmark", LONG_TEXT, 30, "Whose prices.");
    say("benchmark_year", "Year", CODE, 8, "The year of the prices.");
    say("benchmark_multiple", "Multiple", MULTIPLE, 11, "Share of Medicare.");
    say("source", "Source", LONG_TEXT, 60, "Who says so.");
  }

  private ComparisonColumns() {}

  /** The column of that name. */
  static Column named(String name) {
    Column column = COLUMNS.get(name);
    if (column == null) {
      throw new IllegalArgumentException("No heading for the column " + name);
    }
    return column;
  }

  private static void say(String name, String header, Format format, int width, String definition) {
    COLUMNS.put(name, Column.of(header, format).width(width).meaning(definition));
  }

  private static void sum(String name, String header, Format format, int width, String definition) {
    COLUMNS.put(name, Column.of(header, format).width(width).meaning(definition).totalled());
  }

  private static void computed(String name, String header, Formula how, String definition) {
    COLUMNS.put(
        name, Column.of(header, MULTIPLE).width(11).meaning(definition).computed(how).totalled());
  }
}
