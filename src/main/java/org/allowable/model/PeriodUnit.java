package org.allowable.model;

import java.util.Locale;
import java.util.Map;

/** How long the time is that a report is of. */
public enum PeriodUnit {
  /** A calendar month. */
  MONTH(1, "Monthly report"),
  /** A calendar quarter. */
  QUARTER(3, "Quarterly report"),
  /** A calendar year. */
  YEAR(12, "Annual report");

  private static final int MONTHS_OF_A_YEAR = 12;

  private final int months;
  private final String reportTitle;

  PeriodUnit(int months, String reportTitle) {
    this.months = months;
    this.reportTitle = reportTitle;
  }

  /** How many months it has. */
  public int months() {
    return months;
  }

  /** How many months a report shows: its own, and the twelve before. */
  public int shownMonths() {
    return MONTHS_OF_A_YEAR + months;
  }

  /** What a report of it is called. */
  public String reportTitle() {
    return reportTitle;
  }

  /** The word for it, such as "quarter". */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What stands for names in braces, in texts that are the same for every length. */
  public Map<String, String> words() {
    return Map.of(
        "period", word(),
        "Period", name().charAt(0) + word().substring(1),
        "months", String.valueOf(shownMonths()));
  }

  /** A text with the words of this length for its names in braces. */
  public String said(String text) {
    if (text.indexOf('{') < 0) {
      return text;
    }
    String said = text;
    for (Map.Entry<String, String> word : words().entrySet()) {
      said = said.replace("{" + word.getKey() + "}", word.getValue());
    }
    return said;
  }

  /** What a table that goes out calls a column: {@code this_quarter_value}. */
  public String columnName(String column) {
    return column.replace("period", word());
  }
}
