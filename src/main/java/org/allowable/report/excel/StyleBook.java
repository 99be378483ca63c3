package org.allowable.report.excel;

import java.util.HashMap;
import java.util.Map;
import org.allowable.report.Format;
import org.allowable.report.Palette;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FontUnderline;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;

/** Every style of a workbook, made once: the only place where a cell gets its look. */
final class StyleBook {

  /** The family of cells, and of charts of cells. */
  static final String FONT = "Calibri";

  private static final int BODY_POINTS = 11;
  private static final String INK = Palette.hex(Palette.INK);
  private static final String GRAY = Palette.hex(Palette.GRAY);
  private static final String NAVY = Palette.hex(Palette.NAVY);
  private static final String BLUE = Palette.hex(Palette.BLUE);
  private static final String INPUT_BLUE = "0000FF";
  private static final String INPUT_PAPER = "FFFBE6";
  private static final String RULE = "D9DEE5";
  private static final String PALE = "F2F5F9";
  private static final String WHITE = Palette.hex(Palette.WHITE);

  // Excel draws the filter button over the right end of a header.
  private static final short FILTER_BUTTON = 2;
  private static final short AIR = 1;

  private record Key(CellRole role, Format format) {}

  private final SXSSFWorkbook book;
  private final Map<Key, CellStyle> styles = new HashMap<>();
  private final Map<String, XSSFFont> fonts = new HashMap<>();

  StyleBook(SXSSFWorkbook book) {
    this.book = book;
    // Column widths are counted in digits of the workbook's first font.
    XSSFFont first = book.getXSSFWorkbook().getFontAt(0);
    first.setFontName(FONT);
    first.setFontHeightInPoints((short) BODY_POINTS);
  }

  /** The style of a cell. */
  CellStyle style(CellRole role, Format format) {
    return styles.computeIfAbsent(new Key(role, format), this::make);
  }

  /** The style of a cell of words. */
  CellStyle style(CellRole role) {
    return style(role, Format.TEXT);
  }

  private CellStyle make(Key key) {
    XSSFCellStyle style = (XSSFCellStyle) book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat(key.format().excelFormat()));
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    style.setAlignment(alignment(key.format()));
    switch (key.role()) {
      case TITLE -> {
        style.setFont(font(18, true, NAVY, false));
        style.setWrapText(true);
      }
      case SUBTITLE -> style.setFont(font(BODY_POINTS, false, GRAY, false));
      case HEADING -> style.setFont(font(13, true, NAVY, false));
      case PARAGRAPH -> paragraph(style);
      case LINK -> style.setFont(font(BODY_POINTS, false, BLUE, true));
      case HEADER -> header(style);
      case BODY, BODY_LINK -> body(style, key);
      case BODY_FAINT -> {
        body(style, key);
        style.setFont(font(BODY_POINTS, false, GRAY, false));
      }
      case INPUT -> input(style, key);
      case TOTAL -> total(style, key);
      default -> figure(style, key.role());
    }
    return style;
  }

  private static HorizontalAlignment alignment(Format format) {
    return format.isRightAligned() ? HorizontalAlignment.RIGHT : HorizontalAlignment.LEFT;
  }

  private void paragraph(XSSFCellStyle style) {
    style.setFont(font(BODY_POINTS, false, INK, false));
    style.setWrapText(true);
    style.setVerticalAlignment(VerticalAlignment.TOP);
  }

  private void header(XSSFCellStyle style) {
    style.setFont(font(BODY_POINTS, true, WHITE, false));
    fill(style, NAVY);
    style.setWrapText(true);
    style.setIndention(style.getAlignment() == HorizontalAlignment.RIGHT ? FILTER_BUTTON : AIR);
  }

  private void body(XSSFCellStyle style, Key key) {
    boolean isLink = key.role() == CellRole.BODY_LINK;
    style.setFont(font(BODY_POINTS, false, isLink ? BLUE : INK, isLink));
    style.setBorderBottom(BorderStyle.THIN);
    style.setBottomBorderColor(color(RULE));
    air(style, key.format());
    if (key.format() == Format.LONG_TEXT) {
      style.setWrapText(true);
    }
  }

  // Blue is what a reader may change: the convention of finance.
  private void input(XSSFCellStyle style, Key key) {
    body(style, key);
    style.setFont(font(BODY_POINTS, false, INPUT_BLUE, false));
    fill(style, INPUT_PAPER);
  }

  // Words stand clear of the number in the column before.
  private static void air(XSSFCellStyle style, Format format) {
    if (!format.isRightAligned()) {
      style.setIndention(AIR);
    }
  }

  private void total(XSSFCellStyle style, Key key) {
    air(style, key.format());
    style.setFont(font(BODY_POINTS, true, INK, false));
    fill(style, PALE);
    style.setBorderTop(BorderStyle.MEDIUM);
    style.setTopBorderColor(color(NAVY));
  }

  private void figure(XSSFCellStyle style, CellRole role) {
    fill(style, PALE);
    style.setAlignment(HorizontalAlignment.LEFT);
    style.setIndention((short) 1);
    style.setBorderRight(BorderStyle.THICK);
    style.setRightBorderColor(color(WHITE));
    if (role == CellRole.FIGURE_VALUE) {
      style.setFont(font(20, true, NAVY, false));
      style.setShrinkToFit(true);
    } else if (role == CellRole.FIGURE_COMPARISON) {
      style.setFont(font(BODY_POINTS, false, GRAY, false));
      style.setWrapText(true);
      style.setVerticalAlignment(VerticalAlignment.TOP);
    } else {
      boolean isLink = role == CellRole.FIGURE_LABEL_LINK;
      style.setFont(font(BODY_POINTS, false, isLink ? BLUE : GRAY, isLink));
      style.setWrapText(true);
      style.setBorderTop(BorderStyle.THICK);
      style.setTopBorderColor(color(BLUE));
    }
  }

  private XSSFFont font(int points, boolean isBold, String rgb, boolean isUnderlined) {
    return fonts.computeIfAbsent(
        points + "/" + isBold + "/" + rgb + "/" + isUnderlined,
        key -> {
          XSSFFont font = (XSSFFont) book.createFont();
          font.setFontName(FONT);
          font.setFontHeightInPoints((short) points);
          font.setBold(isBold);
          font.setColor(color(rgb));
          font.setUnderline(isUnderlined ? FontUnderline.SINGLE : FontUnderline.NONE);
          return font;
        });
  }

  private static void fill(XSSFCellStyle style, String rgb) {
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    style.setFillForegroundColor(color(rgb));
  }

  private static XSSFColor color(String rgb) {
    int bits = Integer.parseInt(rgb, 16);
    return new XSSFColor(new byte[] {(byte) (bits >> 16), (byte) (bits >> 8), (byte) bits}, null);
  }
}
