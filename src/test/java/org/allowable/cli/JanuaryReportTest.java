package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of a January whose fee schedules nobody has imported yet. */
@Tag("long")
class JanuaryReportTest {

  @TempDir private static Path folder = Path.of("");

  private static CommandRun run = new CommandRun(-1, "", "");

  @BeforeAll
  static void report() {
    Path sample = folder.resolve("sample");
    CommandRun.of("sample", "--lines", 1500, "--months", 2, "--to", "2027-01", "--out", sample);
    run =
        CommandRun.of(
            "monthly-report",
            "--warehouse",
            sample,
            "--month",
            "2027-01",
            "--out",
            folder.resolve("reports"));
  }

  @Test
  void it_is_made() {
    assertThat(run.code()).as(run.err()).isZero();
  }

  @Test
  void lines_of_the_new_year_say_that_no_release_is_loaded() throws IOException {
    assertThat(rows("mart_not_judged"))
        .filteredOn(row -> row.startsWith("NO_RELEASE,"))
        .isNotEmpty();
  }

  @Test
  void it_names_the_release_that_is_in_force_and_where_to_get_it() throws IOException {
    assertThat(rows("mart_release_basis"))
        .filteredOn(row -> row.contains(",NO_RELEASE,,2027A,"))
        .singleElement()
        .asString()
        .contains("PFS Relative Value Files");
  }

  private static List<String> rows(String mart) throws IOException {
    return Files.readAllLines(run.folder().resolve("tables").resolve(mart + ".csv"));
  }
}
