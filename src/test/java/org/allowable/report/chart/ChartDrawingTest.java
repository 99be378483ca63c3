package org.allowable.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.allowable.report.BarChart;
import org.allowable.report.Chart;
import org.allowable.report.ChartSize;
import org.allowable.report.Format;
import org.allowable.report.PairedBarChart;
import org.allowable.report.ParetoChart;
import org.allowable.report.TrendChart;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.data.category.CategoryDataset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is drawn, as values and words; never pixels. */
class ChartDrawingTest {

  @Test
  void bars_carry_their_values() {
    CategoryDataset data =
        plot(new BarChart("", "", Format.MONEY, List.of(bar("A", "-5"), bar("B", "3"))))
            .getDataset();

    assertThat(texts(data.getColumnKeys())).containsExactly("B", "A");
    assertThat(data.getValue(0, 1).doubleValue()).isEqualTo(-5);
  }

  @Test
  void an_axis_of_bars_has_zero_and_both_ends() {
    CategoryPlot plot =
        plot(new BarChart("", "", Format.MONEY, List.of(bar("A", "-5000"), bar("B", "3000"))));

    assertThat(plot.getRangeAxis().getRange().getLowerBound()).isLessThan(-5000);
    assertThat(plot.getRangeAxis().getRange().getUpperBound()).isGreaterThan(3000);
  }

  @Test
  void ticks_are_short_dollars() {
    CategoryPlot plot = plot(new BarChart("", "", Format.MONEY, List.of(bar("A", "-24000"))));
    NumberAxis axis = (NumberAxis) plot.getRangeAxis();

    assertThat(axis.getTickUnit().valueToString(-10_000)).isEqualTo("\u2212$10k");
  }

  @Test
  void long_names_are_cut_and_stay_apart() {
    String name = "A practice with a very long name indeed ";
    CategoryPlot plot =
        plot(new BarChart("", "", Format.MONEY, List.of(bar(name + 1, "1"), bar(name + 2, "2"))));

    assertThat(texts(plot.getDataset().getColumnKeys()))
        .hasSize(2)
        .allMatch(key -> key.endsWith("\u2026") && key.length() <= 30);
  }

  @Test
  void a_value_that_is_not_known_is_no_bar_and_says_so() {
    CategoryPlot plot =
        plot(new BarChart("", "", Format.MONEY, List.of(bar("A", "1"), new Chart.Bar("B", null))));

    assertThat(plot.getDataset().getValue(0, 1)).isNull();
    assertThat(texts(plot.getDataset().getColumnKeys()).get(1)).isEqualTo("B (not known)");
  }

  @Test
  void pairs_are_two_named_rows() {
    CategoryDataset data =
        plot(new PairedBarChart(
                "",
                "",
                Format.MONEY,
                "Expected",
                "Allowed",
                List.of(new PairedBarChart.Pair("Office", BigDecimal.TEN, BigDecimal.ONE))))
            .getDataset();

    assertThat(texts(data.getRowKeys())).containsExactly("Expected", "Allowed");
    assertThat(data.getValue(1, 0).doubleValue()).isEqualTo(1);
  }

  @Test
  void a_pareto_line_stands_on_an_axis_of_percent_with_room_above() {
    CategoryPlot plot =
        plot(new ParetoChart("", "", Format.MONEY, List.of(bar("A", "3"), bar("B", "1"))));

    assertThat(plot.getDataset(1).getValue(0, 0).doubleValue()).isEqualTo(0.75);
    assertThat(plot.getRangeAxis(1).getRange().getUpperBound()).isEqualTo(1.04);
    assertThat(((NumberAxis) plot.getRangeAxis(1)).getTickUnit().valueToString(1))
        .isEqualTo("100%");
  }

  @Test
  void the_year_stands_where_it_turns() {
    CategoryDataset data = plot(trend("1", "2", "3")).getDataset();

    assertThat(texts(data.getColumnKeys())).containsExactly("Nov\n2024", "Dec", "Jan\n2025");
  }

  @Test
  void a_gap_stays_a_gap() {
    assertThat(plot(trend("1", null, "3")).getDataset().getValue(0, 1)).isNull();
  }

  @Test
  void a_mean_is_named_under_the_title() {
    JFreeChart drawing = ChartDrawing.of(trend("1", "2", "3"), ChartSize.FULL);

    assertThat(drawing.getSubtitle(0))
        .extracting("text")
        .isEqualTo("All payers; dashed: mean $2.00");
  }

  @Test
  void zeros_are_drawn_as_zeros_and_not_as_no_data() {
    CategoryPlot plot = plot(new BarChart("", "", Format.MONEY, List.of(bar("A", "0"))));

    assertThat(plot.getDataset().getValue(0, 0).doubleValue()).isZero();
  }

  private static List<String> texts(List<?> keys) {
    return keys.stream().map(Object::toString).toList();
  }

  private static CategoryPlot plot(Chart chart) {
    return ChartDrawing.of(chart, ChartSize.FULL).getCategoryPlot();
  }

  private static TrendChart trend(@Nullable String... values) {
    YearMonth first = YearMonth.of(2024, 11);
    List<BigDecimal> numbers =
        Arrays.stream(values).map(value -> value == null ? null : new BigDecimal(value)).toList();
    return new TrendChart(
        "",
        "All payers",
        Format.MONEY,
        List.of(first, first.plusMonths(1), first.plusMonths(2)),
        List.of(new TrendChart.TrendLine("Allowed", numbers)),
        true);
  }

  private static Chart.Bar bar(String label, String value) {
    return new Chart.Bar(label, new BigDecimal(value));
  }
}
