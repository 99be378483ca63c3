package org.allowable.job;

import static org.allowable.job.CaseRun.run;
import static org.allowable.job.SmallRun.usd;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an answer of a payer says: that it decides nothing, denies by the money, pays beside the
 * allowed amount, or speaks of the whole claim. An office 99213 is expected at 100 dollars.
 */
@Tag("long")
class AnswerCases {

  static final CaseFiles FILES = new CaseFiles();

  private static final String PAID =
      "SVC*HC:99213*150*80**1 DTM*472*20251006 CAS*CO*45*50 CAS*PR*2*20";

  private static void paid(String claim, String day) {
    FILES.paid(day, "CLP*%s*1*150*80*20*12*%s*11*1".formatted(claim, claim), PAID);
  }

  private static void said(String claim, String day, String status, String adjustments) {
    FILES.paid(
        day,
        "CLP*%s*%s*150*0**12*%sX*11*1".formatted(claim, status, claim),
        "SVC*HC:99213*150*0**1 DTM*472*20251006 " + adjustments);
  }

  private static final String[][] UNDECIDED = {
    {"CO18", "4", "CAS*CO*18*150"},
    {"OA18", "1", "CAS*OA*18*150"},
    {"COB13", "1", "CAS*CO*B13*150"},
    {"CO133", "1", "CAS*CO*133*150"},
    {"OA257", "1", "CAS*OA*257*150"},
    {"COB11", "1", "CAS*CO*B11*150"},
    {"OA101", "25", "CAS*OA*101*150"},
    {"CO16S25", "25", "CAS*CO*16*150"},
    {"CO16S23", "23", "CAS*CO*16*150"},
    {"CO45AND18", "1", "CAS*CO*45*50**18*100"},
    {"ESTIMATE", "25", "CAS*CO*45*50 CAS*PR*2*20 CAS*OA*101*80"},
    {"STATED18", "1", "CAS*OA*18*150 AMT*B6*100"},
    {"STATED5", "5", "CAS*CO*16*150 AMT*B6*100"},
  };

  static {
    for (String[] answer : UNDECIDED) {
      FILES.claim("AFTER" + answer[0]).line("99213", "150");
      paid("AFTER" + answer[0], "20251015");
      said("AFTER" + answer[0], "20251025", answer[1], answer[2]);
      FILES.claim("BEFORE" + answer[0]).line("99213", "150");
      said("BEFORE" + answer[0], "20251012", answer[1], answer[2]);
      paid("BEFORE" + answer[0], "20251020");
      FILES.claim("ALONE" + answer[0]).line("99213", "150");
      said("ALONE" + answer[0], "20251020", answer[1], answer[2]);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CO18",
        "OA18",
        "COB13",
        "CO133",
        "OA257",
        "COB11",
        "OA101",
        "CO16S25",
        "CO16S23",
        "CO45AND18",
        "ESTIMATE",
        "STATED18",
        "STATED5"
      })
  void an_answer_that_decides_nothing_replaces_no_payment_before_it(String answer) {
    assertThat(run().line("AFTER" + answer))
        .containsEntry("is_denied", false)
        .containsEntry("allowed_amount", usd("100.00"))
        .containsEntry("paid_amount", usd("80.00"))
        .containsEntry("has_denial_beside_payment", false)
        .containsEntry("undecided_answer_count", 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CO18",
        "OA18",
        "COB13",
        "CO133",
        "OA257",
        "COB11",
        "OA101",
        "CO16S25",
        "CO16S23",
        "CO45AND18",
        "ESTIMATE",
        "STATED18",
        "STATED5"
      })
  void an_answer_that_decides_nothing_is_not_the_first_answer(String answer) {
    assertThat(run().line("BEFORE" + answer))
        .containsEntry("is_denied", false)
        .containsEntry("allowed_amount", usd("100.00"))
        .containsEntry("first_allowed_amount", usd("100.00"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"CO133", "OA257", "COB11", "OA101", "CO16S25", "CO16S23", "ESTIMATE", "STATED5"})
  void a_line_of_which_nothing_was_decided_is_open(String answer) {
    assertThat(run().line("ALONE" + answer)).containsEntry("judgment", "OPEN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CO18", "OA18", "COB13", "STATED18"})
  void a_line_that_was_only_called_a_duplicate_is_a_duplicate_denial(String answer) {
    assertThat(run().line("ALONE" + answer))
        .containsEntry("is_denied", true)
        .containsEntry("is_duplicate", true)
        .containsEntry("denial_group", "Duplicate");
  }

  static {
    FILES.claim("REMARKALONE").line("99213", "150");
    said("REMARKALONE", "20251020", "4", "CAS*CO*45*150 LQ*HE*N130");
    FILES.claim("BUNDLED").line("99213", "150");
    said("BUNDLED", "20251020", "1", "CAS*CO*45*150 LQ*HE*M15");
    FILES.claim("FREQUENT").line("99213", "150");
    said("FREQUENT", "20251020", "1", "CAS*CO*45*150 LQ*HE*N362");
    FILES.claim("ALERTED").line("99213", "150");
    said("ALERTED", "20251020", "1", "CAS*CO*45*150 LQ*HE*MA01");
    FILES.claim("STATUSALONE").line("99213", "150");
    said("STATUSALONE", "20251020", "4", "CAS*CO*45*150");
    FILES.claim("NOREASON").line("99213", "150");
    said("NOREASON", "20251020", "4", "REF*XX*1");
  }

  @ParameterizedTest
  @CsvSource({
    "REMARKALONE,Non-covered",
    "BUNDLED,Bundling",
    "FREQUENT,Frequency",
    "STATUSALONE,Other",
    "NOREASON,Other"
  })
  void a_charge_written_off_in_full_is_denied_by_status_or_remark(String claim, String group) {
    assertThat(run().line(claim))
        .containsEntry("is_denied", true)
        .containsEntry("denial_group", group)
        .containsEntry("is_underpaid", false);
  }

  @Test
  void the_reason_that_was_sent_is_shown_whatever_it_is() {
    assertThat(run().line("REMARKALONE"))
        .containsEntry("denial_reason_code", "45")
        .containsEntry("remark_codes", "N130");
  }

  @Test
  void an_alert_is_no_reason() {
    assertThat(run().line("ALERTED")).containsEntry("is_denied", false);
  }

  static {
    two("CLAIMLEVEL");
    FILES.paid(
        "20251020",
        "CLP*CLAIMLEVEL*4*400*0**12*CLAIMLEVEL*11*1 CAS*CO*16*400",
        "SVC*HC:99213*150*0**1 DTM*472*20251006 REF*6R*1",
        "SVC*HC:99214*250*0**1 DTM*472*20251006 REF*6R*2 LQ*HE*M76");
    two("LOOKPAID");
    FILES.paid(
        "20251020",
        "CLP*LOOKPAID*1*400*0**12*LOOKPAID*11*1 CAS*CO*29*220",
        "SVC*HC:99213*150*80**1 DTM*472*20251006 CAS*CO*45*50 CAS*PR*2*20 REF*6R*1 AMT*B6*100",
        "SVC*HC:99214*250*140**1 DTM*472*20251006 CAS*CO*45*110 REF*6R*2");
    two("WRITEOFFFIRST");
    FILES.paid(
        "20251020",
        "CLP*WRITEOFFFIRST*1*400*0**12*WRITEOFFFIRST*11*1 CAS*CO*45*250**50*150",
        "SVC*HC:99213*150*0**1 DTM*472*20251006 REF*6R*1",
        "SVC*HC:99214*250*0**1 DTM*472*20251006 REF*6R*2");
    two("WHOLETOPATIENT");
    FILES.paid("20251020", "CLP*WHOLETOPATIENT*4*400*0*400*12*WTP*11*1 CAS*PR*27*400");
    FILES.claim("INTERESTONDENIED").line("99213", "150");
    FILES.paid(
        "20251020",
        "CLP*INTERESTONDENIED*1*150*3**12*IOD*11*1",
        "SVC*HC:99213*150*3**1 DTM*472*20251006 CAS*CO*50*150**225*-3");
    two("TAKENDEDUCTIBLE");
    FILES.paid(
        "20251020",
        "CLP*TAKENDEDUCTIBLE*1*400*0*220*12*TAKENDEDUCTIBLE*11*1 CAS*PR*1*220",
        "SVC*HC:99213*150*100**1 DTM*472*20251006 CAS*CO*45*50 REF*6R*1",
        "SVC*HC:99214*250*120**1 DTM*472*20251006 CAS*CO*45*130 REF*6R*2");
    two("MIXED");
    FILES.paid(
        "20251020",
        "CLP*MIXED*1*400*0*220*12*MIXED*11*1 CAS*PR*1*220 CAS*CO*45*180",
        "SVC*HC:99213*150*0**1 DTM*472*20251006 REF*6R*1",
        "SVC*HC:99214*250*0**1 DTM*472*20251006 REF*6R*2");
    two("PAIDWHOLE");
    FILES.paid(
        "20251020",
        "CLP*PAIDWHOLE*1*400*176*44*12*PAIDWHOLE*11*1 CAS*CO*45*180 CAS*PR*2*44 DTM*232*20251006");
    two("PAIDWHOLETHENLINES");
    FILES.paid(
        "20251020", "CLP*PAIDWHOLETHENLINES*1*400*176*44*12*PWL1*11*1 CAS*CO*45*180 CAS*PR*2*44");
    FILES.paid(
        "20251024",
        "CLP*PAIDWHOLETHENLINES*22*-400*-176*-44*12*PWL1*11*1 CAS*CO*45*-180 CAS*PR*2*-44",
        "CLP*PAIDWHOLETHENLINES*1*400*200**12*PWL2*11*1",
        "SVC*HC:99213*150*80**1 DTM*472*20251006 CAS*CO*45*70 REF*6R*1",
        "SVC*HC:99214*250*120**1 DTM*472*20251006 CAS*CO*45*130 REF*6R*2");
  }

  private static void two(String claim) {
    FILES.claim(claim).line("99213", "150", "1").line("99214", "250", "2");
  }

  @ParameterizedTest
  @CsvSource({
    "CLAIMLEVEL,1,16",
    "CLAIMLEVEL,2,16",
    "LOOKPAID,1,29",
    "LOOKPAID,2,29",
    "WRITEOFFFIRST,1,50",
    "WRITEOFFFIRST,2,50",
    "WHOLETOPATIENT,1,27",
    "WHOLETOPATIENT,2,27"
  })
  void an_adjustment_of_the_claim_that_leaves_nothing_paid_denies_each_line(
      String claim, int line, String reason) {
    assertThat(run().line(claim, line))
        .containsEntry("is_denied", true)
        .containsEntry("denial_reason_code", reason)
        .containsEntry("allowed_amount", usd("0.00"))
        .containsEntry("paid_amount", usd("0.00"));
  }

  @Test
  void a_charge_denied_to_the_patient_whole_is_each_lines_own() {
    assertThat(run().line("WHOLETOPATIENT", 2))
        .containsEntry("patient_balance_amount", usd("250.00"));
  }

  @Test
  void a_denied_line_that_interest_was_paid_on_is_denied() {
    assertThat(run().line("INTERESTONDENIED"))
        .containsEntry("is_denied", true)
        .containsEntry("allowed_amount", usd("0.00"))
        .containsEntry("outside_allowed_amount", usd("3.00"))
        .containsEntry("is_paid_above_allowed", false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"CLAIMLEVEL", "LOOKPAID", "TAKENDEDUCTIBLE", "WRITEOFFFIRST", "WHOLETOPATIENT"})
  void an_adjustment_that_is_each_lines_is_no_row_of_its_own(String claim) {
    assertThat(run().rows("mart_not_matched", "claim_id", claim)).isEmpty();
  }

  @Test
  void a_deductible_of_the_claim_that_took_all_is_the_patients_share_of_each_line() {
    assertThat(run().line("TAKENDEDUCTIBLE", 2))
        .containsEntry("allowed_amount", usd("120.00"))
        .containsEntry("paid_amount", usd("0.00"))
        .containsEntry("patient_balance_amount", usd("120.00"))
        .containsEntry("is_denied", false);
  }

  @ParameterizedTest
  @CsvSource({"MIXED,1", "MIXED,2", "PAIDWHOLE,1", "PAIDWHOLE,2"})
  void a_line_answered_only_for_the_whole_claim_is_not_open(String claim, int line) {
    assertThat(run().line(claim, line))
        .containsEntry("judgment", "ANSWERED_AT_CLAIM_LEVEL")
        .containsEntry("allowed_amount", null)
        .containsEntry("paid_amount", usd("0.00"));
  }

  @Test
  void what_was_paid_for_a_whole_claim_stays_at_the_claim() {
    assertThat(run().row("mart_not_matched", "claim_id", "PAIDWHOLE"))
        .containsEntry("allowed_amount", usd("220.00"))
        .containsEntry("paid_amount", usd("176.00"));
  }

  @Test
  void an_answer_by_line_takes_the_place_of_one_for_the_whole_claim() {
    assertThat(run().line("PAIDWHOLETHENLINES", 2))
        .containsEntry("judgment", "COMPARED")
        .containsEntry("allowed_amount", usd("120.00"));
  }

  static {
    reduced("PIEXPECTED", "HUN01", "100", "50");
    reduced("PIBELOW", "HUN01", "90", "60");
    reduced("PITERMLESS", "NOT02", "90", "60");
    reduced("PICOMPENSATION", "CMP01", "90", "60");
  }

  private static void reduced(String claim, String payer, String paid, String reduction) {
    FILES.claim(claim).payer(payer).line("99213", "150");
    FILES.paidBy(
        payer,
        "20251020",
        "CLP*%s*1*150*%s**12*%s*11*1".formatted(claim, paid, claim),
        "SVC*HC:99213*150*%s**1 DTM*472*20251006 CAS*PI*45*%s".formatted(paid, reduction));
  }

  @Test
  void a_reduction_without_a_contract_to_what_was_expected_is_contractual() {
    assertThat(run().line("PIEXPECTED")).containsEntry("is_partly_denied", false);
  }

  @Test
  void a_reduction_without_a_contract_below_what_was_expected_is_a_partial_denial() {
    assertThat(run().line("PIBELOW"))
        .containsEntry("is_partly_denied", true)
        .containsEntry("denial_group_code", "PI");
  }

  @Test
  void a_reduction_of_a_commercial_payer_without_an_expectation_is_a_partial_denial() {
    assertThat(run().line("PITERMLESS")).containsEntry("is_partly_denied", true);
  }

  @Test
  void a_reduction_of_a_workers_compensation_payer_without_an_expectation_is_contractual() {
    assertThat(run().line("PICOMPENSATION")).containsEntry("is_partly_denied", false);
  }

  static {
    beside("INCENTIVE", "86", "CAS*CO*45*50**144*-6 CAS*PR*2*20 LQ*HE*N807");
    beside("PENALTY", "77", "CAS*CO*45*50**237*3 CAS*PR*2*20 LQ*HE*N807");
    beside("INTEREST", "83", "CAS*CO*45*50 CAS*OA*225*-3 CAS*PR*2*20");
  }

  private static void beside(String claim, String paid, String adjustments) {
    FILES.claim(claim).line("99213", "150");
    FILES.paid(
        "20251020",
        "CLP*%s*1*150*%s*20*12*%s*11*1".formatted(claim, paid, claim),
        "SVC*HC:99213*150*%s**1 DTM*472*20251006 %s".formatted(paid, adjustments));
  }

  @ParameterizedTest
  @CsvSource({"INCENTIVE,86.00,6.00", "PENALTY,77.00,-3.00", "INTEREST,83.00,3.00"})
  void what_is_paid_beside_the_allowed_amount_does_not_move_it(
      String claim, String paid, String beside) {
    assertThat(run().line(claim))
        .containsEntry("allowed_amount", usd("100.00"))
        .containsEntry("paid_amount", usd(paid))
        .containsEntry("outside_allowed_amount", usd(beside))
        .containsEntry("is_paid_above_allowed", false);
  }

  static {
    FILES.claim("DOWNCODED").line("99214", "250").line("99212", "60");
    FILES.paid(
        "20251020",
        "CLP*DOWNCODED*1*310*150**12*DOWNCODED*11*1",
        "SVC*HC:99213*250*100**1 DTM*472*20251006 CAS*CO*45*150",
        "SVC*HC:99212*60*50**1 DTM*472*20251006 CAS*CO*45*10");
    FILES.claim("TWOFIT").line("99214", "150").line("99215", "150");
    FILES.paid(
        "20251020",
        "CLP*TWOFIT*1*300*100**12*TWOFIT*11*1",
        "SVC*HC:99213*150*100**1 DTM*472*20251006 CAS*CO*45*50");
    FILES.claim("OTHERDAY").line("99214", "250");
    FILES.paid(
        "20251020",
        "CLP*OTHERDAY*1*250*100**12*OTHERDAY*11*1",
        "SVC*HC:99213*250*100**1 DTM*472*20251007 CAS*CO*45*150");
  }

  @Test
  void a_downcoded_line_is_known_by_its_date_and_charge_where_only_one_line_fits() {
    assertThat(run().line("DOWNCODED", 1))
        .containsEntry("match_method", "date_and_charge")
        .containsEntry("adjudicated_hcpcs_code", "99213")
        .containsEntry("allowed_amount", usd("100.00"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TWOFIT", "OTHERDAY"})
  void a_line_that_date_and_charge_do_not_tell_is_not_matched(String claim) {
    assertThat(run().row("mart_not_matched", "claim_id", claim))
        .containsEntry("reason", "unknown_line");
  }
}
