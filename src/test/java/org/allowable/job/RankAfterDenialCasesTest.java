package org.allowable.job;

import static org.allowable.job.SmallRun.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Procedures behind a denied one, worked out by hand. 64483, 64493 and 20553 are 100 dollars each;
 * of a day the first line is paid in full and the others at half.
 */
@Tag("long")
class RankAfterDenialCasesTest {

  private static final String LINES = "mart_rank_after_denial_line";
  private static final List<String> CODES = List.of("64483", "20553", "64493");

  private static @Nullable Path folder;
  private static @Nullable SmallRun once;

  @BeforeAll
  static void run_the_cases() throws IOException {
    CaseFiles files = new CaseFiles();
    answered(files, "HALF", "MCR01", "denied", "50");
    answered(files, "FULL", "HUN01", "denied", "100");
    answered(files, "OTHER", "HUN01", "denied", "70");
    answered(files, "THREE", "HUN01", "denied", "100", "50");
    answered(files, "LAST", "HUN01", "100", "denied");
    answered(files, "ALL", "HUN01", "denied", "denied");
    answered(files, "PAID", "HUN01", "100", "50");
    folder = Files.createTempDirectory("rank-after-denial");
    once = SmallRun.of(files, folder);
  }

  private static void answered(CaseFiles files, String id, String payer, String... allowed) {
    ClaimText claim = files.claim(id).payer(payer);
    List<String> segments = new ArrayList<>();
    java.math.BigDecimal paid = usd("0");
    for (int i = 0; i < allowed.length; i++) {
      String code = CODES.get(i);
      boolean isDenied = allowed[i].equals("denied");
      String amount = isDenied ? "0" : allowed[i];
      claim.line(code, "400", "L" + i);
      segments.add(
          "SVC*HC:%s*400*%s**1 DTM*472*20251006 CAS*CO*%s*%s REF*6R*L%d"
              .formatted(
                  code, amount, isDenied ? "50" : "45", usd("400").subtract(usd(amount)), i));
      paid = paid.add(usd(amount));
    }
    segments.add(
        0, "CLP*%s*1*%d*%s**12*%s*11*1".formatted(id, 400 * allowed.length, paid, "X" + id));
    files.paidBy(payer, "20251020", segments.toArray(new String[0]));
  }

  @AfterAll
  static void remove_the_files() {
    CaseRun.delete(Objects.requireNonNull(folder));
  }

  private static SmallRun run() {
    return Objects.requireNonNull(once);
  }

  @Test
  void the_next_procedure_is_expected_both_ways() {
    assertThat(run().row(LINES, "claim_id", "FULL"))
        .containsEntry("hcpcs_code", "20553")
        .containsEntry("rank_steps", "rank 2 at 50%")
        .containsEntry("expected_allowed_amount", usd("50.00"))
        .containsEntry("expected_among_allowed_amount", usd("100.00"))
        .containsEntry("owed_among_allowed_amount", usd("0.00"))
        .containsEntry("followed_rank", "AMONG_ALLOWED");
  }

  @Test
  void a_payer_that_keeps_the_rank_as_billed_is_told_and_what_the_other_way_would_owe() {
    assertThat(run().row(LINES, "claim_id", "HALF"))
        .containsEntry("expected_among_allowed_amount", usd("100.00"))
        .containsEntry("owed_among_allowed_amount", usd("50.00"))
        .containsEntry("followed_rank", "AS_BILLED");
  }

  @Test
  void an_amount_of_neither_way_follows_neither() {
    assertThat(run().row(LINES, "claim_id", "OTHER")).containsEntry("followed_rank", "NEITHER");
  }

  @Test
  void only_the_next_of_several_moves_up_to_the_full_fee() {
    // 64493, the third, is at half either way.
    assertThat(run().row(LINES, "claim_id", "THREE")).containsEntry("hcpcs_code", "20553");
  }

  @Test
  void a_denied_last_procedure_changes_nothing() {
    assertThat(run().rows(LINES, "claim_id", "LAST")).isEmpty();
  }

  @Test
  void nothing_allowed_leaves_nothing_to_rank() {
    assertThat(run().rows(LINES, "claim_id", "ALL")).isEmpty();
    assertThat(run().rows(LINES, "claim_id", "PAID")).isEmpty();
  }

  @Test
  void the_expectation_of_the_report_stays_as_billed() {
    assertThat(run().line("FULL", 2)).containsEntry("expected_allowed_amount", usd("50.00"));
  }

  @Test
  void a_payer_follows_the_way_of_most_of_its_lines() {
    assertThat(run().row("mart_rank_after_denial", "payer", "Hundred"))
        .containsEntry("line_count", 3L)
        .containsEntry("among_allowed_line_count", 2L)
        .containsEntry("neither_line_count", 1L)
        .containsEntry("owed_among_allowed_amount", usd("30.00"))
        .containsEntry("followed_rank", "AMONG_ALLOWED");
    assertThat(run().row("mart_rank_after_denial", "payer", "Medicare"))
        .containsEntry("followed_rank", "AS_BILLED");
  }
}
