package org.allowable.engine.embedded;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.allowable.engine.Engine;
import org.allowable.engine.TableCache;
import org.allowable.ingest.parquet.ParquetCheck;
import org.allowable.ingest.parquet.PrivateFiles;
import org.allowable.model.InputException;
import org.allowable.model.Rows;
import org.allowable.model.Table;
import org.allowable.sql.SqlStep;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** DuckDB in this process: tables live in its memory and spill to a private folder. */
public final class EmbeddedEngine implements Engine {

  // What the heap, at half of the memory, leaves; beyond it, tables spill.
  private static final double SHARE_OF_MEMORY = 0.4;
  private static final String NO_MEMORY = "Out of Memory Error";
  private static final int ROWS_PER_INSERT = 1_000;
  private static final String KEPT = "table.duckdb";

  // Below this, planning a step takes longer than its rows do: steps run beside each other, and one
  // thread is enough for each.
  private static final long FEW_ROWS = 50_000;

  // Nothing is fetched from anywhere; sorted as Spark sorts.
  private static final Map<String, String> SETTINGS =
      Map.of(
          "autoinstall_known_extensions", "false",
          "autoload_known_extensions", "false",
          "default_null_order", "nulls_first_on_asc_last_on_desc");

  private final DuckDBConnection database;
  private final String version;
  private final boolean isForFew;
  private final Map<String, Made> made = new ConcurrentHashMap<>();
  private final AtomicInteger streams = new AtomicInteger();
  private @Nullable TableCache cache;

  private EmbeddedEngine(DuckDBConnection database, String version, boolean isForFew) {
    this.database = database;
    this.version = version;
    this.isForFew = isForFew;
  }

  /**
   * Opens an engine.
   *
   * @param work a private folder for what does not fit into memory
   * @param rows about how many rows the run reads, by which it is tuned; results do not depend on
   *     it
   */
  public static EmbeddedEngine in(Path work, long rows) {
    return in(work, rows, Map.of("memory_limit", megabytes() + "MiB"));
  }

  /** The same with settings of memory and the like. */
  static EmbeddedEngine in(Path work, long rows, Map<String, String> limits) {
    boolean isForFew = rows < FEW_ROWS;
    try {
      Path spill = work.resolve("spill");
      PrivateFiles.createDirectories(spill);
      Properties settings = new Properties();
      settings.putAll(SETTINGS);
      settings.setProperty("temp_directory", spill.toString());
      if (isForFew) {
        settings.setProperty("threads", "1");
      }
      settings.putAll(limits);
      DuckDBConnection database =
          (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", settings);
      EmbeddedEngine engine =
          new EmbeddedEngine(
              database, "DuckDB " + database.getMetaData().getDatabaseProductVersion(), isForFew);
      for (String macro : Macros.ALL) {
        engine.execute(macro);
      }
      EmbeddedFunctions.register(database);
      return engine;
      // Where its library does not lie beside its jar, the driver unpacks it into the temporary
      // folder, which may be full.
    } catch (SQLException | ExceptionInInitializerError e) {
      throw new IllegalStateException("The embedded engine does not start", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long megabytes() {
    long bytes =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    return (long) (bytes * SHARE_OF_MEMORY / (1 << 20));
  }

  @Override
  public void rows(Table table, List<@Nullable Object[]> rows) {
    if (TableAppender.takes(table)) {
      load(table, rows::forEach);
      return;
    }
    create(table);
    for (int first = 0; first < rows.size(); first += ROWS_PER_INSERT) {
      execute(
          rows.subList(first, Math.min(rows.size(), first + ROWS_PER_INSERT)).stream()
              .map(EmbeddedEngine::tuple)
              .collect(Collectors.joining(", ", "insert into " + table.name() + " values ", "")));
    }
  }

  @Override
  public void load(Table table, RowSource rows) {
    create(table);
    try (TableAppender appender = new TableAppender(database, table)) {
      rows.forEach(appender::append);
    }
  }

  private void create(Table table) {
    forget(table.name());
    execute("create table %s (%s)".formatted(table.name(), ColumnTypes.declared(table)));
    made.put(table.name(), Made.TABLE);
  }

  // What a name stands for: a database must be told, to replace it.
  private enum Made {
    TABLE,
    VIEW
  }

  private void forget(String name) {
    Made before = made.remove(name);
    if (before != null) {
      execute("drop " + before.name() + " " + name);
    }
  }

  private static String tuple(@Nullable Object[] row) {
    StringBuilder tuple = new StringBuilder("(");
    for (@Nullable Object value : row) {
      tuple.append(tuple.length() == 1 ? "" : ", ").append(Literals.of(value));
    }
    return tuple.append(')').toString();
  }

  @Override
  public void parquet(String name, Table columns, Path folder, List<Path> files, String condition) {
    if (files.isEmpty()) {
      rows(columns.named(name), List.of());
      return;
    }
    // DuckDB itself would read another number out of a page in which a bit has changed.
    files.forEach(ParquetCheck::requireSoundPages);
    String names =
        files.stream()
            .map(file -> Literals.of(file.toString()))
            .collect(Collectors.joining(", ", "[", "]"));
    boolean isInFolders =
        !columns.partition().isEmpty()
            && folder.relativize(files.get(0)).toString().contains(columns.partition() + "=");
    named(
        name,
        "select %s from read_parquet(%s, hive_partitioning = %s, hive_types_autocast = false) where %s"
            .formatted(ColumnTypes.cast(columns), names, isInFolders, condition));
  }

  @Override
  public void select(String name, String sql) {
    named(name, SqlTranslation.of(sql, Map.of()));
  }

  // A view is read by its name when it is asked: one that would read its own is made at once.
  private void named(String name, String sql) {
    if (made.containsKey(name)) {
      execute("create table becoming_" + name + " as " + sql);
      forget(name);
      execute("alter table becoming_" + name + " rename to " + name);
      made.put(name, Made.TABLE);
    } else {
      execute("create view " + name + " as " + sql);
      made.put(name, Made.VIEW);
    }
  }

  @Override
  public void view(SqlStep step, Map<String, Object> parameters) {
    String name = step.name();
    forget(name);
    // Few rows are sooner made once than planned again by each step that reads them.
    Made as = isForFew ? Made.TABLE : Made.VIEW;
    execute("create %s %s as %s".formatted(as.name(), name, typed(step, parameters)));
    made.put(name, as);
  }

  @Override
  public Kept keep(SqlStep step, Map<String, Object> parameters) {
    String name = step.name();
    forget(name);
    TableCache files = cache;
    if (files != null && (files.has(name) || files.lasts(name))) {
      return keepIn(files, step, parameters);
    }
    execute("create table " + name + " as " + typed(step, parameters));
    made.put(name, Made.TABLE);
    return new Kept(count(name), false);
  }

  // A database of one table: written as it is made, and read where it lies.
  private Kept keepIn(TableCache files, SqlStep step, Map<String, Object> parameters) {
    String name = step.name();
    boolean isFromBefore = files.has(name);
    String database = "kept_" + name + "_" + streams.incrementAndGet();
    if (!isFromBefore) {
      try {
        Path folder = files.begin(name).onDisk();
        PrivateFiles.createDirectories(folder);
        Path file = folder.resolve(KEPT);
        execute("attach %s as %s".formatted(Literals.of(file.toString()), database));
        PrivateFiles.restrict(file);
        execute("create table %s.kept as %s".formatted(database, typed(step, parameters)));
        execute("detach " + database);
        files.finish(name);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    execute(
        "attach %s as %s (read_only)"
            .formatted(Literals.of(files.place(name).onDisk().resolve(KEPT).toString()), database));
    execute("create view %s as select * from %s.kept".formatted(name, database));
    made.put(name, Made.VIEW);
    return new Kept(count(name), isFromBefore);
  }

  /** Of these, what a later run is likely to ask for is written to files; the rest ends here. */
  @Override
  public void keepIn(TableCache cache) {
    this.cache = cache;
  }

  @Override
  public List<String> settings() {
    return SETTINGS.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).sorted().toList();
  }

  private long count(String table) {
    try (Connection connection = database.duplicate();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select count(*) from \"" + table + '"')) {
      result.next();
      return result.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException("Rows of " + table + " cannot be counted", e);
    }
  }

  @Override
  public Rows held(SqlStep step, Map<String, Object> parameters) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    try (Cursor cursor = new Cursor(step.makes(), typed(step, parameters))) {
      cursor.forEachRemaining(rows::add);
    }
    return Rows.of(step.makes(), rows);
  }

  // Under a name of its own: the same step may run again while these rows are read.
  @Override
  public Rows streamed(SqlStep step, Map<String, Object> parameters) {
    Table table = step.makes();
    String name = table.name() + "_" + streams.incrementAndGet();
    execute("create table " + name + " as " + typed(step, parameters));
    return new Rows(table, count(name), () -> new Cursor(table, "select * from " + name));
  }

  @Override
  public Set<String> tables() {
    return Set.copyOf(made.keySet());
  }

  @Override
  public List<Map<String, @Nullable Object>> all(String table) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    try (Connection connection = database.duplicate();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select * from \"" + table + '"')) {
      while (result.next()) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.put(result.getMetaData().getColumnName(i), EmbeddedValues.plain(result.getObject(i)));
        }
        rows.add(row);
      }
    } catch (SQLException e) {
      throw fault(e);
    }
    return rows;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public void close() {
    try {
      database.close();
    } catch (SQLException e) {
      throw new IllegalStateException("The embedded engine does not end", e);
    }
  }

  private static String typed(SqlStep step, Map<String, Object> parameters) {
    try {
      return "select %s from (%s) as made"
          .formatted(ColumnTypes.cast(step.makes()), SqlTranslation.of(step.text(), parameters));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(step.resource() + ": " + e.getMessage(), e);
    }
  }

  private void execute(String sql) {
    try (Connection connection = database.duplicate();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  private static RuntimeException fault(SQLException cause) {
    if (String.valueOf(cause.getMessage()).contains(NO_MEMORY)) {
      return new InputException(
          "The embedded engine needs more memory or room for temporary files than it may take here."
              + " Name a larger folder with TMPDIR, or run with --engine spark. Nothing was"
              + " published.",
          cause);
    }
    return new IllegalStateException(cause.getMessage(), cause);
  }

  /** Rows of a query, fetched as they are asked for. */
  private final class Cursor implements Iterator<@Nullable Object[]>, AutoCloseable {

    private final Connection connection;
    private final Statement statement;
    private final ResultSet result;
    private final int width;
    private boolean isThere;

    Cursor(Table table, String sql) {
      width = table.columns().size();
      try {
        connection = database.duplicate();
        statement = connection.createStatement();
        result = statement.executeQuery(sql);
        advance();
      } catch (SQLException e) {
        throw fault(e);
      }
    }

    private void advance() throws SQLException {
      isThere = result.next();
      if (!isThere) {
        close();
      }
    }

    @Override
    public boolean hasNext() {
      return isThere;
    }

    @Override
    public @Nullable Object[] next() {
      if (!isThere) {
        throw new NoSuchElementException();
      }
      try {
        @Nullable Object[] row = new Object[width];
        for (int i = 0; i < width; i++) {
          row[i] = EmbeddedValues.plain(result.getObject(i + 1));
        }
        advance();
        return row;
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      try {
        result.close();
        statement.close();
        connection.close();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
