package org.allowable.report.monthly;

import java.math.BigDecimal;
import org.allowable.report.Format;
import org.allowable.report.KeyFigure;
import org.allowable.report.KeyFigures;
import org.allowable.report.Mart;

/** What nobody answered and what has to be given back, side by side and never netted. */
final class OpenItems {

  private static final String NO_REMITTANCES = "no remittances on file";

  private OpenItems() {}

  /** A strip of figures, as of the end of the period. */
  static KeyFigures figures(Marts marts) {
    Mart unanswered =
        marts
            .small("mart_unanswered")
            .where(line -> !line.text("answer_state").equals("LATER_PAYER"));
    boolean hasRemittances = marts.hasRemittances();
    Mart balances = marts.small("mart_credit_balance_payer");
    BigDecimal late =
        unanswered.sum("late_charge_amount").add(unanswered.sum("limit_due_charge_amount"));
    return KeyFigures.of(
        KeyFigure.of("Unanswered (charges)", unanswered.sum("charge_amount"), Format.DOLLARS)
            .compared(
                "%s lines; late or near the filing limit %s"
                    .formatted(
                        Format.COUNT.display(unanswered.sum("line_count")),
                        Format.DOLLARS.display(late)))
            .to(MonthlySheetNames.UNANSWERED),
        KeyFigure.of(
                "Owed back to payers",
                hasRemittances ? balances.sum("owed_back_amount") : null,
                Format.DOLLARS)
            .compared(hasRemittances ? "not netted against underpayments" : NO_REMITTANCES)
            .to(MonthlySheetNames.CREDIT_BALANCES),
        KeyFigure.of(
                "Being taken back",
                hasRemittances ? balances.sum("being_taken_back_amount") : null,
                Format.DOLLARS)
            .compared(
                hasRemittances
                    ? "not tied to a claim: "
                        + Format.DOLLARS.display(balances.sum("not_tied_amount"))
                    : NO_REMITTANCES)
            .to(MonthlySheetNames.CREDIT_BALANCES));
  }
}
