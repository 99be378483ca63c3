package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.allowable.model.Table;
import org.allowable.model.Tables;
import org.allowable.statistics.ControlChart;
import org.allowable.statistics.Interval;
import org.allowable.statistics.RunRule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The run rules of the SELECTs, worked out by hand, and on both engines against a slow search over
 * generated months.
 */
@Tag("long")
class RunSignalTest {

  private static final Table CONTROL_MONTH = Tables.named("int_control_month");
  private static final Table RUN_SIGNAL = Tables.named("mart_run_signal");
  private static final YearMonth FIRST = YearMonth.of(2025, 10);
  private static final int YEAR = 12;

  @TempDir private Path folder;

  // Denied of a hundred lines in each month, around 8, within 0 and 20.
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "a month beyond the upper limit, 8 8 21 8, OUTSIDE 2",
        "a month on the upper limit, 8 8 20 8, -",
        "seven above the center, 7 9 12 9 12 9 12 9 7, -",
        "eight above, 7 9 12 9 12 9 12 9 12 7, ONE_SIDE 1 2 3 4 5 6 7 8",
        "eight below, 9 7 4 7 4 7 4 7 4, ONE_SIDE 1 2 3 4 5 6 7 8",
        "one on the center, 9 12 9 12 8 9 12 9 12, -",
        "four on either side, 9 12 9 12 7 4 7 4, -",
        "eight on the center, 8 8 8 8 8 8 8 8, -",
        "five rising, 9 4 5 6 9 10 7, -",
        "six rising, 9 4 5 6 9 10 11 7, DRIFT 1 2 3 4 5 6",
        "six falling, 12 11 10 7 6 5, DRIFT 0 1 2 3 4 5",
        "rising and falling from one top, 4 5 6 9 10 11 10 9 6 5 4, DRIFT 0 1 2 3 4 5 6 7 8 9 10",
        "two equal, 4 5 6 6 9 10 11, -"
      })
  void a_rule_holds_in_the_months_of_its_run(
      String name, String denied, @Nullable String expected) {
    ReviewTables tables = new ReviewTables();
    String[] counts = denied.split(" ", -1);
    for (int i = 0; i < counts.length; i++) {
      month(tables, i, Long.parseLong(counts[i]), 100, 8, 100);
    }
    Set<String> wanted =
        expected == null
            ? Set.of()
            : IntStream.range(1, expected.split(" ", -1).length)
                .mapToObj(i -> expected.split(" ", -1)[0] + " " + expected.split(" ", -1)[i])
                .collect(Collectors.toSet());
    assertThat(signals(tables.make(RUN_SIGNAL)).getOrDefault("1", Set.of()))
        .as(name)
        .isEqualTo(wanted);
  }

  private static void month(
      ReviewTables tables, int place, long denied, long lines, long centerDenied, long centerOf) {
    tables.with(
        CONTROL_MONTH,
        "rendering_npi",
        "1",
        "answer_month",
        FIRST.plusMonths(place).toString(),
        "line_count",
        lines,
        "counted_line_count",
        denied,
        "center_line_count",
        centerOf,
        "center_counted_line_count",
        centerDenied,
        "control_lower_rate",
        new BigDecimal("0.0000000000"),
        "control_upper_rate",
        new BigDecimal("0.2000000000"));
  }

  @Test
  void a_month_right_on_a_center_that_has_no_last_digit_ends_a_run() {
    ReviewTables tables = new ReviewTables();
    for (int i = 0; i < 9; i++) {
      month(tables, i, i == 4 ? 1 : 2, 3, 7, 21);
    }
    assertThat(tables.make(RUN_SIGNAL))
        .extracting(row -> row.get("run_rule"))
        .isNotEmpty()
        .doesNotContain("ONE_SIDE");
  }

  @Test
  void around_a_center_of_zero_there_are_neither_limits_nor_signals() {
    ReviewTables tables = new ReviewTables();
    for (int i = 0; i < YEAR; i++) {
      tables.lines("1", "A", 0, 5, "answer_month", FIRST.plusMonths(i).toString());
    }
    assertThat(tables.make(CONTROL_MONTH))
        .hasSize(YEAR)
        .allSatisfy(
            row ->
                assertThat(row)
                    .containsEntry("control_lower_rate", null)
                    .containsEntry("control_upper_rate", null));
    assertThat(tables.make(RUN_SIGNAL)).isEmpty();
  }

  @Test
  void signals_of_generated_months_are_those_of_a_slow_search() {
    requireAsBySlowSearch(new ReviewTables(), 45);
  }

  // Spark takes its time over rows that are handed to it one by one.
  @Test
  @Tag("faults")
  void signals_of_generated_months_on_spark_are_those_of_a_slow_search() {
    requireAsBySlowSearch(ReviewTables.onSpark(folder), 18);
  }

  private static void requireAsBySlowSearch(ReviewTables tables, int physicians) {
    Map<String, ControlChart> charts = charts(physicians);
    answer(tables, charts);
    List<Map<String, @Nullable Object>> months = tables.make(CONTROL_MONTH);
    assertThat(months).allSatisfy(row -> limited(row, charts));
    Map<String, Set<String>> found = signals(tables.make(RUN_SIGNAL));
    Map<String, Set<String>> slow = slow(charts);
    assertThat(found).isEqualTo(slow);
    assertThat(rules(slow)).isEqualTo(EnumSet.allOf(RunRule.class));
  }

  private static void answer(ReviewTables tables, Map<String, ControlChart> charts) {
    charts.forEach(
        (npi, chart) -> {
          for (int i = 0; i < chart.months().size(); i++) {
            ControlChart.Month month = chart.months().get(i);
            tables.lines(
                npi,
                "A",
                (int) month.denied(),
                (int) month.lines(),
                "answer_month",
                FIRST.plusMonths(i).toString());
          }
        });
  }

  private static void limited(Map<String, @Nullable Object> row, Map<String, ControlChart> charts) {
    ControlChart chart = Objects.requireNonNull(charts.get(row.get("rendering_npi")));
    Interval limits = Objects.requireNonNull(chart.limits(chart.months().get(place(row))));
    assertThat(number(row, "control_lower_rate")).isCloseTo(limits.low(), within(1e-10));
    assertThat(number(row, "control_upper_rate")).isCloseTo(limits.high(), within(1e-10));
  }

  private static double number(Map<String, @Nullable Object> row, String column) {
    return EngineRows.amount(row, column).doubleValue();
  }

  // Months that only chance moves, that shift in the middle, and that rise.
  private static Map<String, ControlChart> charts(int physicians) {
    Random random = new Random(17);
    Map<String, ControlChart> charts = new TreeMap<>();
    for (int physician = 0; physician < physicians; physician++) {
      List<ControlChart.Month> months = new ArrayList<>();
      for (int month = 0; month < YEAR; month++) {
        int lines = 3 + random.nextInt(40);
        double rate =
            switch (physician % 3) {
              case 0 -> 0.2;
              case 1 -> month < 5 ? 0.1 : 0.5;
              default -> 0.05 + 0.07 * month;
            };
        months.add(
            new ControlChart.Month(
                random.doubles(lines).filter(chance -> chance < rate).count(), lines));
      }
      double denied = months.stream().mapToLong(ControlChart.Month::denied).sum();
      double lines = months.stream().mapToLong(ControlChart.Month::lines).sum();
      charts.put("%03d".formatted(physician), new ControlChart(months, denied / lines, 1));
    }
    return charts;
  }

  private static Map<String, Set<String>> slow(Map<String, ControlChart> charts) {
    Map<String, Set<String>> slow = new HashMap<>();
    charts.forEach(
        (npi, chart) ->
            chart
                .signals()
                .forEach(
                    (rule, places) ->
                        places.forEach(
                            place ->
                                slow.computeIfAbsent(npi, n -> new TreeSet<>())
                                    .add(rule + " " + place))));
    return slow;
  }

  private static Set<RunRule> rules(Map<String, Set<String>> signals) {
    return signals.values().stream()
        .flatMap(Set::stream)
        .map(signal -> RunRule.valueOf(signal.substring(0, signal.indexOf(' '))))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(RunRule.class)));
  }

  private static Map<String, Set<String>> signals(List<Map<String, @Nullable Object>> rows) {
    Map<String, Set<String>> signals = new HashMap<>();
    for (Map<String, @Nullable Object> row : rows) {
      assertThat(
              signals
                  .computeIfAbsent(String.valueOf(row.get("rendering_npi")), npi -> new TreeSet<>())
                  .add(row.get("run_rule") + " " + place(row)))
          .isTrue();
    }
    return signals;
  }

  private static int place(Map<String, @Nullable Object> row) {
    YearMonth month = YearMonth.parse(String.valueOf(row.get("answer_month")));
    return (int) FIRST.until(month, java.time.temporal.ChronoUnit.MONTHS);
  }
}
