package org.allowable.report.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.ArrayList;
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
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYDataset;
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

  /** Puts each name beside its mark where it lies on no other mark. */
  private final class Labeled extends XYLineAndShapeRenderer {

    private static final long serialVersionUID = 1L;

    private final transient List<Point2D> marks = new ArrayList<>();
    private final Rectangle2D area = new Rectangle2D.Double();

    @Override
    public XYItemRendererState initialise(
        Graphics2D graphics,
        Rectangle2D dataArea,
        XYPlot plot,
        XYDataset dataset,
        PlotRenderingInfo info) {
      area.setRect(dataArea);
      marks.clear();
      for (Point point : chart.points()) {
        marks.add(
            new Point2D.Double(
                plot.getDomainAxis()
                    .valueToJava2D(across(point), dataArea, plot.getDomainAxisEdge()),
                plot.getRangeAxis()
                    .valueToJava2D(
                        Math.min(top, height(point)), dataArea, plot.getRangeAxisEdge())));
      }
      return super.initialise(graphics, dataArea, plot, dataset, info);
    }

    @Override
    protected void drawItemLabel(
        Graphics2D graphics,
        PlotOrientation orientation,
        XYDataset dataset,
        int series,
        int item,
        double x,
        double y,
        boolean isNegative) {
      String words = getItemLabelGenerator(series, item).generateLabel(dataset, series, item);
      if (words == null || words.isEmpty()) {
        return;
      }
      Font font = getItemLabelFont(series, item);
      Rectangle2D size = font.getStringBounds(words, graphics.getFontRenderContext());
      Rectangle2D place = LabelPlaces.free(x, y, size.getWidth(), size.getHeight(), area, marks);
      graphics.setFont(font);
      graphics.setPaint(getItemLabelPaint(series, item));
      graphics.drawString(words, (float) place.getX(), (float) (place.getY() - size.getY()));
    }
  }
}
