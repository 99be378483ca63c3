package org.allowable.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chances of two rates, worked out as fractions. */
class TwoRatesTest {

  // Of eight, four of one kind: 4 and 0 of four come 1 time in 70, 3 and 1 come 16 times.
  @ParameterizedTest
  @CsvSource({
    "3, 4, 1, 4, 0.4857142857142857",
    "4, 4, 0, 4, 0.02857142857142857",
    "0, 4, 4, 4, 0.02857142857142857",
    "2, 4, 2, 4, 1",
    "0, 9, 0, 3, 1",
    "0, 100, 5, 5, 2.0712e-8"
  })
  void the_chance_is_twice_the_smaller_tail(
      long count, long lines, long otherCount, long otherLines, double chance) {
    assertThat(TwoRates.chance(count, lines, otherCount, otherLines))
        .isCloseTo(chance, within(chance * 1e-4));
  }

  @Test
  void a_count_above_its_lines_is_refused() {
    assertThatThrownBy(() -> TwoRates.chance(5, 4, 0, 4))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
