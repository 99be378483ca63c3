package org.allowable.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.allowable.report.Chart.Bar;
import org.junit.jupiter.api.Test;

class ChartModelTest {

  @Test
  void bars_stand_from_high_to_low_and_the_unknown_last() {
    BarChart chart =
        new BarChart(
            "", "", Format.MONEY, List.of(bar("A", "-5"), new Bar("B", null), bar("C", "3")));

    assertThat(chart.shown()).extracting(Bar::label).containsExactly("C", "A", "B");
  }

  @Test
  void where_all_are_below_zero_the_longest_bar_stands_first() {
    BarChart chart = new BarChart("", "", Format.MONEY, List.of(bar("A", "-5"), bar("B", "-9")));

    assertThat(chart.shown()).extracting(Bar::label).containsExactly("B", "A");
  }

  @Test
  void the_smallest_dollars_are_added_up_as_all_other() {
    BarChart chart = new BarChart("", "", Format.MONEY, bars(20));

    assertThat(chart.shown()).hasSize(Chart.MOST_CATEGORIES);
    // 1 + 2 + ... + 6
    assertThat(chart.shown().get(14)).isEqualTo(bar("All other (6)", "21"));
  }

  @Test
  void the_smallest_rates_are_left_out_and_never_added() {
    BarChart chart = new BarChart("", "", Format.RATE, bars(20));

    assertThat(chart.shown())
        .hasSize(Chart.MOST_CATEGORIES)
        .extracting(Bar::label)
        .doesNotContain("All other (6)", "All other (5)");
  }

  @Test
  void pairs_beyond_the_largest_are_added_up_side_by_side() {
    List<PairedBarChart.Pair> pairs = new ArrayList<>();
    for (Bar bar : bars(17)) {
      pairs.add(new PairedBarChart.Pair(bar.label(), bar.value(), BigDecimal.ONE));
    }
    PairedBarChart chart = new PairedBarChart("", "", Format.MONEY, "Expected", "Allowed", pairs);

    assertThat(chart.shown().get(14))
        .isEqualTo(
            new PairedBarChart.Pair("All other (3)", new BigDecimal("6"), new BigDecimal("3")));
  }

  @Test
  void cumulative_shares_end_at_one() {
    ParetoChart chart =
        new ParetoChart("", "", Format.MONEY, List.of(bar("A", "1"), bar("B", "3")));

    assertThat(chart.cumulativeShares())
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(new BigDecimal("0.75"), BigDecimal.ONE);
  }

  @Test
  void a_share_of_nothing_is_not_drawn() {
    ParetoChart chart = new ParetoChart("", "", Format.MONEY, List.of(bar("A", "0")));

    assertThat(chart.cumulativeShares()).isEmpty();
  }

  @Test
  void a_pareto_bar_below_zero_is_refused() {
    List<Bar> bars = List.of(bar("A", "-1"));

    assertThatThrownBy(() -> new ParetoChart("", "", Format.MONEY, bars))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_mean_counts_known_months_only() {
    TrendChart chart = trend(Arrays.asList(BigDecimal.ONE, null, new BigDecimal("3")));

    assertThat(chart.mean()).isEqualByComparingTo("2");
  }

  @Test
  void a_line_needs_a_value_or_a_gap_for_each_month() {
    List<BigDecimal> two = List.of(BigDecimal.ONE, BigDecimal.ONE);

    assertThatThrownBy(() -> trend(two)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_chart_tells_its_values_in_words() {
    BarChart chart = new BarChart("", "", Format.MONEY, List.of(bar("Aetna", "-1200")));

    assertThat(chart.description()).isEqualTo("Aetna \u2212$1,200.00");
  }

  private static TrendChart trend(List<BigDecimal> values) {
    YearMonth first = YearMonth.of(2025, 1);
    return new TrendChart(
        "",
        "",
        Format.MONEY,
        List.of(first, first.plusMonths(1), first.plusMonths(2)),
        List.of(new TrendChart.TrendLine("Allowed", values)),
        true);
  }

  private static List<Bar> bars(int count) {
    List<Bar> bars = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      bars.add(bar("Payer " + i, Integer.toString(i)));
    }
    return bars;
  }

  private static Bar bar(String label, String value) {
    return new Bar(label, new BigDecimal(value));
  }
}
