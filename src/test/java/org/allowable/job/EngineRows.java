package org.allowable.job;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.allowable.engine.Engine;
import org.allowable.model.Tables;
import org.allowable.sql.SqlStep;
import org.jspecify.annotations.Nullable;

/** What tests ask an engine. */
final class EngineRows {

  private static final String QUESTION = "question_of_a_test";

  private EngineRows() {}

  /** The rows that a SELECT finds, in no order. */
  static List<Map<String, @Nullable Object>> of(Engine engine, String sql) {
    engine.select(QUESTION, sql);
    return engine.all(QUESTION);
  }

  /** The rows that a step makes. */
  static List<Map<String, @Nullable Object>> of(
      Engine engine, SqlStep step, Map<String, Object> parameters) {
    return MartRows.of(engine.held(step, parameters));
  }

  /** Makes a table of rows by column; what a row does not say is null. */
  static void fill(Engine engine, String table, List<Map<String, Object>> cells) {
    List<String> columns = Tables.named(table).columnNames();
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Map<String, Object> row : cells) {
      rows.add(columns.stream().map(row::get).toArray());
    }
    engine.rows(Tables.named(table), rows);
  }

  /** An amount that is not null in a row. */
  static BigDecimal amount(Map<String, @Nullable Object> row, String column) {
    return (BigDecimal) Objects.requireNonNull(row.get(column), column);
  }
}
