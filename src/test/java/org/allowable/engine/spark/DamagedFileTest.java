package org.allowable.engine.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.allowable.Sparks;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Spark says of a file is told from a fault of the program. */
@Tag("long")
class DamagedFileTest {

  @TempDir private Path folder;

  @Test
  void a_file_that_a_machine_does_not_see_is_not_called_damaged() throws IOException {
    SparkSession spark = Sparks.session();
    Path table = folder.resolve("table");
    spark.range(3).write().parquet(table.toString());
    Dataset<Row> rows = spark.read().schema("id bigint").parquet(table.toString());
    for (Path file : files(table)) {
      Files.delete(file);
    }
    Throwable fault = catchThrowable(rows::collectAsList);
    assertThat(DamagedFile.in(fault).orElseThrow())
        .hasMessageContainingAll("not every machine", "under one name")
        .hasMessageNotContaining("damaged");
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".parquet")).toList();
    }
  }
}
