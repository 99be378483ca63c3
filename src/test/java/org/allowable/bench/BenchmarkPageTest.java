package org.allowable.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How the benchmark's runs become ratios. */
class BenchmarkPageTest {

  // In the second round the machine was half as fast.
  private static final BenchmarkPage PAGE =
      new BenchmarkPage(
          List.of(
              run(1_000, 1, Contender.EMBEDDED, 2),
              run(1_000, 1, Contender.SPARK, 8),
              run(1_000, 1, Contender.BARE, 1),
              run(1_000, 2, Contender.EMBEDDED, 4),
              run(1_000, 2, Contender.SPARK, 20),
              run(1_000, 2, Contender.BARE, 2),
              run(5_000, 1, Contender.EMBEDDED, 6),
              run(5_000, 1, Contender.SPARK, 9),
              run(5_000, 1, Contender.BARE, 3),
              run(50_000, 1, Contender.EMBEDDED, 60),
              run(50_000, 1, Contender.BARE, 30)),
          "Any day, any machine.");

  private static Measurement run(long lines, int round, Contender contender, double seconds) {
    return new Measurement(lines, round, contender, new Usage(seconds, 2 * seconds, 100 * seconds));
  }

  @Test
  void a_ratio_is_taken_within_a_round() {
    assertThat(PAGE.markdown())
        .contains(
            "| 1,000 | this tool, local Spark / this tool, embedded engine | 4.50 (4.00 to 5.00) |")
        .contains(
            "| 1,000 | this tool, embedded engine / bare DuckDB, SQL only | 2.00 (2.00 to 2.00) |");
  }

  @Test
  void growth_is_that_of_the_medians() {
    assertThat(PAGE.markdown())
        .contains("| 1,000 to 5,000 (5.0 times) | this tool, embedded engine | 2.0 | 2.0 | 2.0 |");
  }

  @Test
  void a_size_that_spark_did_not_answer_has_no_row_of_it() {
    assertThat(PAGE.markdown().lines().filter(line -> line.contains("50,000")))
        .hasSize(5)
        .noneMatch(line -> line.contains("Spark"));
  }

  @Test
  void ratios_come_first() {
    assertThat(PAGE.markdown().lines().filter(line -> line.startsWith("## ")))
        .containsExactly("## Ratios", "## Growth", "## Medians");
  }

  @Test
  void every_run_is_a_line_of_the_csv() {
    assertThat(PAGE.csv().lines()).hasSize(12).contains("1000,2,spark,20.000,40.000,2000");
  }
}
