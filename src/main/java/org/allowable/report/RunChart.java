package org.allowable.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.allowable.statistics.ControlChart;
import org.allowable.statistics.RunRule;
import org.jspecify.annotations.Nullable;

/**
 * A physician's rate by month around a center, with the limits of chance and the months that are
 * more than chance.
 *
 * @param title the finding
 * @param subtitle what is counted, dates, number of lines
 * @param months from first to last
 * @param rates the same months' counts, center and limits
 * @param training the month of a training; null where there was none
 * @param peers the peers' rate of each month, 0..1, null where there is none; empty draws no line
 */
public record RunChart(
    String title,
    String subtitle,
    List<YearMonth> months,
    ControlChart rates,
    @Nullable YearMonth training,
    List<@Nullable BigDecimal> peers)
    implements Chart {

  /** Checks that there is one of each for every month. */
  public RunChart {
    months = List.copyOf(months);
    peers = Collections.unmodifiableList(new ArrayList<>(peers));
    if (rates.months().size() != months.size()
        || (!peers.isEmpty() && peers.size() != months.size())) {
      throw new IllegalArgumentException("A run needs one rate for each month");
    }
  }

  @Override
  public Format format() {
    return Format.RATE;
  }

  /** The months in a signal of any rule, counted from 0. */
  public Set<Integer> signaled() {
    Set<Integer> all = new TreeSet<>();
    rates.signals().values().forEach(all::addAll);
    return all;
  }

  /** The rules that hold, with their months, in words; empty where none does. */
  public String signals() {
    return rates.signals().entrySet().stream().map(this::inWords).collect(Collectors.joining("; "));
  }

  private String inWords(Map.Entry<RunRule, List<Integer>> signal) {
    return signal.getKey().words()
        + ": "
        + signal.getValue().stream()
            .map(place -> Format.MONTH.display(months.get(place)))
            .collect(Collectors.joining(", "));
  }

  @Override
  public String description() {
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < months.size(); i++) {
      bars.add(new Bar(Format.MONTH.display(months.get(i)), values().get(i)));
    }
    String center = "Center " + format().display(BigDecimal.valueOf(rates.center()));
    String trained = training == null ? "" : ". Training: " + Format.MONTH.display(training);
    String signals = signals().isEmpty() ? "No month outside the control limits" : signals();
    return center + ". " + Chart.inWords(bars, format()) + trained + ". " + signals;
  }

  @Override
  public List<@Nullable BigDecimal> values() {
    List<@Nullable BigDecimal> values = new ArrayList<>();
    for (ControlChart.Month month : rates.months()) {
      Double rate = month.rate();
      values.add(rate == null ? null : new BigDecimal(rate, MathContext.DECIMAL32));
    }
    return values;
  }
}
