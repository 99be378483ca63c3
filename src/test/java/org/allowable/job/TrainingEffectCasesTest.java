package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.allowable.model.Table;
import org.allowable.model.Tables;
import org.allowable.statistics.Interval;
import org.allowable.statistics.TrainingEffect;
import org.allowable.statistics.TrainingEffect.Rate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the SELECT makes of the counts around a training: limits that were published, and on both
 * engines those of a slow calculation.
 */
@Tag("long")
class TrainingEffectCasesTest {

  private static final Table TALLY = Tables.named("int_training_tally");
  private static final Table TRAINING = Tables.named("mart_training");
  private static final Rate STEADY = new Rate(0, 1_000_000_000_000L);
  private static final double LEVEL = 0.95;

  @TempDir private Path folder;

  private final ReviewTables tables = new ReviewTables();

  private static void tally(ReviewTables tables, String npi, TrainingEffect counts) {
    tally(tables, npi, true, false, counts.before());
    tally(tables, npi, true, true, counts.after());
    tally(tables, npi, false, false, counts.peersBefore());
    tally(tables, npi, false, true, counts.peersAfter());
  }

  private static void tally(
      ReviewTables tables, String npi, boolean isOwn, boolean isAfter, Rate rate) {
    tables.with(
        TALLY,
        "rendering_npi",
        npi,
        "training_date",
        "2026-03-02",
        "subject",
        "Notes",
        "is_own",
        isOwn,
        "is_after",
        isAfter,
        "line_count",
        rate.lines(),
        "counted_line_count",
        rate.count());
  }

  private Map<String, @Nullable Object> training(TrainingEffect counts) {
    tally(tables, "1", counts);
    return tables.make(TRAINING).get(0);
  }

  // Newcombe, Statistics in Medicine 1998, part two, table II, method 10.
  @ParameterizedTest
  @CsvSource({
    "56, 70, 48, 80, 0.0524, 0.3339",
    "9, 10, 3, 10, 0.1705, 0.8090",
    "6, 7, 2, 7, 0.0582, 0.8062",
    "5, 56, 0, 29, -0.0381, 0.1926",
    "0, 10, 0, 20, -0.1611, 0.2775",
    "0, 10, 0, 10, -0.2775, 0.2775",
    "10, 10, 0, 20, 0.6791, 1.0000",
    "10, 10, 0, 10, 0.6075, 1.0000"
  })
  void without_a_change_of_the_peers_the_limits_are_those_published(
      long after, long afterOf, long before, long beforeOf, double lower, double upper) {
    Map<String, @Nullable Object> training =
        training(
            new TrainingEffect(
                new Rate(before, beforeOf), new Rate(after, afterOf), STEADY, STEADY));
    assertThat(number(training, "peer_difference_lower")).isCloseTo(lower, within(0.00006));
    assertThat(number(training, "peer_difference_upper")).isCloseTo(upper, within(0.00006));
  }

  @Test
  void the_difference_is_beyond_that_of_the_peers() {
    // 20 % to 5 % is 15 points less; the peers' 8 % to 6 % is 2 points less.
    assertThat(
            training(
                new TrainingEffect(
                    new Rate(40, 200), new Rate(10, 200), new Rate(80, 1000), new Rate(60, 1000))))
        .containsEntry("before_rate", new BigDecimal("0.2000000000"))
        .containsEntry("peer_after_rate", new BigDecimal("0.0600000000"))
        .containsEntry("peer_difference", new BigDecimal("-0.1300000000"));
  }

  @Test
  void a_rate_without_lines_is_unknown_and_not_zero() {
    tally(tables, "1", true, false, new Rate(10, 100));
    tally(tables, "1", false, false, new Rate(80, 1000));
    tally(tables, "1", false, true, new Rate(80, 1000));
    assertThat(tables.make(TRAINING).get(0))
        .containsEntry("after_line_count", 0L)
        .containsEntry("after_rate", null)
        .containsEntry("before_rate", new BigDecimal("0.1000000000"))
        .containsEntry("peer_difference", null)
        .containsEntry("peer_difference_lower", null)
        .containsEntry("training_verdict", "NO_LINES")
        .containsEntry("needed_line_count", null);
  }

  // The peers' lines leave so little that it would take 3.6 billion.
  @Test
  void a_number_of_lines_that_no_practice_has_is_not_said() {
    assertThat(
            training(
                new TrainingEffect(
                    new Rate(10, 100), new Rate(9, 100), new Rate(25, 322), new Rate(25, 497))))
        .containsEntry("training_verdict", "CANNOT_TELL")
        .containsEntry("needed_line_count", null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"embedded", "spark"})
  void what_is_found_of_generated_counts_is_that_of_a_slow_calculation(String engine) {
    Map<String, TrainingEffect> slow = generated();
    List<Map<String, @Nullable Object>> found = made(engine, slow);
    assertThat(found)
        .hasSameSizeAs(slow.keySet())
        .allSatisfy(row -> same(row, Objects.requireNonNull(slow.get(row.get("rendering_npi")))));
    assertThat(found)
        .extracting(row -> row.get("training_verdict"))
        .contains("FELL", "ROSE", "CANNOT_TELL");
    assertThat(known(found)).isEqualTo(Set.of(true, false));
  }

  private static Set<Boolean> known(List<Map<String, @Nullable Object>> found) {
    return found.stream()
        .map(row -> row.get("needed_line_count") != null)
        .collect(Collectors.toSet());
  }

  @Test
  void both_engines_find_the_same_cells() {
    Map<String, TrainingEffect> counts = generated();
    assertThat(made("spark", counts)).isEqualTo(made("embedded", counts));
  }

  private List<Map<String, @Nullable Object>> made(
      String engine, Map<String, TrainingEffect> counts) {
    ReviewTables made = engine.equals("spark") ? ReviewTables.onSpark(folder) : new ReviewTables();
    counts.forEach((npi, one) -> tally(made, npi, one));
    return made.make(TRAINING).stream()
        .sorted(Comparator.comparing(row -> String.valueOf(row.get("rendering_npi"))))
        .toList();
  }

  private static void same(Map<String, @Nullable Object> row, TrainingEffect slow) {
    Interval interval = slow.interval(LEVEL);
    assertThat(number(row, "after_rate")).isCloseTo(slow.after().value(), within(1e-10));
    assertThat(number(row, "peer_difference")).isCloseTo(slow.difference(), within(1e-10));
    assertThat(number(row, "peer_difference_lower")).isCloseTo(interval.low(), within(1e-10));
    assertThat(number(row, "peer_difference_upper")).isCloseTo(interval.high(), within(1e-10));
    assertThat(row).containsEntry("training_verdict", slow.verdict(LEVEL).name());
    long needed = slow.linesNeeded(0.5, LEVEL).orElse(Long.MAX_VALUE);
    assertThat(row).containsEntry("needed_line_count", needed < 1_000_000_000 ? needed : null);
  }

  private static Map<String, TrainingEffect> generated() {
    Random random = new Random(23);
    Map<String, TrainingEffect> counts = new TreeMap<>();
    for (int i = 0; i < 600; i++) {
      counts.put(
          "%03d".formatted(i),
          new TrainingEffect(
              drawn(300, random), drawn(300, random), drawn(9000, random), drawn(9000, random)));
    }
    return counts;
  }

  // Rates of nothing and of all among them.
  private static Rate drawn(int most, Random random) {
    int lines = 1 + random.nextInt(most);
    double share = Math.max(0, Math.min(1, random.nextDouble() * 0.5 - 0.05));
    return new Rate(random.nextInt(40) == 0 ? lines : Math.round(share * lines), lines);
  }

  private static double number(Map<String, @Nullable Object> row, String column) {
    return EngineRows.amount(row, column).doubleValue();
  }
}
