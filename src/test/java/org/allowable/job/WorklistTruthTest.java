package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.allowable.ingest.x12.Ingestion;
import org.allowable.model.Progress;
import org.allowable.worklist.WorklistRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 500 claims over three months: what came back is what was planted, to the cent, and what people
 * said stays whatever happens to the claim.
 */
@Tag("long")
class WorklistTruthTest {

  private static final LocalDate END = LocalDate.of(2025, 12, 31);

  @TempDir private static Path folder = Path.of("");

  private static WorklistLives lives = new WorklistLives();
  private static Path warehouse = Path.of("");
  private static WorklistRun run = new WorklistRun(Map.of());

  @BeforeAll
  static void run_the_job() throws IOException {
    lives = new WorklistLives();
    warehouse = WorklistRun.warehouse(lives.files(), folder);
    run = run(warehouse, END);
  }

  private static WorklistRun run(Path of, LocalDate asOf) throws IOException {
    return WorklistRun.of(of, folder, lives.script(), asOf);
  }

  private static Map<WorklistRow, String> recovered(WorklistRun of) {
    Map<WorklistRow, String> recovered = new HashMap<>();
    of.list()
        .forEach(
            (row, cells) -> {
              if (cells.get("recovered_amount") instanceof BigDecimal amount
                  && amount.signum() != 0) {
                recovered.put(row, amount.toPlainString());
              }
            });
    return recovered;
  }

  private static Map<WorklistRow, String> planted(YearMonth until) {
    Map<WorklistRow, String> planted = new HashMap<>();
    for (WorklistLives.Life life : lives.lives()) {
      BigDecimal sum =
          life.recovered().entrySet().stream()
              .filter(month -> !month.getKey().isAfter(until))
              .map(Map.Entry::getValue)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      if (sum.signum() != 0) {
        planted.put(life.row(), sum.setScale(2).toPlainString());
      }
    }
    return planted;
  }

  private static void requireSame(
      Map<WorklistRow, String> found, Map<WorklistRow, String> planted) {
    List<String> others =
        lives.lives().stream()
            .filter(life -> !Objects.equals(found.get(life.row()), planted.get(life.row())))
            .map(
                life ->
                    "%s, %s: %s, planted %s"
                        .formatted(
                            life.row().claimKey(),
                            life.kind(),
                            found.get(life.row()),
                            planted.get(life.row())))
            .toList();
    assertThat(others).isEmpty();
    assertThat(planted).isNotEmpty().containsOnlyKeys(found.keySet());
  }

  @Test
  void what_came_back_of_each_claim_is_what_was_planted() {
    requireSame(recovered(run), planted(YearMonth.of(2025, 12)));
  }

  @Test
  void at_the_end_of_a_month_it_is_what_had_come_by_then() throws IOException {
    YearMonth until = YearMonth.of(2025, 11);
    requireSame(recovered(run(warehouse, until.atEndOfMonth())), planted(until));
  }

  @Test
  void payers_causes_and_months_add_up_to_what_was_planted() {
    Map<String, BigDecimal> planted = new TreeMap<>();
    for (WorklistLives.Life life : lives.lives()) {
      life.recovered()
          .forEach(
              (month, amount) ->
                  planted.merge(
                      month + " " + life.row().payer() + " " + life.cause(),
                      amount,
                      BigDecimal::add));
    }
    Map<String, BigDecimal> found = new TreeMap<>();
    for (Map<String, @Nullable Object> row : run.rows("mart_recovered")) {
      found.put(
          row.get("payment_month") + " " + row.get("payer") + " " + row.get("worklist_cause"),
          (BigDecimal) Objects.requireNonNull(row.get("recovered_amount")));
    }
    planted.values().removeIf(sum -> sum.signum() == 0);
    found.values().removeIf(sum -> sum.signum() == 0);
    assertThat(found).isEqualTo(planted).hasSizeGreaterThan(10);
  }

  @Test
  void every_status_stands_after_answers_reversals_and_corrected_claims() {
    requireStatuses(run);
  }

  private static void requireStatuses(WorklistRun of) {
    Map<WorklistRow, Map<String, @Nullable Object>> list = of.list();
    for (WorklistLives.Life life : lives.lives()) {
      if (!life.kind().equals("never sent")) {
        assertThat(list.get(life.row()))
            .as("%s: %s", life.row(), life.kind())
            .isNotNull()
            .containsEntry("worklist_status", life.status().name());
      }
    }
  }

  @Test
  void the_same_files_once_more_change_nothing() throws IOException {
    Ingestion.run(folder.resolve("source"), warehouse, null, Progress.SILENT);
    assertThat(run(warehouse, END).rows("mart_worklist")).isEqualTo(run.rows("mart_worklist"));
  }

  @Test
  void a_warehouse_built_anew_says_the_same() throws IOException {
    Path anew = Files.createDirectory(folder.resolve("anew"));
    Path built = WorklistRun.warehouse(lives.files(), anew);
    WorklistRun again = run(built, END);
    requireStatuses(again);
    assertThat(again.rows("mart_worklist")).isEqualTo(run.rows("mart_worklist"));
  }

  @Test
  void the_controls_hold() {
    assertThat(run.failedControls()).isEmpty();
  }

  @Test
  void a_corrected_claim_is_the_row_of_the_claim_that_it_replaced() {
    WorklistLives.Life life =
        lives.lives().stream()
            .filter(one -> one.kind().equals("corrected claim"))
            .findFirst()
            .orElseThrow();
    assertThat(run.list().get(life.row()))
        .containsEntry("claim_id", life.row().claimKey() + "R")
        .containsEntry("remittance_standing", "PAID_IN_FULL")
        .containsEntry("status_check", "SENT_AND_PAID");
  }

  @Test
  void still_out_is_what_was_at_stake_less_what_came() {
    for (WorklistLives.Life life : lives.lives()) {
      if (life.kind().equals("paid in part")) {
        Map<String, @Nullable Object> row = Objects.requireNonNull(run.list().get(life.row()));
        BigDecimal asked = (BigDecimal) Objects.requireNonNull(row.get("asked_amount"));
        assertThat(row.get("still_out_amount")).isEqualTo(asked.subtract(SmallRun.usd("12.34")));
        assertThat(row).containsEntry("remittance_standing", "PAID_IN_PART");
      }
    }
  }

  @Test
  void what_is_not_valid_is_in_no_open_sum() {
    List<Map<String, @Nullable Object>> rows =
        run.rows("mart_worklist").stream()
            .filter(row -> "NOT_VALID".equals(row.get("worklist_status")))
            .toList();
    assertThat(rows)
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.get("open_amount")).isNull();
              assertThat(row.get("not_valid_amount")).isEqualTo(row.get("underpaid_amount"));
              assertThat(row).containsEntry("not_valid_reason", "Fee schedule not loaded");
            });
  }
}
