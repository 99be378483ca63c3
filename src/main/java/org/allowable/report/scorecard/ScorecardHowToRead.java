package org.allowable.report.scorecard;

import java.util.ArrayList;
import java.util.List;
import org.allowable.config.DateBasis;
import org.allowable.model.PeriodUnit;
import org.allowable.report.Block;
import org.allowable.report.Definitions;
import org.allowable.report.Mart;
import org.allowable.report.MartTables;
import org.allowable.report.Page;
import org.allowable.report.Sheet;
import org.allowable.report.TextBlock;

/** The sheet that says what the numbers of scorecards mean. */
final class ScorecardHowToRead {

  /** Its name. */
  static final String NAME = "How to read";

  private ScorecardHowToRead() {}

  static Sheet sheet(ScorecardFacts facts, List<Mart.Line> measures, List<Sheet> sheets) {
    PeriodUnit unit = facts.period().unit();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        TextBlock.of(
            "To hand over",
            "The folder scorecards has a PDF and an Excel file a payer, each with that payer's page alone. This workbook holds all payers: it stays with the practice.",
            "A page has sums of claim lines. No patient, claim, account or physician is on it, nor in its file."));
    blocks.add(
        TextBlock.of(
            "The same numbers as in the monthly report",
            unit.said(
                "First-pass yield, initial and final denial rate and days to pay are those of its sheet Measures, by payer; underpaid, expected and allowed those of its sheet Payers; the overturn rate is that of the retraining review, by month of the first denial. The {period} is the same, with all answers on file."),
            facts.dateBasis() == DateBasis.SERVICE
                ? "Lines stand in the month of service, so that recent months are incomplete. Days to pay and interest stand in the month of payment, final denials in that of their outcome."
                : "Lines stand in the month of the answer that stands now, first answers in their own. Days to pay and interest stand in the month of payment, final denials in that of their outcome."));
    blocks.add(
        TextBlock.of(
            "Yield",
            "Of the dollars expected on compared lines: the share on lines that are not denied as of now (paid share), times what was allowed of these (allowed share). Denials that are still open count as not paid.",
            "Rework: each compared line that was ever denied, in full or in part, not to the patient's account, or that is short enough to be worth work by the practice's follow-up threshold, at the practice's cost a line. Delay: what the first payer paid, times the days from first submission to its first payment, at the practice's cost of capital over 365 days. Both by the entry in force on the day the line was first sent. Where an entry is missing for a line, that cost is left out of net yield, and the page says so."));
    blocks.add(
        TextBlock.of(
            "Prompt-pay interest",
            "By the rules in the practice file alone. A line is clean where the first answer paid it without a denial. Its days count from the day the payer received it as the remittance says (DTM*050), and never from before it was first sent, or sent again as a corrected claim. On the rule's last day it is on time; the day after is one day late. Interest is what the first answer paid and still stands, times the percent, times the days late, over 365, rounded half up once a line.",
            unit.said(
                "Unanswered lines: past the rule's days at the {period}'s end, within their filing limit, on what is expected to be allowed; whether they are clean is not known yet."),
            unit.said(
                "Interest paid is what the payer's remittances of the {period} state apart from claims (PLB, code L6), by payment date, less what they took back. Interest still due is interest due less interest paid, never below zero. What one claim says of interest (AMT*I) is the same money, and is not counted again. A remittance does not say which payments the interest is for: interest paid in the {period} may be for late payments of an earlier one."),
            "State law does not reach every plan, such as self-funded ones (ERISA); no file says which these are. Ask before you claim."));
    blocks.add(
        TextBlock.of(
            "Small numbers",
            "A rate or a median of fewer than %d lines is left out; numbers of fewer than %d lines are gray. A payer with fewer than %d lines answered, compared and paid in the %s has no page, nor has one that the practice file does not name."
                .formatted(
                    facts.smallNumber(), facts.fewLines(), facts.smallNumber(), unit.word())));
    blocks.add(
        MartTables.of(unit)
            .of(Mart.of(measures), "measure as scorecard_measure", "measure as scorecard_formula")
            .heading("Measures")
            .frozen(0));
    blocks.add(Definitions.table(sheets));
    return new Sheet(NAME, "How to read the scorecards", "", blocks, Page.LANDSCAPE);
  }
}
