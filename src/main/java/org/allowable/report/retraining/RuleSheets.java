package org.allowable.report.retraining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.allowable.report.Mart;
import org.allowable.report.Row;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;
import org.allowable.report.Words;

/** What the rules say: limits of sessions, and coding. */
final class RuleSheets {

  private static final int FREEZE_CLAIM = 2;

  private final Review review;

  RuleSheets(Review review) {
    this.review = review;
  }

  /** The sheets, in order. */
  List<Sheet> all() {
    return List.of(radar(), proof(), policies(), coding(), findings());
  }

  private Sheet radar() {
    return Sheet.of(
        SheetNames.RADAR,
        "Patients by the sessions they have left",
        "Sessions in the rolling window that ends on the last day of the period. Sessions at other practices are not seen.",
        Tables.lettered(
            review,
            review.rows("mart_session_radar"),
            "patient",
            "payer",
            "region",
            "status",
            "performed_count",
            "paid_count",
            "cap",
            "last_session_date",
            "next_allowed_date",
            "session_dates",
            "policy",
            "limit_name",
            "policy_from_date",
            "rendering_npi as physician"));
  }

  private Sheet proof() {
    return Sheet.of(
        SheetNames.PROOF,
        "Was it right to deny for frequency?",
        "The sessions that the policy counts, up to the day denied. Wrong: within the cap with the whole window seen here. Cannot tell: sessions elsewhere, or something else decides. Sources of the policies: next sheet; charges and codes: tables/mart_frequency_proof.csv.",
        Tables.of(
            review.rows("mart_frequency_proof"),
            "claim_id",
            "claim_line_number",
            "patient",
            "payer",
            "service_date",
            "hcpcs_code",
            "region",
            "counted_count",
            "cap",
            "verdict",
            "verdict_reason",
            "appeal",
            "session_dates",
            "policy",
            "policy_from_date"));
  }

  private Sheet policies() {
    return Sheet.of(
        SheetNames.POLICIES,
        "Which limits hold for which payer",
        "From the practice file, or by the payer's class where it says nothing. The table of policies is the practice's to change.",
        Tables.of(
            review.rows("mart_session_policy"),
            "payer",
            "assigned_by",
            "policy",
            "title",
            "limit_name",
            "unit",
            "window_months",
            "cap",
            "minimum_gap_days",
            "policy_from_date",
            "source"));
  }

  private Sheet coding() {
    Map<String, List<Mart.Line>> byRule = new TreeMap<>();
    for (Mart.Line line : review.small("mart_review_finding").lines()) {
      byRule.computeIfAbsent(line.text("rule"), rule -> new ArrayList<>()).add(line);
    }
    List<Row> rows = new ArrayList<>();
    byRule.forEach(
        (rule, of) ->
            rows.add(
                Row.of(
                    rule,
                    of.get(0).text("label"),
                    Words.of(of.get(0).text("severity")),
                    (long) of.size(),
                    Mart.of(lines(of)).sum("charge_amount"),
                    lines(of).stream().filter(l -> l.text("was_denied").equals("true")).count())));
    return Sheet.of(
        SheetNames.CODING,
        "What the coding review finds on lines served in the period",
        "Before the payer does: each finding is on the next sheet, with the rule, its date and the fix. A line may have several, of one rule too; its charges count once for each rule.",
        TableBlock.of(
                List.of(
                    ReviewColumns.named("rule"),
                    ReviewColumns.named("label"),
                    ReviewColumns.named("severity"),
                    ReviewColumns.named("finding_count"),
                    ReviewColumns.named("charge_amount"),
                    ReviewColumns.named("denied_line_count")),
                rows)
            .heading("Findings by rule"),
        Tables.of(
                review.rows("mart_coding_coverage"),
                "coding_check",
                "outcome as check_outcome",
                "line_count",
                "charge_amount")
            .heading("What could be checked, and what stayed silent and why (all lines on file)")
            .frozen(0));
  }

  // A line that lacks three things is one line with its charges.
  private static List<Mart.Line> lines(List<Mart.Line> findings) {
    Map<String, Mart.Line> byKey = new LinkedHashMap<>();
    findings.forEach(finding -> byKey.putIfAbsent(finding.text("claim_line_key"), finding));
    return List.copyOf(byKey.values());
  }

  private Sheet findings() {
    return Sheet.of(
        SheetNames.FINDINGS,
        "Coding findings, line by line",
        "",
        Tables.of(
                review.rows("mart_review_finding"),
                "claim_id",
                "claim_line_number",
                "service_date",
                "payer",
                "hcpcs_code",
                "modifiers",
                "label",
                "other_hcpcs_code",
                "detail",
                "fix",
                "severity",
                "charge_amount",
                "medicare_fee_amount",
                "was_denied",
                "source")
            .frozen(FREEZE_CLAIM));
  }
}
