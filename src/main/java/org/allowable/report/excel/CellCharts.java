package org.allowable.report.excel;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.allowable.report.BarChart;
import org.allowable.report.Block;
import org.allowable.report.Chart;
import org.allowable.report.ChartTable;
import org.allowable.report.Column;
import org.allowable.report.DumbbellChart;
import org.allowable.report.Format;
import org.allowable.report.Page;
import org.allowable.report.PairedBarChart;
import org.allowable.report.ParetoChart;
import org.allowable.report.Picture;
import org.allowable.report.ReportRow;
import org.allowable.report.Sheet;
import org.allowable.report.ShortName;
import org.allowable.report.TableBlock;
import org.allowable.report.TornadoChart;
import org.allowable.report.TrendChart;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.CTDrawing;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.CTGraphicalObjectFrame;

/**
 * The charts of a workbook that Excel draws itself. Their numbers stand on a sheet of their own,
 * the last; they are drawn when it is written, for only then the place of each number is known.
 */
final class CellCharts {

  /** Where their numbers stand. */
  static final String SHEET = "Chart data";

  private static final int CATEGORY_CHARACTERS = 36;
  // What an axis has room for.
  private static final int LABEL_CHARACTERS = 32;
  private static final int SLANTED_CHARACTERS = 24;

  private final List<Pending> pending = new ArrayList<>();
  private final IdentityHashMap<TableBlock, CellsOfChart> places = new IdentityHashMap<>();

  /**
   * Cells that a chart reads.
   *
   * @param sheet their sheet's name
   * @param headerRow from 0; the numbers stand below
   */
  record CellsOfChart(String sheet, int headerRow) {}

  private record Pending(
      SXSSFSheet sheet,
      Picture picture,
      TableBlock cells,
      int row,
      Grid.Place place,
      int room,
      double points) {}

  /** Whether Excel has such a chart, and there is something to draw or to come. */
  static boolean draws(Picture picture) {
    Chart chart = picture.inWorkbook();
    boolean isKnown =
        chart instanceof BarChart
            || chart instanceof PairedBarChart
            || chart instanceof ParetoChart
            || chart instanceof TrendChart
            || chart instanceof DumbbellChart
            || (chart instanceof TornadoChart tornado && tornado.isOneWay());
    return isKnown && (chart.hasValues() || picture.live() != null);
  }

  /**
   * A chart is to stand with its upper left corner in a row, at a place across it.
   *
   * @param points the size of its letters that are read when the sheet is printed
   */
  void add(
      SXSSFSheet sheet, Picture picture, int row, Grid.Place place, int roomPixels, double points) {
    // Comments and pictures share the drawing; it is made before the sheet's last part.
    sheet.createDrawingPatriarch();
    pending.add(new Pending(sheet, picture, cells(picture), row, place, roomPixels, points));
  }

  private static TableBlock cells(Picture picture) {
    Chart chart = picture.inWorkbook();
    TableBlock all = picture.live() == null ? ChartTable.of(fitting(picture)) : picture.cells();
    List<Column> columns = new ArrayList<>(all.columns());
    if (columns.get(0).format() == Format.TEXT) {
      columns.set(0, columns.get(0).width(CATEGORY_CHARACTERS));
    }
    List<ReportRow> rows = new ArrayList<>();
    for (ReportRow row : all.rows()) {
      List<@Nullable Object> values = new ArrayList<>(row.values());
      if (values.get(0) instanceof String label) {
        values.set(
            0,
            ShortName.of(
                label, chart instanceof ParetoChart ? SLANTED_CHARACTERS : LABEL_CHARACTERS));
      }
      rows.add(new ReportRow(values));
    }
    return new TableBlock(chart.title(), columns, rows, false, -1);
  }

  // As many as the picture has.
  private static Chart fitting(Picture picture) {
    if (picture.chart() instanceof BarChart bars) {
      return bars.atMost(picture.size().bars());
    }
    return picture.chart() instanceof PairedBarChart pairs
        ? pairs.atMost(picture.size().pairs())
        : picture.chart();
  }

  /** Whether there is a chart. */
  boolean isEmpty() {
    return pending.isEmpty();
  }

  /** The sheet of their numbers. */
  Sheet sheet() {
    List<Block> blocks = new ArrayList<>();
    pending.forEach(one -> blocks.add(one.cells()));
    return new Sheet(
        SHEET,
        "Numbers of the charts",
        "Each chart of this workbook that Excel draws reads one of these tables: change a number"
            + " and its chart follows. What is computed here follows the cells that the reader may"
            + " change.",
        blocks,
        Page.SCREEN);
  }

  /** A table of the sheet is written. */
  void placed(TableBlock block, String sheet, int headerRow) {
    places.putIfAbsent(block, new CellsOfChart(sheet, headerRow));
  }

  /** Draws them. */
  void draw() {
    for (int i = 0; i < pending.size(); i++) {
      draw(pending.get(i), i + 1);
    }
  }

  private void draw(Pending one, int number) {
    XSSFDrawing drawing = one.sheet().getDrawingPatriarch();
    CTDrawing all = drawing.getCTDrawing();
    int column = one.place().column();
    XSSFChart target =
        drawing.createChart(
            new XSSFClientAnchor(0, 0, 0, 0, column, one.row(), column + 1, one.row() + 1));
    CTGraphicalObjectFrame frame = target.getGraphicFrame().getCTGraphicalObjectFrame();
    var properties = frame.getNvGraphicFramePr().getCNvPr();
    // A number of its own on the sheet, beyond those of pictures and comments.
    properties.setId(10_000L + number);
    properties.setName("Chart " + number);
    properties.setDescr(ExcelText.clean(one.picture().altText()));
    Pictures.fix(
        all, all.sizeOfTwoCellAnchorArray() - 1, one.picture(), one.row(), one.place(), one.room());
    List<ReportRow> rows = new ArrayList<>();
    one.cells().rows().forEach(rows::add);
    CellsOfChart cells = Objects.requireNonNull(places.get(one.cells()), one.cells().heading());
    new CellChart(target, one.picture(), one.cells().columns(), rows, cells, one.points()).draw();
  }
}
