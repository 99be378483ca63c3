package org.allowable.engine.spark;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.allowable.ingest.parquet.PrivateLocalFileSystem;
import org.apache.spark.sql.SparkSession;

/** The one way a session is made: local, no port beyond loopback, strict arithmetic, UTC. */
public final class SparkSessions {

  // What must hold for the numbers to be right; a cluster's defaults could have changed any of it.
  private static final Map<String, String> REQUIRED =
      Map.of(
          "spark.sql.ansi.enabled", "true",
          // A flipped bit of a page would be another number.
          "parquet.page.verify-checksum.enabled", "true",
          "parquet.page.write-checksum.enabled", "true",
          "spark.sql.files.ignoreCorruptFiles", "false",
          "spark.sql.files.ignoreMissingFiles", "false",
          "spark.sql.session.timeZone", "UTC");

  private static volatile boolean isStarted;

  private SparkSessions() {}

  // Below this, compiling a plan costs more than walking it.
  private static final long FEW_ROWS = 50_000;

  // Below this, filling the 64 MB pages that Spark would take costs more than their rows do.
  private static final long MANY_ROWS = 1_000_000;

  private static final long ROWS_PER_PARTITION = 250_000;

  /**
   * Opens a session on this machine's cores.
   *
   * @param work a private folder for spilled data
   * @param rows about how many rows the run reads, by which it is tuned; results do not depend on
   *     it
   */
  public static SparkSession local(Path work, long rows) {
    isStarted = true;
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName("allowable")
            .master("local[*]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.eventLog.enabled", "false")
            .config("spark.local.dir", work.resolve("spill").toString())
            .config("spark.sql.warehouse.dir", work.resolve("catalog").toString())
            .config("spark.sql.adaptive.coalescePartitions.parallelismFirst", "false")
            .config("spark.sql.adaptive.advisoryPartitionSizeInBytes", "32m")
            .config("spark.sql.autoBroadcastJoinThreshold", "32m")
            .config("spark.sql.codegen.cache.maxEntries", "400")
            .config("spark.sql.debug.maxToStringFields", "5")
            .config("spark.sql.ui.explainMode", "simple")
            .config("spark.hadoop.fs.permissions.umask-mode", "077")
            .config("spark.hadoop.fs.file.impl", PrivateLocalFileSystem.class.getName())
            .config("spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs", "false")
            // ICU's tables of letters take a second to load; codes are plain letters.
            .config("spark.sql.icu.caseMappings.enabled", "false")
            .config("spark.buffer.pageSize", rows < MANY_ROWS ? "1m" : "16m")
            .config("spark.log.level", "ERROR");
    REQUIRED.forEach(builder::config);
    // A session of its own for each run: views are named alike and must not meet.
    SparkSession session = builder.getOrCreate().newSession();
    REQUIRED.forEach((key, value) -> session.conf().set(key, value));
    tune(session, rows);
    requireSettings(session);
    SqlFunctions.register(session);
    return session;
  }

  private static void tune(SparkSession session, long rows) {
    if (rows < FEW_ROWS) {
      tuneForFew(session);
      return;
    }
    long partitions = Math.max(2, Math.min(64, rows / ROWS_PER_PARTITION));
    session.conf().set("spark.sql.shuffle.partitions", String.valueOf(partitions));
    session.conf().set("spark.sql.adaptive.enabled", String.valueOf(partitions > 2));
    if (rows < MANY_ROWS) {
      // Tables that are kept for a minute need not be small.
      session.conf().set("spark.sql.parquet.compression.codec", "uncompressed");
      session.conf().set("parquet.enable.dictionary", "false");
    }
  }

  /** Tunes a session for so few rows that planning a step takes longer than its rows do. */
  public static void tuneForFew(SparkSession session) {
    session.conf().set("spark.sql.shuffle.partitions", "1");
    session.conf().set("spark.sql.adaptive.enabled", "false");
    session.conf().set("spark.sql.codegen.wholeStage", "false");
    session.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
    session.conf().set("spark.sql.constraintPropagation.enabled", "false");
    // Each table sent round is a job; sorting a few rows is none.
    session.conf().set("spark.sql.autoBroadcastJoinThreshold", "-1");
  }

  /** Whether a session is for few rows: each of its tables is one partition, held in memory. */
  static boolean isForFew(SparkSession session) {
    return session.conf().get("spark.sql.shuffle.partitions").equals("1");
  }

  /** Ends Spark, so that what it spilled is gone before the process is. */
  public static void stop() {
    // To ask Spark takes as long as to start it.
    if (isStarted && !SparkSession.getDefaultSession().isEmpty()) {
      SparkSession.getDefaultSession().get().stop();
    }
  }

  /** The settings that every run asserts, for the manifest. */
  static List<String> requiredSettings() {
    return REQUIRED.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).sorted().toList();
  }

  private static void requireSettings(SparkSession session) {
    REQUIRED.forEach(
        (key, value) -> {
          if (!value.equals(session.conf().get(key))) {
            throw new IllegalStateException("Spark must run with " + key + "=" + value);
          }
        });
  }
}
