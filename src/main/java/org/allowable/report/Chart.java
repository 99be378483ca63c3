package org.allowable.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A chart as what it says, not how it is drawn. */
public sealed interface Chart
    permits BarChart,
        DistributionChart,
        DumbbellChart,
        FunnelChart,
        HeatMapChart,
        PairedBarChart,
        ParetoChart,
        RunChart,
        TornadoChart,
        TrendChart,
        WaterfallChart {

  /** The most categories a chart shows; the rest are added up or left to the table. */
  int MOST_CATEGORIES = 15;

  /** The finding, as a sentence. */
  String title();

  /** What it is about: payer, dates, number of lines. */
  String subtitle();

  /** What kind of number it shows. */
  Format format();

  /** The values in words, for those who cannot see the chart. */
  String description();

  /** Every number it would show; null where one is not known. */
  List<@Nullable BigDecimal> values();

  /**
   * What the numbers are, with their unit, beside the axis: "Allowed amount, US dollars a unit".
   */
  default String measure() {
    return "";
  }

  /** Whether there is a number to show. */
  default boolean hasValues() {
    return values().stream().anyMatch(value -> value != null);
  }

  /**
   * A category and its number.
   *
   * @param label its name
   * @param value null where it is not known
   */
  record Bar(String label, @Nullable BigDecimal value) {}

  /** Bars in words: "Aetna −$1,200.00; Cigna $300.00". */
  static String inWords(List<Bar> bars, Format format) {
    return bars.stream()
        .map(bar -> bar.label() + " " + format.display(bar.value()))
        .collect(Collectors.joining("; "));
  }
}
