package org.allowable.report.monthly;

import java.util.List;
import org.allowable.config.DateBasis;
import org.allowable.config.WorkRvuConvention;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;

/** What was done and what came of it: work RVUs by physician, and thirteen months. */
final class ProductionSheets {

  private final WorkRvuConvention convention;
  private final DateBasis dateBasis;
  private final Marts marts;

  ProductionSheets(WorkRvuConvention convention, DateBasis dateBasis, Marts marts) {
    this.convention = convention;
    this.dateBasis = dateBasis;
    this.marts = marts;
  }

  /** The sheets in order. */
  List<Sheet> all() {
    return List.of(workRvu(), trend());
  }

  private Sheet workRvu() {
    return Sheet.of(
        SheetNames.WORK_RVU,
        "Work RVUs and payments by physician",
        "Lines that were allowed something%s. %s Paid is what payers paid for the lines with a work RVU: it leaves out what patients pay, lines allowed nothing, lines without a work RVU such as drugs (shown apart), and payments that belong to no line, such as interest, incentives, capitation and provider adjustments (PLB)."
            .formatted(
                convention.deniedLines() == WorkRvuConvention.DeniedLines.COUNTED
                    ? ", and denied ones"
                    : "",
                convention.sentence()),
        Tables.of(
                marts.rows("mart_work_rvu"),
                "physician",
                "rendering_npi",
                "paid_line_count",
                "listed_work_rvu",
                "work_rvu",
                "paid_amount",
                "paid_per_work_rvu",
                "without_rvu_line_count",
                "without_rvu_paid_amount")
            .totalled());
  }

  private Sheet trend() {
    return Sheet.of(
        SheetNames.TREND,
        "Thirteen months",
        "Months by the date basis of the report. The newest months still wait for remittances. Work RVUs by the conventions of the sheet Work RVU. Constant work RVUs are every month's lines at the values of the report month, so that a change of CMS's values is no change of work.",
        Tables.of(
                marts.rows("mart_trend"),
                "report_month",
                "line_count",
                "compared_line_count",
                "charge_amount",
                "expected_allowed_amount",
                "allowed_amount",
                "variance_amount",
                "underpaid_line_count",
                "work_rvu",
                "constant_work_rvu")
            .heading("Money and work"),
        paid(),
        Tables.of(
                marts.rows("mart_trend"),
                "report_month",
                "first_answered_line_count",
                "initially_denied_line_count",
                "initial_denial_rate",
                "adjudicated_line_count",
                "rated_line_count",
                "denied_line_count",
                "denial_rate",
                "denied_charge_amount",
                "unjudged_line_count",
                "unjudged_charge_amount",
                "open_line_count",
                "open_charge_amount")
            .heading("Denied, not judged, open"));
  }

  private TableBlock paid() {
    return dateBasis == DateBasis.PAYMENT
        ? Tables.of(
                marts.rows("mart_trend"),
                "report_month",
                "underpaid_amount",
                "underpaid_payer_amount",
                "underpaid_patient_amount",
                "paid_amount as month_paid_amount",
                "unmatched_paid_amount")
            .heading("Underpaid and paid")
        : Tables.of(
                marts.rows("mart_trend"),
                "report_month",
                "underpaid_amount",
                "underpaid_payer_amount",
                "underpaid_patient_amount",
                "paid_amount")
            .heading("Underpaid and paid");
  }
}
