package org.allowable.job;

import static org.allowable.job.CaseRun.run;
import static org.allowable.job.SmallRun.usd;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several answers to one line, and several versions of one claim: a case a rule. */
@Tag("long")
class NettingCases {

  static final CaseFiles FILES = new CaseFiles();

  private static final String PAID_60 = paid("60", "75", "15");
  private static final String PAID_75 = paid("75", "60", "15");
  private static final String TAKEN_BACK = "CAS*CO*45*-75 CAS*PR*2*-15";

  private static String paid(String amount, String writtenOff, String patient) {
    return "SVC*HC:99213*150*%s**1 DTM*472*20251006 CAS*CO*45*%s CAS*PR*2*%s"
        .formatted(amount, writtenOff, patient);
  }

  private static String reversal(String claim, String number, String adjustments) {
    return "CLP*%s*22*-150*-60*-15*12*%s*11*1 SVC*HC:99213*-150*-60**-1 DTM*472*20251006 %s"
        .formatted(claim, number, adjustments);
  }

  static {
    FILES.claim("CORRECTED").line("99213", "150");
    FILES.paid("20251015", "CLP*CORRECTED*1*150*60*15*12*N1*11*1", PAID_60);
    FILES.paid(
        "20251020",
        reversal("CORRECTED", "N1", TAKEN_BACK),
        "CLP*CORRECTED*1*150*75*15*12*N1C*11*7 REF*F8*N1",
        PAID_75);
  }

  @Test
  void a_reversal_and_its_correction_leave_the_correction() {
    assertThat(run().line("CORRECTED")).containsEntry("allowed_amount", usd("90.00"));
  }

  @Test
  void a_reversal_and_its_correction_net_the_cash() {
    assertThat(run().line("CORRECTED")).containsEntry("paid_amount", usd("75.00"));
  }

  static {
    FILES.claim("EARLY").line("99213", "150");
    FILES.paid("20251015", "CLP*EARLY*1*150*60*15*12*N2*11*1", PAID_60);
    FILES.paid(
        "20251020",
        "CLP*EARLY*1*150*75*15*12*N2C*11*7 REF*F8*N2",
        PAID_75,
        reversal("EARLY", "N2", TAKEN_BACK));
  }

  @Test
  void a_correction_may_stand_before_its_reversal() {
    assertThat(run().line("EARLY"))
        .containsEntry("allowed_amount", usd("90.00"))
        .containsEntry("paid_amount", usd("75.00"));
  }

  static {
    FILES.claim("TAKEN").line("99213", "150");
    FILES.paid("20251015", "CLP*TAKEN*1*150*60*15*12*N3*11*1", PAID_60);
    FILES.paid("20251025", reversal("TAKEN", "N3", TAKEN_BACK));
  }

  @Test
  void a_reversal_in_a_later_file_reopens_the_line() {
    assertThat(run().line("TAKEN"))
        .containsEntry("judgment", "OPEN")
        .containsEntry("paid_amount", usd("0.00"));
  }

  static {
    FILES.claim("OLD").line("99213", "150");
    FILES.paidIn4010("20251015", "CLP*OLD*1*150*60*15*12*N4*11*1", PAID_60);
    FILES.paidIn4010(
        "20251020",
        "CLP*OLD*22*-150*-60**12*N4*11*1 SVC*HC:99213*-150*-60**-1 DTM*472*20251006 CAS*CR*45*-90",
        "CLP*OLD*1*150*75**12*N4C*11*7 SVC*HC:99213*150*75**1 DTM*472*20251006 CAS*CO*45*75");
  }

  @Test
  void a_reversal_of_version_4010_takes_the_patients_share_back_that_it_does_not_name() {
    assertThat(run().line("OLD"))
        .containsEntry("patient_balance_amount", usd("0.00"))
        .containsEntry("paid_amount", usd("75.00"));
  }

  static {
    FILES.claim("ORPHAN").line("99213", "150");
    FILES.paid("20251020", reversal("ORPHAN", "N5", TAKEN_BACK));
  }

  static {
    FILES.claim("COPAYBACK").line("99213", "150", "1").line("99212", "80", "2");
    copayment("COPAYBACK", "20251015", "1", "");
    copayment("COPAYBACK", "20251020", "22", "-");
    // A claim that was sent before the warehouse began.
    FILES.paid(
        "20251015",
        "CLP*UNSENT*1*150*80**12*N41*11*1 SVC*HC:99213*150*80**1 DTM*472*20251006 CAS*CO*45*70");
    FILES.paid(
        "20251020",
        "CLP*UNSENT*22*-150*-80**12*N41*11*1 SVC*HC:99213*-150*-80**-1 DTM*472*20251006"
            + " CAS*CO*45*-70");
  }

  private static void copayment(String claim, String day, String status, String sign) {
    FILES.paid(
        day,
        "CLP*%s*%s*-230*-126**12*N40*11*1 CAS*PR*3*-4".formatted(claim, status).replace("-", sign),
        "SVC*HC:99213*-150*-80**-1 DTM*472*20251006 CAS*CO*45*-70 REF*6R*1".replace("-", sign),
        "SVC*HC:99212*-80*-50**-1 DTM*472*20251006 CAS*CO*45*-30 REF*6R*2".replace("-", sign));
  }

  // A copayment of the claim; a claim that nobody knows.
  @ParameterizedTest
  @ValueSource(strings = {"N40", "N41"})
  void what_belongs_to_no_line_is_taken_back_as_it_was_paid(String number) {
    assertThat(run().rows("int_remit_event", "payer_claim_control_number", number))
        .isNotEmpty()
        .noneMatch(row -> Boolean.TRUE.equals(row.get("is_orphan_reversal")))
        .filteredOn(row -> Boolean.FALSE.equals(row.get("is_reversal")))
        .allMatch(row -> Boolean.TRUE.equals(row.get("is_reversed")));
  }

  @Test
  void a_reversal_of_a_payment_that_is_not_there_is_flagged() {
    assertThat(run().line("ORPHAN")).containsEntry("has_orphan_reversal", true);
  }

  @Test
  void a_reversal_of_a_payment_that_is_not_there_counts_as_cash() {
    assertThat(run().line("ORPHAN")).containsEntry("paid_amount", usd("-60.00"));
  }

  static {
    FILES.claim("OVERTURNED").line("99213", "150");
    FILES.paid(
        "20251012",
        "CLP*OVERTURNED*1*150*0**12*N6*11*1",
        "SVC*HC:99213*150*0**1 DTM*472*20251006 CAS*CO*16*150");
    FILES.paid("20251025", "CLP*OVERTURNED*1*150*60*15*12*N6B*11*1", PAID_60);
  }

  @Test
  void a_denied_line_that_was_paid_later_is_paid() {
    assertThat(run().line("OVERTURNED"))
        .containsEntry("is_denied", false)
        .containsEntry("allowed_amount", usd("75.00"));
  }

  @Test
  void a_denied_line_that_was_paid_later_keeps_its_first_answer() {
    assertThat(run().line("OVERTURNED")).containsEntry("first_allowed_amount", usd("0.00"));
  }

  static {
    FILES.claim("REPLACED").line("99213", "150");
    FILES.claim("REPLACED").frequency("7").submitted("20251018").line("99213", "150");
    FILES.paid("20251015", "CLP*REPLACED*1*150*60*15*12*N7*11*1", PAID_60);
    FILES.paid(
        "20251025",
        reversal("REPLACED", "N7", TAKEN_BACK),
        "CLP*REPLACED*1*150*75*15*12*N7C*11*7",
        PAID_75);
  }

  static {
    FILES.claim("WRONGDAY").on("20251006").line("99213", "150");
    FILES
        .claim("WRONGDAY")
        .frequency("7")
        .submitted("20251018")
        .on("20251008")
        .line("99213", "150");
  }

  @Test
  void a_replacement_that_corrects_the_day_supersedes_the_claim() {
    assertThat(run().versions("WRONGDAY"))
        .extracting(line -> line.get("line_status"))
        .containsExactly("superseded", "current");
  }

  @Test
  void a_replacement_supersedes_the_claim() {
    assertThat(run().versions("REPLACED"))
        .extracting(line -> line.get("line_status"))
        .containsExactly("superseded", "current");
  }

  @Test
  void the_cash_of_all_versions_is_the_replacements() {
    assertThat(run().line("REPLACED"))
        .containsEntry("paid_amount", usd("75.00"))
        .containsEntry("has_orphan_reversal", false);
  }

  static {
    FILES.claim("VOIDED").line("99213", "150");
    FILES.claim("VOIDED").frequency("8").submitted("20251018").line("99213", "150");
  }

  @Test
  void a_void_takes_the_claim_out() {
    assertThat(run().versions("VOIDED"))
        .extracting(line -> line.get("line_status"))
        .containsExactly("voided", "void_request");
  }

  static {
    FILES.claim("REUSED").line("99213", "150");
    FILES.claim("REUSED").on("20251013").submitted("20251014").line("99213", "150");
    FILES.paid(
        "20251025",
        "CLP*REUSED*1*150*80**12*N9*11*1",
        "SVC*HC:99213*150*80**1 DTM*472*20251013 CAS*CO*45*70");
  }

  @Test
  void another_visit_under_the_same_number_supersedes_nothing() {
    assertThat(run().versions("REUSED"))
        .extracting(line -> line.get("line_status"))
        .containsExactly("current", "current");
  }

  @Test
  void an_answer_goes_to_the_visit_of_its_date() {
    assertThat(run().versions("REUSED"))
        .extracting(line -> line.get("allowed_amount"))
        .containsExactly(null, usd("80.00"));
  }

  static {
    FILES.claim("FORESEEN").line("99213", "150");
    FILES.paid("20251010", "CLP*FORESEEN*25*150*0**12*N10*11*1", estimated());
  }

  @Test
  void a_predetermination_is_no_answer() {
    assertThat(run().line("FORESEEN")).containsEntry("judgment", "OPEN");
  }

  static {
    FILES.claim("THENPAID").line("99213", "150");
    FILES.paid("20251010", "CLP*THENPAID*25*150*0**12*N11*11*1", estimated());
    FILES.paid("20251025", "CLP*THENPAID*1*150*60*15*12*N11B*11*1", PAID_60);
  }

  @Test
  void a_predetermination_is_no_first_answer_either() {
    assertThat(run().line("THENPAID")).containsEntry("first_allowed_amount", usd("75.00"));
  }

  static {
    FILES.claim("FORWARDED").line("99213", "150");
    FILES.paid(
        "20251010",
        "CLP*FORWARDED*23*150*0**12*N12*11*1",
        "SVC*HC:99213*150*0**1 DTM*472*20251006 CAS*OA*B11*150");
  }

  @Test
  void a_claim_that_the_payer_passed_on_as_not_its_own_is_open() {
    assertThat(run().line("FORWARDED")).containsEntry("judgment", "OPEN");
  }

  static {
    FILES.claim("PENDING").line("99213", "150");
    FILES.paid("20251010", "CLP*PENDING*1*150*0**12*N13*11*1", pending("133"));
    FILES.claim("GRACEPERIOD").line("99213", "150");
    FILES.paid("20251010", "CLP*GRACEPERIOD*1*150*0**12*N14*11*1", pending("257"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PENDING", "GRACEPERIOD"})
  void a_line_of_which_the_payer_says_only_that_it_is_pending_is_open(String claim) {
    assertThat(run().line(claim))
        .containsEntry("judgment", "OPEN")
        .containsEntry("is_denied", false)
        .containsEntry("is_underpaid", false);
  }

  static {
    FILES.claim("PENDINGPART").line("99213", "150");
    FILES.paid(
        "20251010",
        "CLP*PENDINGPART*1*150*0**12*N15*11*1",
        "SVC*HC:99213*150*0**1 DTM*472*20251006 CAS*OA*133*100 CAS*CO*50*50");
  }

  @Test
  void what_is_denied_beside_something_pending_is_answered() {
    assertThat(run().line("PENDINGPART")).containsEntry("is_denied", true);
  }

  private static String pending(String reason) {
    return "SVC*HC:99213*150*0**1 DTM*472*20251006 CAS*OA*%s*150".formatted(reason);
  }

  private static String estimated() {
    return "SVC*HC:99213*150*0**1 DTM*472*20251006 CAS*OA*101*150";
  }
}
