package org.allowable.engine.spark;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.allowable.config.SparkMaster;
import org.allowable.ingest.parquet.PrivateLocalFileSystem;
import org.apache.spark.sql.SparkSession;

/**
 * The one way a session is made: on this machine with no port beyond loopback, or on a cluster;
 * always with strict arithmetic and in UTC.
 */
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

  private static final long MOST_PARTITIONS = 64;

  // Each map task keeps a number for each partition: these are still some kilobytes a task.
  private static final long MOST_PARTITIONS_OF_A_CLUSTER = 20_000;

  private static final String LOOPBACK = "127.0.0.1";

  /**
   * Opens a session on this machine's cores.
   *
   * @param work a private folder for spilled data
   * @param rows about how many rows the run reads, by which it is tuned; results do not depend on
   *     it
   */
  public static SparkSession local(Path work, long rows) {
    SparkSession.Builder builder =
        builder(rows)
            .master("local[*]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", LOOPBACK)
            .config("spark.driver.host", LOOPBACK)
            .config("spark.eventLog.enabled", "false")
            .config("spark.local.dir", work.resolve("spill").toString())
            .config("spark.sql.warehouse.dir", work.resolve("catalog").toString())
            .config("spark.hadoop.fs.file.impl", PrivateLocalFileSystem.class.getName())
            .config("spark.log.level", "ERROR");
    return session(builder, rows, MOST_PARTITIONS);
  }

  /**
   * Opens a session on a cluster, whose settings a user may have given as spark-submit takes them.
   *
   * @param master the cluster
   * @param work a private folder of this machine
   * @throws org.allowable.model.InputException if the cluster does not take the run
   */
  public static SparkSession on(SparkMaster master, Path work, long rows) {
    SparkSession.Builder builder = builder(rows);
    usual(builder, "spark.ui.enabled", "false");
    usual(builder, "spark.log.level", "ERROR");
    usual(builder, "spark.sql.warehouse.dir", work.resolve("catalog").toString());
    usual(builder, "spark.executor.extraJavaOptions", "-Duser.timezone=UTC");
    if (!master.isSubmitted()) {
      usual(builder, "spark.local.dir", work.resolve("spill").toString());
      usual(builder, "spark.jars", String.join(",", ExecutorJars.of(work)));
      if (Cluster.isOnThisMachine(master)) {
        usual(builder, "spark.driver.bindAddress", LOOPBACK);
        usual(builder, "spark.driver.host", LOOPBACK);
      }
      builder.master(master.url());
    }
    return Cluster.complaining(master, () -> session(builder, rows, MOST_PARTITIONS_OF_A_CLUSTER));
  }

  private static void usual(SparkSession.Builder builder, String setting, String value) {
    if (System.getProperty(setting) == null) {
      builder.config(setting, value);
    }
  }

  private static SparkSession.Builder builder(long rows) {
    return SparkSession.builder()
        .appName("allowable")
        .config("spark.sql.adaptive.coalescePartitions.parallelismFirst", "false")
        .config("spark.sql.adaptive.advisoryPartitionSizeInBytes", "32m")
        .config("spark.sql.autoBroadcastJoinThreshold", "32m")
        .config("spark.sql.codegen.cache.maxEntries", "400")
        .config("spark.sql.debug.maxToStringFields", "5")
        .config("spark.sql.ui.explainMode", "simple")
        .config("spark.hadoop.fs.permissions.umask-mode", "077")
        .config("spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs", "false")
        // ICU's tables of letters take a second to load; codes are plain letters.
        .config("spark.sql.icu.caseMappings.enabled", "false")
        .config("spark.buffer.pageSize", rows < MANY_ROWS ? "1m" : "16m");
  }

  private static SparkSession session(
      SparkSession.Builder builder, long rows, long mostPartitions) {
    isStarted = true;
    REQUIRED.forEach(builder::config);
    // A session of its own for each run: views are named alike and must not meet.
    SparkSession session = builder.getOrCreate().newSession();
    REQUIRED.forEach((key, value) -> session.conf().set(key, value));
    tune(session, rows, mostPartitions);
    requireSettings(session);
    SqlFunctions.register(session);
    return session;
  }

  private static void tune(SparkSession session, long rows, long mostPartitions) {
    if (rows < FEW_ROWS) {
      tuneForFew(session);
      return;
    }
    long partitions = Math.max(2, Math.min(mostPartitions, rows / ROWS_PER_PARTITION));
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
