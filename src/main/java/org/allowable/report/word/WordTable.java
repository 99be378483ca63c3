package org.allowable.report.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.allowable.report.Column;
import org.allowable.report.ReportRow;
import org.allowable.report.TableBlock;
import org.allowable.report.TableTotals;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jspecify.annotations.Nullable;

/** A table of data within a letter; its header is repeated on each page. */
final class WordTable {

  private static final String SHADE = "F3F4F6";
  private static final String RULE = "D1D5DB";
  private static final double LETTERS = 8.5;
  private static final int EIGHTHS = 4;

  private WordTable() {}

  /** Fills a new table, which has one cell. */
  static void fill(XWPFTable table, TableBlock block) {
    table.setWidth("100%");
    table.setCellMargins(30, 60, 30, 60);
    borders(table);
    TableTotals totals = new TableTotals(block);
    row(table.getRow(0), block, headers(block), true);
    table.getRow(0).setRepeatHeader(true);
    for (ReportRow row : block.rows()) {
      totals.add(row);
      row(table.createRow(), block, shown(block, row.values()), false);
    }
    if (block.totals()) {
      List<String> sums = shown(block, totals.values(Map.of()));
      if (sums.get(0).isEmpty()) {
        sums.set(0, "Total");
      }
      row(table.createRow(), block, sums, true);
    }
  }

  private static void borders(XWPFTable table) {
    XWPFTable.XWPFBorderType line = XWPFTable.XWPFBorderType.SINGLE;
    XWPFTable.XWPFBorderType none = XWPFTable.XWPFBorderType.NONE;
    table.setTopBorder(line, EIGHTHS, 0, RULE);
    table.setBottomBorder(line, EIGHTHS, 0, RULE);
    table.setInsideHBorder(line, EIGHTHS, 0, RULE);
    table.setLeftBorder(none, 0, 0, RULE);
    table.setRightBorder(none, 0, 0, RULE);
    table.setInsideVBorder(none, 0, 0, RULE);
  }

  private static List<String> headers(TableBlock block) {
    return block.columns().stream().map(Column::header).toList();
  }

  private static List<String> shown(TableBlock block, List<@Nullable Object> values) {
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      shown.add(value == null ? "" : block.columns().get(i).format().display(value));
    }
    return shown;
  }

  private static void row(XWPFTableRow row, TableBlock block, List<String> cells, boolean isBold) {
    row.setCantSplitRow(true);
    for (int i = 0; i < cells.size(); i++) {
      XWPFTableCell cell = row.getCell(i) == null ? row.createCell() : row.getCell(i);
      XWPFParagraph words = cell.getParagraphs().get(0);
      words.setSpacingAfter(0);
      if (block.columns().get(i).format().isRightAligned()) {
        words.setAlignment(ParagraphAlignment.RIGHT);
      }
      XWPFRun run = words.createRun();
      run.setText(cells.get(i));
      run.setBold(isBold);
      run.setFontFamily(StandardLetter.FONT);
      run.setFontSize(LETTERS);
      if (isBold) {
        cell.setColor(SHADE);
      }
    }
  }
}
