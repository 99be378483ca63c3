package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.allowable.report.scorecard.ScorecardReport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The scorecards of a month beside the monthly report of the same month, and what they tell. */
@Tag("long")
class ScorecardCommandTest {

  private static final String GRAY = "FF6B7280";
  private static final Pattern PERCENT = Pattern.compile("\\d+\\.\\d%");

  private static Path run = Path.of("");
  private static Path monthly = Path.of("");
  private static final Map<String, String> PAPER = new TreeMap<>();
  private static final Map<String, Integer> PAGES = new TreeMap<>();

  @BeforeAll
  static void report() throws IOException {
    monthly = SampleReports.monthly();
    run = SampleReports.scorecard();
    for (String payer : payers()) {
      try (PDDocument page = Loader.loadPDF(file(payer, "pdf").toFile())) {
        PAGES.put(payer, page.getNumberOfPages());
        PAPER.put(payer, new PDFTextStripper().getText(page).replaceAll("\\s+", " "));
      }
    }
  }

  private static Path file(String payer, String ending) {
    return run.resolve(ScorecardReport.SCORECARDS)
        .resolve("Example Pain Practice 2026-09 scorecard %s.%s".formatted(payer, ending));
  }

  private static List<CSVRecord> rows(Path of, String mart) throws IOException {
    try (CSVParser parser =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(Files.newBufferedReader(of.resolve("tables").resolve(mart + ".csv")))) {
      return parser.getRecords();
    }
  }

  private static List<String> payers() throws IOException {
    List<String> payers = new ArrayList<>();
    for (CSVRecord row : rows(run, "mart_scorecard")) {
      if (!row.get("page_number").isEmpty()) {
        payers.add(row.get("payer"));
      }
    }
    assertThat(payers).hasSizeGreaterThan(4);
    return payers;
  }

  private static BigDecimal number(CSVRecord row, String column) {
    return row.get(column).isEmpty() ? BigDecimal.ZERO : new BigDecimal(row.get(column));
  }

  private static BigDecimal sum(String column) throws IOException {
    return rows(run, "mart_scorecard").stream()
        .map(row -> number(row, column))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static XSSFWorkbook book(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new XSSFWorkbook(in);
    }
  }

  private static List<String> texts(XSSFWorkbook book) {
    DataFormatter words = new DataFormatter();
    List<String> texts = new ArrayList<>();
    book.forEach(
        sheet ->
            sheet.forEach(
                row -> row.forEach(cell -> texts.add(words.formatCellValue(cell).strip()))));
    return texts;
  }

  @Test
  void each_payer_has_one_page_of_paper() {
    assertThat(PAGES).hasSizeGreaterThan(4).allSatisfy((payer, pages) -> assertThat(pages).isOne());
  }

  @Test
  void each_payers_sheet_prints_on_one_page() throws IOException {
    for (String payer : payers()) {
      XSSFSheet sheet = Objects.requireNonNull(book(file(payer, "xlsx")).getSheet("Scorecard"));
      assertThat(sheet.getFitToPage()).isTrue();
      assertThat(sheet.getPrintSetup().getFitHeight()).isEqualTo((short) 1);
      assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
      assertThat(sheet.getRowBreaks()).isEmpty();
    }
  }

  @Test
  void a_payers_files_name_no_other_payer() throws IOException {
    for (String payer : payers()) {
      String all = PAPER.get(payer) + String.join("\n", texts(book(file(payer, "xlsx"))));
      for (String other : payers()) {
        if (!payer.contains(other)) {
          assertThat(all).as(payer).doesNotContain(other);
        }
      }
      assertThat(all).contains(payer);
    }
  }

  // Every claim, physician and NPI that the monthly report names.
  private static Set<String> identifiers() throws IOException {
    Set<String> found = new HashSet<>();
    try (Stream<Path> tables = Files.list(monthly.resolve("tables"))) {
      for (Path table : tables.toList()) {
        String name = String.valueOf(table.getFileName()).replace(".csv", "");
        for (CSVRecord row : rows(monthly, name)) {
          for (String column :
              List.of("claim_id", "payer_claim_control_number", "physician", "rendering_npi")) {
            if (row.isMapped(column) && !row.get(column).isBlank()) {
              found.add(row.get(column));
            }
          }
        }
      }
    }
    assertThat(found).hasSizeGreaterThan(1000);
    return found;
  }

  @Test
  void no_file_of_the_run_names_a_claim_or_a_physician() throws IOException {
    Set<String> identifiers = identifiers();
    List<Path> files;
    try (Stream<Path> all = Files.walk(run)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    assertThat(files).hasSizeGreaterThan(15);
    Set<String> words = new HashSet<>();
    for (Path file : files) {
      String name = file.toString();
      if (name.endsWith(".xlsx")) {
        words.addAll(texts(book(file)));
      } else if (name.endsWith(".csv")) {
        words.addAll(List.of(Files.readString(file, StandardCharsets.UTF_8).split("[,\n\"]")));
      }
    }
    PAPER.values().forEach(text -> words.addAll(List.of(text.split("\\s+"))));
    assertThat(words).hasSizeGreaterThan(300).doesNotContainAnyElementsOf(identifiers);
    String paper = String.join("\n", PAPER.values());
    assertThat(identifiers.stream().filter(one -> one.length() > 7 && paper.contains(one)))
        .isEmpty();
  }

  @Test
  void a_payers_numbers_are_those_of_the_monthly_reports_sheet_payers() throws IOException {
    Map<String, CSVRecord> cards = new TreeMap<>();
    rows(run, "mart_scorecard").forEach(row -> cards.put(row.get("payer"), row));
    int compared = 0;
    for (CSVRecord month : rows(monthly, "mart_payer_month")) {
      CSVRecord card = cards.get(month.get("payer"));
      if (card == null) {
        continue;
      }
      for (String column :
          List.of(
              "line_count",
              "charge_amount",
              "compared_line_count",
              "expected_allowed_amount",
              "allowed_amount",
              "underpaid_line_count",
              "underpaid_amount",
              "first_answered_line_count",
              "initially_denied_line_count")) {
        assertThat(number(card, column))
            .as("%s %s", month.get("payer"), column)
            .isEqualByComparingTo(number(month, column));
      }
      if (!card.get("median_day_count").isEmpty()) {
        assertThat(card.get("median_day_count")).isEqualTo(month.get("median_day_count"));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(4);
  }

  @Test
  void all_payers_together_are_the_monthly_reports_measures() throws IOException {
    Map<String, CSVRecord> measures = new TreeMap<>();
    rows(monthly, "mart_measure").forEach(row -> measures.put(row.get("measure"), row));
    Map<String, String> numerators =
        Map.of(
            "FIRST_PASS_YIELD", "first_pass_line_count",
            "INITIAL_DENIAL_RATE", "initially_denied_line_count",
            "FINAL_DENIAL_RATE", "finally_denied_line_count");
    for (Map.Entry<String, String> one : numerators.entrySet()) {
      assertThat(sum(one.getValue()))
          .as(one.getKey())
          .isPositive()
          .isEqualByComparingTo(
              number(Objects.requireNonNull(measures.get(one.getKey())), "numerator"));
    }
    assertThat(sum("first_paid_line_count"))
        .isEqualByComparingTo(
            number(
                Objects.requireNonNull(measures.get("MEDIAN_DAYS_TO_PAY")), "measured_line_count"));
  }

  @Test
  void paper_and_workbook_say_the_same_percents() throws IOException {
    int compared = 0;
    for (String payer : payers()) {
      Set<String> shown = new HashSet<>(texts(book(file(payer, "xlsx"))));
      Matcher percents =
          PERCENT.matcher(
              String.valueOf(PAPER.get(payer)).replaceAll("Year before: \\d+\\.\\d%", ""));
      while (percents.find()) {
        assertThat(shown).as(payer).contains(percents.group());
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(60);
  }

  private static String color(Cell cell) {
    var color = ((XSSFCell) cell).getCellStyle().getFont().getXSSFColor();
    return color == null ? "" : color.getARGBHex();
  }

  // The cells of a payer's sheet by the measure that begins their row.
  private static List<Cell> cells(String payer, String measure) throws IOException {
    List<Cell> cells = new ArrayList<>();
    for (var row : book(file(payer, "xlsx")).getSheet("Scorecard")) {
      if (row.getCell(0) != null && measure.equals(row.getCell(0).toString())) {
        row.forEach(cells::add);
      }
    }
    return cells;
  }

  @Test
  void what_is_too_few_is_said_and_gray_and_what_is_few_is_gray() throws IOException {
    Map<String, Integer> seen = new TreeMap<>();
    for (CSVRecord row : rows(run, "mart_payer_scorecard")) {
      if (row.get("measure").equals("OVERTURN_RATE")) {
        List<Cell> cells = cells(row.get("payer"), "Overturn rate");
        if (cells.size() < 8) {
          continue;
        }
        String few = row.get("few_lines");
        seen.merge(few, 1, Integer::sum);
        assertThat(color(cells.get(2)).equals(GRAY)).isEqualTo(!few.equals("ENOUGH"));
        assertThat(cells.get(2).toString().equals("too few")).isEqualTo(few.equals("TOO_FEW"));
        String before = row.get("twelve_month_few_lines");
        seen.merge(before, 1, Integer::sum);
        assertThat(color(cells.get(5)).equals(GRAY)).isEqualTo(!before.equals("ENOUGH"));
      }
    }
    assertThat(seen).containsKeys("TOO_FEW", "FEW", "ENOUGH");
  }

  @Test
  void a_payer_without_a_rule_is_told_of_no_interest() {
    assertThat(PAPER.get("Medicare"))
        .contains("no rule was entered")
        .doesNotContain("Example rule");
    assertThat(PAPER.get("Blue Harbor")).contains("Example rule").contains("30 days from receipt");
  }

  @Test
  void a_payers_page_says_what_interest_it_paid_and_what_is_still_due() throws IOException {
    int compared = 0;
    for (CSVRecord row : rows(run, "mart_scorecard")) {
      if (row.get("page_number").isEmpty() || row.get("interest_still_due_amount").isEmpty()) {
        continue;
      }
      String payer = row.get("payer");
      for (String name : List.of("paid", "still due")) {
        List<Cell> cells = cells(payer, "Interest " + name);
        assertThat(cells).as(payer).hasSizeGreaterThan(4);
        BigDecimal shown = BigDecimal.valueOf(cells.get(4).getNumericCellValue());
        BigDecimal told = number(row, "interest_%s_amount".formatted(name.replace(' ', '_')));
        assertThat(shown).as("%s %s", payer, name).isEqualByComparingTo(told);
        assertThat(PAPER.get(payer)).contains("Interest " + name);
        compared += told.signum();
      }
    }
    assertThat(compared).isGreaterThan(2);
  }

  @Test
  void a_payer_without_an_expected_rate_is_told_of_no_yield() {
    assertThat(PAPER.get("Keystone Mutual"))
        .contains("no expected rate is known")
        .doesNotContain("Allowed share");
  }

  @Test
  void a_time_without_lines_is_refused_and_nothing_is_published() {
    CommandRun refused =
        CommandRun.of(
            "scorecard",
            "--engine",
            "embedded",
            "--warehouse",
            String.valueOf(run.resolve("../../warehouse").normalize()),
            "--month",
            "2019-01",
            "--out",
            String.valueOf(run.resolve("../refused").normalize()));
    assertThat(refused.code()).isEqualTo(ExitCode.INPUT.code());
    assertThat(refused.err()).contains("No payer of the practice file has 11 lines", "2019-01");
  }
}
