package org.allowable.sql;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.allowable.statistics.Dispersion;
import org.allowable.statistics.ExactInterval;
import org.allowable.statistics.Funnel;
import org.allowable.statistics.FunnelLimits;
import org.allowable.statistics.Interval;
import org.allowable.statistics.TwoRates;
import org.jspecify.annotations.Nullable;

/**
 * A function that SELECTs may call beside those of the engine. It takes numbers of any kind and
 * gives a double; null where an argument is null, or where there are no lines or nothing is
 * expected, so that there is nothing to limit.
 *
 * @param name in a SELECT
 * @param arity how many numbers it takes
 * @param body what it does with them, none of them null
 */
public record NumberFunction(String name, int arity, Body body) implements Serializable {

  /** From numbers to a number. */
  @FunctionalInterface
  public interface Body extends Serializable {

    /** The value; null where there is none. */
    @Nullable Double of(double[] arguments);
  }

  /**
   * All of them:
   *
   * <ul>
   *   <li>{@code funnel_lines(expected, variance, target)}: {@link Funnel#comparableLines}
   *   <li>{@code funnel_lower(lines, rate, level, dispersion)} and {@code funnel_upper}: {@link
   *       FunnelLimits}
   *   <li>{@code exact_ratio_lower(observed, expected, peers, level)} and {@code
   *       exact_ratio_upper}: {@link ExactInterval#ratio}
   *   <li>{@code binomial_lower(count, lines, level)} and {@code binomial_upper}: {@link
   *       ExactInterval#rate}
   *   <li>{@code two_rates_chance(count, lines, other_count, other_lines)}: {@link TwoRates#chance}
   * </ul>
   */
  public static final List<NumberFunction> ALL =
      List.of(
          new NumberFunction(
              "funnel_lines",
              3,
              a ->
                  a[0] > 0 && a[1] > 0 && a[2] > 0
                      ? Funnel.comparableLines(a[0], a[1], a[2])
                      : null),
          limit("funnel_lower", FunnelLimits::lower),
          limit("funnel_upper", FunnelLimits::upper),
          ratio("exact_ratio_lower", Interval::low),
          ratio("exact_ratio_upper", Interval::high),
          rate("binomial_lower", Interval::low),
          rate("binomial_upper", Interval::high),
          new NumberFunction(
              "two_rates_chance",
              4,
              a ->
                  a[1] > 0 && a[3] > 0
                      ? TwoRates.chance((long) a[0], (long) a[1], (long) a[2], (long) a[3])
                      : null));

  /** The function of one array of numbers: {@link Dispersion#factor}. */
  public static final String DISPERSION = "dispersion";

  /**
   * The value for arguments of any kind.
   *
   * @param arguments as many as {@link #arity}
   */
  public @Nullable Double of(@Nullable Number... arguments) {
    if (Arrays.stream(arguments).anyMatch(Objects::isNull)) {
      return null;
    }
    return body.of(
        Arrays.stream(arguments)
            .mapToDouble(n -> Objects.requireNonNull(n).doubleValue())
            .toArray());
  }

  /** One of the limits of a funnel. */
  private interface Limit extends Serializable {
    double of(double lines, double rate, double level, double dispersion);
  }

  private static NumberFunction limit(String name, Limit limit) {
    return new NumberFunction(name, 4, a -> a[0] > 0 ? limit.of(a[0], a[1], a[2], a[3]) : null);
  }

  /** One end of an interval. */
  private interface End extends Serializable {
    double of(Interval interval);
  }

  private static NumberFunction ratio(String name, End end) {
    return new NumberFunction(
        name,
        4,
        a ->
            a[1] > 0 && a[2] > 0
                ? end.of(ExactInterval.ratio((long) a[0], a[1], a[2], a[3]))
                : null);
  }

  private static NumberFunction rate(String name, End end) {
    return new NumberFunction(
        name, 3, a -> a[1] > 0 ? end.of(ExactInterval.rate((long) a[0], (long) a[1], a[2])) : null);
  }
}
