package org.allowable.report.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import org.allowable.report.Sheet;
import org.allowable.report.Workbook;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * Writes a {@link Workbook} as PDF pages of letter size, so that one report goes to both. Every
 * sheet begins a page; what does not fit goes on to the next. A sheet of one page ({@link
 * org.allowable.report.Page#isOnePage}) stands closer where that keeps it on one; no letter is
 * under eight points for it. The same workbook makes the same bytes. Meant for reports of a few
 * pages: a document is held in memory.
 */
public final class PdfWriter {

  private static final String PRODUCER = "Allowable";
  private static final String LANGUAGE = "en-US";
  private static final float LOOSE = 1;
  private static final float[] CLOSER = {0.8f, 0.6f, 0.4f, 0.2f, 0};

  private PdfWriter() {}

  /**
   * Writes the file, over an old one.
   *
   * @throws IOException if it cannot be written; then there is no file
   */
  public static void write(Workbook workbook, Path file) throws IOException {
    byte[] bytes = bytes(workbook);
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      // Half a document is worse than none.
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private static byte[] bytes(Workbook workbook) throws IOException {
    try (PDDocument document = new PDDocument();
        PdfCanvas paper = new PdfCanvas(document)) {
      properties(document, workbook.documentTitle(), workbook.subtitle(), workbook.asOf());
      Blocks blocks = new Blocks(paper);
      String above = workbook.title() + " \u2013 " + workbook.subtitle();
      for (Sheet sheet : workbook.sheets()) {
        blocks.write(sheet, above, looseness(sheet, above));
      }
      paper.finish(workbook);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  // A sheet of one page is tried closer and closer, on paper that is thrown away. One that needs
  // two all the same is written as others are.
  private static float looseness(Sheet sheet, String above) throws IOException {
    float tried = LOOSE;
    for (float closer : CLOSER) {
      if (!sheet.page().isOnePage() || pages(sheet, above, tried) == 1) {
        return tried;
      }
      tried = closer;
    }
    return pages(sheet, above, tried) == 1 ? tried : LOOSE;
  }

  private static int pages(Sheet sheet, String above, float looseness) throws IOException {
    try (PDDocument tried = new PDDocument();
        PdfCanvas paper = new PdfCanvas(tried)) {
      new Blocks(paper).write(sheet, above, looseness);
      return paper.pages();
    }
  }

  /** Says of a file what it is and from when, and nothing of when it was written. */
  static void properties(PDDocument document, String title, String subject, Instant asOfInstant) {
    PDDocumentInformation information = new PDDocumentInformation();
    Calendar asOf = GregorianCalendar.from(asOfInstant.atZone(ZoneOffset.UTC));
    information.setTitle(title);
    information.setSubject(subject);
    information.setCreator(PRODUCER);
    information.setProducer(PRODUCER);
    information.setCreationDate(asOf);
    information.setModificationDate(asOf);
    document.setDocumentInformation(information);
    // Else the file's id is the time of writing.
    document.setDocumentId(asOfInstant.toEpochMilli());
    document.getDocumentCatalog().setLanguage(LANGUAGE);
    PDViewerPreferences viewer = new PDViewerPreferences(new COSDictionary());
    viewer.setDisplayDocTitle(true);
    document.getDocumentCatalog().setViewerPreferences(viewer);
  }
}
