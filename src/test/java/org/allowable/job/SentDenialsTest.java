package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.allowable.model.Warehouse;
import org.allowable.worklist.WorklistRow;
import org.allowable.worklist.WorklistScript;
import org.allowable.worklist.WorklistStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Open denials of which people said on the worklist where they stand. A payer takes an appeal for
 * 90 days: of October 12 until January 10, of October 15 until January 13; the last payment on file
 * is of December 20.
 */
@Tag("long")
class SentDenialsTest {

  private static final Set<String> TO_DO = Set.of("UNTOUCHED", "REVIEWED");

  private static final Map<String, WorklistStatus> SAID =
      Map.of(
          "REVIEWED", WorklistStatus.IN_REVIEW,
          "WENT", WorklistStatus.SENT,
          "CLOSED", WorklistStatus.PAID,
          "REFUSED", WorklistStatus.REFUSED,
          "WRONG", WorklistStatus.NOT_VALID);

  @TempDir private static Path folder = Path.of("");

  private static SmallRun run = new SmallRun(SmallRun.newEngine(), Map.of(), Map.of());
  private static Map<String, @Nullable Object> appeal = Map.of();

  @BeforeAll
  static void make_the_report() throws IOException {
    CaseFiles files = new CaseFiles();
    WorklistScript script = new WorklistScript();
    denied(files, "UNTOUCHED", "20251015");
    denied(files, "REVIEWED", "20251015");
    denied(files, "WENT", "20251012");
    denied(files, "CLOSED", "20251012");
    denied(files, "REFUSED", "20251012");
    denied(files, "WRONG", "20251012");
    files.claim("LAST").line("99213", "150");
    files.paid(
        "20251220",
        "CLP*LAST*1*150*100**12*NLAST*11*1",
        "SVC*HC:99213*150*100**1 DTM*472*20251006 CAS*CO*45*50");
    SAID.forEach(
        (claim, status) ->
            script.says(
                new WorklistRow(CaseFiles.PAYEE, claim, "Hundred"),
                "",
                status,
                LocalDate.of(2025, 12, 1)));
    run =
        SmallRun.of(files, folder, engine -> engine.rows(Warehouse.WORKLIST_EVENT, script.rows()));
    appeal = run.row("mart_action", "action", "APPEAL");
  }

  private static void denied(CaseFiles files, String claim, String day) {
    files.claim(claim).line("99213", "150");
    files.paid(
        day,
        "CLP*%s*4*150*0**12*N%s*11*1".formatted(claim, claim),
        "SVC*HC:99213*150*0**1 DTM*472*20251006 CAS*CO*50*150");
  }

  @Test
  void each_open_denial_has_the_status_of_its_claim() {
    Map<String, String> statuses = new TreeMap<>();
    run.rows("mart_denial_work")
        .forEach(
            row ->
                statuses.put(
                    String.valueOf(row.get("claim_id")),
                    String.valueOf(row.get("worklist_status"))));
    Map<String, String> expected = new TreeMap<>(Map.of("UNTOUCHED", "NEW"));
    SAID.forEach((claim, status) -> expected.put(claim, status.name()));
    assertThat(statuses).isEqualTo(expected);
  }

  @Test
  void those_to_appeal_are_new_or_in_review() {
    assertThat(appeal).containsEntry("line_count", 2L).containsEntry("all_line_count", 2L);
  }

  @Test
  void dollars_to_appeal_are_of_these_alone() {
    BigDecimal expected =
        run.rows("mart_denial_work").stream()
            .filter(row -> TO_DO.contains(String.valueOf(row.get("claim_id"))))
            .map(row -> EngineRows.amount(row, "expected_recovery_amount"))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(expected).isPositive();
    assertThat(EngineRows.amount(appeal, "amount")).isEqualByComparingTo(expected);
    assertThat(EngineRows.amount(appeal, "all_amount")).isEqualByComparingTo(expected);
  }

  @Test
  void the_first_day_to_appeal_by_is_of_these_alone() {
    assertThat(appeal).containsEntry("due_date", LocalDate.of(2026, 1, 13));
  }

  @Test
  void the_payers_next_day_to_appeal_by_is_of_these_alone() {
    assertThat(run.row("mart_payer_month", "payer", "Hundred"))
        .containsEntry("next_appeal_by_date", LocalDate.of(2026, 1, 13));
  }
}
