package org.allowable;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** The one Spark session of the tests. */
public final class Sparks {

  private static final SparkSession SESSION =
      SparkSession.builder()
          .appName("tests")
          .master("local[2]")
          .config("spark.ui.enabled", "false")
          .config("spark.driver.bindAddress", "127.0.0.1")
          .config("spark.driver.host", "127.0.0.1")
          .config("spark.sql.shuffle.partitions", "2")
          .config("spark.sql.session.timeZone", "UTC")
          .config("spark.sql.ansi.enabled", "true")
          .config("spark.sql.warehouse.dir", Path.of("target/spark-warehouse").toString())
          .config("spark.log.level", "ERROR")
          .getOrCreate();

  private Sparks() {}

  /** The session; tests that register views take {@code session().newSession()}. */
  public static SparkSession session() {
    return SESSION;
  }
}
