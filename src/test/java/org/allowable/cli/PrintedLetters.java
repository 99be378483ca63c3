package org.allowable.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Measures the letters of printed pages as it reads them. */
final class PrintedLetters extends PDFTextStripper {

  private double smallest = Double.MAX_VALUE;
  private double farthestRight;

  /** The letters of all pages of a PDF file. */
  static PrintedLetters of(Path file) throws IOException {
    PrintedLetters letters = new PrintedLetters();
    try (PDDocument paper = Loader.loadPDF(file.toFile())) {
      letters.getText(paper);
    }
    return letters;
  }

  /** The size of the smallest letter so far, in points. */
  double smallest() {
    return smallest;
  }

  /** Where the letter ends that goes farthest to the right, in points from the left edge. */
  double farthestRight() {
    return farthestRight;
  }

  @Override
  protected void processTextPosition(TextPosition text) {
    if (!text.getUnicode().isBlank()) {
      smallest = Math.min(smallest, text.getFontSizeInPt());
      farthestRight = Math.max(farthestRight, text.getXDirAdj() + text.getWidthDirAdj());
    }
    super.processTextPosition(text);
  }
}
