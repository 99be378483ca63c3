package org.allowable.report.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.allowable.report.Assumption;
import org.allowable.report.Assumptions;
import org.allowable.report.BarChart;
import org.allowable.report.Chart;
import org.allowable.report.ChartSize;
import org.allowable.report.Column;
import org.allowable.report.ComputedValue;
import org.allowable.report.DumbbellChart;
import org.allowable.report.EntryLimits;
import org.allowable.report.Format;
import org.allowable.report.Formula;
import org.allowable.report.PairedBarChart;
import org.allowable.report.ParetoChart;
import org.allowable.report.Picture;
import org.allowable.report.PictureBlock;
import org.allowable.report.ReportRow;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;
import org.allowable.report.TornadoChart;
import org.allowable.report.TrendChart;
import org.allowable.report.WaterfallChart;
import org.allowable.report.Workbook;
import org.allowable.report.chart.ChartWriter;
import org.allowable.report.excel.DrawnCharts.DrawnChart;
import org.allowable.report.excel.DrawnCharts.DrawnSeries;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Charts that Excel draws: they read cells, and those hold what the picture shows. */
class CellChartTest {

  private static final Chart VARIANCE =
      new BarChart(
          "Aetna allowed too little",
          "n = 3 lines",
          Format.DOLLARS,
          List.of(
              new Chart.Bar("Cigna & Co", number("300.10")),
              new Chart.Bar("Aetna", number("-1200.55"))));

  private static final Set<String> MANY = Set.of("ser", "pt", "p", "axId", "catAx", "valAx");

  @TempDir private Path folder;

  @Test
  void bars_read_the_picture_s_numbers_in_its_order() throws IOException {
    DrawnChart chart = only(VARIANCE);

    assertThat(chart.title()).isEqualTo("Aetna allowed too little");
    assertThat(chart.series()).hasSize(1);
    assertThat(chart.series().get(0).names()).containsExactly("Cigna & Co", "Aetna");
    assertThat(chart.series().get(0).values()).containsExactly(300.10, -1200.55);
  }

  // Excel and LibreOffice would take eleven: numbers of four digits run into each other.
  @Test
  void an_axis_from_zero_has_five_numbers() throws IOException {
    DrawnChart chart =
        only(
            new BarChart(
                "t",
                "",
                Format.COUNT,
                List.of(
                    new Chart.Bar("B. Brook", number("1787")),
                    new Chart.Bar("F. Frost", number("1267")))));

    assertThat(chart.step()).isEqualTo(500);
  }

  // A quarter of 58.2 is nearest to 10, which makes seven numbers.
  @Test
  void an_axis_whose_nearest_round_step_is_small_takes_the_next() throws IOException {
    DrawnChart chart =
        only(
            new BarChart(
                "t",
                "",
                Format.DOLLARS,
                List.of(
                    new Chart.Bar("Blue Harbor", number("58169")),
                    new Chart.Bar("Medicare", number("31563")))));

    assertThat(chart.step()).isEqualTo(20_000);
  }

  @Test
  void pairs_are_two_series() throws IOException {
    DrawnChart chart =
        only(
            new PairedBarChart(
                "t",
                "",
                Format.DOLLARS,
                "Expected",
                "Allowed",
                List.of(
                    new PairedBarChart.Pair("Office", number("10"), number("8")),
                    new PairedBarChart.Pair("Hospital", number("20"), null))));

    assertThat(chart.series()).extracting(DrawnSeries::name).containsExactly("Expected", "Allowed");
    assertThat(chart.series().get(0).values()).containsExactly(20.0, 10.0);
    assertThat(chart.series().get(1).values()).containsExactly(null, 8.0);
  }

  @Test
  void a_pareto_has_bars_and_a_line_of_shares_on_an_axis_of_its_own() throws IOException {
    try (XSSFWorkbook book =
        written(
            new ParetoChart(
                "t",
                "",
                Format.DOLLARS,
                List.of(
                    new Chart.Bar("Coding", number("25")),
                    new Chart.Bar("Authorization", number("75")))))) {
      DrawnChart chart = DrawnCharts.of(book).get(0);
      assertThat(chart.series().get(0).values()).containsExactly(75.0, 25.0);
      assertThat(chart.series().get(1).values()).containsExactly(0.75, 1.0);
      var area = book.getSheet("Summary").getDrawingPatriarch().getCharts().get(0);
      var plot = area.getCTChart().getPlotArea();
      assertThat(plot.getValAxArray()).hasSize(2);
      assertThat(plot.getLineChartArray(0).getAxIdArray(1).getVal())
          .isNotEqualTo(plot.getBarChartArray(0).getAxIdArray(1).getVal());
      assertThat(plot.getLineChartArray(0).getSerArray(0).getIdx().getVal())
          .as("series of one chart are counted together")
          .isEqualTo(1);
    }
  }

  @Test
  void a_trend_reads_months_and_its_mean_and_leaves_gaps() throws IOException {
    List<YearMonth> months =
        IntStream.range(0, 3).mapToObj(YearMonth.of(2026, 7)::plusMonths).toList();
    DrawnChart chart =
        only(
            new TrendChart(
                "t",
                "",
                Format.RATE,
                months,
                List.of(
                    new TrendChart.TrendLine(
                        "Rate", Arrays.asList(number("0.1"), null, number("0.3")))),
                true));

    assertThat(chart.series().get(0).values()).containsExactly(0.1, null, 0.3);
    assertThat(chart.series().get(1).name()).isEqualTo("Mean");
    assertThat(chart.series().get(1).values()).containsExactly(0.2, 0.2, 0.2);
  }

  @Test
  void levers_that_go_one_way_are_bars() throws IOException {
    DrawnChart chart =
        only(
            new TornadoChart(
                "t",
                "",
                Format.DOLLARS,
                "Change, US dollars",
                "",
                List.of(
                    TornadoChart.Lever.of("Small", number("-5")),
                    TornadoChart.Lever.of("Large", number("50")))));

    assertThat(chart.series().get(0).names()).containsExactly("Large", "Small");
    assertThat(chart.series().get(0).values()).containsExactly(50.0, -5.0);
  }

  @Test
  void before_and_after_are_bars_beside_each_other() throws IOException {
    DrawnChart chart =
        only(
            new DumbbellChart(
                "t",
                "",
                Format.MULTIPLE,
                "Multiple",
                "Current",
                "Proposed",
                List.of(new DumbbellChart.BeforeAfter("62323", number("1.2"), number("1.5")))));

    assertThat(chart.series()).extracting(DrawnSeries::name).containsExactly("Current", "Proposed");
  }

  @Test
  void what_excel_has_no_chart_for_stays_a_picture() throws IOException {
    Chart bridge =
        new WaterfallChart(
            "t",
            "",
            Format.DOLLARS,
            "",
            new Chart.Bar("Aug", number("1")),
            List.of(new WaterfallChart.Cause("Volume", number("2"))),
            "Sep");
    try (XSSFWorkbook book = written(bridge)) {
      assertThat(DrawnCharts.of(book)).isEmpty();
      assertThat(book.getAllPictures()).hasSize(1);
      assertThat(book.getSheet(CellCharts.SHEET)).isNull();
    }
  }

  @Test
  void a_chart_without_a_number_stays_a_picture_that_says_so() throws IOException {
    try (XSSFWorkbook book = written(new ParetoChart("t", "", Format.DOLLARS, List.of()))) {
      assertThat(DrawnCharts.of(book)).isEmpty();
      assertThat(book.getAllPictures()).hasSize(1);
    }
  }

  @Test
  void a_live_chart_reads_formulas_that_follow_an_assumption() throws IOException {
    List<Column> columns =
        List.of(
            Column.of("Payer", Format.TEXT),
            Column.of("Gap", Format.DOLLARS),
            Column.of("Medicare", Format.MONEY));
    Formula gap = Formula.column("Medicare").times(Formula.input("target_multiple"));
    Picture picture =
        ChartWriter.picture(VARIANCE, ChartSize.FULL)
            .following(
                new BarChart("Gap", "", Format.DOLLARS, List.of()),
                TableBlock.of(
                    columns,
                    List.of(
                        ReportRow.of("Aetna", new ComputedValue(gap, number("150")), number("100")),
                        ReportRow.of("Cigna", new ComputedValue(gap, null), null))));
    Assumptions inputs =
        new Assumptions(
            "Yours",
            List.of(
                new Assumption(
                    "Target",
                    "target_multiple",
                    number("1.5"),
                    Format.MULTIPLE,
                    "",
                    "",
                    EntryLimits.PERCENT)));
    Sheet sheet = Sheet.of("Summary", "t", "", inputs, PictureBlock.of(picture));
    try (XSSFWorkbook book = written(sheet)) {
      DrawnSeries series = DrawnCharts.of(book).get(0).series().get(0);
      assertThat(series.values()).containsExactly(150.0, null);
      XSSFSheet data = book.getSheet(CellCharts.SHEET);
      var cell = data.getRow(series.range().getFirstCell().getRow()).getCell(1);
      assertThat(cell.getCellFormula()).contains("target_multiple");
    }
  }

  @Test
  void negative_bars_have_another_color_and_words_are_escaped() throws IOException {
    Path file = file(sheet(VARIANCE));
    String xml = part(file, "xl/charts/chart1.xml");

    assertThat(xml)
        .contains("invertIfNegative")
        .contains("D55E00")
        .contains("Cigna &amp; Co")
        .doesNotContain("sourceLinked=\"true\"");
  }

  @Test
  void charts_have_words_for_those_who_cannot_see_them() throws IOException {
    String xml = part(file(sheet(VARIANCE)), "xl/drawings/drawing1.xml");

    assertThat(xml).contains("descr=\"Aetna allowed too little. Cigna &amp; Co $300; Aetna");
  }

  // A second one of what may stand once makes Excel call the file damaged.
  @Test
  void no_part_of_a_chart_stands_twice() throws Exception {
    Chart trend =
        new TrendChart(
            "t",
            "",
            Format.RATE,
            List.of(YearMonth.of(2026, 9)),
            List.of(new TrendChart.TrendLine("Rate", List.of(number("0.1")))),
            true);
    Chart pareto =
        new ParetoChart("t", "", Format.DOLLARS, List.of(new Chart.Bar("A", number("1"))));
    Chart levers =
        new TornadoChart(
            "t",
            "",
            Format.DOLLARS,
            "Change",
            "",
            List.of(TornadoChart.Lever.of("A", number("1"))));
    for (Chart chart : List.of(VARIANCE, trend, pareto, levers)) {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      byte[] xml =
          part(file(sheet(chart)), "xl/charts/chart1.xml").getBytes(StandardCharsets.UTF_8);
      Element root =
          factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml)).getDocumentElement();
      assertThat(twice(root)).as(chart.getClass().getSimpleName()).isEmpty();
      assertThat(root.getElementsByTagNameNS("*", "grouping").getLength())
          .isEqualTo(
              root.getElementsByTagNameNS("*", "barChart").getLength()
                  + root.getElementsByTagNameNS("*", "lineChart").getLength());
    }
  }

  private static List<String> twice(Element parent) {
    List<String> found = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        if (!names.add(element.getLocalName()) && !MANY.contains(element.getLocalName())) {
          found.add(parent.getLocalName() + "/" + element.getLocalName());
        }
        found.addAll(twice(element));
      }
    }
    return found;
  }

  @Test
  void the_same_charts_make_the_same_bytes() throws IOException {
    byte[] first = Files.readAllBytes(file(sheet(VARIANCE)));

    assertThat(Files.readAllBytes(file(sheet(VARIANCE)))).isEqualTo(first);
  }

  private static BigDecimal number(String digits) {
    return new BigDecimal(digits);
  }

  private static Sheet sheet(Chart chart) {
    return Sheet.of(
        "Summary", "t", "", PictureBlock.of(ChartWriter.picture(chart, ChartSize.SMALL)));
  }

  private DrawnChart only(Chart chart) throws IOException {
    try (XSSFWorkbook book = written(chart)) {
      List<DrawnChart> charts = DrawnCharts.of(book);
      assertThat(charts).hasSize(1);
      return charts.get(0);
    }
  }

  private XSSFWorkbook written(Chart chart) throws IOException {
    return written(sheet(chart));
  }

  private XSSFWorkbook written(Sheet sheet) throws IOException {
    try (var in = Files.newInputStream(file(sheet))) {
      return new XSSFWorkbook(in);
    }
  }

  private Path file(Sheet sheet) throws IOException {
    Path file = folder.resolve("charts.xlsx");
    WorkbookWriter.write(
        new Workbook("t", "", Instant.EPOCH, false, Map.of(), List.of(sheet)), file);
    return file;
  }

  private static String part(Path file, String name) throws IOException {
    try (var zip = new java.util.zip.ZipFile(file.toFile())) {
      return new String(
          zip.getInputStream(Objects.requireNonNull(zip.getEntry(name))).readAllBytes(),
          StandardCharsets.UTF_8);
    }
  }
}
