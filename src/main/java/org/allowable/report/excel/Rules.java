package org.allowable.report.excel;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.allowable.report.Emphasis;
import org.allowable.report.Palette;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCfRule;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorksheet;

/** Rules by which Excel lets cells stand out, whatever becomes of their numbers. */
final class Rules {

  private static final int SOON_DAYS = 7;
  private static final int ALERT_PAPER = 0xFBE9E0;
  private static final int SOON_PAPER = 0xFDF3DC;
  // Bars leave the numbers upon them to be read.
  private static final int BAR = 0xBFDDEF;
  private static final int BAR_BELOW_ZERO = 0xF3C6A5;
  // Excel 2010 added bars to the left of zero; a rule names its addition by a number.
  private static final String X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
  private static final String XM = "http://schemas.microsoft.com/office/excel/2006/main";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RULE_ADDITION = "{B025F937-C7B1-47D3-B67F-A62EFF666E3E}";
  private static final String SHEET_ADDITION = "{78C0D931-6437-407d-A8EE-F0AAD7539E65}";

  private final XSSFSheet sheet;
  private final CellRangeAddress cells;

  private Rules(SXSSFSheet sheet, CellRangeAddress cells) {
    this.sheet = sheet.getWorkbook().getXSSFWorkbook().getSheet(sheet.getSheetName());
    this.cells = cells;
  }

  /** Lets something stand out in cells of a column. */
  static void add(SXSSFSheet sheet, CellRangeAddress cells, Emphasis emphasis) {
    Rules rules = new Rules(sheet, cells);
    switch (emphasis.kind()) {
      case NONE -> {
        // All stand alike.
      }
      case BAR -> rules.bars();
      case DUE -> rules.due();
      case ALERT -> rules.where("%s=\"" + emphasis.words() + "\"", Palette.VERMILLION, ALERT_PAPER);
    }
  }

  // An empty cell is no day.
  private void due() {
    where("AND(ISNUMBER(%s),%1$s<0)", Palette.VERMILLION, ALERT_PAPER);
    where("AND(ISNUMBER(%s),%1$s>=0,%1$s<=" + SOON_DAYS + ")", Palette.INK, SOON_PAPER);
  }

  private void where(String condition, int letters, int paper) {
    String first =
        new CellReference(cells.getFirstRow(), cells.getFirstColumn()).formatAsString(false);
    XSSFSheetConditionalFormatting all = sheet.getSheetConditionalFormatting();
    XSSFConditionalFormattingRule rule =
        all.createConditionalFormattingRule(condition.formatted(first));
    var font = rule.createFontFormatting();
    font.setFontStyle(false, true);
    font.setFontColor(color(letters));
    rule.createPatternFormatting().setFillBackgroundColor(color(paper));
    all.addConditionalFormatting(new CellRangeAddress[] {cells}, rule);
  }

  private void bars() {
    XSSFSheetConditionalFormatting all = sheet.getSheetConditionalFormatting();
    all.addConditionalFormatting(
        new CellRangeAddress[] {cells}, all.createConditionalFormattingRule(color(BAR)));
    CTWorksheet xml = sheet.getCTWorksheet();
    CTCfRule rule =
        xml.getConditionalFormattingArray(xml.sizeOfConditionalFormattingArray() - 1)
            .getCfRuleArray(0);
    String range = cells.formatAsString();
    String id =
        "{"
            + UUID.nameUUIDFromBytes(
                    (sheet.getSheetName() + "!" + range).getBytes(StandardCharsets.UTF_8))
                .toString()
                .toUpperCase(java.util.Locale.ROOT)
            + "}";
    append(
        rule.addNewExtLst(),
        "<ext xmlns='%s' xmlns:x14='%s' uri='%s'><x14:id>%s</x14:id></ext>"
            .formatted(MAIN, X14, RULE_ADDITION, id));
    addition(
        """
        <x14:conditionalFormatting xmlns:x14='%s' xmlns:xm='%s'><x14:cfRule type='dataBar' id='%s'>\
        <x14:dataBar minLength='0' maxLength='100' gradient='0'><x14:cfvo type='autoMin'/>\
        <x14:cfvo type='autoMax'/><x14:negativeFillColor rgb='FF%s'/><x14:axisColor rgb='FF%s'/>\
        </x14:dataBar></x14:cfRule><xm:sqref>%s</xm:sqref></x14:conditionalFormatting>\
        """
            .formatted(X14, XM, id, Palette.hex(BAR_BELOW_ZERO), Palette.hex(Palette.GRAY), range));
  }

  // All additions of a sheet stand in one list.
  private void addition(String formatting) {
    CTWorksheet xml = sheet.getCTWorksheet();
    if (!xml.isSetExtLst()) {
      append(
          xml.addNewExtLst(),
          "<ext xmlns='%s' xmlns:x14='%s' uri='%s'><x14:conditionalFormattings/></ext>"
              .formatted(MAIN, X14, SHEET_ADDITION));
    }
    // A path in words would start an engine for it.
    try (XmlCursor list = xml.getExtLst().getExtArray(0).newCursor()) {
      list.toFirstChild();
      append(list.getObject(), formatting);
    }
  }

  private static void append(XmlObject parent, String xml) {
    try (XmlCursor from = XmlObject.Factory.parse(xml).newCursor();
        XmlCursor to = parent.newCursor()) {
      from.toFirstChild();
      to.toEndToken();
      from.copyXml(to);
    } catch (XmlException e) {
      throw new IllegalStateException(e);
    }
  }

  private static XSSFColor color(int rgb) {
    return new XSSFColor(
        new byte[] {(byte) 0xFF, (byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb}, null);
  }
}
