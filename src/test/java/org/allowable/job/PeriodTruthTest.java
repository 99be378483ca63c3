package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.allowable.config.DateBasis;
import org.allowable.config.Practice;
import org.allowable.config.PracticeFile;
import org.allowable.contract.ContractSet;
import org.allowable.contract.KnownReference;
import org.allowable.engine.Engine;
import org.allowable.model.PeriodUnit;
import org.allowable.model.Progress;
import org.allowable.model.ReportPeriod;
import org.allowable.sample.Sample;
import org.allowable.sample.SampleRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A quarter against the reports of its months, and the measures of a quarter and of a year that is
 * not over against {@link SlowMeasures}.
 */
@Tag("long")
class PeriodTruthTest {

  private static final Job JOB = Job.named("monthly-report");
  private static final YearMonth LAST = YearMonth.of(2026, 10);
  private static final ReportPeriod QUARTER = ReportPeriod.parse(PeriodUnit.QUARTER, "2026-Q3");
  private static final ReportPeriod YEAR = ReportPeriod.parse(PeriodUnit.YEAR, "2026");
  private static final List<ReportPeriod> MONTHS =
      Stream.of(7, 8, 9).map(month -> ReportPeriod.of(YearMonth.of(2026, month))).toList();

  // The daily averages are rounded to a millionth of a cent.
  private static final BigDecimal CLOSE = new BigDecimal("0.00000001");

  /** What of a mart adds up over months, by the name of the mart. */
  private static final Map<String, String> SUMS =
      Map.ofEntries(
          Map.entry(
              "mart_variance",
              "line_count charge_amount compared_line_count expected_allowed_amount allowed_amount"
                  + " variance_amount denied_variance_amount underpaid_variance_amount"
                  + " tolerated_variance_amount underpaid_line_count"
                  + " expected_payment_amount first_payer_paid_amount paid_amount denied_line_count"
                  + " unjudged_line_count unjudged_charge_amount"),
          Map.entry("mart_underpaid_line", "shortfall_amount payer_shortfall_amount"),
          Map.entry("mart_denied_line", "charge_amount"),
          Map.entry(
              "mart_denial_by_physician",
              "rated_line_count denied_line_count first_answered_line_count denied_charge_amount"),
          Map.entry("mart_denial_by_reason", "denied_line_count charge_amount"),
          Map.entry("mart_not_judged", "line_count charge_amount"),
          Map.entry("mart_not_judged_line", "charge_amount"),
          Map.entry("mart_cash", "cash_amount first_payer_cash_amount later_payer_cash_amount"),
          Map.entry("mart_cash_line", "cash_amount first_payer_cash_amount"),
          Map.entry("mart_work_rvu", "paid_line_count paid_amount"),
          Map.entry(
              "mart_code_summary",
              "line_count charge_amount allowed_amount paid_amount underpaid_amount"
                  + " first_answered_line_count"),
          Map.entry(
              "mart_payer_month",
              "line_count charge_amount expected_allowed_amount underpaid_amount paid_amount"
                  + " first_answered_line_count"),
          Map.entry("mart_release_basis", "line_count charge_amount"));

  private static final Set<String> OTHERS =
      Set.of(
          "mart_bridge", "mart_measure", "mart_aging", "mart_report_period", "mart_cash_control");

  private static final List<String> MEASURES =
      List.of(
          "NET_DAYS_IN_AR",
          "GROSS_DAYS_IN_AR",
          "AR_OVER_90_DAYS",
          "AR_OVER_120_DAYS",
          "INSURANCE_NET_COLLECTION_RATE",
          "FIRST_PASS_YIELD",
          "INITIAL_DENIAL_RATE",
          "INITIAL_DENIAL_RATE_CHARGES",
          "FINAL_DENIAL_RATE",
          "MEDIAN_DAYS_TO_PAY",
          "DAYS_TO_PAY_90TH_PERCENTILE",
          "CHARGE_LAG");

  private static final Set<String> BALANCES = Set.copyOf(MEASURES.subList(0, 4));

  private static final Set<String> READ =
      Set.of(
          "int_adjudicated_line",
          "int_line_event",
          "int_line_version",
          "int_denial",
          "int_first_answer");

  private record Asked(ReportPeriod period, DateBasis basis) {}

  @TempDir private static Path folder = Path.of("");

  private static final Map<Asked, Map<String, List<Map<String, @Nullable Object>>>> MADE =
      new HashMap<>();
  private static final Map<DateBasis, SlowMeasures> SLOW = new HashMap<>();

  @BeforeAll
  static void report_one_history_by_month_quarter_and_year() throws IOException {
    Path sample = folder.resolve("sample");
    Sample.write(
        new SampleRequest(3_000, 24, sample, 24, LAST, null, null, false), Progress.SILENT);
    Practice practice = PracticeFile.read(sample.resolve("practice.yaml"));
    List<Asked> all = new ArrayList<>();
    for (DateBasis basis : DateBasis.values()) {
      MONTHS.forEach(month -> all.add(new Asked(month, basis)));
      all.add(new Asked(QUARTER, basis));
    }
    all.add(new Asked(YEAR, DateBasis.SERVICE));
    try (Engine engine = SmallRun.newEngine()) {
      WarehouseViews.register(engine, sample, Map.of());
      Path work = Files.createDirectory(folder.resolve("work"));
      new ReferenceViews(folder.resolve("none"), work).register(engine);
      InputViews.register(engine, practice);
      Set<String> marts = new HashSet<>(SUMS.keySet());
      marts.addAll(OTHERS);
      Job job = NeededSteps.withMarts(JOB, marts, READ);
      for (Asked asked : all) {
        ReportPlan plan = MonthlyReportPlan.of(practice, asked.period(), asked.basis());
        if (MADE.isEmpty()) {
          InputViews.register(
              engine, ContractSet.of(practice), KnownReference.NOTHING, plan.scenarios());
        }
        Map<String, Object> parameters = PracticeSettings.parameters(practice);
        parameters.putAll(plan.parameters());
        Map<String, List<Map<String, @Nullable Object>>> rows = new HashMap<>();
        new JobRunner(engine, Progress.SILENT)
            .run(MADE.isEmpty() ? job : ofThePeriod(job, plan), parameters)
            .forEach((mart, made) -> rows.put(mart, MartRows.of(made)));
        MADE.put(asked, rows);
      }
      Map<String, List<Map<String, @Nullable Object>>> tables = new HashMap<>();
      READ.forEach(table -> tables.put(table, engine.all(table)));
      LocalDate lastPayment =
          engine.all("payment").stream()
              .map(row -> (LocalDate) Objects.requireNonNull(row.get("payment_date")))
              .max(LocalDate::compareTo)
              .orElseThrow();
      for (DateBasis basis : DateBasis.values()) {
        SLOW.put(basis, new SlowMeasures(tables, basis, lastPayment));
      }
    }
  }

  // The steps that another period makes anew: what prices and matches lines is made once.
  private static Job ofThePeriod(Job job, ReportPlan plan) {
    Set<String> parameters = new HashSet<>(MonthlyReportPlan.months(QUARTER).keySet());
    parameters.add("date_basis");
    assertThat(plan.parameters()).containsKeys(parameters.toArray(String[]::new));
    Set<String> changed = new HashSet<>();
    List<Job.Step> steps =
        job.steps().stream()
            .filter(
                step ->
                    parameters.stream().anyMatch(name -> step.sql().text().contains(":" + name))
                        || !step.sql().reads(changed).isEmpty())
            .peek(step -> changed.add(step.sql().name()))
            .toList();
    return new Job(job.name(), steps, job.marts());
  }

  private static List<Map<String, @Nullable Object>> rows(
      ReportPeriod period, DateBasis basis, String mart) {
    return Objects.requireNonNull(
        Objects.requireNonNull(MADE.get(new Asked(period, basis))).get(mart), mart);
  }

  private static BigDecimal sum(
      ReportPeriod period,
      DateBasis basis,
      String mart,
      String column,
      Predicate<Map<String, @Nullable Object>> test) {
    return rows(period, basis, mart).stream()
        .filter(test)
        .map(row -> row.get(column))
        .filter(Objects::nonNull)
        .map(value -> new BigDecimal(String.valueOf(value)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  // A mart of several periods has the report's own among others.
  private static BigDecimal own(ReportPeriod period, DateBasis basis, String mart, String column) {
    return sum(
        period,
        basis,
        mart,
        column,
        row -> !mart.equals("mart_variance") || period.label().equals(row.get("report_period")));
  }

  static Stream<Arguments> sums() {
    return Stream.of(DateBasis.values())
        .flatMap(
            basis ->
                SUMS.entrySet().stream()
                    .flatMap(
                        mart ->
                            Arrays.stream(mart.getValue().split(" ", -1))
                                .map(column -> Arguments.of(basis, mart.getKey(), column))));
  }

  @ParameterizedTest
  @MethodSource("sums")
  void a_quarter_is_the_sum_of_its_months(DateBasis basis, String mart, String column) {
    BigDecimal months =
        MONTHS.stream()
            .map(month -> own(month, basis, mart, column))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(months.signum()).as("%s.%s", mart, column).isNotZero();
    assertThat(own(QUARTER, basis, mart, column)).isEqualByComparingTo(months);
  }

  @ParameterizedTest
  @EnumSource(DateBasis.class)
  void the_underpaid_lines_of_a_quarter_are_those_of_its_months(DateBasis basis) {
    Set<String> months = new TreeSet<>();
    MONTHS.forEach(month -> months.addAll(lines(month, basis)));
    assertThat(months).isNotEmpty();
    assertThat(lines(QUARTER, basis)).containsExactlyInAnyOrderElementsOf(months);
  }

  private static List<String> lines(ReportPeriod period, DateBasis basis) {
    return rows(period, basis, "mart_underpaid_line").stream()
        .map(row -> row.get("claim_id") + " " + row.get("claim_line_number"))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(DateBasis.class)
  void a_line_that_is_paid_in_two_months_is_one_row_of_the_quarter(DateBasis basis) {
    List<Map<String, @Nullable Object>> quarter = rows(QUARTER, basis, "mart_cash_line");
    long months =
        MONTHS.stream().mapToLong(month -> rows(month, basis, "mart_cash_line").size()).sum();
    assertThat(quarter)
        .hasSizeLessThan(Math.toIntExact(months))
        .extracting(row -> row.get("claim_id") + " " + row.get("claim_line_number"))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(DateBasis.class)
  void the_cash_of_a_quarter_ties_to_the_remittances_of_its_months(DateBasis basis) {
    Predicate<Map<String, @Nullable Object>> cash =
        row -> Integer.valueOf(15).equals(row.get("ordinal"));
    for (String column : List.of("expected_amount", "found_amount")) {
      BigDecimal months =
          MONTHS.stream()
              .map(month -> sum(month, basis, "mart_cash_control", column, cash))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(sum(QUARTER, basis, "mart_cash_control", column, cash))
          .isEqualByComparingTo(months)
          .isPositive();
    }
    assertThat(rows(QUARTER, basis, "mart_cash_control"))
        .extracting(row -> row.get("control"))
        .contains("Paid in the report quarter (BPR16): remittances = on lines + on no line");
  }

  private static BigDecimal step(
      ReportPeriod period, DateBasis basis, String bridge, String bridged, String step) {
    return sum(
        period,
        basis,
        "mart_bridge",
        "step_amount",
        row ->
            bridge.equals(row.get("bridge"))
                && bridged.equals(row.get("bridged"))
                && (step.isEmpty() || step.equals(row.get("step"))));
  }

  @ParameterizedTest
  @EnumSource(DateBasis.class)
  void the_bridge_of_a_quarter_goes_between_the_sums_of_months(DateBasis basis) {
    for (String bridged : List.of("ALLOWED", "PAID")) {
      assertThat(step(QUARTER, basis, "PRIOR_QUARTER", bridged, "QUARTER"))
          .isEqualByComparingTo(
              MONTHS.stream()
                  .map(month -> step(month, basis, "PRIOR_YEAR", bridged, "MONTH"))
                  .reduce(BigDecimal.ZERO, BigDecimal::add))
          .isPositive();
      assertThat(step(QUARTER, basis, "PRIOR_YEAR", bridged, "BASE"))
          .isEqualByComparingTo(
              MONTHS.stream()
                  .map(month -> step(month, basis, "PRIOR_YEAR", bridged, "BASE"))
                  .reduce(BigDecimal.ZERO, BigDecimal::add))
          .isPositive();
    }
  }

  @ParameterizedTest
  @EnumSource(DateBasis.class)
  void the_bridge_of_a_quarter_adds_up_to_the_cent(DateBasis basis) {
    for (String bridge : List.of("PRIOR_QUARTER", "PRIOR_YEAR")) {
      for (String bridged : List.of("ALLOWED", "PAID")) {
        BigDecimal last = step(QUARTER, basis, bridge, bridged, "QUARTER");
        BigDecimal others = step(QUARTER, basis, bridge, bridged, "").subtract(last);
        assertThat(others.subtract(last)).as("%s %s", bridge, bridged).isEqualByComparingTo("0.00");
      }
    }
  }

  private static List<YearMonth> months(String from, String to) {
    YearMonth last = YearMonth.parse(to);
    return Stream.iterate(
            YearMonth.parse(from), month -> !month.isAfter(last), month -> month.plusMonths(1))
        .toList();
  }

  private static void agrees(
      ReportPeriod period, DateBasis basis, String measure, String column, List<YearMonth> months) {
    BigDecimal slow = Objects.requireNonNull(SLOW.get(basis)).value(measure, months);
    Object found =
        rows(period, basis, "mart_measure").stream()
            .filter(row -> measure.equals(row.get("measure")))
            .findFirst()
            .orElseThrow()
            .get(column);
    assertThat(slow).as("%s %s", measure, column).isNotNull();
    assertThat((BigDecimal) found)
        .as("%s %s", measure, column)
        .isCloseTo(Objects.requireNonNull(slow), within(CLOSE));
  }

  // What is in A/R is that at the end; all else is of all months.
  private static List<YearMonth> measured(String measure, List<YearMonth> months) {
    return BALANCES.contains(measure) ? months.subList(months.size() - 1, months.size()) : months;
  }

  static Stream<Arguments> measures() {
    return Stream.of(DateBasis.values())
        .flatMap(basis -> MEASURES.stream().map(measure -> Arguments.of(measure, basis)));
  }

  @ParameterizedTest
  @MethodSource("measures")
  void a_measure_is_that_of_the_quarter(String measure, DateBasis basis) {
    agrees(
        QUARTER,
        basis,
        measure,
        "this_period_value",
        measured(measure, months("2026-07", "2026-09")));
  }

  @ParameterizedTest
  @MethodSource("measures")
  void beside_it_is_that_of_the_quarter_before(String measure, DateBasis basis) {
    agrees(
        QUARTER,
        basis,
        measure,
        "prior_period_value",
        measured(measure, months("2026-04", "2026-06")));
  }

  @ParameterizedTest
  @MethodSource("measures")
  void beside_it_is_that_of_the_quarter_a_year_before(String measure, DateBasis basis) {
    agrees(
        QUARTER,
        basis,
        measure,
        "last_year_value",
        measured(measure, months("2025-07", "2025-09")));
  }

  @ParameterizedTest
  @MethodSource("measures")
  void the_year_to_date_ends_with_the_quarter(String measure, DateBasis basis) {
    agrees(QUARTER, basis, measure, "year_to_date_value", months("2026-01", "2026-09"));
  }

  @ParameterizedTest
  @MethodSource("measures")
  void the_mean_is_of_the_twelve_months_before_the_quarter(String measure, DateBasis basis) {
    agrees(QUARTER, basis, measure, "twelve_month_value", months("2025-07", "2026-06"));
  }

  static List<String> allMeasures() {
    return MEASURES;
  }

  // Its last remittance is of October.
  @ParameterizedTest
  @MethodSource("allMeasures")
  void a_year_that_is_not_over_is_measured_to_date(String measure) {
    agrees(
        YEAR,
        DateBasis.SERVICE,
        measure,
        "this_period_value",
        measured(measure, months("2026-01", "2026-10")));
  }

  @ParameterizedTest
  @EnumSource(DateBasis.class)
  void receivables_of_a_quarter_are_those_of_its_last_month(DateBasis basis) {
    assertThat(rows(QUARTER, basis, "mart_aging"))
        .isNotEmpty()
        .isEqualTo(rows(MONTHS.get(2), basis, "mart_aging"));
  }

  @Test
  void the_months_with_lines_are_counted_in_each_period_that_is_compared() {
    assertThat(rows(YEAR, DateBasis.SERVICE, "mart_report_period"))
        .extracting(
            row -> row.get("period"),
            row -> row.get("month_with_lines_count"),
            row -> row.get("month_count"))
        .containsExactly(tuple("2025", 12L, 12L), tuple("2026", 10L, 12L));
    assertThat(rows(QUARTER, DateBasis.SERVICE, "mart_report_period"))
        .extracting(row -> row.get("period"))
        .containsExactly("2025-Q3", "2026-Q2", "2026-Q3");
  }
}
