package org.allowable;

import org.allowable.ingest.parquet.PrivateLocalFileSystem;
import org.apache.spark.sql.SparkSession;

/** The one local session of all tests. */
public final class Sparks {

  private static final SparkSession SESSION =
      SparkSession.builder()
          .master("local[2]")
          .appName("tests")
          .config("spark.ui.enabled", "false")
          .config("spark.driver.bindAddress", "127.0.0.1")
          .config("spark.driver.host", "127.0.0.1")
          .config("spark.sql.shuffle.partitions", "2")
          .config("spark.hadoop.fs.file.impl", PrivateLocalFileSystem.class.getName())
          .config("spark.buffer.pageSize", "1m")
          .config("spark.sql.ui.explainMode", "simple")
          .config("spark.sql.icu.caseMappings.enabled", "false")
          .config("spark.sql.session.timeZone", "UTC")
          .config("spark.sql.ansi.enabled", "true")
          .getOrCreate();

  private Sparks() {}

  /** The session. */
  public static SparkSession session() {
    return SESSION;
  }
}
