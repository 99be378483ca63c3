package org.allowable.report.monthly;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.allowable.config.DateBasis;
import org.allowable.config.PayerPages;
import org.allowable.config.Practice;
import org.allowable.model.PeriodUnit;
import org.allowable.report.Block;
import org.allowable.report.Column;
import org.allowable.report.Definitions;
import org.allowable.report.Format;
import org.allowable.report.MartTables;
import org.allowable.report.Page;
import org.allowable.report.PrintedEdition;
import org.allowable.report.ReportRow;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;
import org.allowable.report.TextBlock;

/** The sheet that says what the numbers mean, by which rules and from which sources. */
final class MonthlyHowToRead {

  private MonthlyHowToRead() {}

  static Sheet sheet(
      Practice practice,
      PeriodUnit unit,
      DateBasis dateBasis,
      String runId,
      String engine,
      Map<String, Long> counts,
      Map<String, String> references,
      Marts marts,
      List<Sheet> sheets) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        TextBlock.of(
            "What is compared",
            "Allowed with expected allowed, line by line, on what was billed. Paid is never compared with expected: deductibles would look like underpayments.",
            "Expected allowed: for Medicare its fee schedule, for another payer what its contract, or its dated percent of Medicare in the practice file, makes of it; Rate basis names which. The fee of one unit is rounded half up to the cent. A line is its units times that fee, less what several procedures of a day, two sides, modifiers and credentials take off, rounded half up once more, and no more than the charge where schedule or contract say so. Pricing detail shows the steps.",
            "Allowed: as the remittance states it (AMT*B6), or else paid plus deductible, coinsurance, copayment and sequestration, without incentives, penalties and interest; summed over the first payer's answers that stand. Duplicate, pended, forwarded and predetermined answers replace none.",
            "A line that lacks either amount is not compared. It is counted in Not compared, with the reason."));
    blocks.add(
        TextBlock.of(
            "Underpaid, denied, open",
            "Underpaid: not denied, and short by both thresholds of the practice file. The shortfall splits into what the payer owes and what would be the patient's: the coinsurance percent that the line's own answer shows, or all of it where the deductible took all that was allowed.",
            "Denied: charged, answered, allowed nothing or paid nothing with nothing left to the patient, and with a denial code. Contractual, cost share, sequestration and prior payer codes are no denial. Duplicates are in neither number of a rate.",
            "Initial denial rate: by the first answer of a line, which no appeal changes; months are compared by it. Current denial rate: by the answer that stands now, so that older months look better.",
            "Open: the line is not decided yet: no remittance, or only a pended, forwarded or predetermined one. The newest months always hold some.",
            "Unanswered: nobody has answered the line by the {period}'s end, counted in all months. A claim whose other lines were answered, or that the payer answered in parts, waits with the rest alone; a corrected claim waits from the day it was sent, and what it replaced waits no more; a secondary claim waits for its own payer."
                .replace("{period}", unit.word())));
    blocks.add(
        TextBlock.of(
            "Payers and their pages",
            "At issue: what underpaid lines of the %s are short by, and what the open denials of all months withhold, each line once. The payers with most at issue that together hold %s of it have a page each, at most %d; the others are on the sheet Payers alone."
                .formatted(unit.word(), Format.PERCENT.display(PayerPages.SHARE), PayerPages.MOST),
            "A payer's page holds nothing of other payers and names no patient, physician or account: a claim has the payer's own number. Print that sheet, or save it as a file of its own, to hand it over; never the workbook."));
    blocks.add(TextBlock.of(unit.said("{Period}s"), months(unit, dateBasis)));
    blocks.add(
        TextBlock.of(
            "Claims sent twice",
            "A later submission of a claim supersedes the earlier one, and a void takes it out: each service is counted once. Lines sent again to a second payer are the same service. Data quality counts them."));
    blocks.add(PrintedEdition.inWords(sheets));
    blocks.add(
        TextBlock.of(
            "This run",
            "Run "
                + runId
                + "; months by "
                + dateBasis.name().toLowerCase(Locale.ROOT)
                + " date; Medicare conversion factor for "
                + (practice.apmStatus() == Practice.ApmStatus.QP ? "qualifying" : "non-qualifying")
                + " APM participants. Calculated by "
                + engine
                + ".",
            countSentence(counts),
            "A price is one of a code, modifiers, setting, locality and CMS release: worked out once, and used by every line that asks for it.",
            "manifest.json beside this workbook lists every input and output with its fingerprint."));
    blocks.add(measures(unit, marts));
    blocks.add(Definitions.table(sheets));
    blocks.add(sources(references));
    return new Sheet(
        MonthlySheetNames.HOW_TO_READ,
        "How to read this workbook",
        "Contains patient information: claim numbers and dates of service. Forward it as you would a claim.",
        blocks,
        Page.LANDSCAPE);
  }

  private static String[] months(PeriodUnit unit, DateBasis dateBasis) {
    String cash =
        "The sheets Payments and Payment lines go by payment date in every report: each payment and reversal, of first and later payers, in the {period} of its own BPR16, and what belongs to no line apart. Net paid of a {period} is what its remittances paid (SVC03, CLP04), and that less provider adjustments (PLB) is BPR02.";
    List<String> texts =
        dateBasis == DateBasis.PAYMENT
            ? List.of(
                "By payment date. A line is judged once: charged, expected, allowed, variance, underpaid and denied stand in the {period} of the answer that stands now. Initial denials stand in the {period} of the first answer.",
                "Paid in {period} on Setting and payer, and Paid in month on Trend, are cash: what was paid or taken back in that time, whatever {period} the line is judged in; Unapplied is the rest of it. Paid, elsewhere, is what the lines shown were paid to date.",
                cash)
            : List.of(
                "By service date: a line, and all that was answered and paid for it to date, stands in the {period} of its first day of service.",
                cash);
    return texts.stream().map(unit::said).toArray(String[]::new);
  }

  private static String countSentence(Map<String, Long> counts) {
    List<String> parts = new ArrayList<>();
    counts.forEach(
        (name, count) -> parts.add(Format.COUNT.display(count) + " " + name.replace('_', ' ')));
    return String.join(", ", parts) + ".";
  }

  private static TableBlock measures(PeriodUnit unit, Marts marts) {
    return MartTables.of(unit)
        .of(
            marts.small("mart_measure"),
            "measure",
            "measure as measure_formula",
            "measure as measure_source")
        .heading("Measures: formulas and sources")
        .frozen(0);
  }

  private static TableBlock sources(Map<String, String> references) {
    List<ReportRow> rows = new ArrayList<>();
    references.forEach((file, sha256) -> rows.add(ReportRow.of(file, sha256)));
    return TableBlock.of(
            List.of(
                Column.of("Reference file", Format.TEXT).width(38),
                Column.of("SHA-256", Format.CODE).width(68)),
            rows)
        .heading("Reference tables of this run")
        .frozen(0);
  }
}
