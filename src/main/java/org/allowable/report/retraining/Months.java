package org.allowable.report.retraining;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
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
 * @param leastLines with fewer lines before the training, or none of them denied, the time before
 *     it is nothing to be held against
 */
record Months(
    List<YearMonth> months,
    List<ControlChart.Month> own,
    List<@Nullable BigDecimal> peers,
    @Nullable YearMonth training,
    long leastLines) {

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
    YearMonth training =
        review.of("mart_training", npi).lines().stream()
            .map(line -> YearMonth.parse(line.text("training_date").substring(0, 7)))
            .filter(month -> !months.isEmpty() && !month.isBefore(months.get(0)))
            .max(YearMonth::compareTo)
            .orElse(null);
    return new Months(months, own, peers, training, review.facts().leastLines());
  }

  /** The same months without the others' rates. */
  Months alone() {
    return new Months(months, own, List.of(), training, leastLines);
  }

  /**
   * The rate that the months are held against: that of the months before a training, where they
   * have lines enough and any denied, else that of all. 0..1.
   */
  double centre() {
    return centreLines() == 0 ? 0 : (double) centreDenied() / centreLines();
  }

  /** On how many lines the centre rests. */
  long centreLines() {
    return lines(held());
  }

  /** How many of them were denied. */
  long centreDenied() {
    return denied(held());
  }

  /** Whether the months are held against the time before the training. */
  boolean isHeldAgainstBefore() {
    List<ControlChart.Month> before = before();
    return lines(before) >= leastLines && denied(before) > 0;
  }

  private List<ControlChart.Month> held() {
    return isHeldAgainstBefore() ? before() : own;
  }

  private static long lines(List<ControlChart.Month> months) {
    return months.stream().mapToLong(ControlChart.Month::lines).sum();
  }

  private static long denied(List<ControlChart.Month> months) {
    return months.stream().mapToLong(ControlChart.Month::denied).sum();
  }

  // Without a training there is no time before it.
  private List<ControlChart.Month> before() {
    List<ControlChart.Month> before = new ArrayList<>();
    for (int i = 0; i < months.size(); i++) {
      if (training != null && months.get(i).isBefore(training)) {
        before.add(own.get(i));
      }
    }
    return before;
  }

  /** What the months are held against, in words. */
  String centreInWords() {
    return isHeldAgainstBefore()
        ? "the physician's own rate before the training"
        : "the physician's own rate of these months";
  }

  /** The months around their centre. */
  ControlChart chart() {
    return new ControlChart(own, centre(), 1);
  }

  /** The picture of the months. */
  RunChart picture(String title, String subtitle) {
    return new RunChart(title, subtitle, months, chart(), training, peers);
  }
}
