package org.allowable.sample.claim;

import java.math.BigDecimal;
import org.allowable.sample.adjudication.Outcome;
import org.allowable.sample.practice.Money;
import org.allowable.sample.practice.Visit.Service;

/**
 * What a secondary payer makes of a line.
 *
 * @param settledBefore paid or written off for the primary payer
 */
public record SecondaryOutcome(
    Service service, BigDecimal settledBefore, BigDecimal leftToPatient, BigDecimal paid) {

  /** The answer of one that pays the allowed amount as if nobody had before. */
  static SecondaryOutcome asIfFirst(Outcome primary) {
    BigDecimal allowed = primary.allowed();
    return new SecondaryOutcome(
        primary.service(), primary.service().charge().subtract(allowed), Money.ZERO, allowed);
  }

  static SecondaryOutcome of(Outcome primary, boolean isDeductibleCovered) {
    BigDecimal share = primary.costShare();
    BigDecimal left = isDeductibleCovered ? Money.ZERO : primary.deductible();
    return new SecondaryOutcome(
        primary.service(), primary.service().charge().subtract(share), left, share.subtract(left));
  }
}
