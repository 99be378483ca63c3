package org.allowable.job;

import static org.allowable.job.SmallRun.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.allowable.model.PracticeTables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures of October 2025, worked out by hand; every visit is charged 150 and expected at 100. */
@Tag("long")
class MeasureCasesTest {

  @TempDir private static Path folder = Path.of("");

  private static @Nullable SmallRun aged;
  private static @Nullable SmallRun several;
  private static @Nullable SmallRun one;
  private static @Nullable SmallRun unpaid;

  private static final String PAID_80 = "SVC*HC:99213*150*80**1 CAS*CO*45*50 CAS*PR*2*20";
  private static final String DENIED = "SVC*HC:99213*150*0**1 CAS*CO*50*150";

  @BeforeAll
  static void run_the_cases() throws IOException {
    aged = SmallRun.of(ages(), Files.createDirectory(folder.resolve("aged")));
    several =
        SmallRun.of(
            history(),
            Files.createDirectory(folder.resolve("several")),
            engine ->
                engine.rows(
                    PracticeTables.PRACTICE_TARGET,
                    List.of(
                        target("MEDIAN_DAYS_TO_PAY", "5.0000"),
                        target("DAYS_TO_PAY_90TH_PERCENTILE", "8.0000"),
                        target("FINAL_DENIAL_RATE", "0.5000"),
                        target("INSURANCE_NET_COLLECTION_RATE", "0.4000"),
                        target("CLEAN_CLAIM_RATE", "0.9500"))));
    CaseFiles single = new CaseFiles();
    visit(single, "ONE", "20251001", "20251003");
    paid(single, "ONE", "20251020");
    one = SmallRun.of(single, Files.createDirectory(folder.resolve("one")));
    CaseFiles silent = new CaseFiles();
    visit(silent, "SILENT", "20251001", "20251003");
    unpaid = SmallRun.of(silent, Files.createDirectory(folder.resolve("unpaid")));
  }

  private static @Nullable Object[] target(String measure, String value) {
    return new Object[] {measure, new BigDecimal(value)};
  }

  private static void visit(CaseFiles files, String claim, String day, String submitted) {
    files.claim(claim).on(day).submitted(submitted).line("99213", "150");
  }

  private static void paid(CaseFiles files, String claim, String day) {
    files.paid(day, "CLP*%s*1*150*80*20*12*%s*11*1".formatted(claim, claim), PAID_80);
  }

  private static void denied(CaseFiles files, String claim, String day) {
    files.paid(day, "CLP*%s*4*150*0**12*%s*11*1".formatted(claim, claim), DENIED);
  }

  // One unanswered line on each side of every age, told apart by its charge, on October 31.
  private static CaseFiles ages() {
    CaseFiles files = new CaseFiles();
    String[] days = {
      "20251001",
      "20250930",
      "20250901",
      "20250831",
      "20250802",
      "20250801",
      "20250703",
      "20250702",
      "20241031",
      "20241030"
    };
    for (int i = 0; i < days.length; i++) {
      files
          .claim("AGE" + i)
          .on(days[i])
          .submitted(days[i])
          .line("99213", String.valueOf(1000 + (1 << i)));
    }
    visit(files, "LAST", "20251001", "20251001");
    paid(files, "LAST", "20251031");
    return files;
  }

  private static CaseFiles history() {
    CaseFiles files = new CaseFiles();
    // The files begin in May.
    visit(files, "EARLY", "20250505", "20250505");
    paid(files, "EARLY", "20250520");
    // June: paid in July, on the last day of October, in November, and never.
    for (String claim : List.of("JULY", "OCTOBER", "NOVEMBER", "NEVER")) {
      visit(files, claim, "20250610", "20250610");
    }
    paid(files, "JULY", "20250701");
    paid(files, "OCTOBER", "20251031");
    paid(files, "NOVEMBER", "20251101");
    // Paid in August, taken back on September 20, paid again on October 10.
    visit(files, "BACK", "20250805", "20250805");
    paid(files, "BACK", "20250815");
    files.paid(
        "20250920",
        "CLP*BACK*22*-150*-80*-20*12*BACK*11*1",
        "SVC*HC:99213*-150*-80**-1 CAS*CO*45*-50 CAS*PR*2*-20");
    files.paid("20251010", "CLP*BACK*1*150*80*20*12*BACK2*11*7 REF*F8*BACK", PAID_80);
    // Denied and open; denied to the patient; denied twice, which ends it in October.
    visit(files, "OPEN", "20250820", "20250820");
    denied(files, "OPEN", "20250905");
    visit(files, "PATIENT", "20250820", "20250820");
    files.paid(
        "20250905",
        "CLP*PATIENT*4*150*0*150*12*PATIENT*11*1",
        "SVC*HC:99213*150*0**1 CAS*PR*96*150");
    visit(files, "UPHELD", "20250820", "20250820");
    denied(files, "UPHELD", "20250905");
    denied(files, "UPHELD", "20251005");
    // October: paid after 1, 2 ... 9 days.
    for (int days = 1; days <= 9; days++) {
      visit(files, "FAST" + days, "20250930", "20251001");
      paid(files, "FAST" + days, "202510%02d".formatted(1 + days));
    }
    return files;
  }

  private static SmallRun of(@Nullable SmallRun run) {
    return Objects.requireNonNull(run);
  }

  private static Map<String, @Nullable Object> measure(@Nullable SmallRun run, String measure) {
    return of(run).row("mart_measure", "measure", measure);
  }

  private static void is(@Nullable SmallRun run, String measure, String value) {
    assertThat(EngineRows.amount(measure(run, measure), "this_period_value"))
        .isEqualByComparingTo(value);
  }

  private static void isNotKnown(@Nullable SmallRun run, String measure, String why) {
    assertThat(measure(run, measure))
        .containsEntry("this_period_value", null)
        .containsEntry("not_known_reason", why);
  }

  private static void age(String column, int... lines) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int line : lines) {
      sum = sum.add(BigDecimal.valueOf(1000L + (1 << line)));
    }
    assertThat(EngineRows.amount(of(aged).rows("mart_aging").get(0), column))
        .isEqualByComparingTo(sum);
  }

  @Test
  void thirty_days_are_in_the_first_age_and_thirty_one_in_the_second() {
    age("aged_0_30_amount", 0);
    age("aged_31_60_amount", 1, 2);
  }

  @Test
  void sixty_one_to_ninety_days_are_in_the_third_age() {
    age("aged_61_90_amount", 3, 4);
  }

  @Test
  void ninety_one_to_a_hundred_and_twenty_days_are_in_the_fourth_age() {
    age("aged_91_120_amount", 5, 6);
  }

  @Test
  void what_is_older_is_in_the_last_age_to_the_last_day_to_file() {
    age("aged_over_120_amount", 7, 8);
    age("expired_amount", 9);
  }

  @Test
  void receivables_are_all_ages_and_nothing_that_is_paid_or_past_the_filing_limit() {
    age("receivable_amount", 0, 1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(of(aged).rows("mart_aging")).hasSize(1);
  }

  @Test
  void receivables_over_ninety_days_are_a_share_of_their_charges() {
    // 5: 1032, 6: 1064, 7: 1128, 8: 1256, of 9,511 in all.
    is(aged, "AR_OVER_90_DAYS", "0.4710335401");
    is(aged, "AR_OVER_120_DAYS", "0.2506571338");
  }

  @Test
  void days_to_pay_are_counted_lines_not_interpolated() {
    // 1 ... 9 days, and OCTOBER after 143: the fifth of ten, and the ninth.
    is(several, "MEDIAN_DAYS_TO_PAY", "5");
    is(several, "DAYS_TO_PAY_90TH_PERCENTILE", "9");
    assertThat(measure(several, "MEDIAN_DAYS_TO_PAY")).containsEntry("measured_line_count", 10L);
  }

  @Test
  void gross_days_in_ar_are_charges_in_ar_over_a_days_charges() {
    // NOVEMBER, NEVER and OPEN: 450. Billed from August 1 to October 31: 13 visits, 1,950 in 92
    // days.
    assertThat(EngineRows.amount(measure(several, "GROSS_DAYS_IN_AR"), "this_period_value"))
        .isCloseTo(new BigDecimal("21.2307692308"), within(new BigDecimal("0.0000001")));
    assertThat(measure(several, "GROSS_DAYS_IN_AR"))
        .containsEntry("numerator", usd("450.00"))
        .containsEntry("denominator", usd("21.20"));
  }

  @Test
  void several_months_divide_their_sums_and_leave_out_months_that_are_not_known() {
    // The files begin in May, so July is the first month with three. A/R of July to October: 450,
    // 900, 900, 450; billed in three months each: 750, 1,200, 600, 1,950, of 92 days.
    Map<String, @Nullable Object> days = measure(several, "GROSS_DAYS_IN_AR");
    assertThat(EngineRows.amount(days, "year_to_date_value"))
        .isCloseTo(new BigDecimal("55.2"), within(new BigDecimal("0.0000001")));
    assertThat(EngineRows.amount(days, "twelve_month_value"))
        .isCloseTo(new BigDecimal("81.1764705882"), within(new BigDecimal("0.0000001")));
    assertThat(days).containsEntry("mean_month_count", 3L);
  }

  @Test
  void net_days_in_ar_are_the_same_at_expected_rates() {
    // 300 of 1,300 in 92 days.
    assertThat(measure(several, "NET_DAYS_IN_AR"))
        .containsEntry("numerator", usd("300.00"))
        .containsEntry("denominator", usd("14.13"));
  }

  @Test
  void what_was_taken_back_is_receivable_until_it_is_paid_again() {
    // On September 30: OCTOBER, NOVEMBER, NEVER, BACK, OPEN and UPHELD.
    assertThat(of(several).row("int_receivable_month", "month", "2025-09"))
        .containsEntry("receivable_charge_amount", usd("900.00"));
    // On August 31: OCTOBER, NOVEMBER, NEVER, and what was answered in September.
    assertThat(of(several).row("int_receivable_month", "month", "2025-08"))
        .containsEntry("receivable_charge_amount", usd("900.00"));
  }

  @Test
  void an_open_denial_is_receivable_and_told_apart() {
    assertThat(EngineRows.amount(of(several).rows("mart_aging").get(0), "denied_receivable_amount"))
        .isEqualByComparingTo("150.00");
  }

  @Test
  void the_collection_rate_is_of_services_four_months_before_paid_by_the_months_end() {
    // JULY and OCTOBER, 80 each; expected 80, 80, 80 and, of NEVER, all 100.
    assertThat(measure(several, "INSURANCE_NET_COLLECTION_RATE"))
        .containsEntry("numerator", usd("160.00"))
        .containsEntry("denominator", usd("340.00"))
        .containsEntry("measured_line_count", 4L);
  }

  @Test
  void a_final_denial_counts_where_it_ended_by_lines_answered_then() {
    // UPHELD, of OCTOBER and nine fast ones.
    assertThat(measure(several, "FINAL_DENIAL_RATE"))
        .containsEntry("numerator", usd("1.00"))
        .containsEntry("denominator", usd("10.00"));
  }

  @Test
  void lag_is_from_service_to_the_first_submission() {
    is(several, "CHARGE_LAG", "1");
    is(one, "CHARGE_LAG", "2");
  }

  @Test
  void a_target_says_better_worse_or_on_target() {
    assertThat(measure(several, "MEDIAN_DAYS_TO_PAY"))
        .containsEntry("target_standing", "ON_TARGET");
    assertThat(measure(several, "DAYS_TO_PAY_90TH_PERCENTILE"))
        .containsEntry("target_standing", "WORSE");
    assertThat(measure(several, "FINAL_DENIAL_RATE")).containsEntry("target_standing", "BETTER");
    assertThat(measure(several, "INSURANCE_NET_COLLECTION_RATE"))
        .containsEntry("target_standing", "BETTER");
    assertThat(measure(several, "GROSS_DAYS_IN_AR"))
        .containsEntry("target_value", null)
        .containsEntry("target_standing", null);
  }

  @Test
  void a_measure_that_is_not_known_keeps_its_target_and_stands_nowhere() {
    assertThat(measure(several, "CLEAN_CLAIM_RATE"))
        .containsEntry("target_value", new BigDecimal("0.9500"))
        .containsEntry("target_standing", null)
        .containsEntry("not_known_reason", "NEEDS_CLAIM_EDITS")
        .containsEntry("measured_line_count", null);
    isNotKnown(several, "NET_COLLECTION_RATE", "NEEDS_PATIENT_PAYMENTS");
  }

  @Test
  void one_line_has_its_own_days_and_rates() {
    is(one, "MEDIAN_DAYS_TO_PAY", "17");
    is(one, "DAYS_TO_PAY_90TH_PERCENTILE", "17");
    is(one, "FIRST_PASS_YIELD", "1");
    is(one, "INITIAL_DENIAL_RATE", "0");
    assertThat(measure(one, "FIRST_PASS_YIELD"))
        .containsEntry("prior_period_value", null)
        .containsEntry("twelve_month_value", null)
        .containsEntry("mean_month_count", 0L);
  }

  @Test
  void what_has_too_short_a_history_is_not_known() {
    isNotKnown(one, "GROSS_DAYS_IN_AR", "FEWER_THAN_THREE_MONTHS");
    isNotKnown(one, "INSURANCE_NET_COLLECTION_RATE", "NO_REMITTANCES");
  }

  @Test
  void receivables_of_nothing_have_no_share_that_is_old() {
    isNotKnown(one, "AR_OVER_90_DAYS", "NO_LINES");
    assertThat(of(one).rows("mart_aging")).isEmpty();
  }

  @Test
  void without_remittances_nothing_that_they_say_is_known() {
    isNotKnown(unpaid, "NET_DAYS_IN_AR", "NO_REMITTANCES");
    isNotKnown(unpaid, "AR_OVER_90_DAYS", "NO_REMITTANCES");
    isNotKnown(unpaid, "FINAL_DENIAL_RATE", "NO_LINES");
    isNotKnown(unpaid, "MEDIAN_DAYS_TO_PAY", "NO_LINES");
    is(unpaid, "CHARGE_LAG", "2");
    assertThat(of(unpaid).rows("mart_aging")).isEmpty();
  }
}
