package org.allowable.report.word;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/** Our own wording of a letter to a payer, as a Word file for the practice to edit. */
final class StandardLetter {

  static final String FONT = "Arial";
  static final double LETTERS = 10;

  // Twentieths of a point.
  private static final int PAGE_WIDTH = 12_240;
  private static final int PAGE_HEIGHT = 15_840;
  private static final int MARGIN = 1_080;
  private static final int BELOW = 120;

  /** A paragraph of it; those that are close have no space below. */
  private record Line(String text, boolean isBold, boolean isClose) {}

  private static final List<Line> LINES =
      List.of(
          new Line("{{practice}}", true, true),
          new Line("{{address}}", false, true),
          new Line("{{phone}}", false, false),
          new Line("", false, true),
          new Line("{{date}}", false, false),
          new Line("{{payer}}", false, true),
          new Line("Attn: Provider Appeals and Payment Disputes", false, false),
          new Line("RE: {{subject}}", true, true),
          new Line("Provider: {{practice}}", false, true),
          new Line("Tax ID: {{tax_id}}, billing NPI: {{npi}}", false, true),
          new Line("Claims: {{claim_count}}, service lines: {{line_count}}", false, true),
          new Line("Dates of service: {{service_dates}}", false, true),
          new Line("Amount in dispute: {{difference}}", true, false),
          new Line("To whom it may concern:", false, false),
          new Line("{{reason}}", false, false),
          new Line("{{rule}}", false, false),
          new Line(
              "For the lines listed the expected allowed amount is {{expected}}, the amount allowed"
                  + " {{allowed}}, and the difference {{difference}}, on billed charges of"
                  + " {{billed}}.",
              false,
              false),
          new Line("{{claims}}", false, false),
          new Line("", false, true),
          new Line("{{list_note}}", false, false),
          new Line("{{request}}", false, false),
          new Line("Enclosures:", true, true),
          new Line("{{enclosures}}", false, false),
          new Line("Sincerely,", false, false),
          new Line("", false, false),
          new Line("{{signer}}", false, true),
          new Line("{{signer_title}}", false, true),
          new Line("{{practice}}", false, false));

  private StandardLetter() {}

  /** A new document with its placeholders. */
  static XWPFDocument document() {
    XWPFDocument document = new XWPFDocument();
    page(document);
    for (Line line : LINES) {
      XWPFParagraph paragraph = document.createParagraph();
      paragraph.setSpacingAfter(line.isClose() ? 0 : BELOW);
      XWPFRun run = paragraph.createRun();
      run.setText(line.text());
      run.setBold(line.isBold());
      run.setFontFamily(FONT);
      run.setFontSize(LETTERS);
    }
    return document;
  }

  private static void page(XWPFDocument document) {
    CTSectPr section = document.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setW(BigInteger.valueOf(PAGE_WIDTH));
    size.setH(BigInteger.valueOf(PAGE_HEIGHT));
    CTPageMar margins = section.addNewPgMar();
    BigInteger margin = BigInteger.valueOf(MARGIN);
    margins.setLeft(margin);
    margins.setRight(margin);
    margins.setTop(margin);
    margins.setBottom(margin);
  }
}
