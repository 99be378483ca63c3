package org.allowable.report.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.allowable.report.letter.LetterPart;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Writes a letter as PDF pages of letter size: the words, bold or not, and the tables of its Word
 * file, without that file's fonts and pictures. The same letter makes the same bytes.
 */
public final class LetterPdf {

  private static final float LETTERS = 9.5f;
  private static final float BELOW = 5;

  private final PdfCanvas paper;

  private LetterPdf(PdfCanvas paper) {
    this.paper = paper;
  }

  /**
   * The file.
   *
   * @param title what the file says it is, and what stands below each page
   * @param asOf its date
   */
  public static byte[] bytes(List<LetterPart> parts, String title, Instant asOf)
      throws IOException {
    try (PDDocument document = new PDDocument();
        PdfCanvas paper = new PdfCanvas(document)) {
      PdfWriter.properties(document, title, "", asOf);
      paper.newPage(false, 1);
      LetterPdf letter = new LetterPdf(paper);
      for (LetterPart part : parts) {
        letter.write(part);
      }
      paper.finish(title, "");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  private void write(LetterPart part) throws IOException {
    if (part instanceof LetterPart.Words words) {
      if (words.text().isBlank()) {
        paper.skip(LETTERS);
      }
      for (List<LetterPart.Stretch> line : lines(words)) {
        line(line);
      }
      paper.skip(words.below());
    } else if (part instanceof LetterPart.Listing listing) {
      TablePages pages = new TablePages(paper, listing.table());
      paper.need(pages.leastHeight());
      pages.write();
      paper.skip(BELOW);
    }
  }

  // Lines as the letter breaks them, each with its words.
  private static List<List<LetterPart.Stretch>> lines(LetterPart.Words words) {
    List<List<LetterPart.Stretch>> lines = new ArrayList<>();
    List<LetterPart.Stretch> line = new ArrayList<>();
    for (LetterPart.Stretch span : words.spans()) {
      String[] texts = span.text().split("\n", -1);
      for (int i = 0; i < texts.length; i++) {
        if (i > 0) {
          lines.add(line);
          line = new ArrayList<>();
        }
        line.add(new LetterPart.Stretch(texts[i], span.isBold()));
      }
    }
    lines.add(line);
    lines.removeIf(one -> one.stream().allMatch(span -> span.text().isBlank()));
    return lines;
  }

  // What is bold in parts is drawn word by word.
  private void line(List<LetterPart.Stretch> spans) throws IOException {
    boolean isOneKind = spans.stream().map(LetterPart.Stretch::isBold).distinct().count() == 1;
    if (isOneKind) {
      String text = String.join("", spans.stream().map(LetterPart.Stretch::text).toList());
      paper.text(text, LETTERS, spans.get(0).isBold(), PdfCanvas.INK);
      return;
    }
    float x = 0;
    paper.need(paper.line(LETTERS));
    for (LetterPart.Stretch span : spans) {
      Typeface face = paper.face(span.isBold());
      for (String word : span.text().split("(?<= )", -1)) {
        String clean = face.clean(word);
        float width = face.width(clean, LETTERS);
        if (x > 0 && x + width > paper.width()) {
          paper.advance(paper.line(LETTERS));
          paper.need(paper.line(LETTERS));
          x = 0;
        }
        paper.line(clean, PdfCanvas.MARGIN + x, LETTERS, span.isBold(), PdfCanvas.INK);
        x += width;
      }
    }
    paper.advance(paper.line(LETTERS));
  }
}
