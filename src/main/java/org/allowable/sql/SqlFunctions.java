package org.allowable.sql;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.allowable.statistics.Dispersion;
import org.allowable.statistics.ExactInterval;
import org.allowable.statistics.Funnel;
import org.allowable.statistics.FunnelLimits;
import org.allowable.statistics.Interval;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.UDFRegistration;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The functions that SELECTs may call beside Spark's own. Every one takes numbers of any kind and
 * gives a double; null where an argument is null, or where there are no lines or nothing is
 * expected, so that there is nothing to limit.
 *
 * <ul>
 *   <li>{@code funnel_lines(expected, variance, target)}: {@link Funnel#comparableLines}
 *   <li>{@code funnel_lower(lines, rate, level, dispersion)} and {@code funnel_upper}: {@link
 *       FunnelLimits}
 *   <li>{@code dispersion(scores)}: {@link Dispersion#factor} of an array
 *   <li>{@code exact_ratio_lower(observed, expected, peers, level)} and {@code exact_ratio_upper}:
 *       {@link ExactInterval#ratio}
 *   <li>{@code binomial_lower(count, lines, level)} and {@code binomial_upper}: {@link
 *       ExactInterval#rate}
 * </ul>
 */
public final class SqlFunctions {

  private SqlFunctions() {}

  /** Makes the functions known to a session. */
  public static void register(SparkSession spark) {
    UDFRegistration functions = spark.udf();
    funnel(functions);
    ratio(functions, "exact_ratio_lower", Interval::low);
    ratio(functions, "exact_ratio_upper", Interval::high);
    rate(functions, "binomial_lower", Interval::low);
    rate(functions, "binomial_upper", Interval::high);
    UDF1<@Nullable Seq<@Nullable Number>, @Nullable Double> dispersion =
        scores -> scores == null ? null : Dispersion.of(known(scores)).factor();
    functions.register("dispersion", dispersion, DataTypes.DoubleType);
  }

  private static void funnel(UDFRegistration functions) {
    UDF3<@Nullable Number, @Nullable Number, @Nullable Number, @Nullable Double> lines =
        (expected, variance, target) ->
            isPositive(expected) && isPositive(variance) && isPositive(target)
                ? Funnel.comparableLines(value(expected), value(variance), value(target))
                : null;
    functions.register("funnel_lines", lines, DataTypes.DoubleType);
    limit(functions, "funnel_lower", FunnelLimits::lower);
    limit(functions, "funnel_upper", FunnelLimits::upper);
  }

  /** One of the limits of a funnel. */
  private interface Limit extends Serializable {
    double of(double lines, double rate, double level, double dispersion);
  }

  private static void limit(UDFRegistration functions, String name, Limit limit) {
    UDF4<@Nullable Number, @Nullable Number, @Nullable Number, @Nullable Number, @Nullable Double>
        function =
            (lines, rate, level, dispersion) ->
                isPositive(lines) && rate != null && level != null && dispersion != null
                    ? limit.of(value(lines), value(rate), value(level), value(dispersion))
                    : null;
    functions.register(name, function, DataTypes.DoubleType);
  }

  /** One end of an interval. */
  private interface End extends Serializable {
    double of(Interval interval);
  }

  private static void ratio(UDFRegistration functions, String name, End end) {
    UDF4<@Nullable Number, @Nullable Number, @Nullable Number, @Nullable Number, @Nullable Double>
        function =
            (observed, expected, peers, level) ->
                observed != null && isPositive(expected) && isPositive(peers) && level != null
                    ? end.of(
                        ExactInterval.ratio(
                            observed.longValue(), value(expected), value(peers), value(level)))
                    : null;
    functions.register(name, function, DataTypes.DoubleType);
  }

  private static void rate(UDFRegistration functions, String name, End end) {
    UDF3<@Nullable Number, @Nullable Number, @Nullable Number, @Nullable Double> function =
        (count, lines, level) ->
            count != null && isPositive(lines) && level != null
                ? end.of(ExactInterval.rate(count.longValue(), lines.longValue(), value(level)))
                : null;
    functions.register(name, function, DataTypes.DoubleType);
  }

  private static List<Double> known(Seq<@Nullable Number> scores) {
    List<Double> known = new ArrayList<>();
    CollectionConverters.asJava(scores).stream()
        .filter(Objects::nonNull)
        .forEach(score -> known.add(value(score)));
    return known;
  }

  private static boolean isPositive(@Nullable Number number) {
    return number != null && number.doubleValue() > 0;
  }

  private static double value(@Nullable Number number) {
    return Objects.requireNonNull(number).doubleValue();
  }
}
