package org.allowable;

import java.nio.file.Path;
import java.util.List;
import org.allowable.engine.spark.SparkTypes;
import org.allowable.ingest.parquet.FilePlace;
import org.allowable.ingest.parquet.PrivateLocalFileSystem;
import org.allowable.ingest.parquet.WarehouseReader;
import org.allowable.model.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
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
          .config("spark.sql.warehouse.dir", "target/spark-warehouse")
          .config("spark.sql.session.timeZone", "UTC")
          .config("spark.sql.ansi.enabled", "true")
          .getOrCreate();

  private Sparks() {}

  /** The session. */
  public static SparkSession session() {
    return SESSION;
  }

  /** Rows of a table of a warehouse, after its checks. */
  public static Dataset<Row> table(Path warehouse, Table table) {
    List<Path> files = WarehouseReader.checked(warehouse, table);
    if (files.isEmpty()) {
      return SESSION.createDataFrame(List.of(), SparkTypes.of(table));
    }
    return SESSION
        .read()
        .schema(SparkTypes.of(table))
        .option("basePath", WarehouseReader.folder(FilePlace.of(warehouse), table).toString())
        .parquet(files.stream().map(Path::toString).toArray(String[]::new));
  }
}
