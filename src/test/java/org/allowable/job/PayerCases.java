package org.allowable.job;

import static org.allowable.job.CaseRun.run;
import static org.allowable.job.SmallRun.usd;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The allowed amount of an answer, and the first payer kept apart from the next: a case a rule. */
@Tag("long")
class PayerCases {

  static final CaseFiles FILES = new CaseFiles();

  private static final String FIRST =
      "SVC*HC:99213*150*80**1 DTM*472*20251006 CAS*CO*45*50 CAS*PR*2*20";
  private static final String NEXT =
      "SVC*HC:99213*150*15**1 DTM*472*20251006 CAS*OA*23*130 CAS*PR*2*5";

  static {
    FILES.claim("TWOPAYERS").line("99213", "150");
    FILES.paid("20251015", "CLP*TWOPAYERS*1*150*80*20*12*P1*11*1", FIRST);
    FILES.paidBy("SUP01", "20251025", "CLP*TWOPAYERS*2*150*15*5*12*P1S*11*1", NEXT);
  }

  @Test
  void the_allowed_amount_is_the_first_payers_alone() {
    assertThat(run().line("TWOPAYERS")).containsEntry("allowed_amount", usd("100.00"));
  }

  @Test
  void the_cash_of_two_payers_is_kept_apart() {
    assertThat(run().line("TWOPAYERS"))
        .containsEntry("first_payer_paid_amount", usd("80.00"))
        .containsEntry("later_payer_paid_amount", usd("15.00"));
  }

  @Test
  void the_patient_owes_what_the_last_payer_left() {
    assertThat(run().line("TWOPAYERS")).containsEntry("patient_balance_amount", usd("5.00"));
  }

  @Test
  void what_the_prior_payer_did_is_no_denial() {
    assertThat(run().line("TWOPAYERS")).containsEntry("is_denied", false);
  }

  static {
    FILES.claim("SENTTWICE").line("99213", "150");
    FILES
        .claim("SENTTWICE")
        .responsibility("S")
        .payer("SUP01")
        .submitted("20251016")
        .line("99213", "150");
    FILES.paid("20251015", "CLP*SENTTWICE*1*150*80*20*12*P2*11*1", FIRST);
    FILES.paidBy("SUP01", "20251025", "CLP*SENTTWICE*2*150*15*5*12*P2S*11*1", NEXT);
  }

  @Test
  void a_claim_sent_on_to_the_next_payer_counts_once() {
    assertThat(run().versions("SENTTWICE"))
        .extracting(line -> line.get("line_status"))
        .containsExactly("current", "secondary_submission");
  }

  @Test
  void what_the_next_payer_paid_belongs_to_the_service() {
    assertThat(run().line("SENTTWICE")).containsEntry("paid_amount", usd("95.00"));
  }

  static {
    FILES.claim("CROSSED").line("99213", "150");
    FILES.paid("20251015", "CLP*CROSSED*19*150*80*20*12*P3*11*1", FIRST);
  }

  @Test
  void a_first_payer_that_passed_the_claim_on_is_the_first_payer() {
    assertThat(run().line("CROSSED"))
        .containsEntry("adjudicated_sequence", "P")
        .containsEntry("allowed_amount", usd("100.00"));
  }

  static {
    FILES.claim("NEXTDENIED").line("99213", "150");
    FILES.paid("20251015", "CLP*NEXTDENIED*1*150*80*20*12*P4*11*1", FIRST);
    FILES.paidBy(
        "SUP01",
        "20251025",
        "CLP*NEXTDENIED*4*150*0**12*P4S*11*1",
        "SVC*HC:99213*150*0**1 DTM*472*20251006 CAS*CO*29*150");
  }

  @Test
  void a_denial_by_another_payer_leaves_the_first_payers_answer() {
    assertThat(run().line("NEXTDENIED"))
        .containsEntry("is_denied", false)
        .containsEntry("allowed_amount", usd("100.00"));
  }

  static {
    FILES.claim("REPORTED").line("99213", "150");
    FILES.paid("20251015", "CLP*REPORTED*1*150*80*20*12*P5*11*1", FIRST, "AMT*B6*110");
  }

  @Test
  void the_allowed_amount_that_the_payer_reports_goes_before_the_sum() {
    assertThat(run().line("REPORTED"))
        .containsEntry("allowed_amount", usd("110.00"))
        .containsEntry("allowed_amount_source", "B6");
  }

  static {
    FILES.claim("WITHHELD").payer("MCR01").line("99213", "4793");
    FILES.paidBy(
        "MCR01",
        "20251015",
        "CLP*WITHHELD*1*4793*468.02*119.39*MB*P6*11*1",
        "SVC*HC:99213*4793*468.02**1 DTM*472*20251006",
        "CAS*CO*45*4196.04**253*9.55 CAS*PR*2*119.39");
  }

  @Test
  void what_sequestration_withheld_belongs_to_the_allowed_amount() {
    assertThat(run().line("WITHHELD"))
        .containsEntry("allowed_amount", usd("596.96"))
        .containsEntry("allowed_amount_source", "DERIVED");
  }

  static {
    FILES.claim("UNCOVERED").line("99213", "150");
    FILES.paid(
        "20251015",
        "CLP*UNCOVERED*1*150*0*150*12*P7*11*1",
        "SVC*HC:99213*150*0**1 DTM*472*20251006 CAS*PR*204*150");
  }

  @Test
  void a_service_left_to_the_patient_as_not_covered_is_allowed_nothing() {
    assertThat(run().line("UNCOVERED")).containsEntry("allowed_amount", usd("0.00"));
  }

  @Test
  void a_service_left_to_the_patient_as_not_covered_is_denied() {
    assertThat(run().line("UNCOVERED"))
        .containsEntry("is_denied", true)
        .containsEntry("denial_group_code", "PR");
  }

  static {
    FILES.claim("ONLYNEXT").line("99213", "150");
    FILES.paidBy("SUP01", "20251025", "CLP*ONLYNEXT*2*150*15*5*12*P8*11*1", NEXT);
  }

  @Test
  void a_later_payers_answer_tells_no_allowed_amount() {
    assertThat(run().line("ONLYNEXT")).containsEntry("allowed_amount", null);
  }

  @Test
  void a_line_that_only_a_later_payer_answered_is_not_judged() {
    assertThat(run().line("ONLYNEXT")).containsEntry("judgment", "NO_PRIMARY_REMITTANCE");
  }

  static {
    FILES.claim("ALLPRIOR").line("99213", "150");
    FILES.paidBy(
        "SUP01",
        "20251025",
        "CLP*ALLPRIOR*2*150*0**12*P9*11*1",
        "SVC*HC:99213*150*0**1 DTM*472*20251006 CAS*OA*23*150");
  }

  @Test
  void a_later_payer_with_nothing_left_to_pay_denies_nothing() {
    assertThat(run().line("ALLPRIOR")).containsEntry("is_denied", false);
  }
}
