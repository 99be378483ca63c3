package org.allowable.job;

import static org.allowable.job.CaseRun.run;
import static org.allowable.job.SmallRun.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What stands of several answers where no reversal takes one back, and of an answer to a claim that
 * was corrected since: a case a rule. An office 99213 is expected at 100 dollars.
 */
@Tag("long")
class StandingCases {

  static final CaseFiles FILES = new CaseFiles();

  private static void answered(
      String claim, String day, String status, String number, String paid, String adjustments) {
    FILES.paid(
        day,
        "CLP*%s*%s*150*%s**12*%s*11*1".formatted(claim, status, paid, number),
        "SVC*HC:99213*150*%s**1 DTM*472*20251006 %s".formatted(paid, adjustments));
  }

  static {
    FILES.claim("LITTLEMORE").line("99213", "150");
    answered("LITTLEMORE", "20251015", "1", "S1", "70", "CAS*CO*45*65 CAS*PR*2*15 AMT*B6*85");
    answered("LITTLEMORE", "20251025", "1", "S1", "12", "CAS*CO*45*135 CAS*PR*2*3");
    FILES.claim("MUCHMORE").line("99213", "150");
    answered("MUCHMORE", "20251015", "1", "S2", "20", "CAS*CO*45*125 CAS*PR*2*5");
    answered("MUCHMORE", "20251025", "1", "S2", "60", "CAS*CO*45*75 CAS*PR*2*15");
    FILES.claim("OTHERNUMBER").line("99213", "150");
    answered("OTHERNUMBER", "20251015", "1", "S3", "70", "CAS*CO*45*65 CAS*PR*2*15");
    answered("OTHERNUMBER", "20251025", "1", "S3A", "12", "CAS*CO*45*135 CAS*PR*2*3");
    FILES.claim("UNDER22").line("99213", "150");
    answered("UNDER22", "20251015", "1", "S4", "70", "CAS*CO*45*65 CAS*PR*2*15");
    answered("UNDER22", "20251025", "22", "S4", "12", "CAS*CO*45*135 CAS*PR*2*3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"LITTLEMORE", "MUCHMORE", "OTHERNUMBER", "UNDER22"})
  void an_additional_payment_adds_to_what_stands(String claim) {
    assertThat(run().line(claim))
        .containsEntry("additional_payment_count", 1)
        .containsEntry("is_underpaid", false);
  }

  @Test
  void what_was_allowed_is_the_sum_of_what_stands() {
    assertThat(run().line("LITTLEMORE"))
        .containsEntry("allowed_amount", usd("100.00"))
        .containsEntry("paid_amount", usd("82.00"))
        .containsEntry("patient_balance_amount", usd("18.00"))
        .containsEntry("contractual_amount", usd("50.00"));
  }

  static {
    FILES.claim("STATESWHOLE").line("99213", "150");
    answered("STATESWHOLE", "20251015", "1", "S12", "64", "CAS*CO*45*70 CAS*PR*2*16 AMT*B6*80");
    answered("STATESWHOLE", "20251025", "1", "S12", "16", "CAS*CO*45*130 CAS*PR*2*4 AMT*B6*100");
  }

  @Test
  void an_additional_payment_that_states_the_whole_is_not_added_to_it() {
    assertThat(run().line("STATESWHOLE"))
        .containsEntry("allowed_amount", usd("100.00"))
        .containsEntry("paid_amount", usd("80.00"));
  }

  static {
    FILES.claim("CORRECTED22").line("99213", "150");
    answered("CORRECTED22", "20251015", "1", "S5", "70", "CAS*CO*45*65 CAS*PR*2*15");
    FILES.paid(
        "20251025",
        "CLP*CORRECTED22*22*-150*-70**12*S5*11*1",
        "SVC*HC:99213*-150*-70**-1 DTM*472*20251006 CAS*CO*45*-65 CAS*PR*2*-15",
        "CLP*CORRECTED22*22*150*80**12*S5*11*1",
        "SVC*HC:99213*150*80**1 DTM*472*20251006 CAS*CO*45*50 CAS*PR*2*20");
  }

  @Test
  void a_correction_sent_as_a_reversal_is_a_correction() {
    assertThat(run().line("CORRECTED22"))
        .containsEntry("allowed_amount", usd("100.00"))
        .containsEntry("paid_amount", usd("80.00"))
        .containsEntry("has_orphan_reversal", false);
  }

  static {
    FILES.claim("PAIDTWICE").line("99213", "150");
    answered("PAIDTWICE", "20251015", "1", "S6", "60", "CAS*CO*45*75 CAS*PR*2*15");
    answered("PAIDTWICE", "20251025", "1", "S6", "60", "CAS*CO*45*75 CAS*PR*2*15 LQ*HE*N1");
    FILES.claim("PAIDANEW").line("99213", "150");
    answered("PAIDANEW", "20251015", "1", "S7", "40", "CAS*CO*45*100 CAS*PR*2*10");
    answered("PAIDANEW", "20251025", "1", "S7A", "60", "CAS*CO*45*75 CAS*PR*2*15");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PAIDTWICE", "PAIDANEW"})
  void what_is_said_again_is_allowed_once_and_paid_above_it_is_a_finding(String claim) {
    assertThat(run().line(claim))
        .containsEntry("allowed_amount", usd("75.00"))
        .containsEntry("is_paid_above_allowed", true)
        .containsEntry("is_worth_working", false);
  }

  static {
    FILES.claim("DENIEDBESIDE").line("99213", "150");
    answered("DENIEDBESIDE", "20251015", "1", "S8", "80", "CAS*CO*45*50 CAS*PR*2*20");
    answered("DENIEDBESIDE", "20251025", "4", "S8A", "0", "CAS*CO*50*150");
  }

  @Test
  void a_denial_without_a_reversal_leaves_the_payment_standing() {
    assertThat(run().line("DENIEDBESIDE"))
        .containsEntry("is_denied", false)
        .containsEntry("allowed_amount", usd("100.00"))
        .containsEntry("cost_share_amount", usd("20.00"))
        .containsEntry("has_denial_beside_payment", true);
  }

  static {
    FILES.claim("WAITING").line("99213", "150", "1");
    answered("WAITING", "20251015", "4", "S9", "0", "CAS*CO*4*150 REF*6R*1");
    FILES.claim("WAITING").frequency("7").submitted("20251018").line("99213:59", "155", "9");
    FILES.claim("REFILED").line("99213", "150", "1");
    answered("REFILED", "20251015", "4", "S10", "0", "CAS*CO*4*150 REF*6R*1");
    FILES.claim("REFILED").frequency("7").submitted("20251018").line("99213:59", "155", "9");
    FILES.paid(
        "20251028",
        "CLP*REFILED*1*155*80*20*12*S10A*11*7",
        "SVC*HC:99213:59*155*80**1 DTM*472*20251006 CAS*CO*45*55 CAS*PR*2*20 REF*6R*9");
    FILES.claim("PAIDBEFORE").line("99213", "150", "1");
    answered("PAIDBEFORE", "20251015", "1", "S11", "60", "CAS*CO*45*75 CAS*PR*2*15 REF*6R*1");
    FILES.claim("PAIDBEFORE").frequency("7").submitted("20251018").line("99213:59", "155", "9");
  }

  @Test
  void a_denial_stands_until_the_corrected_claim_is_answered() {
    assertThat(run().line("WAITING"))
        .containsEntry("is_denied", true)
        .containsEntry("denial_reason_code", "4")
        .containsEntry("is_awaiting_corrected_answer", true);
  }

  @Test
  void a_payment_stands_until_the_corrected_claim_is_answered() {
    assertThat(run().line("PAIDBEFORE"))
        .containsEntry("allowed_amount", usd("75.00"))
        .containsEntry("paid_amount", usd("60.00"))
        .containsEntry("is_awaiting_corrected_answer", true);
  }

  @Test
  void the_answer_to_the_corrected_claim_takes_the_place_of_the_denial() {
    assertThat(run().line("REFILED"))
        .containsEntry("is_denied", false)
        .containsEntry("allowed_amount", usd("100.00"))
        .containsEntry("is_awaiting_corrected_answer", false);
  }

  static {
    FILES.claim("OLDNUMBER").patient("ANEW").line("99213", "150", "1");
    answered("OLDNUMBER", "20251015", "4", "S20", "0", "CAS*CO*4*150 REF*6R*1");
    corrected("NEWNUMBER", "S20").patient("ANEW").line("99213:59", "155", "9");
    FILES.paid(
        "20251028",
        "CLP*NEWNUMBER*1*155*80*20*12*S20A*11*7",
        "SVC*HC:99213:59*155*80**1 DTM*472*20251006 CAS*CO*45*55 CAS*PR*2*20 REF*6R*9");
    FILES.claim("OLDWAITING").patient("WAITS").line("99213", "150", "1");
    answered("OLDWAITING", "20251015", "4", "S21", "0", "CAS*CO*4*150 REF*6R*1");
    corrected("NEWWAITING", "S21").patient("WAITS").line("99213:59", "155", "9");
    FILES.claim("THRICE1").patient("THRICE").line("99213", "150");
    answered("THRICE1", "20251015", "4", "S22", "0", "CAS*CO*4*150");
    corrected("THRICE2", "S22").patient("THRICE").line("99213", "150");
    answered("THRICE2", "20251028", "4", "S22A", "0", "CAS*CO*16*150");
    corrected("THRICE3", "S22A").submitted("20251030").patient("THRICE").line("99213", "150");
    answered("THRICE3", "20251115", "1", "S22B", "80", "CAS*CO*45*50 CAS*PR*2*20");
    FILES.claim("OLDVOIDED").patient("VOID").line("99213", "150");
    answered("OLDVOIDED", "20251015", "1", "S23", "80", "CAS*CO*45*50 CAS*PR*2*20");
    corrected("NEWVOIDED", "S23").frequency("8").patient("VOID").line("99213", "150");
    FILES.claim("OTHERPERSON").patient("ONE").line("99213", "150");
    answered("OTHERPERSON", "20251015", "4", "S24", "0", "CAS*CO*4*150");
    corrected("NOTTHEIRS", "S24").patient("TWO").on("20251008").line("99213", "150");
    FILES.claim("FRESH").patient("FRESH").replaces("S24").line("99213", "150");
    corrected("OFNOKNOWN", "NEVERSENT").patient("LOST").line("99213", "151").line("99214", "252");
  }

  private static ClaimText corrected(String claim, String replaced) {
    return FILES.claim(claim).frequency("7").submitted("20251018").replaces(replaced);
  }

  private static List<@Nullable Object> statuses(String claim) {
    return run().versions(claim).stream()
        .<@Nullable Object>map(row -> row.get("line_status"))
        .toList();
  }

  @Test
  void a_replacement_under_a_new_number_takes_the_place_of_the_claim_it_names() {
    assertThat(run().line("NEWNUMBER"))
        .containsEntry("is_denied", false)
        .containsEntry("allowed_amount", usd("100.00"));
    assertThat(statuses("OLDNUMBER")).containsExactly("superseded");
  }

  @Test
  void a_denial_stands_until_a_replacement_under_a_new_number_is_answered() {
    assertThat(run().line("NEWWAITING"))
        .containsEntry("is_denied", true)
        .containsEntry("denial_reason_code", "4")
        .containsEntry("is_awaiting_corrected_answer", true);
  }

  @Test
  void a_replacement_of_a_replacement_takes_the_place_of_both() {
    assertThat(run().line("THRICE3"))
        .containsEntry("is_denied", false)
        .containsEntry("first_allowed_amount", usd("0.00"))
        .containsEntry("allowed_amount", usd("100.00"));
    assertThat(statuses("THRICE1")).containsExactly("superseded");
    assertThat(statuses("THRICE2")).containsExactly("superseded");
  }

  @Test
  void a_void_under_a_new_number_voids_the_claim_it_names() {
    assertThat(statuses("OLDVOIDED")).containsExactly("voided");
  }

  @ParameterizedTest
  @ValueSource(strings = {"OTHERPERSON", "NOTTHEIRS", "FRESH"})
  void a_number_of_another_patient_and_day_or_on_an_original_claim_replaces_nothing(String claim) {
    assertThat(statuses(claim)).containsExactly("current");
  }

  @ParameterizedTest
  @CsvSource({"OFNOKNOWN, true", "NOTTHEIRS, true", "NEWNUMBER, false", "NEWVOIDED, false"})
  void a_replacement_of_a_claim_that_is_not_here_is_marked(String claim, boolean isUnknown) {
    assertThat(run().row("int_submission", "claim_key", claim))
        .containsEntry("is_earlier_unknown", isUnknown);
  }

  @Test
  void data_quality_counts_the_lines_whose_earlier_claim_is_not_here() {
    List<Object> unknown =
        run().rows("int_submission", "is_earlier_unknown", true).stream()
            .map(row -> Objects.requireNonNull(row.get("submission_id")))
            .toList();
    List<BigDecimal> charges =
        run().rows("stg_claim_line").stream()
            .filter(line -> unknown.contains(line.get("submission_id")))
            .map(line -> (BigDecimal) Objects.requireNonNull(line.get("charge_amount")))
            .toList();
    assertThat(run().row("mart_data_quality", "check_id", "DQ-38"))
        .containsEntry("row_count", (long) charges.size())
        .containsEntry("amount", charges.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    assertThat(charges).contains(usd("151.00"), usd("252.00"));
  }

  @Test
  void no_line_that_its_first_payer_paid_is_denied_in_full() {
    assertThat(run().row("mart_control_total", "ordinal", 14))
        .containsEntry("is_required", true)
        .containsEntry("difference_amount", usd("0.00"));
  }
}
