package org.allowable.job;

import static org.allowable.job.SmallRun.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.allowable.config.Practice;
import org.allowable.config.WorkRvuConvention;
import org.allowable.config.WorkRvuConvention.Assistants;
import org.allowable.config.WorkRvuConvention.BothSides;
import org.allowable.config.WorkRvuConvention.Credit;
import org.allowable.config.WorkRvuConvention.DeniedLines;
import org.allowable.config.WorkRvuConvention.Units;
import org.allowable.model.ReportPeriod;
import org.allowable.sql.SqlStep;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Work RVUs by each convention, worked out by hand. Each case is a physician of its own; 64721 and
 * 99213 have 4.00 work RVUs, 64721 with both sides at 150 percent, assistants and co-surgeons.
 */
@Tag("long")
class WorkRvuCasesTest {

  private static final String SIDES = "1999990001";
  private static final String TWO_LINES = "1999990002";
  private static final String ASSISTANT = "1999990003";
  private static final String CO_SURGEON = "1999990004";
  private static final String NURSE = "1999999950";
  private static final String UNITS = "1999990006";
  private static final String DENIED = "1999990007";
  private static final String SECOND = "1999990008";
  private static final String DRUG = "1999990009";

  private static final Map<String, Object> PARAMETERS =
      MonthlyReportPlan.months(ReportPeriod.of(YearMonth.of(2025, 10)));

  private static @Nullable Path folder;
  private static @Nullable SmallRun once;

  @BeforeAll
  static void run_the_cases() throws IOException {
    CaseFiles files = new CaseFiles();
    answered(files, SIDES, "64721:50", "1", "100");
    files
        .claim("C" + TWO_LINES)
        .rendering(TWO_LINES)
        .line("64721:LT", "400")
        .line("64721:RT", "401");
    files.paid(
        "20251020",
        "CLP*C%s*1*801*90**12*X*11*1".formatted(TWO_LINES),
        "SVC*HC:64721:LT*400*50**1 DTM*472*20251006 CAS*CO*45*350",
        "SVC*HC:64721:RT*401*40**1 DTM*472*20251006 CAS*CO*45*361");
    answered(files, ASSISTANT, "64721:80", "1", "16");
    answered(files, CO_SURGEON, "64721:62", "1", "62.5");
    answered(files, NURSE, "99213", "1", "85");
    answered(files, UNITS, "99213", "2", "100");
    files.claim("C" + DENIED).rendering(DENIED).line("99213", "400");
    files.paid(
        "20251020",
        "CLP*C%s*4*400*0**12*X*11*1".formatted(DENIED),
        "SVC*HC:99213*400*0**1 DTM*472*20251006 CAS*CO*50*400");
    files.claim("C" + SECOND).rendering(SECOND).line("64721", "400").line("20553", "401");
    files.paid(
        "20251020",
        "CLP*C%s*1*801*150**12*X*11*1".formatted(SECOND),
        "SVC*HC:64721*400*100**1 DTM*472*20251006 CAS*CO*45*300",
        "SVC*HC:20553*401*50**1 DTM*472*20251006 CAS*CO*45*351");
    files.claim("C" + DRUG).rendering(DRUG).line("99213", "400").line("J3301", "401");
    files.paid(
        "20251020",
        "CLP*C%s*1*801*130**12*X*11*1".formatted(DRUG),
        "SVC*HC:99213*400*100**1 DTM*472*20251006 CAS*CO*45*300",
        "SVC*HC:J3301*401*30**1 DTM*472*20251006 CAS*CO*45*371");
    folder = java.nio.file.Files.createTempDirectory("work-rvu");
    once = SmallRun.of(files, folder);
  }

  private static void answered(
      CaseFiles files, String physician, String procedure, String units, String amount) {
    files.claim("C" + physician).rendering(physician).line(procedure, "400", units, "");
    files.paid(
        "20251020",
        "CLP*C%s*1*400*%s**12*X*11*1".formatted(physician, amount),
        "SVC*HC:%s*400*%s**%s DTM*472*20251006".formatted(procedure, amount, units),
        "CAS*CO*45*" + usd("400").subtract(usd(amount)));
  }

  @AfterAll
  static void remove_the_files() {
    CaseRun.delete(Objects.requireNonNull(folder));
  }

  private static SqlStep step(String path) {
    String table = path.substring(path.lastIndexOf('/') + 1);
    return new SqlStep(table, "jobs/" + path + ".sql");
  }

  private static synchronized Map<String, @Nullable Object> sheet(
      WorkRvuConvention convention, String physician) {
    SmallRun run = Objects.requireNonNull(once);
    Practice small = SmallRun.PRACTICE;
    InputViews.register(
        run.engine(),
        new Practice(
            small.name(),
            small.apmStatus(),
            small.participation(),
            small.thresholds(),
            small.sites(),
            small.facilities(),
            small.physicians(),
            small.payers(),
            null,
            null,
            convention,
            null,
            null,
            null,
            null,
            null));
    run.engine().keep(step("07-medicare/int_work_quantity"), PARAMETERS);
    run.engine().keep(step("report/period/int_report_line"), run.parameters());
    List<Map<String, @Nullable Object>> rows =
        EngineRows.of(run.engine(), step("report/monthly-report/mart_work_rvu"), PARAMETERS)
            .stream()
            .filter(row -> physician.equals(row.get("rendering_npi")))
            .toList();
    assertThat(rows).hasSizeLessThan(2);
    return rows.isEmpty() ? Map.of() : rows.get(0);
  }

  private static void counts(WorkRvuConvention convention, String physician, String workRvu) {
    Map<String, @Nullable Object> row = sheet(convention, physician);
    BigDecimal found = row.isEmpty() ? BigDecimal.ZERO : EngineRows.amount(row, "work_rvu");
    assertThat(found).as(convention.sentence()).isEqualByComparingTo(workRvu);
  }

  private static WorkRvuConvention of(
      @Nullable BothSides sides, @Nullable Assistants assistants, @Nullable Credit coSurgeons) {
    return new WorkRvuConvention(sides, assistants, coSurgeons, null, null, null, null);
  }

  private static WorkRvuConvention of(
      @Nullable Credit practitioners,
      @Nullable Credit multipleProcedures,
      @Nullable Units units,
      @Nullable DeniedLines deniedLines) {
    return new WorkRvuConvention(
        null, null, null, practitioners, multipleProcedures, units, deniedLines);
  }

  @Test
  void modifier_50_counts_once_or_as_both_sides_are_paid() {
    counts(WorkRvuConvention.USUAL, SIDES, "4.00");
    counts(of(BothSides.AS_PAID, null, null), SIDES, "6.00");
  }

  @Test
  void two_lines_of_a_side_each_count_as_billed_or_as_both_sides_are_paid() {
    counts(WorkRvuConvention.USUAL, TWO_LINES, "8.00");
    counts(of(BothSides.AS_PAID, null, null), TWO_LINES, "6.00");
  }

  @Test
  void an_assistant_counts_in_full_as_paid_or_not() {
    counts(WorkRvuConvention.USUAL, ASSISTANT, "4.00");
    counts(of(null, Assistants.AS_PAID, null), ASSISTANT, "0.64");
    counts(of(null, Assistants.NONE, null), ASSISTANT, "0.00");
  }

  @Test
  void a_co_surgeon_counts_in_full_or_as_paid() {
    counts(WorkRvuConvention.USUAL, CO_SURGEON, "4.00");
    counts(of(null, Assistants.NONE, Credit.AS_PAID), CO_SURGEON, "2.50");
  }

  @Test
  void a_practitioner_counts_in_full_or_as_paid() {
    counts(WorkRvuConvention.USUAL, NURSE, "4.00");
    counts(of(Credit.AS_PAID, null, null, null), NURSE, "3.40");
  }

  @Test
  void units_count_each_or_a_line_once() {
    counts(WorkRvuConvention.USUAL, UNITS, "8.00");
    counts(of(null, null, Units.ONCE, null), UNITS, "4.00");
  }

  @Test
  void denied_lines_are_left_out_or_counted() {
    counts(WorkRvuConvention.USUAL, DENIED, "0.00");
    counts(of(null, null, null, DeniedLines.COUNTED), DENIED, "4.00");
  }

  @Test
  void a_second_procedure_counts_in_full_or_as_paid() {
    counts(WorkRvuConvention.USUAL, SECOND, "8.00");
    counts(of(null, Credit.AS_PAID, null, null), SECOND, "6.00");
  }

  @Test
  void the_listed_work_rvu_stands_beside_what_is_counted() {
    Map<String, @Nullable Object> row = sheet(of(BothSides.AS_PAID, null, null), SIDES);
    assertThat(EngineRows.amount(row, "listed_work_rvu")).isEqualByComparingTo("4.00");
  }

  @Test
  void paid_is_of_the_lines_that_have_a_work_rvu() {
    Map<String, @Nullable Object> row = sheet(WorkRvuConvention.USUAL, DRUG);
    assertThat(EngineRows.amount(row, "paid_amount")).isEqualByComparingTo("100.00");
    assertThat(EngineRows.amount(row, "without_rvu_paid_amount")).isEqualByComparingTo("30.00");
    assertThat(EngineRows.amount(row, "paid_per_work_rvu")).isEqualByComparingTo("25.00");
  }

  @Test
  void the_sheet_says_which_conventions_were_used() {
    assertThat(WorkRvuConvention.USUAL.sentence())
        .contains("modifier 50 counts once", "denied lines left out", "(NP, PA) in full");
    assertThat(of(BothSides.AS_PAID, Assistants.NONE, null).sentence())
        .contains("modifier 50 as paid", "assistants (80, 81, 82, AS) not counted");
  }
}
