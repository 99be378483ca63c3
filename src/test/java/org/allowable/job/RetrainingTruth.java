package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allowable.statistics.NamingRule;
import org.allowable.statistics.PeerComparison;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The review of an invented practice, against what its maker planted and a slow count; and what
 * becomes of it where a user changes reference rows.
 */
abstract class RetrainingTruth {

  // The maker lets the third code carelessly and the fifth repeat too often.
  private static final String CARELESS = "C. Castro";
  private static final Set<String> ALIKE = Set.of("A. Adler", "B. Brook", "D. Dunn", "F. Frost");

  private final SampleReview review;

  RetrainingTruth(SampleReview review) {
    this.review = review;
  }

  private RetrainingRun run() {
    return review.run();
  }

  private RetrainingRun changed() {
    return review.changed();
  }

  @Test
  void the_one_who_codes_carelessly_is_named_over_the_year() {
    assertThat(places("year").get(CARELESS)).isEqualTo("NAMED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"period", "year"})
  void those_who_are_alike_are_not_named(String span) {
    assertThat(places(span)).containsKeys(ALIKE.toArray(String[]::new));
    assertThat(places(span).entrySet())
        .filteredOn(place -> ALIKE.contains(place.getKey()))
        .noneMatch(place -> place.getValue().equals("NAMED"));
  }

  @Test
  void the_verdict_on_the_one_who_codes_carelessly_is_higher_and_on_those_who_are_alike_is_not() {
    Map<String, String> verdicts =
        run().rows("mart_physician_verdict").stream()
            .collect(
                Collectors.toMap(row -> text(row, "physician"), row -> text(row, "peer_verdict")));
    assertThat(verdicts).containsEntry(CARELESS, "HIGHER").hasSize(6);
    assertThat(verdicts).extractingByKeys(ALIKE.toArray(String[]::new)).doesNotContain("HIGHER");
  }

  @Test
  void a_verdict_of_higher_rests_on_the_period_or_else_on_the_year() {
    List<String> inPeriod = slow("period").named(NamingRule.USUAL);
    List<String> inYear = slow("year").named(NamingRule.USUAL);
    assertThat(run().rows("mart_physician_verdict"))
        .allSatisfy(
            row -> {
              String npi = text(row, "rendering_npi");
              boolean isHigher = text(row, "peer_verdict").equals("HIGHER");
              assertThat(isHigher).isEqualTo(inPeriod.contains(npi) || inYear.contains(npi));
              assertThat(text(row, "verdict_span"))
                  .isEqualTo(isHigher && !inPeriod.contains(npi) ? "year" : "period");
            });
  }

  @Test
  void actions_are_the_three_largest_counts_of_lines_that_share_signal_and_rule() {
    Map<String, Map<String, Long>> lines = new TreeMap<>();
    run()
        .rows("mart_denial_pattern")
        .forEach(
            row ->
                lines
                    .computeIfAbsent(text(row, "rendering_npi"), npi -> new TreeMap<>())
                    .merge(
                        text(row, "denial_signal") + text(row, "coding_rule"),
                        exact(row, "line_count").longValueExact(),
                        Long::sum));
    lines.forEach(
        (npi, counts) ->
            assertThat(run().rows("mart_physician_action"))
                .filteredOn(row -> text(row, "rendering_npi").equals(npi))
                .extracting(row -> exact(row, "line_count").longValueExact())
                .containsExactlyElementsOf(
                    counts.values().stream()
                        .sorted(java.util.Comparator.reverseOrder())
                        .limit(3)
                        .toList()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"period", "year"})
  void lines_are_those_of_a_slow_count(String span) {
    Map<String, PeerComparison.Sum> slow = slow(span).sums();
    assertThat(slow).hasSize(6);
    assertThat(rates(span))
        .hasSameSizeAs(slow.keySet())
        .allSatisfy(
            row -> {
              PeerComparison.Sum sum = sum(slow, row);
              assertThat(row).containsEntry("compared_line_count", sum.lines());
              assertThat(row).containsEntry("observed_line_count", sum.observed());
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"period", "year"})
  void expected_lines_and_their_variance_are_those_of_a_slow_count(String span) {
    Map<String, PeerComparison.Sum> slow = slow(span).sums();
    assertThat(rates(span))
        .allSatisfy(
            row -> {
              PeerComparison.Sum sum = sum(slow, row);
              assertThat(number(row, "expected_line_count"))
                  .isCloseTo(sum.expected(), within(1e-6));
              assertThat(number(row, "expected_basis_line_count"))
                  .isCloseTo(sum.basis(), within(1e-6));
              assertThat(number(row, "alike_line_count")).isCloseTo(sum.alike(), within(1e-6));
              assertThat(number(row, "variance")).isCloseTo(sum.variance(), within(1e-6));
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"period", "year"})
  void the_rule_names_whom_the_table_names(String span) {
    Set<String> named =
        rates(span).stream()
            .filter(row -> "NAMED".equals(row.get("place")))
            .map(row -> text(row, "rendering_npi"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(named).containsExactlyElementsOf(slow(span).named(NamingRule.USUAL));
  }

  @ParameterizedTest
  @ValueSource(strings = {"period", "year"})
  void lines_no_peer_has_are_not_compared_but_counted(String span) {
    assertThat(rates(span))
        .allSatisfy(
            row ->
                assertThat(exact(row, "line_count").longValueExact())
                    .isEqualTo(
                        lines(span)
                            .filter(l -> text(l, "rendering_npi").equals(row.get("rendering_npi")))
                            .count()));
  }

  @Test
  void every_control_is_zero() {
    assertThat(run().rows("mart_review_control"))
        .hasSize(12)
        .allSatisfy(row -> assertThat(number(row, "difference_amount")).isZero());
  }

  @Test
  void patterns_add_up_to_the_counted_lines_of_each() {
    assertThat(patterns("line_count")).isEqualTo(counted("counted_line_count"));
  }

  @Test
  void patterns_add_up_to_the_counted_charges_of_each() {
    assertThat(patterns("charge_amount")).isEqualTo(counted("counted_charge_amount"));
  }

  @Test
  void groups_that_a_physician_can_change_count_and_no_others() {
    Set<String> groups =
        Set.of("Coding", "Bundling", "Medical necessity", "Frequency", "Documentation");
    assertThat(run().lines())
        .filteredOn(line -> isTrue(line, "is_initially_denied"))
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(line)
                    .containsEntry("is_counted", groups.contains(text(line, "denial_group"))));
  }

  @Test
  void a_group_whose_owner_a_user_changed_leaves_the_rate() {
    assertThat(keys(changed(), line -> isTrue(line, "is_counted")))
        .isNotEmpty()
        .isEqualTo(
            keys(
                run(),
                line ->
                    isTrue(line, "is_counted")
                        && !Set.of("Coding", "Bundling").contains(text(line, "denial_group"))));
  }

  @Test
  void a_group_whose_owner_a_user_changed_is_no_pattern() {
    assertThat(groups(run())).contains("Coding", "Bundling");
    assertThat(groups(changed())).doesNotContain("Coding", "Bundling").contains("Frequency");
  }

  @Test
  void a_group_whose_owner_a_user_changed_leaves_controls_at_zero() {
    assertThat(changed().rows("mart_review_control"))
        .allSatisfy(row -> assertThat(number(row, "difference_amount")).isZero());
  }

  @Test
  void findings_that_a_user_relates_to_nothing_explain_nothing() {
    assertThat(rules(run())).contains("IMAGING_BUNDLED");
    assertThat(rules(changed())).doesNotContain("IMAGING_BUNDLED");
  }

  private static Set<String> rules(RetrainingRun run) {
    return run.rows("mart_code_pair").stream()
        .filter(row -> text(row, "denial_group").equals("Bundling"))
        .map(row -> text(row, "coding_rule"))
        .collect(Collectors.toSet());
  }

  @Test
  void a_pattern_says_the_lesson_that_a_user_wrote() {
    assertThat(lessons(run())).doesNotContain(SampleReview.LESSON);
    assertThat(lessons(changed())).contains(SampleReview.LESSON);
  }

  private static Set<String> lessons(RetrainingRun run) {
    return run.rows("mart_denial_pattern").stream()
        .map(row -> text(row, "rule_said"))
        .collect(Collectors.toSet());
  }

  private static Set<Object> keys(
      RetrainingRun run, Predicate<Map<String, @Nullable Object>> test) {
    return run.lines().stream()
        .filter(test)
        .map(line -> Objects.requireNonNull(line.get("claim_line_key")))
        .collect(Collectors.toSet());
  }

  private static Set<String> groups(RetrainingRun run) {
    return run.rows("mart_denial_pattern").stream()
        .map(row -> text(row, "denial_group"))
        .collect(Collectors.toSet());
  }

  private Map<String, BigDecimal> patterns(String column) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    run()
        .rows("mart_denial_pattern")
        .forEach(
            row -> sums.merge(text(row, "rendering_npi"), exact(row, column), BigDecimal::add));
    return sums;
  }

  private Map<String, BigDecimal> counted(String column) {
    return rates("period").stream()
        .collect(
            Collectors.toMap(
                row -> text(row, "rendering_npi"),
                row -> exact(row, column),
                BigDecimal::add,
                TreeMap::new));
  }

  private PeerComparison slow(String span) {
    PeerComparison slow = new PeerComparison();
    lines(span)
        .filter(line -> line.get("rendering_npi") != null)
        .forEach(
            line ->
                slow.add(
                    text(line, "rendering_npi"),
                    text(line, "payer") + " " + text(line, "hcpcs_code"),
                    isTrue(line, "is_counted")));
    return slow;
  }

  private Stream<Map<String, @Nullable Object>> lines(String span) {
    return run().lines().stream()
        .filter(line -> span.equals("year") || isTrue(line, "is_in_period"));
  }

  private static PeerComparison.Sum sum(
      Map<String, PeerComparison.Sum> slow, Map<String, @Nullable Object> row) {
    return Objects.requireNonNull(slow.get(text(row, "rendering_npi")));
  }

  private Map<String, String> places(String span) {
    return rates(span).stream()
        .collect(Collectors.toMap(row -> text(row, "physician"), row -> text(row, "place")));
  }

  private List<Map<String, @Nullable Object>> rates(String span) {
    return run().rows("mart_physician_rate").stream()
        .filter(row -> span.equals(row.get("span")))
        .toList();
  }

  private static boolean isTrue(Map<String, @Nullable Object> row, String column) {
    return Boolean.TRUE.equals(row.get(column));
  }

  private static String text(Map<String, @Nullable Object> row, String column) {
    return String.valueOf(row.get(column));
  }

  private static double number(Map<String, @Nullable Object> row, String column) {
    return exact(row, column).doubleValue();
  }

  private static BigDecimal exact(Map<String, @Nullable Object> row, String column) {
    return new BigDecimal(text(row, column));
  }
}
