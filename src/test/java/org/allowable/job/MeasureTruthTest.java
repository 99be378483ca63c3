package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each measure of a sample's month, and A/R by payer and age, against {@link SlowMeasures}. */
@Tag("long")
class MeasureTruthTest {

  // The last remittance on file is of the month after it.
  private static final YearMonth MONTH = YearMonth.of(2026, 9);
  private static final YearMonth LAST = YearMonth.of(2026, 10);

  // The daily averages are rounded to a millionth of a cent.
  private static final BigDecimal CLOSE = new BigDecimal("0.00000001");

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

  private static final Set<String> READ =
      Set.of(
          "int_adjudicated_line",
          "int_line_event",
          "int_line_version",
          "int_denial",
          "int_first_answer");

  private record Made(Map<String, Rows> marts, SlowMeasures slow) {

    List<Map<String, @Nullable Object>> rows(String mart) {
      return MartRows.of(Objects.requireNonNull(marts.get(mart), mart));
    }

    Map<String, @Nullable Object> measure(String measure) {
      return rows("mart_measure").stream()
          .filter(row -> measure.equals(row.get("measure")))
          .findFirst()
          .orElseThrow();
    }
  }

  @TempDir private static Path folder = Path.of("");

  private static final Map<DateBasis, Made> MADE = new EnumMap<>(DateBasis.class);

  @BeforeAll
  static void run_the_job_on_a_sample() throws IOException {
    Path sample = folder.resolve("sample");
    Sample.write(
        new SampleRequest(3_000, 23, sample, 20, LAST, null, null, false), Progress.SILENT);
    for (DateBasis dateBasis : DateBasis.values()) {
      MADE.put(dateBasis, made(sample, dateBasis));
    }
  }

  private static Made made(Path sample, DateBasis dateBasis) throws IOException {
    Engine engine = SmallRun.newEngine();
    WarehouseViews.register(engine, sample, Map.of());
    Path work = Files.createDirectory(folder.resolve(dateBasis.name()));
    new ReferenceViews(folder.resolve("none"), work).register(engine);
    Practice practice = PracticeFile.read(sample.resolve("practice.yaml"));
    ReportPlan plan = MonthlyReportPlan.of(practice, ReportPeriod.of(MONTH), dateBasis);
    InputViews.register(engine, practice);
    InputViews.register(engine, ContractSet.of(practice), KnownReference.NOTHING, plan.scenarios());
    Map<String, Object> parameters = PracticeSettings.parameters(practice);
    parameters.putAll(plan.parameters());
    Set<String> marts = Set.of("mart_measure", "mart_aging", "mart_trend");
    Job job = NeededSteps.withMarts(Job.named("monthly-report"), marts, READ);
    Map<String, Rows> made = new JobRunner(engine, Progress.SILENT).run(job, parameters);
    Map<String, List<Map<String, @Nullable Object>>> tables = new HashMap<>();
    READ.forEach(table -> tables.put(table, engine.all(table)));
    LocalDate lastPayment =
        engine.all("payment").stream()
            .map(row -> (LocalDate) Objects.requireNonNull(row.get("payment_date")))
            .max(LocalDate::compareTo)
            .orElseThrow();
    return new Made(made, new SlowMeasures(tables, dateBasis, lastPayment));
  }

  private static Made of(DateBasis dateBasis) {
    return Objects.requireNonNull(MADE.get(dateBasis));
  }

  static Stream<Arguments> measures() {
    return Stream.of(DateBasis.values())
        .flatMap(basis -> MEASURES.stream().map(measure -> Arguments.of(measure, basis)));
  }

  private static List<YearMonth> months(YearMonth from, YearMonth to) {
    return Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1)).toList();
  }

  private static void agrees(
      String measure, DateBasis basis, String column, YearMonth from, YearMonth to) {
    Made made = of(basis);
    BigDecimal slow = made.slow().value(measure, months(from, to));
    Object found = made.measure(measure).get(column);
    assertThat(slow).as("%s %s", measure, column).isNotNull();
    assertThat((BigDecimal) found)
        .as("%s %s", measure, column)
        .isCloseTo(Objects.requireNonNull(slow), within(CLOSE));
  }

  @ParameterizedTest
  @MethodSource("measures")
  void a_measure_is_that_of_the_report_month(String measure, DateBasis basis) {
    agrees(measure, basis, "this_period_value", MONTH, MONTH);
  }

  @ParameterizedTest
  @MethodSource("measures")
  void beside_it_is_that_of_the_month_before(String measure, DateBasis basis) {
    agrees(measure, basis, "prior_period_value", MONTH.minusMonths(1), MONTH.minusMonths(1));
  }

  @ParameterizedTest
  @MethodSource("measures")
  void beside_it_is_that_of_the_month_a_year_before(String measure, DateBasis basis) {
    agrees(measure, basis, "last_year_value", MONTH.minusYears(1), MONTH.minusYears(1));
  }

  @ParameterizedTest
  @MethodSource("measures")
  void the_year_to_date_begins_in_january(String measure, DateBasis basis) {
    agrees(measure, basis, "year_to_date_value", YearMonth.of(2026, 1), MONTH);
  }

  @ParameterizedTest
  @MethodSource("measures")
  void the_mean_is_of_the_twelve_months_before(String measure, DateBasis basis) {
    agrees(measure, basis, "twelve_month_value", MONTH.minusYears(1), MONTH.minusMonths(1));
    assertThat(of(basis).measure(measure)).containsEntry("mean_month_count", 12L);
  }

  @ParameterizedTest
  @EnumSource(DateBasis.class)
  void receivables_stand_with_their_payer_and_age(DateBasis basis) {
    SlowMeasures slow = of(basis).slow();
    assertThat(aged(basis, "aged_0_30_amount"))
        .isNotEmpty()
        .isEqualTo(slow.aged(MONTH, Long.MIN_VALUE, 30));
    assertThat(aged(basis, "aged_31_60_amount")).isEqualTo(slow.aged(MONTH, 31, 60));
    assertThat(aged(basis, "aged_61_90_amount")).isEqualTo(slow.aged(MONTH, 61, 90));
    assertThat(aged(basis, "aged_91_120_amount")).isEqualTo(slow.aged(MONTH, 91, 120));
    assertThat(aged(basis, "aged_over_120_amount"))
        .isEqualTo(slow.aged(MONTH, 121, Long.MAX_VALUE));
  }

  private static Map<String, BigDecimal> aged(DateBasis basis, String column) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (Map<String, @Nullable Object> row : of(basis).rows("mart_aging")) {
      BigDecimal amount = EngineRows.amount(row, column);
      if (amount.signum() > 0) {
        sums.put(String.valueOf(row.get("payer")), amount);
      }
    }
    return sums;
  }

  @ParameterizedTest
  @EnumSource(DateBasis.class)
  void ages_add_up_to_the_receivables_of_the_measure(DateBasis basis) {
    BigDecimal sum =
        of(basis).rows("mart_aging").stream()
            .flatMap(
                row ->
                    Stream.of("0_30", "31_60", "61_90", "91_120", "over_120")
                        .map(age -> EngineRows.amount(row, "aged_" + age + "_amount")))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(EngineRows.amount(of(basis).measure("GROSS_DAYS_IN_AR"), "numerator"))
        .isEqualByComparingTo(sum)
        .isPositive();
  }

  // Two sheets of one workbook.
  @ParameterizedTest
  @EnumSource(DateBasis.class)
  void the_initial_denial_rate_is_that_of_the_trend(DateBasis basis) {
    Map<String, @Nullable Object> month =
        of(basis).rows("mart_trend").stream()
            .filter(row -> MONTH.toString().equals(row.get("report_month")))
            .findFirst()
            .orElseThrow();
    assertThat(of(basis).measure("INITIAL_DENIAL_RATE").get("this_period_value"))
        .isNotNull()
        .isEqualTo(month.get("initial_denial_rate"));
  }

  @Test
  void what_goes_by_its_own_date_is_the_same_by_service_and_by_payment_date() {
    for (int place : IntStream.of(0, 1, 2, 3, 4, 8, 9, 10, 11).toArray()) {
      assertThat(of(DateBasis.PAYMENT).measure(MEASURES.get(place)))
          .isEqualTo(of(DateBasis.SERVICE).measure(MEASURES.get(place)));
    }
  }
}
