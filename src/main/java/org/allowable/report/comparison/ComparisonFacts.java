package org.allowable.report.comparison;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.allowable.report.Format;
import org.allowable.report.ReportFileName;

/**
 * What a comparison was made of, beside its marts.
 *
 * @param runId as the manifest states it
 * @param practiceName as reports print it
 * @param firstMonth first month of service compared
 * @param lastMonth last month of service compared
 * @param engine what calculated it, and why that
 * @param targets what the practice aims at, by payer class
 * @param smallNumber groups of fewer lines are marked, and left out of what a payer sees
 * @param volumeChangePercent by how much the volume may change: 5 is five percent more
 * @param fixedYear the year whose Medicare rates are compared with the current ones
 * @param askedPayer the payer that the reader asked about; empty where it is all of them
 * @param exhibitBenchmarks names of the benchmarks that a payer may see; none where not chosen
 * @param proposals names of the proposals, also of those that price no line of the period
 * @param references reference files with their sha256
 */
public record ComparisonFacts(
    String runId,
    String engine,
    String practiceName,
    YearMonth firstMonth,
    YearMonth lastMonth,
    PayerTargets targets,
    int smallNumber,
    BigDecimal volumeChangePercent,
    int fixedYear,
    String askedPayer,
    List<String> exhibitBenchmarks,
    List<String> proposals,
    Map<String, String> references) {

  private static final int MONTHS_OF_A_YEAR = 12;

  /** Keeps its own collections. */
  public ComparisonFacts {
    exhibitBenchmarks = List.copyOf(exhibitBenchmarks);
    proposals = List.copyOf(proposals);
    references = Collections.unmodifiableMap(new TreeMap<>(references));
    if (lastMonth.isBefore(firstMonth)) {
      throw new IllegalArgumentException("The last month is before the first");
    }
  }

  /** The months in words: "Jan 2025 to Dec 2025". */
  String period() {
    return Format.MONTH.display(firstMonth) + " to " + Format.MONTH.display(lastMonth);
  }

  /** What a file of these months is called. */
  ReportFileName fileName(String report) {
    return ReportFileName.of(practiceName, firstMonth + " to " + lastMonth, report);
  }

  /** How long amounts ran up, after an amount: "a year", "over 6 months". */
  String span() {
    return span(firstMonth, lastMonth);
  }

  /** How long an amount of these months ran up, after the amount. */
  static String span(YearMonth first, YearMonth last) {
    long months = ChronoUnit.MONTHS.between(first, last) + 1;
    if (months == MONTHS_OF_A_YEAR) {
      return "a year";
    }
    return months == 1 ? "over a month" : "over " + months + " months";
  }
}
