package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody answered by the end of October, against {@link UnansweredHistory}. */
@Tag("long")
class UnansweredHistoriesTest {

  @TempDir private static Path folder = Path.of("");

  private static final UnansweredHistory HISTORY = new UnansweredHistory(11, 600);

  private static @Nullable SmallRun run;

  @BeforeAll
  static void run_the_steps() throws IOException {
    run = SmallRun.of(HISTORY.files(), folder);
  }

  private static SmallRun run() {
    return Objects.requireNonNull(run);
  }

  private static Map<String, Object> expected(Function<UnansweredHistory.Waiting, Object> value) {
    Map<String, Object> expected = new TreeMap<>();
    HISTORY
        .waiting()
        .forEach(claim -> expected.put(claim.claim() + " " + claim.state(), value.apply(claim)));
    return expected;
  }

  private static Map<String, Object> found(String... columns) {
    Map<String, Object> found = new TreeMap<>();
    for (Map<String, @Nullable Object> row : run().rows("mart_unanswered_claim")) {
      found.put(
          row.get("claim_id") + " " + row.get("answer_state"),
          columns.length == 1
              ? String.valueOf(row.get(columns[0]))
              : List.of(columns).stream().map(c -> String.valueOf(row.get(c))).toList());
    }
    return found;
  }

  @Test
  void the_history_has_every_kind_of_waiting() {
    assertThat(HISTORY.waiting().stream().map(UnansweredHistory.Waiting::state))
        .contains("UNANSWERED", "TAKEN_BACK", "SENT_AGAIN", "LATER_PAYER");
    assertThat(HISTORY.waiting().stream().map(HISTORY::age))
        .contains("USUAL", "SLOW", "LATE", "LIMIT_DUE", "PAST_LIMIT");
    assertThat(HISTORY.waiting()).anyMatch(UnansweredHistory.Waiting::isSplit);
  }

  @Test
  void each_line_that_waits_waits_since_its_day() {
    assertThat(found("line_count", "waiting_since_date", "waiting_days"))
        .isEqualTo(
            expected(
                claim ->
                    List.of(
                        String.valueOf(claim.lines()),
                        claim.since().toString(),
                        String.valueOf(
                            ChronoUnit.DAYS.between(claim.since(), UnansweredHistory.AS_OF)))));
  }

  @Test
  void each_claim_is_aged_by_its_own_payer_and_its_filing_limit() {
    assertThat(found("unanswered_age", "payer"))
        .isEqualTo(expected(claim -> List.of(HISTORY.age(claim), claim.payer())));
  }

  @Test
  void a_claim_with_other_lines_answered_is_partly_answered() {
    assertThat(found("is_partly_answered"))
        .isEqualTo(expected(claim -> String.valueOf(claim.isPartlyAnswered())));
  }

  @Test
  void a_claim_that_the_payer_answered_in_parts_says_so() {
    assertThat(found("is_split_by_payer"))
        .isEqualTo(expected(claim -> String.valueOf(claim.isSplit())));
  }

  @Test
  void the_median_is_of_the_payers_own_lines() {
    assertThat(run().row("int_payer_wait", "payer", "Hundred"))
        .containsEntry(
            "usual_median_day_count",
            Objects.requireNonNull(HISTORY.days("Hundred", 50)).intValue())
        .containsEntry("wait_days", Objects.requireNonNull(HISTORY.days("Hundred", 90)).intValue());
  }

  @Test
  void every_line_on_file_is_in_one_state() {
    Map<String, Integer> lines = new TreeMap<>();
    for (Map<String, @Nullable Object> row : run().rows("mart_answer_state")) {
      lines.put(
          String.valueOf(row.get("answer_state")),
          ((Number) Objects.requireNonNull(row.get("line_count"))).intValue());
    }
    assertThat(lines).isEqualTo(HISTORY.sentLines());
  }

  @Test
  void payers_add_up_to_their_claims() {
    Map<String, BigDecimal> claims = new HashMap<>();
    HISTORY
        .waiting()
        .forEach(
            claim ->
                claims.merge(
                    claim.payer() + HISTORY.age(claim),
                    BigDecimal.valueOf(150L * claim.lines()),
                    BigDecimal::add));
    Map<String, BigDecimal> payers = new HashMap<>();
    Map<String, String> ages =
        Map.of(
            "USUAL", "usual_charge_amount",
            "SLOW", "slow_charge_amount",
            "LATE", "late_charge_amount",
            "LIMIT_DUE", "limit_due_charge_amount",
            "PAST_LIMIT", "past_limit_charge_amount");
    for (Map<String, @Nullable Object> row : run().rows("mart_unanswered")) {
      ages.forEach(
          (age, column) -> {
            BigDecimal amount = EngineRows.amount(row, column);
            if (amount.signum() != 0) {
              payers.merge(row.get("payer") + age, amount.setScale(0), BigDecimal::add);
            }
          });
    }
    assertThat(payers).isEqualTo(claims);
  }

  @Test
  void unanswered_and_taken_back_charges_are_those_of_accounts_receivable() {
    BigDecimal unanswered =
        run().rows("mart_unanswered").stream()
            .filter(
                row ->
                    List.of("UNANSWERED", "TAKEN_BACK")
                        .contains(String.valueOf(row.get("answer_state"))))
            .map(row -> EngineRows.amount(row, "charge_amount"))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal receivable =
        run().rows("mart_aging").stream()
            .map(
                row ->
                    EngineRows.amount(row, "receivable_amount")
                        .subtract(EngineRows.amount(row, "denied_receivable_amount"))
                        .add(EngineRows.amount(row, "expired_amount")))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(unanswered).isEqualByComparingTo(receivable);
  }

  @Test
  void the_controls_tie_to_the_warehouse() {
    assertThat(run().rows("mart_unanswered_control"))
        .hasSize(2)
        .allSatisfy(
            row -> {
              assertThat(EngineRows.amount(row, "difference_amount")).isZero();
              assertThat(EngineRows.amount(row, "expected_amount")).isPositive();
            });
  }
}
