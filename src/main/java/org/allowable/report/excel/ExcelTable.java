package org.allowable.report.excel;

import java.util.List;
import java.util.Map;
import org.allowable.report.Column;
import org.allowable.report.TableBlock;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTableColumn;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTableStyleInfo;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STTotalsRowFunction;

/** A real Excel table around cells that were streamed: names, filters, banding, totals. */
final class ExcelTable {

  /** What a totals row is called. */
  static final String TOTAL_LABEL = "Total";

  // Light gray bands that any printer shows; the header's own style covers the table's.
  private static final String STYLE = "TableStyleLight1";
  private static final int COMMENT_COLUMNS = 3;
  private static final int COMMENT_CHARACTERS = 36;

  private final SXSSFSheet sheet;
  private final String name;
  private final TableBlock block;

  ExcelTable(SXSSFSheet sheet, String name, TableBlock block) {
    this.sheet = sheet;
    this.name = name;
    this.block = block;
  }

  /** The name that formulas use. */
  String name() {
    return name;
  }

  /** The formula that adds up the rows of a column that a filter shows. */
  static String total(String tableName, String header) {
    String escaped = header.replaceAll("(['\\[\\]#])", "'$1");
    return "SUBTOTAL(109," + tableName + "[" + escaped + "])";
  }

  /** Shows a definition when the pointer rests on a header. */
  void explain(SXSSFCell cell, String definition) {
    if (definition.isBlank()) {
      return;
    }
    int column = cell.getColumnIndex();
    int row = cell.getRowIndex();
    int lines = ExcelText.lines(definition, COMMENT_CHARACTERS) + 1;
    Comment comment =
        sheet
            .createDrawingPatriarch()
            .createCellComment(
                new XSSFClientAnchor(
                    0,
                    0,
                    0,
                    0,
                    column + 1,
                    row + 1,
                    column + 1 + COMMENT_COLUMNS,
                    row + 1 + lines));
    comment.setString(
        sheet.getWorkbook().getCreationHelper().createRichTextString(ExcelText.clean(definition)));
    // POI takes the corner of the box for the cell unless told.
    comment.setAddress(cell.getAddress());
    cell.setCellComment(comment);
  }

  /**
   * Declares the table over what was written.
   *
   * @param lastRow its last row, totals included
   * @param totalFormulas of the totals row, by the place of the column: a sum, or what it computes
   *     by itself
   */
  void finish(int headerRow, int lastRow, Map<Integer, String> totalFormulas) {
    XSSFSheet target = sheet.getWorkbook().getXSSFWorkbook().getSheet(sheet.getSheetName());
    XSSFTable table = target.createTable(area(headerRow, lastRow));
    table.setName(name);
    table.setDisplayName(name);
    CTTable xml = table.getCTTable();
    int lastBodyRow = lastRow - (block.totals() ? 1 : 0);
    xml.addNewAutoFilter().setRef(area(headerRow, lastBodyRow).formatAsString());
    if (block.totals()) {
      xml.setTotalsRowCount(1);
    } else {
      xml.setTotalsRowShown(false);
    }
    columns(xml, totalFormulas);
    CTTableStyleInfo style = xml.addNewTableStyleInfo();
    style.setName(STYLE);
    style.setShowRowStripes(true);
    style.setShowColumnStripes(false);
    style.setShowFirstColumn(false);
    style.setShowLastColumn(false);
  }

  private void columns(CTTable xml, Map<Integer, String> totalFormulas) {
    List<Column> columns = block.columns();
    for (int i = 0; i < columns.size(); i++) {
      CTTableColumn column = xml.getTableColumns().getTableColumnArray(i);
      column.setName(ExcelText.line(columns.get(i).header()));
      String formula = totalFormulas.get(i);
      if (formula != null && columns.get(i).format().isAdditive()) {
        column.setTotalsRowFunction(STTotalsRowFunction.SUM);
      } else if (formula != null) {
        column.setTotalsRowFunction(STTotalsRowFunction.CUSTOM);
        column.addNewTotalsRowFormula().setStringValue(formula);
      } else if (block.totals() && i == 0) {
        column.setTotalsRowLabel(TOTAL_LABEL);
      }
    }
  }

  private AreaReference area(int firstRow, int lastRow) {
    return new AreaReference(
        new CellReference(firstRow, 0),
        new CellReference(lastRow, block.columns().size() - 1),
        SpreadsheetVersion.EXCEL2007);
  }
}
