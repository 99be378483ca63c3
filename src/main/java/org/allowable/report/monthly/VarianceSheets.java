package org.allowable.report.monthly;

import java.time.YearMonth;
import java.util.List;
import org.allowable.config.DateBasis;
import org.allowable.config.Practice;
import org.allowable.report.Format;
import org.allowable.report.Sheet;

/** What was expected against what was allowed: by payer, by line, by pattern, with the proof. */
final class VarianceSheets {

  private final Practice.Thresholds limits;
  private final YearMonth month;
  private final DateBasis dateBasis;
  private final Marts marts;

  VarianceSheets(Practice practice, YearMonth month, DateBasis dateBasis, Marts marts) {
    this.limits = practice.thresholds();
    this.month = month;
    this.dateBasis = dateBasis;
    this.marts = marts;
  }

  /** The sheets in order. */
  List<Sheet> all() {
    return List.of(
        byPayer(), underpaidLines(), priceProof(), shortfallPatterns(), rankAfterDenial());
  }

  private Sheet byPayer() {
    return Sheet.of(
        SheetNames.BY_PAYER,
        "Expected against allowed, by setting and payer",
        "Expected and allowed hold the same lines: those with both amounts. The parts of the variance add up to it.",
        Tables.of(
                marts.variance(month),
                "setting",
                "payer",
                "line_count",
                "compared_line_count",
                "expected_allowed_amount",
                "allowed_amount",
                "variance_amount",
                "denied_variance_amount",
                "underpaid_variance_amount",
                "underpaid_payer_variance_amount",
                "underpaid_patient_variance_amount",
                "overpaid_variance_amount",
                "tolerated_variance_amount",
                "underpaid_line_count")
            .totalled(),
        Tables.of(
                marts.variance(month),
                "setting",
                "payer",
                "payer_class",
                "charge_amount",
                "expected_payment_amount",
                "first_payer_paid_amount",
                paid(),
                "denied_line_count as all_denied_line_count",
                "unjudged_line_count",
                "unjudged_charge_amount",
                "open_line_count",
                "open_charge_amount")
            .totalled()
            .heading("Charges, payments and what could not be compared"));
  }

  private String paid() {
    return dateBasis == DateBasis.PAYMENT ? "paid_amount as month_paid_amount" : "paid_amount";
  }

  private Sheet underpaidLines() {
    return Sheet.of(
        SheetNames.UNDERPAID,
        "Underpaid lines",
        "Short by at least %s and %s of the expected amount. Worth working from %s and %s. What the payer owes and what would be the patient's, by the coinsurance and deductible of the line's own answer, add up to the shortfall."
            .formatted(
                Format.MONEY.display(limits.underpaidAmount()),
                Format.RATE.display(limits.underpaidShare()),
                Format.MONEY.display(limits.queueAmount()),
                Format.RATE.display(limits.queueShare())),
        Tables.of(
                marts.rows("mart_underpaid_line"),
                "claim_id",
                "claim_line_number",
                "payer",
                "physician",
                "setting",
                "service_date",
                "hcpcs_code",
                "modifiers",
                "service_unit_quantity",
                "expected_allowed_amount",
                "allowed_amount",
                "shortfall_amount",
                "shortfall_share",
                "payer_shortfall_amount",
                "patient_shortfall_amount",
                "is_worth_working",
                "expected_basis",
                "payer_claim_control_number")
            .totalled()
            .frozen(2));
  }

  private Sheet priceProof() {
    return Sheet.of(
        SheetNames.PROOF,
        "How each underpaid line was priced",
        "Fee of one unit = work, practice expense and malpractice RVU, each times its GPCI, added up, times the conversion factor, to the cent. Medicare = (fee x counted units, less reduced parts) x sides x modifiers x credential x participation, to the cent, and no more than cap and charge. Each factor is the one that was applied.",
        Tables.of(
                marts.rows("mart_underpaid_line"),
                "claim_id",
                "claim_line_number",
                "hcpcs_code",
                "modifiers",
                "setting",
                "service_unit_quantity",
                "work_rvu",
                "work_gpci",
                "pe_rvu",
                "pe_gpci",
                "mp_rvu",
                "mp_gpci",
                "conversion_factor",
                "release",
                "release_in_force",
                "fee_amount",
                "rank_steps",
                "counted_unit_quantity",
                "part_reduction_amount",
                "sides_share",
                "modifier_share",
                "credential_share",
                "participation_share",
                "opps_cap_amount",
                "medicare_allowed_amount",
                "expected_basis",
                "expected_allowed_amount",
                "allowed_amount_source",
                "match_method")
            .frozen(2));
  }

  private Sheet rankAfterDenial() {
    return Sheet.of(
        SheetNames.RANK_AFTER_DENIAL,
        "Procedures ranked behind a denied one",
        "Of several procedures of a day the first is expected in full and the others at less. Where the payer denied one, those behind it are expected as billed everywhere else in this workbook; a payer that ranks only what it allows owes the next one in full.",
        Tables.of(
                marts.rows("mart_rank_after_denial"),
                "payer",
                "line_count",
                "expected_allowed_amount",
                "expected_among_allowed_amount",
                "allowed_amount",
                "owed_among_allowed_amount",
                "as_billed_line_count",
                "among_allowed_line_count",
                "neither_line_count",
                "followed_rank")
            .heading("By payer, thirteen months"),
        Tables.of(
                marts.rows("mart_rank_after_denial_line"),
                "claim_id",
                "claim_line_number",
                "payer",
                "physician",
                "service_date",
                "hcpcs_code",
                "modifiers",
                "rank_steps",
                "expected_allowed_amount",
                "expected_among_allowed_amount",
                "allowed_amount",
                "owed_among_allowed_amount",
                "followed_rank",
                "payer_claim_control_number")
            .heading("Lines of the report month"));
  }

  private Sheet shortfallPatterns() {
    return Sheet.of(
        SheetNames.PATTERNS,
        "Shortfall patterns of the last thirteen months",
        "Three lines or more of a payer, code and setting that fall short by the same share, however little: one root cause.",
        Tables.of(
                marts.rows("mart_shortfall_pattern"),
                "payer",
                "hcpcs_code",
                "setting",
                "allowed_share",
                "line_count",
                "underpaid_line_count",
                "shortfall_amount",
                "first_service_date",
                "last_service_date")
            .totalled());
  }
}
