package org.allowable.report.retraining;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Objects;
import org.allowable.model.Tables;
import org.junit.jupiter.api.Test;

/** What is said of a training, from its eight counts. */
class TrainingFindingTest {

  // The physician's and the peers' denied and all lines, before and after.
  private static TrainingFinding finding(
      long before, long beforeOf, long after, long afterOf, long peerBefore, long peerAfter) {
    return TrainingFinding.of(
        new InventedReview()
            .with(
                Tables.named("mart_training"),
                "before_counted_line_count",
                before,
                "before_line_count",
                beforeOf,
                "after_counted_line_count",
                after,
                "after_line_count",
                afterOf,
                "peer_before_counted_line_count",
                peerBefore,
                "peer_before_line_count",
                1000L,
                "peer_after_counted_line_count",
                peerAfter,
                "peer_after_line_count",
                1000L)
            .line("mart_training"));
  }

  @Test
  void without_lines_after_it_nothing_is_said() {
    TrainingFinding finding = finding(10, 100, 0, 0, 80, 80);
    assertThat(finding.verdict()).isEqualTo("NO_LINES");
    assertThat(finding.inWords()).startsWith("Nothing can be said yet");
  }

  @Test
  void a_rate_without_lines_is_unknown_and_not_zero() {
    TrainingFinding finding = finding(10, 100, 0, 0, 80, 80);
    assertThat(finding.value("after")).isNull();
    assertThat(finding.value("before")).isEqualByComparingTo("0.1");
    assertThat(finding.difference()).isNull();
    assertThat(finding.limit(true)).isNull();
    assertThat(finding.linesNeeded()).isNull();
  }

  @Test
  void the_difference_is_beyond_that_of_the_peers() {
    // 20 % to 5 % is 15 points less; the peers' 8 % to 6 % is 2 points less.
    assertThat(finding(40, 200, 10, 200, 80, 60).difference()).isEqualByComparingTo("-0.13");
  }

  @Test
  void a_rate_that_fell_by_more_than_the_peers_fell() {
    TrainingFinding finding = finding(40, 200, 10, 200, 80, 80);
    assertThat(finding.verdict()).isEqualTo("FELL");
    assertThat(finding.inWords()).contains("\u221215 points", "It fell by more");
  }

  @Test
  void a_rate_that_fell_as_the_peers_did_tells_nothing() {
    assertThat(finding(40, 200, 20, 200, 200, 100).verdict()).isEqualTo("CANNOT_TELL");
  }

  @Test
  void a_rate_that_rose_by_more_than_the_peers_rose() {
    TrainingFinding finding = finding(10, 200, 40, 200, 80, 80);
    assertThat(finding.verdict()).isEqualTo("ROSE");
    assertThat(finding.inWords()).contains("+15 points", "It rose by more");
  }

  @Test
  void limits_hold_the_difference() {
    TrainingFinding finding = finding(12, 100, 9, 100, 80, 80);
    assertThat(Objects.requireNonNull(finding.difference()))
        .isBetween(
            Objects.requireNonNull(finding.limit(true)),
            Objects.requireNonNull(finding.limit(false)));
  }

  @Test
  void where_chance_may_have_done_it_the_lines_that_it_takes_are_said() {
    TrainingFinding finding = finding(12, 100, 9, 100, 80, 80);
    long needed = Objects.requireNonNull(finding.linesNeeded());
    assertThat(needed).isPositive();
    assertThat(finding.inWords()).contains("about " + BigDecimal.valueOf(needed) + " lines");
  }

  @Test
  void a_time_that_another_training_ends_is_said() {
    TrainingFinding finding =
        TrainingFinding.of(
            new InventedReview()
                .with(Tables.named("mart_training"), "is_cut", true)
                .line("mart_training"));
    assertThat(finding.inWords()).endsWith("The time ends at another training.");
  }
}
