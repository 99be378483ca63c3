package org.allowable.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.FontMetrics;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.allowable.report.BarChart;
import org.allowable.report.Chart;
import org.allowable.report.ChartSize;
import org.allowable.report.CodeLabels;
import org.allowable.report.Format;
import org.allowable.report.PairedBarChart;
import org.allowable.report.ParetoChart;
import org.allowable.report.TrendChart;
import org.allowable.report.WaterfallChart;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
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
  void the_longest_cause_of_a_bridge_stands_whole_in_a_printed_picture() {
    WaterfallChart bridge =
        new WaterfallChart(
            "",
            "",
            Format.DOLLARS,
            "",
            bar("Aug 2026", "900"),
            List.of(
                new WaterfallChart.Cause(CodeLabels.of("step", "LAG"), new BigDecimal("-50")),
                new WaterfallChart.Cause(CodeLabels.of("step", "MIX"), new BigDecimal("20"))),
            "Sep 2026");

    assertThat(ChartWriter.figure(bridge, ChartSize.PRINTED, "bridge").svg())
        .contains(">Not yet answered<", ">Payer/code mix<");
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
        .doesNotHaveDuplicates()
        .allMatch(key -> key.contains("\u2026") && key.length() <= 30);
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
  void an_axis_has_room_for_the_bar_of_all_others() {
    List<Chart.Bar> bars = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      bars.add(bar("Payer " + i, "-" + (1000 + i)));
    }
    CategoryPlot plot = plot(new BarChart("", "", Format.MONEY, bars));

    int others = plot.getDataset().getColumnCount() - 1;
    assertThat(plot.getDataset().getColumnKey(others).toString()).isEqualTo("All other (46)");
    assertThat(plot.getRangeAxis().getRange().getLowerBound())
        .isLessThan(plot.getDataset().getValue(0, others).doubleValue());
  }

  @Test
  void a_small_picture_has_no_more_names_than_its_height_takes() {
    List<Chart.Bar> bars = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      bars.add(bar("Payer " + i, "1"));
    }
    BarChart chart = new BarChart("", "", Format.MONEY, bars);
    CategoryDataset small = ChartDrawing.of(chart, ChartSize.SMALL).getCategoryPlot().getDataset();

    assertThat(small.getColumnCount()).isBetween(5, 9);
    assertThat(small.getColumnKey(small.getColumnCount() - 1).toString()).startsWith("All other");
    assertThat(plot(chart).getDataset().getColumnCount()).isEqualTo(15);
  }

  @Test
  void what_was_expected_has_an_outline_of_its_own() {
    CategoryPlot plot =
        plot(
            new PairedBarChart(
                "",
                "",
                Format.MONEY,
                "Expected",
                "Allowed",
                List.of(new PairedBarChart.Pair("A", new BigDecimal("2"), new BigDecimal("1")))));
    BarRenderer bars = (BarRenderer) plot.getRenderer();

    assertThat(bars.isDrawBarOutline()).isTrue();
    assertThat(bars.getSeriesOutlinePaint(0)).isNotEqualTo(bars.getSeriesPaint(0));
    assertThat(bars.getSeriesOutlinePaint(1)).isEqualTo(bars.getSeriesPaint(1));
  }

  @Test
  void a_pareto_line_is_above_every_bar_and_its_number() {
    CategoryPlot plot =
        plot(new ParetoChart("", "", Format.MONEY, List.of(bar("A", "3"), bar("B", "1"))));
    Range bars = plot.getRangeAxis().getRange();
    Range shares = plot.getRangeAxis(1).getRange();

    double tallest = 3 / bars.getUpperBound();
    double lowestShare = (0 - shares.getLowerBound()) / shares.getLength();
    assertThat(lowestShare - tallest).as("room for a number").isGreaterThan(0.08);
  }

  @Test
  void the_number_of_the_last_month_is_on_the_side_of_the_mean_where_no_line_is() {
    ItemLabelPosition high = lastNumber(trend("1", "9", "7"));
    ItemLabelPosition low = lastNumber(trend("9", "1", "3"));

    assertThat(high.getTextAnchor()).isEqualTo(TextAnchor.BOTTOM_LEFT);
    assertThat(low.getTextAnchor()).isEqualTo(TextAnchor.TOP_LEFT);
  }

  private static ItemLabelPosition lastNumber(TrendChart chart) {
    return plot(chart).getRenderer().getSeriesPositiveItemLabelPosition(0);
  }

  @Test
  void a_pareto_of_nothing_has_no_axis_of_shares() {
    assertThat(plot(new ParetoChart("", "", Format.MONEY, List.of())).getRangeAxis(1).isVisible())
        .isFalse();
  }

  @Test
  void a_pareto_line_stands_on_an_axis_of_percent_with_room_above() {
    CategoryPlot plot =
        plot(new ParetoChart("", "", Format.MONEY, List.of(bar("A", "3"), bar("B", "1"))));

    assertThat(plot.getDataset(1).getValue(0, 0).doubleValue()).isEqualTo(0.75);
    assertThat(plot.getRangeAxis(1).getRange().getUpperBound()).isGreaterThan(1);
    assertThat(((NumberAxis) plot.getRangeAxis(1)).getTickUnit().valueToString(1))
        .isEqualTo("100%");
  }

  @Test
  void the_year_stands_where_it_turns() {
    CategoryDataset data = plot(trend("1", "2", "3")).getDataset();

    assertThat(texts(data.getColumnKeys())).containsExactly("Nov\n2024", "Dec", "Jan\n2025");
  }

  @Test
  void of_narrow_months_every_second_is_named_and_the_year_with_the_next_name() {
    YearMonth first = YearMonth.of(2025, 10);
    List<YearMonth> months = IntStream.range(0, 13).mapToObj(first::plusMonths).toList();
    List<BigDecimal> values = Collections.nCopies(13, BigDecimal.ONE);
    TrendChart year =
        new TrendChart(
            "",
            "",
            Format.MONEY,
            months,
            List.of(new TrendChart.TrendLine("Allowed", values)),
            false);

    CategoryPlot plot = ChartDrawing.of(year, ChartSize.SMALL).getCategoryPlot();

    assertThat(texts(plot.getDataset().getColumnKeys()))
        .containsExactly(
            "Oct\n2025", "", "Dec", "", "Feb\n2026", "", "Apr", "", "Jun", "", "Aug", "", "Oct");
  }

  @Test
  void of_two_years_on_a_small_picture_every_third_month_is_named() {
    List<YearMonth> months =
        IntStream.range(0, 24).mapToObj(YearMonth.of(2025, 1)::plusMonths).toList();
    List<BigDecimal> values = Collections.nCopies(24, BigDecimal.ONE);
    TrendChart years =
        new TrendChart(
            "",
            "",
            Format.MONEY,
            months,
            List.of(new TrendChart.TrendLine("Allowed", values)),
            false);

    CategoryPlot plot = ChartDrawing.of(years, ChartSize.SMALL).getCategoryPlot();

    assertThat(texts(plot.getDataset().getColumnKeys()).stream().filter(name -> !name.isEmpty()))
        .containsExactly("Mar\n2025", "Jun", "Sep", "Dec", "Mar\n2026", "Jun", "Sep", "Dec");
  }

  @Test
  void a_gap_stays_a_gap() {
    assertThat(plot(trend("1", null, "3")).getDataset().getValue(0, 1)).isNull();
  }

  @Test
  void a_title_is_not_broken_within_a_number() {
    FontMetrics metrics =
        new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)
            .createGraphics()
            .getFontMetrics(ReportTheme.TITLE);
    String title = "Negotiated payers allow from 0.99x Medicare to 1.49x (Harbor)";

    for (int pixels = 40; pixels < 700; pixels++) {
      assertThat(WrappedTitle.wrapped(title, metrics, pixels).lines())
          .as("%d pixels", pixels)
          .noneMatch(
              line -> line.startsWith("x") || line.endsWith("0.99") || line.endsWith("1.49"));
    }
    assertThat(WrappedTitle.wrapped(title, metrics, 300).replace('\n', ' ')).isEqualTo(title);
  }

  @Test
  void titles_are_wrapped_at_blanks() {
    assertThat(ChartDrawing.of(trend("1", "2", "3"), ChartSize.SMALL).getTitle())
        .isInstanceOf(WrappedTitle.class);
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
