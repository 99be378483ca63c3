package org.allowable.job;

import static org.allowable.job.CaseRun.run;
import static org.allowable.job.SmallRun.usd;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which claim and line a remittance answers: a case a rule, each a claim of its own. */
@Tag("long")
class MatchingCases {

  static final CaseFiles FILES = new CaseFiles();

  private static final String PAID = "20251020";

  static {
    FILES.claim("CONTROL").line("99213", "150", "A1").line("99213", "150", "A2");
    FILES.paid(
        PAID,
        "CLP*CONTROL*1*300*90**12*I1*11*1",
        "SVC*HC:99213*150*60**1 DTM*472*20251006 CAS*CO*45*90 REF*6R*A2",
        "SVC*HC:99213*150*30**1 DTM*472*20251006 CAS*CO*45*120 REF*6R*A1");
  }

  @Test
  void a_control_number_goes_before_position() {
    assertThat(run().line("CONTROL", 2))
        .containsEntry("match_method", "control_number")
        .containsEntry("allowed_amount", usd("60.00"));
  }

  static {
    FILES.claim("SPLIT").line("99213", "150", "A1");
    FILES.paid(
        PAID,
        "CLP*SPLIT*1*150*75**12*I2*11*1",
        "SVC*HC:99213*100*50**1 DTM*472*20251006 CAS*CO*45*50 REF*6R*A1",
        "SVC*HC:99212*50*25**1*HC:99213 DTM*472*20251006 CAS*CO*45*25 REF*6R*A1");
  }

  @Test
  void one_control_number_on_several_services_is_summed() {
    assertThat(run().line("SPLIT"))
        .containsEntry("allowed_amount", usd("75.00"))
        .containsEntry("event_count", 1);
  }

  static {
    FILES.claim("UNEVEN").line("99213", "150", "A1");
    FILES.paid(
        PAID,
        "CLP*UNEVEN*1*150*75**12*I2B*11*1 CAS*CO*45*5",
        "SVC*HC:99213*100*50**1 DTM*472*20251006 CAS*CO*45*50 REF*6R*A1",
        "SVC*HC:99213*50*25**1 DTM*472*20251006 CAS*CO*45*20 REF*6R*A1");
  }

  @Test
  void a_line_one_part_of_which_does_not_add_up_is_out_of_balance() {
    assertThat(run().line("UNEVEN")).containsEntry("is_in_balance", false);
  }

  static {
    FILES.claim("LINENO").line("99213", "150").line("99213", "150");
    FILES.paid(
        PAID,
        "CLP*LINENO*1*300*60**12*I3*11*1",
        "SVC*HC:99213*150*60**1 DTM*472*20251006 CAS*CO*45*90 REF*6R*02");
  }

  @Test
  void a_control_number_is_the_line_number_where_the_claim_sent_none() {
    assertThat(run().line("LINENO", 2))
        .containsEntry("match_method", "line_number")
        .containsEntry("allowed_amount", usd("60.00"));
  }

  static {
    FILES.claim("NOTLX").line("99213", "150", "A1").line("99214", "250", "A2");
    FILES.paid(
        PAID,
        "CLP*NOTLX*1*400*60**12*I4*11*1",
        "SVC*HC:99213*150*60**1 DTM*472*20251006 CAS*CO*45*90 REF*6R*2");
  }

  @Test
  void a_control_number_is_no_line_number_where_the_claim_sent_its_own() {
    assertThat(run().line("NOTLX", 1))
        .containsEntry("match_method", "content")
        .containsEntry("allowed_amount", usd("60.00"));
  }

  static {
    FILES.claim("SVC06").line("64493:RT", "800").line("64483:LT", "800");
    FILES.paid(
        PAID,
        "CLP*SVC06*1*1600*60**12*I5*11*1",
        "SVC*HC:64493:LT:51*800*60**1*HC:64483:LT DTM*472*20251006 CAS*CO*45*740");
  }

  @Test
  void the_submitted_procedure_finds_the_line_where_the_payer_changed_it() {
    assertThat(run().line("SVC06", 2))
        .containsEntry("match_method", "content")
        .containsEntry("adjudicated_hcpcs_code", "64493");
  }

  static {
    FILES.claim("NOCHARGE").line("99213", "150").line("99214", "250");
    FILES.paid(
        PAID,
        "CLP*NOCHARGE*1*400*60**12*I6*11*1",
        "SVC*HC:99214*249*60**1 DTM*472*20251006 CAS*CO*45*189");
  }

  @Test
  void another_charge_does_not_keep_a_line_from_its_answer() {
    assertThat(run().line("NOCHARGE", 2)).containsEntry("match_method", "content_without_charge");
  }

  static {
    FILES.claim("NOMOD").line("99213", "150").line("64483:LT", "800");
    FILES.paid(
        PAID,
        "CLP*NOMOD*1*950*60**12*I7*11*1",
        "SVC*HC:64483*800*60**1 DTM*472*20251006 CAS*CO*45*740");
  }

  @Test
  void missing_modifiers_do_not_keep_a_line_from_its_answer() {
    assertThat(run().line("NOMOD", 2)).containsEntry("match_method", "content_without_modifiers");
  }

  static {
    FILES.claim("CLAIMDAY").line("99213", "150").on("20251008").line("99213", "150");
    FILES.paid(
        PAID,
        "CLP*CLAIMDAY*1*150*60**12*I8*11*1 DTM*232*20251007 DTM*233*20251009",
        "SVC*HC:99213*150*60**1 CAS*CO*45*90");
  }

  @Test
  void the_claims_dates_stand_for_a_missing_line_date() {
    assertThat(run().line("CLAIMDAY", 2)).containsEntry("match_method", "content");
  }

  static {
    FILES.claim("NODAY").line("99213", "150").line("99214", "250");
    FILES.paid(PAID, "CLP*NODAY*1*250*60**12*I9*11*1", "SVC*HC:99214*250*60**1 CAS*CO*45*190");
  }

  @Test
  void without_any_date_procedure_and_charge_find_the_line() {
    assertThat(run().line("NODAY", 2)).containsEntry("match_method", "content_without_date");
  }

  static {
    FILES.claim("ALIKE").line("20553", "150").line("20553", "150").line("20553", "150");
    FILES.paid(
        PAID,
        "CLP*ALIKE*1*450*110**12*I10*11*1",
        "SVC*HC:20553*150*60**1 DTM*472*20251006 CAS*CO*45*90",
        "SVC*HC:20553*150*50**1 DTM*472*20251006 CAS*CO*45*100",
        "SVC*HC:20553*150*0**1 DTM*472*20251006 CAS*CO*97*150");
  }

  @Test
  void identical_lines_pair_by_position() {
    assertThat(run().versions("ALIKE"))
        .extracting(row -> row.get("allowed_amount"))
        .containsExactlyInAnyOrder(usd("60.00"), usd("50.00"), usd("0.00"));
    assertThat(run().line("ALIKE", 2)).containsEntry("allowed_amount", usd("50.00"));
  }

  @Test
  void identical_lines_are_marked_as_ambiguous() {
    assertThat(run().line("ALIKE", 2)).containsEntry("is_match_ambiguous", true);
  }

  static {
    FILES.claim("000451").line("99213", "150");
    FILES.paid(PAID, "CLP*451*1*150*60**12*I11*11*1", answered("60", "90"));
  }

  @Test
  void leading_zeros_that_the_payer_stripped_do_not_hide_the_claim() {
    assertThat(run().line("000451")).containsEntry("allowed_amount", usd("60.00"));
    assertThat(run().row("int_claim_match", "remit_claim_id_key", "451"))
        .containsEntry("claim_match_method", "leading_zeros_stripped");
  }

  static {
    FILES.claim("TRUNCATED-BY-PAYER-1").line("99213", "150");
    FILES.paid(PAID, "CLP*TRUNCATED-BY-PAYE*1*150*60**12*I12*11*1", answered("60", "90"));
  }

  @Test
  void a_number_that_the_payer_cut_off_finds_its_claim() {
    assertThat(run().line("TRUNCATED-BY-PAYER-1")).containsEntry("allowed_amount", usd("60.00"));
  }

  static {
    FILES.claim("ALIKE-IN-THE-BEGIN-1").line("99213", "150");
    FILES.paid(PAID, "CLP*ALIKE-IN-THE-BEGIN-2*1*150*60**12*I13*11*1", answered("60", "90"));
  }

  @Test
  void a_whole_number_that_only_begins_alike_is_another_claim() {
    assertThat(run().line("ALIKE-IN-THE-BEGIN-1")).containsEntry("judgment", "OPEN");
  }

  static {
    FILES.paid(PAID, "CLP*STRANGER*1*150*60**12*I14*11*1", answered("60", "90"));
  }

  @Test
  void a_remittance_for_an_unknown_claim_is_listed() {
    assertThat(run().row("mart_not_matched", "claim_id", "STRANGER"))
        .containsEntry("reason", "unknown_claim")
        .containsEntry("paid_amount", usd("60.00"));
  }

  static {
    FILES.claim("ADDED").line("99213", "150");
    FILES.paid(
        PAID,
        "CLP*ADDED*1*170*65**12*I15*11*1",
        answered("60", "90"),
        "SVC*HC:99000*20*5**1 DTM*472*20251006 CAS*CO*45*15");
  }

  @Test
  void a_service_that_the_claim_does_not_have_is_listed() {
    assertThat(run().row("mart_not_matched", "claim_id", "ADDED"))
        .containsEntry("reason", "unknown_line")
        .containsEntry("paid_amount", usd("5.00"));
  }

  static {
    FILES.claim("UNANSWERED").line("99213", "150");
  }

  @Test
  void a_line_that_was_never_answered_is_open() {
    assertThat(run().line("UNANSWERED"))
        .containsEntry("judgment", "OPEN")
        .containsEntry("allowed_amount", null);
  }

  static {
    FILES.claim("WHOLE-1").line("99213", "150");
    FILES.paid(PAID, "CLP*WHOLE-1*1*150*60**12*I16*11*1 CAS*CO*45*90");
  }

  @Test
  void an_answer_to_the_claim_is_one_to_its_only_line() {
    assertThat(run().line("WHOLE-1"))
        .containsEntry("match_method", "only_line_of_claim")
        .containsEntry("allowed_amount", usd("60.00"));
  }

  static {
    FILES.claim("WHOLE-2").line("99213", "150", "A1").line("99214", "250", "A2");
    FILES.paid(
        PAID,
        "CLP*WHOLE-2*1*400*140**12*I17*11*1 CAS*CO*45*60",
        "SVC*HC:99213*150*80**1 DTM*472*20251006 CAS*CO*45*70 REF*6R*A1",
        "SVC*HC:99214*250*120**1 DTM*472*20251006 CAS*CO*45*130 REF*6R*A2");
  }

  @Test
  void an_adjustment_of_a_claim_of_several_lines_is_not_prorated() {
    assertThat(run().line("WHOLE-2", 1)).containsEntry("allowed_amount", usd("80.00"));
    assertThat(run().row("mart_not_matched", "claim_id", "WHOLE-2"))
        .containsEntry("reason", "claim_level")
        .containsEntry("paid_amount", usd("-60.00"));
  }

  private static String answered(String paid, String writtenOff) {
    return "SVC*HC:99213*150*%s**1 DTM*472*20251006 CAS*CO*45*%s".formatted(paid, writtenOff);
  }

  @Test
  void every_control_total_that_must_hold_holds() {
    assertThat(run().rows("mart_control_total", "is_required", true))
        .extracting(row -> row.get("difference_amount"))
        .containsOnly(usd("0.00"));
  }
}
