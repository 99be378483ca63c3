package org.allowable.report.html;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.allowable.report.Assumption;
import org.allowable.report.Assumptions;
import org.allowable.report.Block;
import org.allowable.report.ChartSize;
import org.allowable.report.ChartTable;
import org.allowable.report.Column;
import org.allowable.report.Format;
import org.allowable.report.KeyFigure;
import org.allowable.report.KeyFigures;
import org.allowable.report.Link;
import org.allowable.report.LinkList;
import org.allowable.report.Picture;
import org.allowable.report.PictureBlock;
import org.allowable.report.ReportRow;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;
import org.allowable.report.TextBlock;
import org.allowable.report.chart.ChartWriter;
import org.allowable.report.chart.SvgFigure;

/** Writes the parts of a sheet one under the other. */
final class HtmlBlocks {

  private final HtmlWriter html;
  private final SheetAnchors anchors;
  private final PageFiles files;
  private final Map<String, BigDecimal> inputs;
  private int charts;

  HtmlBlocks(
      HtmlWriter html, SheetAnchors anchors, PageFiles files, Map<String, BigDecimal> inputs) {
    this.html = html;
    this.anchors = anchors;
    this.files = files;
    this.inputs = inputs;
  }

  /** Writes a sheet's blocks. */
  void write(Sheet sheet) throws IOException {
    int tables = 0;
    for (Block block : sheet.blocks()) {
      if (block instanceof TableBlock table) {
        table(sheet, table, ++tables);
      } else if (block instanceof TextBlock text) {
        heading(text.heading());
        for (String paragraph : text.paragraphs()) {
          html.sentences("p", paragraph).line();
        }
      } else if (block instanceof KeyFigures figures) {
        figures(figures.figures());
      } else if (block instanceof PictureBlock pictures) {
        pictures(pictures.pictures());
      } else if (block instanceof LinkList list) {
        links(list);
      } else if (block instanceof Assumptions assumptions) {
        assumptions(sheet, assumptions);
      }
    }
  }

  private void heading(String heading) throws IOException {
    if (!heading.isBlank()) {
      html.element("h3", heading).line();
    }
  }

  private void figures(List<KeyFigure> figures) throws IOException {
    html.start("ul", "class", "cards").line();
    for (KeyFigure figure : figures) {
      Link link = figure.link();
      html.start("li");
      html.start(
          link == null ? "div" : "a",
          "class",
          "card",
          "href",
          link == null ? null : anchors.address(link.sheet()));
      CellText text = CellText.of(figure.value(), figure.format());
      String shown = text.shown().isEmpty() ? figure.format().display(null) : text.shown();
      html.element("span", figure.label(), "class", "label");
      html.element(
          "strong", shown, "class", text.isBelowZero() ? "neg" : null, "data-v", text.exact());
      html.sentences("span", figure.comparison(), "class", "against");
      html.end().end().line();
    }
    html.end().line();
  }

  private void pictures(List<Picture> pictures) throws IOException {
    html.start("div", "class", "charts").line();
    for (Picture picture : pictures) {
      // What the reader has yet to enter in the workbook is no chart here.
      if (picture.live() != null && !picture.chart().hasValues()) {
        continue;
      }
      picture(picture, "chart-" + ++charts);
    }
    html.end().line();
  }

  private void picture(Picture picture, String name) throws IOException {
    SvgFigure figure = ChartWriter.figure(picture.chart(), picture.size(), name);
    boolean isWide = picture.size().width() > ChartSize.HALF.width();
    html.start("figure", "class", isWide ? "chart wide" : "chart");
    html.start("figcaption").sentences("strong", figure.title());
    html.sentences("span", figure.subtitle()).end();
    html.start("div", isWide ? scroll("Chart " + charts + ": " + figure.title()) : new String[0]);
    html.raw(figure.svg()).end();
    html.start("details").element("summary", "Numbers of this chart");
    TableBlock numbers = ChartTable.of(picture.chart());
    html.start("div", scroll("Numbers of chart " + charts + ": " + figure.title()));
    new HtmlTable(html, anchors, numbers, ShownRows.of(numbers, inputs)).write(figure.title());
    html.end().end().end().line();
  }

  // What may be wider than the window is reached by keyboard too.
  private static String[] scroll(String label) {
    return new String[] {"class", "scroll", "role", "region", "tabindex", "0", "aria-label", label};
  }

  private void links(LinkList list) throws IOException {
    heading(list.heading());
    html.start("ul", "class", "contents").line();
    for (LinkList.Entry entry : list.entries()) {
      html.start("li");
      html.element("a", entry.sheet(), "href", anchors.address(entry.sheet()));
      html.text(" ").element("span", entry.description()).end().line();
    }
    html.end().line();
  }

  private static final List<Column> ASSUMPTIONS =
      List.of(
          Column.of("Assumption", Format.TEXT),
          Column.of("Value", Format.TEXT),
          Column.of("Unit", Format.TEXT),
          Column.of("Note", Format.LONG_TEXT));

  private void assumptions(Sheet sheet, Assumptions block) throws IOException {
    List<ReportRow> rows = block.entries().stream().map(HtmlBlocks::row).toList();
    String heading = block.heading().isBlank() ? "Assumptions" : block.heading();
    table(sheet, TableBlock.of(ASSUMPTIONS, rows).heading(heading), 0);
    html.element("p", "Change them in the workbook, whose formulas follow.").line();
  }

  private static ReportRow row(Assumption entry) {
    return ReportRow.of(
        entry.label(), entry.format().display(entry.value()), entry.unit(), entry.note());
  }

  private void table(Sheet sheet, TableBlock block, int number) throws IOException {
    boolean isNamed = !block.heading().isBlank();
    String name = isNamed ? block.heading() : sheet.title();
    String label = sheet.name() + (isNamed ? ": " + name : number > 1 ? ", table " + number : "");
    heading(block.heading());
    ShownRows rows = ShownRows.of(block, inputs);
    HtmlTable table = new HtmlTable(html, anchors, block, rows);
    int columns = table.columnsOnPaper();
    boolean isNarrow = columns == block.columns().size();
    html.start("div", "class", isNarrow ? "table narrow" : "table " + InlineCode.onPaper(columns));
    if (rows.isPart()) {
      part(sheet, block, rows);
    }
    html.start("div", scroll("Table: " + label));
    table.write(name);
    html.end();
    onPaper(sheet, rows, isNarrow ? 0 : columns);
    if (!rows.isPart() && !files.tables().isEmpty() && !block.csvTables().isEmpty()) {
      html.start("p", "class", "source").text("CSV: ");
      csv(block);
      html.end();
    }
    html.end().line();
  }

  // What a page of paper leaves out is said there.
  private void onPaper(Sheet sheet, ShownRows rows, int columns) throws IOException {
    boolean isLong = rows.rows().size() > InlineCode.ROWS_ON_PAPER;
    if (isLong || columns > 0) {
      String what =
          (columns > 0 ? columns + " columns" : "")
              + (isLong && columns > 0 ? " and " : "")
              + (isLong ? InlineCode.ROWS_ON_PAPER + " rows" : "");
      html.element(
          "p",
          "Only the first %s print; the sheet %s of %s has all."
              .formatted(what, sheet.name(), files.workbook()),
          "class",
          "on-paper");
    }
  }

  private void part(Sheet sheet, TableBlock block, ShownRows rows) throws IOException {
    html.start("p", "class", "part");
    html.text(
        "The first %s of %s rows, in the order of the workbook; sorting and filter act on these. All rows: sheet %s of "
            .formatted(
                Format.COUNT.display(rows.rows().size()),
                Format.COUNT.display(rows.count()),
                sheet.name()));
    html.element("a", files.workbook(), "href", FileAddress.of(files.workbook()));
    if (!files.tables().isEmpty() && !block.csvTables().isEmpty()) {
      html.text(", or ");
      csv(block);
    }
    html.text(".").end();
  }

  private void csv(TableBlock block) throws IOException {
    for (int i = 0; i < block.csvTables().size(); i++) {
      String file = block.csvTables().get(i) + ".csv";
      html.text(i == 0 ? "" : ", ");
      html.element("a", file, "href", files.tables() + "/" + file);
    }
  }
}
