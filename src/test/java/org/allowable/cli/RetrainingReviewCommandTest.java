package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.allowable.model.InputException;
import org.allowable.model.Rows;
import org.allowable.model.Table;
import org.allowable.model.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the review says of what it cannot do; what it does is in PacketNumbersTest. */
class RetrainingReviewCommandTest {

  private static final String NOBODY = "1234567893";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"2026Q5", "2026q3", "2026-Q5", "Q3", "202603"})
  void a_quarter_that_is_none_is_refused(String quarter) throws IOException {
    refused("", "", "Write --quarter as 2026Q3", "--quarter", quarter);
  }

  @Test
  void a_quarter_beside_a_month_is_refused() throws IOException {
    refused("", "", "alone", "--quarter", "2026Q3", "--from", "2026-07");
  }

  @Test
  void a_first_month_after_the_last_is_refused() throws IOException {
    refused("", "", "is after --to", "--from", "2026-09", "--to", "2026-07");
  }

  @Test
  void half_a_period_is_refused() throws IOException {
    refused("", "", "--from and --to", "--from", "2026-09");
  }

  @Test
  void no_period_is_refused() throws IOException {
    refused("", "", "Say which months");
  }

  @Test
  void a_physician_whom_nobody_knows_is_refused() throws IOException {
    refused("", "", "practice file", "--quarter", "2026Q3", "--physician", NOBODY);
  }

  @Test
  void a_physician_without_a_line_in_the_period_is_refused() {
    Table rate = Tables.named("mart_physician_rate");
    Map<String, Rows> nobody = Map.of(rate.name(), Rows.of(rate, List.of()));
    assertThatThrownBy(() -> RetrainingReviewCommand.requireLines(NOBODY, nobody, "2020-01"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("without a line answered in 2020-01")
        .hasMessageEndingWith(".")
        .message()
        .doesNotContain(NOBODY);
  }

  @Test
  void a_training_of_nobody_is_refused() throws IOException {
    refused(
        "{physician: \"1999999927\"",
        "{physician: \"" + NOBODY + "\"",
        "trainings[0]",
        "--quarter",
        "2026Q3");
  }

  @Test
  void a_threshold_in_percent_is_refused() throws IOException {
    refused(
        "denial_rate: 0.08", "denial_rate: 8", "such as 0.08 for 8 percent", "--quarter", "2026Q3");
  }

  @Test
  void no_lines_at_least_are_refused() throws IOException {
    refused("least_lines: 30", "least_lines: 0", "1 or more", "--quarter", "2026Q3");
  }

  @Test
  void notes_that_are_not_there_are_refused() throws IOException {
    refused("", "", "no file of procedure notes", "--quarter", "2026Q3", "--notes", "nowhere.csv");
  }

  private void refused(String from, String to, String advice, String... period) throws IOException {
    String example = Files.readString(Path.of("data/example/practice.yaml"));
    assertThat(example).contains(from);
    Path practice = Files.writeString(folder.resolve("practice.yaml"), example.replace(from, to));
    List<Object> given =
        List.of("--warehouse", folder, "--practice", practice, "--out", folder.resolve("never"));
    CommandRun told =
        CommandRun.of(
            Stream.concat(
                    Stream.concat(Stream.of("retraining-review"), Stream.of((Object[]) period)),
                    given.stream())
                .toArray());
    assertThat(told.code()).as(told.err()).isEqualTo(3);
    assertThat(told.err().lines())
        .singleElement()
        .asString()
        .contains(advice)
        .endsWith(".")
        .doesNotContain(NOBODY)
        .doesNotContainPattern("\\b\\d{10}\\b");
    assertThat(told.out()).isEmpty();
    assertThat(folder.resolve("never")).doesNotExist();
  }
}
