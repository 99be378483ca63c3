package org.allowable.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an amount became another, step by step: each begins where the one before it ends.
 *
 * @param title the finding
 * @param subtitle what it is about
 * @param format what kind of number
 * @param measure what the numbers are, with their unit, beside the axis
 * @param start the amount before the first step
 * @param steps in order; together they make the end
 * @param endLabel the name of the amount after the last step
 */
public record WaterfallChart(
    String title,
    String subtitle,
    Format format,
    String measure,
    Chart.Bar start,
    List<Cause> steps,
    String endLabel)
    implements Chart {

  /**
   * What makes a step.
   *
   * @param label its name
   * @param change what it adds or takes
   */
  public record Cause(String label, BigDecimal change) {}

  /** Keeps its own list. */
  public WaterfallChart {
    steps = List.copyOf(steps);
  }

  /** The amount before each step, and after the last; nothing where the start is not known. */
  public List<BigDecimal> levels() {
    BigDecimal level = start.value();
    List<BigDecimal> levels = new ArrayList<>();
    if (level == null) {
      return levels;
    }
    levels.add(level);
    for (Cause step : steps) {
      level = level.add(step.change());
      levels.add(level);
    }
    return levels;
  }

  @Override
  public List<@Nullable BigDecimal> values() {
    return new ArrayList<>(levels());
  }

  @Override
  public String description() {
    List<BigDecimal> levels = levels();
    if (levels.isEmpty()) {
      return "Nothing is known";
    }
    List<Chart.Bar> bars = new ArrayList<>();
    bars.add(start);
    steps.forEach(step -> bars.add(new Chart.Bar(step.label(), step.change())));
    bars.add(new Chart.Bar(endLabel, levels.get(levels.size() - 1)));
    return Chart.inWords(bars, format);
  }
}
