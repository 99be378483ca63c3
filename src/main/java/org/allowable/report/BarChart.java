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
 * @param most how many bars are shown, with that of all others
 */
public record BarChart(String title, String subtitle, Format format, List<Bar> bars, int most)
    implements Chart {

  /** Keeps its own list. */
  public BarChart {
    bars = List.copyOf(bars);
  }

  /** As many bars as a page takes. */
  public BarChart(String title, String subtitle, Format format, List<Bar> bars) {
    this(title, subtitle, format, bars, MOST_CATEGORIES);
  }

  /** The same chart with no more bars than a small picture takes. */
  public BarChart atMost(int bars) {
    return new BarChart(title, subtitle, format, this.bars, Math.min(most, bars));
  }

  /** The bars as drawn: the largest, from high to low, with the rest added up where it may be. */
  public List<Bar> shown() {
    return Ranking.largest(bars, format.isAdditive(), most);
  }

  @Override
  public String description() {
    return Chart.inWords(shown(), format);
  }

  @Override
  public List<@Nullable BigDecimal> values() {
    return shown().stream().map(Bar::value).toList();
  }
}
