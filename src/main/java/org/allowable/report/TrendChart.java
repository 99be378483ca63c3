package org.allowable.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lines over months.
 *
 * @param title the finding
 * @param subtitle payer, dates, number of lines
 * @param format what kind of number
 * @param months left to right, usually thirteen
 * @param lines each with one value per month
 * @param hasMeanLine whether the plain mean of a single line's known values is drawn
 */
public record TrendChart(
    String title,
    String subtitle,
    Format format,
    List<YearMonth> months,
    List<TrendLine> lines,
    boolean hasMeanLine)
    implements Chart {

  /**
   * A line.
   *
   * @param name what it follows
   * @param values one per month; null leaves a gap
   */
  public record TrendLine(String name, List<@Nullable BigDecimal> values) {

    /** Keeps its own list. */
    public TrendLine {
      values = Collections.unmodifiableList(new ArrayList<>(values));
    }
  }

  /** Checks that lines and months fit. */
  public TrendChart {
    months = List.copyOf(months);
    lines = List.copyOf(lines);
    for (TrendLine line : lines) {
      if (line.values().size() != months.size()) {
        throw new IllegalArgumentException(
            "Line " + line.name() + " needs one value for each of " + months.size() + " months");
      }
    }
    if (hasMeanLine && lines.size() != 1) {
      throw new IllegalArgumentException("A mean line needs exactly one line");
    }
  }

  /** The plain mean of the known values where it is to be drawn and there are any, else null. */
  public @Nullable BigDecimal mean() {
    List<BigDecimal> known = values().stream().filter(Objects::nonNull).toList();
    if (!hasMeanLine || known.isEmpty()) {
      return null;
    }
    BigDecimal sum = known.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return sum.divide(BigDecimal.valueOf(known.size()), MathContext.DECIMAL64);
  }

  @Override
  public String description() {
    BigDecimal mean = mean();
    String words =
        lines.stream()
            .map(line -> line.name() + ": " + Chart.inWords(bars(line), format))
            .collect(Collectors.joining(". "));
    return mean == null ? words : words + ". Mean: " + format.display(mean);
  }

  private List<Bar> bars(TrendLine line) {
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < months.size(); i++) {
      bars.add(new Bar(Format.MONTH.display(months.get(i)), line.values().get(i)));
    }
    return bars;
  }

  @Override
  public List<@Nullable BigDecimal> values() {
    return lines.stream().flatMap(line -> line.values().stream()).toList();
  }
}
