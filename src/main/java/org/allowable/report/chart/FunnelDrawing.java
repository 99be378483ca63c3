package org.allowable.report.chart;

import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeSet;
import org.allowable.report.ChartSize;
import org.allowable.report.Format;
import org.allowable.report.FunnelChart;
import org.allowable.report.FunnelChart.Point;
import org.allowable.report.ShortName;
import org.allowable.statistics.Funnel;
import org.allowable.statistics.Interval;
import org.allowable.statistics.Level;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws rates between the limits of chance, which narrow to the right. */
final class FunnelDrawing {

  private static final double ROOM_ON_THE_RIGHT = 1.12;
  private static final double ROOM_ABOVE = 1.12;
  private static final double HIGHEST = 1;
  // Limits of fewer lines than this part of the picture are steep and say nothing.
  private static final double LEFT_END = 0.02;
  private static final int STEPS = 240;
  private static final int PIXELS_PER_TICK_ACROSS = 130;
  private static final int PIXELS_PER_TICK_UP = 85;
  private static final double LABEL_GAP = 7;
  private static final int NAME_CHARACTERS = 28;

  private final FunnelChart chart;
  private final ChartSize size;
  private final XYSeriesCollection data = new XYSeriesCollection();
  private final XYLineAndShapeRenderer renderer = new Labeled();
  private final double right;
  private final double top;

  private FunnelDrawing(FunnelChart chart, ChartSize size) {
    this.chart = chart;
    this.size = size;
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setItemLabelInsets(new RectangleInsets(LABEL_GAP, LABEL_GAP, LABEL_GAP, LABEL_GAP));
    double most = chart.points().stream().mapToDouble(this::across).max().orElse(1);
    this.right = most * ROOM_ON_THE_RIGHT;
    this.top = Math.min(HIGHEST, highest() * ROOM_ABOVE);
  }

  static JFreeChart of(FunnelChart chart, ChartSize size) {
    return new FunnelDrawing(chart, size).drawing();
  }

  private JFreeChart drawing() {
    if (chart.hasValues()) {
      points();
      limits(
          words("99.8% control limits", "99.8% limits"),
          Level.OUTER,
          ReportTheme.INK,
          ReportTheme.OUTLINE);
      limits(words("95% limits", "95%"), Level.INNER, ReportTheme.GRAY, ReportTheme.DASHES);
      lines();
    }
    NumberAxis across = Axes.upTo(Format.COUNT, size.width() / PIXELS_PER_TICK_ACROSS, right);
    across.setLabel(chart.across());
    NumberAxis up = Axes.upTo(Format.RATE, size.height() / PIXELS_PER_TICK_UP, top);
    up.setLabel(words(chart.measure(), ""));
    XYPlot plot = new XYPlot(data, across, up, renderer);
    JFreeChart drawing = ReportTheme.page(chart.title(), chart.subtitle(), plot, chart.hasValues());
    ReportTheme.numbers(plot);
    return drawing;
  }

  // A small picture has room for few words.
  private String words(String full, String brief) {
    return size.width() >= ChartSize.FULL.width() ? full : brief;
  }

  private double across(Point point) {
    return chart.funnel().comparableLines(point.tally());
  }

  private double height(Point point) {
    return chart.funnel().standardizedRate(point.tally());
  }

  // Points, the policy, and as much of the upper limit as the left half of the points needs.
  private double highest() {
    double policy = chart.policyRate() == null ? 0 : chart.policyRate().doubleValue();
    double highest = chart.points().stream().mapToDouble(this::height).max().orElse(0);
    double limit = chart.funnel().limits(right / 10, Level.OUTER).high();
    return Math.max(Math.max(policy, highest), limit);
  }

  private void points() {
    List<Point> named = chart.points().stream().filter(chart::isNamed).toList();
    List<Point> own =
        chart.points().stream().filter(Point::isOwn).filter(p -> !named.contains(p)).toList();
    List<Point> others =
        chart.points().stream().filter(p -> !named.contains(p) && !own.contains(p)).toList();
    marks(words("A physician", "Peers"), others, Shapes.of(0), ReportTheme.SKY);
    marks(
        words("This physician, not named", "This physician"), own, Shapes.of(1), ReportTheme.BLUE);
    marks(
        words("Named: above 99.8%, lines enough", "Named"),
        named,
        Shapes.of(3),
        ReportTheme.VERMILLION);
  }

  private void marks(String words, List<Point> points, Shape shape, Color color) {
    if (points.isEmpty()) {
      return;
    }
    XYSeries series = new XYSeries(words, false, true);
    points.forEach(point -> series.add(across(point), Math.min(top, height(point))));
    int number = add(series);
    renderer.setSeriesLinesVisible(number, false);
    renderer.setSeriesShapesVisible(number, true);
    renderer.setSeriesShape(number, shape);
    renderer.setSeriesPaint(number, color);
    renderer.setSeriesItemLabelGenerator(number, (all, row, item) -> label(points.get(item)));
    renderer.setSeriesItemLabelsVisible(number, true);
    renderer.setSeriesItemLabelFont(number, ReportTheme.LABEL);
    renderer.setSeriesItemLabelPaint(number, ReportTheme.INK);
  }

  private String label(Point point) {
    return chart.isLabeled(point) ? ShortName.of(point.label(), NAME_CHARACTERS) : "";
  }

  // The curve passes through the limit of every point, so that nothing lies on the wrong side.
  private void limits(String words, double level, Color color, Stroke stroke) {
    Funnel funnel = chart.funnel();
    TreeSet<Double> places = new TreeSet<>();
    for (int i = 0; i <= STEPS; i++) {
      places.add(right * (LEFT_END + (1 - LEFT_END) * i / STEPS));
    }
    chart.points().forEach(point -> places.add(across(point)));
    XYSeries high = new XYSeries(words, false, true);
    XYSeries low = new XYSeries(words + ", lower", false, true);
    for (double place : places) {
      Interval limits = funnel.limits(place, level);
      high.add(place, Math.min(HIGHEST, limits.high()));
      if (limits.low() > 0) {
        low.add(place, limits.low());
      }
    }
    line(high, color, stroke, true);
    line(low, color, stroke, false);
  }

  private void lines() {
    double target = chart.funnel().target();
    String all = words("All: ", "All ") + chart.format().display(BigDecimal.valueOf(target));
    line(level(all, target), ReportTheme.GREEN, ReportTheme.OUTLINE, true);
    if (chart.policyRate() != null) {
      String policy =
          words("Practice's own threshold: ", "Own threshold ")
              + chart.format().display(chart.policyRate());
      line(
          level(policy, chart.policyRate().doubleValue()),
          ReportTheme.ORANGE,
          ReportTheme.DOTS,
          true);
    }
  }

  private XYSeries level(String words, double rate) {
    XYSeries series = new XYSeries(words, false, true);
    series.add(0, rate);
    series.add(right, rate);
    return series;
  }

  private void line(XYSeries series, Color color, Stroke stroke, boolean isInLegend) {
    int number = add(series);
    renderer.setSeriesLinesVisible(number, true);
    renderer.setSeriesShapesVisible(number, false);
    renderer.setSeriesPaint(number, color);
    renderer.setSeriesStroke(number, stroke);
    renderer.setSeriesVisibleInLegend(number, isInLegend);
  }

  private int add(XYSeries series) {
    data.addSeries(series);
    return data.getSeriesCount() - 1;
  }

  /** Puts names on the side where there is room. */
  private final class Labeled extends XYLineAndShapeRenderer {

    private static final long serialVersionUID = 1L;

    @Override
    public ItemLabelPosition getPositiveItemLabelPosition(int row, int item) {
      return data.getXValue(row, item) > right / 2
          ? new ItemLabelPosition(ItemLabelAnchor.OUTSIDE9, TextAnchor.CENTER_RIGHT)
          : new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT);
    }
  }
}
