package org.allowable.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.stream.Stream;
import org.allowable.job.MonthlyReportScript;

/**
 * An invented practice of some size, made once, and the script of its report.
 *
 * @param lines claim lines
 * @param folder of everything
 * @param script for a DuckDB alone
 */
record BenchmarkWarehouse(long lines, Path folder, Path script) {

  /** The month of the report. */
  static final YearMonth MONTH = YearMonth.of(2026, 9);

  /**
   * Makes it, unless an earlier benchmark did. The script is always that of the present SELECTs.
   */
  static BenchmarkWarehouse of(long lines, Path among) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(among.toAbsolutePath().resolve("lines-" + lines));
    Path warehouse = folder.resolve("warehouse");
    if (!Files.isDirectory(warehouse)) {
      ProcessBuilder sample =
          new ProcessBuilder(
              "sh",
              "allowable",
              "sample",
              "--lines",
              Long.toString(lines),
              "--seed",
              "1",
              "--out",
              warehouse.toString());
      sample.environment().put("JAVA_HOME", System.getProperty("java.home"));
      Usage.of(sample, folder.resolve("sample.log"));
    }
    return new BenchmarkWarehouse(lines, folder, script(warehouse, folder.resolve("script")));
  }

  /**
   * The script of the report over a warehouse, in place of an earlier one.
   *
   * @param folder for the script and the rows that it reads
   */
  static Path script(Path warehouse, Path folder) throws IOException {
    delete(folder);
    return MonthlyReportScript.write(warehouse, MONTH, Files.createDirectories(folder));
  }

  /** Deletes a folder with all in it, where it is there. */
  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  /** Its warehouse. */
  Path warehouse() {
    return folder.resolve("warehouse");
  }
}
