package org.allowable.report.monthly;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allowable.model.PeriodUnit;
import org.allowable.model.ReportPeriod;
import org.allowable.report.Mart;

/**
 * Which of the quarters or years that a report holds against each other are not whole on file.
 *
 * @param period the report's
 * @param periods {@code mart_report_period}
 */
record Completeness(ReportPeriod period, Mart periods) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);

  /** In sentences; nothing where all are whole. A month is compared as far as it is on file. */
  String sentences() {
    if (period.unit() == PeriodUnit.MONTH) {
      return "";
    }
    return Stream.concat(
            periods.lines().stream().filter(this::isOwn).map(this::toDate),
            periods.lines().stream().filter(line -> !isOwn(line)).map(this::missing))
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private boolean isOwn(Mart.Line line) {
    return line.text("period").equals(period.label());
  }

  private String toDate(Mart.Line line) {
    List<String> parts = new ArrayList<>();
    if (!isWhole(line)) {
      parts.add(months(line));
    }
    if (!(line.cells().get("last_payment_date") instanceof LocalDate last)) {
      parts.add("no remittance is on file");
    } else if (last.isBefore(period.last().atEndOfMonth())) {
      parts.add("the last remittance on file is of " + DAY.format(last));
    }
    return parts.isEmpty()
        ? ""
        : period.unit().said("{Period} to date, held against whole {period}s: ")
            + String.join("; ", parts)
            + ".";
  }

  // Of one that is not there at all the bridge says so.
  private String missing(Mart.Line line) {
    return isWhole(line) || line.number("line_count").signum() == 0
        ? ""
        : "%s has %s."
            .formatted(
                ReportPeriod.parse(period.unit(), line.text("period")).inWords(), months(line));
  }

  private static boolean isWhole(Mart.Line line) {
    return line.number("month_count").compareTo(line.number("month_with_lines_count")) == 0;
  }

  private static String months(Mart.Line line) {
    return "lines of %s of %s months"
        .formatted(line.text("month_with_lines_count"), line.text("month_count"));
  }
}
