package org.allowable.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FunnelLimitsTest {

  static Stream<Arguments> cases() {
    return Stream.of(1, 2, 7, 30, 83, 250)
        .flatMap(
            lines ->
                Stream.of(0.01, 0.08, 0.3, 0.5, 0.93)
                    .flatMap(
                        rate ->
                            Stream.of(Level.INNER, Level.OUTER)
                                .map(level -> Arguments.of(lines, rate, level))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_first_count_above_is_as_rare_as_the_level_says(int lines, double rate, double level) {
    double limit = lines * FunnelLimits.upper(lines, rate, level, 1);
    int above = (int) Math.floor(limit) + 1;

    assertThat(Binomial.atLeast(above, lines, rate)).isLessThanOrEqualTo((1 - level) / 2);
    assertThat(Binomial.atLeast(above - 1, lines, rate)).isGreaterThan((1 - level) / 2);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_first_count_below_is_as_rare_as_the_level_says(int lines, double rate, double level) {
    double limit = lines * FunnelLimits.lower(lines, rate, level, 1);
    int below = (int) Math.ceil(limit) - 1;

    assertThat(Binomial.atMost(below, lines, rate)).isLessThanOrEqualTo((1 - level) / 2);
    assertThat(Binomial.atMost(below + 1, lines, rate)).isGreaterThan((1 - level) / 2);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_count_is_outside_if_its_exact_interval_leaves_the_rate_out(
      int lines, double rate, double level) {
    Interval limits = FunnelLimits.of(lines, rate, level, 1);
    for (int count = 0; count <= lines; count++) {
      assertThat(limits.contains((double) count / lines))
          .as("%d of %d", count, lines)
          .isEqualTo(ExactInterval.rate(count, lines, level).contains(rate));
    }
  }

  @Test
  void limits_narrow_smoothly_as_lines_grow() {
    double before = FunnelLimits.upper(5, 0.08, Level.OUTER, 1);
    for (double lines = 5.25; lines < 400; lines += 0.25) {
      double now = FunnelLimits.upper(lines, 0.08, Level.OUTER, 1);
      assertThat(now).as("%s lines", lines).isLessThan(before);
      before = now;
    }
  }

  @Test
  void twice_the_variance_is_half_the_lines() {
    assertThat(FunnelLimits.upper(200, 0.08, Level.OUTER, 2))
        .isCloseTo(FunnelLimits.upper(100, 0.08, Level.OUTER, 1), within(1e-12));
  }

  @Test
  void few_lines_have_no_lower_limit() {
    assertThat(FunnelLimits.lower(30, 0.08, Level.OUTER, 1)).isZero();
  }

  @Test
  void no_lines_are_refused() {
    assertThatThrownBy(() -> FunnelLimits.upper(0, 0.08, 0.95, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
