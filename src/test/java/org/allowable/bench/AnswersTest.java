package org.allowable.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When contenders of the benchmark gave the same answers. */
class AnswersTest {

  @TempDir private Path folder = Path.of("");

  private List<Path> table(String of, String name, String text) throws IOException {
    Path file = Files.createDirectories(folder.resolve(of)).resolve(name + ".csv");
    return List.of(Files.writeString(file, text));
  }

  @Test
  void rows_in_another_order_are_the_same_and_their_cells_are_counted() throws IOException {
    assertThat(
            Answers.requireSameRows(
                table("left", "mart", "payer,amount\nA,1.00\nB,2.00\n"),
                table("right", "mart", "payer,amount\nB,2\nA,1.0\n")))
        .isEqualTo(6);
  }

  @Test
  void a_column_of_the_period_is_one_of_the_month() throws IOException {
    assertThat(
            Answers.requireSameRows(
                table("left", "mart", "base_month\n2026-08\n"),
                table("right", "mart", "base_period\n2026-08\n")))
        .isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "payer,amount\nA,1.01\n",
        "payer,amount\nA,\n",
        "payer,amount\n",
        "amount,payer\nA,1.00\n",
        "payer,amount\nA,1.00\nA,1.00\n"
      })
  void another_cell_row_or_heading_is_another_answer(String other) throws IOException {
    List<Path> left = table("left", "mart", "payer,amount\nA,1.00\n");
    List<Path> right = table("right", "mart", other);
    assertThatThrownBy(() -> Answers.requireSameRows(left, right)).hasMessageContaining("mart.csv");
  }

  @Test
  void a_table_that_is_missing_is_another_answer() throws IOException {
    List<Path> left = table("left", "mart", "payer\n");
    List<Path> right = table("right", "other", "payer\n");
    assertThatThrownBy(() -> Answers.requireSameRows(left, right))
        .hasMessageContaining("other.csv");
  }

  @Test
  void no_table_at_all_is_no_answer() {
    assertThatThrownBy(() -> Answers.requireSameRows(List.of(), List.of()))
        .hasMessageStartingWith("Not the same tables");
  }

  @Test
  void engines_must_agree_to_the_byte() throws IOException {
    List<Path> left = table("left", "mart", "amount\n1.0\n");
    List<Path> right = table("right", "mart", "amount\n1.00\n");
    assertThatThrownBy(() -> Answers.requireSameFiles(left, right))
        .hasMessageContaining("mart.csv");
  }
}
