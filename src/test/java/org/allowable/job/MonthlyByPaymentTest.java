package org.allowable.job;

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
import java.util.Set;
import java.util.TreeMap;
import org.allowable.config.DateBasis;
import org.allowable.config.Practice;
import org.allowable.config.PracticeFile;
import org.allowable.contract.ContractSet;
import org.allowable.contract.KnownReference;
import org.allowable.engine.Engine;
import org.allowable.model.Progress;
import org.allowable.model.ReportPeriod;
import org.allowable.model.Rows;
import org.allowable.sample.Sample;
import org.allowable.sample.SampleRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sample's months by payment date, against the remittances added up one by one. */
@Tag("long")
class MonthlyByPaymentTest {

  private static final YearMonth LAST = YearMonth.of(2026, 10);

  @TempDir private static Path folder = Path.of("");

  private static final Set<String> MARTS =
      Set.of(
          "mart_cash",
          "mart_cash_line",
          "mart_cash_month",
          "mart_not_matched",
          "mart_trend",
          "mart_variance");

  private static Map<String, Rows> marts = Map.of();
  private static List<Map<String, @Nullable Object>> remitLines = List.of();
  private static List<Map<String, @Nullable Object>> payments = List.of();
  private static DenialRun denials = new DenialRun(SmallRun.newEngine(), Map.of());

  @BeforeAll
  static void run_the_job_on_a_sample() throws IOException {
    Path sample = folder.resolve("sample");
    Sample.write(
        new SampleRequest(2_000, 19, sample, 13, LAST, null, null, false), Progress.SILENT);
    Engine engine = SmallRun.newEngine();
    WarehouseViews.register(engine, sample, Map.of());
    Path work = Files.createDirectory(folder.resolve("work"));
    new ReferenceViews(folder.resolve("none"), work).register(engine);
    Practice practice = PracticeFile.read(sample.resolve("practice.yaml"));
    ReportPlan plan = MonthlyReportPlan.of(practice, ReportPeriod.of(LAST), DateBasis.PAYMENT);
    InputViews.register(engine, practice);
    InputViews.register(engine, ContractSet.of(practice), KnownReference.NOTHING, plan.scenarios());
    Map<String, Object> parameters = PracticeSettings.parameters(practice);
    parameters.putAll(plan.parameters());
    Job job = NeededSteps.withMarts(Job.named("monthly-report"), MARTS, Set.of());
    marts = new JobRunner(engine, Progress.SILENT).run(job, parameters);
    remitLines = engine.all("remit_line");
    payments = engine.all("payment");
    denials = DenialRun.onTop(engine, DenialRun.period("2026-10-31", "2025-10", "2026-10"));
  }

  private static List<Map<String, @Nullable Object>> rows(String mart) {
    return MartRows.of(Objects.requireNonNull(marts.get(mart), mart));
  }

  private static BigDecimal amount(Map<String, @Nullable Object> row, String column) {
    return (BigDecimal) Objects.requireNonNull(row.get(column), column);
  }

  private static Map<String, BigDecimal> byMonth(
      List<Map<String, @Nullable Object>> rows, String... columns) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (Map<String, @Nullable Object> row : rows) {
      LocalDate day = (LocalDate) Objects.requireNonNull(row.get("payment_date"));
      for (String column : columns) {
        sums.merge(YearMonth.from(day).toString(), amount(row, column), BigDecimal::add);
      }
    }
    return sums;
  }

  @Test
  void each_month_shows_what_its_remittances_paid() {
    Map<String, BigDecimal> shown = new TreeMap<>();
    rows("mart_trend")
        .forEach(
            row ->
                shown.put(
                    String.valueOf(row.get("report_month")),
                    amount(row, "paid_amount").add(amount(row, "unmatched_paid_amount"))));
    Map<String, BigDecimal> remitted = byMonth(remitLines, "paid_amount");
    assertThat(remitted).hasSizeGreaterThan(11);
    assertThat(shown).isEqualTo(remitted);
  }

  @Test
  void each_month_is_its_payments_and_provider_adjustments() {
    Map<String, BigDecimal> shown = new TreeMap<>();
    rows("mart_cash_month")
        .forEach(
            row -> shown.put(String.valueOf(row.get("payment_month")), amount(row, "cash_amount")));
    assertThat(shown).isEqualTo(byMonth(payments, "payment_amount", "provider_adjustment_total"));
  }

  @Test
  void all_months_hold_all_cash() {
    BigDecimal all =
        remitLines.stream()
            .map(row -> amount(row, "paid_amount"))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum("mart_cash_month", "cash_amount")).isEqualByComparingTo(all).isPositive();
  }

  @Test
  void payers_add_up_to_their_month() {
    Map<String, BigDecimal> payers = new TreeMap<>();
    rows("mart_variance").stream()
        .filter(row -> row.get("paid_amount") != null)
        .forEach(
            row ->
                payers.merge(
                    String.valueOf(row.get("report_period")),
                    amount(row, "paid_amount"),
                    BigDecimal::add));
    Map<String, BigDecimal> months = new TreeMap<>();
    rows("mart_trend")
        .forEach(
            row -> months.put(String.valueOf(row.get("report_month")), amount(row, "paid_amount")));
    assertThat(payers).isEqualTo(months);
  }

  @Test
  void the_lists_of_the_last_month_add_up_to_it() {
    Map<String, @Nullable Object> last =
        rows("mart_cash_month").stream()
            .filter(row -> LAST.toString().equals(row.get("payment_month")))
            .findFirst()
            .orElseThrow();
    assertThat(sum("mart_cash", "cash_amount")).isEqualByComparingTo(amount(last, "cash_amount"));
    assertThat(sum("mart_cash_line", "cash_amount"))
        .isEqualByComparingTo(amount(last, "line_cash_amount"));
    assertThat(sum("mart_not_matched", "paid_amount"))
        .isEqualByComparingTo(amount(last, "unmatched_cash_amount"));
  }

  @Test
  void initial_denials_of_a_month_are_those_of_the_denial_metrics() {
    Map<String, String> shown = new TreeMap<>();
    rows("mart_trend")
        .forEach(
            row ->
                shown.put(
                    String.valueOf(row.get("report_month")),
                    row.get("initially_denied_line_count")
                        + " of "
                        + row.get("first_answered_line_count")));
    Map<String, String> metrics = new TreeMap<>();
    denials.rows("mart_denial_metric").stream()
        .filter(row -> "initial_denial_rate".equals(row.get("metric")))
        .filter(row -> "lines".equals(row.get("level")) && "all".equals(row.get("dimension")))
        .filter(row -> !"period".equals(row.get("month")))
        .forEach(
            row ->
                metrics.put(
                    String.valueOf(row.get("month")),
                    amount(row, "numerator").toBigInteger()
                        + " of "
                        + amount(row, "denominator").toBigInteger()));
    assertThat(metrics).hasSizeGreaterThan(11);
    assertThat(shown).isEqualTo(metrics);
  }

  private static BigDecimal sum(String mart, String column) {
    return rows(mart).stream()
        .map(row -> amount(row, column))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
