package org.allowable.sample;

import java.math.BigDecimal;

/** One adjustment of a CAS segment. */
record Adjustment(String groupCode, String reasonCode, BigDecimal amount) {

  Adjustment negated() {
    return new Adjustment(groupCode, reasonCode, amount.negate());
  }

  boolean isPatientShare() {
    return groupCode.equals("PR");
  }
}
