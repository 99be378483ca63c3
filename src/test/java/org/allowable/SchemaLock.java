package org.allowable;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.allowable.engine.spark.SparkEngine;
import org.allowable.job.Job;
import org.allowable.sql.SqlStep;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Writes down what every SELECT makes, as Spark plans it. */
final class SchemaLock {

  private static final Path FILE = Path.of("jobs/schema.lock");

  private SchemaLock() {}

  /**
   * Writes the lock.
   *
   * @param engines an engine for a job, over empty tables that come in
   */
  static void write(Function<String, SparkEngine> engines, Map<String, Object> parameters)
      throws IOException {
    Map<String, StructType> made = new TreeMap<>();
    for (String job : Rooms.jobs()) {
      SparkEngine engine = engines.apply(job);
      for (SqlStep step : Rooms.steps(Job.named(job))) {
        made.put(step.name(), engine.columnsOf(step, parameters));
      }
    }
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setRecordSeparator('\n').setCommentMarker('#').get();
    try (Writer out = Files.newBufferedWriter(FILE, StandardCharsets.UTF_8);
        CSVPrinter csv = new CSVPrinter(out, format)) {
      csv.printComment(
          "Made from the SELECTs: mvn test -Dtest=SchemaLockTest -Dallowable.regenerate=true");
      csv.printRecord("table", "column", "type");
      for (Map.Entry<String, StructType> table : made.entrySet()) {
        for (StructField field : table.getValue().fields()) {
          csv.printRecord(table.getKey(), field.name(), field.dataType().catalogString());
        }
      }
    }
  }
}
