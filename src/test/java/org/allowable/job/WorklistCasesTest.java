package org.allowable.job;

import static org.allowable.job.SmallRun.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.allowable.worklist.WorklistField;
import org.allowable.worklist.WorklistRow;
import org.allowable.worklist.WorklistScript;
import org.allowable.worklist.WorklistStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What stands on the worklist, a case a rule. An office 99213 is expected at 100 dollars; a payer
 * takes an appeal for 90 days, Medicare for 120; claims are filed within 12 months.
 */
@Tag("long")
class WorklistCasesTest {

  private static final CaseFiles FILES = new CaseFiles();
  private static final WorklistScript SCRIPT = new WorklistScript();

  @TempDir private static Path folder = Path.of("");

  private static Path warehouse = Path.of("");
  private static final Map<LocalDate, WorklistRun> RUNS = new HashMap<>();

  private static void answered(String payer, String claim, String allowed, String adjustments) {
    FILES.paidBy(
        payer,
        "20251015",
        "CLP*%s*1*150*%s**12*N%s*11*1".formatted(claim, allowed, claim),
        "SVC*HC:99213*150*%s**1 DTM*472*20251006 %s".formatted(allowed, adjustments));
  }

  private static WorklistRow row(String claim) {
    return new WorklistRow(CaseFiles.PAYEE, claim, "Hundred");
  }

  @BeforeAll
  static void make_the_claims() throws IOException {
    FILES.claim("SHORT").line("99213", "150");
    answered("HUN01", "SHORT", "80", "CAS*CO*45*70");
    FILES.claim("SHORTMCR").payer("MCR01").filing("MB").line("99213", "150");
    answered("MCR01", "SHORTMCR", "80", "CAS*CO*45*70");
    FILES.claim("DENIED").line("99213", "150");
    FILES.paid(
        "20251015",
        "CLP*DENIED*4*150*0**12*ND*11*1",
        "SVC*HC:99213*150*0**1 DTM*472*20251006 CAS*CO*50*150");
    FILES.claim("SILENT").line("99213", "150");
    FILES.claim("OVER").line("99213", "150");
    answered("HUN01", "OVER", "130", "CAS*CO*45*20");
    FILES.claim("BOTH").line("99213", "150", "1").line("99214", "300", "2");
    FILES.paid(
        "20251015",
        "CLP*BOTH*1*450*315**12*NB*11*1",
        "SVC*HC:99213*150*80**1 DTM*472*20251006 CAS*CO*45*70 REF*6R*1",
        "SVC*HC:99214*300*235**1 DTM*472*20251006 CAS*CO*45*65 REF*6R*2");
    FILES.claim("INTIME").line("99213", "150");
    answered("HUN01", "INTIME", "80", "CAS*CO*45*70");
    FILES.claim("WRONG").line("99213", "150");
    answered("HUN01", "WRONG", "80", "CAS*CO*45*70");
    SCRIPT.says(row("INTIME"), "", WorklistStatus.SENT, LocalDate.of(2025, 12, 1));
    SCRIPT.says(row("WRONG"), "", WorklistStatus.NOT_VALID, LocalDate.of(2025, 12, 1));
    // A claim that never came, and one whose payer the practice called otherwise.
    SCRIPT.says(row("ELSEWHERE"), "", WorklistStatus.PAID, LocalDate.of(2025, 12, 1));
    WorklistRow before = new WorklistRow(CaseFiles.PAYEE, "OVER", "Hundred Percent Inc.");
    SCRIPT.read(
        SCRIPT.sheet(before).with(WorklistField.NOTE, "Said before"), LocalDate.of(2025, 12, 1));
    warehouse = WorklistRun.warehouse(FILES, folder);
  }

  private static WorklistRun on(String day) throws IOException {
    LocalDate asOf = LocalDate.parse(day);
    WorklistRun made = RUNS.get(asOf);
    if (made == null) {
      made = WorklistRun.of(warehouse, folder, SCRIPT, asOf);
      RUNS.put(asOf, made);
    }
    return made;
  }

  private static Map<String, @Nullable Object> claim(String day, String claim) throws IOException {
    return on(day).rows("mart_worklist").stream()
        .filter(row -> claim.equals(row.get("claim_id")))
        .findFirst()
        .orElse(Map.of());
  }

  @Test
  void an_underpaid_line_is_due_by_its_payers_window() throws IOException {
    assertThat(claim("2025-12-31", "SHORT"))
        .containsEntry("worklist_findings", "UNDERPAID")
        .containsEntry("underpaid_amount", usd("20.00"))
        .containsEntry("open_amount", usd("20.00"))
        .containsEntry("deadline_date", LocalDate.of(2026, 1, 13))
        .containsEntry("days_left", 13)
        .containsEntry("line_standing", "WITHIN");
    assertThat(claim("2025-12-31", "SHORTMCR"))
        .containsEntry("deadline_date", LocalDate.of(2026, 2, 12))
        .containsEntry("is_appeal_window_default", false);
  }

  @Test
  void past_its_window_it_is_counted_as_lost_and_expected_no_more() throws IOException {
    assertThat(claim("2026-01-14", "SHORT"))
        .containsEntry("line_standing", "LOST")
        .containsEntry("lost_amount", usd("20.00"))
        .containsEntry("open_amount", null);
    assertThat(claim("2026-01-14", "SHORTMCR")).containsEntry("line_standing", "WITHIN");
  }

  @Test
  void on_the_last_day_to_appeal_it_can_still_be_sent() throws IOException {
    assertThat(claim("2026-01-13", "SHORT"))
        .containsEntry("days_left", 0)
        .containsEntry("line_standing", "WITHIN");
  }

  @Test
  void on_the_last_day_to_file_a_claim_can_still_be_sent() throws IOException {
    assertThat(claim("2026-10-06", "SILENT"))
        .containsEntry("days_left", 0)
        .containsEntry("line_standing", "WITHIN");
    assertThat(claim("2026-10-07", "SILENT")).containsEntry("line_standing", "LOST");
  }

  @Test
  void what_was_sent_within_its_window_is_not_lost() throws IOException {
    assertThat(claim("2026-01-14", "INTIME"))
        .containsEntry("line_standing", "SENT")
        .containsEntry("open_amount", usd("20.00"))
        .containsEntry("still_out_amount", usd("20.00"))
        .containsEntry("remittance_standing", "NO_ANSWER");
  }

  @Test
  void a_denial_is_expected_at_its_recovery_rate() throws IOException {
    assertThat(claim("2025-12-31", "DENIED"))
        .containsEntry("worklist_findings", "DENIED")
        .containsEntry("denied_amount", usd("100.00"))
        .containsEntry("open_amount", usd("40.00"));
  }

  @Test
  void a_line_without_an_answer_is_late_after_its_payers_days() throws IOException {
    // Too few lines were paid to know them: 45 days from 7 October.
    assertThat(claim("2025-11-21", "SILENT")).isEmpty();
    assertThat(claim("2025-11-22", "SILENT"))
        .containsEntry("worklist_findings", "UNANSWERED")
        .containsEntry("unanswered_amount", usd("100.00"))
        .containsEntry("deadline_date", LocalDate.of(2026, 10, 6));
  }

  @Test
  void an_overpayment_is_netted_with_nothing() throws IOException {
    assertThat(claim("2025-12-31", "OVER"))
        .containsEntry("overpaid_amount", usd("30.00"))
        .containsEntry("open_amount", null)
        .containsEntry("line_standing", "OVERPAID");
    assertThat(claim("2025-12-31", "BOTH"))
        .containsEntry("worklist_findings", "OVERPAID UNDERPAID")
        .containsEntry("underpaid_amount", usd("20.00"))
        .containsEntry("overpaid_amount", usd("35.00"))
        .containsEntry("open_amount", usd("20.00"));
  }

  @Test
  void what_is_not_valid_is_counted_apart_with_its_reason() throws IOException {
    assertThat(claim("2026-01-14", "WRONG"))
        .containsEntry("line_standing", "NOT_VALID")
        .containsEntry("lost_amount", null)
        .containsEntry("not_valid_amount", usd("20.00"));
    assertThat(on("2026-01-14").rows("mart_not_valid"))
        .singleElement()
        .satisfies(
            said ->
                assertThat(said)
                    .containsEntry("payer", "Hundred")
                    .containsEntry("not_valid_reason", "Fee schedule not loaded")
                    .containsEntry("claim_count", 1)
                    .containsEntry("not_valid_amount", usd("20.00")));
  }

  @Test
  void edits_follow_a_payer_that_the_practice_calls_otherwise() throws IOException {
    assertThat(claim("2025-12-31", "OVER")).containsEntry("worklist_note", "Said before");
  }

  @Test
  void an_edit_of_a_claim_that_is_not_on_file_is_kept_and_counted() throws IOException {
    assertThat(claim("2025-12-31", "ELSEWHERE")).containsEntry("worklist_status", "PAID");
    Map<String, @Nullable Object> control =
        on("2025-12-31").rows("mart_worklist_control").stream()
            .filter(row -> Objects.equals(row.get("ordinal"), 9))
            .findFirst()
            .orElseThrow();
    assertThat(control).containsEntry("difference_amount", usd("-1.00"));
  }

  @Test
  void what_is_within_its_window_stands_first() throws IOException {
    assertThat(on("2026-01-14").rows("mart_worklist"))
        .extracting(row -> row.get("line_standing"))
        .startsWith("WITHIN")
        .containsSubsequence("WITHIN", "SENT", "OVERPAID", "LOST", "NOT_VALID", "NOTHING_LEFT");
  }
}
