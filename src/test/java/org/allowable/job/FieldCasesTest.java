package org.allowable.job;

import static org.allowable.job.FieldRun.run;
import static org.allowable.job.SmallRun.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Remittances that went wrong in the field, each against what its folder says is right. */
@Tag("long")
class FieldCasesTest {

  @BeforeEach
  void requireConditions() {
    Assumptions.assumeTrue(Files.isDirectory(FieldRun.CONDITIONS));
  }

  private static Map<String, @Nullable Object> unmatched(String claim) {
    return run().row("mart_not_matched", "claim_id", claim);
  }

  @ParameterizedTest
  @CsvSource({
    "R02A,1,50,Medical necessity",
    "R02B,1,45,Non-covered",
    "R02C,1,96,Non-covered",
    "R05B,1,16,Documentation",
    "R05B,2,16,Documentation",
    "R73A,1,29,Timely filing",
    "R73A,2,29,Timely filing"
  })
  void a_denial_is_seen_however_it_was_sent(String claim, int line, String reason, String group) {
    assertThat(run().line(claim, line))
        .containsEntry("is_denied", true)
        .containsEntry("denial_reason_code", reason)
        .containsEntry("denial_group", group)
        .containsEntry("allowed_amount", usd("0.00"))
        .containsEntry("is_underpaid", false);
  }

  @Test
  void a_claim_denied_above_its_lines_is_not_listed_as_not_matched() {
    assertThat(run().rows("mart_not_matched", "claim_id", "R05B")).isEmpty();
  }

  @Test
  void three_denials_are_no_more_than_their_charges() {
    assertThat(run().rows("mart_denied_line"))
        .filteredOn(row -> String.valueOf(row.get("claim_id")).startsWith("R02"))
        .extracting(row -> row.get("charge_amount"))
        .containsExactly(usd("900.00"), usd("900.00"), usd("900.00"));
  }

  @Test
  void what_is_paid_by_head_is_not_denied_and_not_judged() {
    assertThat(run().line("R04A"))
        .containsEntry("is_denied", false)
        .containsEntry("judgment", "CAPITATED");
  }

  @ParameterizedTest
  @CsvSource({"R08A", "R47A"})
  void a_payment_that_was_taken_back_leaves_an_open_line_without_cash(String claim) {
    assertThat(run().line(claim))
        .containsEntry("judgment", "OPEN")
        .containsEntry("paid_amount", usd("0.00"));
  }

  @ParameterizedTest
  @CsvSource({
    "R03A,310.71,243.60",
    "R03B,310.71,243.60",
    "R10A,310.71,243.60",
    "R14A,310.71,243.60",
    "R15A,310.71,243.60",
    "R16A,310.71,243.60",
    "R18A,310.71,0.00",
    "R21A,310.71,243.60",
    "R22A,310.71,243.60",
    "R26A,410.14,328.11",
    "R28A,310.71,305.74",
    "000R43A,310.71,243.60",
    "r43b-x,310.71,243.60",
    "R43C,310.71,243.60",
    "R44A,310.71,243.60",
    "R48A,310.71,243.60",
    "R53A,310.71,243.60",
    "R58A,300.74,235.78",
    "R58B,300.74,235.78",
    "R61A,310.71,243.60",
    "R62A,310.71,243.60",
    "R71B,310.71,243.60",
    "R72A,310.71,243.60",
    "R82A,310.71,248.57",
    "R85A,310.71,243.60"
  })
  void a_line_that_was_answered_is_allowed_and_paid_what_was_sent(
      String claim, String allowed, String paid) {
    assertThat(run().line(claim))
        .containsEntry("allowed_amount", usd(allowed))
        .containsEntry("paid_amount", usd(paid))
        .containsEntry("is_denied", false);
  }

  @Test
  void a_first_denial_is_remembered_after_the_corrected_claim_was_paid() {
    assertThat(run().line("R61A")).containsEntry("first_allowed_amount", usd("0.00"));
  }

  @Test
  void the_rendering_provider_of_the_line_goes_before_that_of_the_claim() {
    assertThat(run().line("R45A", 1)).containsEntry("physician", "B. Brook");
    assertThat(run().line("R45A", 2)).containsEntry("physician", "A. Adler");
  }

  @Test
  void modifiers_in_another_order_are_the_same_line() {
    assertThat(run().line("R80A")).containsEntry("is_adjudicated", true);
  }

  @Test
  void a_later_payer_alone_is_not_held_against_the_fee_schedule() {
    assertThat(run().line("R81A"))
        .containsEntry("judgment", "NO_PRIMARY_REMITTANCE")
        .containsEntry("is_underpaid", false);
  }

  @Test
  void what_was_paid_for_several_lines_together_is_seen_with_its_cash() {
    assertThat(unmatched("R48B")).containsEntry("paid_amount", usd("295.92"));
  }

  @ParameterizedTest
  @CsvSource({"R48B,1", "R48B,2"})
  void lines_of_a_claim_that_was_answered_whole_are_not_open(String claim, int line) {
    assertThat(run().line(claim, line)).containsEntry("judgment", "ANSWERED_AT_CLAIM_LEVEL");
  }

  @Test
  void a_line_that_was_paid_is_not_open_because_its_payment_has_no_date() {
    assertThat(run().rows("int_report_line", "claim_id", "R50A"))
        .extracting(row -> row.get("judgment") + " " + row.get("paid_amount"))
        .doesNotContain("OPEN 243.60");
  }

  @Test
  void a_predetermination_is_no_denial() {
    assertThat(run().rows("int_remit_amount"))
        .filteredOn(row -> "PREDETERMINATION".equals(row.get("answer_kind")))
        .isNotEmpty();
  }

  @Test
  void every_required_control_holds() {
    assertThat(run().rows("mart_control_total", "is_required", true))
        .extracting(row -> row.get("difference_amount"))
        .containsOnly(usd("0.00"));
  }
}
