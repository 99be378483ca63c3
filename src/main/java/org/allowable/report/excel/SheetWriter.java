package org.allowable.report.excel;

import java.util.List;
import org.allowable.report.Assumptions;
import org.allowable.report.Block;
import org.allowable.report.Format;
import org.allowable.report.KeyFigures;
import org.allowable.report.Link;
import org.allowable.report.LinkList;
import org.allowable.report.Picture;
import org.allowable.report.PictureBlock;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;
import org.allowable.report.TextBlock;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.jspecify.annotations.Nullable;

/** Writes one sheet from top to bottom: its head, then its blocks. */
final class SheetWriter {

  /** Height of a line of body text. */
  static final float LINE_POINTS = 15f;

  private static final int SPARE_LINES = 3;
  private static final float GAP_POINTS = 10f;
  private static final float TITLE_POINTS = 27f;
  // Characters of a title in the room of one of the body, bold and 18 points to 11.
  private static final double TITLE_CHARACTERS = 11.0 / 20;
  private static final float HEADING_POINTS = 21f;
  private static final float PIXELS_PER_POINT = 96f / 72f;
  // How much of its height a picture keeps at least.
  private static final double LOWEST = 0.75;
  private static final double LOWEST_ON_ONE_PAGE = 0.55;
  private static final int LINK_CHARACTERS = 26;

  private final WorkbookFile file;
  private final Sheet model;
  private final String name;
  private final Grid grid;
  private SXSSFSheet sheet;
  private PrintLayout paper;
  private int nextRow;

  SheetWriter(WorkbookFile file, Sheet model, String name) {
    this.file = file;
    this.model = model;
    this.name = name;
    this.grid = Grid.of(model);
    this.sheet = file.newSheet(model, name);
    this.paper = new PrintLayout(model.page(), grid);
  }

  /** Writes all of it. */
  void write() {
    head(model.title());
    boolean hasLinkableTable = true;
    for (Block block : model.blocks()) {
      skip();
      if (block instanceof TableBlock table) {
        new TableWriter(file, this, table, hasLinkableTable).write();
        hasLinkableTable = false;
      } else if (block instanceof KeyFigures figures) {
        new KeyFigureWriter(file, this).write(figures);
      } else if (block instanceof TextBlock text) {
        text(text);
      } else if (block instanceof PictureBlock pictures) {
        pictures(pictures);
      } else if (block instanceof LinkList list) {
        linkList(list);
      } else if (block instanceof Assumptions assumptions) {
        new AssumptionWriter(file, this).write(assumptions);
      }
    }
    finishPrint();
  }

  private void finishPrint() {
    List<TableBlock> tables =
        model.blocks().stream()
            .filter(TableBlock.class::isInstance)
            .map(TableBlock.class::cast)
            .toList();
    boolean isTablesAlone = model.blocks().stream().allMatch(TableBlock.class::isInstance);
    String elsewhere = paper.finish(sheet, tables, isTablesAlone, nextRow);
    if (!elsewhere.isEmpty()) {
      file.footer(sheet, model, elsewhere);
    }
  }

  /**
   * Goes on with the same head on a further sheet.
   *
   * @param part 2 and on
   */
  void continueOnNewSheet(int part) {
    finishPrint();
    sheet = file.newSheet(model, file.names().sheet(name, part));
    paper = new PrintLayout(model.page(), grid);
    nextRow = 0;
    head(model.title() + " (continued, part " + part + ")");
    skip();
  }

  private void head(String title) {
    title(title);
    if (!file.workbook().subtitle().isBlank()) {
      line(file.workbook().subtitle(), CellRole.SUBTITLE, LINE_POINTS);
    }
    if (!file.isFirst(model)) {
      String first = file.workbook().sheets().get(0).name();
      SXSSFRow row = row(LINE_POINTS);
      link(row, 0, Link.to(first, "\u2190 Back to " + first), CellRole.LINK, CellRole.SUBTITLE);
    }
    if (!model.note().isBlank()) {
      paragraph(model.note());
    }
  }

  // A long one goes on in a second line: words beyond the page would be cut in print.
  private void title(String title) {
    String text = ExcelText.line(title);
    Grid.Span span = grid.readable();
    int lines = ExcelText.lines(text, (int) (grid.characters(span) * TITLE_CHARACTERS));
    SXSSFRow row = row(lines * TITLE_POINTS);
    fill(row, span, file.styles().style(CellRole.TITLE));
    cell(row, 0).setCellValue(text);
    merge(row, span);
  }

  private void text(TextBlock block) {
    int lines = block.paragraphs().isEmpty() ? 0 : lines(block.paragraphs().get(0));
    // With room to spare: a viewer may break a page a little earlier.
    begin(HEADING_POINTS + (lines + SPARE_LINES) * LINE_POINTS);
    heading(block.heading());
    block.paragraphs().forEach(this::paragraph);
  }

  private void linkList(LinkList list) {
    begin(HEADING_POINTS + list.entries().size() * LINE_POINTS);
    heading(list.heading());
    Grid.Span left = grid.firstCharacters(LINK_CHARACTERS);
    for (LinkList.Entry entry : list.entries()) {
      SXSSFRow row = row(LINE_POINTS);
      link(row, 0, Link.to(entry.sheet(), entry.sheet()), CellRole.LINK, CellRole.SUBTITLE);
      int column = Math.min(left.last() + 1, grid.readable().last());
      if (column > 0) {
        set(row, column, entry.description(), CellRole.SUBTITLE, Format.TEXT);
      }
    }
  }

  // Pictures that only just do not fit what is left of a page are drawn lower: else that would stay
  // white, and what comes behind them would go on to a further page.
  private void pictures(PictureBlock wanted) {
    double left = paper.left() - LINE_POINTS;
    double needed = rows(wanted) * LINE_POINTS;
    double lowest = paper.isOnePage() ? LOWEST_ON_ONE_PAGE : LOWEST;
    if (needed > left && needed * lowest <= left) {
      double share = left / needed;
      draw(
          new PictureBlock(
              wanted.pictures().stream()
                  .map(one -> one.asHighAs((int) (one.size().height() * share)))
                  .toList()));
      return;
    }
    draw(wanted);
  }

  private void draw(PictureBlock block) {
    int count = block.pictures().size();
    int share = grid.pixels(grid.readable()) / Math.max(1, count);
    int room = room(block);
    int rows = rows(block);
    paper.breakBefore(sheet, nextRow, rows * LINE_POINTS);
    for (int i = 0; i < count; i++) {
      Picture picture = block.pictures().get(i);
      Grid.Place place = grid.place(i * share);
      if (CellCharts.draws(picture)) {
        file.charts().add(sheet, picture, nextRow, place, room, paper.legiblePoints());
      } else {
        Pictures.add(sheet, picture, nextRow, place, room, paper);
      }
    }
    for (int i = 0; i < rows; i++) {
      row(LINE_POINTS);
    }
  }

  // Rows of a known height, so that what follows starts below the pictures.
  private int rows(PictureBlock block) {
    int height = Pictures.height(block.pictures(), room(block));
    return (int) Math.ceil(height / (LINE_POINTS * PIXELS_PER_POINT));
  }

  // A picture that is higher than a page would break over two.
  private int room(PictureBlock block) {
    int count = block.pictures().size();
    int share = grid.pixels(grid.readable()) / Math.max(1, count);
    int wanted = count == 1 ? share : share - Pictures.GAP_PIXELS;
    double most = (paper.pageHeight() - LINE_POINTS) * PIXELS_PER_POINT;
    int room = wanted;
    room = Math.min(room, (int) (most(block) / paper.scale()));
    while (room > 1 && Pictures.height(block.pictures(), room) > most) {
      room--;
    }
    return room;
  }

  // One that was drawn for two side by side would have huge letters across the page, printed as
  // small as it is.
  private static int most(PictureBlock block) {
    return block.pictures().stream().mapToInt(one -> one.size().width()).max().orElse(1);
  }

  /** A small heading; nothing where it is empty. */
  void heading(String heading) {
    if (!heading.isBlank()) {
      line(heading, CellRole.HEADING, HEADING_POINTS);
    }
  }

  private void paragraph(String paragraph) {
    Grid.Span span = grid.readable();
    SXSSFRow row = row(lines(paragraph) * LINE_POINTS);
    fill(row, span, file.styles().style(CellRole.PARAGRAPH));
    cell(row, 0).setCellValue(ExcelText.clean(paragraph));
    merge(row, span);
  }

  private int lines(String paragraph) {
    return ExcelText.lines(paragraph, grid.characters(grid.readable()));
  }

  private void line(String text, CellRole role, float points) {
    SXSSFRow row = row(points);
    set(row, 0, ExcelText.line(text), role, Format.TEXT);
  }

  /** Leaves some room, a little less than a line. */
  void skip() {
    row(GAP_POINTS);
  }

  /** The next row. */
  SXSSFRow row(float points) {
    SXSSFRow row = sheet.createRow(nextRow++);
    row.setHeightInPoints(points);
    paper.used(row.getRowNum(), points);
    return row;
  }

  /** The next row, as high as the sheet's rows are by themselves. */
  SXSSFRow row() {
    paper.used(nextRow, LINE_POINTS);
    return sheet.createRow(nextRow++);
  }

  /** Makes room in the last row for so many lines of text. */
  void heighten(SXSSFRow row, int lines) {
    row.setHeightInPoints(lines * LINE_POINTS);
    paper.used(row.getRowNum(), (lines - 1) * LINE_POINTS);
  }

  /** Sets a cell that is no link. */
  void set(SXSSFRow row, int column, @Nullable Object value, CellRole role, Format format) {
    Cell cell = row.createCell(column);
    cell.setCellStyle(file.styles().style(role, format));
    Cells.set(cell, value, format);
  }

  /** Sets a cell that leads to another sheet, or plain where no more links go on this one. */
  void link(SXSSFRow row, int column, Link link, CellRole role, CellRole plain) {
    boolean isLink = file.links().add(sheet, row.getRowNum(), column, link);
    set(row, column, link.value(), isLink ? role : plain, Format.TEXT);
  }

  /** Gives every cell of a run a style. */
  void fill(SXSSFRow row, Grid.Span span, CellStyle style) {
    for (int column = span.first(); column <= span.last(); column++) {
      cell(row, column).setCellStyle(style);
    }
  }

  /** A cell, made where it is not there. */
  static Cell cell(SXSSFRow row, int column) {
    Cell cell = row.getCell(column);
    return cell == null ? row.createCell(column) : cell;
  }

  /** Makes one cell of a run. Never used in a table. */
  void merge(SXSSFRow row, Grid.Span span) {
    if (span.last() > span.first()) {
      int number = row.getRowNum();
      sheet.addMergedRegionUnsafe(new CellRangeAddress(number, number, span.first(), span.last()));
    }
  }

  /** Begins a part of the sheet whose first so many points stand on one page. */
  void begin(double points) {
    if (paper.isBegunInTable()) {
      together(points);
    } else if (!paper.isOnePage()) {
      paper.breakBefore(sheet, nextRow, points);
    }
  }

  /** Goes on on the next page where so many points have no room on this one. */
  void together(double points) {
    // Where a page has just begun, rows go on: a break would cut the table that goes over it.
    if (!paper.isOnePage() && paper.left() < points) {
      paper.breakBefore(sheet, nextRow, points);
    }
  }

  /** Says that a table was written, from its header to the last row. */
  void printed(int headerRow, int columns, int rows) {
    paper.table(headerRow, nextRow - 1, columns, rows);
  }

  /** How many printed pages are begun. */
  int pages() {
    return paper.pages();
  }

  SXSSFSheet sheet() {
    return sheet;
  }

  Sheet model() {
    return model;
  }

  Grid grid() {
    return grid;
  }

  /** The row that comes next, from 0. */
  int nextRow() {
    return nextRow;
  }
}
