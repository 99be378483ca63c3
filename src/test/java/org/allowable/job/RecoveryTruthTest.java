package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.allowable.model.ReportPeriod;
import org.allowable.model.Warehouse;
import org.allowable.worklist.WorklistField;
import org.allowable.worklist.WorklistScript;
import org.allowable.worklist.WorklistStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the monthly report leads with, of 500 claims and three months of a worklist. */
@Tag("long")
class RecoveryTruthTest {

  private static final YearMonth MONTH = YearMonth.of(2025, 11);

  private static final List<String> LOOKED_AT_AGAIN = new ArrayList<>();

  @TempDir private static Path folder = Path.of("");

  private static WorklistLives lives = new WorklistLives();
  private static Map<String, @Nullable Object> recovery = Map.of();
  private static List<Map<String, @Nullable Object>> underpaid = List.of();
  private static Map<String, @Nullable Object> pursue = Map.of();
  private static WorklistRun worklist = new WorklistRun(Map.of());

  @BeforeAll
  static void make_the_report() throws IOException {
    lives = new WorklistLives();
    WorklistScript script = lives.script();
    // Two next steps are due by the last remittance, one is later, one is of a claim that is done.
    step("never sent", 0, LocalDate.of(2025, 11, 3));
    step("never sent", 1, LocalDate.of(2025, 11, 28));
    step("never sent", 2, LocalDate.of(2026, 3, 1));
    step("refused", 0, LocalDate.of(2025, 10, 28));
    // Two that were refused are looked at again.
    for (int number : List.of(1, 2)) {
      WorklistLives.Life again = life("refused", number);
      script.says(again.row(), "", WorklistStatus.IN_REVIEW, LocalDate.of(2025, 12, 20));
      LOOKED_AT_AGAIN.add(again.row().claimKey());
    }
    SmallRun run =
        SmallRun.of(
            lives.files(),
            Files.createDirectory(folder.resolve("monthly")),
            ReportPeriod.of(MONTH),
            engine -> engine.rows(Warehouse.WORKLIST_EVENT, script.rows()));
    recovery = run.rows("mart_recovery").get(0);
    SmallRun served = run.of(ReportPeriod.of(MONTH.minusMonths(1)));
    underpaid = served.rows("mart_underpaid_line");
    pursue = served.row("mart_action", "action", "PURSUE");
    Path own = Files.createDirectory(folder.resolve("worklist"));
    worklist =
        WorklistRun.of(
            WorklistRun.warehouse(lives.files(), own), own, script, LocalDate.of(9999, 12, 31));
  }

  private static void step(String kind, int number, LocalDate day) {
    WorklistLives.Life life = life(kind, number);
    WorklistScript script = lives.script();
    script.read(
        script.sheet(life.row()).with(WorklistField.NEXT_STEP, day.toString()),
        LocalDate.of(2025, 12, 20));
  }

  private static WorklistLives.Life life(String kind, int number) {
    return lives.lives().stream()
        .filter(of -> of.kind().equals(kind))
        .skip(number)
        .findFirst()
        .orElseThrow();
  }

  private static BigDecimal planted(Predicate<YearMonth> months) {
    return lives.lives().stream()
        .flatMap(life -> life.recovered().entrySet().stream())
        .filter(month -> months.test(month.getKey()))
        .map(Map.Entry::getValue)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal ofPayers(String column) {
    return worklist.rows("mart_worklist_payer").stream()
        .map(row -> row.get(column) instanceof BigDecimal amount ? amount : BigDecimal.ZERO)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void what_came_back_in_the_month_is_what_was_planted_of_it() {
    assertThat(EngineRows.amount(recovery, "period_recovered_amount"))
        .isEqualByComparingTo(planted(MONTH::equals))
        // More was taken back in November than came.
        .isNegative();
  }

  @Test
  void what_came_back_to_date_is_all_that_was_planted() {
    assertThat(EngineRows.amount(recovery, "recovered_to_date_amount"))
        .isEqualByComparingTo(planted(month -> true));
  }

  @Test
  void what_is_still_out_is_what_the_worklist_says() {
    assertThat(EngineRows.amount(recovery, "still_out_amount"))
        .isEqualByComparingTo(ofPayers("still_out_amount"))
        .isPositive();
  }

  @Test
  void claims_sent_are_those_that_were_ever_sent() {
    assertThat(recovery)
        .containsEntry(
            "sent_claim_count",
            (int)
                lives.lives().stream()
                    .map(WorklistLives.Life::kind)
                    .filter(kind -> !kind.equals("never sent") && !kind.equals("not valid"))
                    .count());
  }

  @Test
  void claims_that_are_out_have_the_status_sent() {
    assertThat(recovery)
        .containsEntry(
            "out_claim_count",
            (int)
                lives.lives().stream()
                    .filter(life -> life.status() == WorklistStatus.SENT)
                    .count());
  }

  @Test
  void next_steps_are_due_by_the_last_remittance_and_of_claims_at_work() {
    assertThat(recovery)
        .containsEntry("next_step_claim_count", 2)
        .containsEntry("first_next_step_date", LocalDate.of(2025, 11, 3));
  }

  @Test
  void an_underpaid_line_has_the_status_of_its_claim() {
    Map<String, String> statuses = new HashMap<>();
    lives.lives().forEach(life -> statuses.put(life.row().claimKey(), life.status().name()));
    LOOKED_AT_AGAIN.forEach(claim -> statuses.put(claim, "IN_REVIEW"));
    assertThat(underpaid)
        .hasSizeGreaterThan(100)
        .allSatisfy(
            line ->
                assertThat(line)
                    .containsEntry(
                        "worklist_status", statuses.get(String.valueOf(line.get("claim_id")))));
  }

  @Test
  void what_is_to_be_pursued_was_not_sent_and_is_valid() {
    List<String> toDo =
        underpaid.stream()
            .filter(line -> Boolean.TRUE.equals(line.get("is_worth_working")))
            .map(line -> String.valueOf(line.get("worklist_status")))
            .filter(status -> status.equals("NEW") || status.equals("IN_REVIEW"))
            .toList();
    assertThat(toDo).hasSize(LOOKED_AT_AGAIN.size());
    assertThat(pursue)
        .containsEntry("line_count", (long) toDo.size())
        .containsEntry("all_line_count", (long) underpaid.size());
  }

  @Test
  void where_nothing_was_sent_there_is_no_row() throws IOException {
    CaseFiles files = new CaseFiles();
    files.claim("ALONE").line("99213", "150");
    assertThat(
            SmallRun.of(files, Files.createDirectory(folder.resolve("alone")))
                .rows("mart_recovery"))
        .isEmpty();
  }
}
