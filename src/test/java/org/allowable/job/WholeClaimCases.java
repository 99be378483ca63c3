package org.allowable.job;

import static org.allowable.job.CaseRun.run;
import static org.allowable.job.SmallRun.usd;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Claims of several lines that were answered as a whole: a case a rule. */
@Tag("long")
class WholeClaimCases {

  static final CaseFiles FILES = new CaseFiles();

  private static final String FIRST = "SVC*HC:99213*150*80**1 DTM*472*20251006 CAS*CO*45*70";
  private static final String SECOND = "SVC*HC:99214*250*120**1 DTM*472*20251006 CAS*CO*45*130";

  private static void claim(String id) {
    FILES.claim(id).line("99213", "150").line("99214", "250");
  }

  static {
    claim("DENIED");
    FILES.paid("20251020", "CLP*DENIED*4*400*0**12*W1*11*1 CAS*CO*29*400");
  }

  @Test
  void a_denial_of_the_whole_claim_denies_each_line() {
    assertThat(run().rows("mart_denied_line", "claim_id", "DENIED"))
        .extracting(line -> line.get("denial_group"))
        .containsExactly("Timely filing", "Timely filing");
  }

  @Test
  void a_line_of_a_denied_claim_is_allowed_nothing() {
    assertThat(run().line("DENIED", 2))
        .containsEntry("match_method", "whole_claim_denied")
        .containsEntry("allowed_amount", usd("0.00"));
  }

  @Test
  void a_denial_of_the_whole_claim_is_not_listed_as_not_matched() {
    assertThat(run().rows("mart_not_matched", "claim_id", "DENIED")).isEmpty();
  }

  static {
    claim("BYMONEY");
    FILES.paid("20251020", "CLP*BYMONEY*1*400*0**12*W2*11*1 CAS*CO*16*300**45*100 MOA***N362");
  }

  @Test
  void a_claim_is_denied_by_its_money_whatever_its_status() {
    assertThat(run().line("BYMONEY", 1))
        .containsEntry("is_denied", true)
        .containsEntry("denial_reason_code", "16");
  }

  static {
    claim("PARTOFIT");
    FILES.paid("20251020", "CLP*PARTOFIT*4*150*0**12*W3*11*1 CAS*CO*29*150");
  }

  @Test
  void a_denial_of_a_part_of_the_claim_is_nobodys_line() {
    assertThat(run().line("PARTOFIT", 1)).containsEntry("judgment", "OPEN");
  }

  static {
    claim("TOPATIENT");
    FILES.paid("20251020", "CLP*TOPATIENT*1*400*0*400*12*W4*11*1 CAS*CO*45*100 CAS*PR*1*300");
  }

  @Test
  void a_share_of_the_patient_in_the_whole_claim_is_not_spread_over_lines() {
    assertThat(run().line("TOPATIENT", 1))
        .containsEntry("judgment", "ANSWERED_AT_CLAIM_LEVEL")
        .containsEntry("patient_balance_amount", null);
  }

  static {
    claim("TAKENBACK");
    FILES.paid("20251020", "CLP*TAKENBACK*4*400*0**12*W5*11*1 CAS*CO*29*400");
    FILES.paid("20251024", "CLP*TAKENBACK*22*-400*0**12*W5*11*1 CAS*CO*29*-400");
  }

  @Test
  void a_denial_of_the_whole_claim_can_be_reversed() {
    assertThat(run().line("TAKENBACK", 1))
        .containsEntry("judgment", "OPEN")
        .containsEntry("has_orphan_reversal", false);
  }

  static {
    claim("PAIDAFTER");
    FILES.paid("20251020", "CLP*PAIDAFTER*4*400*0**12*W6*11*1 CAS*CO*29*400");
    FILES.paid("20251024", "CLP*PAIDAFTER*1*400*200**12*W6B*11*1", FIRST, SECOND);
  }

  @Test
  void lines_paid_after_a_denial_of_the_whole_claim_are_paid() {
    assertThat(run().line("PAIDAFTER", 1))
        .containsEntry("allowed_amount", usd("80.00"))
        .containsEntry("first_allowed_amount", usd("0.00"));
  }

  static {
    claim("SUPPLEMENT");
    FILES.paid("20251020", "CLP*SUPPLEMENT*1*400*200**12*W7*11*1", FIRST, SECOND);
    FILES.paidBy("SUP01", "20251024", "CLP*SUPPLEMENT*4*400*0**12*W7S*11*1 CAS*CO*29*400");
  }

  @Test
  void a_denial_of_the_whole_claim_by_another_payer_leaves_the_first_payers_answer() {
    assertThat(run().line("SUPPLEMENT", 1))
        .containsEntry("is_denied", false)
        .containsEntry("allowed_amount", usd("80.00"));
  }

  static {
    claim("RESENT");
    FILES
        .claim("RESENT")
        .frequency("7")
        .submitted("20251018")
        .line("99213", "150")
        .line("99214", "250");
    FILES.paid("20251020", "CLP*RESENT*4*400*0**12*W8*11*1 CAS*CO*29*400");
  }

  @Test
  void a_denial_of_the_whole_claim_bears_on_its_latest_version() {
    assertThat(run().versions("RESENT"))
        .extracting(line -> line.get("is_adjudicated"))
        .containsExactly(false, false, true, true);
  }

  static {
    claim("OTHERVISIT");
    FILES.paid("20251020", "CLP*OTHERVISIT*4*400*0**12*W9*11*1 CAS*CO*29*400 DTM*232*20250801");
  }

  @Test
  void a_denial_of_another_visit_under_the_same_number_bears_on_no_line() {
    assertThat(run().line("OTHERVISIT", 1)).containsEntry("judgment", "OPEN");
  }
}
