package org.allowable.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.allowable.cli.SampleReports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script of a report, on a DuckDB that knows of this program its functions alone. The benchmark
 * compares the same before it counts time.
 */
public class BareDuckDbCases {

  @TempDir private Path folder = Path.of("");

  private static List<Path> tables(Path of) throws IOException {
    try (Stream<Path> paths = Files.walk(of)) {
      return paths.filter(path -> path.toString().endsWith(".csv")).sorted().toList();
    }
  }

  @Test
  void it_gives_the_tables_of_the_report() throws Exception {
    Path report = SampleReports.monthly();
    // A benchmark that runs again writes it again.
    BenchmarkWarehouse.script(SampleReports.warehouse(), folder.resolve("script"));
    Path script = BenchmarkWarehouse.script(SampleReports.warehouse(), folder.resolve("script"));
    Path out = Files.createDirectory(folder.resolve("bare"));
    BareDuckDb.main(
        new String[] {
          script.toString(), out.toString(), folder.resolve("spill").toString(), "1000MiB"
        });
    assertThat(Answers.requireSameRows(tables(report), tables(out))).isGreaterThan(1_000);
  }
}
