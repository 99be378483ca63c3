package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.allowable.model.PracticeTables;
import org.allowable.model.Reference;
import org.allowable.model.Table;
import org.allowable.model.Tables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the review says of a few lines. */
@Tag("long")
class RetrainingCasesTest {

  private static final Table[] RATE = {
    Tables.named("int_peer_cell"),
    Tables.named("int_physician_tally"),
    Tables.named("int_physician_rate")
  };

  private final ReviewTables tables = new ReviewTables();

  private Map<String, @Nullable Object> rate(String npi) {
    return tables.make(RATE).stream()
        .filter(row -> "period".equals(row.get("span")) && npi.equals(row.get("rendering_npi")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void one_beside_peers_who_are_denied_nothing_is_named() {
    tables.lines("1", "A", 40, 100).lines("2", "A", 0, 100);
    assertThat(rate("1"))
        .containsEntry("place", "NAMED")
        .containsEntry("observed_over_expected", null);
  }

  @Test
  void who_is_denied_as_little_as_all_is_within() {
    tables.lines("1", "A", 0, 100).lines("2", "A", 0, 100).lines("2", "B", 5, 10);
    tables.lines("3", "B", 4, 40);
    assertThat(rate("1"))
        .containsEntry("place", "WITHIN")
        .containsEntry("compared_line_count", 100L);
  }

  @Test
  void who_has_no_place_is_not_counted_among_those_who_are_compared() {
    tables.lines("1", "A", 0, 100).lines("2", "A", 0, 100).lines("2", "B", 5, 50);
    tables.lines("3", "B", 4, 40);
    assertThat(rate("1")).containsEntry("compared_physician_count", 2L);
  }

  @Test
  void who_has_lines_that_no_other_has_cannot_be_compared() {
    tables.lines("1", "A", 40, 100).lines("2", "B", 4, 100).lines("3", "B", 4, 100);
    assertThat(rate("1")).containsEntry("place", "NOT_COMPARABLE");
  }

  private String verdict() {
    List<Table> all = new ArrayList<>(List.of(RATE));
    all.add(Tables.named("mart_physician_verdict"));
    return tables.make(all.toArray(Table[]::new)).stream()
        .filter(row -> "1".equals(row.get("rendering_npi")))
        .map(row -> row.get("peer_verdict") + " " + row.get("verdict_span"))
        .collect(Collectors.joining(", "));
  }

  // 40 of 100 against 5 of 200: nobody needs a table for that. 6 and 5 of 100 are alike. The exact
  // hypergeometric chance of 10 and more of the 13 denials of 100 and 200 lines is 0.00087; of 9
  // and more of 13, 0.0065; of none of 13, 0.0045; of none of 19, 0.0004.
  @ParameterizedTest
  @CsvSource({
    "40, 100, 5, 200, HIGHER period",
    "6, 100, 10, 200, NOT_DIFFERENT period",
    "9, 100, 4, 200, POSSIBLY_HIGHER period",
    "0, 100, 13, 200, POSSIBLY_LOWER period",
    "0, 100, 30, 200, LOWER period",
    "20, 29, 5, 200, TOO_FEW_LINES period",
  })
  void the_verdict_on_own_lines_beside_the_peers(
      int own, int ownLines, int others, int otherLines, String verdict) {
    tables.lines("1", "A", own, ownLines).lines("2", "A", others, otherLines);
    assertThat(verdict()).isEqualTo(verdict);
  }

  @Test
  void the_verdict_on_lines_that_no_other_has_is_that_there_are_no_peers() {
    tables.lines("1", "A", 40, 100).lines("2", "B", 4, 100);
    assertThat(verdict()).isEqualTo("NOT_COMPARABLE period");
  }

  @Test
  void limits_of_the_ratio_hold_what_the_peers_leave_to_chance() {
    tables.lines("1", "A", 36, 200).lines("2", "A", 24, 200);
    assertThat(rate("1"))
        .containsEntry("place", "WITHIN")
        .containsEntry("ratio_lower", new BigDecimal("0.8705764514"))
        .containsEntry("ratio_upper", new BigDecimal("2.6281629493"));
  }

  private List<String> actions() {
    lesson("Modifiers", "Modifiers", null);
    lesson("Notes", "Notes", null);
    return tables
        .make(
            Tables.named("int_explained_denial"),
            Tables.named("int_denial_pattern"),
            Tables.named("mart_physician_action"))
        .stream()
        .filter(row -> "1".equals(row.get("rendering_npi")))
        .map(
            row -> row.get("change") + ", " + row.get("hcpcs_codes") + ", " + row.get("line_count"))
        .toList();
  }

  private void denied(String npi, String code, String signal, int lines) {
    tables.lines(npi, code, lines, lines, "denial_signal", signal);
  }

  @Test
  void an_action_holds_the_denials_of_all_codes_that_share_what_to_change() {
    denied("1", "A", "Notes", 2);
    denied("1", "B", "Modifiers", 3);
    denied("1", "C", "Notes", 2);
    denied("2", "C", "Modifiers", 9);
    assertThat(actions()).containsExactly("Notes: change, A C, 4", "Modifiers: change, B, 3");
  }

  @Test
  void of_four_things_to_change_three_are_actions() {
    for (String signal : List.of("Notes", "Modifiers", "Third", "Fourth")) {
      denied("1", "A", signal, 1);
    }
    assertThat(actions()).hasSize(3);
  }

  private Map<String, @Nullable Object> pattern(String npi) {
    return tables
        .make(Tables.named("int_explained_denial"), Tables.named("int_denial_pattern"))
        .stream()
        .filter(row -> npi.equals(row.get("rendering_npi")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void denials_of_nobody_known_are_no_peers() {
    tables.lines("1", "A", 10, 50).lines("2", "A", 0, 100).lines(null, "A", 30, 30);
    assertThat(pattern("1"))
        .containsEntry("peer_line_count", 100L)
        .containsEntry("peer_denied_line_count", 0L)
        .containsEntry("expected_line_count", new BigDecimal("0.000000"));
  }

  @Test
  void what_was_recovered_is_unknown_where_no_line_says() {
    tables.lines("1", "A", 2, 2);
    assertThat(pattern("1"))
        .containsEntry("recovered_amount", null)
        .containsEntry("without_recovery_line_count", 2L);
  }

  @Test
  void what_was_recovered_is_the_sum_of_what_is_known() {
    tables
        .lines("1", "A", 2, 2)
        .with(
            Tables.named("int_denial"),
            "claim_line_key",
            0L,
            "recovered_amount",
            new BigDecimal("70.00"));
    assertThat(pattern("1"))
        .containsEntry("recovered_amount", new BigDecimal("70.00"))
        .containsEntry("without_recovery_line_count", 1L);
  }

  private void lesson(String signal, String lesson, @Nullable String since) {
    List<Object> cells =
        new ArrayList<>(
            List.of(
                "denial_signal",
                signal,
                "lesson",
                lesson,
                "change",
                lesson + ": change",
                "effective_from_date",
                "2020-01-01",
                "source",
                lesson + ": source"));
    if (since != null) {
      cells.addAll(List.of("since_date", since));
    }
    tables.with(Reference.RETRAINING_LESSON, cells.toArray());
  }

  @Test
  void a_lesson_without_a_date_has_not_the_date_of_another() {
    lesson("CO-4", "of the signal", null);
    lesson("Coding", "of the group", "2024-01-01");
    tables.lines("1", "A", 1, 1);
    assertThat(pattern("1"))
        .containsEntry("rule_said", "of the signal")
        .containsEntry("rule_since_date", null)
        .containsEntry("rule_source", "of the signal: source");
  }

  private void finding(long line, String label, String source, String since) {
    tables.with(
        Tables.named("int_coding_finding"),
        "claim_line_key",
        line,
        "rule",
        "RULE",
        "finding_group",
        "edit",
        "detail",
        "",
        "label",
        label,
        "fix",
        "fix " + line,
        "source",
        source,
        "effective_from_date",
        since);
  }

  @Test
  void a_rule_has_the_source_of_its_own_date() {
    lesson("CO-4", "of the signal", "2021-01-01");
    tables.with(
        Reference.FINDING_DENIAL,
        "finding_group",
        "edit",
        "denial_group",
        "Coding",
        "priority",
        1,
        "effective_from_date",
        "2020-01-01",
        "source",
        "own");
    finding(0, "found", "source Z", "2025-01-01");
    finding(1, "found", "source A", "2026-01-01");
    tables.lines("1", "A", 2, 2);
    assertThat(pattern("1"))
        .containsEntry("rule_since_date", LocalDate.parse("2025-01-01"))
        .containsEntry("rule_source", "source Z")
        .containsEntry("change", "of the signal: change");
  }

  private void trained(String date) {
    tables.with(
        PracticeTables.PRACTICE_TRAINING,
        "rendering_npi",
        "1",
        "training_date",
        date,
        "subject",
        "Notes");
  }

  private void served(String npi, String date) {
    tables.with(
        Tables.named("int_answered_line"),
        "rendering_npi",
        npi,
        "service_date",
        date,
        "is_facility_claim",
        false,
        "is_initially_denied",
        true,
        "accountable",
        "physician");
  }

  private List<Map<String, @Nullable Object>> trainings() {
    return tables.make(Tables.named("int_training_tally"), Tables.named("mart_training")).stream()
        .sorted(Comparator.comparing(row -> String.valueOf(row.get("training_date"))))
        .toList();
  }

  @Test
  void the_time_before_a_training_starts_at_the_training_before_it() {
    trained("2026-03-01");
    trained("2026-06-01");
    served("1", "2026-01-15");
    served("1", "2026-04-15");
    served("1", "2026-07-15");
    List<Map<String, @Nullable Object>> trainings = trainings();
    assertThat(trainings.get(0))
        .containsEntry("last_date", LocalDate.parse("2026-05-31"))
        .containsEntry("after_line_count", 1L)
        .containsEntry("is_cut", true);
    assertThat(trainings.get(1))
        .containsEntry("first_date", LocalDate.parse("2026-03-01"))
        .containsEntry("before_line_count", 1L)
        .containsEntry("is_cut", true);
  }

  @Test
  void a_training_without_a_neighbor_has_six_months_on_either_side() {
    trained("2026-03-01");
    served("1", "2026-03-15");
    assertThat(trainings().get(0))
        .containsEntry("first_date", LocalDate.parse("2025-09-01"))
        .containsEntry("last_date", LocalDate.parse("2026-08-31"))
        .containsEntry("is_cut", false);
  }

  // 20 of 200 before April, 4 of 200 from April on.
  private Map<String, @Nullable Object> center(String... trainings) {
    months("1", "2026-02", 8, 100).months("1", "2026-03", 12, 100);
    months("1", "2026-04", 3, 100).months("1", "2026-05", 1, 100);
    months("2", "2026-03", 99, 100);
    return trainedCenter(trainings);
  }

  private RetrainingCasesTest months(String npi, String month, int denied, int lines) {
    tables.lines(npi, "A", denied, lines, "answer_month", month);
    return this;
  }

  private Map<String, @Nullable Object> trainedCenter(String... trainings) {
    List.of(trainings).forEach(this::trained);
    return tables.make(Tables.named("int_control_month"), Tables.named("mart_rate_center")).stream()
        .filter(row -> "1".equals(row.get("rendering_npi")))
        .findFirst()
        .orElseThrow();
  }

  private static void heldAgainst(
      Map<String, @Nullable Object> center, long denied, long lines, boolean isBefore) {
    assertThat(center)
        .containsEntry("center_counted_line_count", denied)
        .containsEntry("center_line_count", lines)
        .containsEntry("is_before_training", isBefore);
  }

  @Test
  void without_a_training_months_are_held_against_the_rate_of_all() {
    Map<String, @Nullable Object> center = center();
    heldAgainst(center, 24, 400, false);
    assertThat(center)
        .containsEntry("training_month", null)
        .containsEntry("center_rate", new BigDecimal("0.0600000000"));
  }

  @Test
  void with_a_training_months_are_held_against_the_rate_before_it() {
    heldAgainst(center("2026-04-13"), 20, 200, true);
  }

  @Test
  void the_month_of_a_training_is_not_before_it() {
    heldAgainst(center("2026-03-31"), 8, 100, true);
  }

  @Test
  void of_several_trainings_the_latest_counts() {
    assertThat(center("2026-03-02", "2026-05-04")).containsEntry("training_month", "2026-05");
  }

  @Test
  void a_training_before_the_first_month_is_none_of_these_months() {
    assertThat(center("2026-01-31")).containsEntry("training_month", null);
  }

  @Test
  void a_training_in_the_first_month_leaves_the_rate_of_all_months() {
    heldAgainst(center("2026-02-02"), 24, 400, false);
  }

  @Test
  void few_lines_before_a_training_are_nothing_to_be_held_against() {
    months("1", "2026-02", 2, 20).months("1", "2026-03", 1, 40);
    heldAgainst(trainedCenter("2026-03-02"), 3, 60, false);
  }

  @Test
  void no_denial_before_a_training_is_nothing_to_be_held_against() {
    months("1", "2026-02", 0, 50).months("1", "2026-03", 1, 40);
    heldAgainst(trainedCenter("2026-03-02"), 1, 90, false);
  }
}
