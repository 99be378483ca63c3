package org.allowable.report.retraining;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.allowable.report.Mart;
import org.allowable.report.RunChart;
import org.allowable.statistics.ControlChart;
import org.jspecify.annotations.Nullable;

/**
 * The months of one physician up to the end of the period.
 *
 * @param months from first to last
 * @param own denied and all lines of each
 * @param peers the other physicians' rate of each month, 0..1; null where they had no line
 * @param training the month of the latest training; null where there was none
 * @param center what they are held against
 */
record Months(
    List<YearMonth> months,
    List<ControlChart.Month> own,
    List<@Nullable BigDecimal> peers,
    @Nullable YearMonth training,
    Center center) {

  /**
   * The rate that months are held against.
   *
   * @param rate 0..1
   * @param isBeforeTraining whether it is that of the months before the training, not of all
   */
  record Center(double rate, boolean isBeforeTraining) {

    // The counts, not the rounded rate: a month right on the center ends a run.
    static Center of(Mart.Line line) {
      double lines = line.number("center_line_count").doubleValue();
      double denied = line.number("center_counted_line_count").doubleValue();
      return new Center(lines == 0 ? 0 : denied / lines, line.is("is_before_training"));
    }
  }

  static Months of(Review review, String npi) {
    List<YearMonth> months = new ArrayList<>();
    List<ControlChart.Month> own = new ArrayList<>();
    List<@Nullable BigDecimal> peers = new ArrayList<>();
    for (Mart.Line line : review.of("mart_physician_month", npi).lines()) {
      months.add(YearMonth.parse(line.text("answer_month")));
      own.add(
          new ControlChart.Month(
              line.number("counted_line_count").longValueExact(),
              line.number("line_count").longValueExact()));
      BigDecimal lines = line.number("peer_line_count");
      peers.add(
          lines.signum() == 0
              ? null
              : line.number("peer_counted_line_count").divide(lines, MathContext.DECIMAL64));
    }
    Mart.Line held =
        review.of("mart_rate_center", npi).lines().stream()
            .findFirst()
            .orElse(new Mart.Line(Map.of()));
    String training = held.text("training_month");
    return new Months(
        months, own, peers, training.isEmpty() ? null : YearMonth.parse(training), Center.of(held));
  }

  /** The same months without the others' rates. */
  Months alone() {
    return new Months(months, own, List.of(), training, center);
  }

  /** What the months are held against, in words. */
  String centerInWords() {
    return center.isBeforeTraining()
        ? "the physician's own rate before the training"
        : "the physician's own rate of these months";
  }

  /** The months around their center. */
  ControlChart chart() {
    return new ControlChart(own, center.rate(), 1);
  }

  /** The picture of the months. */
  RunChart picture(String title, String subtitle) {
    return new RunChart(title, subtitle, months, chart(), training, peers);
  }
}
