package org.allowable.sample.claim;

import java.math.BigDecimal;

/**
 * One adjustment of a CAS segment.
 *
 * @param groupCode CO, PR, OA or PI
 * @param reasonCode claim adjustment reason code
 * @param amount US dollars; a positive one lowers the payment
 */
public record Adjustment(String groupCode, String reasonCode, BigDecimal amount) {

  Adjustment negated() {
    return new Adjustment(groupCode, reasonCode, amount.negate());
  }

  /** Whether it is the patient's to pay. */
  public boolean isPatientShare() {
    return groupCode.equals("PR");
  }
}
