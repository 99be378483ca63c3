package org.allowable.report.excel;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.allowable.report.Block;
import org.allowable.report.CellEntry;
import org.allowable.report.Column;
import org.allowable.report.ComputedValue;
import org.allowable.report.Faint;
import org.allowable.report.Format;
import org.allowable.report.Formula;
import org.allowable.report.Link;
import org.allowable.report.ReportRow;
import org.allowable.report.TableBlock;
import org.allowable.report.TextBlock;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.jspecify.annotations.Nullable;

/** Streams a table: header, rows, totals; and on to further sheets when one is full. */
final class TableWriter {

  // Further down, what is kept in view would leave no room for the rest.
  private static final int LAST_FROZEN_HEADER = 12;

  // Heading and header of up to three lines.
  private static final int HEAD_LINES = 5;
  private static final int LEAST_TOGETHER_ROWS = 2;
  private static final int MOST_TOGETHER_ROWS = 8;
  private static final float TOTAL_POINTS = SheetWriter.LINE_POINTS + 4;

  /** What the filter button takes of a header, in characters. */
  static final int FILTER_BUTTON_CHARACTERS = 3;

  private final WorkbookFile file;
  private final SheetWriter writer;
  private final TableBlock block;
  private final List<Column> columns;
  private final boolean isLinkable;
  private final boolean isAlone;
  private final BigDecimal[] sums;
  // Columns with a cell that holds something, or that the reader fills in.
  private final boolean[] isFilled;
  private final Map<Integer, String> totalFormulas = new HashMap<>();

  /**
   * @param isLinkable whether links to a row of the sheet mean rows of this table
   */
  TableWriter(WorkbookFile file, SheetWriter writer, TableBlock block, boolean isLinkable) {
    this.file = file;
    this.writer = writer;
    this.block = block;
    this.columns = block.columns();
    this.isLinkable = isLinkable;
    this.isAlone =
        writer.model().blocks().stream().filter(TableBlock.class::isInstance).count() == 1;
    this.sums = new BigDecimal[columns.size()];
    this.isFilled = new boolean[columns.size()];
  }

  /** Writes all rows. */
  void write() {
    writer.begin((HEAD_LINES + rowsTogether()) * SheetWriter.LINE_POINTS);
    writer.heading(block.heading());
    Iterator<ReportRow> rows = block.rows().iterator();
    int number = 1;
    for (int part = 1; part == 1 || rows.hasNext(); part++) {
      if (part > 1) {
        writer.continueOnNewSheet(part);
      }
      number += part(rows, number);
    }
  }

  // A short table stands on one page.
  private int rowsTogether() {
    return block.rows() instanceof Collection<?> rows && rows.size() <= MOST_TOGETHER_ROWS
        ? rows.size() + (block.totals() ? 1 : 0)
        : LEAST_TOGETHER_ROWS;
  }

  /** One sheet's share of the rows: how many it took. */
  private int part(Iterator<ReportRow> rows, int firstNumber) {
    ExcelTable table =
        new ExcelTable(writer.sheet(), file.names().table(writer.sheet().getSheetName()), block);
    Arrays.fill(sums, BigDecimal.ZERO);
    Arrays.fill(isFilled, false);
    totalFormulas.clear();
    int headerRow = writer.nextRow();
    header(table);
    freeze(headerRow);
    int end = file.rowsPerSheet() - (block.totals() ? 1 : 0);
    if (headerRow + 1 >= end) {
      throw new IllegalArgumentException("No room for a table on " + writer.model().name());
    }
    int firstPage = writer.pages();
    int count = 0;
    for (; rows.hasNext() && writer.nextRow() < end; count++) {
      ReportRow row = rows.next();
      if (count > 0 && block.totals() && !rows.hasNext()) {
        // A total alone at the head of a page is of nothing.
        writer.together(SheetWriter.LINE_POINTS + TOTAL_POINTS);
      }
      body(row);
    }
    if (count == 0) {
      nothing();
      Arrays.fill(isFilled, true);
    }
    if (isLinkable) {
      String sheetName = writer.sheet().getSheetName();
      file.links().rows(writer.model().name(), sheetName, firstNumber, headerRow + 1, count);
    }
    if (block.totals()) {
      totals(table.name());
    }
    live(headerRow + 1, Math.max(1, count), firstNumber == 1 && !rows.hasNext());
    if (writer.pages() > firstPage && isLastTable()) {
      repeat(headerRow);
    }
    table.finish(headerRow, writer.nextRow() - 1, totalFormulas);
    writer.printed(headerRow, columns.size(), count);
    file.charts().placed(block, writer.sheet().getSheetName(), headerRow);
    return count;
  }

  private void header(ExcelTable table) {
    int lines = 1;
    for (int i = 0; i < columns.size(); i++) {
      int room = width(i) - FILTER_BUTTON_CHARACTERS;
      lines = Math.max(lines, ExcelText.lines(columns.get(i).header(), room));
    }
    SXSSFRow row = writer.row(Math.max(1, lines) * SheetWriter.LINE_POINTS + 6);
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      SXSSFCell cell = row.createCell(i);
      cell.setCellStyle(file.styles().style(CellRole.HEADER, alignedAs(column.format())));
      cell.setCellValue(ExcelText.line(column.header()));
      table.explain(cell, column.definition());
    }
  }

  // As wide as the widest table of the sheet has it there.
  private int width(int column) {
    return writer.grid().widths().get(column);
  }

  // Text in the style of its column's side, but no number format.
  private static Format alignedAs(Format format) {
    return format.isRightAligned() ? Format.MONEY : Format.TEXT;
  }

  private void freeze(int headerRow) {
    SXSSFSheet sheet = writer.sheet();
    if (!isAlone || headerRow > LAST_FROZEN_HEADER) {
      return;
    }
    if (isItsPages()) {
      repeat(headerRow);
    }
    if (block.frozenColumns() >= 0) {
      sheet.createFreezePane(block.frozenColumns(), headerRow + 1);
    }
  }

  private void repeat(int headerRow) {
    writer.sheet().setRepeatingRows(new CellRangeAddress(headerRow, headerRow, -1, -1));
  }

  // Rows that go on without their header cannot be read; a picture below it can.
  private boolean isLastTable() {
    List<Block> blocks = writer.model().blocks();
    return blocks.subList(blocks.indexOf(block) + 1, blocks.size()).stream()
        .noneMatch(TableBlock.class::isInstance);
  }

  // Over pictures and figures of a further page its header would say something else.
  private boolean isItsPages() {
    List<Block> blocks = writer.model().blocks();
    return blocks.subList(blocks.indexOf(block) + 1, blocks.size()).stream()
        .allMatch(TextBlock.class::isInstance);
  }

  private void body(ReportRow model) {
    if (model.values().size() != columns.size()) {
      throw new IllegalArgumentException(
          "A row of "
              + writer.model().name()
              + " has "
              + model.values().size()
              + " values for "
              + columns.size()
              + " columns");
    }
    SXSSFRow row = writer.row();
    int lines = 1;
    for (int i = 0; i < columns.size(); i++) {
      Object value = model.values().get(i);
      Column column = columns.get(i);
      Format format = shown(value, column, width(i));
      body(row, i, value, format);
      isFilled[i] |= value != null || column.formula() != null || column.entry() != null;
      if (column.total() && column.format().isAdditive()) {
        sums[i] = sums[i].add(number(value));
      }
      if (format == Format.LONG_TEXT && value != null) {
        lines = Math.max(lines, ExcelText.lines(words(value), width(i) - 1));
      }
    }
    if (lines > 1) {
      writer.heighten(row, lines);
    }
  }

  // Words that the next cell would cut off go on in a second line; a single code stays one.
  private static Format shown(@Nullable Object value, Column column, int width) {
    String words = value == null ? "" : words(value);
    boolean mayWrap =
        switch (column.format()) {
          case TEXT -> true;
          case CODE -> words.contains(" ");
          default -> false;
        };
    return mayWrap && !ExcelText.fits(words, width) ? Format.LONG_TEXT : column.format();
  }

  private static String words(Object value) {
    Object words = value instanceof Link link ? link.value() : value;
    return words instanceof CharSequence text ? text.toString() : "";
  }

  private void body(SXSSFRow row, int column, @Nullable Object value, Format format) {
    Formula formula = columns.get(column).formula();
    if (formula != null) {
      computed(row, column, new ComputedValue(formula, TableBlock.number(value)), CellRole.BODY);
    } else if (value instanceof ComputedValue computed) {
      computed(row, column, computed, CellRole.BODY);
    } else {
      boolean isLink =
          value instanceof Link link
              && file.links().add(writer.sheet(), row.getRowNum(), column, link);
      CellRole plain = value instanceof Faint ? CellRole.BODY_FAINT : CellRole.BODY;
      CellRole role = columns.get(column).entry() == null ? plain : CellRole.INPUT;
      writer.set(row, column, value, isLink ? CellRole.BODY_LINK : role, format);
      if (isLink && format == Format.LONG_TEXT) {
        Links.words(row.getCell(column), words(Objects.requireNonNull(value)));
      }
    }
  }

  private void computed(SXSSFRow row, int column, ComputedValue computed, CellRole role) {
    writer.set(row, column, null, role, columns.get(column).format());
    file.live().set(row.getCell(column), computed, header -> address(row, header));
  }

  private String address(SXSSFRow row, String header) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).header().equals(header)) {
        return new CellReference(row.getRowNum(), i).formatAsString(false);
      }
    }
    throw new IllegalArgumentException("No column is named " + header);
  }

  // Names and limits of the rows just written.
  private void live(int firstRow, int count, boolean isWhole) {
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      CellRangeAddress cells = new CellRangeAddress(firstRow, firstRow + count - 1, i, i);
      CellEntry entry = column.entry();
      if (entry != null) {
        file.live().limit(writer.sheet(), cells, entry, column.format());
      }
      if (column.isHidden()) {
        writer.sheet().setColumnHidden(i, true);
      }
      Rules.add(writer.sheet(), cells, column.emphasis());
      if (!column.name().isEmpty()) {
        if (!isWhole) {
          throw new IllegalArgumentException(
              "Column " + column.header() + " has a name and more rows than a sheet");
        }
        file.live().name(writer.sheet(), column.name(), cells);
      }
    }
  }

  // An unknown number adds nothing, as in Excel's own sum.
  private static BigDecimal number(@Nullable Object value) {
    BigDecimal number = TableBlock.number(value);
    return number == null ? BigDecimal.ZERO : number;
  }

  // A table needs a row; an empty one would look like a fault.
  private void nothing() {
    SXSSFRow row = writer.row();
    for (int i = 0; i < columns.size(); i++) {
      writer.set(row, i, i == 0 ? "None" : null, CellRole.BODY, columns.get(i).format());
    }
  }

  private void totals(String tableName) {
    SXSSFRow row = writer.row(TOTAL_POINTS);
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      writer.set(row, i, null, CellRole.TOTAL, column.format());
      if (column.total() && !column.format().isAdditive()) {
        fromTotals(row, i);
      } else if (column.total() && isFilled[i]) {
        SXSSFCell cell = row.getCell(i);
        String formula = ExcelTable.total(tableName, ExcelText.line(column.header()));
        totalFormulas.put(i, formula);
        cell.setCellFormula(formula);
        // Viewers do not calculate: they show this.
        cell.setCellValue(sums[i].doubleValue());
      } else if (i == 0) {
        row.getCell(i).setCellValue(ExcelTable.TOTAL_LABEL);
      }
    }
  }

  // A ratio of all is the ratio of the sums, never the sum or mean of ratios.
  private void fromTotals(SXSSFRow row, int place) {
    Column column = columns.get(place);
    Formula formula = column.formula();
    if (formula != null) {
      BigDecimal value =
          block.fromTotals(column, Arrays.asList((Object[]) sums), file.live().inputs());
      computed(row, place, new ComputedValue(formula, value), CellRole.TOTAL);
      totalFormulas.put(place, row.getCell(place).getCellFormula());
    }
  }
}
