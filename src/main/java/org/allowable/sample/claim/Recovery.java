package org.allowable.sample.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.allowable.sample.practice.Money;
import org.allowable.sample.practice.SamplePractice.CastPayer;
import org.jspecify.annotations.Nullable;

/**
 * Money that a payer takes back by a provider adjustment, without a reversal.
 *
 * @param due from which day on the payer takes it, as soon as a payment reaches that far
 * @param claimId the claim it was paid for; null where the payer does not say which
 * @param code WO or FB; 72 where the practice sent the money itself and the payer says so
 * @param reference what the remittance says it is about
 * @param amount US dollars, above zero
 */
public record Recovery(
    CastPayer payer,
    LocalDate due,
    @Nullable String claimId,
    String code,
    String reference,
    BigDecimal amount) {

  private static final int LETTER_CENTS = 12_540;

  /** Money that a payer takes by a letter: its remittances do not say of which claim. */
  public static Recovery byLetter(CastPayer payer, LocalDate due) {
    return new Recovery(
        payer,
        due,
        null,
        "WO",
        "LETTER" + due.format(DateTimeFormatter.BASIC_ISO_DATE),
        Money.cents(LETTER_CENTS + payer.index()));
  }
}
