package org.allowable.job;

import static org.allowable.job.SmallRun.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Months by payment date: cash in the month of its own payment, a line judged once. */
@Tag("long")
class PaymentMonthCasesTest {

  private static final CaseFiles FILES = new CaseFiles();

  @TempDir private static Path folder = Path.of("");

  private static @Nullable SmallRun made;

  private static final String PAID_60 =
      "SVC*HC:99213*150*60**1 DTM*472*20250805 CAS*CO*45*75 CAS*PR*2*15";

  static {
    // August: paid 60. September: taken back. October: paid 75, and 15 by the supplement.
    FILES.claim("MOVED").on("20250805").line("99213", "150");
    FILES.paid("20250815", "CLP*MOVED*1*150*60*15*12*M1*11*1", PAID_60);
    FILES.paid(
        "20250920",
        "CLP*MOVED*22*-150*-60*-15*12*M1*11*1",
        "SVC*HC:99213*-150*-60**-1 DTM*472*20250805 CAS*CO*45*-75 CAS*PR*2*-15");
    FILES.paid(
        "20251010",
        "CLP*MOVED*1*150*75*15*12*M1C*11*7 REF*F8*M1",
        "SVC*HC:99213*150*75**1 DTM*472*20250805 CAS*CO*45*60 CAS*PR*2*15");
    FILES.paidBy(
        "SUP01",
        "20251028",
        "CLP*MOVED*2*150*15**12*S1*11*1",
        "SVC*HC:99213*150*15**1 DTM*472*20250805 CAS*OA*23*135");
    // On no claim line: another practice's claim, in September.
    FILES.paid(
        "20250922",
        "CLP*STRANGER*1*150*40**12*X1*11*1",
        "SVC*HC:99213*150*40**1 DTM*472*20250805 CAS*CO*45*110");
    // Denied in August, paid in October.
    FILES.claim("APPEALED").on("20250805").line("99213", "150");
    FILES.paid(
        "20250818",
        "CLP*APPEALED*1*150*0**12*A1*11*1",
        "SVC*HC:99213*150*0**1 DTM*472*20250805 CAS*CO*50*150");
    FILES.paid(
        "20251012",
        "CLP*APPEALED*22*-150*0**12*A1*11*1",
        "SVC*HC:99213*-150*0**-1 DTM*472*20250805 CAS*CO*50*-150",
        "CLP*APPEALED*1*150*100**12*A2*11*7 REF*F8*A1",
        "SVC*HC:99213*150*100**1 DTM*472*20250805 CAS*CO*45*50");
  }

  @BeforeAll
  static void run_the_steps() throws IOException {
    made = SmallRun.byPaymentDate(FILES, folder);
  }

  private static SmallRun run() {
    return Objects.requireNonNull(made);
  }

  private static Map<String, @Nullable Object> month(String month) {
    return run().row("mart_trend", "report_month", month);
  }

  @Test
  void a_payment_is_in_the_month_it_was_made_in() {
    assertThat(month("2025-08")).containsEntry("paid_amount", usd("60.00"));
  }

  @Test
  void a_reversal_is_in_its_own_month() {
    assertThat(month("2025-09")).containsEntry("paid_amount", usd("-60.00"));
  }

  @Test
  void a_later_payers_payment_is_in_its_own_month() {
    assertThat(month("2025-10")).containsEntry("paid_amount", usd("190.00"));
  }

  @Test
  void what_is_on_no_line_stands_apart_in_its_month() {
    assertThat(month("2025-09")).containsEntry("unmatched_paid_amount", usd("40.00"));
    assertThat(month("2025-10")).containsEntry("unmatched_paid_amount", usd("0.00"));
  }

  @Test
  void a_line_is_judged_once_in_the_month_of_the_answer_that_stands() {
    assertThat(month("2025-08")).containsEntry("line_count", 0L);
    assertThat(month("2025-10"))
        .containsEntry("line_count", 2L)
        .containsEntry("allowed_amount", usd("190.00"));
  }

  @Test
  void an_initial_denial_is_in_the_month_of_the_first_answer() {
    assertThat(month("2025-08"))
        .containsEntry("first_answered_line_count", 2L)
        .containsEntry("initially_denied_line_count", 1L);
    assertThat(month("2025-10")).containsEntry("denied_line_count", 0L);
  }

  @Test
  void a_payer_has_the_cash_of_the_month_where_no_line_of_its_is_judged() {
    assertThat(run().row("mart_variance", "report_period", "2025-09"))
        .containsEntry("payer", "Hundred")
        .containsEntry("line_count", 0L)
        .containsEntry("paid_amount", usd("-60.00"));
  }

  @Test
  void the_month_says_who_paid() {
    assertThat(run().row("mart_cash", "payer", "Hundred"))
        .containsEntry("first_payer_cash_amount", usd("175.00"))
        .containsEntry("later_payer_cash_amount", usd("15.00"))
        .containsEntry("reversed_amount", usd("0.00"))
        .containsEntry("cash_amount", usd("190.00"));
  }

  @Test
  void every_month_is_what_its_remittances_paid() {
    assertThat(run().rows("mart_cash_month"))
        .hasSize(3)
        .allSatisfy(
            row ->
                assertThat(row)
                    .containsEntry("difference_amount", usd("0.00"))
                    .containsEntry("cash_amount", row.get("payment_amount")));
    assertThat(run().row("mart_cash_month", "payment_month", "2025-09"))
        .containsEntry("reversed_amount", usd("-60.00"))
        .containsEntry("unmatched_cash_amount", usd("40.00"))
        .containsEntry("cash_amount", usd("-20.00"));
  }

  @Test
  void a_line_shows_the_cash_of_the_month_alone() {
    assertThat(run().row("mart_cash_line", "claim_id", "MOVED"))
        .containsEntry("first_payer_cash_amount", usd("75.00"))
        .containsEntry("later_payer_cash_amount", usd("15.00"));
  }

  @Test
  void the_controls_of_the_months_hold_and_must() {
    List<Map<String, @Nullable Object>> controls = run().rows("mart_cash_control");
    assertThat(controls)
        .hasSize(3)
        .allSatisfy(row -> assertThat(row).containsEntry("difference_amount", usd("0.00")));
    assertThat(controls.stream().filter(row -> Boolean.TRUE.equals(row.get("is_required"))))
        .hasSize(2);
    assertThat((BigDecimal) controls.get(0).get("expected_amount")).isEqualByComparingTo("190.00");
  }
}
