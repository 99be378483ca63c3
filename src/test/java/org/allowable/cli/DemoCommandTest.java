package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first thing that a new user runs. */
@Tag("long")
class DemoCommandTest {

  @TempDir private Path folder = Path.of("");

  private static BigDecimal sum(Path table, String column) throws IOException {
    BigDecimal sum = BigDecimal.ZERO;
    try (CSVParser rows =
        CSVParser.parse(
            table,
            StandardCharsets.UTF_8,
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get())) {
      for (CSVRecord row : rows) {
        sum = sum.add(new BigDecimal(row.get(column)));
      }
    }
    return sum;
  }

  @Test
  void its_report_shows_what_came_back_as_the_sample_knows_it() throws IOException {
    Path data = folder.resolve("data");
    CommandRun demo =
        CommandRun.of("demo", "--lines", 4000, "--data", data, "--out", folder.resolve("reports"));
    assertThat(demo.code()).as(demo.err()).isZero();
    Path workbook = Path.of(demo.out().lines().toList().get(1));
    assertThat(
            sum(
                workbook.resolveSibling("tables").resolve("mart_recovered.csv"),
                "recovered_amount"))
        .isPositive()
        .isEqualByComparingTo(
            sum(data.resolve("demo-4000/truth/recovered.csv"), "recovered_amount"));
  }
}
