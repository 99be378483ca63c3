package org.allowable.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.allowable.ingest.parquet.ParquetCheck;
import org.allowable.model.Progress;
import org.allowable.model.Rows;
import org.allowable.model.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Runs the steps of a job over the views of a session and hands out its marts as plain rows. */
public final class JobRunner {

  private final SparkSession spark;
  private final KeptTables ofThisRun;
  private final KeptTables tables;
  private final Progress progress;
  private final Map<String, Long> keptRows = new ConcurrentHashMap<>();

  /**
   * A runner.
   *
   * @param spark a session in which the job's inputs are views
   * @param work a private folder for tables that are kept for the length of the run
   */
  public JobRunner(SparkSession spark, Path work, Progress progress) {
    this(spark, work, progress, KeptTables.ofOneRun(work));
  }

  /**
   * A runner that leaves what its steps keep for the next run, and takes what an earlier one left.
   *
   * @param tables names every table that the steps keep
   */
  JobRunner(SparkSession spark, Path work, Progress progress, KeptTables tables) {
    this.spark = spark;
    this.ofThisRun = KeptTables.ofOneRun(work);
    this.tables = tables;
    this.progress = progress;
  }

  /**
   * Runs a job. Steps that do not read each other run beside each other, as far as there are cores.
   *
   * @param parameters values of the SQL files' named parameters
   * @return the marts by table name, in the order of the job
   */
  public Map<String, Rows> run(Job job, Map<String, Object> parameters) {
    Map<String, Rows> marts = new ConcurrentHashMap<>();
    StepOrder order = new StepOrder();
    for (Job.Step step : job.steps()) {
      order.add(step.sql(), () -> make(job, step, parameters));
    }
    for (Job.Mart mart : job.marts()) {
      order.add(
          mart.sql(), () -> marts.put(mart.sql().makes().name(), result(job, mart, parameters)));
    }
    order.run(Runtime.getRuntime().availableProcessors());
    Map<String, Rows> inOrder = new LinkedHashMap<>();
    for (Job.Mart mart : job.marts()) {
      String name = mart.sql().makes().name();
      inOrder.put(name, Objects.requireNonNull(marts.get(name)));
    }
    return inOrder;
  }

  private void make(Job job, Job.Step step, Map<String, Object> parameters) {
    Table table = step.sql().makes();
    describe(job, table);
    if (step.keep() && tables.has(table.name())) {
      Views.name(read(table, tables), table.name());
      progress.stage(table.name() + ": " + kept(table.name()) + " rows, as before");
      return;
    }
    Dataset<Row> rows = step.sql().plan(spark, parameters);
    if (step.keep()) {
      rows = keep(rows, table, tables);
      progress.stage(table.name() + ": " + kept(table.name()) + " rows");
    }
    Views.name(rows, table.name());
  }

  private Rows result(Job job, Job.Mart mart, Map<String, Object> parameters) {
    Table table = mart.sql().makes();
    describe(job, table);
    Dataset<Row> rows = mart.sql().plan(spark, parameters);
    return mart.isDetail() ? streamed(table, rows) : held(table, rows);
  }

  /** Rows of a table that a step of this runner kept. */
  public long kept(String table) {
    return Objects.requireNonNull(keptRows.get(table), table);
  }

  // Where nothing says who asks, Spark walks the stack to find out, for every operator of a plan.
  private void describe(Job job, Table table) {
    String description = job.name() + ": " + table.name();
    spark.sparkContext().setJobDescription(description);
    spark.sparkContext().setLocalProperty("callSite.short", description);
    spark.sparkContext().setLocalProperty("callSite.long", description);
  }

  private Dataset<Row> keep(Dataset<Row> rows, Table table, KeptTables to) {
    if (SparkSessions.isForFew(spark)) {
      // Spark multiplies what it takes for the sizes of joined tables, also of those held: after a
      // dozen steps its numbers have a million digits. A limit ends that; it limits nothing.
      Dataset<Row> held = rows.limit(Integer.MAX_VALUE).localCheckpoint();
      keptRows.put(table.name(), held.queryExecution().toRdd().count());
      return held;
    }
    try {
      rows.write().mode(SaveMode.ErrorIfExists).parquet(to.begin(table.name()).toString());
      to.finish(table.name());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read(table, to);
  }

  private Dataset<Row> read(Table table, KeptTables from) {
    Path folder = from.place(table.name());
    keptRows.put(table.name(), rows(folder));
    return spark.read().schema(table.schema()).parquet(folder.toString());
  }

  // The footers know; asking Spark would be one more job.
  private static long rows(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".parquet"))
          .mapToLong(ParquetCheck::rows)
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // One file: its rows come back in the order of the SELECT.
  private Rows streamed(Table table, Dataset<Row> rows) {
    Dataset<Row> kept = keep(rows.coalesce(1), table, ofThisRun);
    return new Rows(table, kept(table.name()), () -> values(kept.toLocalIterator()));
  }

  private static Rows held(Table table, Dataset<Row> rows) {
    List<Row> all = rows.collectAsList();
    return new Rows(table, all.size(), () -> values(all.iterator()));
  }

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
          values[i] = row.get(i) instanceof java.sql.Date date ? localDate(date) : row.get(i);
        }
        return values;
      }
    };
  }

  private static LocalDate localDate(java.sql.Date date) {
    return date.toLocalDate();
  }
}
