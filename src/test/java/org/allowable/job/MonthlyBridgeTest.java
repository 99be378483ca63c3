package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.allowable.engine.Engine;
import org.allowable.model.PeriodUnit;
import org.allowable.model.ReportPeriod;
import org.allowable.model.Table;
import org.allowable.model.Tables;
import org.allowable.sql.SqlStep;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Why a month's amount is not the month before's: each cause alone, and all of them at random. */
@Tag("long")
class MonthlyBridgeTest {

  private static final Table MONTHS = Tables.named("int_bridge_period");
  private static final ReportPeriod MONTH = ReportPeriod.parse(PeriodUnit.MONTH, "2026-09");
  private static final String BEFORE = MONTH.before().label();
  private static final String NOW = MONTH.label();

  private static final List<String> CAUSES =
      List.of("VOLUME", "MIX", "SETTING", "LAG", "DENIAL", "RULE", "RATE", "PAYMENT");

  private final List<@Nullable Object[]> rows = new ArrayList<>();

  /** Lines, answered, allowed; then dollars a line allowed, expected, and of one unit. */
  private void cell(
      String month, String payer, String setting, String counts, String allowed, String expected) {
    String[] of = counts.split(" ", -1);
    BigDecimal lines = new BigDecimal(of[2]);
    BigDecimal total = new BigDecimal(allowed).multiply(lines);
    BigDecimal priced = new BigDecimal(expected).multiply(lines);
    Map<String, @Nullable Object> cells = new LinkedHashMap<>();
    cells.put("period", month);
    cells.put("payer", payer);
    cells.put("hcpcs_code", "62323");
    cells.put("setting", setting);
    cells.put("line_count", Long.parseLong(of[0]));
    cells.put("answered_line_count", Long.parseLong(of[1]));
    cells.put("allowed_line_count", lines.longValueExact());
    cells.put("allowed_total", total);
    cells.put("paid_total", total);
    cells.put("priced_line_count", lines.longValueExact());
    cells.put("priced_total", priced);
    boolean isMedicare = payer.equals("Medicare");
    cells.put("fee_line_count", isMedicare ? lines.longValueExact() : 0L);
    cells.put("fee_total", isMedicare ? priced : null);
    rows.add(MONTHS.columnNames().stream().map(cells::get).toArray());
  }

  private Engine made() {
    return made(MONTH);
  }

  private Engine made(ReportPeriod period) {
    Engine engine = SmallRun.newEngine();
    engine.rows(MONTHS, rows);
    for (String step :
        List.of(
            "period/int_report_month",
            "monthly-report/int_bridge_cell",
            "monthly-report/int_bridge_step",
            "monthly-report/mart_bridge")) {
      engine.keep(
          new SqlStep(step.substring(step.indexOf('/') + 1), "jobs/report/" + step + ".sql"),
          MonthlyReportPlan.months(period));
    }
    return engine;
  }

  private static Map<String, BigDecimal> steps(Engine engine, String bridged) {
    return steps(engine, "PRIOR_MONTH", bridged);
  }

  private static Map<String, BigDecimal> steps(Engine engine, String bridge, String bridged) {
    Map<String, BigDecimal> steps = new LinkedHashMap<>();
    for (Map<String, @Nullable Object> row : engine.all("mart_bridge")) {
      if (bridged.equals(row.get("bridged")) && bridge.equals(row.get("bridge"))) {
        steps.put(
            String.valueOf(row.get("step")),
            new BigDecimal(String.valueOf(row.get("step_amount"))));
      }
    }
    return steps;
  }

  // Ten lines at 100 dollars in the month before.
  @ParameterizedTest
  @CsvSource({
    "twenty lines, Commercial, office, 20 20 20, 100, 100, VOLUME, 1000.00",
    "half of them answered, Commercial, office, 10 5 5, 100, 100, LAG, -500.00",
    "one of five denied, Commercial, office, 10 10 8, 100, 100, DENIAL, -200.00",
    "a contract that pays more, Commercial, office, 10 10 10, 110, 110, RATE, 100.00",
    "the payer allows less than expected, Commercial, office, 10 10 10, 93, 100, PAYMENT, -70.00",
    "Medicare's fee falls, Medicare, office, 10 10 10, 97.50, 97.50, RULE, -25.00"
  })
  void a_cause_alone_makes_the_whole_change(
      String name,
      String payer,
      String setting,
      String counts,
      String allowed,
      String expected,
      String cause,
      BigDecimal change) {
    cell(BEFORE, payer, "office", "10 10 10", "100", "100");
    cell(NOW, payer, setting, counts, allowed, expected);
    Map<String, BigDecimal> steps = steps(made(), "ALLOWED");
    for (String each : CAUSES) {
      assertThat(steps.get(each))
          .as(name + ": " + each)
          .isEqualByComparingTo(each.equals(cause) ? change : BigDecimal.ZERO);
    }
  }

  @Test
  void another_setting_of_the_same_service_is_setting() {
    cell(BEFORE, "Commercial", "office", "10 10 10", "100", "100");
    cell(BEFORE, "Commercial", "surgery_center", "10 10 10", "40", "40");
    cell(NOW, "Commercial", "office", "5 5 5", "100", "100");
    cell(NOW, "Commercial", "surgery_center", "15 15 15", "40", "40");
    assertThat(steps(made(), "ALLOWED"))
        .containsEntry("SETTING", new BigDecimal("-300.00"))
        .containsEntry("MIX", new BigDecimal("0.00"));
  }

  @Test
  void more_lines_of_a_payer_that_pays_less_is_mix() {
    cell(BEFORE, "Commercial", "office", "10 10 10", "100", "100");
    cell(BEFORE, "Medicare", "office", "10 10 10", "60", "60");
    cell(NOW, "Commercial", "office", "5 5 5", "100", "100");
    cell(NOW, "Medicare", "office", "15 15 15", "60", "60");
    assertThat(steps(made(), "ALLOWED"))
        .containsEntry("MIX", new BigDecimal("-200.00"))
        .containsEntry("VOLUME", new BigDecimal("0.00"));
  }

  @Test
  void a_payer_that_is_new_comes_in_by_mix() {
    cell(BEFORE, "Commercial", "office", "10 10 10", "100", "100");
    cell(NOW, "Commercial", "office", "10 10 10", "100", "100");
    cell(NOW, "New", "office", "10 10 10", "80", "80");
    assertThat(steps(made(), "ALLOWED"))
        .containsEntry("VOLUME", new BigDecimal("1000.00"))
        .containsEntry("MIX", new BigDecimal("-200.00"))
        .containsEntry("MONTH", new BigDecimal("1800.00"));
  }

  static Stream<Arguments> histories() {
    return Stream.of("MONTH 2026-09", "QUARTER 2026-Q3", "QUARTER 2026-Q1", "YEAR 2026")
        .map(words -> words.split(" ", -1))
        .map(words -> ReportPeriod.parse(PeriodUnit.valueOf(words[0]), words[1]))
        .flatMap(
            period -> LongStream.rangeClosed(1, 4).mapToObj(seed -> Arguments.of(period, seed)));
  }

  @ParameterizedTest
  @MethodSource("histories")
  void causes_add_up_to_the_cent(ReportPeriod period, long seed) {
    String before = period.before().label();
    String now = period.label();
    Random random = new Random(seed);
    for (String month : List.of(before, now)) {
      for (int payer = 0; payer < 7; payer++) {
        for (String setting : List.of("office", "surgery_center", "hospital")) {
          int lines = random.nextInt(30);
          int answered = random.nextInt(lines + 1);
          int allowed = random.nextInt(answered + 1);
          if (random.nextInt(4) > 0) {
            cell(
                month,
                payer == 0 ? "Medicare" : "Payer " + payer,
                setting,
                "%d %d %d".formatted(lines, answered, allowed),
                "%d.%02d".formatted(random.nextInt(900), random.nextInt(100)),
                "%d.%02d".formatted(random.nextInt(900), random.nextInt(100)));
          }
        }
      }
    }
    Engine engine = made(period);
    for (String bridged : List.of("ALLOWED", "PAID")) {
      Map<String, BigDecimal> steps = steps(engine, "PRIOR_" + period.unit().name(), bridged);
      BigDecimal causes = CAUSES.stream().map(steps::get).reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(steps.get(period.unit().name())).isEqualByComparingTo(total(now));
      assertThat(steps.get("BASE")).isEqualByComparingTo(total(before));
      assertThat(total(before).add(causes).subtract(total(now))).isEqualByComparingTo("0.00");
    }
  }

  @Test
  void a_year_has_one_bridge_for_the_year_before_is_the_prior_one() {
    cell("2025", "Commercial", "office", "10 10 10", "100", "100");
    cell("2026", "Commercial", "office", "20 20 20", "100", "100");
    Engine engine = made(ReportPeriod.parse(PeriodUnit.YEAR, "2026"));
    assertThat(engine.all("mart_bridge"))
        .extracting(row -> row.get("bridge"))
        .containsOnly("PRIOR_YEAR");
    assertThat(steps(engine, "PRIOR_YEAR", "ALLOWED"))
        .containsEntry("VOLUME", new BigDecimal("1000.00"))
        .containsEntry("YEAR", new BigDecimal("2000.00"));
  }

  private BigDecimal total(String month) {
    int at = MONTHS.columnNames().indexOf("allowed_total");
    return rows.stream()
        .filter(row -> month.equals(row[0]))
        .map(row -> new BigDecimal(String.valueOf(row[at])))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void without_an_earlier_month_there_is_no_bridge() {
    cell(NOW, "Commercial", "office", "10 10 10", "100", "100");
    assertThat(made().all("mart_bridge")).isEmpty();
  }
}
