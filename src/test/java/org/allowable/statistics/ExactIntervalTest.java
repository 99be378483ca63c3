package org.allowable.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactIntervalTest {

  // Where the peers are very many these are Garwood's limits as the tables print them.
  @ParameterizedTest
  @CsvSource({
    "0, 0.95, 0, 3.689",
    "1, 0.95, 0.0253, 5.572",
    "2, 0.95, 0.242, 7.225",
    "5, 0.95, 1.623, 11.668",
    "10, 0.95, 4.795, 18.390",
    "20, 0.95, 12.217, 30.888",
    "100, 0.95, 81.364, 121.627",
    "0, 0.99, 0, 5.298",
    "10, 0.99, 3.717, 21.398"
  })
  void beside_very_many_peers_limits_are_those_of_the_tables(
      long count, double level, double low, double high) {
    Interval limits = ExactInterval.ratio(count, 1, 1e8, level);

    assertThat(limits.low()).isCloseTo(low, within(0.00051));
    assertThat(limits.high()).isCloseTo(high, within(0.00051));
  }

  // Boice and Monson, Journal of the National Cancer Institute 1977: breast cancer in 41 of 28,010
  // years after fluoroscopy and in 15 of 19,017 without; exact limits as textbooks print them.
  @Test
  void limits_of_a_ratio_of_two_counts_are_those_published() {
    Interval limits = ExactInterval.ratio(41, 15 * 28_010.0 / 19_017, 15, 0.95);

    assertThat(limits.low()).isCloseTo(1.005684, within(0.000001));
    assertThat(limits.high()).isCloseTo(3.6093, within(0.00005));
  }

  @Test
  void one_peer_of_few_denials_leaves_wide_limits() {
    assertThat(ExactInterval.ratio(36, 24, 24, 0.95).contains(1)).isTrue();
  }

  // Newcombe, Statistics in Medicine 1998, table I, method 5.
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2527, 0.3676",
    "15, 148, 0.0578, 0.1617",
    "0, 20, 0, 0.1684",
    "1, 29, 0.0009, 0.1776",
    "20, 20, 0.8316, 1"
  })
  void binomial_limits_are_those_published(long count, long lines, double low, double high) {
    Interval limits = ExactInterval.rate(count, lines, 0.95);

    assertThat(limits.low()).isCloseTo(low, within(0.00006));
    assertThat(limits.high()).isCloseTo(high, within(0.00006));
  }

  @Test
  void a_count_above_its_lines_is_refused() {
    assertThatThrownBy(() -> ExactInterval.rate(3, 2, 0.95))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothing_expected_is_refused() {
    assertThatThrownBy(() -> ExactInterval.ratio(3, 0, 1, 0.95))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
