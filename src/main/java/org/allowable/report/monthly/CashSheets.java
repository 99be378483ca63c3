package org.allowable.report.monthly;

import java.util.List;
import org.allowable.report.Sheet;

/** What came in by the day it was paid: by payer, by month against the remittances, by line. */
final class CashSheets {

  private final Marts marts;

  CashSheets(Marts marts) {
    this.marts = marts;
  }

  /** The sheets in order. */
  List<Sheet> all() {
    return List.of(byPayer(), lines());
  }

  private Sheet byPayer() {
    return Sheet.of(
        SheetNames.CASH,
        "Payments by payment date",
        "Every payment and reversal in the month of its own payment date (BPR16), whatever the date basis of the report. A payer is that of the claim line; what belongs to no line stands at the end, with the payer of the remittance and the reason.",
        Tables.of(
                marts.rows("mart_cash"),
                "setting",
                "payer",
                "reason as unmatched_reason",
                "first_payer_cash_amount",
                "later_payer_cash_amount",
                "reversed_amount",
                "cash_amount")
            .totalled(),
        Tables.of(
                marts.rows("mart_cash_month"),
                "payment_month",
                "first_payer_cash_amount",
                "later_payer_cash_amount",
                "reversed_amount",
                "line_cash_amount",
                "unmatched_cash_amount",
                "cash_amount",
                "provider_adjustment_amount",
                "payment_amount",
                "difference_amount as payment_difference_amount")
            .totalled()
            .heading("Every month on file against its remittances"));
  }

  private Sheet lines() {
    return Sheet.of(
        SheetNames.CASH_LINES,
        "Payments of the month by claim line",
        "Each claim line with a payment or reversal dated in the month, those of earlier versions of a claim too.",
        Tables.of(
                marts.rows("mart_cash_line"),
                "claim_id",
                "claim_line_number",
                "payer",
                "physician",
                "setting",
                "service_date",
                "hcpcs_code",
                "modifiers",
                "charge_amount",
                "first_payer_cash_amount",
                "later_payer_cash_amount",
                "reversed_amount",
                "cash_amount")
            .totalled()
            .frozen(2));
  }
}
