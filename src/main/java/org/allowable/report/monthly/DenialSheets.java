package org.allowable.report.monthly;

import java.util.ArrayList;
import java.util.List;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;

/** What was denied: by physician, by reason, by line. */
final class DenialSheets {

  private final Marts marts;

  DenialSheets(Marts marts) {
    this.marts = marts;
  }

  /** The sheets in order. */
  List<Sheet> all() {
    return List.of(byPhysician(), byReason(), lines());
  }

  private Sheet byPhysician() {
    return Sheet.of(
        SheetNames.DENIAL_PHYSICIAN,
        "Denials by rendering physician",
        "A line is denied by its money and grouped by its codes. Rates of few lines say little; they are not a ranking.",
        Tables.of(
                marts.rows("mart_denial_by_physician"),
                "physician",
                "rendering_npi",
                "adjudicated_line_count",
                "denied_line_count",
                "denial_rate",
                "denied_charge_amount",
                "denied_expected_amount",
                "denied_without_expectation_line_count",
                "partly_denied_line_count",
                "duplicate_line_count")
            .totalled(),
        byGroup(
            "CO-4, CO-97 and frequency",
            "co_4_line_count",
            "co_4_charge_amount",
            "co_97_line_count",
            "co_97_charge_amount",
            "frequency_line_count",
            "frequency_charge_amount",
            "other_coding_line_count",
            "other_bundling_line_count"),
        byGroup(
            "All other groups, in lines",
            "medical_necessity_line_count",
            "authorization_line_count",
            "registration_line_count",
            "timely_filing_line_count",
            "documentation_line_count",
            "credentialing_line_count",
            "non_covered_line_count",
            "other_line_count"));
  }

  private TableBlock byGroup(String heading, String... counts) {
    List<String> columns = new ArrayList<>(List.of("physician", "rendering_npi"));
    columns.addAll(List.of(counts));
    return Tables.of(marts.rows("mart_denial_by_physician"), columns.toArray(String[]::new))
        .totalled()
        .heading(heading);
  }

  private Sheet byReason() {
    return Sheet.of(
        SheetNames.DENIAL_REASON,
        "Denials by group and reason",
        "One reason a line: the code with the largest amount. Duplicates are in this total and in no denial rate. Groups and owners are rows of a table that the practice may change.",
        Tables.of(
                marts.rows("mart_denial_by_reason"),
                "denial_group",
                "denial_group_code",
                "denial_reason_code",
                "denial_owner",
                "preventable",
                "denied_line_count as all_denied_line_count",
                "charge_amount",
                "expected_allowed_amount",
                "without_expectation_line_count")
            .totalled());
  }

  private Sheet lines() {
    return Sheet.of(
        SheetNames.DENIED_LINES,
        "Denied lines",
        "Each denied or partly denied line, the largest charge first.",
        Tables.of(
                marts.rows("mart_denied_line"),
                "claim_id",
                "claim_line_number",
                "payer",
                "physician",
                "service_date",
                "payment_date",
                "hcpcs_code",
                "modifiers",
                "charge_amount",
                "expected_allowed_amount",
                "denial",
                "denial_group",
                "denial_group_code",
                "denial_reason_code",
                "remark_codes",
                "denial_owner",
                "is_awaiting_corrected_answer",
                "payer_claim_control_number")
            .totalled()
            .frozen(2));
  }
}
