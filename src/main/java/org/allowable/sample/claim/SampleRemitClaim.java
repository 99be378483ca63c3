package org.allowable.sample.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.allowable.sample.practice.Money;
import org.allowable.sample.practice.SamplePractice.CastPayer;
import org.allowable.sample.practice.Visit;
import org.jspecify.annotations.Nullable;

/**
 * A claim of a remittance.
 *
 * @param claimId the patient control number as the payer returns it
 * @param statusCode 1 or 19 primary, 2 secondary, 4 denied, 22 reversal, or a correction where the
 *     charge is positive, 23 forwarded, 25 predetermination
 * @param receivedDate when the payer received the claim
 * @param paymentDate when the payment is made
 * @param adjustments those at claim level
 * @param services none where the claim is answered as a whole
 */
public record SampleRemitClaim(
    Visit visit,
    CastPayer payer,
    String claimId,
    String statusCode,
    String controlNumber,
    @Nullable String originalControlNumber,
    @Nullable String frequencyCode,
    LocalDate receivedDate,
    LocalDate paymentDate,
    BigDecimal charge,
    List<Adjustment> adjustments,
    List<SampleRemitService> services) {

  /** Whether the status is a reversal's. */
  public boolean isReversal() {
    return statusCode.equals("22");
  }

  /**
   * What the claim pays: its lines' payments, or its charge where no line says anything, less
   * adjustments at claim level.
   */
  public BigDecimal paid() {
    boolean isAllAtClaim = services.stream().allMatch(SampleRemitService::saysNothing);
    return (isAllAtClaim ? charge : linesPaid()).subtract(sum(adjustments));
  }

  /** What the lines pay. */
  public BigDecimal linesPaid() {
    BigDecimal paid = Money.ZERO;
    for (SampleRemitService service : services) {
      paid = paid.add(service.paid());
    }
    return paid;
  }

  /** Whether charge less every adjustment is the payment. */
  public boolean isInBalance() {
    BigDecimal rest = charge.subtract(sum(adjustments));
    for (SampleRemitService service : services) {
      rest = rest.subtract(service.adjusted());
    }
    return rest.compareTo(paid()) == 0;
  }

  /** Whether what the claim adjusts is what it is paid beside its lines. */
  public boolean isOwnRowInBalance() {
    BigDecimal own = services.isEmpty() ? charge : Money.ZERO;
    return own.subtract(sum(adjustments)).compareTo(paid().subtract(linesPaid())) == 0;
  }

  /** Whether the claim has a row of its own beside its lines'. */
  public boolean hasOwnRow() {
    return services.isEmpty() || !adjustments.isEmpty();
  }

  /** Rows that the claim gives: its lines' and its own. */
  public int rowCount() {
    return services.size() + (hasOwnRow() ? 1 : 0);
  }

  /** Sum of the adjustments that are the patient's. */
  public BigDecimal patientResponsibility() {
    BigDecimal sum = Money.ZERO;
    List<Adjustment> all = new ArrayList<>(adjustments);
    services.forEach(service -> all.addAll(service.adjustments()));
    for (Adjustment adjustment : all) {
      if (adjustment.isPatientShare()) {
        sum = sum.add(adjustment.amount());
      }
    }
    return sum;
  }

  /**
   * The claim answered otherwise.
   *
   * @param answer counts the payer's answers to the claim
   */
  SampleRemitClaim answered(
      String otherStatusCode,
      int answer,
      LocalDate date,
      List<Adjustment> otherAdjustments,
      List<SampleRemitService> otherServices) {
    return new SampleRemitClaim(
        visit,
        payer,
        claimId,
        otherStatusCode,
        RemitMaker.controlNumber(visit, payer, answer),
        originalControlNumber,
        frequencyCode,
        receivedDate,
        date,
        charge,
        otherAdjustments,
        otherServices);
  }

  /**
   * The answer to some of the claim's lines, as a payer that splits the claim gives it.
   *
   * @param answer counts the payer's answers to the claim
   */
  SampleRemitClaim part(int answer, LocalDate date, List<SampleRemitService> some) {
    BigDecimal partCharge = Money.ZERO;
    for (SampleRemitService service : some) {
      partCharge = partCharge.add(service.charge());
    }
    return new SampleRemitClaim(
        visit,
        payer,
        claimId,
        statusCode,
        RemitMaker.controlNumber(visit, payer, answer),
        originalControlNumber,
        frequencyCode,
        receivedDate,
        date,
        partCharge,
        adjustments,
        some);
  }

  /** The claim taken back. */
  SampleRemitClaim reversed(LocalDate date) {
    return new SampleRemitClaim(
        visit,
        payer,
        claimId,
        "22",
        controlNumber,
        null,
        frequencyCode,
        receivedDate,
        date,
        charge.negate(),
        adjustments.stream().map(Adjustment::negated).toList(),
        services.stream().map(SampleRemitService::reversed).toList());
  }

  static BigDecimal sum(List<Adjustment> adjustments) {
    BigDecimal sum = Money.ZERO;
    for (Adjustment adjustment : adjustments) {
      sum = sum.add(adjustment.amount());
    }
    return sum;
  }
}
