package org.allowable.report;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A physician's rate by month around a center, with the limits of chance and the months that are
 * more than chance.
 *
 * @param title the finding
 * @param subtitle what is counted, dates, number of lines
 * @param center the rate that the months are held against, 0..1
 * @param months from first to last
 * @param signals the months in which a rule holds, by the rule in words
 * @param training the month of a training; null where there was none
 */
public record RunChart(
    String title,
    String subtitle,
    BigDecimal center,
    List<Month> months,
    Map<String, List<YearMonth>> signals,
    @Nullable YearMonth training)
    implements Chart {

  /**
   * The rates of a month, 0..1.
   *
   * @param rate null where there are no lines
   * @param lower lower limit of chance; null where there is none
   * @param upper upper limit of chance, which may be above 1; null where there is none
   * @param peers null where they have none, or where it is not shown
   */
  public record Month(
      YearMonth month,
      @Nullable BigDecimal rate,
      @Nullable BigDecimal lower,
      @Nullable BigDecimal upper,
      @Nullable BigDecimal peers) {}

  /** Keeps its own lists, in the given order. */
  public RunChart {
    months = List.copyOf(months);
    signals = Collections.unmodifiableMap(new LinkedHashMap<>(signals));
  }

  @Override
  public Format format() {
    return Format.RATE;
  }

  /** The months in which any rule holds. */
  public Set<YearMonth> signaled() {
    return signals.values().stream().flatMap(List::stream).collect(Collectors.toSet());
  }

  /** The rules that hold, with their months, in words; empty where none does. */
  public String signalsInWords() {
    return signals.entrySet().stream()
        .map(
            signal ->
                signal.getKey()
                    + ": "
                    + signal.getValue().stream()
                        .map(Format.MONTH::display)
                        .collect(Collectors.joining(", ")))
        .collect(Collectors.joining("; "));
  }

  @Override
  public String description() {
    List<Bar> bars =
        months.stream().map(m -> new Bar(Format.MONTH.display(m.month()), m.rate())).toList();
    String trained = training == null ? "" : ". Training: " + Format.MONTH.display(training);
    String signaled = signals.isEmpty() ? "" : ". " + signalsInWords();
    return "Center %s. %s%s%s"
        .formatted(format().display(center), Chart.inWords(bars, format()), trained, signaled);
  }

  @Override
  public List<@Nullable BigDecimal> values() {
    return months.stream().map(Month::rate).toList();
  }
}
