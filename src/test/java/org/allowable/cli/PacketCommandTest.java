package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allowable.report.Format;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packets for a payer of an invented practice, opened as the payer opens them. */
@Tag("long")
class PacketCommandTest {

  private static final Pattern DOLLARS = Pattern.compile("\\$\\d[\\d,]*\\.\\d\\d");
  private static final String DAY = "2026-10-10";

  @TempDir private static Path folder;

  private static Path warehouse = Path.of("");
  private static Path run = Path.of("");
  private static PacketTables tables = PacketTables.NONE;

  @BeforeAll
  static void make_packets() throws IOException {
    warehouse = folder.resolve("warehouse");
    CommandRun.of("sample", "--lines", 4000, "--seed", 1, "--months", 13, "--out", warehouse);
    CommandRun made = packet("--payer", "blue harbor");
    assertThat(made.code()).as(made.err()).isZero();
    run = folder(made);
    tables = PacketTables.read(run.resolve("tables"));
  }

  private static Path folder(CommandRun of) {
    return Objects.requireNonNull(
        Path.of(of.out().lines().findFirst().orElseThrow()).getParent(), of.err());
  }

  private static CommandRun packet(Object... more) {
    List<Object> words =
        new ArrayList<>(
            List.of("packet", "--engine", "embedded", "--warehouse", warehouse, "--as-of", DAY));
    words.addAll(List.of("--out", folder.resolve("reports")));
    words.addAll(List.of(more));
    return CommandRun.of(words.toArray());
  }

  private static List<Path> files(Path below, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(below)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static Set<String> dollars(String text) {
    Set<String> found = new LinkedHashSet<>();
    Matcher matcher = DOLLARS.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  // Every amount of the run's CSV tables, as a letter writes it.
  private static Set<String> known() {
    Set<String> known = new HashSet<>();
    for (String mart : List.of("mart_packet", "mart_packet_claim", "mart_packet_line")) {
      for (CSVRecord row : tables.rows(mart)) {
        row.toMap()
            .forEach(
                (column, value) -> {
                  if (column.endsWith("_amount") && !value.isEmpty()) {
                    known.add(Format.MONEY.display(new BigDecimal(value)));
                  }
                });
      }
    }
    return known;
  }

  private static String pdf(Path file) throws IOException {
    try (PDDocument letter = Loader.loadPDF(file.toFile())) {
      return new PDFTextStripper().getText(letter);
    }
  }

  private static String word(Path file) throws IOException {
    try (XWPFDocument letter = new XWPFDocument(Files.newInputStream(file));
        XWPFWordExtractor text = new XWPFWordExtractor(letter)) {
      return text.getText();
    }
  }

  @Test
  void each_cause_has_a_folder_with_letter_and_list() throws IOException {
    int packets = tables.rows("mart_packet").size();
    assertThat(packets).isGreaterThan(3);
    for (String ending :
        List.of("letter.docx", "letter.pdf", "claim list.xlsx", "claim list.csv")) {
      assertThat(files(run.resolve("packets"), ending)).as(ending).hasSize(packets);
    }
  }

  @Test
  void no_letter_that_is_printed_is_under_eight_points() throws IOException {
    for (Path file : files(run.resolve("packets"), "letter.pdf")) {
      assertThat(PrintedLetters.of(file).smallest()).as("%s", file).isGreaterThanOrEqualTo(7.95);
    }
    for (Path file : files(run.resolve("packets"), "claim list.xlsx")) {
      assertThat(PrintedSheets.smallestLetters(file).values())
          .as("%s", file)
          .allMatch(points -> points >= 7.95);
    }
  }

  @Test
  void a_line_of_the_claim_list_is_one_page_wide() throws IOException {
    for (Path file : files(run.resolve("packets"), "claim list.xlsx")) {
      try (OpenedWorkbook book = new OpenedWorkbook(file)) {
        assertThat(book.pagesWide("Claims")).as("%s", file).isEqualTo(1);
      }
    }
  }

  @Test
  void every_amount_of_a_letter_is_in_the_tables() throws IOException {
    for (Path file : files(run.resolve("packets"), "letter.pdf")) {
      assertThat(dollars(pdf(file))).as(file.toString()).hasSizeGreaterThan(2).isSubsetOf(known());
    }
    for (Path file : files(run.resolve("packets"), "letter.docx")) {
      assertThat(dollars(word(file))).as(file.toString()).hasSizeGreaterThan(2).isSubsetOf(known());
    }
  }

  @Test
  void word_and_pdf_say_the_same_amounts() throws IOException {
    for (Path file : files(run.resolve("packets"), "letter.pdf")) {
      Path other = Path.of(file.toString().replace(".pdf", ".docx"));
      assertThat(dollars(pdf(file))).isEqualTo(dollars(word(other)));
    }
  }

  @Test
  void every_amount_of_a_list_is_in_the_tables() throws IOException {
    Set<String> known = known();
    for (Path file : files(run.resolve("packets"), "claim list.xlsx")) {
      try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
        Set<String> shown = new HashSet<>();
        book.getSheet("Claims").forEach(row -> row.forEach(cell -> money(cell, shown)));
        assertThat(shown).as(file.toString()).isNotEmpty().isSubsetOf(known);
      }
    }
  }

  private static void money(Cell cell, Set<String> shown) {
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    if (type == CellType.NUMERIC && cell.getCellStyle().getDataFormatString().startsWith("$")) {
      shown.add(Format.MONEY.display(BigDecimal.valueOf(cell.getNumericCellValue())));
    }
  }

  @Test
  void no_claim_is_in_two_letters() {
    assertThat(tables.rows("mart_packet_claim"))
        .extracting(row -> row.get("billing_npi") + " " + row.get("worklist_claim_key"))
        .doesNotHaveDuplicates();
    assertThat(tables.rows("mart_packet_line"))
        .extracting(row -> row.get("worklist_claim_key") + " " + row.get("packet_cause"))
        .doesNotContainNull();
    Map<String, Set<String>> causes =
        tables.rows("mart_packet_line").stream()
            .collect(
                Collectors.groupingBy(
                    row -> String.valueOf(row.get("worklist_claim_key")),
                    Collectors.mapping(
                        row -> String.valueOf(row.get("packet_cause")), Collectors.toSet())));
    assertThat(causes.values()).allSatisfy(of -> assertThat(of).hasSize(1));
  }

  @Test
  void no_line_is_past_its_window_and_none_is_without_a_price() {
    assertThat(tables.rows("mart_packet_line"))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.get("deadline_date")).isGreaterThanOrEqualTo(DAY);
              assertThat(row.get("expected_allowed_amount")).isNotEmpty();
              assertThat(
                      new BigDecimal(row.get("expected_allowed_amount"))
                          .subtract(new BigDecimal(row.get("allowed_amount"))))
                  .isEqualByComparingTo(row.get("disputed_amount"))
                  .isPositive();
            });
  }

  @Test
  void a_template_of_the_practice_is_filled_wherever_its_placeholders_stand() throws IOException {
    Path mine = folder.resolve("mine.docx");
    assertThat(packet("--write-template", mine).out()).contains("{{difference}}");
    Path edited = folder.resolve("edited.docx");
    try (XWPFDocument document = new XWPFDocument(Files.newInputStream(mine))) {
      // As Word cuts a paragraph: within the placeholder.
      XWPFRun run = document.createParagraph().createRun();
      run.setText("We ask for {{diff");
      document
          .getParagraphs()
          .get(document.getParagraphs().size() - 1)
          .createRun()
          .setText("erence}} again.");
      document.createTable(1, 1).getRow(0).getCell(0).setText("To {{payer}}");
      document.write(Files.newOutputStream(edited));
    }
    CommandRun made = packet("--payer", "Blue Harbor", "--template", edited);
    assertThat(made.code()).as(made.err()).isZero();
    Path other = folder(made);
    String first = tables.rows("mart_packet").get(0).get("disputed_amount");
    String said =
        "We ask for " + Format.MONEY.display(new BigDecimal(String.valueOf(first))) + " again.";
    assertThat(files(other.resolve("packets"), "letter.docx"))
        .anySatisfy(file -> assertThat(word(file)).contains(said, "To Blue Harbor"))
        .allSatisfy(file -> assertThat(word(file)).doesNotContain("{{"));
    assertThat(files(other.resolve("packets"), "letter.pdf"))
        .anySatisfy(file -> assertThat(pdf(file)).contains(said));
  }

  @Test
  void an_unknown_placeholder_is_named_before_the_work() throws IOException {
    Path wrong = folder.resolve("wrong.docx");
    try (XWPFDocument document = new XWPFDocument()) {
      document.createParagraph().createRun().setText("Dear {{pyer}}");
      document.write(Files.newOutputStream(wrong));
    }
    CommandRun made = packet("--payer", "Blue Harbor", "--template", wrong);
    assertThat(made.code()).isEqualTo(ExitCode.INPUT.code());
    assertThat(made.err())
        .contains("the placeholder {{pyer}} is not known. Did you mean payer? Known: ");
  }

  @Test
  void a_payer_that_is_not_known_is_answered_with_those_that_are() {
    CommandRun made = packet("--payer", "Blue Habor");
    assertThat(made.code()).isEqualTo(ExitCode.INPUT.code());
    assertThat(made.err()).contains("Known: Medicare, ");
  }

  @Test
  void one_cause_is_one_packet_with_the_same_claims() throws IOException {
    CSVRecord last = tables.rows("mart_packet").get(tables.rows("mart_packet").size() - 1);
    CommandRun made =
        packet("--payer", "Blue Harbor", "--cause", String.valueOf(last.get("packet_cause")));
    assertThat(made.code()).as(made.err()).isZero();
    Path other = folder(made);
    assertThat(PacketTables.read(other.resolve("tables")).rows("mart_packet"))
        .extracting(CSVRecord::toMap)
        .containsExactly(last.toMap());
  }

  @Test
  void a_cause_without_claims_publishes_nothing() {
    CommandRun made = packet("--payer", "Blue Harbor", "--cause", "No such cause");
    assertThat(made.code()).isEqualTo(ExitCode.INPUT.code());
    assertThat(made.err()).contains("Nothing can be sent to Blue Harbor").contains("--cause");
  }
}
