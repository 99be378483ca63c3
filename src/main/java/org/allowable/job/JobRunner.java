package org.allowable.job;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private final Path work;
  private final Progress progress;

  /**
   * A runner.
   *
   * @param spark a session in which the job's inputs are views
   * @param work a private folder for tables that are kept for the length of the run
   */
  public JobRunner(SparkSession spark, Path work, Progress progress) {
    this.spark = spark;
    this.work = work;
    this.progress = progress;
  }

  /**
   * Runs a job.
   *
   * @param parameters values of the SQL files' named parameters
   * @return the marts by table name, in the order of the job
   */
  public Map<String, Rows> run(Job job, Map<String, Object> parameters) {
    for (Job.Step step : job.steps()) {
      describe(job, step.sql().makes());
      Dataset<Row> rows = step.sql().plan(spark, parameters);
      if (step.keep()) {
        rows = keep(rows, step.sql().makes());
        progress.stage(step.sql().makes().name() + ": " + rows.count() + " rows");
      }
      rows.createOrReplaceTempView(step.sql().makes().name());
    }
    Map<String, Rows> marts = new LinkedHashMap<>();
    for (Job.Mart mart : job.marts()) {
      Table table = mart.sql().makes();
      describe(job, table);
      Dataset<Row> rows = mart.sql().plan(spark, parameters);
      marts.put(table.name(), mart.isDetail() ? streamed(table, rows) : held(table, rows));
    }
    return marts;
  }

  /** Rows of a table that a step of this runner kept. */
  public long kept(String table) {
    return spark.table(table).count();
  }

  private void describe(Job job, Table table) {
    spark.sparkContext().setJobDescription(job.name() + ": " + table.name());
  }

  private Dataset<Row> keep(Dataset<Row> rows, Table table) {
    String folder = work.resolve("kept").resolve(table.name()).toString();
    rows.write().mode(SaveMode.ErrorIfExists).parquet(folder);
    return spark.read().schema(rows.schema()).parquet(folder);
  }

  // One file: its rows come back in the order of the SELECT.
  private Rows streamed(Table table, Dataset<Row> rows) {
    Dataset<Row> kept = keep(rows.coalesce(1), table);
    return new Rows(table, kept.count(), () -> values(kept.toLocalIterator()));
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
