package org.allowable.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.allowable.statistics.TrainingEffect.Rate;
import org.allowable.statistics.TrainingEffect.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingEffectTest {

  private static final Rate STEADY = new Rate(0, 1_000_000_000_000L);

  // Newcombe, Statistics in Medicine 1998, table I, method 3.
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0, 0.1611",
    "1, 29, 0.0061, 0.1718"
  })
  void wilson_limits_are_those_published(long count, long lines, double low, double high) {
    Interval limits = new Rate(count, lines).wilson(0.95);

    assertThat(limits.low()).isCloseTo(low, within(0.00006));
    assertThat(limits.high()).isCloseTo(high, within(0.00006));
  }

  // Newcombe, Statistics in Medicine 1998, part two, table II, method 10.
  @Test
  void without_a_change_of_the_peers_the_limits_are_those_of_two_rates() {
    TrainingEffect effect = new TrainingEffect(new Rate(48, 80), new Rate(56, 70), STEADY, STEADY);

    assertThat(effect.difference()).isCloseTo(0.2, within(1e-9));
    assertThat(effect.interval(0.95).low()).isCloseTo(0.0524, within(0.0001));
    assertThat(effect.interval(0.95).high()).isCloseTo(0.3339, within(0.0001));
  }

  @Test
  void a_fall_that_the_peers_had_too_is_no_effect() {
    TrainingEffect effect =
        new TrainingEffect(
            new Rate(60, 400), new Rate(30, 400), new Rate(600, 4000), new Rate(300, 4000));

    assertThat(effect.difference()).isCloseTo(0, within(1e-9));
    assertThat(effect.verdict(0.95)).isEqualTo(Verdict.CANNOT_TELL);
  }

  @Test
  void a_fall_beyond_the_peers_is_one() {
    TrainingEffect effect =
        new TrainingEffect(
            new Rate(80, 400), new Rate(30, 400), new Rate(320, 4000), new Rate(300, 4000));

    assertThat(effect.verdict(0.95)).isEqualTo(Verdict.FELL);
  }

  @Test
  void a_rise_beyond_the_peers_is_one() {
    TrainingEffect effect =
        new TrainingEffect(
            new Rate(30, 400), new Rate(80, 400), new Rate(320, 4000), new Rate(300, 4000));

    assertThat(effect.verdict(0.95)).isEqualTo(Verdict.ROSE);
  }

  @Test
  void limits_hold_the_truth_as_often_as_they_say() {
    Random random = new Random(11);
    int held = 0;
    int all = 3000;
    for (int i = 0; i < all; i++) {
      TrainingEffect effect =
          new TrainingEffect(
              drawn(60, 0.12, random),
              drawn(45, 0.06, random),
              drawn(500, 0.08, random),
              drawn(400, 0.07, random));
      held += effect.interval(0.95).contains(-0.05) ? 1 : 0;
    }

    assertThat(held).isBetween(all * 94 / 100, all * 98 / 100);
  }

  @Test
  void the_lines_needed_show_the_fall_in_four_of_five_cases() {
    Rate peers = new Rate(8_000, 100_000);
    long needed =
        new TrainingEffect(new Rate(12, 100), new Rate(9, 100), peers, peers)
            .linesNeeded(0.5, 0.95)
            .orElseThrow();
    Random random = new Random(13);
    int shown = 0;
    for (int i = 0; i < 1000; i++) {
      Rate before = drawn((int) needed, 0.12, random);
      Rate after = drawn((int) needed, 0.06, random);
      TrainingEffect effect = new TrainingEffect(before, after, peers, peers);
      shown += effect.verdict(0.95) == Verdict.FELL ? 1 : 0;
    }

    assertThat(shown).isBetween(750, 850);
  }

  @Test
  void too_few_lines_of_peers_can_show_nothing() {
    Rate few = new Rate(1, 10);

    assertThat(
            new TrainingEffect(new Rate(12, 100), new Rate(9, 100), few, few)
                .linesNeeded(0.5, 0.95))
        .isEmpty();
  }

  private static Rate drawn(int lines, double rate, Random random) {
    return new Rate(random.doubles(lines).filter(chance -> chance < rate).count(), lines);
  }
}
