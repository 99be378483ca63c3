package org.allowable.report.monthly;

import java.util.List;
import org.allowable.report.Column;
import org.allowable.report.Format;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;

/** What shows that the numbers may be trusted: adjustments, totals, files, checks. */
final class ControlSheets {

  private final Marts marts;

  ControlSheets(Marts marts) {
    this.marts = marts;
  }

  /** The sheets in order. */
  List<Sheet> all() {
    return List.of(providerAdjustments(), controlTotals(), files(), dataQuality());
  }

  private Sheet providerAdjustments() {
    return Sheet.of(
        SheetNames.PROVIDER_ADJUSTMENTS,
        "Provider adjustments",
        "Adjustments of payments outside any claim (PLB), never folded into a line.",
        Tables.of(
                marts.rows("mart_provider_adjustment"),
                "payment_date",
                "payer_name",
                "trace_number",
                "provider_npi",
                "adjustment_code",
                "reference_id",
                "matched_claim_id",
                "amount")
            .totalled());
  }

  private Sheet controlTotals() {
    return Sheet.of(
        SheetNames.CONTROLS,
        "Control totals",
        "Over the whole warehouse. The report is not published when one that must hold does not.",
        controls("dollars").heading("In dollars"),
        inRows(controls("rows").heading("In rows")));
  }

  private TableBlock controls(String unit) {
    return Tables.of(
        marts
            .small("mart_control_total")
            .and(marts.small("mart_cash_control"))
            .where(line -> line.text("unit").equals(unit)),
        "ordinal",
        "control",
        "expected_amount",
        "found_amount",
        "difference_amount",
        "is_required");
  }

  // The mart holds both in one column; rows are no dollars.
  private static TableBlock inRows(TableBlock table) {
    List<Column> columns =
        table.columns().stream()
            .map(column -> column.format() == Format.MONEY ? column.as(Format.COUNT) : column)
            .toList();
    return new TableBlock(
        table.heading(), columns, table.rows(), table.totals(), table.frozenColumns());
  }

  private Sheet files() {
    return Sheet.of(
        SheetNames.FILES,
        "Files",
        "What each file held when it was read. The difference is against the warehouse's tables.",
        Tables.of(
                marts.rows("mart_input_file"),
                "source_file",
                "status",
                "reason",
                "segment_index",
                "transaction_count",
                "duplicate_transaction_count",
                "submitted_line_count",
                "submitted_charge_total",
                "remit_line_count",
                "claim_charge_total",
                "claim_paid_total",
                "line_paid_total",
                "provider_adjustment_total",
                "payment_total",
                "difference_amount")
            .totalled());
  }

  private Sheet dataQuality() {
    return Sheet.of(
        SheetNames.DATA_QUALITY,
        "Data quality",
        "Checks over the whole warehouse: rows and dollars concerned. None of them is dropped.",
        Tables.of(
            marts.rows("mart_data_quality"),
            "check_id",
            "finding",
            "row_count",
            "amount",
            "amount_is"),
        Tables.of(
            marts.rows("mart_transaction_exception"),
            "disposition",
            "trace_number",
            "payer_name",
            "transaction_date",
            "transaction_amount",
            "claim_count",
            "line_count",
            "charge_total",
            "source_file",
            "fault_segment_index",
            "reason",
            "remedy"),
        Tables.of(
                marts.small("mart_release_basis"),
                "fee_schedule",
                "release_basis",
                "release",
                "release_in_force",
                "line_count",
                "charge_amount",
                "cms_page")
            .heading("Medicare releases behind the lines of the report month"));
  }
}
