package org.allowable.report.packet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.allowable.report.Column;
import org.allowable.report.ColumnBook;
import org.allowable.report.CsvTable;
import org.allowable.report.Mart;
import org.allowable.report.MartTables;
import org.allowable.report.Page;
import org.allowable.report.ReportRow;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;
import org.allowable.report.Workbook;
import org.jspecify.annotations.Nullable;

/**
 * The claim list that goes with a letter: lines with what payers ask for, and how each is priced.
 */
final class ClaimListing {

  /** The sheet of the claims. */
  static final String CLAIMS = "Claims";

  private static final String[] PRICED = {
    "claim_id",
    "claim_line_number",
    "service_date",
    "hcpcs_code",
    "modifiers",
    "service_unit_quantity",
    "work_rvu as unit_work_rvu",
    "work_gpci",
    "pe_rvu",
    "pe_gpci",
    "mp_rvu",
    "mp_gpci",
    "conversion_factor",
    "release",
    "fee_amount",
    "rank_steps",
    "counted_unit_quantity",
    "part_reduction_amount",
    "sides_share",
    "modifier_share",
    "credential_share",
    "participation_share",
    "opps_cap_amount",
    "medicare_fee_amount",
    "base_amount as unit_base_amount",
    "contract_share",
    "contract_modifier_share",
    "escalator_factor as contract_escalator",
    "is_price_charge",
    "expected_allowed_amount"
  };

  // Places in the list for payers' systems.
  private static final int TAX_ID = 12;
  private static final int CAUSE = 15;

  private final PacketFacts facts;
  private final PacketMarts marts;
  private final String cause;

  ClaimListing(PacketFacts facts, PacketMarts marts, String cause) {
    this.facts = facts;
    this.marts = marts;
    this.cause = cause;
  }

  private static List<Column> columns() {
    return List.of(
        ColumnBook.named("claim_id").width(12),
        ColumnBook.named("payer_claim_control_number").width(16),
        ColumnBook.named("patient_name").width(17),
        ColumnBook.named("member_id").width(12),
        ColumnBook.named("service_date").width(11),
        ColumnBook.named("hcpcs_code").width(8),
        ColumnBook.named("modifiers").width(9),
        ColumnBook.named("service_unit_quantity").width(8),
        ColumnBook.named("charge_amount").width(11),
        ColumnBook.named("allowed_amount").width(11),
        ColumnBook.named("expected_allowed_amount").width(11),
        ColumnBook.named("disputed_amount").width(11),
        ColumnBook.named("tax_id"),
        ColumnBook.named("billed_by_npi").width(11),
        ColumnBook.named("performed_by_npi").width(11),
        ColumnBook.named("worklist_cause").width(28),
        ColumnBook.named("denied_as").width(12));
  }

  private List<ReportRow> rows() {
    List<ReportRow> rows = new ArrayList<>();
    for (Mart.Line line : marts.lines(cause).lines()) {
      rows.add(
          ReportRow.of(
              line.cells().get("claim_id"),
              line.cells().get("payer_claim_control_number"),
              // To fill in, by hand or from the practice's own files.
              null,
              null,
              line.cells().get("service_date"),
              line.cells().get("hcpcs_code"),
              line.cells().get("modifiers"),
              line.cells().get("service_unit_quantity"),
              line.cells().get("charge_amount"),
              line.cells().get("allowed_amount"),
              line.cells().get("expected_allowed_amount"),
              line.cells().get("disputed_amount"),
              facts.letterhead().taxId(),
              line.cells().get("billing_npi"),
              line.cells().get("rendering_npi"),
              line.cells().get("worklist_cause"),
              line.cells().get("denial_codes")));
    }
    return rows;
  }

  /** The list for payers' own systems. */
  void writeCsv(Path file) throws IOException {
    Iterator<@Nullable Object[]> cells =
        rows().stream().map(row -> (@Nullable Object[]) row.values().toArray()).iterator();
    CsvTable.write(file, columns().stream().map(Column::header).toList(), cells);
  }

  /** The list as a workbook. */
  Workbook workbook() {
    List<Sheet> sheets = new ArrayList<>();
    sheets.add(
        Sheet.of(
                CLAIMS,
                "Claims of the letter: " + cause,
                note(),
                TableBlock.of(
                        shown(columns()),
                        rows().stream()
                            .map(row -> ReportRow.of(shown(row.values()).toArray()))
                            .toList())
                    .totaled()
                    .frozen(1))
            .on(Page.EVERY_ROW));
    sheets.add(steps());
    Mart sessions = marts.sessions(cause);
    if (!sessions.lines().isEmpty()) {
      sheets.add(
          Sheet.of(
              "Sessions",
              "Sessions that the policy counts, for each frequency denial",
              "Counted: sessions in the window, the denied one among them. Each count is within the limit.",
              MartTables.PLAIN
                  .of(
                      sessions,
                      "claim_id",
                      "payer_claim_control_number",
                      "service_date",
                      "hcpcs_code",
                      "denial_codes as denied_as",
                      "region",
                      "counted_count",
                      "cap",
                      "unit as limit_unit",
                      "window_from_date",
                      "session_dates",
                      "title",
                      "policy_from_date")
                  .frozen(2)));
    }
    Mart evidence = marts.evidence(cause);
    if (!evidence.lines().isEmpty()) {
      sheets.add(
          Sheet.of(
                  "Documents",
                  "Documents to enclose, by reason of denial",
                  "Add them before the packet is sent.",
                  MartTables.PLAIN
                      .of(
                          evidence,
                          "denial_group",
                          "evidence as needed_evidence",
                          "line_count",
                          "disputed_amount")
                      .frozen(0))
              .on(Page.PORTRAIT));
    }
    sheets.add(
        Sheet.of(
            "Sources",
            "Contract clauses and CMS rules behind the expected amounts",
            "",
            MartTables.PLAIN
                .of(
                    marts.sources(cause),
                    "clause",
                    "clause_from_date",
                    "clause_to_date",
                    "release",
                    "release_from_date",
                    "release_source",
                    "line_count",
                    "disputed_amount")
                .totaled()
                .frozen(0)));
    return new Workbook(
            "Claim list",
            facts.payer() + " \u00b7 " + cause,
            facts.instant(),
            true,
            facts.properties(),
            sheets)
        .called(facts.fileName("claim list"));
  }

  private String note() {
    String taxId = facts.letterhead().taxId();
    return "Difference is expected allowed less allowed, line by line. Patient and member ID come from the"
        + " practice's own files where it gives them, or are to fill in."
        + (taxId == null ? "" : " Billed with TIN %s.".formatted(taxId));
  }

  // What is the same on every line stands above them: so a line is one page wide in print.
  private <T extends @Nullable Object> List<T> shown(List<T> cells) {
    List<T> shown = new ArrayList<>(cells);
    shown.remove(CAUSE);
    if (facts.letterhead().taxId() != null) {
      shown.remove(TAX_ID);
    }
    return shown;
  }

  private Sheet steps() {
    Mart lines = marts.lines(cause);
    List<ReportRow> words = new ArrayList<>();
    for (Mart.Line line : lines.lines()) {
      words.add(
          ReportRow.of(
              line.cells().get("claim_id"),
              line.cells().get("claim_line_number"),
              line.cells().get("service_date"),
              line.cells().get("hcpcs_code"),
              line.cells().get("modifiers"),
              line.cells().get("clause"),
              PriceSteps.inWords(line),
              line.cells().get("expected_allowed_amount")));
    }
    TableBlock inWords =
        TableBlock.of(
                List.of(
                    ColumnBook.named("claim_id"),
                    ColumnBook.named("claim_line_number"),
                    ColumnBook.named("service_date"),
                    ColumnBook.named("hcpcs_code"),
                    ColumnBook.named("modifiers"),
                    ColumnBook.named("clause").width(30),
                    ColumnBook.named("price_steps"),
                    ColumnBook.named("expected_allowed_amount")),
                words)
            .heading("In words")
            .frozen(0);
    return Sheet.of(
            "Pricing",
            "How the expected amount of each line is made",
            "Fees are rounded once, to the cent. Shares are the ones that were applied, in order.",
            inWords,
            MartTables.PLAIN.of(lines, PRICED).heading("Every factor").frozen(0))
        .on(Page.EVERY_ROW);
  }
}
