package org.allowable.report.excel;

import java.util.ArrayList;
import java.util.List;
import org.allowable.report.Sheet;
import org.allowable.report.ShortName;
import org.allowable.report.Workbook;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A file being written: what its sheets share. */
final class WorkbookFile {

  // Characters of eight points across a page.
  private static final int LANDSCAPE_FOOTER = 180;
  private static final int PORTRAIT_FOOTER = 135;
  private static final int FOOTER_GAP = 4;
  private static final double MARGIN_INCHES = 0.5;

  private final Workbook workbook;
  private final SXSSFWorkbook book;
  private final int rowsPerSheet;
  private final StyleBook styles;
  private final SheetNames names = new SheetNames();
  private final Links links = new Links();
  private final LiveCells live;
  private final CellCharts charts = new CellCharts();
  private final List<String> sheetNames = new ArrayList<>();

  WorkbookFile(Workbook workbook, SXSSFWorkbook book, int rowsPerSheet) {
    this.workbook = workbook;
    this.book = book;
    this.rowsPerSheet = rowsPerSheet;
    this.styles = new StyleBook(book);
    this.live = new LiveCells(book, workbook);
    for (Sheet sheet : workbook.sheets()) {
      String name = names.sheet(sheet.name());
      links.sheet(sheet.name(), name);
      sheetNames.add(name);
    }
  }

  /** Writes every sheet and then what holds between them. */
  void writeSheets() {
    for (int i = 0; i < sheetNames.size(); i++) {
      new SheetWriter(this, workbook.sheets().get(i), sheetNames.get(i)).write();
    }
    if (!charts.isEmpty()) {
      new SheetWriter(this, charts.sheet(), names.sheet(CellCharts.SHEET)).write();
      charts.draw();
    }
    links.resolve(book);
    live.finish();
  }

  /** A new sheet at the end, empty but for its page. */
  SXSSFSheet newSheet(Sheet model, String name) {
    SXSSFSheet sheet = book.createSheet(name);
    sheet.setDisplayGridlines(false);
    sheet.setDefaultRowHeightInPoints(SheetWriter.LINE_POINTS);
    page(sheet, model);
    List<Integer> widths = Grid.of(model).widths();
    for (int column = 0; column < widths.size(); column++) {
      // Excel counts the padding of a cell in.
      sheet.setColumnWidth(column, Math.min(255 * 256, widths.get(column) * 256 + 183));
    }
    return sheet;
  }

  private void page(SXSSFSheet sheet, Sheet model) {
    PrintSetup print = sheet.getPrintSetup();
    print.setLandscape(model.page().isLandscape());
    print.setPaperSize(PrintSetup.LETTER_PAPERSIZE);
    print.setFitWidth((short) 1);
    print.setFitHeight((short) (model.page().isOnePage() ? 1 : 0));
    sheet.setFitToPage(true);
    for (PageMargin side : List.of(PageMargin.LEFT, PageMargin.RIGHT, PageMargin.TOP)) {
      sheet.setMargin(side, MARGIN_INCHES);
    }
    footer(sheet, model, "");
    sheet.getFooter().setRight("&8Page &P of &N");
    // A sheet that is printed smaller would take its footer below eight points.
    book.getXSSFWorkbook()
        .getSheet(sheet.getSheetName())
        .getHeaderFooterProperties()
        .setScaleWithDoc(false);
  }

  /** Says in the middle of a sheet's footer whom it concerns, and more. */
  void footer(SXSSFSheet sheet, Sheet model, String more) {
    String ofAll = workbook.hasPatientInformation() ? "Contains patient information" : "";
    String whose = model.notice().isEmpty() ? ofAll : ExcelText.line(model.notice());
    String said = whose.isEmpty() || more.isEmpty() ? whose + more : more + ". " + whose;
    int all = model.page().isLandscape() ? LANDSCAPE_FOOTER : PORTRAIT_FOOTER;
    // Excel lets a long left part run into the middle.
    int left = (all - said.length()) / 2 - FOOTER_GAP;
    String name = ExcelText.line(workbook.title() + " \u2013 " + model.name());
    sheet.getFooter().setLeft("&8" + ampersands(ShortName.of(name, Math.max(1, left))));
    if (!said.isEmpty()) {
      sheet.getFooter().setCenter("&8" + ampersands(said));
    }
  }

  // A lone ampersand starts a footer code; a space keeps a leading digit out of the font size.
  private static String ampersands(String text) {
    return " " + ExcelText.line(text).replace("&", "&&");
  }

  Workbook workbook() {
    return workbook;
  }

  SXSSFWorkbook book() {
    return book;
  }

  StyleBook styles() {
    return styles;
  }

  SheetNames names() {
    return names;
  }

  Links links() {
    return links;
  }

  LiveCells live() {
    return live;
  }

  CellCharts charts() {
    return charts;
  }

  /** How many rows a sheet holds. */
  int rowsPerSheet() {
    return rowsPerSheet;
  }

  /** Whether the sheet is the one that the others lead back to. */
  boolean isFirst(Sheet sheet) {
    return sheet.name().equals(workbook.sheets().get(0).name());
  }
}
