package org.allowable.report.comparison;

import java.util.Map;
import org.allowable.report.CodeLabels;
import org.allowable.report.ShortName;

/** The codes of leaks and findings in words, short enough for a column and a headline. */
final class ComparisonText {

  private static final Map<String, String> LEVERS =
      Map.of(
          "Ten points of Medicare more on every code", "Ten points more",
          "No reduction for several procedures a day", "No multiple-procedure cut",
          "Every code at Medicare or above", "Medicare as the floor",
          "The contract as it is written", "Contract as written");

  private ComparisonText() {}

  /** A kind of leak. */
  static String leak(String code) {
    return CodeLabels.of("leak", code);
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
    return CodeLabels.of("contract_finding", code);
  }

  /** A code and setting, as charts and headlines call them. */
  static String service(String code, String setting) {
    return setting.isEmpty() ? code : code + " " + CodeLabels.of(setting);
  }

  /** A payer's name, also where the practice file has none. */
  static String payer(String payer) {
    return payer.isEmpty() ? "Unmapped payer" : payer;
  }

  /** A payer's name within a heading. */
  static String inHeading(String payer) {
    return ShortName.inHeading(payer(payer));
  }
}
