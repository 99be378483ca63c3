package org.allowable.report.pdf;

import java.awt.Color;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.allowable.report.Picture;
import org.allowable.report.Workbook;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;

/** Pages that are filled from the top; what does not fit goes on the next. Lengths are points. */
final class PdfCanvas implements Closeable {

  static final float MARGIN = 36;
  static final Color INK = new Color(0x1F2937);
  static final Color GRAY = new Color(0x6B7280);
  static final Color RULE = new Color(0xD1D5DB);
  static final Color SHADE = new Color(0xF3F4F6);

  private static final float FOOT = 24;
  private static final float FOOT_SIZE = 8;
  private static final float LOOSE_LEADING = 0.16f;
  private static final float LOWEST_PICTURE = 0.7f;
  private static final float TIGHT_LEADING = 1.16f;
  private static final String RUN_ID = "run id";

  private final PDDocument document;
  private final Typeface plain;
  private final Typeface bold;
  private PDRectangle size = PDRectangle.LETTER;
  private float looseness = 1;
  private @Nullable PDPageContentStream content;
  // How far down the page is filled, from its lower edge.
  private float y;

  PdfCanvas(PDDocument document) throws IOException {
    this.document = document;
    this.plain = Typeface.of(document, "DejaVuSansCondensed.ttf");
    this.bold = Typeface.of(document, "DejaVuSansCondensed-Bold.ttf");
  }

  Typeface face(boolean isBold) {
    return isBold ? bold : plain;
  }

  /** The width between the margins. */
  float width() {
    return size.getWidth() - 2 * MARGIN;
  }

  /** The height between the margins. */
  float height() {
    return size.getHeight() - 2 * MARGIN - FOOT;
  }

  /** Where the next thing's upper edge is. */
  float top() {
    return y;
  }

  /**
   * Begins a page of this kind.
   *
   * @param looseTo how much of the usual room is left between lines and things, 0 to 1; letters are
   *     as large in any
   */
  void newPage(boolean isLandscape, float looseTo) throws IOException {
    PDRectangle letter = PDRectangle.LETTER;
    float wide = isLandscape ? letter.getHeight() : letter.getWidth();
    float high = isLandscape ? letter.getWidth() : letter.getHeight();
    looseness = looseTo;
    size = new PDRectangle(wide, high);
    nextPage();
  }

  /** How high a line of these letters is. */
  float line(float letters) {
    return letters * (TIGHT_LEADING + LOOSE_LEADING * looseness);
  }

  /** What is left of usual room between things: half of it at least. */
  float room(float usual) {
    return usual * (1 + looseness) / 2;
  }

  /** How many pages there are. */
  int pages() {
    return document.getNumberOfPages();
  }

  private PDPageContentStream nextPage() throws IOException {
    close();
    PDPage page = new PDPage(size);
    document.addPage(page);
    y = size.getHeight() - MARGIN;
    PDPageContentStream stream = new PDPageContentStream(document, page);
    content = stream;
    return stream;
  }

  private PDPageContentStream content() throws IOException {
    return content == null ? nextPage() : content;
  }

  /** Goes on to the next page if this much does not fit. Says whether it did. */
  boolean need(float points) throws IOException {
    boolean isFull = y - points < MARGIN + FOOT && y < size.getHeight() - MARGIN;
    if (isFull) {
      nextPage();
    }
    return isFull;
  }

  /** Goes below what was drawn. */
  void advance(float points) {
    y -= points;
  }

  /** Leaves room, which a page does not begin with. */
  void skip(float points) {
    y = y < size.getHeight() - MARGIN ? y - points : y;
  }

  /** A wrapped text over the whole width. */
  void text(String text, float letters, boolean isBold, Color color) throws IOException {
    for (String line : face(isBold).lines(text, letters, width())) {
      need(line(letters));
      line(line, MARGIN, letters, isBold, color);
      y -= line(letters);
    }
  }

  /** Clean words whose line begins at the upper edge of what is free. */
  void line(String words, float x, float letters, boolean isBold, Color color) throws IOException {
    lineAt(words, x, y - letters, letters, isBold, color);
  }

  /** Clean words on a base line. */
  void lineAt(String words, float x, float base, float letters, boolean isBold, Color color)
      throws IOException {
    write(content(), words, x, base, face(isBold), letters, color);
  }

  private static void write(
      PDPageContentStream to,
      String words,
      float x,
      float base,
      Typeface face,
      float letters,
      Color color)
      throws IOException {
    if (words.isEmpty()) {
      return;
    }
    to.beginText();
    to.setNonStrokingColor(color);
    to.setFont(face.font(), letters);
    to.newLineAtOffset(x, base);
    to.showText(words);
    to.endText();
  }

  /** A filled box whose upper edge is that of what is free. */
  void box(float x, float width, float height, Color color) throws IOException {
    content().setNonStrokingColor(color);
    content().addRect(x, y - height, width, height);
    content().fill();
  }

  /** A thin line across. */
  void rule(Color color) throws IOException {
    content().setStrokingColor(color);
    content().setLineWidth(0.5f);
    content().moveTo(MARGIN, y);
    content().lineTo(MARGIN + width(), y);
    content().stroke();
  }

  /**
   * Pictures side by side, lower where things stand as close as they can.
   *
   * @param isLast whether nothing comes after them, so that they may fill the page
   */
  void pictures(List<Picture> wanted, boolean isLast) throws IOException {
    float gap = 10;
    float room = (width() - gap * (wanted.size() - 1)) / Math.max(1, wanted.size());
    float lowered = Math.min(1, LOWEST_PICTURE + looseness);
    float share = isLast ? Math.max(lowered, filling(wanted, room)) : lowered;
    List<Picture> pictures =
        wanted.stream().map(one -> one.asHighAs((int) (one.size().height() * share))).toList();
    float tallest = tallest(pictures, room);
    float shown = Math.min(tallest, height());
    need(shown);
    for (int i = 0; i < pictures.size(); i++) {
      float width = room * shown / tallest;
      byte[] file = pictures.get(i).png(width);
      PDImageXObject image = PDImageXObject.createFromByteArray(document, file, "picture");
      float height = height(pictures.get(i), width);
      content().drawImage(image, MARGIN + i * (room + gap), y - height, width, height);
    }
    y -= shown;
  }

  // What of their height is left of the page, at most all.
  private float filling(List<Picture> pictures, float room) {
    float tallest = tallest(pictures, room);
    return tallest == 0 ? 1 : Math.min(1, (y - MARGIN - FOOT) / tallest);
  }

  private static float tallest(List<Picture> pictures, float room) {
    float tallest = 0;
    for (Picture picture : pictures) {
      tallest = Math.max(tallest, height(picture, room));
    }
    return tallest;
  }

  private static float height(Picture picture, float width) {
    return width * picture.size().height() / picture.size().width();
  }

  /** Ends the last page and writes what stands below each. */
  void finish(Workbook workbook) throws IOException {
    String run = workbook.properties().getOrDefault(RUN_ID, "");
    finish(
        workbook.title() + (run.isEmpty() ? "" : " \u2013 run " + run),
        workbook.hasPatientInformation() ? "Contains patient information" : "");
  }

  /** Ends the last page and writes below each what stands left and in the middle. */
  void finish(String left, String notice) throws IOException {
    close();
    int pages = document.getNumberOfPages();
    for (int number = 0; number < pages; number++) {
      PDPage page = document.getPage(number);
      try (PDPageContentStream to =
          new PDPageContentStream(
              document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
        foot(to, page.getMediaBox().getWidth(), left, notice, number + 1, pages);
      }
    }
  }

  private void foot(
      PDPageContentStream to, float width, String left, String notice, int number, int pages)
      throws IOException {
    String right = "Page " + number + " of " + pages;
    float end = width - MARGIN - plain.width(right, FOOT_SIZE);
    float middle = (width - plain.width(notice, FOOT_SIZE)) / 2;
    List<String> first = plain.lines(left, FOOT_SIZE, middle - MARGIN - 10);
    write(to, first.get(0), MARGIN, MARGIN, plain, FOOT_SIZE, GRAY);
    if (first.size() > 1) {
      write(to, first.get(1), MARGIN, MARGIN - FOOT_SIZE - 2, plain, FOOT_SIZE, GRAY);
    }
    write(to, notice, middle, MARGIN, plain, FOOT_SIZE, GRAY);
    write(to, right, end, MARGIN, plain, FOOT_SIZE, GRAY);
  }

  @Override
  public void close() throws IOException {
    if (content != null) {
      content.close();
      content = null;
    }
  }
}
