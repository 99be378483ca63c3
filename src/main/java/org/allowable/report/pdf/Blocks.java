package org.allowable.report.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.allowable.report.Assumption;
import org.allowable.report.Assumptions;
import org.allowable.report.Block;
import org.allowable.report.KeyFigure;
import org.allowable.report.KeyFigures;
import org.allowable.report.LinkList;
import org.allowable.report.PictureBlock;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;
import org.allowable.report.TextBlock;

/** Writes the parts of a sheet one under the other. */
final class Blocks {

  private static final float TITLE = 14;
  private static final float HEADING = 9.5f;
  private static final float BODY = 8.5f;
  private static final float SMALL = 8;
  private static final float FIGURE = 13;
  private static final float GAP = 9;
  private static final float INSET = 5;
  private static final int MOST_IN_A_STRIP = 4;

  private final PdfCanvas paper;

  Blocks(PdfCanvas paper) {
    this.paper = paper;
  }

  /**
   * Writes a sheet from the top of a new page.
   *
   * @param looseness how much of the usual room is left between lines and things, 0 to 1
   */
  void write(Sheet sheet, String above, float looseness) throws IOException {
    paper.newPage(sheet.page().isLandscape(), looseness);
    paper.text(above, SMALL, false, PdfCanvas.GRAY);
    paper.text(sheet.title(), TITLE, true, PdfCanvas.INK);
    if (!sheet.note().isBlank()) {
      paper.text(sheet.note(), BODY, false, PdfCanvas.GRAY);
    }
    for (int i = 0; i < sheet.blocks().size(); i++) {
      paper.skip(paper.room(GAP));
      write(sheet.blocks().get(i), i == sheet.blocks().size() - 1);
    }
  }

  private void write(Block block, boolean isLast) throws IOException {
    if (block instanceof TextBlock text) {
      heading(text.heading(), 2 * paper.line(BODY));
      paragraphs(text.paragraphs());
    } else if (block instanceof TableBlock table) {
      TablePages pages = new TablePages(paper, table);
      heading(table.heading(), pages.leastHeight());
      paper.need(pages.leastHeight());
      pages.write();
    } else if (block instanceof KeyFigures figures) {
      figures(figures.figures());
    } else if (block instanceof PictureBlock pictures) {
      paper.pictures(pictures.pictures(), isLast);
    } else if (block instanceof LinkList list) {
      heading(list.heading(), 2 * paper.line(BODY));
      paragraphs(
          list.entries().stream().map(one -> one.sheet() + ": " + one.description()).toList());
    } else if (block instanceof Assumptions assumptions) {
      heading(assumptions.heading(), 2 * paper.line(BODY));
      paragraphs(assumptions.entries().stream().map(Blocks::inWords).toList());
    }
  }

  private static String inWords(Assumption entry) {
    String note = entry.note().isBlank() ? "" : ". " + entry.note();
    return entry.label() + ": " + entry.format().display(entry.value()) + " " + entry.unit() + note;
  }

  // A heading does not stay behind alone.
  private void heading(String heading, float below) throws IOException {
    if (!heading.isBlank()) {
      paper.need(paper.line(HEADING) + 2 + below);
      paper.text(heading, HEADING, true, PdfCanvas.INK);
      paper.skip(2);
    }
  }

  private void paragraphs(List<String> paragraphs) throws IOException {
    for (String paragraph : paragraphs) {
      paper.text(paragraph, BODY, false, PdfCanvas.INK);
      paper.skip(2);
    }
  }

  private void figures(List<KeyFigure> figures) throws IOException {
    int strips = (figures.size() + MOST_IN_A_STRIP - 1) / MOST_IN_A_STRIP;
    int perStrip = strips == 0 ? 1 : (figures.size() + strips - 1) / strips;
    for (int first = 0; first < figures.size(); first += perStrip) {
      strip(figures.subList(first, Math.min(first + perStrip, figures.size())), perStrip);
      paper.skip(INSET);
    }
  }

  /** Words of one size on a card. */
  private record Words(List<String> lines, float letters, boolean isBold) {}

  private void strip(List<KeyFigure> figures, int perStrip) throws IOException {
    float card = (paper.width() - INSET * (perStrip - 1)) / perStrip;
    List<List<Words>> cards = new ArrayList<>();
    float height = 0;
    for (KeyFigure figure : figures) {
      List<Words> words =
          List.of(
              words(figure.label(), SMALL, false, card),
              words(figure.format().display(figure.value()), FIGURE, true, card),
              words(figure.comparison(), SMALL, false, card));
      cards.add(words);
      height = Math.max(height, (float) words.stream().mapToDouble(this::height).sum());
    }
    height += 2 * INSET;
    paper.need(height);
    for (int i = 0; i < cards.size(); i++) {
      card(cards.get(i), PdfCanvas.MARGIN + i * (card + INSET), card, height);
    }
    paper.advance(height);
  }

  private double height(Words words) {
    return words.lines().size() * paper.line(words.letters());
  }

  private Words words(String text, float letters, boolean isBold, float card) {
    return new Words(paper.face(isBold).lines(text, letters, card - 2 * INSET), letters, isBold);
  }

  private void card(List<Words> words, float x, float width, float height) throws IOException {
    paper.box(x, width, height, PdfCanvas.SHADE);
    float base = paper.top() - INSET;
    for (Words part : words) {
      for (String line : part.lines()) {
        paper.lineAt(
            line,
            x + INSET,
            base - part.letters(),
            part.letters(),
            part.isBold(),
            part.isBold() ? PdfCanvas.INK : PdfCanvas.GRAY);
        base -= paper.line(part.letters());
      }
    }
  }
}
