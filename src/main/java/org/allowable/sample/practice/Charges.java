package org.allowable.sample.practice;

import java.math.BigDecimal;
import java.util.List;

/** What the practice charges for a service, whatever anybody allows for it. */
@FunctionalInterface
public interface Charges {

  /**
   * The charge for a service line.
   *
   * @param code HCPCS code
   * @param modifiers as billed, in order
   * @param units at least 1
   * @return US dollars for all units
   */
  BigDecimal charge(String code, List<String> modifiers, int units);
}
