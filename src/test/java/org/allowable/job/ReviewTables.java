package org.allowable.job;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allowable.Sparks;
import org.allowable.engine.Engine;
import org.allowable.engine.spark.SparkEngine;
import org.allowable.engine.spark.SqlFunctions;
import org.allowable.model.ColumnType.Plain;
import org.allowable.model.Table;
import org.allowable.model.Tables;
import org.allowable.sql.SqlStep;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Single SELECTs of the retraining review over a few rows; what is not said is null. */
final class ReviewTables {

  private final Engine engine;
  private final Map<Table, List<@Nullable Object[]>> rows = new HashMap<>();

  /** On the embedded engine. */
  ReviewTables() {
    this(SmallRun.newEngine());
  }

  private ReviewTables(Engine engine) {
    this.engine = engine;
  }

  /** On Spark. */
  static ReviewTables onSpark(Path folder) {
    SparkSession session = Sparks.session().newSession();
    SqlFunctions.register(session);
    return new ReviewTables(new SparkEngine(session, folder));
  }

  /** Adds a row: column, value, column, value. Dates are written as 2026-07-01. */
  ReviewTables with(Table table, Object... cells) {
    List<String> columns = table.columnNames();
    @Nullable Object[] row = new Object[columns.size()];
    for (int i = 0; i < cells.length; i += 2) {
      int place = columns.indexOf(cells[i]);
      boolean isDate = table.columns().get(place).type() == Plain.DATE;
      row[place] = isDate ? LocalDate.parse(String.valueOf(cells[i + 1])) : cells[i + 1];
    }
    rows.computeIfAbsent(table, t -> new ArrayList<>()).add(row);
    return this;
  }

  /** Some lines of a physician that were answered in the period, the first of them denied. */
  ReviewTables lines(@Nullable String npi, String code, int denied, int lines, Object... more) {
    for (int line = 0; line < lines; line++) {
      List<Object> cells =
          new ArrayList<>(
              List.of(
                  "claim_line_key",
                  (long) rows.getOrDefault(Tables.named("int_review_line"), List.of()).size(),
                  "payer",
                  "Payer",
                  "hcpcs_code",
                  code,
                  "service_date",
                  "2026-07-01",
                  "first_payment_date",
                  "2026-07-20",
                  "charge_amount",
                  new BigDecimal("100.00"),
                  "is_in_period",
                  true,
                  "is_initially_denied",
                  line < denied,
                  "is_counted",
                  line < denied,
                  "denial_group",
                  "Coding",
                  "denial_signal",
                  "CO-4"));
      if (npi != null) {
        cells.addAll(List.of("rendering_npi", npi, "physician", npi));
      }
      cells.addAll(List.of(more));
      with(Tables.named("int_review_line"), cells.toArray());
    }
    return this;
  }

  /** Makes tables one after the other, and hands out the rows of the last. */
  List<Map<String, @Nullable Object>> make(Table... tables) {
    rows.forEach(engine::rows);
    for (Table table : tables) {
      SqlStep step =
          new SqlStep(table.name(), "jobs/report/retraining-review/" + table.name() + ".sql");
      fillIn(step);
      engine.keep(step, PARAMETERS);
    }
    return engine.all(tables[tables.length - 1].name());
  }

  // What a SELECT reads and nobody filled is empty.
  private void fillIn(SqlStep step) {
    Set<String> there = engine.tables();
    step.reads(KNOWN.keySet()).stream()
        .filter(name -> !there.contains(name))
        .forEach(name -> engine.rows(Objects.requireNonNull(KNOWN.get(name)), List.of()));
  }

  private static final Map<String, Table> KNOWN =
      Stream.concat(Tables.allComingIn().stream(), Tables.madeBySelects().stream())
          .collect(Collectors.toMap(Table::name, Function.identity()));

  private static final Map<String, Object> PARAMETERS =
      Map.ofEntries(
          Map.entry("least_lines", 30),
          Map.entry("inner_level", 0.95),
          Map.entry("outer_level", 0.998),
          Map.entry("control_level", 0.9973),
          Map.entry("inner_deviate", 1.9599639845400545),
          Map.entry("detection_deviate", 1.9599639845400545 + 0.8416212335729143),
          Map.entry("training_months", 6),
          Map.entry("first_date", LocalDate.of(2026, 7, 1)),
          Map.entry("last_date", LocalDate.of(2026, 9, 30)),
          Map.entry("action_limit", 3));
}
