package org.allowable.engine.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.allowable.engine.Engine;
import org.allowable.engine.TableCache;
import org.allowable.model.Rows;
import org.allowable.model.Table;
import org.allowable.sql.SqlStep;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Runs nothing. It writes down what the embedded engine would run, as a script for a DuckDB that
 * knows of this program its functions alone: the same SELECTs in the same words, over the same
 * files. Rows that the program holds in memory go into Parquet files beside the script. What a
 * report shows is written as CSV to the folder {@link #OUT}.
 */
public final class ScriptedEngine implements Engine {

  /** Stands in the script for the folder of the CSV files. */
  public static final String OUT = "${OUT}";

  /** Ends a statement of the script, on a line of its own. */
  public static final String END = "-- end of statement";

  private final Path folder;
  private final List<String> statements = new ArrayList<>();
  private final Map<String, String> made = new HashMap<>();
  private final DuckDBConnection rows;

  /**
   * An empty script.
   *
   * @param folder for the files of rows
   */
  public ScriptedEngine(Path folder) {
    this.folder = folder;
    try {
      this.rows = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    statements.add("set default_null_order = 'nulls_first_on_asc_last_on_desc'");
    statements.addAll(Macros.ALL);
  }

  /** Makes what the SELECTs call and DuckDB lacks known to the database that runs the script. */
  public static void functions(Connection database) throws SQLException {
    EmbeddedFunctions.register(database);
  }

  /** Writes the script. */
  public synchronized void write(Path script) throws IOException {
    Files.writeString(
        script,
        statements.stream().map(sql -> sql + "\n" + END + "\n").collect(Collectors.joining()));
  }

  @Override
  public void rows(Table table, List<@Nullable Object[]> values) {
    load(table, values::forEach);
  }

  @Override
  public synchronized void load(Table table, RowSource source) {
    Path file = folder.resolve(table.name() + ".parquet");
    try (Statement statement = rows.createStatement()) {
      statement.execute("drop table if exists " + table.name());
      statement.execute(
          "create table %s (%s)".formatted(table.name(), ColumnTypes.declared(table)));
      if (TableAppender.takes(table)) {
        try (TableAppender appender = new TableAppender(rows, table)) {
          source.forEach(appender::append);
        }
      } else {
        source.forEach(row -> insert(statement, table, row));
      }
      Files.deleteIfExists(file);
      statement.execute(
          "copy %s to %s (format parquet)".formatted(table.name(), Literals.of(file.toString())));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    make(
        "table",
        table.name(),
        "select * from read_parquet(%s)".formatted(Literals.of(file.toString())));
  }

  private static void insert(Statement statement, Table table, @Nullable Object[] row) {
    List<String> values = new ArrayList<>();
    for (@Nullable Object value : row) {
      values.add(Literals.of(value));
    }
    try {
      statement.execute(
          "insert into %s values (%s)".formatted(table.name(), String.join(", ", values)));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void parquet(String name, Table columns, Path root, List<Path> files, String condition) {
    if (files.isEmpty()) {
      rows(columns.named(name), List.of());
      return;
    }
    boolean isInFolders =
        !columns.partition().isEmpty()
            && root.relativize(files.get(0)).toString().contains(columns.partition() + "=");
    String names =
        files.stream()
            .map(file -> Literals.of(file.toString()))
            .collect(Collectors.joining(", ", "[", "]"));
    make(
        "view",
        name,
        "select %s from read_parquet(%s, hive_partitioning = %s, hive_types_autocast = false) where %s"
            .formatted(ColumnTypes.cast(columns), names, isInFolders, condition));
  }

  @Override
  public void select(String name, String sql) {
    make("view", name, SqlTranslation.of(sql, Map.of()));
  }

  // A view that would read its own name is made at once.
  private synchronized void make(String kind, String name, String sql) {
    String before = made.remove(name);
    if (before == null) {
      statements.add("create %s %s as %s".formatted(kind, name, sql));
      made.put(name, kind);
      return;
    }
    statements.add("create table becoming_%s as %s".formatted(name, sql));
    statements.add("drop %s %s".formatted(before, name));
    statements.add("alter table becoming_%1$s rename to %1$s".formatted(name));
    made.put(name, "table");
  }

  @Override
  public void view(SqlStep step, Map<String, Object> parameters) {
    make("view", step.name(), typed(step, parameters));
  }

  @Override
  public Kept keep(SqlStep step, Map<String, Object> parameters) {
    make("table", step.name(), typed(step, parameters));
    return new Kept(0, false);
  }

  @Override
  public void keepIn(TableCache cache) {}

  @Override
  public synchronized Rows held(SqlStep step, Map<String, Object> parameters) {
    statements.add(
        "copy (%s) to '%s/%s.csv' (header)".formatted(typed(step, parameters), OUT, step.name()));
    return Rows.of(step.makes(), List.of());
  }

  @Override
  public Rows streamed(SqlStep step, Map<String, Object> parameters) {
    return held(step, parameters);
  }

  private static String typed(SqlStep step, Map<String, Object> parameters) {
    return "select %s from (%s) as made"
        .formatted(ColumnTypes.cast(step.makes()), SqlTranslation.of(step.text(), parameters));
  }

  @Override
  public synchronized Set<String> tables() {
    return Set.copyOf(made.keySet());
  }

  @Override
  public List<Map<String, @Nullable Object>> all(String table) {
    throw new UnsupportedOperationException("A script has no rows");
  }

  @Override
  public String version() {
    return "a script";
  }

  @Override
  public List<String> settings() {
    return List.of();
  }

  @Override
  public void close() {
    try {
      rows.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
