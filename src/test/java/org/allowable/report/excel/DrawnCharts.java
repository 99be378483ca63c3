package org.allowable.report.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTAxDataSource;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumDataSource;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTPlotArea;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTSerTx;

/** The charts that Excel draws in a workbook that was written, as they read its cells. */
public final class DrawnCharts {

  private DrawnCharts() {}

  /**
   * A chart.
   *
   * @param title its first line
   * @param series in order
   * @param step between the numbers of its first axis; NaN where the viewer chooses
   */
  public record DrawnChart(String sheet, String title, List<DrawnSeries> series, double step) {}

  /**
   * What is drawn of a column.
   *
   * @param names of the categories, as words
   * @param values as the chart holds them; null where it has none
   * @param range of the cells that it reads
   */
  public record DrawnSeries(
      String name, List<String> names, List<@Nullable Double> values, AreaReference range) {}

  /** All charts of a workbook, each checked against the cells that it reads. */
  public static List<DrawnChart> of(XSSFWorkbook book) {
    List<DrawnChart> charts = new ArrayList<>();
    for (var sheet : book) {
      XSSFDrawing drawing = ((XSSFSheet) sheet).getDrawingPatriarch();
      if (drawing == null) {
        continue;
      }
      for (XSSFChart chart : drawing.getCharts()) {
        charts.add(chart(book, sheet.getSheetName(), chart));
      }
    }
    return charts;
  }

  private static DrawnChart chart(XSSFWorkbook book, String sheet, XSSFChart chart) {
    CTPlotArea area = chart.getCTChart().getPlotArea();
    List<DrawnSeries> series = new ArrayList<>();
    for (var bars : area.getBarChartArray()) {
      for (var one : bars.getSerArray()) {
        series.add(series(book, one.getTx(), one.getCat(), one.getVal()));
      }
    }
    for (var lines : area.getLineChartArray()) {
      for (var one : lines.getSerArray()) {
        series.add(series(book, one.getTx(), one.getCat(), one.getVal()));
      }
    }
    String title = chart.getCTChart().getTitle().getTx().getRich().getPArray(0).getRArray(0).getT();
    var numbers = area.getValAxArray(0);
    double step = numbers.isSetMajorUnit() ? numbers.getMajorUnit().getVal() : Double.NaN;
    return new DrawnChart(sheet, title, series, step);
  }

  private static DrawnSeries series(
      XSSFWorkbook book, CTSerTx text, CTAxDataSource names, CTNumDataSource values) {
    String name = text.getStrRef().getStrCache().getPtArray(0).getV();
    assertThat(cell(book, text.getStrRef().getF()).getStringCellValue())
        .as("the header that the series reads")
        .isEqualTo(name);
    AreaReference range =
        new AreaReference(values.getNumRef().getF(), SpreadsheetVersion.EXCEL2007);
    CellReference[] cells = range.getAllReferencedCells();
    Double[] cached = new Double[cells.length];
    assertThat(values.getNumRef().getNumCache().getPtCount().getVal()).isEqualTo(cells.length);
    for (var point : values.getNumRef().getNumCache().getPtArray()) {
      cached[(int) point.getIdx()] = Double.valueOf(point.getV());
    }
    List<@Nullable Double> numbers = new ArrayList<>();
    for (int i = 0; i < cells.length; i++) {
      assertThat(number(book, cells[i]))
          .as("cell %s of series %s", cells[i].formatAsString(), name)
          .isEqualTo(cached[i]);
      numbers.add(cached[i]);
    }
    return new DrawnSeries(name, names(book, names), numbers, range);
  }

  private static List<String> names(XSSFWorkbook book, CTAxDataSource source) {
    boolean isText = source.isSetStrRef();
    String formula = isText ? source.getStrRef().getF() : source.getNumRef().getF();
    List<String> names = new ArrayList<>();
    for (CellReference cell :
        new AreaReference(formula, SpreadsheetVersion.EXCEL2007).getAllReferencedCells()) {
      Cell found = cell(book, cell);
      names.add(isText ? found.getStringCellValue() : Double.toString(found.getNumericCellValue()));
    }
    List<String> cached = new ArrayList<>();
    if (isText) {
      for (var point : source.getStrRef().getStrCache().getPtArray()) {
        cached.add(point.getV());
      }
    } else {
      for (var point : source.getNumRef().getNumCache().getPtArray()) {
        cached.add(Double.toString(Double.parseDouble(point.getV())));
      }
    }
    assertThat(cached)
        .as("categories of the chart, and the cells they are read from")
        .isEqualTo(names);
    return names;
  }

  private static @Nullable Double number(XSSFWorkbook book, CellReference at) {
    Cell cell = cell(book, at);
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    return type == CellType.NUMERIC ? cell.getNumericCellValue() : null;
  }

  private static Cell cell(XSSFWorkbook book, String formula) {
    return cell(book, new CellReference(formula));
  }

  private static Cell cell(XSSFWorkbook book, CellReference at) {
    return book.getSheet(at.getSheetName()).getRow(at.getRow()).getCell(at.getCol());
  }
}
