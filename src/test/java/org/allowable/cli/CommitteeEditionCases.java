package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whether the files that a committee gets say whose a letter is. All people are invented. */
@Tag("long")
class CommitteeEditionCases {

  private static final Pattern LETTER = Pattern.compile("Physician [A-Z]\\b");
  private static final Pattern PATIENT = Pattern.compile("Patient \\d");
  private static final Pattern NOT_BREAKING = Pattern.compile("[\\p{Alnum}_-]+");

  private static Path run = Path.of("");
  private static PacketTables tables = PacketTables.NONE;
  private static Set<String> committee = Set.of();

  @BeforeAll
  static void review() throws IOException {
    run = SampleReports.review();
    tables = PacketTables.read(run.resolve("tables"));
    committee = words(run.resolve("committee"));
  }

  // Every word of every file, of cells and of the file itself.
  private static Set<String> words(Path of) throws IOException {
    Set<String> words = new LinkedHashSet<>();
    for (Path file : files(of)) {
      String text =
          file.toString().endsWith(".xlsx")
              ? cells(file)
              : Files.readString(file, StandardCharsets.ISO_8859_1);
      Matcher word = NOT_BREAKING.matcher(file.getFileName() + " " + text);
      while (word.find()) {
        words.add(word.group());
      }
    }
    return words;
  }

  private static List<Path> files(Path of) throws IOException {
    try (Stream<Path> files = Files.walk(of)) {
      return files.filter(Files::isRegularFile).sorted(Comparator.naturalOrder()).toList();
    }
  }

  private static String cells(Path workbook) throws IOException {
    StringBuilder text = new StringBuilder();
    DataFormatter shown = new DataFormatter();
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(workbook))) {
      book.sheetIterator()
          .forEachRemaining(
              sheet -> {
                text.append(sheet.getSheetName()).append('\n');
                sheet.forEach(
                    row ->
                        row.forEach(cell -> text.append(shown.formatCellValue(cell)).append('\n')));
                sheet
                    .getCellComments()
                    .values()
                    .forEach(comment -> text.append(comment.getString()).append('\n'));
              });
    }
    return text.toString();
  }

  private static Set<String> values(String mart, String column) {
    Set<String> values =
        tables.rows(mart).stream()
            .map((CSVRecord row) -> row.get(column))
            .filter(value -> !value.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(values).as(mart + "." + column).isNotEmpty();
    return values;
  }

  private static void holdsNone(Set<String> identifiers) {
    for (String identifier : identifiers) {
      assertThat(committee).doesNotContain(identifier);
    }
  }

  @Test
  void no_file_of_the_committee_has_a_last_name() {
    Set<String> lastNames = new TreeSet<>();
    values("mart_physician_rate", "physician")
        .forEach(name -> lastNames.add(name.substring(name.lastIndexOf(' ') + 1)));
    holdsNone(lastNames);
  }

  @Test
  void no_file_of_the_committee_has_an_npi() {
    holdsNone(values("physician_label", "rendering_npi"));
  }

  @Test
  void no_file_of_the_committee_has_a_claim_number() {
    holdsNone(values("mart_denied_chain", "claim_id"));
    holdsNone(values("mart_denial_work", "claim_id"));
  }

  @Test
  void no_file_of_the_committee_has_a_patient() {
    assertThat(cells("")).containsPattern(PATIENT);
    assertThat(cells("committee")).doesNotContainPattern(PATIENT);
  }

  @Test
  void the_committee_reads_letters() {
    assertThat(cells("committee")).containsPattern(LETTER);
  }

  @Test
  void the_director_reads_names_and_no_letters() {
    assertThat(cells(""))
        .contains(values("mart_physician_rate", "physician"))
        .doesNotContainPattern(LETTER);
  }

  private static String cells(String in) {
    try {
      return cells(RunFiles.workbook(run.resolve(in)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void nobody_else_may_open_the_folder_of_the_committee() throws IOException {
    assertThat(Files.getPosixFilePermissions(run.resolve("committee")))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void letters_stand_in_an_order_that_names_do_not_have() {
    List<String> byLetter =
        tables.rows("physician_label").stream().map(row -> row.get("rendering_npi")).toList();
    assertThat(byLetter).isNotEqualTo(byLetter.stream().sorted().toList());
  }
}
