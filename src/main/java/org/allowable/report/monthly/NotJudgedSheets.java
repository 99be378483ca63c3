package org.allowable.report.monthly;

import java.util.List;
import org.allowable.report.Sheet;

/** What could not be compared, so that nothing falls out: by reason, by line, and unmatched. */
final class NotJudgedSheets {

  private final Marts marts;

  NotJudgedSheets(Marts marts) {
    this.marts = marts;
  }

  /** The sheets in order. */
  List<Sheet> all() {
    return List.of(byReason(), lines(), notMatched());
  }

  private Sheet byReason() {
    return Sheet.of(
        SheetNames.NOT_JUDGED,
        "What could not be compared",
        "Every line of the month without an expected or an allowed amount, by reason, those without a remittance too: none is left out of the counts.",
        Tables.of(
                marts.rows("mart_not_judged"),
                "reason",
                "payer",
                "hcpcs_code",
                "line_count",
                "charge_amount",
                "allowed_amount",
                "paid_amount")
            .totalled());
  }

  private Sheet lines() {
    return Sheet.of(
        SheetNames.NOT_JUDGED_LINES,
        "Lines that could not be compared",
        "Each line behind the sheet before.",
        Tables.of(
                marts.rows("mart_not_judged_line"),
                "claim_id",
                "claim_line_number",
                "reason",
                "payer",
                "physician",
                "site",
                "setting",
                "place_of_service_code",
                "service_date",
                "submitted_date",
                "payment_date",
                "hcpcs_code",
                "modifiers",
                "service_unit_quantity",
                "charge_amount",
                "medicare_allowed_amount",
                "allowed_amount",
                "paid_amount")
            .totalled()
            .frozen(2));
  }

  private Sheet notMatched() {
    return Sheet.of(
        SheetNames.NOT_MATCHED,
        "Remittance lines without a claim line",
        "Paid in the month, and in no other sheet: the claim is not in the warehouse, or the line cannot be told.",
        Tables.of(
                marts.rows("mart_not_matched"),
                "claim_id",
                "remit_line_seq",
                "reason",
                "payer_name",
                "payer_claim_control_number",
                "claim_status_code",
                "service_date",
                "payment_date",
                "adjudicated_hcpcs_code",
                "is_reversal",
                "charge_amount",
                "allowed_amount",
                "paid_amount as sent_paid_amount")
            .totalled());
  }
}
