package org.allowable.sample.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.allowable.sample.claim.SampleRemitClaim;
import org.allowable.sample.practice.Money;
import org.allowable.sample.practice.SamplePractice.CastPayer;
import org.jspecify.annotations.Nullable;

/**
 * A payment: one transaction of a remittance.
 *
 * @param sequence counts the payments of a payer on a day from 1
 */
public record Payment(
    CastPayer payer,
    LocalDate date,
    int sequence,
    List<SampleRemitClaim> claims,
    List<ProviderAdjustment> providerAdjustments) {

  private static final long TRACE_BASE = 10_000L;
  private static final int FEW = 24;

  /** What a provider adjustment is for. */
  public enum AdjustmentPurpose {
    /** Says that what a reversal took off is to be taken later. */
    ANNOUNCED,
    /** Takes what was announced. */
    SETTLED,
    /** Carries what a payment lacks to the next, or takes what was carried. */
    CARRIED,
    /** Takes back what no reversal took off. */
    RECOVERED,
    /** The other half of a pair that says that the practice sent the money itself. */
    RETURNED,
    /** Interest. */
    INTEREST
  }

  /**
   * A pair of a PLB segment.
   *
   * @param amount US dollars; a positive one lowers the payment
   * @param claimId the claim that it is about, if any
   */
  public record ProviderAdjustment(
      String code,
      String reference,
      BigDecimal amount,
      AdjustmentPurpose purpose,
      @Nullable String claimId) {}

  /** Check or transfer number. */
  public String traceNumber() {
    return "EFT"
        + payer.index()
        + date.format(DateTimeFormatter.BASIC_ISO_DATE)
        + Long.toString(TRACE_BASE + sequence).substring(1);
  }

  /** The payer's number as originator of the transfer; invented. */
  public String originatingCompany() {
    return Long.toString(1_999_999_000L + payer.index());
  }

  /** 32 hexadecimal digits that follow from payer, trace number, originator and day. */
  public String paymentId() {
    return Identity.of(
        payer.identifier() + "|" + traceNumber() + "|" + originatingCompany() + "|" + date);
  }

  /** US dollars that the claims pay, before provider adjustments. */
  public BigDecimal claimsPaid() {
    BigDecimal sum = Money.ZERO;
    for (SampleRemitClaim claim : claims) {
      sum = sum.add(claim.paid());
    }
    return sum;
  }

  /** US dollars that provider adjustments take off. */
  public BigDecimal adjusted() {
    BigDecimal sum = Money.ZERO;
    for (ProviderAdjustment adjustment : providerAdjustments) {
      sum = sum.add(adjustment.amount());
    }
    return sum;
  }

  /** US dollars that are paid: claims less provider adjustments. */
  public BigDecimal amount() {
    return claimsPaid().subtract(adjusted());
  }

  /** Whether BPR leaves out the day, which DTM*405 says; never but in a file's first payment. */
  public boolean lacksDay() {
    return sequence == 1 && Math.floorMod(paymentId().hashCode(), FEW) == 0;
  }

  /** Whether it comes again, the same under another header. */
  public boolean isSentTwice() {
    return Math.floorMod(paymentId().hashCode(), FEW) == 1;
  }

  /** The end of the payee's fiscal year. */
  public LocalDate fiscalPeriod() {
    return LocalDate.of(date.getYear(), 12, 31);
  }

  /** BPR04: ACH, or NON where nothing is paid. */
  public String method() {
    return amount().signum() == 0 ? "NON" : "ACH";
  }

  /** BPR01: I, or H where nothing is paid. */
  public String handlingCode() {
    return amount().signum() == 0 ? "H" : "I";
  }
}
