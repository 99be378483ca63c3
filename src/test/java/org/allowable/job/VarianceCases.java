package org.allowable.job;

import static org.allowable.job.CaseRun.run;
import static org.allowable.job.SmallRun.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was expected against what was allowed, and in which month: a case a rule. */
@Tag("long")
class VarianceCases {

  static final CaseFiles FILES = new CaseFiles();

  private static void allowed(String claim, String procedure, String amount) {
    FILES.claim(claim).line(procedure, "2000");
    FILES.paid(
        "20251020",
        "CLP*%s*1*2000*%s**12*%s*11*1".formatted(claim, amount, claim),
        "SVC*HC:%s*2000*%s**1 DTM*472*20251006".formatted(procedure, amount),
        "CAS*CO*45*" + usd("2000").subtract(usd(amount)));
  }

  static {
    allowed("EXACT", "99213", "100");
  }

  @Test
  void a_line_allowed_what_was_expected_has_no_variance() {
    assertThat(run().line("EXACT"))
        .containsEntry("judgment", "COMPARED")
        .containsEntry("variance_amount", usd("0.00"));
  }

  static {
    FILES.claim("BYHEAD").line("99213", "150");
    FILES.paid(
        "20251020",
        "CLP*BYHEAD*1*150*0**12*BYHEAD*11*1",
        "SVC*HC:99213*150*0**1 DTM*472*20251006 CAS*CO*24*150");
  }

  @Test
  void a_line_that_is_paid_by_head_states_no_allowed_amount_and_is_not_judged() {
    assertThat(run().line("BYHEAD"))
        .containsEntry("judgment", "CAPITATED")
        .containsEntry("is_underpaid", false);
  }

  static {
    allowed("CENTS", "99212", "49.01");
  }

  @Test
  void a_shortfall_below_the_amount_is_tolerated() {
    assertThat(run().line("CENTS"))
        .containsEntry("variance_amount", usd("-0.99"))
        .containsEntry("is_underpaid", false);
  }

  static {
    allowed("SHARE", "99215", "995");
  }

  @Test
  void a_shortfall_below_the_share_is_tolerated() {
    assertThat(run().line("SHARE"))
        .containsEntry("variance_amount", usd("-5.00"))
        .containsEntry("is_underpaid", false);
  }

  static {
    allowed("BOTH", "99213", "99");
  }

  @Test
  void a_shortfall_of_both_amount_and_share_is_an_underpayment() {
    assertThat(run().line("BOTH")).containsEntry("is_underpaid", true);
  }

  static {
    allowed("WORTH", "99213", "90");
  }

  @Test
  void a_shortfall_of_the_queues_amount_and_share_is_worth_working() {
    assertThat(run().line("WORTH")).containsEntry("is_worth_working", true);
  }

  @Test
  void a_smaller_underpayment_is_not_worth_working() {
    assertThat(run().line("BOTH")).containsEntry("is_worth_working", false);
  }

  static {
    allowed("MORE", "99213", "105");
  }

  @Test
  void a_line_allowed_more_is_overpaid() {
    assertThat(run().line("MORE")).containsEntry("is_overpaid", true);
  }

  static {
    FILES.claim("UNITS").line("99213", "400", "2", "");
    FILES.paid(
        "20251020",
        "CLP*UNITS*1*400*200**12*V7*11*1",
        "SVC*HC:99213*400*200**2 DTM*472*20251006 CAS*CO*45*200");
  }

  static {
    FILES.claim("NURSE").rendering("1999999950").line("64483", "400").line("20553", "99");
    FILES.paid(
        "20251020",
        "CLP*NURSE*1*499*105**12*NURSE*11*1",
        "SVC*HC:64483*400*85**1 DTM*472*20251006 CAS*CO*45*315",
        "SVC*HC:20553*99*20**1 DTM*472*20251006 CAS*CO*45*79");
  }

  @Test
  void the_pricing_detail_shows_the_factors_that_were_applied() {
    // 100 x 50% x 85%
    assertThat(run().row("mart_underpaid_line", "claim_id", "NURSE"))
        .containsEntry("hcpcs_code", "20553")
        .containsEntry("expected_allowed_amount", usd("42.50"))
        .containsEntry("fee_amount", usd("100.00"))
        .containsEntry("rank_steps", "rank 2 at 50%")
        .containsEntry("counted_unit_quantity", usd("0.50000"))
        .containsEntry("credential_share", usd("0.850000"))
        .containsEntry("modifier_share", usd("1.000000"))
        .containsEntry("sides_share", usd("1.000000"));
  }

  @Test
  void units_multiply_the_expectation() {
    assertThat(run().line("UNITS")).containsEntry("expected_allowed_amount", usd("200.00"));
  }

  static {
    FILES.claim("SEQUESTERED").payer("MCR01").line("99213", "150");
    FILES.paidBy(
        "MCR01",
        "20251020",
        "CLP*SEQUESTERED*1*150*39.20*60*MB*V8*11*1",
        "SVC*HC:99213*150*39.20**1 DTM*472*20251006",
        "CAS*CO*45*50**253*.80 CAS*PR*1*50**2*10");
  }

  @Test
  void sequestration_is_withheld_after_the_patients_share() {
    // Allowed 100, deductible 50, coinsurance 10: 40.00, less 2 percent.
    assertThat(run().line("SEQUESTERED")).containsEntry("expected_payment_amount", usd("39.20"));
  }

  static {
    FILES.claim("COPAY").line("99213", "150");
    FILES.paid(
        "20251020",
        "CLP*COPAY*1*150*80*20*12*V9*11*1",
        "SVC*HC:99213*150*80**1 DTM*472*20251006 CAS*CO*45*50 CAS*PR*3*20");
  }

  @Test
  void a_commercial_payer_withholds_no_sequestration() {
    assertThat(run().line("COPAY")).containsEntry("expected_payment_amount", usd("80.00"));
  }

  static {
    FILES.claim("TERMLESS").payer("NOT01").line("99213", "150");
    FILES.paidBy("NOT01", "20251020", "CLP*TERMLESS*1*150*80**12*V10*11*1", paid());
  }

  @Test
  void a_payer_without_terms_has_no_expectation() {
    assertThat(run().line("TERMLESS"))
        .containsEntry("judgment", "NO_CONTRACT")
        .containsEntry("expected_allowed_amount", null);
  }

  @Test
  void lines_of_a_payer_without_terms_are_counted_as_not_judged() {
    assertThat(run().row("mart_not_judged", "payer", "Termless"))
        .containsEntry("reason", "NO_CONTRACT")
        .containsEntry("line_count", 1L);
  }

  static {
    FILES.claim("UNMAPPED").payer("XXX01").line("99213", "150");
    FILES.paidBy("XXX01", "20251020", "CLP*UNMAPPED*1*150*80**12*V11*11*1", paid());
  }

  @Test
  void lines_of_a_payer_that_the_practice_does_not_name_are_counted_as_not_judged() {
    assertThat(run().row("mart_not_judged", "reason", "UNMAPPED_PAYER"))
        .containsEntry("payer", "Unmapped payer")
        .containsEntry("line_count", 1L);
  }

  static {
    FILES.claim("RANKED").line("64483", "150", "1").line("64483", "150", "2");
    FILES.paid(
        "20251020",
        "CLP*RANKED*1*300*80**12*V12*11*1",
        "SVC*HC:64483*150*80**1 DTM*472*20251006 CAS*CO*45*70 REF*6R*1");
  }

  @Test
  void the_second_procedure_of_a_day_is_expected_at_half() {
    assertThat(run().line("RANKED", 2)).containsEntry("expected_allowed_amount", usd("50.00"));
  }

  static {
    FILES.claim("SEPTEMBER").on("20250915").line("99213", "150");
    FILES.paid(
        "20251020",
        "CLP*SEPTEMBER*1*150*80**12*V13*11*1",
        "SVC*HC:99213*150*80**1 DTM*472*20250915 CAS*CO*45*70");
  }

  @Test
  void by_service_a_line_is_in_the_month_of_its_service() {
    assertThat(run().line("SEPTEMBER")).containsEntry("report_month", "2025-09");
  }

  @Test
  void by_payment_a_line_is_in_the_month_of_its_payment() {
    assertThat(run().byPaymentDate().line("SEPTEMBER")).containsEntry("report_month", "2025-10");
  }

  @Test
  void by_payment_a_line_without_an_answer_is_in_no_month() {
    assertThat(run().byPaymentDate().line("UNANSWERED")).containsEntry("report_month", "open");
  }

  private static void underpaid(String claim, String paid, String adjustments) {
    FILES.claim(claim).line("99214", "500");
    FILES.paid(
        "20251020",
        "CLP*%s*1*500*%s**12*%s*11*1".formatted(claim, paid, claim),
        "SVC*HC:99214*500*%s**1 DTM*472*20251006 %s".formatted(paid, adjustments));
  }

  static {
    // Expected 200, allowed 150 each.
    underpaid("FIFTH", "120", "CAS*CO*45*350 CAS*PR*2*30");
    underpaid("AFTERDEDUCTIBLE", "80", "CAS*CO*45*350 CAS*PR*1*50**2*20");
    underpaid("ALLDEDUCTIBLE", "0", "CAS*CO*45*350 CAS*PR*1*150");
    underpaid("FLATCOPAY", "110", "CAS*CO*45*350 CAS*PR*3*40");
    underpaid("WHOLE", "150", "CAS*CO*45*350");
    underpaid("ODDCENT", "100.45", "CAS*CO*45*350 CAS*PR*2*49.55");
  }

  @ParameterizedTest
  @CsvSource({
    "FIFTH, 40.00, 10.00, coinsurance 30 of 150",
    "AFTERDEDUCTIBLE, 40.00, 10.00, coinsurance 20 of the 100 beyond the deductible",
    "ALLDEDUCTIBLE, 0.00, 50.00, the deductible would take more",
    "FLATCOPAY, 50.00, 0.00, a copayment is an amount",
    "WHOLE, 50.00, 0.00, nothing was the patient's",
    "ODDCENT, 33.48, 16.52, 49.55 of 150 of 50 is 16.51667"
  })
  void a_shortfall_splits_as_the_answer_shows_the_patients_share(
      String claim, String payer, String patient, String why) {
    assertThat(run().row("mart_underpaid_line", "claim_id", claim))
        .as(why)
        .containsEntry("shortfall_amount", usd("50.00"))
        .containsEntry("payer_shortfall_amount", usd(payer))
        .containsEntry("patient_shortfall_amount", usd(patient));
  }

  @Test
  void the_parts_of_what_is_underpaid_add_up_to_it_for_each_payer() {
    assertThat(compared())
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(
                        sum(
                            row,
                            "underpaid_payer_variance_amount",
                            "underpaid_patient_variance_amount"))
                    .isEqualByComparingTo(sum(row, "underpaid_variance_amount")));
  }

  @Test
  void what_payers_owe_is_in_the_trend_what_it_is_in_the_lines() {
    BigDecimal lines =
        run().rows("mart_underpaid_line").stream()
            .map(row -> sum(row, "payer_shortfall_amount"))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum(run().row("mart_trend", "report_month", "2025-10"), "underpaid_payer_amount"))
        .isEqualByComparingTo(lines)
        .isPositive();
  }

  @Test
  void where_no_line_was_compared_nothing_is_said_of_the_money() {
    assertThat(run().row("mart_variance", "payer", "Termless"))
        .containsEntry("compared_line_count", 0L)
        .containsEntry("expected_allowed_amount", null)
        .containsEntry("variance_amount", null)
        .containsEntry("underpaid_variance_amount", null);
  }

  @Test
  void without_a_remittance_nothing_is_said_of_what_was_allowed_or_paid() {
    assertThat(run().rows("mart_not_judged", "reason", "OPEN"))
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(row)
                    .containsEntry("allowed_amount", null)
                    .containsEntry("paid_amount", null));
  }

  @Test
  void the_parts_of_a_variance_add_up_to_it() {
    assertThat(compared())
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(
                        sum(
                            row,
                            "denied_variance_amount",
                            "underpaid_variance_amount",
                            "overpaid_variance_amount",
                            "tolerated_variance_amount"))
                    .isEqualByComparingTo(sum(row, "variance_amount")));
  }

  @Test
  void allowed_less_expected_is_the_variance() {
    assertThat(compared())
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(sum(row, "expected_allowed_amount", "variance_amount"))
                    .isEqualByComparingTo(sum(row, "allowed_amount")));
  }

  @Test
  void every_current_line_is_in_one_row_of_the_variance() {
    long lines = run().rows("mart_variance").stream().mapToLong(row -> count(row)).sum();
    assertThat(lines).isEqualTo(run().rows("int_report_line").size());
  }

  private static List<Map<String, @Nullable Object>> compared() {
    return run().rows("mart_variance").stream()
        .filter(row -> !Long.valueOf(0).equals(row.get("compared_line_count")))
        .toList();
  }

  private static Long count(Map<String, @Nullable Object> row) {
    return (Long) Objects.requireNonNull(row.get("line_count"));
  }

  private static BigDecimal sum(Map<String, @Nullable Object> row, String... columns) {
    return List.of(columns).stream()
        .map(column -> (BigDecimal) Objects.requireNonNull(row.get(column)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static String paid() {
    return "SVC*HC:99213*150*80**1 DTM*472*20251006 CAS*CO*45*70";
  }
}
