package org.allowable.engine.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.allowable.sql.NumberFunction;
import org.allowable.statistics.Dispersion;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBLogicalType;
import org.jspecify.annotations.Nullable;

/** Makes the functions that SELECTs call known to DuckDB. */
final class EmbeddedFunctions {

  // The driver hands no arrays to Java: they come as text.
  private static final String DISPERSION_OF_TEXT = "dispersion_of_text";
  private static final String DISPERSION_MACRO =
      "create macro %s(scores) as %s(array_to_string(scores, ' '))"
          .formatted(NumberFunction.DISPERSION, DISPERSION_OF_TEXT);

  private EmbeddedFunctions() {}

  /** Makes the functions known to a database. */
  static void register(Connection database) throws SQLException {
    for (NumberFunction function : NumberFunction.ALL) {
      try (DuckDBLogicalType number = DuckDBLogicalType.of(DuckDBColumnType.DOUBLE);
          var builder = DuckDBFunctions.scalarFunction()) {
        builder
            .withName(function.name())
            .withVarArgs(number)
            .withReturnType(Double.class)
            .withVarArgsFunction(arguments -> function.of(numbers(arguments)))
            .register(database);
      }
    }
    try (var builder = DuckDBFunctions.scalarFunction()) {
      builder
          .withName(DISPERSION_OF_TEXT)
          .withParameter(String.class)
          .withReturnType(Double.class)
          .withFunction(EmbeddedFunctions::dispersion)
          .register(database);
    }
    try (var statement = database.createStatement()) {
      statement.execute(DISPERSION_MACRO);
    }
  }

  private static @Nullable Number[] numbers(@Nullable Object[] arguments) {
    return Arrays.copyOf(arguments, arguments.length, Number[].class);
  }

  private static @Nullable Double dispersion(@Nullable String scores) {
    if (scores == null) {
      return null;
    }
    List<Double> known =
        Arrays.stream(scores.split(" ", -1))
            .filter(s -> !s.isEmpty())
            .map(Double::valueOf)
            .toList();
    return Dispersion.of(known).factor();
  }
}
