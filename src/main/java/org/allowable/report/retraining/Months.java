package org.allowable.report.retraining;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.allowable.report.CodeLabels;
import org.allowable.report.Mart;
import org.allowable.report.RunChart;
import org.jspecify.annotations.Nullable;

/**
 * The months of one physician up to the end of the period.
 *
 * @param months from first to last
 * @param signals the months in which a run rule holds, by the rule in words
 * @param training the month of the latest training; null where there was none
 * @param center the rate that they are held against, 0..1
 * @param isBeforeTraining whether it is that of the months before the training, not of all
 */
record Months(
    List<RunChart.Month> months,
    Map<String, List<YearMonth>> signals,
    @Nullable YearMonth training,
    BigDecimal center,
    boolean isBeforeTraining) {

  static Months of(Review review, String npi) {
    Map<String, List<YearMonth>> signals = new LinkedHashMap<>();
    for (Mart.Line line : review.of("mart_run_signal", npi).lines()) {
      signals
          .computeIfAbsent(
              CodeLabels.of("run_rule", line.text("run_rule")), rule -> new ArrayList<>())
          .add(month(line));
    }
    Mart.Line held =
        review.of("mart_rate_center", npi).lines().stream()
            .findFirst()
            .orElse(new Mart.Line(Map.of()));
    String training = held.text("training_month");
    return new Months(
        review.of("mart_physician_month", npi).lines().stream().map(Months::rates).toList(),
        signals,
        training.isEmpty() ? null : YearMonth.parse(training),
        held.number("center_rate"),
        held.is("is_before_training"));
  }

  private static RunChart.Month rates(Mart.Line line) {
    return new RunChart.Month(
        month(line),
        line.share("counted_line_count", "line_count"),
        line.known("control_lower_rate"),
        line.known("control_upper_rate"),
        line.share("peer_counted_line_count", "peer_line_count"));
  }

  private static YearMonth month(Mart.Line line) {
    return YearMonth.parse(line.text("answer_month"));
  }

  /** Whether there is a center that months can be held against: one above 0. */
  boolean hasCenter() {
    return !months.isEmpty() && center.signum() > 0;
  }

  /** The same months without the others' rates. */
  Months alone() {
    List<RunChart.Month> own =
        months.stream()
            .map(m -> new RunChart.Month(m.month(), m.rate(), m.lower(), m.upper(), null))
            .toList();
    return new Months(own, signals, training, center, isBeforeTraining);
  }

  /** What the months are held against, in words. */
  String centerInWords() {
    return isBeforeTraining
        ? "the physician's own rate before the training"
        : "the physician's own rate of these months";
  }

  /** The picture of the months. */
  RunChart picture(String title, String subtitle) {
    return new RunChart(title, subtitle, center, months, signals, training);
  }
}
