package org.allowable.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.allowable.report.BarChart;
import org.allowable.report.Block;
import org.allowable.report.Chart;
import org.allowable.report.ChartSize;
import org.allowable.report.Column;
import org.allowable.report.Format;
import org.allowable.report.KeyFigure;
import org.allowable.report.KeyFigures;
import org.allowable.report.Page;
import org.allowable.report.Picture;
import org.allowable.report.PictureBlock;
import org.allowable.report.ReportRow;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;
import org.allowable.report.TextBlock;
import org.allowable.report.Workbook;
import org.allowable.report.chart.ChartWriter;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfWriterTest {

  private static final String LONG =
      "Modifier 59 says that two services were apart; without it the payer takes the second for a"
          + " part of the first. ";

  @TempDir Path folder;

  @Test
  void a_packet_is_two_pages() throws IOException {
    assertThat(pages(packet())).hasSize(2);
  }

  @Test
  void words_and_numbers_can_be_taken_out_again() throws IOException {
    assertThat(pages(packet()).get(0))
        .contains("One physician's denials", "Denied lines", "17.5%", "all: 8.0%")
        .contains("64483", "$1,234.50", "2026-07-04");
  }

  @Test
  void totals_are_added_up() throws IOException {
    assertThat(pages(packet()).get(0)).contains("$6,172.50");
  }

  @Test
  void every_page_says_where_it_is_from_and_what_it_holds() throws IOException {
    for (String page : pages(packet())) {
      assertThat(page).contains("run abc123", "Contains patient information", " of 2");
    }
  }

  @Test
  void the_same_workbook_makes_the_same_bytes() throws IOException {
    PdfWriter.write(packet(), folder.resolve("one.pdf"));
    PdfWriter.write(packet(), folder.resolve("two.pdf"));

    assertThat(folder.resolve("one.pdf")).hasSameBinaryContentAs(folder.resolve("two.pdf"));
  }

  @Test
  void a_long_table_goes_on_with_its_header() throws IOException {
    List<String> pages = pages(workbook(table(120)));

    assertThat(pages).hasSize(6);
    assertThat(pages).allMatch(page -> page.contains("At stake"));
    assertThat(String.join("", pages)).contains("Example 1 ", "Example 120 ");
  }

  @Test
  void a_row_longer_than_a_page_goes_on() throws IOException {
    List<Column> columns = List.of(Column.of("Rule", Format.LONG_TEXT));
    TableBlock table = TableBlock.of(columns, List.of(ReportRow.of(LONG.repeat(120) + "The end.")));

    assertThat(pages(workbook(table))).hasSizeGreaterThan(1).last().asString().contains("The end.");
  }

  @Test
  void nothing_stands_outside_the_margins() throws IOException {
    String word = "unbroken".repeat(60);
    List<Column> columns = List.of(Column.of(word, Format.TEXT), Column.of("Paid", Format.MONEY));
    Workbook workbook =
        workbook(
            TextBlock.of(word, word, LONG.repeat(40)),
            TableBlock.of(
                columns, List.of(ReportRow.of(word, new BigDecimal("123456789012345.67")))),
            KeyFigures.of(KeyFigure.of(word, new BigDecimal("1234567890123.45"), Format.MONEY)));

    assertThat(positions(workbook))
        .allMatch(at -> at.getXDirAdj() >= PdfCanvas.MARGIN - 0.1)
        .allMatch(at -> at.getXDirAdj() + at.getWidthDirAdj() <= 612 - PdfCanvas.MARGIN + 0.1)
        .allMatch(at -> at.getYDirAdj() >= PdfCanvas.MARGIN && at.getYDirAdj() <= 792 - 30);
  }

  @Test
  void no_word_of_a_header_is_broken_beside_a_wide_column() throws IOException {
    List<Column> columns =
        List.of(
            Column.of("Resubmissions", Format.COUNT).width(4),
            Column.of("Finding", Format.TEXT).width(200));
    assertThat(pages(workbook(TableBlock.of(columns, List.of(ReportRow.of(1, "x"))))))
        .singleElement()
        .asString()
        .contains("Resubmissions");
  }

  @Test
  void money_ends_in_one_column() throws IOException {
    List<Column> columns = List.of(Column.of("Paid", Format.MONEY));
    Workbook workbook =
        workbook(
            TableBlock.of(
                columns,
                List.of(
                    ReportRow.of(new BigDecimal("5.25")),
                    ReportRow.of(new BigDecimal("12345.75")))));

    assertThat(positions(workbook))
        .filteredOn(at -> at.getUnicode().equals("5") && at.getYDirAdj() < 700)
        .extracting(at -> Math.round(at.getXDirAdj() + at.getWidthDirAdj()))
        .contains(612 - 36 - 3)
        .filteredOn(end -> end == 612 - 36 - 3)
        .hasSize(2);
  }

  @Test
  void a_character_that_the_font_lacks_stops_nothing() throws IOException {
    assertThat(
            pages(workbook(TextBlock.of("", "Zo\u00eb \u2264 5 \ud83e\ude7a \u4e2d\tend\u0007"))))
        .first()
        .asString()
        .contains("Zo\u00eb \u2264 5 ? ? end");
  }

  @Test
  void the_title_is_in_the_properties_and_no_user_is() throws IOException {
    try (PDDocument document = open(packet())) {
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Retraining packet");
      assertThat(document.getDocumentInformation().getAuthor()).isNull();
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-US");
    }
  }

  @Test
  void a_wide_sheet_has_a_wide_page() throws IOException {
    Workbook book = packet();
    Sheet wide = book.sheets().get(0).on(Page.LANDSCAPE);
    Workbook workbook = new Workbook(book.title(), "", book.asOf(), false, Map.of(), List.of(wide));

    try (PDDocument document = open(workbook)) {
      assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(792);
    }
  }

  @Test
  void every_row_of_a_long_table_keeps_its_own_line() throws IOException {
    String all = String.join("", pages(workbook(table(40))));

    assertThat(IntStream.rangeClosed(1, 40)).allMatch(i -> all.contains("Example " + i + " 64483"));
  }

  @Test
  void letters_of_a_picture_grow_where_it_is_printed_small() throws IOException {
    List<Double> letters = new ArrayList<>();
    Picture drawn = picture().pictures().get(0);
    Picture picture =
        new Picture(
            drawn.chart(),
            drawn.size(),
            (size, times) -> {
              letters.add(times);
              return drawn.drawing().png(size, times);
            },
            null);

    assertThat(pages(workbook(PictureBlock.of(picture, picture)))).hasSize(1);
    // 440 pixels stand in 265 points, so that letters of 11 pixels would have 6.6 points.
    assertThat(letters)
        .hasSize(2)
        .allMatch(times -> Math.abs(times - 8 * 440 / (11 * 265.0)) < 0.001);
  }

  @Test
  void what_is_to_be_one_page_stands_closer_and_keeps_its_letters() throws IOException {
    Sheet usual =
        Sheet.of("One", "One", "", TextBlock.of("", LONG.repeat(3).split("(?<=\\. )")), table(22));
    assertThat(pages(book(List.of(usual.on(Page.PORTRAIT))))).hasSize(2);

    Workbook one = book(List.of(usual.on(Page.ONE_PORTRAIT)));
    assertThat(pages(one)).hasSize(1);
    assertThat(positions(one)).allMatch(at -> at.getFontSizeInPt() >= 8);
  }

  static Workbook packet() {
    KeyFigures figures =
        KeyFigures.of(
            KeyFigure.of("Denied lines", 70, Format.COUNT),
            KeyFigure.of("Rate", new BigDecimal("0.175"), Format.RATE).compared("all: 8.0%"),
            KeyFigure.of("At stake", new BigDecimal("12345"), Format.DOLLARS),
            KeyFigure.of("Not known", null, Format.MONEY));
    Sheet first =
        Sheet.of(
                "Rate",
                "One physician's denials that training can change",
                "Lines first answered in 2026 Q3.",
                figures,
                picture(),
                TextBlock.of("What the rule says", LONG.repeat(2)),
                table(5))
            .on(Page.PORTRAIT);
    Sheet second =
        Sheet.of("Not theirs", "What is not this physician's", "", TextBlock.of("", LONG))
            .on(Page.PORTRAIT);
    return book(List.of(first, second));
  }

  private static Workbook workbook(Block... blocks) {
    return book(List.of(Sheet.of("One", "One", "", blocks).on(Page.PORTRAIT)));
  }

  private static Workbook book(List<Sheet> sheets) {
    return new Workbook(
        "Retraining packet",
        "2026 Q3",
        Instant.parse("2026-10-05T00:00:00Z"),
        true,
        Map.of("run id", "abc123"),
        sheets);
  }

  private static TableBlock table(int rows) {
    List<Column> columns =
        List.of(
            Column.of("Example", Format.TEXT),
            Column.of("Code", Format.CODE),
            Column.of("Service date", Format.DATE),
            Column.of("What to do", Format.LONG_TEXT),
            Column.of("At stake", Format.MONEY).totaled());
    List<ReportRow> lines =
        IntStream.rangeClosed(1, rows)
            .mapToObj(
                i ->
                    ReportRow.of(
                        "Example " + i + " ",
                        "64483",
                        LocalDate.of(2026, 7, 4),
                        LONG,
                        new BigDecimal("1234.50")))
            .toList();
    return new TableBlock("Examples", columns, lines, true, 1);
  }

  private static PictureBlock picture() {
    Chart chart =
        new BarChart("A picture", "", Format.COUNT, List.of(new Chart.Bar("One", BigDecimal.ONE)));
    Picture picture = ChartWriter.picture(chart, ChartSize.SMALL);
    return PictureBlock.of(picture, picture);
  }

  private PDDocument open(Workbook workbook) throws IOException {
    Path file = folder.resolve("packet.pdf");
    PdfWriter.write(workbook, file);
    return Loader.loadPDF(file.toFile());
  }

  private List<String> pages(Workbook workbook) throws IOException {
    List<String> pages = new ArrayList<>();
    try (PDDocument document = open(workbook)) {
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.add(stripper.getText(document));
      }
    }
    return pages;
  }

  private List<TextPosition> positions(Workbook workbook) throws IOException {
    List<TextPosition> all = new ArrayList<>();
    try (PDDocument document = open(workbook)) {
      PDFTextStripper stripper =
          new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> at) {
              all.addAll(at);
            }
          };
      stripper.getText(document);
    }
    return all;
  }
}
