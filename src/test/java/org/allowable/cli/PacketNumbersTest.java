package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One run of the command: every number in a packet stands in its tables, and nobody else does. */
@Tag("long")
class PacketNumbersTest {

  private static final String TEMPORARY = "java.io.tmpdir";
  private static final String USUAL_TEMPORARY = System.getProperty(TEMPORARY);

  @TempDir private static Path folder;

  private static Path sample = Path.of("");
  private static Path reference = Path.of("");
  private static Path run = Path.of("");
  private static CommandRun first = new CommandRun(-1, "", "");
  private static PacketTables tables = PacketTables.NONE;

  @BeforeAll
  static void run_the_command_once() throws IOException {
    System.setProperty(TEMPORARY, Files.createDirectory(folder.resolve("temporary")).toString());
    sample = folder.resolve("sample");
    CommandRun.of("sample", "--lines", 4000, "--seed", 3, "--months", 13, "--out", sample);
    Files.writeString(
        folder.resolve("notes.csv"),
        "note_id,claim_id,service_date,approach,levels\n1,%s,interlaminar,C5-C6\n"
            .formatted(sessionOfTheQuarter()));
    reference = OwnGroups.writeTo(folder.resolve("reference"));
    first = review();
    run = first.folder();
    tables = PacketTables.read(run.resolve("tables"));
  }

  @AfterAll
  static void give_the_temporary_folder_back() {
    System.setProperty(TEMPORARY, USUAL_TEMPORARY);
  }

  // Claim and day, as a note begins.
  private static String sessionOfTheQuarter() throws IOException {
    try (Stream<String> sessions = Files.lines(sample.resolve("truth/session.csv"))) {
      return sessions
          .map(line -> line.split(",", -1))
          .filter(cells -> cells[4].startsWith("2026-07") && cells[6].equals("yes"))
          .map(cells -> cells[0] + "," + cells[4])
          .findFirst()
          .orElseThrow();
    }
  }

  private static CommandRun review() {
    return CommandRun.of(
        "retraining-review",
        "--quarter",
        "2026Q3",
        "--notes",
        folder.resolve("notes.csv"),
        "--reference",
        reference,
        "--warehouse",
        sample,
        "--out",
        folder.resolve("reports"));
  }

  @Test
  void a_review_ends_with_0_and_says_where_the_workbook_is() {
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(Path.of(first.line()))
        .isRegularFile()
        .hasFileName("Example Pain Practice 2026Q3 retraining review.xlsx");
  }

  @Test
  void the_same_review_again_says_that_it_was_made() {
    CommandRun again = review();
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.out()).contains("made before", run.toString());
  }

  @Test
  void notes_are_held_against_the_codes() throws IOException {
    assertThat(tables.rows("mart_coding_coverage"))
        .anySatisfy(
            row -> {
              assertThat(row.get("coding_check")).isEqualTo("note");
              assertThat(row.get("outcome")).isEqualTo("CHECKED");
            });
    assertThat(run.resolve("manifest.json")).content().contains("procedure notes");
  }

  @Test
  void each_physician_has_a_folder_of_letters_with_two_files() throws IOException {
    assertThat(packets()).hasSize(tables.labels().size()).isNotEmpty();
    for (Path packet : packets()) {
      assertThat(packet.getFileName().toString()).matches("physician-[a-z]+");
      String name =
          "Example Pain Practice 2026Q3 retraining packet "
              + packet.getFileName().toString().replace("physician-", "Physician ");
      assertThat(names(packet))
          .allMatch(file -> file.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT)))
          .hasSize(2);
    }
  }

  @Test
  void folders_of_packets_are_the_users_alone() throws IOException {
    for (Path path : everything(run)) {
      String wanted = Files.isDirectory(path) && isPacket(path) ? "rwx------" : "rw-------";
      if (isPacket(path) || Files.isRegularFile(path)) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
            .as(run.relativize(path).toString())
            .isEqualTo(wanted);
      }
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(run)))
        .isEqualTo("rwx------");
  }

  private static boolean isPacket(Path path) {
    return path.startsWith(run.resolve("packets"));
  }

  @Test
  void every_packet_has_two_pages() throws IOException {
    for (Path packet : packets()) {
      try (PDDocument document = Loader.loadPDF(RunFiles.only(packet, "pdf").toFile())) {
        assertThat(document.getNumberOfPages()).as(packet.toString()).isEqualTo(2);
      }
    }
  }

  @Test
  void a_packet_says_what_the_rule_of_each_of_its_patterns_says() throws IOException {
    for (Path packet : packets()) {
      String text = text(packet).replaceAll("\\s+", " ");
      assertThat(tables.rules(npi(packet))).isNotEmpty().allMatch(text::contains);
    }
  }

  @Test
  void every_number_in_a_packet_as_pdf_stands_in_the_tables() throws IOException {
    for (Path packet : packets()) {
      Set<String> known = tables.written(npi(packet), runId());
      List<String> numbers = PacketTables.numbers(text(packet));
      assertThat(numbers).hasSizeGreaterThan(40);
      assertThat(new TreeSet<>(numbers)).as(packet.toString()).isSubsetOf(known);
    }
  }

  @Test
  void every_number_in_a_packet_as_workbook_stands_in_the_tables() throws IOException {
    for (Path packet : packets()) {
      Set<String> known = tables.written(npi(packet), runId());
      Set<BigDecimal> plain = tables.plain(npi(packet));
      for (Cell cell : cells(RunFiles.workbook(packet))) {
        if (cell.getCellType() == CellType.STRING) {
          assertThat(PacketTables.numbers(cell.getStringCellValue()))
              .as(packet + " " + cell.getAddress())
              .isSubsetOf(known);
        } else if (cell.getCellType() == CellType.NUMERIC && !DateUtil.isCellDateFormatted(cell)) {
          assertThat(PacketTables.normal(BigDecimal.valueOf(cell.getNumericCellValue())))
              .as(packet + " " + cell.getAddress())
              .isIn(plain);
        } else {
          assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
        }
      }
    }
  }

  @Test
  void a_packet_is_of_one_physician_and_of_nobody_else() throws IOException {
    for (Path packet : packets()) {
      String own = tables.name(npi(packet));
      String text = text(packet) + strings(RunFiles.workbook(packet));
      assertThat(text).contains(own);
      for (CSVRecord other : tables.physicians()) {
        assertThat(text).doesNotContain(other.get("rendering_npi"));
        if (!other.get("physician").equals(own)) {
          assertThat(text).doesNotContain(other.get("physician"));
        }
      }
    }
  }

  @Test
  void no_file_of_a_packet_names_another_in_its_parts() throws IOException {
    for (Path packet : packets()) {
      String parts = parts(RunFiles.workbook(packet), "");
      for (CSVRecord other : tables.physicians()) {
        assertThat(parts).doesNotContain(other.get("rendering_npi"));
        if (!other.get("physician").equals(tables.name(npi(packet)))) {
          assertThat(parts).doesNotContain(other.get("physician"));
        }
      }
    }
  }

  @Test
  void the_committee_reads_no_name() throws IOException {
    Path workbook = RunFiles.workbook(run.resolve("committee"));
    StringBuilder text = new StringBuilder(parts(workbook, "xl/drawings/"));
    try (XSSFWorkbook book = open(workbook)) {
      book.forEach(
          sheet -> sheet.forEach(row -> row.forEach(cell -> text.append(cell).append('\n'))));
    }
    assertThat(text).contains("Physician A");
    for (CSVRecord physician : tables.physicians()) {
      assertThat(text)
          .doesNotContain(physician.get("rendering_npi"))
          .doesNotContain(physician.get("physician"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {OwnGroups.RENAMED, OwnGroups.ADDED})
  void every_table_of_the_review_has_each_of_its_denials_once(String group) throws IOException {
    long chains =
        OwnGroups.count(run, "mart_denied_chain", row -> row.get("denial_group").equals(group));
    assertThat(chains).isPositive();
    assertThat(OwnGroups.sum(run, "mart_denial_group", "line_count", group)).isEqualTo(chains);
    assertThat(
            OwnGroups.sum(run, "mart_denial_pattern", "line_count", group)
                + OwnGroups.sum(run, "mart_other_owner_denial", "line_count", group))
        .isEqualTo(chains);
    assertThat(
            OwnGroups.table(run, "mart_denial_metric").stream()
                .filter(row -> row.get("metric").equals("open_denial_rate"))
                .filter(row -> row.get("level").equals("lines"))
                .filter(row -> row.get("dimension").equals("denial_group"))
                .filter(row -> row.get("member").equals(group))
                .filter(row -> row.get("month").equals("period"))
                .map(row -> new BigDecimal(row.get("denominator")).longValueExact()))
        .containsExactly(
            OwnGroups.count(
                run,
                "mart_denied_chain",
                row ->
                    row.get("denial_group").equals(group)
                        && row.get("denial_kind").equals("denied")));
  }

  private static String runId() {
    String name = run.getFileName().toString();
    return name.substring(name.lastIndexOf('-') + 1);
  }

  private static String npi(Path packet) {
    return Objects.requireNonNull(tables.labels().get(packet.getFileName().toString()));
  }

  private static List<Path> packets() throws IOException {
    try (Stream<Path> packets = Files.list(run.resolve("packets"))) {
      return packets.sorted().toList();
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static List<Path> everything(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList();
    }
  }

  private static String text(Path packet) throws IOException {
    try (PDDocument document = Loader.loadPDF(RunFiles.only(packet, "pdf").toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static XSSFWorkbook open(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return new XSSFWorkbook(in);
    }
  }

  private static List<Cell> cells(Path file) throws IOException {
    List<Cell> cells = new ArrayList<>();
    try (XSSFWorkbook book = open(file)) {
      book.forEach(sheet -> sheet.forEach(row -> row.forEach(cells::add)));
    }
    return cells;
  }

  private static String strings(Path file) throws IOException {
    return cells(file).stream().map(Cell::toString).collect(Collectors.joining("\n"));
  }

  private static String parts(Path file, String under) throws IOException {
    StringBuilder text = new StringBuilder();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().startsWith(under) && entry.getName().endsWith(".xml")) {
          text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return text.toString();
  }
}
