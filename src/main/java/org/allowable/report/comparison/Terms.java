package org.allowable.report.comparison;

import java.util.Map;
import org.allowable.report.Words;

/** The codes of leaks and findings in words, short enough for a column and a headline. */
final class Terms {

  private static final Map<String, String> LEAKS =
      Map.of(
          "CHARGE_LIMITS_PRICE", "Charge below the contract's price",
          "CHARGE_AT_ALLOWED", "Charge allowed in full: may be too low",
          "BELOW_MEDICARE", "Allowed below Medicare",
          "TERM_NEVER_APPLIED", "Contract term never applied",
          "ESCALATOR_NOT_APPLIED", "Escalator not applied");

  private static final Map<String, String> FINDINGS =
      Map.of(
          "NO_CONTRACT", "No contract price to hold it against",
          "AGREES", "Agrees",
          "NO_CLEAR_RATE", "No rate has half of the lines",
          "DIFFERS", "Differs from the contract");

  private static final Map<String, String> LEVERS =
      Map.of(
          "Ten points of Medicare more on every code", "Ten points more",
          "No reduction for several procedures a day", "No multiple-procedure cut",
          "Every code at Medicare or above", "Medicare as the floor",
          "The contract as it is written", "Contract as written");

  private Terms() {}

  /** A kind of leak. */
  static String leak(String code) {
    return LEAKS.getOrDefault(code, Words.of(code));
  }

  /** A lever as short as a chart's label. */
  static String shortLever(String lever) {
    String known = LEVERS.get(lever);
    if (known != null) {
      return known;
    }
    return lever.replaceAll("^(Medicare as of \\d{4}) in place of the current year$", "$1");
  }

  /** What comes of a contract held against the practice's lines. */
  static String finding(String code) {
    return FINDINGS.getOrDefault(code, Words.of(code));
  }

  /** A code and setting, as charts and headlines call them. */
  static String service(String code, String setting) {
    return setting.isEmpty() ? code : code + " " + Words.of(setting);
  }

  /** A payer's name, also where the practice file has none. */
  static String payer(String payer) {
    return payer.isEmpty() ? "Unmapped payer" : payer;
  }
}
