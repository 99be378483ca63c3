package org.allowable.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.allowable.statistics.ControlChart.Month;
import org.junit.jupiter.api.Test;

class ControlChartTest {

  @Test
  void a_month_outside_the_limits_is_a_signal() {
    assertThat(signals(8, 8, 25, 8)).containsExactly(entry(RunRule.OUTSIDE, List.of(2)));
  }

  @Test
  void around_a_center_of_zero_nothing_is_a_signal() {
    ControlChart chart = new ControlChart(List.of(new Month(0, 5), new Month(1, 40)), 0, 1);
    assertThat(chart.signals()).isEmpty();
  }

  @Test
  void seven_months_above_the_center_are_none() {
    assertThat(signals(7, 9, 12, 9, 12, 9, 12, 9, 7)).isEmpty();
  }

  @Test
  void eight_months_above_the_center_are_a_signal() {
    assertThat(signals(7, 9, 12, 9, 12, 9, 12, 9, 12, 7))
        .containsExactly(entry(RunRule.ONE_SIDE, IntStream.rangeClosed(1, 8).boxed().toList()));
  }

  @Test
  void a_month_on_the_center_ends_a_run() {
    assertThat(signals(9, 12, 9, 12, 8, 9, 12, 9, 12)).isEmpty();
  }

  @Test
  void five_months_rising_are_none() {
    assertThat(signals(9, 4, 5, 6, 9, 10, 7)).isEmpty();
  }

  @Test
  void six_months_rising_are_a_signal() {
    assertThat(signals(9, 4, 5, 6, 9, 10, 11, 7))
        .containsExactly(entry(RunRule.DRIFT, List.of(1, 2, 3, 4, 5, 6)));
  }

  @Test
  void six_months_falling_are_a_signal() {
    assertThat(signals(12, 11, 10, 7, 6, 5)).containsKey(RunRule.DRIFT);
  }

  @Test
  void two_equal_months_end_a_drift() {
    assertThat(signals(4, 5, 6, 6, 9, 10, 11)).isEmpty();
  }

  @Test
  void a_month_without_lines_neither_makes_nor_ends_a_run() {
    List<Month> months =
        Stream.of(9, 12, 9, 12, -1, 9, 12, 9, 12)
            .map(denied -> denied < 0 ? new Month(0, 0) : new Month(denied, 100))
            .toList();
    ControlChart chart = new ControlChart(months, 0.08, 1);

    assertThat(chart.signals()).containsOnlyKeys(RunRule.ONE_SIDE);
    assertThat(chart.signals().get(RunRule.ONE_SIDE)).doesNotContain(4).hasSize(8);
    assertThat(chart.limits(months.get(4))).isNull();
  }

  @Test
  void a_year_of_equal_months_seldom_has_a_signal() {
    Random random = new Random(5);
    Map<RunRule, Integer> years = new EnumMap<>(RunRule.class);
    int all = 1500;
    for (int year = 0; year < all; year++) {
      List<Month> months = Stream.generate(() -> new Month(denied(random), 400)).limit(12).toList();
      new ControlChart(months, 0.08, 1)
          .signals()
          .keySet()
          .forEach(rule -> years.merge(rule, 1, Integer::sum));
    }

    assertThat(years.get(RunRule.OUTSIDE)).isLessThan(all * 4 / 100);
    assertThat(years.get(RunRule.ONE_SIDE)).isBetween(all / 100, all * 3 / 100);
    assertThat(years.get(RunRule.DRIFT)).isBetween(all / 200, all * 3 / 100);
  }

  private static long denied(Random random) {
    return random.doubles(400).filter(chance -> chance < 0.08).count();
  }

  private static Map<RunRule, List<Integer>> signals(int... denied) {
    List<Month> months = IntStream.of(denied).mapToObj(count -> new Month(count, 100)).toList();
    return new ControlChart(months, 0.08, 1).signals();
  }
}
