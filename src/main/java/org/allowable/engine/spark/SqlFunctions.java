package org.allowable.engine.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.allowable.sql.NumberFunction;
import org.allowable.statistics.Dispersion;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.UDFRegistration;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Makes the functions that SELECTs call known to Spark. */
public final class SqlFunctions {

  private SqlFunctions() {}

  /** Makes the functions known to a session. */
  public static void register(SparkSession spark) {
    UDFRegistration functions = spark.udf();
    NumberFunction.ALL.forEach(function -> register(functions, function));
    UDF1<@Nullable Seq<@Nullable Number>, @Nullable Double> dispersion =
        scores -> scores == null ? null : Dispersion.of(known(scores)).factor();
    functions.register(NumberFunction.DISPERSION, dispersion, DataTypes.DoubleType);
  }

  private static void register(UDFRegistration functions, NumberFunction function) {
    if (function.arity() == 3) {
      UDF3<@Nullable Number, @Nullable Number, @Nullable Number, @Nullable Double> three =
          (a, b, c) -> function.of(a, b, c);
      functions.register(function.name(), three, DataTypes.DoubleType);
    } else {
      UDF4<@Nullable Number, @Nullable Number, @Nullable Number, @Nullable Number, @Nullable Double>
          four = (a, b, c, d) -> function.of(a, b, c, d);
      functions.register(function.name(), four, DataTypes.DoubleType);
    }
  }

  private static List<Double> known(Seq<@Nullable Number> scores) {
    List<Double> known = new ArrayList<>();
    CollectionConverters.asJava(scores).stream()
        .filter(Objects::nonNull)
        .forEach(score -> known.add(score.doubleValue()));
    return known;
  }
}
