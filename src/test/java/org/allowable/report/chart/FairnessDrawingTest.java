package org.allowable.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.allowable.report.Chart;
import org.allowable.report.ChartSize;
import org.allowable.report.FunnelChart;
import org.allowable.report.FunnelChart.Point;
import org.allowable.report.RunChart;
import org.allowable.statistics.Funnel;
import org.allowable.statistics.NamingRule;
import org.allowable.statistics.ObservedExpected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What can be read on the drawings that compare physicians. */
class FairnessDrawingTest {

  private static final BigDecimal POLICY = new BigDecimal("0.08");
  private static final Point WORSE = point("Worse", 400, 70);
  private static final Point UNLUCKY = point("Unlucky", 300, 32);
  private static final Point SMALL = point("Small", 25, 12);
  private static final Point BETTER = point("Better", 600, 8);

  @TempDir Path folder;

  @Test
  void only_who_is_named_by_the_rule_carries_a_name() throws Exception {
    assertThat(words(funnel(WORSE, UNLUCKY, SMALL, BETTER)))
        .contains("Worse")
        .doesNotContain("Unlucky", "Small", "Better");
  }

  @Test
  void the_practices_threshold_stands_apart_from_the_limits() throws Exception {
    assertThat(words(funnel(WORSE)))
        .contains("Practice's own threshold: 8.0%", "99.8% control limits", "All: 7.0%");
  }

  @Test
  void the_readers_own_point_carries_its_name_within_the_limits() throws Exception {
    Point own = new Point("You", UNLUCKY.tally(), true);

    assertThat(words(funnel(own, BETTER))).contains("You");
  }

  @Test
  void a_point_without_a_label_is_never_shown_as_named() throws Exception {
    Point hidden = new Point("", WORSE.tally(), false);

    assertThat(words(funnel(hidden, UNLUCKY)))
        .noneMatch(word -> word.startsWith("Named"))
        .doesNotContain("Worse");
  }

  @Test
  void a_run_names_its_training_its_center_and_its_signals() throws Exception {
    assertThat(words(run()))
        .contains("Training", "Outside the limits", "Peers", "Control limits")
        .anyMatch(word -> word.contains("dashed: center 8.0%"));
  }

  @Test
  void a_run_tells_its_signals_in_words() {
    assertThat(run().description()).contains("A month outside the limits: Apr 2026");
  }

  @Test
  void charts_without_values_say_so() throws Exception {
    RunChart none = new RunChart("", "", POLICY, List.of(), Map.of(), null);

    assertThat(words(funnel())).contains("No data");
    assertThat(words(none)).contains("No data");
  }

  @Test
  void every_size_is_drawn() {
    for (ChartSize size : ChartSize.all()) {
      assertThat(ChartWriter.png(funnel(WORSE, UNLUCKY, SMALL, BETTER), size)).isNotEmpty();
      assertThat(ChartWriter.png(run(), size)).isNotEmpty();
    }
  }

  @Test
  void months_of_a_small_run_do_not_run_into_each_other() {
    assertThat(ChartWriter.figure(run(), ChartSize.PRINTED, "run").svg())
        .contains(">Dec<", ">Oct<")
        .doesNotContain(">Nov<");
    assertThat(ChartWriter.figure(run(), ChartSize.FULL, "run").svg()).contains(">Nov<");
  }

  static FunnelChart funnel(Point... points) {
    return new FunnelChart(
        "One physician is denied more than chance allows",
        "Denials that a physician can change, 2026 Q3",
        new Funnel(0.07, 1),
        NamingRule.USUAL,
        List.of(points),
        POLICY);
  }

  static RunChart run() {
    int[] denied = {8, 9, 7, 30, 9, 5, 6, 4, 5, 8, 7, 6};
    YearMonth first = YearMonth.of(2026, 1);
    return new RunChart(
        "Denials fell after the training",
        "Lines by month",
        POLICY,
        IntStream.range(0, denied.length)
            .mapToObj(i -> month(first.plusMonths(i), denied[i]))
            .toList(),
        Map.of("A month outside the limits", List.of(YearMonth.of(2026, 4))),
        YearMonth.of(2026, 5));
  }

  private static RunChart.Month month(YearMonth month, int percent) {
    return new RunChart.Month(
        month,
        BigDecimal.valueOf(percent, 2),
        new BigDecimal("0.01"),
        new BigDecimal("0.18"),
        new BigDecimal("0.07"));
  }

  private static Point point(String label, long lines, long denied) {
    ObservedExpected tally =
        new ObservedExpected(lines, denied, lines * 0.07, lines * 0.07 * 0.93 * 1.05);
    return new Point(label, tally, false);
  }

  private List<String> words(Chart chart) throws Exception {
    Path file = folder.resolve("chart.svg");
    ChartWriter.writeSvg(chart, file);
    Document svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    NodeList texts = svg.getElementsByTagName("text");
    return IntStream.range(0, texts.getLength())
        .mapToObj(i -> texts.item(i).getTextContent())
        .toList();
  }
}
