package org.allowable.report.monthly;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.allowable.model.ReportPeriod;
import org.allowable.report.Format;
import org.allowable.report.KeyFigure;
import org.allowable.report.KeyFigures;
import org.allowable.report.Mart;

/**
 * What came back since claims were sent to payers, what is still out, and which next steps wait.
 */
final class RecoveryFigures {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);

  private RecoveryFigures() {}

  /** A strip of figures; none where the worklist says of no claim that it was sent. */
  static Optional<KeyFigures> figures(Marts marts, ReportPeriod period) {
    List<Mart.Line> lines = marts.small("mart_recovery").lines();
    return lines.isEmpty() ? Optional.empty() : Optional.of(figures(lines.get(0), period));
  }

  private static KeyFigures figures(Mart.Line line, ReportPeriod period) {
    return KeyFigures.of(
        KeyFigure.of(
                period.unit().said("Recovered in the {period}"),
                line.number("period_recovered_amount"),
                Format.DOLLARS)
            .compared(
                "%s to date, on %s claims sent"
                    .formatted(
                        Format.DOLLARS.display(line.number("recovered_to_date_amount")),
                        count(line, "sent_claim_count")))
            .to(MonthlySheetNames.RECOVERED),
        KeyFigure.of("Still out", line.known("still_out_amount"), Format.DOLLARS)
            .compared(stillOut(line)),
        KeyFigure.of("Next steps due", line.number("next_step_claim_count"), Format.COUNT)
            .compared(
                line.cells().get("first_next_step_date") instanceof LocalDate first
                    ? "claims on the worklist, the first on " + DAY.format(first)
                    : "claims on the worklist"));
  }

  private static String stillOut(Mart.Line line) {
    String claims =
        "%s claims sent, as of %s"
            .formatted(
                count(line, "out_claim_count"),
                line.cells().get("denial_as_of_date") instanceof LocalDate day
                    ? DAY.format(day)
                    : "the last remittance");
    return line.number("without_amount_line_count").signum() == 0
        ? claims
        : claims
            + "; %s lines without an amount".formatted(count(line, "without_amount_line_count"));
  }

  private static String count(Mart.Line line, String column) {
    return Format.COUNT.display(line.number(column));
  }
}
