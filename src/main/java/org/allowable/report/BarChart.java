package org.allowable.report;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Horizontal bars, which may lie on both sides of zero: variance by payer.
 *
 * @param title the finding
 * @param subtitle payer, dates, number of lines
 * @param format what kind of number
 * @param bars in any order
 */
public record BarChart(String title, String subtitle, Format format, List<Bar> bars)
    implements Chart {

  /** Keeps its own list. */
  public BarChart {
    bars = List.copyOf(bars);
  }

  /** The bars as drawn: the largest, from high to low, with the rest added up where it may be. */
  public List<Bar> shown() {
    return Ranking.largest(bars, format.isAdditive());
  }

  @Override
  public String description() {
    return Chart.inWords(shown(), format);
  }

  @Override
  public List<@Nullable BigDecimal> values() {
    return bars.stream().map(Bar::value).toList();
  }
}
