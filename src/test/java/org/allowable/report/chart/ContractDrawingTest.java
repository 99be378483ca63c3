package org.allowable.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.allowable.report.Chart;
import org.allowable.report.ChartSize;
import org.allowable.report.DistributionChart;
import org.allowable.report.DistributionChart.AmountCount;
import org.allowable.report.DistributionChart.Category;
import org.allowable.report.DumbbellChart;
import org.allowable.report.DumbbellChart.BeforeAfter;
import org.allowable.report.Format;
import org.allowable.report.HeatMapChart;
import org.allowable.report.HeatMapChart.Cell;
import org.allowable.report.TornadoChart;
import org.allowable.report.TornadoChart.Effect;
import org.allowable.report.TornadoChart.Lever;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What can be read on the drawings that compare contracts, and their colors; never pixels. */
class ContractDrawingTest {

  @TempDir Path folder;

  @Test
  void a_heat_map_prints_values_counts_and_its_scale() throws Exception {
    assertThat(words(map()))
        .contains("112%", "n 40", "n 3", "99213", "Aetna", "together 130%")
        .contains("fewer than 11 lines: n only", "Allowed as % of Medicare")
        .doesNotContain("150%");
  }

  @Test
  void below_the_target_is_orange_above_it_blue_and_at_it_pale() {
    DivergingScale scale = new DivergingScale(1.3, 0.5);

    assertThat(scale.color(0.8)).isEqualTo(ReportTheme.VERMILLION);
    assertThat(scale.color(9)).isEqualTo(ReportTheme.BLUE);
    assertThat(scale.color(1.3).getRed()).isGreaterThan(230);
  }

  @Test
  void one_far_value_does_not_make_the_others_pale() {
    Cell near = new Cell(new BigDecimal("1.1"), 40);
    List<Cell> cells =
        List.of(near, near, near, near, near, near, near, near, near, new Cell(BigDecimal.TEN, 40));
    List<String> columns = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
    HeatMapChart chart = map(columns, new HeatMapChart.HeatMapRow("Aetna", List.copyOf(cells)));

    assertThat(DivergingScale.of(chart).reach()).isLessThan(0.5);
  }

  @Test
  void a_dumbbell_prints_both_values_and_the_change() throws Exception {
    BeforeAfter pair = new BeforeAfter("62323", new BigDecimal("231.14"), new BigDecimal("268.9"));
    Chart chart =
        new DumbbellChart("", "", Format.MONEY, "US dollars", "Now", "Offer", List.of(pair));

    assertThat(words(chart))
        .contains("$231.14", "$268.90 (+$37.76)", "Now", "Offer, higher", "US dollars");
  }

  @Test
  void a_tornado_prints_signed_dollars_and_settings() throws Exception {
    Lever lever =
        new Lever(
            "Multiple",
            new Effect("110%", new BigDecimal("-84211")),
            new Effect("130%", new BigDecimal("126320")));
    Chart chart = new TornadoChart("", "", Format.DOLLARS, "", "today, $1", List.of(lever));

    assertThat(words(chart)).contains("110%: \u2212$84.2k", "130%: +$126.3k", "zero: today, $1");
  }

  @Test
  void a_distribution_names_both_heaps() throws Exception {
    Category category =
        new Category(
            "Aetna",
            List.of(
                new AmountCount(new BigDecimal("95.5"), 60),
                new AmountCount(new BigDecimal("120"), 40)));
    Chart chart = new DistributionChart("", "", Format.MONEY, "", List.of(category));

    assertThat(words(chart)).contains("Aetna (n 100)", "$95.50 (60%)", "$120.00 (40%)");
  }

  @Test
  void every_kind_without_values_says_so_in_every_size() throws Exception {
    List<Chart> charts =
        List.of(
            new HeatMapChart("", "", Format.PERCENT, "", BigDecimal.ONE, 11, List.of(), List.of()),
            new DumbbellChart("", "", Format.MONEY, "", "", "", List.of()),
            new TornadoChart("", "", Format.DOLLARS, "", "", List.of(Lever.of("None", null))),
            new DistributionChart(
                "", "", Format.MONEY, "", List.of(new Category("Aetna", List.of()))));
    for (Chart chart : charts) {
      for (ChartSize size : ChartSize.all()) {
        assertThat(words(chart, size)).as("%s", chart).contains("No data");
      }
    }
  }

  private static HeatMapChart map() {
    List<Cell> cells =
        List.of(new Cell(new BigDecimal("1.12"), 40), new Cell(new BigDecimal("1.5"), 3));
    return map(List.of("99213", "99214"), new HeatMapChart.HeatMapRow("Aetna", List.copyOf(cells)));
  }

  private static HeatMapChart map(List<String> columns, HeatMapChart.HeatMapRow... rows) {
    return new HeatMapChart(
        "",
        "",
        Format.PERCENT,
        "Allowed as % of Medicare",
        new BigDecimal("1.3"),
        11,
        columns,
        Arrays.asList(rows));
  }

  private List<String> words(Chart chart) throws Exception {
    return words(chart, ChartSize.FULL);
  }

  private List<String> words(Chart chart, ChartSize size) throws Exception {
    Path file = folder.resolve("chart.svg");
    ChartWriter.writeSvg(chart, size, file);
    Document svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    NodeList texts = svg.getElementsByTagName("text");
    return IntStream.range(0, texts.getLength())
        .mapToObj(i -> texts.item(i).getTextContent())
        .toList();
  }
}
