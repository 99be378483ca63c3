package org.allowable.job;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The one way in which rows become a view that the steps of a job read. */
final class Views {

  private Views() {}

  /**
   * Makes rows a view of their session. In a session for few rows they are one partition from the
   * start: no join, aggregate or window above them needs an exchange, and a step is one task.
   */
  static void name(Dataset<Row> rows, String view) {
    boolean isOne = SparkSessions.isForFew(rows.sparkSession());
    (isOne ? rows.coalesce(1) : rows).createOrReplaceTempView(view);
  }
}
