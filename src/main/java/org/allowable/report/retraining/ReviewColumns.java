package org.allowable.report.retraining;

import static org.allowable.report.Format.CODE;
import static org.allowable.report.Format.COUNT;
import static org.allowable.report.Format.DATE;
import static org.allowable.report.Format.LONG_TEXT;
import static org.allowable.report.Format.MONEY;
import static org.allowable.report.Format.MONTH;
import static org.allowable.report.Format.QUANTITY;
import static org.allowable.report.Format.RATE;
import static org.allowable.report.Format.TEXT;

import java.util.HashMap;
import java.util.Map;
import org.allowable.report.Column;
import org.allowable.report.Format;
import org.allowable.report.MartTables;

/** How each column of the review is headed, formatted and defined. */
final class ReviewColumns {

  private static final Map<String, Column> COLUMNS = new HashMap<>();

  static {
    say("shown", "Physician", TEXT, 22, "A letter of this run; a name only where the rule names.");
    say("place", "In the funnel", TEXT, 30, "Where the rate lies between the limits of chance.");
    sum("line_count", "Lines", "Lines of the period by the date of their first answer.");
    sum("counted_line_count", "Denied, theirs", "Denied at first for what a physician can change.");
    sum(
        "initially_denied_line_count",
        "Denied, all",
        "Denied at first for any reason; no duplicates.");
    sum("compared_line_count", "Compared", "Lines whose payer and code another physician has too.");
    sum("observed_line_count", "Observed", "Denied, theirs, among the compared lines.");
    say(
        "expected_line_count",
        "Expected",
        QUANTITY,
        11,
        "At the other physicians' rates for the same payer and code.");
    say(
        "observed_over_expected",
        "Observed / expected",
        Format.MULTIPLE,
        12,
        "1 is as the others; empty where the others were denied none.");
    say(
        "ratio_lower",
        "From",
        Format.MULTIPLE,
        9,
        "Lower exact 95 % limit; the others' number is uncertain too.");
    say(
        "ratio_upper",
        "To",
        Format.MULTIPLE,
        9,
        "Upper exact 95 % limit; the others' number is uncertain too.");
    say(
        "comparable_line_count",
        "Comparable lines",
        QUANTITY,
        13,
        "Lines at the practice's rate that would vary as much.");
    say(
        "standardised_rate",
        "Rate at the practice's mix",
        RATE,
        14,
        "The rate of all times observed over what it would be if all were denied alike.");
    say("outer_lower_rate", "99.8 % from", RATE, 10, "Lower prediction limit.");
    say(
        "outer_upper_rate",
        "99.8 % to",
        RATE,
        10,
        "Upper prediction limit; above it a physician is named.");
    money(
        "counted_charge_amount",
        "Charges denied, theirs",
        "Charges of lines denied at first for what a physician can change.");
    money(
        "counted_expected_amount",
        "Expected on these",
        "What those with an expectation should have been allowed.");
    sum(
        "without_expectation_line_count",
        "Not priced",
        "Denied lines for which no amount is expected.");
    say("denial_group", "Group", TEXT, 20, "Denial group of the codes, by the practice's table.");
    say("denial_signal", "Signal", TEXT, 18, "CO-4, CO-97 and frequency by name; else the group.");
    say("accountable", "Who can change it", TEXT, 16, "Physician, location or nobody here.");
    say("liability", "Falls on", TEXT, 16, "Practice, patient, or a payer without contract.");
    say("denial_owner", "Owner", TEXT, 24, "Who works it.");
    sum("claim_count", "Claims", "Claims with such a line.");
    money("charge_amount", "Charges", "Billed charges.");
    money(
        "expected_allowed_amount",
        "Expected allowed",
        "What they should have been allowed; see Not priced.");
    sum("overturned_line_count", "Overturned", "Paid later, nothing denied any more.");
    sum("overturned_in_part_line_count", "In part", "Paid later in part.");
    sum("reworked_line_count", "Reworked", "Settled by a corrected claim: no appeal.");
    sum("upheld_line_count", "Upheld", "Denied again.");
    sum("written_off_line_count", "Written off", "No answer within the payer's window.");
    sum("open_line_count", "Open", "In no rate of overturned denials.");
    money("recovered_amount", "Recovered", "Final allowed less first allowed; see Not known.");
    sum("without_recovery_line_count", "Not known", "Lines whose recovered amount is not known.");
    say("hcpcs_code", "Code", CODE, 9, "Procedure code as billed.");
    say(
        "other_hcpcs_code",
        "Beside",
        CODE,
        9,
        "The code of the same day that explains the denial.");
    say(
        "denial_codes",
        "Reason and remarks",
        CODE,
        18,
        "Group and reason code (CARC), remark codes (RARC).");
    say("coding_rule", "Coding rule", CODE, 26, "Rule of the coding review that found it.");
    say("finding_label", "What was found", TEXT, 44, "In our words.");
    say("rule_since_date", "Since", DATE, 12, "From when the rule holds.");
    say("rule_source", "Source", LONG_TEXT, 44, "Where the rule stands.");
    sum("physician_count", "Physicians", "How many physicians it concerns.");
    say("site", "Location", TEXT, 24, "Where the service was given.");
    sum("denied_line_count", "Denied", "Lines denied at first.");
    say("denial_rate", "Rate", RATE, 9, "Denied of answered lines of the location.");
    say("pattern_number", "No.", COUNT, 6, "1 is worth most.");
    say("example_number", "No.", COUNT, 6, "Largest charge first.");
    say("patient", "Patient", TEXT, 13, "A number of this run.");
    say("service_month", "Month", MONTH, 10, "Month of service.");
    say("payer", "Payer", TEXT, 26, "As the practice file names it.");
    say("modifiers", "Modifiers", CODE, 11, "As billed.");
    say("outcome", "Outcome", TEXT, 20, "What became of the denial.");
    say("change", "What to change", LONG_TEXT, 60, "In the note or the claim.");
    say("rule_said", "What the rule says", LONG_TEXT, 46, "In our words.");
    say("family", "Services", TEXT, 22, "Family of codes, by the practice's table.");
    say("hcpcs_codes", "Codes", CODE, 22, "Codes of the family that were denied.");
    say("other_hcpcs_codes", "Beside", CODE, 18, "Codes of the same day that explain it.");
    say("work_order", "No.", COUNT, 7, "The largest expected recovery first.");
    say("claim_id", "Claim", CODE, 16, "Patient control number (CLM01).");
    say("claim_line_number", "Line", COUNT, 7, "Line of the claim.");
    say("physician", "Physician", TEXT, 20, "A letter of this run; names stand in tables/.");
    say("service_date", "Served", DATE, 12, "Date of service.");
    say("first_denial_date", "First denied", DATE, 12, "Date of the first denying remittance.");
    say("last_denial_date", "Last denied", DATE, 12, "Date of the latest denying remittance.");
    say("appeal_by_date", "Appeal by", DATE, 12, "By the payer's window; see the next column.");
    say(
        "is_appeal_window_default",
        "Default window",
        TEXT,
        10,
        "Yes: no window of this payer is in the table.");
    say("days_left", "Days left", COUNT, 8, "From the last day of the period.");
    say(
        "evidence",
        "What it needs",
        LONG_TEXT,
        48,
        "Own guidance, a table that the practice may change.");
    money("at_stake_amount", "At stake", "What the latest denial keeps from the expectation.");
    say("recovery_rate", "Recovery rate", RATE, 10, "Share of closed ones that were paid later.");
    say("recovery_basis", "By", TEXT, 16, "Whose closed denials that is.");
    money("expected_recovery_amount", "Expected recovery", "At stake times the rate.");
    say("is_awaiting_answer", "Sent again", TEXT, 9, "Waits for an answer: nothing to do now.");
    say("denial_count", "Times", COUNT, 7, "How often the line was denied.");
    say("outcome_date", "Outcome on", DATE, 12, "Date of the answer that ended it.");
    say("days_to_outcome", "Days", COUNT, 7, "First denial to outcome.");
    say("denial_kind", "Denied", TEXT, 13, "In full or in part.");
    say("policy", "Policy", CODE, 24, "Row of the policy table.");
    say("title", "Title", TEXT, 40, "In our words.");
    say("region", "Region", TEXT, 18, "Region of the spine by the policy.");
    say("limit_name", "Limit", TEXT, 18, "Which limit of the policy.");
    say("unit", "Counts", TEXT, 11, "Sessions or injections.");
    say("cap", "Cap", COUNT, 7, "Most in the window.");
    say("performed_count", "In window", COUNT, 9, "Performed, paid or not.");
    say("paid_count", "Of these paid", COUNT, 9, "Performed and paid.");
    say("counted_count", "Counted", COUNT, 9, "What the policy counts.");
    say("last_session_date", "Last", DATE, 12, "Latest session.");
    say(
        "next_allowed_date",
        "Next allowed",
        DATE,
        12,
        "First day on which another is within the limit.");
    say("status", "Status", TEXT, 16, "Against the cap.");
    say("session_dates", "Sessions in the window", LONG_TEXT, 34, "Dates of service counted.");
    say("window_from_date", "Window after", DATE, 12, "Sessions after this day count.");
    say("policy_from_date", "Policy since", DATE, 12, "From when the policy holds.");
    say("source", "Source", LONG_TEXT, 46, "Where the rule stands.");
    say("verdict", "Denial is", TEXT, 14, "Correct, wrong, or cannot be told.");
    say("verdict_reason", "Because", LONG_TEXT, 30, "What decides it.");
    say("appeal", "Appeal", TEXT, 9, "Yes, no or check.");
    say("minimum_gap_days", "Least gap", COUNT, 9, "Days between sessions.");
    say("window_months", "Months", COUNT, 9, "Length of the window.");
    say("assigned_by", "Assigned by", TEXT, 18, "Practice file or default.");
    say("rule", "Rule", CODE, 28, "Row of the table of coding rules.");
    say(
        "severity",
        "Expect",
        TEXT,
        11,
        "Deny: the payer does; audit: it may take it back; check: look.");
    say("label", "What was found", TEXT, 50, "In our words.");
    sum("finding_count", "Findings", "Findings on lines served in the period.");
    say("detail", "About", TEXT, 22, "Modifier, diagnosis, limit or element.");
    say("fix", "How to correct it", LONG_TEXT, 60, "In our words.");
    money(
        "medicare_fee_amount",
        "Medicare fee",
        "Medicare's fee for the line; empty where there is none.");
    say("was_denied", "Was denied", TEXT, 9, "The first payer denied the line at some time.");
    say("coding_check", "Check", TEXT, 26, "Group of rules.");
    say(
        "check_outcome",
        "What happened",
        TEXT,
        30,
        "Checked, not concerned, or why it stayed silent.");
    say("metric", "Metric", TEXT, 34, "What is measured.");
    say("level", "Level", TEXT, 17, "Lines, claims or dollars.");
    say("member", "Of", TEXT, 28, "Payer, code, location or signal.");
    say("numerator", "Numerator", Format.QUANTITY, 15, "");
    say("denominator", "Denominator", Format.QUANTITY, 15, "");
    say("value", "Value", RATE, 9, "Numerator over denominator.");
    say("n", "n", COUNT, 9, "Lines of the denominator.");
    say("date_basis", "Date", TEXT, 34, "Which date puts a line into the period.");
    say("note", "Note", LONG_TEXT, 50, "");
    say("training_date", "Training", DATE, 12, "");
    say("subject", "Subject", TEXT, 20, "");
    say(
        "effect",
        "What can be said",
        LONG_TEXT,
        60,
        "Beside the other physicians' change, 95 % limits.");
    say(
        "before_rate",
        "Before",
        RATE,
        9,
        "Six months before the training, less where another is nearer.");
    say(
        "after_rate",
        "After",
        RATE,
        9,
        "Six months from the training on, less where another is nearer.");
    say("peer_before_rate", "Others before", RATE, 9, "");
    say("peer_after_rate", "Others after", RATE, 9, "");
    say("difference", "Beyond the others", RATE, 10, "Change less the others' change.");
    say("control", "Control", TEXT, 70, "Two totals that must agree.");
    say("control_unit", "Unit", TEXT, 9, "");
    say("expected_amount", "Expected", QUANTITY, 16, "The first total.");
    say("found_amount", "Found", QUANTITY, 16, "The second total.");
    say("difference_amount", "Difference", QUANTITY, 12, "Zero is right.");
  }

  private ReviewColumns() {}

  /** The column of that name. */
  static Column named(String name) {
    Column column = COLUMNS.get(name);
    if (column == null) {
      throw new IllegalArgumentException("No heading for the column " + name);
    }
    return column;
  }

  private static void say(String name, String header, Format format, int width, String definition) {
    int least = Math.max(width, MartTables.widthOf(header));
    COLUMNS.put(name, Column.of(header, format).width(least).meaning(definition));
  }

  private static void sum(String name, String header, String definition) {
    int width = Math.max(10, MartTables.widthOf(header));
    COLUMNS.put(name, Column.of(header, COUNT).width(width).meaning(definition).totalled());
  }

  private static void money(String name, String header, String definition) {
    int width = Math.max(15, MartTables.widthOf(header));
    COLUMNS.put(name, Column.of(header, MONEY).width(width).meaning(definition).totalled());
  }
}
