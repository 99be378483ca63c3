package org.allowable.sample.adjudication;

import java.math.BigDecimal;
import org.allowable.sample.practice.Money;
import org.allowable.sample.practice.Visit.Service;
import org.jspecify.annotations.Nullable;

/**
 * How a payer answered a line. Amounts are US dollars.
 *
 * @param denial why nothing is paid, or null
 * @param allowed 0.00 when denied
 * @param cause why less was allowed than should be, or null
 * @param withheld sequestration
 * @param adjudicatedCode the code that the payer paid instead of the one billed, or null
 * @param isCopaymentOfClaim whether the copayment is taken from the claim, not from the line
 * @param beside an incentive or interest, paid beside the allowed amount
 */
public record Outcome(
    Service service,
    @Nullable Denial denial,
    BigDecimal allowed,
    @Nullable String cause,
    BigDecimal deductible,
    BigDecimal coinsurance,
    BigDecimal copayment,
    BigDecimal withheld,
    @Nullable String adjudicatedCode,
    boolean isCopaymentOfClaim,
    BigDecimal beside) {

  /** A denied line: every amount is 0.00. */
  public static Outcome denied(Service service, Denial denial) {
    return new Outcome(
        service,
        denial,
        Money.ZERO,
        null,
        Money.ZERO,
        Money.ZERO,
        Money.ZERO,
        Money.ZERO,
        null,
        false,
        Money.ZERO);
  }

  /** Whether nothing is paid, for a reason that the payer gives. */
  public boolean isDenied() {
    return denial != null;
  }

  /** Deductible, coinsurance and copayment that the line carries. */
  public BigDecimal costShare() {
    BigDecimal share = deductible.add(coinsurance);
    return isCopaymentOfClaim ? share : share.add(copayment);
  }

  /** What the patient owes, with charges that a denial leaves to the patient. */
  public BigDecimal patientResponsibility() {
    return denial != null && denial.isPatientsToPay() ? service.charge() : costShare();
  }

  /** What the payer pays: allowed less cost share and sequestration, and what it pays beside. */
  public BigDecimal paid() {
    return allowed.subtract(costShare()).subtract(withheld).add(beside);
  }

  /** A copayment at claim level is the line's where the claim has no other. */
  public Outcome alone() {
    return new Outcome(
        service,
        denial,
        allowed,
        cause,
        deductible,
        coinsurance,
        copayment,
        withheld,
        adjudicatedCode,
        false,
        beside);
  }

  /** The same with another allowed amount; what the patient owes stays. */
  public Outcome allowing(BigDecimal amount, @Nullable String why) {
    return new Outcome(
        service,
        denial,
        amount,
        why,
        deductible,
        coinsurance,
        copayment,
        withheld,
        adjudicatedCode,
        isCopaymentOfClaim,
        beside);
  }

  /** The same with an incentive or interest of so much. */
  public Outcome withBeside(BigDecimal amount) {
    return new Outcome(
        service,
        denial,
        allowed,
        cause,
        deductible,
        coinsurance,
        copayment,
        withheld,
        adjudicatedCode,
        isCopaymentOfClaim,
        amount);
  }

  /** The same answer to another line. */
  public Outcome on(Service other) {
    return new Outcome(
        other,
        denial,
        allowed,
        cause,
        deductible,
        coinsurance,
        copayment,
        withheld,
        adjudicatedCode,
        isCopaymentOfClaim,
        beside);
  }
}
