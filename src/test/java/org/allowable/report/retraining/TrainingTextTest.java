package org.allowable.report.retraining;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.allowable.model.Tables;
import org.junit.jupiter.api.Test;

/** What is said of a training to the one who was trained. */
class TrainingTextTest {

  private static String said(String verdict, Object... more) {
    List<Object> cells =
        new ArrayList<>(
            List.of(
                "subject",
                "Modifiers",
                "training_date",
                LocalDate.of(2026, 3, 2),
                "training_verdict",
                verdict,
                "peer_difference",
                new BigDecimal("-0.1500000000"),
                "peer_difference_lower",
                new BigDecimal("-0.2123456789"),
                "peer_difference_upper",
                new BigDecimal("0.0100000000")));
    cells.addAll(List.of(more));
    return TrainingText.inWords(
        new InventedReview()
            .with(Tables.named("mart_training"), cells.toArray())
            .line("mart_training"));
  }

  @Test
  void an_effect_is_one_sentence_in_points_with_its_limits() {
    assertThat(said("FELL"))
        .isEqualTo(
            "Training Modifiers on 2026-03-02: the denial rate fell beyond peers, by"
                + " \u221215 points (95% limits \u221221.2 to +1).");
  }

  @Test
  void a_rise_is_said_to_be_one() {
    assertThat(said("ROSE")).contains("rose beyond peers");
  }

  @Test
  void without_lines_nothing_is_said_of_a_change() {
    assertThat(said("NO_LINES")).contains("not known yet").doesNotContain("points");
  }

  @Test
  void where_no_effect_is_shown_the_lines_that_it_takes_are_said() {
    assertThat(said("CANNOT_TELL", "needed_line_count", 3179L))
        .contains("no effect shown", "about 3,179 lines");
  }

  @Test
  void where_no_number_of_lines_would_show_it_none_is_said() {
    assertThat(said("CANNOT_TELL")).endsWith("to +1).");
  }

  @Test
  void a_time_that_another_training_ends_is_said() {
    assertThat(said("NO_LINES", "is_cut", true)).endsWith("; the months end at another training.");
  }
}
