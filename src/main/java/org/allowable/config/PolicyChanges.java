package org.allowable.config;

import java.math.BigDecimal;
import java.util.Map;

/** What a report takes for a change of a payer's policy. */
public final class PolicyChanges {

  /**
   * In which share, 0 to 1, of reports of a practice in which nothing changed chance alone may name
   * a change, at most.
   */
  public static final double FALSE_ALARM_LEVEL = 0.05;

  /** How far, 0 to 1, the share of patients with an answer has to move. */
  static final BigDecimal LEAST_STEP = new BigDecimal("0.10");

  /** How far, as a share of what was expected, the usual allowed amount has to move. */
  static final BigDecimal LEAST_SHARE_STEP = new BigDecimal("0.010");

  /** How many patients have to have an answer in a month, of all months together. */
  static final int LEAST_PATIENTS = 5;

  private PolicyChanges() {}

  /** The parameters of the SELECTs. */
  public static Map<String, Object> parameters() {
    return Map.of(
        "false_alarm_level", FALSE_ALARM_LEVEL,
        "least_policy_step", LEAST_STEP,
        "least_share_step", LEAST_SHARE_STEP,
        "least_changed_patients", LEAST_PATIENTS);
  }
}
