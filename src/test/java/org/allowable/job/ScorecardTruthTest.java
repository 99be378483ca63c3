package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
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
import org.allowable.model.Rows;
import org.allowable.sample.Sample;
import org.allowable.sample.SampleRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scorecards of a sample's quarter, against {@link SlowScorecard} and {@link SlowMeasures}. */
@Tag("long")
class ScorecardTruthTest {

  private static final YearMonth LAST = YearMonth.of(2026, 10);
  private static final ReportPeriod QUARTER =
      new ReportPeriod(PeriodUnit.QUARTER, YearMonth.of(2026, 7));
  private static final BigDecimal CLOSE = new BigDecimal("0.0000000001");

  // Rules of each width, two that follow each other, and costs that change within the year.
  private static final String TERMS =
      """
      scorecard:
        rework_cost:
          - {from: 2020-01-01, to: 2026-03-14, amount: 21.75, source: "a"}
          - {from: 2026-03-15, amount: 30.10, source: "b"}
        cost_of_capital:
          - {from: 2020-01-01, to: 2026-05-31, annual_percent: 7.25, source: "c"}
          - {from: 2026-06-01, annual_percent: 8.3333, source: "d"}
        prompt_pay:
          - {payer_class: commercial, from: 2020-01-01, days: 45, annual_percent: 10, source: "e"}
          - {payer_class: commercial, state: NJ, from: 2020-01-01, to: 2026-06-30, days: 30, annual_percent: 12, source: "f"}
          - {payer_class: commercial, state: NJ, from: 2026-07-01, days: 28, annual_percent: 12.5, source: "g"}
          - {payer: Blue Harbor, from: 2020-01-01, days: 20, annual_percent: 18, source: "h"}
          - {payer_class: workers_compensation, claim_type: professional, from: 2020-01-01, days: 25, annual_percent: 9, source: "i"}
          - {payer_class: workers_compensation, claim_type: facility, from: 2020-01-01, days: 1, annual_percent: 99, source: "j"}
      """;

  private static final Set<String> READ =
      Set.of(
          "int_adjudicated_line",
          "int_line_event",
          "int_line_version",
          "int_denial",
          "int_first_answer",
          "int_scorecard",
          "stg_claim_line",
          "stg_remit_line");

  @TempDir private static Path folder = Path.of("");

  private static Map<String, Rows> marts = Map.of();
  private static Map<String, List<Map<String, @Nullable Object>>> tables = new HashMap<>();
  private static @Nullable Practice practice;
  private static LocalDate lastPayment = LocalDate.EPOCH;

  @BeforeAll
  static void run_the_job_on_a_sample() throws IOException {
    Path sample = folder.resolve("sample");
    Sample.write(
        new SampleRequest(3_000, 23, sample, 20, LAST, null, null, false), Progress.SILENT);
    Path file = sample.resolve("practice.yaml");
    String text = Files.readString(file);
    int from = text.indexOf("scorecard:\n");
    int to = text.indexOf("\n# payer_class:", from);
    Files.writeString(file, text.substring(0, from) + TERMS + text.substring(to));
    Practice read = PracticeFile.read(file);
    practice = read;
    Engine engine = SmallRun.newEngine();
    WarehouseViews.register(engine, sample, Map.of());
    new ReferenceViews(folder.resolve("none"), Files.createDirectory(folder.resolve("work")))
        .register(engine);
    InputViews.register(engine, read);
    InputViews.register(engine, ContractSet.of(read), KnownReference.NOTHING, List.of());
    Map<String, Object> parameters = PracticeSettings.parameters(read);
    parameters.putAll(ScorecardPlan.of(read, QUARTER, DateBasis.SERVICE).parameters());
    Job job = Job.named(ScorecardPlan.JOB);
    marts = new JobRunner(engine, Progress.SILENT).run(job, parameters);
    tables.clear();
    Stream.concat(READ.stream(), Stream.of("remit_line", "payment", "provider_adjustment"))
        .forEach(table -> tables.put(table, engine.all(table)));
    lastPayment =
        engine.all("payment").stream()
            .map(row -> (LocalDate) Objects.requireNonNull(row.get("payment_date")))
            .max(LocalDate::compareTo)
            .orElseThrow();
  }

  private static Practice practice() {
    return Objects.requireNonNull(practice);
  }

  private static List<Map<String, @Nullable Object>> mart(String name) {
    return MartRows.of(Objects.requireNonNull(marts.get(name), name));
  }

  private static List<YearMonth> months(String period) {
    boolean isThis = period.equals("this_period");
    YearMonth first = isThis ? QUARTER.first() : QUARTER.first().minusYears(1);
    YearMonth last = isThis ? QUARTER.last() : QUARTER.first().minusMonths(1);
    return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
        .toList();
  }

  private static SlowScorecard.Time time(String period) {
    Set<String> names = new HashSet<>();
    months(period).forEach(month -> names.add(month.toString()));
    return new SlowScorecard.Time(names, period.equals("this_period"));
  }

  private static List<Map<String, @Nullable Object>> cards() {
    List<Map<String, @Nullable Object>> cards = Objects.requireNonNull(tables.get("int_scorecard"));
    assertThat(cards).hasSizeGreaterThan(12);
    return cards;
  }

  private static BigDecimal number(@Nullable Object value) {
    return value == null ? BigDecimal.ZERO : new BigDecimal(value.toString());
  }

  @Test
  void every_sum_of_every_payer_is_that_of_its_lines() {
    SlowScorecard slow =
        new SlowScorecard(
            tables,
            practice(),
            QUARTER.last().atEndOfMonth().isBefore(lastPayment)
                ? QUARTER.last().atEndOfMonth()
                : lastPayment);
    Set<String> told = new HashSet<>();
    for (Map<String, @Nullable Object> card : cards()) {
      String payer = String.valueOf(card.get("payer"));
      String period = String.valueOf(card.get("period"));
      Map<String, BigDecimal> expected = slow.of(payer, time(period));
      expected.forEach(
          (column, value) -> {
            assertThat(number(card.get(column)))
                .as("%s %s %s", payer, period, column)
                .isEqualByComparingTo(value);
            if (value.signum() != 0) {
              told.add(column);
            }
          });
      for (String column : List.of("interest_amount", "accruing_interest_amount")) {
        if (!expected.containsKey(column)) {
          assertThat(number(card.get(column))).as("%s %s", payer, column).isZero();
        }
      }
    }
    assertThat(told)
        .contains(
            "rework_cost_amount",
            "delay_cost_amount",
            "interest_amount",
            "interest_paid_amount",
            "accruing_interest_amount",
            "underpaid_amount",
            "overturned_line_count");
  }

  @Test
  void interest_still_due_is_what_is_due_and_not_paid() {
    Set<String> seen = new HashSet<>();
    for (Map<String, @Nullable Object> card : cards()) {
      BigDecimal paid = number(card.get("interest_paid_amount"));
      if (card.get("interest_amount") == null) {
        assertThat(card.get("interest_still_due_amount")).as("%s", card).isNull();
        continue;
      }
      BigDecimal left = number(card.get("interest_amount")).subtract(paid);
      assertThat(number(card.get("interest_still_due_amount")))
          .as("%s", card)
          .isEqualByComparingTo(left.max(BigDecimal.ZERO));
      seen.add(left.signum() <= 0 ? "none is left" : paid.signum() > 0 ? "a part" : "all");
    }
    assertThat(seen).contains("none is left", "a part");
  }

  // The measures of one payer's lines alone.
  private static SlowMeasures measures(String payer) {
    Set<Object> keys = new HashSet<>();
    Map<String, List<Map<String, @Nullable Object>>> own = new HashMap<>();
    Objects.requireNonNull(tables.get("int_adjudicated_line")).stream()
        .filter(line -> payer.equals(line.get("payer")))
        .forEach(line -> keys.add(Objects.requireNonNull(line.get("claim_line_key"))));
    for (String table :
        List.of(
            "int_adjudicated_line",
            "int_line_event",
            "int_line_version",
            "int_denial",
            "int_first_answer")) {
      List<Map<String, @Nullable Object>> rows = new ArrayList<>();
      for (Map<String, @Nullable Object> row : Objects.requireNonNull(tables.get(table))) {
        Object chain = row.get("chain_line_key");
        if (keys.contains(chain == null ? row.get("claim_line_key") : chain)) {
          rows.add(row);
        }
      }
      own.put(table, rows);
    }
    return new SlowMeasures(own, DateBasis.SERVICE, lastPayment);
  }

  @Test
  void rates_and_days_are_those_of_the_measures_of_the_payers_lines() {
    int compared = 0;
    for (Map<String, @Nullable Object> row : mart("mart_payer_scorecard")) {
      String measure = String.valueOf(row.get("measure"));
      if (!Set.of(
              "FIRST_PASS_YIELD",
              "INITIAL_DENIAL_RATE",
              "FINAL_DENIAL_RATE",
              "MEDIAN_DAYS_TO_PAY",
              "DAYS_TO_PAY_90TH_PERCENTILE")
          .contains(measure)) {
        continue;
      }
      SlowMeasures slow = measures(String.valueOf(row.get("payer")));
      if (!"TOO_FEW".equals(row.get("few_lines"))) {
        assertThat(number(row.get("this_period_value")))
            .as("%s %s", row.get("payer"), measure)
            .isCloseTo(
                Objects.requireNonNull(slow.value(measure, months("this_period"))), within(CLOSE));
        compared++;
      }
      if (!"TOO_FEW".equals(row.get("twelve_month_few_lines"))) {
        assertThat(number(row.get("twelve_month_value")))
            .as("%s %s before", row.get("payer"), measure)
            .isCloseTo(
                Objects.requireNonNull(slow.value(measure, months("twelve_months"))),
                within(CLOSE));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(50);
  }

  @Test
  void a_value_is_left_out_for_fewer_than_eleven_lines_and_for_no_other_reason() {
    Set<Object> read = new HashSet<>();
    for (Map<String, @Nullable Object> row : mart("mart_payer_scorecard")) {
      long lines = number(row.get("measured_line_count")).longValueExact();
      boolean isCost = Set.of("REWORK_COST", "DELAY_COST").contains(row.get("measure"));
      boolean isDivided =
          "days".equals(row.get("unit")) || number(row.get("denominator")).signum() > 0;
      assertThat(row.get("this_period_value") == null)
          .as("%s", row)
          .isEqualTo(lines < 11 || (!isDivided && !isCost));
      assertThat(row.get("few_lines"))
          .isEqualTo(lines < 11 ? "TOO_FEW" : lines < 30 ? "FEW" : "ENOUGH");
      read.add(Objects.requireNonNull(row.get("few_lines")));
    }
    assertThat(read).containsExactlyInAnyOrder("TOO_FEW", "FEW", "ENOUGH");
  }

  @Test
  void the_scorecards_and_lines_without_a_payer_add_up_to_the_lines_of_the_quarter() {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (Map<String, @Nullable Object> line :
        Objects.requireNonNull(tables.get("int_adjudicated_line"))) {
      if ("current".equals(line.get("line_status"))
          && time("this_period").months().contains(String.valueOf(line.get("service_month")))) {
        sums.merge("line_count", BigDecimal.ONE, BigDecimal::add);
        sums.merge("charge_amount", number(line.get("charge_amount")), BigDecimal::add);
      }
    }
    Map<String, BigDecimal> shown = new TreeMap<>();
    for (Map<String, @Nullable Object> card : mart("mart_scorecard")) {
      sums.keySet().forEach(c -> shown.merge(c, number(card.get(c)), BigDecimal::add));
    }
    assertThat(shown).isEqualTo(sums);
  }

  @Test
  void all_controls_hold_over_something() {
    assertThat(mart("mart_scorecard_control"))
        .hasSize(11)
        .allSatisfy(
            row -> {
              assertThat(number(row.get("difference_amount"))).isZero();
              assertThat(number(row.get("expected_amount"))).isPositive();
            });
  }

  @Test
  void interest_by_rule_adds_up_to_interest_by_payer() {
    Map<String, BigDecimal> byRule = new TreeMap<>();
    Map<String, BigDecimal> byPayer = new TreeMap<>();
    for (Map<String, @Nullable Object> row : mart("mart_scorecard_interest")) {
      byRule.merge(
          String.valueOf(row.get("payer")),
          number(row.get("interest_amount")).add(number(row.get("accruing_interest_amount"))),
          BigDecimal::add);
    }
    for (Map<String, @Nullable Object> row : mart("mart_scorecard")) {
      if (byRule.containsKey(String.valueOf(row.get("payer")))) {
        byPayer.put(
            String.valueOf(row.get("payer")),
            number(row.get("interest_amount")).add(number(row.get("accruing_interest_amount"))));
      }
    }
    assertThat(byRule).hasSizeGreaterThan(2).isEqualTo(byPayer);
  }
}
