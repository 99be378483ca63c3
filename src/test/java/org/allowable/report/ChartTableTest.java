package org.allowable.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.allowable.report.Chart.Bar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChartTableTest {

  private static final BigDecimal FIVE = new BigDecimal("5.25");
  private static final BigDecimal NINE = new BigDecimal("9.75");

  private static List<List<@Nullable Object>> rows(Chart chart) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    ChartTable.of(chart).rows().forEach(row -> rows.add(row.values()));
    return rows;
  }

  private static List<String> headers(Chart chart) {
    return ChartTable.of(chart).columns().stream().map(Column::header).toList();
  }

  @Test
  void bars_are_those_drawn_and_one_not_known_is_empty() {
    BarChart chart =
        new BarChart(
            "",
            "",
            Format.MONEY,
            List.of(new Bar("A", FIVE), new Bar("B", null), new Bar("C", NINE)));

    assertThat(rows(chart))
        .containsExactly(
            Arrays.asList("C", NINE), Arrays.asList("A", FIVE), Arrays.asList("B", null));
  }

  @Test
  void pairs_have_a_column_each_by_name() {
    PairedBarChart chart =
        new PairedBarChart(
            "",
            "",
            Format.MONEY,
            "Expected",
            "Allowed",
            List.of(new PairedBarChart.Pair("Office", NINE, FIVE)));

    assertThat(headers(chart)).containsExactly("Category", "Expected", "Allowed");
    assertThat(rows(chart)).containsExactly(List.of("Office", NINE, FIVE));
  }

  @Test
  void a_pareto_has_its_cumulative_shares() {
    ParetoChart chart =
        new ParetoChart(
            "",
            "",
            Format.COUNT,
            List.of(new Bar("A", new BigDecimal(3)), new Bar("B", new BigDecimal(1))));

    assertThat(rows(chart))
        .extracting(row -> String.valueOf(row.get(2)))
        .containsExactly("0.75", "1");
  }

  @Test
  void a_trend_has_a_row_a_month_and_a_gap_stays_one() {
    TrendChart chart =
        new TrendChart(
            "",
            "",
            Format.MONEY,
            List.of(YearMonth.of(2026, 8), YearMonth.of(2026, 9)),
            List.of(
                new TrendChart.TrendLine("Aetna", Arrays.asList(null, FIVE)),
                new TrendChart.TrendLine("Cigna", Arrays.asList(NINE, null))),
            false);

    assertThat(headers(chart)).containsExactly("Month", "Aetna", "Cigna");
    assertThat(rows(chart))
        .containsExactly(
            Arrays.asList(YearMonth.of(2026, 8), null, NINE),
            Arrays.asList(YearMonth.of(2026, 9), FIVE, null));
  }

  @Test
  void a_small_cell_of_a_heat_map_shows_its_count_and_no_value() {
    HeatMapChart chart =
        new HeatMapChart(
            "",
            "",
            Format.MULTIPLE,
            "",
            BigDecimal.ONE,
            11,
            List.of("64483", "62323"),
            List.of(
                new HeatMapChart.HeatMapRow(
                    "Aetna",
                    List.of(new HeatMapChart.Cell(FIVE, 11), new HeatMapChart.Cell(NINE, 10)))));

    assertThat(rows(chart)).containsExactly(List.of("Aetna", FIVE, "n 10"));
  }

  @Test
  void dumbbells_say_the_change() {
    DumbbellChart chart =
        new DumbbellChart(
            "",
            "",
            Format.MONEY,
            "",
            "Current",
            "Proposed",
            List.of(new DumbbellChart.BeforeAfter("64483", FIVE, NINE)));

    assertThat(rows(chart)).containsExactly(List.of("64483", FIVE, NINE, new BigDecimal("4.50")));
  }

  @Test
  void a_lever_that_goes_one_way_leaves_the_other_empty() {
    TornadoChart chart =
        new TornadoChart(
            "",
            "",
            Format.DOLLARS,
            "",
            "",
            List.of(new TornadoChart.Lever("Ladder", null, new TornadoChart.Effect("100%", NINE))));

    assertThat(rows(chart)).containsExactly(Arrays.asList("Ladder", null, null, "100%", NINE));
  }

  @Test
  void a_distribution_has_its_quartiles_and_what_is_frequent() {
    DistributionChart chart =
        new DistributionChart(
            "",
            "",
            Format.MONEY,
            "",
            List.of(
                new DistributionChart.Category(
                    "Aetna",
                    List.of(
                        new DistributionChart.AmountCount(FIVE, 6),
                        new DistributionChart.AmountCount(NINE, 2)))));

    assertThat(rows(chart))
        .containsExactly(List.of("Aetna", 8L, FIVE, FIVE, FIVE, "75% at $5.25, 25% at $9.75"));
  }

  @Test
  void a_run_says_which_months_are_signals() {
    List<RunChart.Month> months = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      months.add(
          new RunChart.Month(
              YearMonth.of(2026, i),
              new BigDecimal(i == 3 ? "0.6" : "0.1"),
              BigDecimal.ZERO,
              new BigDecimal("1.2"),
              null));
    }
    RunChart chart =
        new RunChart(
            "",
            "",
            new BigDecimal("0.1"),
            months,
            Map.of("Outside the limits", List.of(YearMonth.of(2026, 3))),
            null);

    assertThat(rows(chart)).extracting(row -> row.get(5)).containsExactly(null, null, "Yes");
    assertThat(rows(chart)).extracting(row -> row.get(3)).containsOnly(BigDecimal.ONE);
  }

  @Test
  void a_waterfall_ends_with_all_its_causes_added_up() {
    WaterfallChart chart =
        new WaterfallChart(
            "",
            "",
            Format.DOLLARS,
            "",
            new Bar("Aug 2026", NINE),
            List.of(new WaterfallChart.Cause("Volume", FIVE.negate())),
            "Sep 2026");

    assertThat(rows(chart))
        .containsExactly(
            List.of("Aug 2026", NINE),
            List.of("Volume", FIVE.negate()),
            List.of("Sep 2026", new BigDecimal("4.50")));
  }
}
