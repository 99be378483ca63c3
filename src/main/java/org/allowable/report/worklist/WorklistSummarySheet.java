package org.allowable.report.worklist;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.allowable.model.Rows;
import org.allowable.report.Format;
import org.allowable.report.KeyFigure;
import org.allowable.report.KeyFigures;
import org.allowable.report.Mart;
import org.allowable.report.MartTables;
import org.allowable.report.Page;
import org.allowable.report.Sheet;

/** What is within its window, sent, recovered and lost, by payer, and the controls. */
final class WorklistSummarySheet {

  private final Map<String, Rows> marts;
  private final LocalDate asOf;

  WorklistSummarySheet(Map<String, Rows> marts, LocalDate asOf) {
    this.marts = marts;
    this.asOf = asOf;
  }

  Sheet sheet() {
    Rows payers = Objects.requireNonNull(marts.get("mart_worklist_payer"));
    return new Sheet(
        "Summary",
        "Within the window, sent, recovered and lost",
        "Deadlines as of %s. Overpayments are netted with nothing; what is not valid is in no other sum."
            .formatted(Format.DATE.display(asOf)),
        List.of(
            figures(Mart.of(payers)),
            MartTables.PLAIN
                .of(
                    payers,
                    "payer",
                    "claim_count",
                    "within_line_count",
                    "within_amount",
                    "lost_line_count",
                    "lost_amount",
                    "not_valid_line_count",
                    "not_valid_amount")
                .heading("To be worked, by payer")
                .totaled(),
            MartTables.PLAIN
                .of(
                    payers,
                    "payer",
                    "sent_line_count",
                    "asked_amount",
                    "recovered_amount as recovered_since_amount",
                    "still_out_amount",
                    "refused_amount",
                    "overpaid_line_count",
                    "overpaid_amount")
                .heading("Sent, recovered and overpaid, by payer")
                .totaled()),
        Page.LANDSCAPE);
  }

  private static KeyFigures figures(Mart payers) {
    return KeyFigures.of(
        figure(payers, "Within window", "within_amount", "within_line_count", "lines"),
        figure(payers, "Past deadline", "lost_amount", "lost_line_count", "lines"),
        figure(payers, "Sent, still out", "still_out_amount", "sent_line_count", "lines sent"),
        KeyFigure.of("Recovered", payers.sum("recovered_amount"), Format.DOLLARS)
            .compared("since claims were sent"),
        figure(payers, "Not valid", "not_valid_amount", "not_valid_line_count", "lines"),
        figure(payers, "Overpaid", "overpaid_amount", "overpaid_line_count", "lines"));
  }

  private static KeyFigure figure(
      Mart payers, String label, String amount, String lines, String unit) {
    BigDecimal count = payers.sum(lines);
    return KeyFigure.of(label, payers.sum(amount), Format.DOLLARS)
        .compared(Format.COUNT.display(count) + " " + unit);
  }
}
