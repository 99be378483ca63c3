package org.allowable.report.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.allowable.model.InputException;
import org.allowable.report.Column;
import org.allowable.report.Format;
import org.allowable.report.ReportRow;
import org.allowable.report.TableBlock;
import org.allowable.report.letter.LetterContent;
import org.allowable.report.letter.LetterPart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a practice may write into a template, and what comes of it. */
class LetterTemplateTest {

  private static final LetterContent CONTENT =
      new LetterContent(
          "Letter",
          Instant.EPOCH,
          Map.of("payer", "A & B <Health> {{cause}}", "address", "1 Street\nTown", "cause", "Rate"),
          Map.of(
              "claims",
              TableBlock.of(
                  List.of(Column.of("Claim", Format.CODE), Column.of("Billed", Format.MONEY)),
                  List.of(ReportRow.of("C1", new java.math.BigDecimal("12.30"))))));

  @TempDir private Path folder = Path.of("");

  private LetterTemplate template(String... paragraphs) throws IOException {
    Path file = folder.resolve("template.docx");
    try (XWPFDocument document = new XWPFDocument();
        OutputStream out = Files.newOutputStream(file)) {
      for (String text : paragraphs) {
        document.createParagraph().createRun().setText(text);
      }
      document.write(out);
    }
    return LetterTemplate.read(file);
  }

  private static XWPFDocument opened(LetterTemplate.Filled filled) throws IOException {
    return new XWPFDocument(new ByteArrayInputStream(filled.docx()));
  }

  @Test
  void a_name_is_text_whatever_it_looks_like() throws IOException {
    try (XWPFDocument letter = opened(template("To {{ payer }}.").fill(CONTENT))) {
      assertThat(letter.getParagraphs().get(0).getText())
          .isEqualTo("To A & B <Health> { {cause}}.");
    }
  }

  @Test
  void lines_of_an_address_stay_lines() throws IOException {
    List<LetterPart> parts = template("{{address}}").fill(CONTENT).parts();
    assertThat(((LetterPart.Words) parts.get(0)).text()).isEqualTo("1 Street\nTown");
  }

  @Test
  void the_table_takes_the_place_of_its_paragraph() throws IOException {
    LetterTemplate.Filled filled = template("Before", "{{claims}}", "After").fill(CONTENT);
    try (XWPFDocument letter = opened(filled)) {
      assertThat(letter.getBodyElements()).hasSize(3);
      assertThat(letter.getTables().get(0).getRow(1).getCell(1).getText()).isEqualTo("$12.30");
    }
    assertThat(filled.parts().get(1)).isInstanceOf(LetterPart.Listing.class);
  }

  @Test
  void a_table_within_a_sentence_is_refused() throws IOException {
    LetterTemplate template = template("See {{claims}} here");
    assertThatThrownBy(() -> template.require(CONTENT))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("stands for a table. Give it a paragraph of its own");
  }

  @Test
  void a_placeholder_that_is_not_closed_is_refused() throws IOException {
    LetterTemplate template = template("To {{payer and more");
    assertThatThrownBy(() -> template.require(CONTENT))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("not closed by }}");
  }

  @Test
  void what_is_no_word_file_is_refused() throws IOException {
    Path text = Files.writeString(folder.resolve("text.docx"), "no letter");
    assertThatThrownBy(() -> LetterTemplate.read(text))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected a Word file (.docx)");
  }

  @Test
  void the_same_letter_is_the_same_bytes() throws IOException {
    LetterTemplate template = template("To {{payer}}", "{{claims}}");
    assertThat(template.fill(CONTENT).docx()).isEqualTo(template.fill(CONTENT).docx());
  }

  @Test
  void every_placeholder_of_ours_is_explained() {
    assertThat(LetterTemplate.meanings()).containsKeys("payer", "claims", "difference");
  }
}
