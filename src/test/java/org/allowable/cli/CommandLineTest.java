package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.allowable.model.Sha256;
import org.allowable.model.Table;
import org.allowable.model.Tables;
import org.allowable.model.Warehouse;
import org.allowable.report.CodeLabels;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * From the command line to the files on disk: a sample as Parquet, the same sample through X12, and
 * a report of each.
 */
@Tag("long")
class CommandLineTest {

  private static final String MONTH = "2026-09";
  private static final String NAME_OR_MEMBER = "NM1\\*(?:IL|QC)\\*1\\*([^*]+)\\*.*\\*MI\\*([^*~]+)";

  static final List<Table> TABLES =
      List.of(
          Warehouse.CLAIM_LINE,
          Warehouse.REMIT_LINE,
          Warehouse.PAYMENT,
          Warehouse.PROVIDER_ADJUSTMENT,
          Warehouse.INGESTED_FILE,
          Warehouse.TRANSACTION_EXCEPTION);

  // Names begin at the folder that was read.
  private static final Set<String> NAMING_FILES =
      Set.of("mart_input_file.csv", "mart_transaction_exception.csv");

  private static final String TEMPORARY = "java.io.tmpdir";
  private static final String USUAL_TEMPORARY = System.getProperty(TEMPORARY);

  @TempDir private static Path folder;

  private static Path sample = Path.of("");
  private static Path ingested = Path.of("");
  private static Path reports = Path.of("");
  private static Path run = Path.of("");
  private static Path ingestedRun = Path.of("");
  private static CommandRun first = new CommandRun(-1, "", "");
  private static CommandRun ingestion = new CommandRun(-1, "", "");
  private static @Nullable OpenedWorkbook opened;

  @BeforeAll
  static void run_every_command_once() throws IOException {
    System.setProperty(TEMPORARY, Files.createDirectory(folder.resolve("temporary")).toString());
    sample = folder.resolve("sample");
    ingested = folder.resolve("ingested");
    reports = folder.resolve("reports");
    CommandRun.of("sample", "--lines", 3000, "--seed", 5, "--months", 13, "--x12", "--out", sample);
    ingestion =
        CommandRun.of(
            "ingest",
            "--in",
            sample.resolve("x12"),
            "--warehouse",
            ingested,
            "--patient-key",
            sample.resolve("patient-key"));
    first = report(sample, reports);
    run = first.folder();
    opened = new OpenedWorkbook(RunFiles.workbook(run));
    ingestedRun = report(ingested, folder.resolve("ingested-reports")).folder();
  }

  @AfterAll
  static void give_the_temporary_folder_back() throws IOException {
    book().close();
    System.setProperty(TEMPORARY, USUAL_TEMPORARY);
  }

  private static OpenedWorkbook book() {
    return Objects.requireNonNull(opened);
  }

  private static CommandRun report(Path warehouse, Path out) {
    return CommandRun.of(
        "monthly-report",
        "--warehouse",
        warehouse,
        "--practice",
        sample.resolve("practice.yaml"),
        "--month",
        MONTH,
        "--out",
        out);
  }

  @Test
  void a_report_ends_with_0_and_says_where_the_workbook_is() {
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(Path.of(first.line())).isRegularFile();
  }

  @Test
  void the_sample_as_x12_is_ingested_without_a_quarantined_file() {
    assertThat(ingestion.code()).as(ingestion.out()).isZero();
  }

  @ParameterizedTest
  @FieldSource("TABLES")
  void x12_files_give_the_rows_that_the_sample_wrote_itself(Table table) throws IOException {
    Map<String, Integer> written = WarehouseContent.of(sample, table);
    Map<String, Integer> read = WarehouseContent.of(ingested, table);
    assertThat(written).isNotEmpty();
    assertThat(WarehouseContent.missing(written, read)).as("only in the sample").isEmpty();
    assertThat(WarehouseContent.missing(read, written)).as("only through X12").isEmpty();
  }

  @Test
  void x12_files_give_the_report_that_the_sample_gives() throws IOException {
    for (String table : tables(run)) {
      if (!NAMING_FILES.contains(table)) {
        assertThat(ingestedRun.resolve("tables").resolve(table))
            .hasSameTextualContentAs(run.resolve("tables").resolve(table));
      }
    }
  }

  @Test
  void both_reports_have_the_same_tables() throws IOException {
    assertThat(tables(ingestedRun)).isEqualTo(tables(run)).hasSize(51);
  }

  @Test
  void a_report_made_before_is_not_made_again() throws IOException {
    Map<String, String> before = content(reports);
    CommandRun again = report(sample, reports);
    assertThat(again.out()).startsWith("This report was made before").contains(first.line());
    assertThat(content(reports)).isEqualTo(before);
  }

  @Test
  void a_run_leaves_nothing_behind_but_its_folder_and_its_name() throws IOException {
    try (Stream<Path> entries = Files.list(reports)) {
      assertThat(entries)
          .containsExactlyInAnyOrder(run, reports.resolve("LATEST"), reports.resolve("index.html"));
    }
    assertThat(temporaryFiles()).isEmpty();
  }

  @Test
  void the_files_of_a_run_are_their_owners_alone() throws IOException {
    assertThat(permissions(run)).isEqualTo("rwx------");
    for (Path file : files(run)) {
      assertThat(permissions(file)).as(file.toString()).isEqualTo("rw-------");
    }
    assertThat(permissions(reports.resolve("index.html"))).isEqualTo("rw-------");
  }

  @Test
  void the_files_of_a_warehouse_are_their_owners_alone() throws IOException {
    assertThat(permissions(ingested)).isEqualTo("rwx------");
    for (Path file : files(ingested)) {
      assertThat(permissions(file)).as(file.toString()).isEqualTo("rw-------");
    }
  }

  @Test
  void the_manifest_lists_every_file_with_its_fingerprint() throws IOException {
    Map<String, String> listed = new TreeMap<>();
    JsonNode manifest = new ObjectMapper().readTree(run.resolve("manifest.json").toFile());
    for (JsonNode output : manifest.get("outputs")) {
      listed.put(output.get("path").asText(), output.get("sha256").asText());
    }
    Map<String, String> found = content(run);
    found.remove("manifest.json");
    assertThat(listed).isEqualTo(found);
  }

  @Test
  void the_manifest_names_no_claim_and_no_patient() throws IOException {
    String manifest = Files.readString(run.resolve("manifest.json"));
    assertThat(words(manifest)).doesNotContainAnyElementsOf(patients());
    assertThat(words(manifest))
        .doesNotContainAnyElementsOf(
            WarehouseContent.values(sample, Warehouse.CLAIM_LINE, "claim_id"));
  }

  @Test
  void the_tables_of_a_report_name_no_patient() throws IOException {
    Set<String> patients = patients();
    assertThat(patients).hasSizeGreaterThan(100);
    for (Path table : files(run.resolve("tables"))) {
      assertThat(words(Files.readString(table)))
          .as(table.toString())
          .doesNotContainAnyElementsOf(patients);
    }
  }

  @Test
  void the_workbook_begins_with_the_summary_and_ends_with_explanation_and_charts_numbers()
      throws IOException {
    assertThat(book().sheets())
        .containsExactly(
            "Summary",
            "Charts",
            "Recovered",
            "Measures",
            "Measure detail",
            "AR aging",
            "Unanswered",
            "Unanswered claims",
            "Credit balances",
            "Setting and payer",
            "Payers",
            "Medicare",
            "Sunrise Medicare Advantage",
            "Harbor Workers Compensation",
            "Pinnacle Health",
            "Blue Harbor",
            "CPT summary",
            "Underpaid lines",
            "Pricing detail",
            "Causes",
            "Cause lines",
            "Policy changes",
            "Shortfall patterns",
            "Rank after denial",
            "Denials by physician",
            "Denials by reason",
            "Denied lines",
            "Appeal worklist",
            "Work RVU",
            "Month to month",
            "Bridge detail",
            "Trend",
            "Payments",
            "Payment lines",
            "Not compared",
            "Not compared lines",
            "Not matched",
            "Provider adjustments",
            "Control totals",
            "Files",
            "Data quality",
            "How to read",
            "Chart data");
  }

  @Test
  void a_measure_that_is_not_known_says_why() throws IOException {
    assertThat(book().rowBegunBy("Measures", "Clean claim rate"))
        .contains("Needs the clearinghouse's edits");
  }

  @Test
  void each_measure_has_its_formula_and_source() throws IOException {
    for (CSVRecord measure : Tables.rows("labels.csv")) {
      if (measure.get("column").equals("measure")) {
        assertThat(book().rowBegunBy("How to read", measure.get("label")))
            .hasSize(3)
            .allMatch(cell -> !cell.isBlank());
      }
    }
  }

  @Test
  void the_summary_leads_to_the_underpaid_lines() throws IOException {
    assertThat(book().target("Summary", "Underpaid")).isEqualTo("Underpaid lines");
  }

  @Test
  void the_summary_states_what_the_underpaid_lines_add_up_to() throws IOException {
    assertThat(book().figure("Summary", "Underpaid"))
        .isPositive()
        .isEqualTo(sum("mart_underpaid_line", "shortfall_amount", any -> true));
  }

  @ParameterizedTest
  @CsvSource({
    "Lines, line_count",
    "Compared lines, compared_line_count",
    "Expected allowed, expected_allowed_amount",
    "Allowed, allowed_amount",
    "Paid, paid_amount",
    "Charges not compared, unjudged_charge_amount",
    "Open charges, open_charge_amount"
  })
  void the_workbook_totals_what_the_csv_holds(String header, String column) throws IOException {
    assertThat(book().total("Setting and payer", header))
        .isPositive()
        .isEqualTo(sum("mart_variance", column, row -> row.get("report_month").equals(MONTH)));
  }

  @Test
  void no_cell_shows_a_code_that_has_words() throws IOException {
    assertThat(book().texts())
        .contains("Loaded with a warning")
        .filteredOn(text -> text.matches("[A-Z]+(_[A-Z]+)*") && text.length() > 4)
        .allMatch(text -> CodeLabels.of(text).equals(text));
  }

  private static BigDecimal sum(String table, String column, Predicate<CSVRecord> of)
      throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser rows =
        format.parse(Files.newBufferedReader(run.resolve("tables").resolve(table + ".csv")))) {
      return rows.stream()
          .filter(of)
          .map(row -> row.get(column))
          .filter(value -> !value.isEmpty())
          .map(BigDecimal::new)
          .reduce(BigDecimal.ZERO, BigDecimal::add)
          .setScale(2, RoundingMode.UNNECESSARY);
    }
  }

  @Test
  void prices_go_from_file_to_file() throws IOException {
    Path out = folder.resolve("prices.csv");
    CommandRun priced = CommandRun.of("price", "--in", requests(), "--out", out);
    assertThat(priced.code()).as(priced.err()).isZero();
    assertPriced(Files.readString(out));
  }

  @Test
  void prices_go_through_a_pipe_and_the_process_leaves_nothing_behind() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("process"));
    Path logs = Files.createDirectory(folder.resolve("logs"));
    CommandRun piped =
        CommandRun.inProcess(temporary, requests(), logs, "price", "--in", "-", "--out", "-");
    assertThat(piped.code()).as(piped.err()).isZero();
    assertPriced(piped.out());
    assertThat(temporary).isEmptyDirectory();
  }

  private static Path requests() throws IOException {
    return Files.writeString(
        folder.resolve("requests.csv"),
        """
        hcpcs_code,hcpcs_modifier_1,hcpcs_modifier_2,hcpcs_modifier_3,hcpcs_modifier_4,place_of_service_code,service_date,carrier,locality,units,charge_amount
        62323,,,,,11,2025-03-14,12402,01,1,900.00
        99999,,,,,11,2025-03-14,12402,01,1,100.00
        """);
  }

  private static void assertPriced(String csv) {
    assertThat(csv.lines().toList())
        .hasSize(3)
        .satisfies(lines -> assertThat(lines.get(1)).contains("900.00,PRICED,282.20,"))
        .satisfies(lines -> assertThat(lines.get(2)).contains("100.00,NOT_IN_EXTRACT,,"));
  }

  private static Set<String> tables(Path directory) throws IOException {
    Set<String> names = new TreeSet<>();
    files(directory.resolve("tables")).forEach(file -> names.add(file.getFileName().toString()));
    return names;
  }

  // Names in their file's letters, and member numbers, of everybody in the X12 files.
  private static Set<String> patients() throws IOException {
    Set<String> found = new TreeSet<>();
    Pattern person = Pattern.compile(NAME_OR_MEMBER);
    for (Path file : files(sample.resolve("x12"))) {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      person
          .matcher(text.replace("~", "~\n"))
          .results()
          .forEach(m -> found.addAll(Set.of(m.group(1), m.group(2))));
    }
    return found;
  }

  private static Set<String> words(String text) {
    return new TreeSet<>(List.of(text.split("[^A-Za-z0-9-]+", -1)));
  }

  private static Map<String, String> content(Path directory) throws IOException {
    Map<String, String> content = new TreeMap<>();
    for (Path file : files(directory)) {
      content.put(directory.relativize(file).toString(), Sha256.of(file));
    }
    return content;
  }

  // What unpacks itself once for the whole process is not a run's.
  private static List<Path> temporaryFiles() throws IOException {
    return files(folder.resolve("temporary")).stream()
        .filter(file -> !file.toString().contains(".so"))
        .toList();
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
