package org.allowable.sample.claim;

import java.math.BigDecimal;
import java.util.List;
import org.allowable.sample.practice.Visit.Service;
import org.jspecify.annotations.Nullable;

/**
 * A service line of a remittance.
 *
 * @param service the line as billed
 * @param code the code paid
 * @param modifiers the modifiers paid
 * @param isChanged whether the remittance says that code or modifiers differ from those billed
 * @param isNamed whether it returns the line's control number
 * @param reportedAllowed AMT*B6, or null
 */
public record SampleRemitService(
    Service service,
    String code,
    List<String> modifiers,
    boolean isChanged,
    boolean isNamed,
    BigDecimal charge,
    BigDecimal paid,
    @Nullable BigDecimal reportedAllowed,
    List<Adjustment> adjustments,
    List<String> remarkCodes) {

  /** The line under the code and modifiers billed. */
  SampleRemitService asBilled() {
    return new SampleRemitService(
        service,
        service.code(),
        service.modifiers(),
        false,
        true,
        charge,
        paid,
        reportedAllowed,
        adjustments,
        remarkCodes);
  }

  /** The line answered otherwise. */
  SampleRemitService answered(
      BigDecimal otherPaid,
      @Nullable BigDecimal otherAllowed,
      List<Adjustment> otherAdjustments,
      List<String> otherRemarkCodes) {
    return new SampleRemitService(
        service,
        code,
        modifiers,
        isChanged,
        isNamed,
        charge,
        otherPaid,
        otherAllowed,
        otherAdjustments,
        otherRemarkCodes);
  }

  /** The line as a reversal takes it back: every amount negated, no allowed amount. */
  SampleRemitService reversed() {
    return new SampleRemitService(
        service,
        code,
        modifiers,
        isChanged,
        isNamed,
        charge.negate(),
        paid.negate(),
        null,
        adjustments.stream().map(Adjustment::negated).toList(),
        remarkCodes);
  }

  /** The line without a word on what was billed. */
  SampleRemitService unnamed() {
    return new SampleRemitService(
        service,
        code,
        modifiers,
        false,
        false,
        charge,
        paid,
        reportedAllowed,
        adjustments,
        remarkCodes);
  }

  /** The line item control number that the remittance returns, if any. */
  public @Nullable String controlNumber() {
    return isNamed ? service.controlNumber() : null;
  }

  /** Whether it leaves to the claim why nothing is paid. */
  boolean saysNothing() {
    return paid.signum() == 0 && charge.signum() != 0 && adjustments.isEmpty();
  }

  /** Whether charge less every adjustment is the payment. */
  public boolean isInBalance() {
    return charge.subtract(adjusted()).compareTo(paid) == 0;
  }

  /** Sum of the adjustments. */
  public BigDecimal adjusted() {
    return SampleRemitClaim.sum(adjustments);
  }
}
