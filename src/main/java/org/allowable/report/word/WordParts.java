package org.allowable.report.word;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.allowable.report.TableBlock;
import org.allowable.report.letter.LetterPart;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** The words of a document, from its header down: what other forms of it are made from. */
final class WordParts {

  private static final float BELOW = 5;
  // Word measures room in twentieths of a point.
  private static final float TWENTIETHS = 20f;

  private final IdentityHashMap<XWPFTable, TableBlock> tables;

  /** Parts of a document of which these tables were made from data. */
  WordParts(IdentityHashMap<XWPFTable, TableBlock> tables) {
    this.tables = tables;
  }

  List<LetterPart> of(XWPFDocument document) {
    List<LetterPart> parts = new ArrayList<>();
    for (XWPFHeader header : document.getHeaderList()) {
      header.getParagraphs().stream()
          .filter(paragraph -> !paragraph.getText().isBlank())
          .map(WordParts::words)
          .forEach(parts::add);
    }
    for (IBodyElement element : document.getBodyElements()) {
      if (element instanceof XWPFParagraph paragraph) {
        parts.add(words(paragraph));
      } else if (element instanceof XWPFTable table) {
        TableBlock block = tables.get(table);
        if (block == null) {
          table.getRows().forEach(row -> parts.add(words(row)));
        } else {
          parts.add(new LetterPart.Listing(block));
        }
      }
    }
    return parts;
  }

  private static LetterPart words(XWPFParagraph paragraph) {
    return new LetterPart.Words(
        paragraph.getRuns().stream()
            .map(run -> new LetterPart.Stretch(run.text(), run.isBold()))
            .filter(span -> !span.text().isEmpty())
            .toList(),
        paragraph.getSpacingAfter() < 0 ? BELOW : paragraph.getSpacingAfter() / TWENTIETHS);
  }

  // A table of the practice's own, such as a letterhead: a line a row.
  private static LetterPart words(XWPFTableRow row) {
    return new LetterPart.Words(
        List.of(
            new LetterPart.Stretch(
                String.join(
                    "     ",
                    row.getTableCells().stream()
                        .map(cell -> cell.getText().strip())
                        .filter(text -> !text.isEmpty())
                        .toList()),
                false)),
        BELOW);
  }
}
