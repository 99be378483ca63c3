package org.allowable.report.monthly;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.allowable.config.PolicyChanges;
import org.allowable.report.Format;
import org.allowable.report.Mart;

/** What payers changed, in a sentence. */
record PolicyChangeText(Mart changes) {

  /** How often a report may name one where nothing changed. */
  static final String FALSE_ALARMS = "1 in %.0f".formatted(1 / PolicyChanges.FALSE_ALARM_LEVEL);

  String sentence() {
    List<Mart.Line> lines = changes.lines();
    if (lines.isEmpty()) {
      return "No change that chance does not explain.";
    }
    long payers = lines.stream().map(line -> line.text("payer")).distinct().count();
    YearMonth latest =
        lines.stream()
            .map(line -> YearMonth.parse(line.text("change_month")))
            .max(YearMonth::compareTo)
            .orElseThrow();
    return "%s by %s, the latest from %s."
        .formatted(
            counted(lines.size(), "change"),
            counted(payers, "payer"),
            Format.MONTH.display(latest));
  }

  private static String counted(long count, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
  }
}
