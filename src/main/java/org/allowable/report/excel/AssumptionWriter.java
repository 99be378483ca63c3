package org.allowable.report.excel;

import java.util.List;
import org.allowable.report.Assumption;
import org.allowable.report.Assumptions;
import org.allowable.report.Format;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFRow;

/** Writes assumptions one under the other: label, number in blue, unit, note. */
final class AssumptionWriter {

  private static final int LABEL_CHARACTERS = 30;
  private static final int VALUE_CHARACTERS = 9;
  private static final int UNIT_CHARACTERS = 20;
  // Room that letters do not fill.
  private static final int PADDING_CHARACTERS = 2;

  private final WorkbookFile file;
  private final SheetWriter writer;
  private final Grid.Span label;
  private final Grid.Span value;
  private final Grid.Span unit;
  private final Grid.Span note;

  AssumptionWriter(WorkbookFile file, SheetWriter writer) {
    this.file = file;
    this.writer = writer;
    Grid grid = writer.grid();
    int last = grid.readable().last();
    int labelLast = Math.min(grid.firstCharacters(LABEL_CHARACTERS).last(), last - 3);
    // A number needs one cell: a narrow column goes to the label.
    while (labelLast < last - 3 && grid.widths().get(labelLast + 1) < VALUE_CHARACTERS) {
      labelLast++;
    }
    int unitLast = labelLast + 2;
    while (unitLast < last - 1
        && grid.characters(new Grid.Span(labelLast + 2, unitLast)) < UNIT_CHARACTERS) {
      unitLast++;
    }
    this.label = new Grid.Span(0, labelLast);
    this.value = new Grid.Span(labelLast + 1, labelLast + 1);
    this.unit = new Grid.Span(labelLast + 2, unitLast);
    this.note = new Grid.Span(unitLast + 1, last);
  }

  /** Writes them. */
  void write(Assumptions block) {
    writer.heading(block.heading());
    SXSSFRow header = writer.row(SheetWriter.LINE_POINTS + 6);
    words(header, label, "Assumption", CellRole.HEADER, Format.TEXT);
    words(header, value, "Value", CellRole.HEADER, Format.MONEY);
    words(header, unit, "Unit", CellRole.HEADER, Format.TEXT);
    words(header, note, "Note", CellRole.HEADER, Format.TEXT);
    block.entries().forEach(this::entry);
  }

  private void entry(Assumption entry) {
    int lines = 1;
    for (var part :
        List.of(
            new Wrapped(entry.label(), label),
            new Wrapped(entry.unit(), unit),
            new Wrapped(entry.note(), note))) {
      int room = writer.grid().characters(part.span()) - PADDING_CHARACTERS;
      lines = Math.max(lines, ExcelText.lines(part.text(), room));
    }
    SXSSFRow row = writer.row(lines * SheetWriter.LINE_POINTS + 3);
    words(row, label, entry.label(), CellRole.BODY, Format.LONG_TEXT);
    words(row, unit, entry.unit(), CellRole.BODY, Format.LONG_TEXT);
    words(row, note, entry.note(), CellRole.BODY, Format.LONG_TEXT);
    writer.set(row, value.first(), entry.value(), CellRole.INPUT, entry.format());
    CellRangeAddress cell =
        new CellRangeAddress(row.getRowNum(), row.getRowNum(), value.first(), value.first());
    file.live().name(writer.sheet(), entry.name(), cell);
    file.live().limit(writer.sheet(), cell, entry.limits(), entry.format());
  }

  private record Wrapped(String text, Grid.Span span) {}

  private void words(SXSSFRow row, Grid.Span span, String words, CellRole role, Format format) {
    CellStyle style = file.styles().style(role, format);
    writer.fill(row, span, style);
    SheetWriter.cell(row, span.first()).setCellValue(ExcelText.clean(words));
    writer.merge(row, span);
  }
}
