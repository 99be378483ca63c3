package org.allowable.report.excel;

import java.util.List;
import java.util.function.Function;
import org.allowable.report.ComputedValue;
import org.allowable.report.Format;
import org.allowable.report.KeyFigure;
import org.allowable.report.KeyFigures;
import org.allowable.report.Link;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.streaming.SXSSFRow;

/** Writes headline numbers as cards side by side: label, value, what it is held against. */
final class KeyFigureWriter {

  private static final int MOST_IN_A_STRIP = 6;
  // A million dollars in the size of a headline.
  private static final int LEAST_CHARACTERS = 19;
  private static final int CARD_AIR_CHARACTERS = 2;
  private static final float LABEL_POINTS = 21f;
  private static final float VALUE_POINTS = 30f;
  private static final int LEAST_COMPARISON_LINES = 2;
  private static final float LABEL_AIR_POINTS = LABEL_POINTS - SheetWriter.LINE_POINTS;

  private final StyleBook styles;
  private final Links links;
  private final LiveCells live;
  private final SheetWriter writer;

  KeyFigureWriter(WorkbookFile file, SheetWriter writer) {
    this.styles = file.styles();
    this.links = file.links();
    this.live = file.live();
    this.writer = writer;
  }

  /** Writes the strips. */
  void write(KeyFigures block) {
    List<KeyFigure> figures = block.figures();
    // Equal strips: eight figures are two strips of four.
    int most = Math.max(1, Math.min(figures.size(), MOST_IN_A_STRIP));
    int fitting = writer.grid().parts(most, LEAST_CHARACTERS).size();
    int strips = Math.max(1, (figures.size() + fitting - 1) / fitting);
    int perStrip = (Math.max(1, figures.size()) + strips - 1) / strips;
    List<Grid.Span> spans = writer.grid().parts(perStrip);
    for (int first = 0; first < figures.size(); first += spans.size()) {
      strip(figures.subList(first, Math.min(first + spans.size(), figures.size())), spans);
    }
  }

  private void strip(List<KeyFigure> figures, List<Grid.Span> spans) {
    int labelLines = lines(figures, spans, KeyFigure::label);
    SXSSFRow labels = writer.row(LABEL_AIR_POINTS + labelLines * SheetWriter.LINE_POINTS);
    SXSSFRow values = writer.row(VALUE_POINTS);
    int wanted = Math.max(LEAST_COMPARISON_LINES, lines(figures, spans, KeyFigure::comparison));
    SXSSFRow comparisons = writer.row(wanted * SheetWriter.LINE_POINTS);
    for (int i = 0; i < figures.size(); i++) {
      KeyFigure figure = figures.get(i);
      label(labels, spans.get(i), figure);
      Cell value = card(values, spans.get(i), styles.style(CellRole.FIGURE_VALUE, figure.format()));
      value(value, figure);
      Cell comparison = card(comparisons, spans.get(i), styles.style(CellRole.FIGURE_COMPARISON));
      words(comparison, figure.comparison(), figure.link() != null);
      link(value, figure);
      link(comparison, figure);
    }
  }

  private int lines(
      List<KeyFigure> figures, List<Grid.Span> spans, Function<KeyFigure, String> words) {
    int most = 1;
    for (int i = 0; i < figures.size(); i++) {
      // The card's indention and border take a character or two.
      int room = writer.grid().characters(spans.get(i)) - CARD_AIR_CHARACTERS;
      most = Math.max(most, ExcelText.lines(words.apply(figures.get(i)), room));
    }
    return most;
  }

  // The whole card leads on, not only the words at its top.
  private void link(Cell cell, KeyFigure figure) {
    if (figure.link() != null) {
      links.add(writer.sheet(), cell.getRowIndex(), cell.getColumnIndex(), figure.link());
    }
  }

  private void value(Cell cell, KeyFigure figure) {
    if (figure.value() instanceof ComputedValue computed) {
      live.set(cell, computed);
      return;
    }
    if (figure.value() == null) {
      words(cell, figure.format().display(null), figure.link() != null);
    } else {
      Cells.set(cell, figure.value(), figure.format());
    }
  }

  private void label(SXSSFRow row, Grid.Span span, KeyFigure figure) {
    Link link = figure.link();
    boolean isLink = link != null && links.add(writer.sheet(), row.getRowNum(), span.first(), link);
    CellRole role = isLink ? CellRole.FIGURE_LABEL_LINK : CellRole.FIGURE_LABEL;
    words(card(row, span, styles.style(role)), ExcelText.line(figure.label()), isLink);
  }

  private static void words(Cell cell, String text, boolean isLink) {
    if (isLink && !text.isEmpty()) {
      Links.words(cell, text);
    } else {
      Cells.set(cell, text, Format.TEXT);
    }
  }

  private Cell card(SXSSFRow row, Grid.Span span, CellStyle style) {
    writer.fill(row, span, style);
    writer.merge(row, span);
    return SheetWriter.cell(row, span.first());
  }
}
