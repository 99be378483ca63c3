package org.allowable.report.retraining;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.allowable.report.Format;
import org.allowable.report.ReportFileName;

/**
 * What a review was made of, beside its marts.
 *
 * @param runId as the manifest states it
 * @param engine what calculated it, and why that
 * @param practiceName as reports print it
 * @param period its name, such as 2026Q3
 * @param first first month
 * @param last last month; what is open is open as of its last day
 * @param policyRate the practice's own threshold, 0..1
 * @param leastLines with fewer lines nobody is named
 * @param references reference files with their sha256
 */
public record ReviewFacts(
    String runId,
    String engine,
    String practiceName,
    String period,
    YearMonth first,
    YearMonth last,
    BigDecimal policyRate,
    int leastLines,
    Map<String, String> references) {

  /** Keeps its own map. */
  public ReviewFacts {
    references = Collections.unmodifiableMap(new TreeMap<>(references));
  }

  /** The months in words: "Jul 2026 to Sep 2026". */
  String months() {
    return Format.MONTH.display(first) + " to " + Format.MONTH.display(last);
  }

  /** What an edition's file is called. */
  ReportFileName fileName(Edition edition) {
    return fileName(
        "retraining review" + (edition == Edition.COMMITTEE ? " for the committee" : ""));
  }

  /** What a file of the period is called. */
  ReportFileName fileName(String report) {
    return ReportFileName.of(practiceName, period.replace("-to-", " to "), report);
  }
}
