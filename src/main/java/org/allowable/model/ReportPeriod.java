package org.allowable.model;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The months that a report is of: one, those of a calendar quarter, or those of a calendar year.
 *
 * @param unit how long it is
 * @param first its first month
 */
public record ReportPeriod(PeriodUnit unit, YearMonth first) {

  private static final Pattern QUARTER = Pattern.compile("(\\d{4})-?Q([1-4])");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final DateTimeFormatter MONTH_NAME =
      DateTimeFormatter.ofPattern("MMM yyyy", Locale.US);

  /** Checks that it begins where months, quarters and years begin. */
  public ReportPeriod {
    if ((first.getMonthValue() - 1) % unit.months() != 0) {
      throw new IllegalArgumentException("No " + unit.word() + " begins in " + first);
    }
  }

  /** A month. */
  public static ReportPeriod of(YearMonth month) {
    return new ReportPeriod(PeriodUnit.MONTH, month);
  }

  /**
   * A month written as 2026-09, a quarter written as 2026-Q3 or 2026Q3, or a year written as 2026.
   *
   * @throws DateTimeException if it is written otherwise
   */
  public static ReportPeriod parse(PeriodUnit unit, String text) {
    return switch (unit) {
      case MONTH -> of(YearMonth.parse(text));
      case QUARTER -> {
        Matcher quarter = matched(QUARTER, text);
        int number = Integer.parseInt(quarter.group(2));
        yield new ReportPeriod(
            unit,
            YearMonth.of(Integer.parseInt(quarter.group(1)), (number - 1) * unit.months() + 1));
      }
      case YEAR ->
          new ReportPeriod(unit, YearMonth.of(Integer.parseInt(matched(YEAR, text).group()), 1));
    };
  }

  private static Matcher matched(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      throw new DateTimeException("Not " + pattern);
    }
    return matcher;
  }

  /** Its last month. */
  public YearMonth last() {
    return first.plusMonths(unit.months() - 1L);
  }

  /** The one before. */
  public ReportPeriod before() {
    return new ReportPeriod(unit, first.minusMonths(unit.months()));
  }

  /** The first month that its report looks back to: a year before its own. */
  public YearMonth firstShown() {
    return first.minusYears(1);
  }

  /** Whether a month is one of it. */
  public boolean contains(YearMonth month) {
    return !month.isBefore(first) && !month.isAfter(last());
  }

  /** Its name in files and tables, in their order: 2026-09, 2026-Q3, 2026. */
  public String label() {
    return switch (unit) {
      case MONTH -> first.toString();
      case QUARTER -> "%04d-Q%d".formatted(first.getYear(), quarter());
      case YEAR -> "%04d".formatted(first.getYear());
    };
  }

  /** Its name in a sentence: Sep 2026, Q3 2026, 2026. */
  public String inWords() {
    return switch (unit) {
      case MONTH -> first.format(MONTH_NAME);
      case QUARTER -> "Q%d %04d".formatted(quarter(), first.getYear());
      case YEAR -> label();
    };
  }

  private int quarter() {
    return first.get(IsoFields.QUARTER_OF_YEAR);
  }
}
