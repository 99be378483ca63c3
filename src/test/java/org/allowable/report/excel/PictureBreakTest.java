package org.allowable.report.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.allowable.report.BarChart;
import org.allowable.report.Chart;
import org.allowable.report.ChartSize;
import org.allowable.report.Column;
import org.allowable.report.Format;
import org.allowable.report.PictureBlock;
import org.allowable.report.ReportRow;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;
import org.allowable.report.Workbook;
import org.allowable.report.chart.ChartWriter;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFShape;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A picture is on one page, also where a page takes a little more than it was taken for. */
class PictureBreakTest {

  // A letter page on its side, less margins and foot, in points.
  private static final double PAGE = 612 - 72 - 18;

  private static final Chart CHART =
      new BarChart(
          "Aetna allowed too little",
          "n = 3 lines",
          Format.DOLLARS,
          List.of(new Chart.Bar("Aetna", new BigDecimal("-1200.55"))));

  @TempDir private Path folder;

  static IntStream rows() {
    return IntStream.rangeClosed(1, 70);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_picture_behind_so_many_rows_is_on_one_page(int rows) throws IOException {
    try (XSSFWorkbook book = written(rows)) {
      XSSFSheet sheet = book.getSheet("Lines");
      XSSFShape picture = sheet.getDrawingPatriarch().getShapes().get(0);
      XSSFClientAnchor anchor = (XSSFClientAnchor) picture.getAnchor();
      // One that ends where a row begins does not stand in it.
      int last = anchor.getDy2() == 0 ? anchor.getRow2() - 1 : anchor.getRow2();
      for (double more : List.of(0.0, 10.0, 25.0, 40.0)) {
        assertThat(page(sheet, last, PAGE + more))
            .as("A page of %s points more", more)
            .isEqualTo(page(sheet, anchor.getRow1(), PAGE + more));
      }
    }
  }

  // The page on which a row stands, where a page has so many points.
  private static int page(XSSFSheet sheet, int row, double height) {
    int page = 1;
    double used = 0;
    for (int i = 0; i <= row; i++) {
      double points =
          sheet.getRow(i) == null
              ? sheet.getDefaultRowHeightInPoints()
              : sheet.getRow(i).getHeightInPoints();
      boolean isBroken = i > 0 && sheet.isRowBroken(i - 1);
      if (isBroken || used + points > height) {
        page++;
        used = 0;
      }
      used += points;
    }
    return page;
  }

  private XSSFWorkbook written(int rows) throws IOException {
    List<ReportRow> lines =
        IntStream.range(0, rows).mapToObj(i -> ReportRow.of("Line " + i)).toList();
    Sheet sheet =
        Sheet.of(
            "Lines",
            "Lines",
            "",
            TableBlock.of(List.of(Column.of("Line", Format.TEXT).width(60)), lines),
            PictureBlock.of(ChartWriter.picture(CHART, ChartSize.SMALL)));
    Path file = folder.resolve("pictures.xlsx");
    WorkbookWriter.write(
        new Workbook(
            "Monthly",
            "June",
            Instant.parse("2025-07-05T00:00:00Z"),
            false,
            Map.of(),
            List.of(Sheet.of("Summary", "Summary", ""), sheet)),
        file);
    return new XSSFWorkbook(Files.newInputStream(file));
  }
}
