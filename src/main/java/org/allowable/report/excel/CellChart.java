package org.allowable.report.excel;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.allowable.report.BarChart;
import org.allowable.report.Chart;
import org.allowable.report.Column;
import org.allowable.report.Format;
import org.allowable.report.Palette;
import org.allowable.report.ParetoChart;
import org.allowable.report.Picture;
import org.allowable.report.ReportRow;
import org.allowable.report.RoundStep;
import org.allowable.report.TableBlock;
import org.allowable.report.TornadoChart;
import org.allowable.report.TrendChart;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFNoFillProperties;
import org.apache.poi.xddf.usermodel.XDDFPresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickMark;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.Grouping;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFChartLegend;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlObject;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTCatAx;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumFmt;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTPlotArea;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTTitle;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTValAx;
import org.openxmlformats.schemas.drawingml.x2006.chart.STDLblPos;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBody;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextParagraph;

/**
 * Draws a chart that reads cells, in the colors of its picture. What the cells hold now is written
 * into the chart too, for viewers that do not calculate.
 */
final class CellChart {

  private static final double HUNDREDTHS = 100;
  private static final double TITLE_LARGER = 1;
  private static final double LINE_POINTS = 1.8;
  private static final double HAIR_POINTS = 0.75;
  private static final int GAP_PERCENT = 45;
  // On a narrow bar the number would run into the next; the axis and the table have it.
  private static final int LABELED_BAR_PIXELS = 72;
  private static final double ROOM = 0.35;
  private static final int TICKS = 2;
  private static final int TICKS_FROM_ZERO = 4;
  private static final int MOST_STEPS = 5;
  private static final double BAR_PART = 0.58;
  private static final double HALF = 0.5;
  private static final String EXTENSION = "{6F2FDCE9-48DA-4B69-8628-5D25D57E5C99}";
  private static final String CHARTS = "http://schemas.openxmlformats.org/drawingml/2006/chart";
  private static final String MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main";
  private static final String CHARTS_2007 =
      "http://schemas.microsoft.com/office/drawing/2007/8/2/chart";

  private final XSSFChart target;
  private final Picture picture;
  private final Chart chart;
  private final List<Column> columns;
  private final List<ReportRow> rows;
  private final CellCharts.CellsOfChart cells;
  private final double points;

  /**
   * A chart.
   *
   * @param rows what the cells below the header hold
   * @param points the size of its letters
   */
  CellChart(
      XSSFChart target,
      Picture picture,
      List<Column> columns,
      List<ReportRow> rows,
      CellCharts.CellsOfChart cells,
      double points) {
    this.target = target;
    this.picture = picture;
    this.chart = picture.inWorkbook();
    this.columns = columns;
    this.rows = rows;
    this.cells = cells;
    this.points = points;
  }

  /** Draws it. */
  void draw() {
    page();
    if (chart instanceof ParetoChart) {
      pareto();
    } else if (chart instanceof TrendChart trend) {
      trend(trend);
    } else if (chart instanceof BarChart || chart instanceof TornadoChart) {
      bars(1);
    } else {
      bars(2);
    }
    target.displayBlanksAs(DisplayBlanks.GAP);
  }

  private void page() {
    target.getCTChartSpace().addNewRoundedCorners().setVal(false);
    var paper = target.getCTChartSpace().addNewSpPr();
    paper.addNewSolidFill().addNewSrgbClr().setVal(bytes(Palette.WHITE));
    paper.addNewLn().addNewNoFill();
    CTTextBody text = target.getCTChartSpace().addNewTxPr();
    text.addNewBodyPr();
    text.addNewLstStyle();
    CTTextParagraph paragraph = text.addNewP();
    letters(paragraph.addNewPPr().addNewDefRPr(), points, false, Palette.INK);
    paragraph.addNewEndParaRPr().setLang("en-US");
    CTTitle title = target.getCTChart().addNewTitle();
    CTTextBody words = title.addNewTx().addNewRich();
    words.addNewBodyPr();
    words.addNewLstStyle();
    words(words, chart.title(), points + TITLE_LARGER, true, Palette.INK);
    if (!chart.subtitle().isBlank()) {
      words(words, chart.subtitle(), points, false, Palette.GRAY);
    }
    title.addNewOverlay().setVal(false);
    target.setAutoTitleDeleted(false);
  }

  private static void words(
      CTTextBody body, String words, double points, boolean isBold, int color) {
    CTTextParagraph paragraph = body.addNewP();
    letters(paragraph.addNewPPr().addNewDefRPr(), points, isBold, color);
    var run = paragraph.addNewR();
    letters(run.addNewRPr(), points, isBold, color);
    run.setT(ExcelText.line(words));
  }

  private static void letters(
      CTTextCharacterProperties letters, double points, boolean isBold, int color) {
    letters.setSz((int) Math.round(points * HUNDREDTHS));
    letters.setB(isBold);
    letters.addNewSolidFill().addNewSrgbClr().setVal(bytes(color));
    letters.addNewLatin().setTypeface(StyleBook.FONT);
  }

  // Horizontal: names need room, and the first stands on top.
  private void bars(int series) {
    XDDFCategoryAxis names = target.createCategoryAxis(AxisPosition.LEFT);
    names.setOrientation(AxisOrientation.MAX_MIN);
    XDDFValueAxis numbers = target.createValueAxis(AxisPosition.BOTTOM);
    // The first name is at the end of its axis, and the numbers stand below the last.
    numbers.setCrosses(AxisCrosses.MAX);
    dress(names, numbers);
    numbers(numbers, chart.measure());
    XDDFBarChartData data = (XDDFBarChartData) target.createData(ChartTypes.BAR, names, numbers);
    data.setBarDirection(BarDirection.BAR);
    data.setBarGrouping(BarGrouping.CLUSTERED);
    data.setVaryColors(false);
    data.setGapWidth(GAP_PERCENT);
    for (int column = 1; column <= series; column++) {
      XDDFChartData.Series bar = series(data, column);
      boolean isBehind = series > 1 && column == 1;
      bar.setFillProperties(fill(isBehind ? Palette.PALE : Palette.BLUE));
      bar.setLineProperties(isBehind ? line(Palette.INK, HAIR_POINTS) : noLine());
    }
    target.plot(data);
    CTPlotArea area = area();
    everyName(area.getCatAxArray(0));
    for (CTBarSer bar : area.getBarChartArray(0).getSerArray()) {
      if (series == 1) {
        belowZero(bar);
      } else {
        bar.addNewInvertIfNegative().setVal(false);
      }
      if (picture.size().hasRoomForNumbers(series * rows.size())) {
        labels(bar.addNewDLbls(), STDLblPos.OUT_END);
      }
    }
    if (series > 1) {
      legend();
    }
  }

  private void pareto() {
    XDDFCategoryAxis names = target.createCategoryAxis(AxisPosition.BOTTOM);
    XDDFValueAxis numbers = target.createValueAxis(AxisPosition.LEFT);
    dress(names, numbers);
    numbers(numbers, chart.measure());
    XDDFBarChartData bars = (XDDFBarChartData) target.createData(ChartTypes.BAR, names, numbers);
    bars.setBarDirection(BarDirection.COL);
    bars.setBarGrouping(BarGrouping.CLUSTERED);
    bars.setVaryColors(false);
    bars.setGapWidth(GAP_PERCENT);
    series(bars, 1).setFillProperties(fill(Palette.BLUE));
    target.plot(bars);
    XDDFCategoryAxis again = target.createCategoryAxis(AxisPosition.BOTTOM);
    again.setVisible(false);
    XDDFValueAxis shares = target.createValueAxis(AxisPosition.RIGHT);
    shares.setCrosses(AxisCrosses.MAX);
    shares.setCrossBetween(AxisCrossBetween.BETWEEN);
    again.crossAxis(shares);
    shares.crossAxis(again);
    // The line has the upper third for itself; between it and the bars stand their numbers.
    shares.setMinimum(-2);
    shares.setMaximum(1);
    shares.setMajorUnit(HALF);
    format(area().getValAxArray(1), "0%;;0%");
    double highest = numbers().mapToDouble(BigDecimal::doubleValue).max().orElse(0);
    if (highest > 0) {
      double step = RoundStep.of(highest / TICKS);
      numbers.setMaximum(Math.ceil(highest / BAR_PART / step) * step);
      numbers.setMajorUnit(2 * step);
    }
    plain(shares);
    XDDFLineChartData cumulative =
        (XDDFLineChartData) target.createData(ChartTypes.LINE, again, shares);
    cumulative.setGrouping(Grouping.STANDARD);
    cumulative.setVaryColors(false);
    line((XDDFLineChartData.Series) series(cumulative, 2), Palette.ORANGE, MarkerStyle.CIRCLE);
    target.plot(cumulative);
    CTBarSer bar = area().getBarChartArray(0).getSerArray(0);
    bar.addNewInvertIfNegative().setVal(false);
    if (rows.size() * LABELED_BAR_PIXELS <= picture.size().width()) {
      labels(bar.addNewDLbls(), STDLblPos.OUT_END);
    }
    // Two charts of one area count their series together.
    var line = area().getLineChartArray(0).getSerArray(0);
    line.getIdx().setVal(1);
    line.getOrder().setVal(1);
    legend();
  }

  private void trend(TrendChart trend) {
    XDDFCategoryAxis months = target.createCategoryAxis(AxisPosition.BOTTOM);
    XDDFValueAxis numbers = target.createValueAxis(AxisPosition.LEFT);
    dress(months, numbers);
    numbers(numbers, chart.measure());
    XDDFLineChartData data =
        (XDDFLineChartData) target.createData(ChartTypes.LINE, months, numbers);
    data.setGrouping(Grouping.STANDARD);
    data.setVaryColors(false);
    MarkerStyle[] styles = {MarkerStyle.CIRCLE, MarkerStyle.SQUARE, MarkerStyle.TRIANGLE};
    for (int i = 0; i < trend.lines().size(); i++) {
      line(
          (XDDFLineChartData.Series) series(data, i + 1),
          Palette.line(i),
          styles[i % styles.length]);
    }
    if (trend.mean() != null) {
      XDDFLineChartData.Series mean =
          (XDDFLineChartData.Series) series(data, trend.lines().size() + 1);
      line(mean, Palette.GRAY, MarkerStyle.NONE);
      XDDFLineProperties dashes = line(Palette.GRAY, HAIR_POINTS * 2);
      dashes.setPresetDash(new XDDFPresetLineDash(PresetLineDash.DASH));
      mean.setLineProperties(dashes);
    }
    target.plot(data);
    CTCatAx axis = area().getCatAxArray(0);
    (axis.isSetAuto() ? axis.getAuto() : axis.addNewAuto()).setVal(false);
    format(axis.isSetNumFmt() ? axis.getNumFmt() : axis.addNewNumFmt(), "mmm yy");
    legend();
  }

  private static void line(XDDFLineChartData.Series series, int color, MarkerStyle marker) {
    series.setSmooth(false);
    series.setLineProperties(line(color, LINE_POINTS));
    series.setMarkerStyle(marker);
    if (marker != MarkerStyle.NONE) {
      var look = series.getCTLineSer().getMarker().addNewSpPr();
      look.addNewSolidFill().addNewSrgbClr().setVal(bytes(color));
      look.addNewLn().addNewSolidFill().addNewSrgbClr().setVal(bytes(color));
    }
  }

  private XDDFChartData.Series series(XDDFChartData data, int column) {
    XDDFChartData.Series series = data.addSeries(categories(), numbers(column));
    series.setTitle(
        ExcelText.line(columns.get(column).header()),
        new CellReference(cells.sheet(), cells.headerRow(), column, true, true));
    return series;
  }

  private String range(int column) {
    int first = cells.headerRow() + 1;
    return new CellRangeAddress(first, cells.headerRow() + rows.size(), column, column)
        .formatAsString(cells.sheet(), true);
  }

  private XDDFDataSource<?> categories() {
    if (columns.get(0).format() == Format.MONTH) {
      Double[] days =
          rows.stream()
              .map(row -> DateUtil.getExcelDate(((YearMonth) value(row, 0)).atDay(1)))
              .toArray(Double[]::new);
      XDDFNumericalDataSource<Double> months = XDDFDataSourcesFactory.fromArray(days, range(0), 0);
      months.setFormatCode(Format.MONTH.excelFormat());
      return months;
    }
    String[] names =
        rows.stream().map(row -> ExcelText.clean(value(row, 0).toString())).toArray(String[]::new);
    return XDDFDataSourcesFactory.fromArray(names, range(0), 0);
  }

  private static Object value(ReportRow row, int column) {
    return Objects.requireNonNull(row.values().get(column));
  }

  private XDDFNumericalDataSource<Double> numbers(int column) {
    Double[] numbers =
        known(column).stream()
            .map(number -> number == null ? null : number.doubleValue())
            .toArray(Double[]::new);
    XDDFNumericalDataSource<Double> source =
        XDDFDataSourcesFactory.fromArray(numbers, range(column), column);
    source.setFormatCode(columns.get(column).format().excelFormat());
    return source;
  }

  private List<@Nullable BigDecimal> known(int column) {
    List<@Nullable BigDecimal> numbers = new ArrayList<>();
    rows.forEach(row -> numbers.add(TableBlock.number(row.values().get(column))));
    return numbers;
  }

  private Stream<BigDecimal> numbers() {
    return known(1).stream().filter(Objects::nonNull).map(Objects::requireNonNull);
  }

  // A number that follows a cell may go below zero later.
  private boolean isSigned() {
    return picture.live() != null || numbers().anyMatch(number -> number.signum() < 0);
  }

  private String brief(boolean isTick) {
    BigDecimal largest = numbers().map(BigDecimal::abs).reduce(BigDecimal.ZERO, BigDecimal::max);
    String format = chart.format().excelBrief(largest, isSigned(), isTick);
    if (picture.live() == null || isTick) {
      return format;
    }
    // What is not known yet is no zero.
    return (format.contains(";") ? format : format + ";-" + format) + ";";
  }

  private void dress(XDDFCategoryAxis names, XDDFValueAxis numbers) {
    names.crossAxis(numbers);
    numbers.crossAxis(names);
    numbers.setCrossBetween(AxisCrossBetween.BETWEEN);
    // Beside the plot also where bars go below zero.
    names.setTickLabelPosition(AxisTickLabelPosition.LOW);
    names.setMajorTickMark(AxisTickMark.NONE);
    names.setMinorTickMark(AxisTickMark.NONE);
    names.getOrAddShapeProperties().setLineProperties(line(Palette.GRAY, HAIR_POINTS));
    plain(numbers);
    numbers.getOrAddMajorGridProperties().setLineProperties(line(Palette.GRID, HAIR_POINTS));
  }

  private void numbers(XDDFValueAxis axis, String title) {
    CTValAx numbers = area().getValAxArray(0);
    format(numbers, brief(true));
    // A bar is as long as its number only from zero.
    if (!(chart instanceof TrendChart) && (!chart.format().isAdditive() || !isSigned())) {
      axis.setMinimum(0);
      legible(axis);
    } else if (chart instanceof BarChart && picture.live() == null) {
      room(axis);
    }
    if (!title.isBlank()) {
      axis.setTitle(title);
      CTTitle words = numbers.getTitle();
      CTTextBody rich = words.getTx().getRich();
      var run = rich.getPArray(0).getRArray(0);
      letters(run.isSetRPr() ? run.getRPr() : run.addNewRPr(), points, false, Palette.GRAY);
      (words.isSetOverlay() ? words.getOverlay() : words.addNewOverlay()).setVal(false);
    }
  }

  // As Excel and LibreOffice choose them, numbers of four digits run into each other.
  private void legible(XDDFValueAxis axis) {
    double high = numbers().mapToDouble(BigDecimal::doubleValue).max().orElse(0);
    if (high > 0) {
      double step = RoundStep.of(high / TICKS_FROM_ZERO);
      // The nearest round step may be smaller: seven numbers run into each other still.
      axis.setMajorUnit(high > MOST_STEPS * step ? RoundStep.of(2 * step) : step);
    }
  }

  // Between the longest bar below zero and the names its number needs room.
  private void room(XDDFValueAxis axis) {
    double low = numbers().mapToDouble(BigDecimal::doubleValue).min().orElse(0);
    double high = Math.max(0, numbers().mapToDouble(BigDecimal::doubleValue).max().orElse(0));
    double room = (high - low) * ROOM;
    double step = RoundStep.of((high - low + room) / TICKS);
    axis.setMinimum(Math.floor((low - room) / step) * step);
    axis.setMaximum(high > 0 ? Math.ceil((high + room) / step) * step : 0);
    axis.setMajorUnit(step);
  }

  private static void plain(XDDFChartAxis axis) {
    axis.setMajorTickMark(AxisTickMark.NONE);
    axis.setMinorTickMark(AxisTickMark.NONE);
    axis.getOrAddShapeProperties().setLineProperties(noLine());
  }

  private void labels(CTDLbls labels, STDLblPos.Enum place) {
    format(labels.addNewNumFmt(), brief(false));
    labels.addNewDLblPos().setVal(place);
    labels.addNewShowLegendKey().setVal(false);
    labels.addNewShowVal().setVal(true);
    labels.addNewShowCatName().setVal(false);
    labels.addNewShowSerName().setVal(false);
    labels.addNewShowPercent().setVal(false);
    labels.addNewShowBubbleSize().setVal(false);
  }

  // Each bar has its name, however little room there is.
  private static void everyName(CTCatAx axis) {
    try (XmlCursor cursor = axis.newCursor()) {
      cursor.toEndToken();
      cursor.beginElement(new QName(CHARTS, "tickLblSkip", "c"));
      cursor.insertAttributeWithValue("val", "1");
    }
  }

  private static void format(CTValAx axis, String code) {
    format(axis.isSetNumFmt() ? axis.getNumFmt() : axis.addNewNumFmt(), code);
  }

  private static void format(CTNumFmt format, String code) {
    format.setFormatCode(code);
    format.setSourceLinked(false);
  }

  // The color of bars below zero is a later invention, which older readers pass over: there they
  // are told by their side and their minus alone.
  private static void belowZero(CTBarSer bar) {
    bar.addNewInvertIfNegative().setVal(true);
    XmlObject extensions = bar.addNewExtLst();
    try (XmlCursor cursor = extensions.newCursor()) {
      cursor.toNextToken();
      cursor.beginElement(new QName(CHARTS, "ext", "c"));
      cursor.insertNamespace("c14", CHARTS_2007);
      cursor.insertAttributeWithValue("uri", EXTENSION);
      cursor.beginElement(new QName(CHARTS_2007, "invertSolidFillFmt", "c14"));
      cursor.beginElement(new QName(CHARTS_2007, "spPr", "c14"));
      cursor.beginElement(new QName(MAIN, "solidFill", "a"));
      cursor.beginElement(new QName(MAIN, "srgbClr", "a"));
      cursor.insertAttributeWithValue("val", Palette.hex(Palette.VERMILLION));
    }
  }

  private void legend() {
    XDDFChartLegend legend = target.getOrAddLegend();
    legend.setPosition(LegendPosition.TOP);
    legend.setOverlay(false);
  }

  private CTPlotArea area() {
    CTChart all = target.getCTChart();
    return all.getPlotArea();
  }

  private static XDDFSolidFillProperties fill(int color) {
    return new XDDFSolidFillProperties(XDDFColor.from(bytes(color)));
  }

  private static XDDFLineProperties line(int color, double points) {
    XDDFLineProperties line = new XDDFLineProperties(fill(color));
    line.setWidth(points);
    return line;
  }

  private static XDDFLineProperties noLine() {
    return new XDDFLineProperties(new XDDFNoFillProperties());
  }

  private static byte[] bytes(int color) {
    return new byte[] {(byte) (color >> 16), (byte) (color >> 8), (byte) color};
  }
}
