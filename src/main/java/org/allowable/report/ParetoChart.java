package org.allowable.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bars from large to small with the cumulative share of their total: dollars denied by reason.
 *
 * @param title the finding
 * @param subtitle payer, dates, number of lines
 * @param format what kind of number; it must add up
 * @param bars in any order; none below zero
 */
public record ParetoChart(String title, String subtitle, Format format, List<Bar> bars)
    implements Chart {

  /** Checks that a share of the total means something. */
  public ParetoChart {
    bars = List.copyOf(bars);
    if (!format.isAdditive()) {
      throw new IllegalArgumentException("A Pareto chart needs numbers that add up: " + format);
    }
    for (Bar bar : bars) {
      BigDecimal value = bar.value();
      if (value != null && value.signum() < 0) {
        throw new IllegalArgumentException("A Pareto chart has no bar below zero");
      }
    }
  }

  /** The bars as drawn: from large to small, with the rest added up at the end. */
  public List<Bar> shown() {
    return Ranking.largest(bars, true);
  }

  /**
   * The share of the total that each shown bar and those before it make up, 0..1.
   *
   * @return nothing where the total is zero
   */
  public List<BigDecimal> cumulativeShares() {
    List<Bar> shown = shown();
    BigDecimal total = Ranking.sum(shown);
    if (total == null || total.signum() == 0) {
      return List.of();
    }
    List<BigDecimal> shares = new ArrayList<>();
    BigDecimal running = BigDecimal.ZERO;
    for (Bar bar : shown) {
      BigDecimal value = bar.value();
      running = value == null ? running : running.add(value);
      shares.add(running.divide(total, MathContext.DECIMAL64));
    }
    return shares;
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
