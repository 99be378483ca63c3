package org.allowable.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Who answers the questions of the monthly report. */
enum Contender {
  /** This tool, with its checks, workbook and charts. */
  EMBEDDED("this tool, embedded engine"),
  /** The same on Spark, without what an earlier run kept. */
  SPARK("this tool, local Spark"),
  /** The same SELECTs on a DuckDB alone: no checks, no workbook, no charts. */
  BARE("bare DuckDB, SQL only");

  private final String words;

  Contender(String words) {
    this.words = words;
  }

  /**
   * Who answers at a size.
   *
   * @param lines claim lines
   * @param largestOfSpark the largest size that Spark answers too
   */
  static List<Contender> of(long lines, long largestOfSpark) {
    return Stream.of(values())
        .filter(contender -> contender != SPARK || lines <= largestOfSpark)
        .toList();
  }

  /** As the page calls it. */
  String words() {
    return words;
  }

  /**
   * Answers once, in a process of its own.
   *
   * @return what it took
   */
  Usage run(BenchmarkWarehouse data) throws IOException, InterruptedException {
    Path out = out(data);
    BenchmarkWarehouse.delete(out);
    Files.createDirectories(out);
    BenchmarkWarehouse.delete(data.warehouse().resolve("_kept"));
    ProcessBuilder builder = new ProcessBuilder(this == BARE ? bare(data, out) : tool(data, out));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().remove("ALLOWABLE_JAVA_OPTIONS");
    return Usage.of(builder, data.folder().resolve(name() + ".log"));
  }

  private Path out(BenchmarkWarehouse data) {
    return data.folder().resolve("out-" + name());
  }

  private List<String> tool(BenchmarkWarehouse data, Path out) {
    return List.of(
        "sh",
        "allowable",
        "monthly-report",
        "--quiet",
        "--engine",
        name(),
        "--warehouse",
        data.warehouse().toString(),
        "--month",
        BenchmarkWarehouse.MONTH.toString(),
        "--out",
        out.toString());
  }

  private static List<String> bare(BenchmarkWarehouse data, Path out) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        String.join(File.pathSeparator, "target/dist/lib/*", "target/test-classes"),
        BareDuckDb.class.getName(),
        data.script().toString(),
        out.toString(),
        out.resolve("spill").toString(),
        Machine.megabytesForTables() + "MiB");
  }

  /** The tables that its last run wrote, as CSV. */
  List<Path> tables(BenchmarkWarehouse data) throws IOException {
    try (Stream<Path> paths = Files.walk(out(data))) {
      return new ArrayList<>(
          paths.filter(path -> path.toString().endsWith(".csv")).sorted().toList());
    }
  }
}
