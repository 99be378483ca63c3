package org.allowable.report.monthly;

import static org.allowable.report.Format.CODE;
import static org.allowable.report.Format.COUNT;
import static org.allowable.report.Format.DATE;
import static org.allowable.report.Format.LONG_TEXT;
import static org.allowable.report.Format.MONEY;
import static org.allowable.report.Format.MONTH;
import static org.allowable.report.Format.PRICE;
import static org.allowable.report.Format.QUANTITY;
import static org.allowable.report.Format.RATE;
import static org.allowable.report.Format.RVU;
import static org.allowable.report.Format.TEXT;
import static org.allowable.report.Formula.column;

import java.util.HashMap;
import java.util.Map;
import org.allowable.report.Column;
import org.allowable.report.Format;
import org.allowable.report.Formula;
import org.allowable.report.MartTables;

/** How each column of the marts is headed, formatted and defined: once, wherever it is shown. */
final class MartColumns {

  private static final Map<String, Column> COLUMNS = new HashMap<>();

  static {
    say("claim_id", "Claim", CODE, 16, "Patient control number (CLM01, CLP01).");
    say("claim_line_number", "Line", COUNT, 8, "Line of the claim (LX01).");
    say("remit_line_seq", "Line", COUNT, 8, "Line of the remittance claim; 0 is the claim itself.");
    say("payer", "Payer", TEXT, 28, "The practice file's name for the payer of the claim.");
    say("payer_class", "Class", TEXT, 20, "Class of the payer in the practice file.");
    say("payer_name", "Payer in the remittance", TEXT, 32, "N1*PR of the remittance.");
    say("physician", "Physician", TEXT, 20, "Rendering physician.");
    say("rendering_npi", "NPI", CODE, 13, "Rendering physician's NPI.");
    say("site", "Site", TEXT, 24, "Site of the practice file.");
    say("setting", "Setting", TEXT, 20, "Setting of the place of service.");
    say("place_of_service_code", "POS", CODE, 6, "Place of service code.");
    say("carrier", "Carrier", CODE, 9, "Medicare contractor.");
    say("locality", "Locality", CODE, 9, "Medicare payment locality.");
    say("report_month", "Month", MONTH, 11, "Month by the date basis of the report.");
    say("service_date", "Service date", DATE, 12, "First day of service of the line.");
    say("submitted_date", "Submitted", DATE, 12, "Day the claim was sent (BHT04).");
    say("payment_date", "Payment date", DATE, 12, "BPR16 of the latest remittance that stands.");
    say("hcpcs_code", "Code", CODE, 8, "Procedure code as billed.");
    say("modifiers", "Modifiers", CODE, 11, "Modifiers as billed.");
    say(
        "adjudicated_hcpcs_code",
        "Code paid",
        CODE,
        10,
        "Procedure code that the payer adjudicated.");
    say("service_unit_quantity", "Units", QUANTITY, 8, "Units as billed.");
    sum("charge_amount", "Charged", MONEY, "Charge as billed (SV102).");
    sum(
        "expected_allowed_amount",
        "Expected allowed",
        MONEY,
        "What should have been allowed: Medicare's fee schedule, or what the payer's contract or percent makes of it.");
    sum(
        "allowed_amount",
        "Allowed",
        MONEY,
        "Allowed by the first payer, summed over its answers that stand: AMT*B6, or paid plus cost share plus sequestration, without incentives, penalties and interest.");
    sum("variance_amount", "Variance", MONEY, "Allowed less expected; below zero is unfavourable.");
    sum("denied_variance_amount", "of it denied", MONEY, "Variance of denied lines.");
    sum(
        "underpaid_variance_amount",
        "of it underpaid",
        MONEY,
        "Variance of lines whose shortfall reaches both thresholds of the practice file.");
    sum(
        "overpaid_variance_amount",
        "of it overpaid",
        MONEY,
        "Variance of lines allowed more than expected by both thresholds.");
    sum(
        "tolerated_variance_amount",
        "of it within tolerance",
        MONEY,
        "Variance of lines under the thresholds, and of lines paid more than they were allowed.");
    sum(
        "underpaid_payer_variance_amount",
        "Variance: payer owes",
        MONEY,
        "The payer's part of the underpaid variance, before sequestration.");
    sum(
        "underpaid_patient_variance_amount",
        "Variance: patient share",
        MONEY,
        "The part of the underpaid variance that would be the patient's.");
    sum("underpaid_amount", "Underpaid", MONEY, "Shortfall of underpaid lines.");
    sum(
        "underpaid_payer_amount",
        "Payer owes",
        MONEY,
        "The payer's part of the shortfall of underpaid lines, before sequestration.");
    sum(
        "underpaid_patient_amount",
        "Shortfall: patient share",
        MONEY,
        "The part of the shortfall of underpaid lines that would be the patient's.");
    sum(
        "payer_shortfall_amount",
        "Payer owes",
        MONEY,
        "Shortfall less the patient's share of it, before sequestration.");
    sum(
        "patient_shortfall_amount",
        "Shortfall: patient share",
        MONEY,
        "The shortfall times the coinsurance percent of the line's own answer (PR-2 of what was allowed beyond the deductible); all of it where the deductible (PR-1) took all that was allowed; a copayment stays as it is.");
    sum("shortfall_amount", "Shortfall", MONEY, "Expected less allowed.");
    compute(
        "shortfall_share",
        "Shortfall %",
        RATE,
        "Shortfall as a share of the expected allowed amount.",
        column("Shortfall").dividedBy(column("Expected allowed")));
    say(
        "allowed_share",
        "Allowed %",
        RATE,
        11,
        "Allowed as a share of expected, to a tenth of a percent.");
    say(
        "is_worth_working",
        "Work it",
        TEXT,
        9,
        "Yes when the shortfall reaches both queue thresholds.");
    say("expected_basis", "Expected by", TEXT, 18, "The rule behind the expected amount.");
    say(
        "medicare_allowed_amount",
        "Medicare",
        MONEY,
        13,
        "Medicare's fee schedule amount for the line.");
    say(
        "allowed_amount_source",
        "Allowed from",
        TEXT,
        14,
        "Stated: AMT*B6. Worked out: paid plus cost share plus sequestration.");
    sum(
        "expected_payment_amount",
        "Expected payment",
        MONEY,
        "Expected allowed less the patient's share as adjudicated, less sequestration for Medicare; lines not denied.");
    sum(
        "first_payer_paid_amount",
        "Paid by first payer",
        MONEY,
        "Net payments of the first payer to date, on the lines of Expected payment.");
    sum(
        "paid_amount",
        "Paid",
        MONEY,
        "Net payments of all payers for these lines to date, whatever month they were made in.");
    sum("sent_paid_amount", "Paid", MONEY, "As the remittance line says (SVC03, CLP04).");
    sum(
        "month_paid_amount",
        "Paid in month",
        MONEY,
        "Payments less reversals of all payers dated in the month (BPR16), on claim lines.");
    sum(
        "unmatched_paid_amount",
        "Unapplied",
        MONEY,
        "Payments less reversals dated in the month that belong to no claim line.");
    sum(
        "first_payer_cash_amount",
        "First payer",
        MONEY,
        "Payments of the line's first payer by payment date.");
    sum(
        "later_payer_cash_amount",
        "Later payers",
        MONEY,
        "Payments of second and later payers by payment date.");
    sum(
        "reversed_amount",
        "Reversals",
        MONEY,
        "Taken back (CLP02 22, charge not above zero), in the month of the reversal.");
    sum("line_cash_amount", "On claim lines", MONEY, "Payments less reversals on claim lines.");
    sum("unmatched_cash_amount", "Unapplied", MONEY, "Payments less reversals on no claim line.");
    sum("cash_amount", "Net paid", MONEY, "Payments less reversals: SVC03 and CLP04 as sent.");
    sum(
        "provider_adjustment_amount",
        "Provider adjustments (PLB)",
        MONEY,
        "A positive amount lowers the payment.");
    sum("payment_amount", "Payments (BPR02)", MONEY, "Checks and EFTs.");
    sum(
        "payment_difference_amount",
        "Out of balance",
        MONEY,
        "Payments plus provider adjustments less net paid; zero is right.");
    say("payment_month", "Month paid", MONTH, 11, "Month of BPR16.");
    say("unmatched_reason", "Unapplied reason", TEXT, 34, "Why it belongs to no claim line.");
    say("cost_share_amount", "Cost share", MONEY, 14, "Deductible, coinsurance and copayment.");
    sum(
        "listed_work_rvu",
        "Work RVU, listed",
        RVU,
        "The code's work RVU times the units as billed, whatever modifiers say.");
    sum(
        "work_rvu",
        "Work RVU",
        RVU,
        "Work relative value units: of one unit in Pricing detail, elsewhere by the practice's conventions.");
    sum(
        "constant_work_rvu",
        "Constant work RVU",
        RVU,
        "Work RVUs at the values of the report month; a code that has none then keeps its own.");
    say("pe_rvu", "PE RVU", RVU, 9, "Practice expense RVU of the setting.");
    say("mp_rvu", "MP RVU", RVU, 9, "Malpractice RVU.");
    say("work_gpci", "Work GPCI", Format.GPCI, 10, "Geographic index of work.");
    say("pe_gpci", "PE GPCI", Format.GPCI, 10, "Geographic index of practice expense.");
    say("mp_gpci", "MP GPCI", Format.GPCI, 10, "Geographic index of malpractice.");
    say("conversion_factor", "CF", Format.FACTOR, 10, "US dollars per RVU on the date of service.");
    say("release", "Release", CODE, 9, "CMS release that priced the line.");
    say(
        "release_in_force",
        "In force",
        CODE,
        9,
        "CMS release in force on the day of service; another one priced the line where they differ.");
    say("release_basis", "Priced by", TEXT, 34, "Whether the release in force priced the lines.");
    say("fee_schedule", "Fee schedule", TEXT, 30, "What CMS publishes for such lines.");
    say(
        "cms_page",
        "Missing files on cms.gov",
        LONG_TEXT,
        60,
        "Where CMS has the missing release.");
    say("payer_claim_control_number", "Payer claim number", CODE, 22, "CLP07.");
    say("match_method", "Matched by", TEXT, 28, "How the remittance was matched to the line.");
    say("fee_amount", "Fee of one unit", PRICE, 12, "Medicare's fee of one unit, to the cent.");
    say(
        "procedure_rank",
        "Rank",
        COUNT,
        7,
        "Place among the procedures of the day, where Medicare ranks them.");
    say(
        "rank_steps",
        "Rank and percent",
        TEXT,
        24,
        "Ranks of the line's units among the procedures of the day, and the percent that each leaves.");
    say(
        "counted_unit_quantity",
        "Counted units",
        RVU,
        9,
        "Units after the rank: one unit of rank 2 at 50% counts 0.5.");
    say(
        "part_reduction_amount",
        "Less reduced parts",
        Format.FACTOR,
        12,
        "What rank takes off a technical, professional or practice expense part, and the base of an endoscopic family.");
    sum(
        "expected_among_allowed_amount",
        "Expected, re-ranked",
        MONEY,
        "What is expected where lines that the payer denied take no rank of the day.");
    sum(
        "owed_among_allowed_amount",
        "Owed if re-ranked",
        MONEY,
        "What that leaves unpaid: owed by a payer that ranks only what it allows.");
    sum("as_billed_line_count", "Allowed as billed", COUNT, "Lines allowed as ranked as billed.");
    sum(
        "among_allowed_line_count",
        "Allowed as re-ranked",
        COUNT,
        "Lines allowed as ranked without denied ones.");
    sum("neither_line_count", "Other amount", COUNT, "Lines allowed some other amount.");
    say("followed_rank", "Payer ranks", LONG_TEXT, 34, "Which of the two ways the payer follows.");
    say("sides_share", "Sides", RATE, 8, "Both sides, or the second of two lines: 150%, 50%.");
    say("modifier_share", "Modifier", RATE, 9, "Assistants, co-surgeons, global package: 16%.");
    say("credential_share", "Credential", RATE, 10, "Who rendered it: nurse practitioners 85%.");
    say("participation_share", "Participation", RATE, 12, "Non-participating: 95%.");
    say("opps_cap_amount", "Outpatient cap", PRICE, 12, "The most that one unit is paid.");
    sum("line_count", "Lines", COUNT, "Service lines.");
    sum("compared_line_count", "Compared", COUNT, "Lines with an expected and an allowed amount.");
    sum("underpaid_line_count", "Underpaid lines", COUNT, "Lines underpaid by both thresholds.");
    sum(
        "denied_line_count",
        "Denied lines",
        COUNT,
        "Lines allowed or paid nothing, with a denial code or status; excluding duplicates.");
    sum(
        "all_denied_line_count",
        "Denied, with duplicates",
        COUNT,
        "Lines allowed or paid nothing, with a denial code; denied duplicates too.");
    sum("adjudicated_line_count", "Adjudicated lines", COUNT, "Lines that a payer has answered.");
    sum(
        "open_line_count",
        "Open lines",
        COUNT,
        "Lines not decided yet: no remittance, or only a pended, forwarded or predetermined one.");
    sum("open_charge_amount", "Open charges", MONEY, "Charges of lines not decided yet.");
    sum(
        "unjudged_line_count",
        "Not judged",
        COUNT,
        "Lines answered by line or for the whole claim that could not be compared.");
    sum(
        "unjudged_charge_amount",
        "Charges not judged",
        MONEY,
        "Charges of answered lines that could not be compared.");
    sum(
        "denied_charge_amount",
        "Charges denied",
        MONEY,
        "Charges of denied lines, excluding duplicates.");
    sum(
        "denied_expected_amount",
        "Expected on denied",
        MONEY,
        "What denied lines with an expectation should have been allowed.");
    sum(
        "denied_without_expectation_line_count",
        "Denied, not priced",
        COUNT,
        "Denied lines for which no amount is expected.");
    compute(
        "denial_rate",
        "Current denial rate",
        RATE,
        "Lines now denied, of the lines in the rate; duplicates in neither number. Appeals lower it from month to month.",
        column("Denied lines").dividedBy(column("Lines in current rate")));
    sum(
        "rated_line_count",
        "Lines in current rate",
        COUNT,
        "Adjudicated lines with a charge, without duplicate denials and capitated lines.");
    sum(
        "first_answered_line_count",
        "First answers",
        COUNT,
        "Lines by their first answer, without duplicate denials, lines without a charge and capitated lines; by payment date in the month of that answer.");
    sum(
        "initially_denied_line_count",
        "Initial denials",
        COUNT,
        "Lines that the first answer denied, whatever came of it.");
    compute(
        "initial_denial_rate",
        "Initial denial rate",
        RATE,
        "Initial denials of first answers; duplicates in neither number.",
        column("Initial denials").dividedBy(column("First answers")));
    sum("duplicate_line_count", "Duplicates", COUNT, "Denied as duplicates: not in the rate.");
    sum(
        "partly_denied_line_count",
        "Partly denied",
        COUNT,
        "Lines allowed in part, with a denial code.");
    sum(
        "without_expectation_line_count",
        "Not priced",
        COUNT,
        "Denied lines for which no amount is expected.");
    say("denial", "Denial", TEXT, 13, "Denied, or partly denied.");
    say("denial_group", "Group", TEXT, 22, "Denial group of the codes.");
    say("denial_group_code", "Group code", CODE, 10, "CO, PR, OA or PI.");
    say(
        "denial_reason_code",
        "Reason",
        CODE,
        9,
        "Claim adjustment reason code with the largest amount.");
    say("remark_codes", "Remark codes", CODE, 16, "Remittance advice remark codes.");
    say("denial_owner", "Who can change it", TEXT, 24, "Owner of the group.");
    say(
        "is_awaiting_corrected_answer",
        "Corrected claim sent",
        TEXT,
        12,
        "Yes: a corrected claim was sent after the denial, and the payer has not answered it yet.");
    say("preventable", "Preventable", TEXT, 12, "yes, partly or no, by group.");
    sum(
        "paid_line_count",
        "Paid lines",
        COUNT,
        "Lines allowed more than nothing; denied ones too where the practice counts them.");
    sum(
        "without_rvu_line_count",
        "Lines without RVU",
        COUNT,
        "Paid lines whose code has no work RVU.");
    sum(
        "without_rvu_paid_amount",
        "Paid without RVU",
        MONEY,
        "Payments for lines whose code has no work RVU.");
    compute(
        "paid_per_work_rvu",
        "Paid per work RVU",
        PRICE,
        "Payments for lines with an RVU, by their work RVUs.",
        column("Paid").dividedBy(column("Work RVU")).toTheCent());
    say("reason", "Reason", TEXT, 50, "Why the line could not be compared or matched.");
    say("first_service_date", "From", DATE, 12, "First date of service.");
    say("last_service_date", "To", DATE, 12, "Last date of service.");
    say("claim_status_code", "Status", CODE, 8, "CLP02.");
    say("is_reversal", "Reversal", TEXT, 9, "Yes for CLP02 22 with a charge not above zero.");
    say("trace_number", "Trace", CODE, 18, "Check or EFT number (TRN02).");
    say("provider_npi", "Provider NPI", CODE, 13, "PLB01.");
    say("adjustment_code", "Code", CODE, 8, "Provider adjustment reason (PLB).");
    say("reference_id", "Reference", CODE, 24, "Reference of the adjustment.");
    say("matched_claim_id", "Claim", CODE, 16, "The one claim that the reference names.");
    sum("amount", "Amount", MONEY, "A positive amount lowers the payment.");
    say("ordinal", "No.", COUNT, 8, "");
    say("control", "Control", TEXT, 58, "Two totals that must agree.");
    say("unit", "Unit", TEXT, 9, "");
    say("expected_amount", "Expected", MONEY, 18, "The first total.");
    say("found_amount", "Found", MONEY, 18, "The second total.");
    say("difference_amount", "Difference", MONEY, 14, "Second less first; zero is right.");
    say("is_required", "Must hold", TEXT, 10, "Yes: the report is not published otherwise.");
    say("disposition", "Disposition", TEXT, 20, "Whether the transaction (ST to SE) went in.");
    say("transaction_date", "Date", DATE, 12, "Payment date, or the day the claims were sent.");
    say("transaction_amount", "Payment", MONEY, 14, "BPR02 as sent.");
    say("claim_count", "Claims", COUNT, 8, "Claims that could be read.");
    say("charge_total", "Charges", MONEY, 14, "Charges that could be read.");
    say("fault_segment_index", "Segment", COUNT, 9, "Where the fault is, counted in the file.");
    say("remedy", "What to do", TEXT, 60, "");
    say("source_file", "File", TEXT, 36, "Path below the source folder.");
    say("status", "Status", TEXT, 16, "What became of the file.");
    say("segment_index", "Segment", COUNT, 9, "Where reading stopped.");
    sum("transaction_count", "Transactions", COUNT, "");
    sum("duplicate_transaction_count", "Known before", COUNT, "Transactions delivered before.");
    sum("submitted_line_count", "Claim lines", COUNT, "");
    sum("submitted_charge_total", "Claim charges", MONEY, "Sum of SV102.");
    sum("remit_line_count", "Remit lines", COUNT, "");
    sum("claim_charge_total", "Remit charges (CLP03)", MONEY, "Sum of CLP03.");
    sum("claim_paid_total", "Paid (CLP04)", MONEY, "Sum of CLP04.");
    sum("line_paid_total", "Paid (SVC03)", MONEY, "Sum of SVC03.");
    sum("provider_adjustment_total", "PLB", MONEY, "Sum of provider adjustments.");
    sum("payment_total", "Payment (BPR02)", MONEY, "Sum of BPR02.");
    say("check_id", "Check", CODE, 8, "");
    say("finding", "Finding", TEXT, 74, "What is odd, and what it concerns.");
    say("row_count", "Rows", COUNT, 10, "Rows concerned, in the whole warehouse.");
    say("amount_is", "Amount is", TEXT, 12, "Whether the amount is charged, paid or a difference.");
  }

  private MartColumns() {}

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

  // Live in the workbook, also in the totals row, where neither sum nor mean of rates would be
  // right.
  private static void compute(
      String name, String header, Format format, String definition, Formula formula) {
    int width = Math.max(11, MartTables.widthOf(header));
    Column column = Column.of(header, format).width(width).meaning(definition);
    COLUMNS.put(name, column.computed(formula).totalled());
  }

  private static void sum(String name, String header, Format format, String definition) {
    int width = Math.max(format == COUNT ? 10 : 15, MartTables.widthOf(header));
    COLUMNS.put(name, Column.of(header, format).width(width).meaning(definition).totalled());
  }

  /** Long sentences wrap. */
  static Column wrapped(String name) {
    Column column = named(name);
    return new Column(
        column.header(), LONG_TEXT, column.widthCharacters(), column.definition(), false);
  }
}
