package org.allowable.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.allowable.sample.SamplePractice.CastPayer;

/**
 * A payment: one transaction of a remittance.
 *
 * @param sequence counts the payments of a payer on a day from 1
 */
record Payment(
    CastPayer payer,
    LocalDate date,
    int sequence,
    List<SampleRemitClaim> claims,
    List<ProviderAdjustment> providerAdjustments) {

  private static final long TRACE_BASE = 10_000L;
  private static final int FEW = 24;

  /** A pair of a PLB segment; a positive amount lowers the payment. */
  record ProviderAdjustment(String code, String reference, BigDecimal amount) {}

  /** Check or transfer number. */
  String traceNumber() {
    return "EFT"
        + payer.index()
        + date.format(DateTimeFormatter.BASIC_ISO_DATE)
        + Long.toString(TRACE_BASE + sequence).substring(1);
  }

  /** The payer's number as originator of the transfer; invented. */
  String originatingCompany() {
    return Long.toString(1_999_999_000L + payer.index());
  }

  String paymentId() {
    return Identity.of(
        payer.identifier() + "|" + traceNumber() + "|" + originatingCompany() + "|" + date);
  }

  BigDecimal claimsPaid() {
    BigDecimal sum = Money.ZERO;
    for (SampleRemitClaim claim : claims) {
      sum = sum.add(claim.paid());
    }
    return sum;
  }

  BigDecimal adjusted() {
    BigDecimal sum = Money.ZERO;
    for (ProviderAdjustment adjustment : providerAdjustments) {
      sum = sum.add(adjustment.amount());
    }
    return sum;
  }

  /** What is paid: claims less provider adjustments. */
  BigDecimal amount() {
    return claimsPaid().subtract(adjusted());
  }

  /** Whether BPR leaves out the day, which DTM*405 says; never but in a file's first payment. */
  boolean lacksDay() {
    return sequence == 1 && Math.floorMod(paymentId().hashCode(), FEW) == 0;
  }

  /** Whether it comes again, the same under another header. */
  boolean isSentTwice() {
    return Math.floorMod(paymentId().hashCode(), FEW) == 1;
  }

  String method() {
    return amount().signum() == 0 ? "NON" : "ACH";
  }

  String handlingCode() {
    return amount().signum() == 0 ? "H" : "I";
  }
}
