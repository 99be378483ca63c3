package org.allowable.engine.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allowable.config.SparkMaster;
import org.allowable.engine.Engine;
import org.allowable.engine.TableCache;
import org.allowable.ingest.parquet.FilePlace;
import org.allowable.ingest.parquet.ParquetCheck;
import org.allowable.model.Rows;
import org.allowable.model.Table;
import org.allowable.model.TableColumn;
import org.allowable.sql.SqlStep;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** A session of Spark: tables are its views. */
public final class SparkEngine implements Engine {

  // Of all engines of the process: two of one run share a folder.
  private static final AtomicInteger LOADED = new AtomicInteger();

  private final SparkSession spark;
  private final Path work;
  private final @Nullable FilePlace shared;
  private final TableCache ofThisRun;
  private TableCache cache;

  /**
   * An engine over a session of its own.
   *
   * @param work a private folder for tables that are kept for the length of the run
   */
  public SparkEngine(SparkSession spark, Path work) {
    this(spark, work, null);
  }

  private SparkEngine(SparkSession spark, Path work, @Nullable FilePlace shared) {
    this.spark = spark;
    this.work = work;
    this.shared = shared;
    this.ofThisRun = TableCache.ofOneRun(shared == null ? FilePlace.of(work) : shared);
    this.cache = ofThisRun;
  }

  /**
   * Opens an engine on this machine's cores.
   *
   * @param work a private folder
   * @param rows about how many rows the run reads, by which it is tuned; results do not depend on
   *     it
   */
  public static SparkEngine local(Path work, long rows) {
    return new SparkEngine(SparkSessions.local(work, rows), work);
  }

  /**
   * Checks that a cluster is there, before the work.
   *
   * @throws org.allowable.model.InputException if nobody answers at its address
   */
  public static void requireAnswer(SparkMaster master) {
    Cluster.requireAnswer(master);
  }

  /**
   * Opens an engine on a cluster.
   *
   * @param work a private folder of this machine
   * @param shared a folder of this run alone that this machine and the cluster reach
   * @throws org.allowable.model.InputException if the cluster does not take the run
   */
  public static SparkEngine on(SparkMaster master, Path work, FilePlace shared, long rows) {
    return new SparkEngine(SparkSessions.on(master, work, rows), work, shared);
  }

  @Override
  public void rows(Table table, List<@Nullable Object[]> rows) {
    name(
        spark.createDataFrame(
            rows.stream().map(SparkEngine::row).toList(), SparkTypes.of(table).asNullable()),
        table.name());
  }

  @Override
  public void load(Table table, RowSource rows) {
    Path file =
        work.resolve("loaded-%s-%d.parquet".formatted(table.name(), LOADED.incrementAndGet()));
    try (LoadedRows read = new LoadedRows(file, table)) {
      rows.forEach(read::add);
      if (read.isHeld()) {
        rows(table, read.held());
        return;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    parquet(table.name(), table, work, List.of(file), "true");
  }

  private static Row row(@Nullable Object[] values) {
    @Nullable Object[] cells = values.clone();
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] instanceof LocalDate date) {
        cells[i] = java.sql.Date.valueOf(date);
      } else if (cells[i] instanceof Map<?, ?> fields) {
        cells[i] = row(fields.values().toArray());
      }
    }
    return RowFactory.create(cells);
  }

  @Override
  public void parquet(String name, Table columns, Path folder, List<Path> files, String condition) {
    if (files.isEmpty()) {
      name(spark.createDataFrame(List.of(), SparkTypes.of(columns)), name);
      return;
    }
    if (shared == null) {
      read(
          name,
          columns,
          folder.toString(),
          files.stream().map(Path::toString).toArray(String[]::new),
          condition);
    } else {
      FilePlace sent = shared.resolve("sent-%s-%d".formatted(name, LOADED.incrementAndGet()));
      read(name, columns, sent.uri(), sent(files, sent), condition);
    }
  }

  // The cluster does not see this machine's disk.
  private static String[] sent(List<Path> files, FilePlace to) {
    try {
      List<String> sent = new ArrayList<>();
      for (Path file : files) {
        FilePlace place = to.resolve(String.valueOf(file.getFileName()));
        place.copy(file);
        sent.add(place.uri());
      }
      return sent.toArray(String[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stored(
      String name, Table columns, FilePlace folder, List<FilePlace> files, String condition) {
    if (shared == null && folder.isOnDisk()) {
      Engine.super.stored(name, columns, folder, files, condition);
      return;
    }
    if (files.isEmpty()) {
      parquet(name, columns, work, List.of(), condition);
      return;
    }
    read(
        name,
        columns,
        folder.uri(),
        files.stream().map(FilePlace::uri).toArray(String[]::new),
        condition);
  }

  private void read(String name, Table columns, String folder, String[] files, String condition) {
    Dataset<Row> rows =
        spark.read().schema(SparkTypes.of(columns)).option("basePath", folder).parquet(files);
    name(condition.equals("true") ? rows : rows.where(condition), name);
  }

  @Override
  public void select(String name, String sql) {
    name(spark.sql(sql), name);
  }

  @Override
  public void view(SqlStep step, Map<String, Object> parameters) {
    // Few rows are sooner made once than planned again by each step that reads them.
    if (SparkSessions.isForFew(spark)) {
      keep(step, parameters);
      return;
    }
    name(plan(step, parameters), step.name());
  }

  // In a session for few rows they are one partition from the start: no aggregate or window above
  // them needs an exchange.
  private void name(Dataset<Row> rows, String view) {
    (SparkSessions.isForFew(spark) ? rows.coalesce(1) : rows).createOrReplaceTempView(view);
  }

  @Override
  public Kept keep(SqlStep step, Map<String, Object> parameters) {
    return complaining(
        () -> {
          Table table = step.makes();
          describe(table);
          boolean isFromBefore = cache.has(table.name());
          Dataset<Row> rows =
              isFromBefore ? read(table, cache) : keep(plan(step, parameters), table, cache);
          long count = count(rows, table, cache);
          name(rows, table.name());
          return new Kept(count, isFromBefore);
        });
  }

  @Override
  public void keepIn(TableCache cache) {
    this.cache = cache;
  }

  @Override
  public Rows held(SqlStep step, Map<String, Object> parameters) {
    return complaining(
        () -> {
          describe(step.makes());
          List<Row> all = plan(step, parameters).collectAsList();
          return new Rows(step.makes(), all.size(), () -> values(all.iterator()));
        });
  }

  // One file: its rows come back in the order of the SELECT.
  @Override
  public Rows streamed(SqlStep step, Map<String, Object> parameters) {
    return complaining(
        () -> {
          Table table = step.makes();
          describe(table);
          Dataset<Row> rows = keep(plan(step, parameters).coalesce(1), table, ofThisRun);
          return new Rows(
              table, count(rows, table, ofThisRun), () -> values(rows.toLocalIterator()));
        });
  }

  private static <T> T complaining(Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      throw DamagedFile.in(e).map(RuntimeException.class::cast).orElse(e);
    }
  }

  /**
   * Plans the SELECT over the views of the session.
   *
   * @throws IllegalStateException if the columns are not those that the step declares, naming the
   *     first difference
   */
  public Dataset<Row> plan(SqlStep step, Map<String, Object> parameters) {
    Dataset<Row> rows = spark.sql(step.text(), parameters);
    requireColumns(step, rows.schema());
    return rows;
  }

  /** The columns of a SELECT, whatever is declared; an empty table of them takes its name. */
  public StructType columnsOf(SqlStep step, Map<String, Object> parameters) {
    StructType columns = spark.sql(step.text(), parameters).schema();
    name(spark.createDataFrame(List.of(), columns), step.name());
    return columns;
  }

  private static void requireColumns(SqlStep step, StructType found) {
    List<TableColumn> declared = step.makes().columns();
    for (int i = 0; i < Math.max(declared.size(), found.length()); i++) {
      String want = i < declared.size() ? describe(declared.get(i)) : "nothing";
      String have = i < found.length() ? describe(found.fields()[i]) : "nothing";
      if (!want.equals(have)) {
        throw new IllegalStateException(
            "%s, column %d: declared %s, selected %s"
                .formatted(step.resource(), i + 1, want, have));
      }
    }
  }

  private static String describe(TableColumn column) {
    return column.name() + " " + column.type();
  }

  private static String describe(StructField field) {
    return field.name() + " " + field.dataType().catalogString();
  }

  // Where nothing says who asks, Spark walks the stack to find out, for every operator of a plan.
  private void describe(Table table) {
    spark.sparkContext().setJobDescription(table.name());
    spark.sparkContext().setLocalProperty("callSite.short", table.name());
    spark.sparkContext().setLocalProperty("callSite.long", table.name());
  }

  private Dataset<Row> keep(Dataset<Row> rows, Table table, TableCache to) {
    if (SparkSessions.isForFew(spark) && shared != null) {
      // What an executor holds goes with it.
      return spark.createDataFrame(rows.collectAsList(), rows.schema());
    }
    if (SparkSessions.isForFew(spark)) {
      // Spark multiplies what it takes for the sizes of joined tables, also of those held: after a
      // dozen steps its numbers have a million digits. A limit ends that; it limits nothing.
      return rows.limit(Integer.MAX_VALUE).localCheckpoint();
    }
    try {
      rows.write().mode(SaveMode.ErrorIfExists).parquet(to.begin(table.name()).uri());
      to.finish(table.name());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read(table, to);
  }

  private Dataset<Row> read(Table table, TableCache from) {
    return spark.read().schema(SparkTypes.of(table)).parquet(from.place(table.name()).uri());
  }

  // The footers of files know; asking Spark would be one more job.
  private long count(Dataset<Row> rows, Table table, TableCache from) {
    try {
      List<FilePlace> files = from.place(table.name()).files();
      return files.isEmpty()
          ? rows.queryExecution().toRdd().count()
          : files.stream()
              .filter(file -> file.name().endsWith(".parquet"))
              .mapToLong(ParquetCheck::rows)
              .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Set<String> tables() {
    return Stream.of(spark.sqlContext().tableNames()).collect(Collectors.toSet());
  }

  @Override
  public List<Map<String, @Nullable Object>> all(String table) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    for (Row row : spark.table(table).collectAsList()) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      String[] columns = row.schema().fieldNames();
      for (int i = 0; i < columns.length; i++) {
        values.put(columns[i], SparkValues.plain(row.get(i)));
      }
      all.add(values);
    }
    return all;
  }

  @Override
  public String version() {
    return "Spark " + spark.version();
  }

  @Override
  public List<String> settings() {
    return SparkSessions.requiredSettings();
  }

  /** Spark itself stays, for other sessions of the process. */
  @Override
  public void close() {}

  private static Iterator<@Nullable Object[]> values(Iterator<Row> rows) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public @Nullable Object[] next() {
        Row row = rows.next();
        @Nullable Object[] values = new Object[row.size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = SparkValues.plain(row.get(i));
        }
        return values;
      }
    };
  }
}
