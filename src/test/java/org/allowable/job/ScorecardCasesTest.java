package org.allowable.job;

import static org.allowable.job.SmallRun.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.allowable.config.DateBasis;
import org.allowable.config.Practice;
import org.allowable.config.ScorecardTerms;
import org.allowable.config.ScorecardTerms.CapitalCost;
import org.allowable.config.ScorecardTerms.PromptPay;
import org.allowable.config.ScorecardTerms.ReworkCost;
import org.allowable.engine.Engine;
import org.allowable.ingest.x12.Ingestion;
import org.allowable.model.Progress;
import org.allowable.model.ReportPeriod;
import org.allowable.model.Rows;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Scorecards of October 2025, worked out by hand: a visit is charged 150 and expected at 100, a
 * line's rework costs 25, and a dollar that is out for a day a fiftieth of a cent (7.3 percent).
 * Clean claims are to be paid in 30 days and bear 12 percent from then on; of workers'
 * compensation, 10 percent.
 */
@Tag("long")
class ScorecardCasesTest {

  private static final LocalDate START = LocalDate.of(2020, 1, 1);

  private static final ScorecardTerms TERMS =
      new ScorecardTerms(
          List.of(new ReworkCost(START, null, usd("25.00"), "study")),
          List.of(new CapitalCost(START, null, usd("7.3"), "bank")),
          List.of(
              rule(Practice.PayerClass.COMMERCIAL, "12"),
              rule(Practice.PayerClass.WORKERS_COMPENSATION, "10")));

  @TempDir private static Path folder = Path.of("");

  private static @Nullable Made made;
  private static @Nullable Made bare;
  private static @Nullable Made later;
  private static @Nullable Made leap;
  private static @Nullable Made few;

  private record Made(
      Map<String, Rows> marts, List<Map<String, @Nullable Object>> interest, Engine engine) {

    Map<String, @Nullable Object> card(String payer) {
      return MartRows.of(Objects.requireNonNull(marts.get("mart_scorecard"))).stream()
          .filter(row -> payer.equals(row.get("payer")))
          .findFirst()
          .orElseThrow();
    }
  }

  private static PromptPay rule(Practice.PayerClass payerClass, String percent) {
    return new PromptPay(
        null, payerClass, null, null, START, null, 30, new BigDecimal(percent), "rule");
  }

  @BeforeAll
  static void run_the_cases() throws IOException {
    YearMonth october = YearMonth.of(2025, 10);
    made = made("made", interestPaid(), TERMS, october, 1);
    bare = made("bare", interestPaid(), ScorecardTerms.NONE, october, 1);
    few = made("few", elevenAndTen(), TERMS, october, ScorecardPlan.SMALL_NUMBER);
    ScorecardTerms afterwards =
        new ScorecardTerms(
            List.of(new ReworkCost(LocalDate.of(2025, 10, 8), null, usd("25.00"), "study")),
            TERMS.costOfCapital(),
            null);
    later = made("later", history(), afterwards, october, 1);
    leap = made("leap", leapYear(), TERMS, YearMonth.of(2024, 3), 1);
  }

  private static Made made(
      String name, CaseFiles files, ScorecardTerms terms, YearMonth month, int smallNumber)
      throws IOException {
    Path own = Files.createDirectory(folder.resolve(name));
    files.writeTo(own.resolve("source"));
    Path warehouse = own.resolve("warehouse");
    Ingestion.run(own.resolve("source"), warehouse, null, Progress.SILENT);
    Practice practice = practice(terms);
    Engine engine = SmallRun.newEngine();
    WarehouseViews.register(engine, warehouse, Map.of());
    new ReferenceViews(
            SmallRun.resource("/reference/round"), Files.createDirectory(own.resolve("work")))
        .register(engine);
    InputViews.register(engine, practice);
    Map<String, Object> parameters = PracticeSettings.parameters(practice);
    parameters.putAll(
        ScorecardPlan.of(practice, ReportPeriod.of(month), DateBasis.SERVICE).parameters());
    parameters.put("small_number", smallNumber);
    Map<String, Rows> marts =
        new JobRunner(engine, Progress.SILENT).run(Job.named(ScorecardPlan.JOB), parameters);
    return new Made(
        marts,
        EngineRows.of(
            engine,
            "select l.claim_id, p.is_open, p.base_amount, p.overdue_day_count, p.interest_amount"
                + " from int_prompt_pay_line as p inner join int_adjudicated_line as l"
                + " on p.claim_line_key = l.claim_line_key"),
        engine);
  }

  private static Practice practice(ScorecardTerms terms) {
    Practice small = SmallRun.PRACTICE;
    return new Practice(
        small.name(),
        small.apmStatus(),
        null,
        small.thresholds(),
        small.sites(),
        null,
        small.physicians(),
        small.payers(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        terms);
  }

  private static final String PAID_80 = "SVC*HC:99213*150*80**1 CAS*CO*45*50 CAS*PR*2*20";

  private static void visit(CaseFiles files, String claim, String day, String sent) {
    files.claim(claim).on(day).submitted(sent).line("99213", "150");
  }

  private static void paid(CaseFiles files, String claim, String day) {
    files.paid(day, "CLP*%s*1*150*80*20*12*%s*11*1".formatted(claim, claim), PAID_80);
  }

  private static void received(CaseFiles files, String claim, String on, String day) {
    files.paid(
        day, "CLP*%s*1*150*80*20*12*%s*11*1 DTM*050*%s".formatted(claim, claim, on), PAID_80);
  }

  private static void compensated(CaseFiles files, String claim, String amount, String day) {
    files.claim(claim).payer("CMP01").on("20250901").submitted("20250901").line("99213", "150");
    files.paidBy(
        "CMP01",
        day,
        "CLP*%s*1*150*%s**12*%s*11*1".formatted(claim, amount, claim),
        "SVC*HC:99213*150*%s**1 CAS*CO*45*%s"
            .formatted(amount, usd("150").subtract(usd(amount)).toPlainString()));
  }

  private static CaseFiles history() {
    CaseFiles files = new CaseFiles();
    // October's services: one paid after 10 days, one denied, one short by 40 and paid after 20.
    visit(files, "WELL", "20251006", "20251007");
    paid(files, "WELL", "20251017");
    visit(files, "DENIED", "20251006", "20251007");
    files.paid(
        "20251020", "CLP*DENIED*4*150*0**12*DENIED*11*1", "SVC*HC:99213*150*0**1 CAS*CO*50*150");
    visit(files, "SHORT", "20251006", "20251007");
    files.paid(
        "20251027", "CLP*SHORT*1*150*60**12*SHORT*11*1", "SVC*HC:99213*150*60**1 CAS*CO*45*90");
    // September's, paid in October: interest goes by the day of payment.
    for (String claim : List.of("DAY30", "DAY31", "GOT30", "GOT31", "GOTBEFORE", "BACK")) {
      visit(files, claim, "20250830", "20250901");
    }
    paid(files, "DAY30", "20251001");
    paid(files, "DAY31", "20251002");
    received(files, "GOT30", "20250905", "20251005");
    received(files, "GOT31", "20250905", "20251006");
    received(files, "GOTBEFORE", "20250801", "20251001");
    paid(files, "BACK", "20251010");
    files.paid(
        "20251021",
        "CLP*BACK*22*-150*-80*-20*12*BACK*11*1",
        "SVC*HC:99213*-150*-80**1 CAS*CO*45*-50 CAS*PR*2*-20");
    // Denied, then paid: not clean.
    visit(files, "AFTER", "20250830", "20250901");
    files.paid(
        "20250920", "CLP*AFTER*4*150*0**12*AFTER*11*1", "SVC*HC:99213*150*0**1 CAS*CO*50*150");
    paid(files, "AFTER", "20251020");
    // Paid in part by the first answer, the rest denied: not clean either.
    visit(files, "PART", "20250830", "20250901");
    files.paid(
        "20251020",
        "CLP*PART*1*150*40**12*PART*11*1",
        "SVC*HC:99213*150*40**1 CAS*CO*45*50 CAS*CO*50*60");
    // A corrected claim is received anew; one sent again as it was is not.
    visit(files, "FIXED", "20250730", "20250801");
    files.claim("FIXED").frequency("7").on("20250730").submitted("20250901").line("99213", "150");
    paid(files, "FIXED", "20251001");
    visit(files, "AGAIN", "20250830", "20250901");
    visit(files, "AGAIN", "20250830", "20250915");
    paid(files, "AGAIN", "20251003");
    compensated(files, "HALF", "18.25", "20251002");
    compensated(files, "LESS", "18.24", "20251002");
    // Unanswered on the last day of October: 36 and 30 days.
    visit(files, "OUT36", "20250924", "20250925");
    visit(files, "OUT30", "20250930", "20251001");
    visit(files, "LAST", "20250930", "20251020");
    paid(files, "LAST", "20251031");
    return files;
  }

  // A negative amount raises the payment. Hundred pays 6 cents and takes 2 of them back, and pays
  // before October and after it; Compensation pays more than is due, and others pay what no rule
  // makes due.
  private static CaseFiles interestPaid() {
    CaseFiles files = history();
    adjusted(files, "HUN01", "20250930", "L6", "-0.50");
    adjusted(files, "HUN01", "20251001", "L6", "-0.06");
    adjusted(files, "HUN01", "20251031", "L6", "0.02");
    adjusted(files, "HUN01", "20251101", "L6", "-0.70");
    adjusted(files, "HUN01", "20251015", "WO", "0.90");
    adjusted(files, "CMP01", "20251015", "L6", "-0.05");
    adjusted(files, "MCR01", "20251015", "L6", "-2.00");
    adjusted(files, "NEW01", "20251015", "L6", "-0.40");
    return files;
  }

  private static void adjusted(
      CaseFiles files, String payer, String day, String code, String amount) {
    files.paidBy(
        payer, day, "PLB*%s*20251231*%s:INTEREST*%s".formatted(CaseFiles.PAYEE, code, amount));
  }

  // February 2024 has 29 days.
  private static CaseFiles leapYear() {
    CaseFiles files = new CaseFiles();
    visit(files, "LEAP30", "20240130", "20240201");
    paid(files, "LEAP30", "20240302");
    visit(files, "LEAP31", "20240130", "20240201");
    paid(files, "LEAP31", "20240303");
    // Takes back interest of an earlier month.
    adjusted(files, "HUN01", "20240310", "L6", "0.02");
    return files;
  }

  // Eleven visits of one payer, ten of another.
  private static CaseFiles elevenAndTen() {
    CaseFiles files = new CaseFiles();
    for (int i = 1; i <= 11; i++) {
      visit(files, "ELEVEN" + i, "20251006", "20251007");
      paid(files, "ELEVEN" + i, "20251017");
    }
    for (int i = 1; i <= 10; i++) {
      String claim = "TEN" + i;
      files.claim(claim).payer("MCR01").submitted("20251007").line("99213", "150");
      files.paidBy(
          "MCR01", "20251017", "CLP*%s*1*150*80*20*12*%s*11*1".formatted(claim, claim), PAID_80);
    }
    for (int i = 1; i <= 11; i++) {
      String claim = "NEW" + i;
      files.claim(claim).payer("NEW01").submitted("20251007").line("99213", "150");
      files.paidBy(
          "NEW01", "20251017", "CLP*%s*1*150*80*20*12*%s*11*1".formatted(claim, claim), PAID_80);
    }
    return files;
  }

  private static Made made() {
    return Objects.requireNonNull(made);
  }

  private static Map<String, @Nullable Object> interest(Made of, String claim) {
    List<Map<String, @Nullable Object>> rows =
        of.interest().stream().filter(row -> claim.equals(row.get("claim_id"))).toList();
    assertThat(rows).as(claim).hasSize(1);
    return rows.get(0);
  }

  @ParameterizedTest
  @CsvSource({
    // 80.00 at 12 percent for a day: 2.63 cents.
    "DAY30, 0, 0.00",
    "DAY31, 1, 0.03",
    "GOT30, 0, 0.00",
    "GOT31, 1, 0.03",
    "GOTBEFORE, 0, 0.00",
    "FIXED, 0, 0.00",
    "AGAIN, 2, 0.05",
    // 18.25 at 10 percent for a day: half a cent; 18.24 a little less.
    "HALF, 1, 0.01",
    "LESS, 1, 0.00",
  })
  void a_clean_line_bears_interest_from_the_day_after_the_last(
      String claim, int daysLate, String amount) {
    Map<String, @Nullable Object> row = interest(made(), claim);
    assertThat(row).containsEntry("overdue_day_count", daysLate).containsEntry("is_open", false);
    assertThat(EngineRows.amount(row, "interest_amount")).isEqualByComparingTo(amount);
  }

  @ParameterizedTest
  @CsvSource({"LEAP30, 0, 0.00", "LEAP31, 1, 0.03"})
  void a_leap_day_is_a_day(String claim, int daysLate, String amount) {
    Map<String, @Nullable Object> row = interest(Objects.requireNonNull(leap), claim);
    assertThat(row).containsEntry("overdue_day_count", daysLate);
    assertThat(EngineRows.amount(row, "interest_amount")).isEqualByComparingTo(amount);
  }

  // 100 expected at 12 percent for 6 days: 19.7 cents.
  @ParameterizedTest
  @CsvSource({"OUT36, 6, 0.20", "OUT30, 0, 0.00"})
  void an_unanswered_line_bears_interest_to_the_months_end(
      String claim, int daysLate, String amount) {
    Map<String, @Nullable Object> row = interest(made(), claim);
    assertThat(row).containsEntry("overdue_day_count", daysLate).containsEntry("is_open", true);
    assertThat(EngineRows.amount(row, "interest_amount")).isEqualByComparingTo(amount);
  }

  @Test
  void what_was_denied_first_or_taken_back_bears_none() {
    assertThat(made().interest().stream().map(row -> row.get("claim_id")))
        .isNotEmpty()
        .doesNotContain("AFTER", "BACK", "DENIED", "PART");
  }

  @Test
  void interest_is_that_of_its_lines() {
    Map<String, @Nullable Object> card = made().card("Hundred");
    assertThat(EngineRows.amount(card, "interest_amount")).isEqualByComparingTo("0.11");
    assertThat(EngineRows.amount(card, "accruing_interest_amount")).isEqualByComparingTo("0.20");
    assertThat(EngineRows.amount(made().card("Compensation"), "interest_amount"))
        .isEqualByComparingTo("0.01");
  }

  // Due: 11 cents of Hundred, one of Compensation.
  @ParameterizedTest
  @CsvSource({
    "Hundred, 0.04, 0.07",
    "Compensation, 0.05, 0.00",
    "Medicare, 2.00,",
    "Unmapped payer, 0.40,",
  })
  void interest_paid_in_the_month_is_taken_off_what_is_due(
      String payer, String paid, @Nullable String stillDue) {
    assertPaidAndStillDue(made(), payer, paid, stillDue);
  }

  @Test
  void interest_taken_back_is_due_again() {
    assertPaidAndStillDue(Objects.requireNonNull(leap), "Hundred", "-0.02", "0.05");
  }

  @Test
  void without_a_rule_interest_paid_stands_alone() {
    assertPaidAndStillDue(Objects.requireNonNull(bare), "Hundred", "0.04", null);
  }

  @Test
  void interest_paid_before_the_month_is_that_of_the_months_before() {
    Map<String, @Nullable Object> card = made().card("Hundred");
    assertThat(EngineRows.amount(card, "twelve_month_interest_paid_amount"))
        .isEqualByComparingTo("0.50");
  }

  // 0.04 + 0.05 + 2.00 of payers, 0.40 of one that the practice file does not name.
  @Test
  void interest_paid_of_payers_and_of_none_is_that_of_the_remittances() {
    Map<String, @Nullable Object> control =
        MartRows.of(Objects.requireNonNull(made().marts().get("mart_scorecard_control"))).stream()
            .filter(row -> String.valueOf(row.get("control")).startsWith("Interest paid"))
            .findFirst()
            .orElseThrow();
    assertThat(EngineRows.amount(control, "expected_amount")).isEqualByComparingTo("2.49");
    assertThat(EngineRows.amount(control, "found_amount")).isEqualByComparingTo("2.49");
  }

  private static void assertPaidAndStillDue(
      Made of, String payer, String paid, @Nullable String stillDue) {
    Map<String, @Nullable Object> card = of.card(payer);
    assertThat(EngineRows.amount(card, "interest_paid_amount")).isEqualByComparingTo(paid);
    if (stillDue == null) {
      assertThat(card)
          .containsEntry("interest_amount", null)
          .containsEntry("interest_still_due_amount", null);
    } else {
      assertThat(EngineRows.amount(card, "interest_still_due_amount"))
          .isEqualByComparingTo(stillDue);
    }
  }

  @Test
  void yield_is_what_was_allowed_of_all_that_was_expected() {
    Map<String, @Nullable Object> card = made().card("Hundred");
    assertThat(EngineRows.amount(card, "expected_allowed_amount")).isEqualByComparingTo("300.00");
    assertThat(EngineRows.amount(card, "allowed_amount")).isEqualByComparingTo("160.00");
    assertThat(EngineRows.amount(card, "yield")).isEqualByComparingTo("0.5333333333");
    assertThat(value("PAID_SHARE")).isEqualByComparingTo("0.6666666667");
    assertThat(value("ALLOWED_SHARE")).isEqualByComparingTo("0.8");
  }

  private static BigDecimal value(String measure) {
    return MartRows.of(Objects.requireNonNull(made().marts().get("mart_payer_scorecard"), measure))
        .stream()
        .filter(row -> "Hundred".equals(row.get("payer")) && measure.equals(row.get("measure")))
        .map(row -> EngineRows.amount(row, "this_period_value"))
        .findFirst()
        .orElseThrow();
  }

  // Two lines to work; 80 for 10 days and 60 for 20, at a fiftieth of a cent.
  @Test
  void rework_and_delay_are_taken_off() {
    Map<String, @Nullable Object> card = made().card("Hundred");
    assertThat(EngineRows.amount(card, "rework_cost_amount")).isEqualByComparingTo("50.00");
    assertThat(EngineRows.amount(card, "delay_cost_amount")).isEqualByComparingTo("0.40");
    assertThat(EngineRows.amount(card, "net_yield")).isEqualByComparingTo("0.3653333333");
    assertThat(card).containsEntry("yield_terms", "WHOLE");
  }

  @Test
  void without_entries_nothing_is_assumed() {
    Map<String, @Nullable Object> card = Objects.requireNonNull(bare).card("Hundred");
    assertThat(card)
        .containsEntry("rework_cost_amount", null)
        .containsEntry("delay_cost_amount", null)
        .containsEntry("interest_amount", null)
        .containsEntry("accruing_interest_amount", null)
        .containsEntry("yield_terms", "WITHOUT_BOTH");
    assertThat(EngineRows.amount(card, "net_yield"))
        .isEqualByComparingTo(EngineRows.amount(card, "yield"));
  }

  @Test
  void an_entry_that_came_into_force_after_a_line_was_sent_is_not_its() {
    Map<String, @Nullable Object> card = Objects.requireNonNull(later).card("Hundred");
    assertThat(card)
        .containsEntry("rework_cost_amount", null)
        .containsEntry("yield_terms", "WITHOUT_REWORK");
    assertThat(EngineRows.amount(card, "net_yield")).isEqualByComparingTo("0.5320000000");
  }

  // Of the services of October: WELL, DENIED and SHORT.
  @Test
  void answers_are_counted_by_their_first() {
    assertThat(made().card("Hundred"))
        .containsEntry("first_answered_line_count", 3L)
        .containsEntry("first_pass_line_count", 2L)
        .containsEntry("initially_denied_line_count", 1L)
        .containsEntry("underpaid_line_count", 1L)
        .containsEntry("compared_line_count", 3L);
  }

  @Test
  void a_payer_that_the_practice_file_does_not_name_has_no_page() {
    assertThat(Objects.requireNonNull(few).card("Unmapped payer"))
        .containsEntry("first_paid_line_count", 11L)
        .containsEntry("page_number", null);
  }

  @Test
  void eleven_lines_are_told_and_ten_are_not() {
    Made of = Objects.requireNonNull(few);
    assertThat(of.card("Hundred"))
        .containsEntry("page_number", 1)
        .containsEntry("median_day_count", 10)
        .containsEntry("first_paid_line_count", 11L);
    assertThat(EngineRows.amount(of.card("Hundred"), "first_pass_yield")).isEqualByComparingTo("1");
    assertThat(of.card("Medicare"))
        .containsEntry("page_number", null)
        .containsEntry("median_day_count", null)
        .containsEntry("first_pass_yield", null)
        .containsEntry("yield", null)
        .containsEntry("first_paid_line_count", 10L);
  }
}
