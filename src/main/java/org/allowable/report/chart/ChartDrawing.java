package org.allowable.report.chart;

import java.util.List;
import org.allowable.report.BarChart;
import org.allowable.report.Chart;
import org.allowable.report.Chart.Bar;
import org.allowable.report.ChartSize;
import org.allowable.report.DistributionChart;
import org.allowable.report.DumbbellChart;
import org.allowable.report.Format;
import org.allowable.report.FunnelChart;
import org.allowable.report.HeatMapChart;
import org.allowable.report.PairedBarChart;
import org.allowable.report.ParetoChart;
import org.allowable.report.RunChart;
import org.allowable.report.TornadoChart;
import org.allowable.report.TrendChart;
import org.allowable.report.WaterfallChart;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.CategoryItemRenderer;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/** Makes a drawing of each kind of chart. */
final class ChartDrawing {

  // A headline would take half of it.
  private static final int NARROW_PIXELS = 400;
  private static final int BAR_LABEL_CHARACTERS = 30;
  private static final int PIXELS_PER_BAR_LABEL_CHARACTER = 21;
  static final float BAR_LABEL_SHARE = 0.4f;
  // Slanted letters reach to the left of their bar, where a small picture has less room.
  private static final int PIXELS_PER_SLANTED_CHARACTER = 36;
  private static final int LABELED_BAR_PIXELS = 56;
  private static final int MOST_UPRIGHT_LABELS = 5;

  private ChartDrawing() {}

  /** The drawing of a chart; one without values says so. */
  static JFreeChart of(Chart chart, ChartSize size) {
    JFreeChart drawing = drawn(chart, size);
    if (size.width() < NARROW_PIXELS) {
      drawing.getTitle().setFont(ReportTheme.NARROW_TITLE);
    }
    return drawing;
  }

  private static JFreeChart drawn(Chart chart, ChartSize size) {
    if (chart instanceof BarChart bars) {
      return bars(bars, size);
    } else if (chart instanceof PairedBarChart pairs) {
      return pairs(pairs, size);
    } else if (chart instanceof ParetoChart pareto) {
      return pareto(pareto, size);
    } else if (chart instanceof TrendChart trend) {
      return TrendDrawing.of(trend, size);
    } else if (chart instanceof HeatMapChart map) {
      return HeatMapDrawing.of(map, size);
    } else if (chart instanceof DumbbellChart dumbbells) {
      return DumbbellDrawing.of(dumbbells, size);
    } else if (chart instanceof TornadoChart tornado) {
      return TornadoDrawing.of(tornado, size);
    } else if (chart instanceof DistributionChart distribution) {
      return DistributionDrawing.of(distribution, size);
    } else if (chart instanceof FunnelChart funnel) {
      return FunnelDrawing.of(funnel, size);
    } else if (chart instanceof RunChart run) {
      return RunDrawing.of(run, size);
    } else if (chart instanceof WaterfallChart waterfall) {
      return WaterfallDrawing.of(waterfall, size);
    }
    throw new IllegalArgumentException("No drawing for " + chart.getClass().getSimpleName());
  }

  private static JFreeChart bars(BarChart whole, ChartSize size) {
    BarChart chart = whole.atMost(size.bars());
    CategoryPlot plot =
        horizontal(
            chart, dataset(chart, chart.shown(), labelCharacters(size)), new SignedBars(), size);
    String subtitle = subtitle(chart, chart.bars().size(), chart.most());
    return ReportTheme.chart(chart.title(), subtitle, plot, false);
  }

  private static JFreeChart pairs(PairedBarChart whole, ChartSize size) {
    PairedBarChart chart = whole.atMost(size.pairs());
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    List<PairedBarChart.Pair> pairs = chart.hasValues() ? chart.shown() : List.of();
    for (int i = 0; i < pairs.size(); i++) {
      PairedBarChart.Pair pair = pairs.get(i);
      boolean isKnown = pair.first() != null && pair.second() != null;
      CategoryLabel label =
          CategoryLabel.of(i, pair.label(), isKnown ? pair.first() : null, labelCharacters(size));
      data.addValue(pair.first(), chart.firstName(), label);
      data.addValue(pair.second(), chart.secondName(), label);
    }
    CategoryPlot plot = horizontal(chart, data, new BarRenderer(), size);
    // What should have been stands back behind what was.
    BarRenderer bars = (BarRenderer) plot.getRenderer();
    bars.setDefaultItemLabelsVisible(size.hasRoomForNumbers(2 * pairs.size()));
    bars.setSeriesPaint(0, ReportTheme.PALE);
    bars.setSeriesPaint(1, ReportTheme.BLUE);
    // Without color its outline tells it, beside its place.
    bars.setDrawBarOutline(true);
    bars.setSeriesOutlinePaint(0, ReportTheme.INK);
    bars.setSeriesOutlinePaint(1, ReportTheme.BLUE);
    String subtitle = subtitle(chart, chart.pairs().size(), chart.most());
    return ReportTheme.chart(chart.title(), subtitle, plot, chart.hasValues());
  }

  /** How long the name of a horizontal bar may be. */
  static int labelCharacters(ChartSize size) {
    return Math.min(BAR_LABEL_CHARACTERS, size.width() / PIXELS_PER_BAR_LABEL_CHARACTER);
  }

  // Where the rest cannot be added up it is not shown: the reader must know.
  private static String subtitle(Chart chart, int count, int most) {
    return chart.format().isAdditive() ? chart.subtitle() : subtitle(chart, count, most, "largest");
  }

  /** The subtitle, with a note where not all is shown: "the 15 largest of 40". */
  static String subtitle(Chart chart, int count, int most, String kept) {
    String before = chart.subtitle().isBlank() ? "" : chart.subtitle() + "; ";
    return count > most ? before + "the " + most + " " + kept + " of " + count : chart.subtitle();
  }

  private static JFreeChart pareto(ParetoChart chart, ChartSize size) {
    NumberAxis amounts = Axes.barsBelow(chart, size);
    BarRenderer bars = new BarRenderer();
    CategoryDataset data = dataset(chart, chart.shown(), paretoCharacters(size));
    CategoryPlot plot = new CategoryPlot(data, Axes.categories(2, 1.1f), amounts, bars);
    dress(plot, chart);
    // On a narrow bar the number would run into the next; the axis and the table have it.
    bars.setDefaultItemLabelsVisible(data.getColumnCount() * LABELED_BAR_PIXELS <= size.width());
    plot.setDataset(1, cumulative(chart, size));
    plot.setRenderer(1, cumulativeLine());
    plot.setRangeAxis(1, Axes.sharesAbove(size));
    plot.mapDatasetToRangeAxis(1, 1);
    if (chart.cumulativeShares().isEmpty()) {
      plot.getRangeAxis(1).setVisible(false);
    } else {
      ValueMarker zero = new ValueMarker(0, ReportTheme.GRID, ReportTheme.HAIR);
      plot.addRangeMarker(1, zero, Layer.BACKGROUND);
    }
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    JFreeChart drawing =
        ReportTheme.chart(chart.title(), chart.subtitle(), plot, chart.hasValues());
    plot.getDomainAxis().setTickLabelFont(ReportTheme.SMALL);
    plot.getDomainAxis().setCategoryMargin(0.25);
    if (data.getColumnCount() > MOST_UPRIGHT_LABELS) {
      plot.getDomainAxis().setMaximumCategoryLabelLines(1);
      plot.getDomainAxis().setCategoryLabelPositions(CategoryLabelPositions.UP_45);
    }
    return drawing;
  }

  private static int paretoCharacters(ChartSize size) {
    return size.width() / PIXELS_PER_SLANTED_CHARACTER;
  }

  private static DefaultCategoryDataset cumulative(ParetoChart chart, ChartSize size) {
    DefaultCategoryDataset line = new DefaultCategoryDataset();
    for (int i = 0; i < chart.cumulativeShares().size(); i++) {
      Bar bar = chart.shown().get(i);
      line.addValue(
          chart.cumulativeShares().get(i),
          "Cumulative share",
          CategoryLabel.of(i, bar.label(), bar.value(), paretoCharacters(size)));
    }
    return line;
  }

  private static CategoryItemRenderer cumulativeLine() {
    LineAndShapeRenderer line = new LineAndShapeRenderer();
    line.setSeriesPaint(0, ReportTheme.ORANGE);
    line.setSeriesStroke(0, ReportTheme.LINE);
    line.setSeriesShape(0, Shapes.of(0));
    return line;
  }

  private static CategoryPlot horizontal(
      Chart chart, CategoryDataset data, BarRenderer renderer, ChartSize size) {
    CategoryPlot plot =
        new CategoryPlot(
            data, Axes.categories(1, BAR_LABEL_SHARE), Axes.fromZero(chart, size), renderer);
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    dress(plot, chart);
    // Beside the end of the bar; unless told, letters go above it.
    renderer.setDefaultPositiveItemLabelPosition(
        new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
    renderer.setDefaultNegativeItemLabelPosition(
        new ItemLabelPosition(ItemLabelAnchor.OUTSIDE9, TextAnchor.CENTER_RIGHT));
    return plot;
  }

  private static void dress(CategoryPlot plot, Chart chart) {
    BarRenderer renderer = (BarRenderer) plot.getRenderer();
    ReportTheme.bars(renderer);
    renderer.setDefaultItemLabelGenerator(
        new StandardCategoryItemLabelGenerator("{2}", new BriefNumbers(chart.format())));
    plot.getRangeAxis().setVisible(Axes.isReadable(chart));
  }

  // What the bars are, in the legend.
  private static String measure(Format format) {
    return switch (format) {
      case MONEY, DOLLARS -> "Dollars";
      case RVU -> "RVU";
      case RATE -> "Rate";
      default -> "Count";
    };
  }

  private static CategoryDataset dataset(Chart chart, List<Bar> bars, int characters) {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    for (int i = 0; chart.hasValues() && i < bars.size(); i++) {
      Bar bar = bars.get(i);
      data.addValue(
          bar.value(),
          measure(chart.format()),
          CategoryLabel.of(i, bar.label(), bar.value(), characters));
    }
    return data;
  }
}
