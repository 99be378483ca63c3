package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The payers' pages and the codes of a month beside the lines on the report's other sheets. */
@Tag("long")
class PayerPagesCases {

  private static final BigDecimal MOST_OF_ALL = new BigDecimal("0.90");
  private static final int ROWS = 4;
  // A landscape letter page less its margins and footer; body type of 11 points shrunk to 8.
  private static final double WIDTH = 720 * 11 / 8.0;
  private static final double HEIGHT = 522 * 11 / 8.0;

  private static Path run = Path.of("");
  private static XSSFWorkbook book = new XSSFWorkbook();

  @BeforeAll
  static void report() throws IOException {
    run = SampleReports.monthly();
    try (InputStream in = Files.newInputStream(RunFiles.workbook(run))) {
      book = new XSSFWorkbook(in);
    }
  }

  private static List<CSVRecord> rows(String mart) throws IOException {
    try (CSVParser parser =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(Files.newBufferedReader(run.resolve("tables").resolve(mart + ".csv")))) {
      return parser.getRecords();
    }
  }

  private static List<CSVRecord> rows(String mart, Predicate<CSVRecord> which) throws IOException {
    return rows(mart).stream().filter(which).toList();
  }

  private static BigDecimal number(CSVRecord row, String column) {
    return row.get(column).isEmpty() ? BigDecimal.ZERO : new BigDecimal(row.get(column));
  }

  private static BigDecimal sum(List<CSVRecord> rows, String column) {
    return rows.stream().map(row -> number(row, column)).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Map<String, BigDecimal> sums(List<CSVRecord> rows, String by, String column) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    rows.forEach(row -> sums.merge(row.get(by), number(row, column), BigDecimal::add));
    return sums;
  }

  private static CSVRecord trend(String month) throws IOException {
    return rows("mart_trend", row -> row.get("report_month").equals(month)).get(0);
  }

  private static List<CSVRecord> paged() throws IOException {
    List<CSVRecord> paged =
        rows("mart_payer_month", row -> !row.get("page_number").isEmpty()).stream()
            .sorted(Comparator.comparing(row -> number(row, "page_number")))
            .toList();
    assertThat(paged).hasSizeGreaterThan(2);
    return paged;
  }

  private static XSSFSheet page(CSVRecord payer) {
    return Objects.requireNonNull(book.getSheet(payer.get("payer")), payer.get("payer"));
  }

  /** The rows under the heading that begins so, as they show; empty cells left out at the end. */
  private static List<List<String>> table(XSSFSheet sheet, String heading) {
    DataFormatter words = new DataFormatter();
    List<List<String>> rows = new ArrayList<>();
    boolean isIn = false;
    for (Row row : sheet) {
      List<String> texts = new ArrayList<>();
      for (Cell cell : row) {
        texts.add(words.formatCellValue(cell));
      }
      if (isIn && texts.stream().allMatch(String::isEmpty)) {
        break;
      }
      if (isIn) {
        rows.add(texts);
      }
      isIn = isIn || (!texts.isEmpty() && texts.get(0).startsWith(heading));
    }
    assertThat(rows).as(heading).isNotEmpty();
    return rows.subList(1, rows.size());
  }

  private static List<String> column(XSSFSheet sheet, String heading, int place) {
    return table(sheet, heading).stream()
        .filter(row -> !row.get(0).equals("None"))
        .map(row -> row.get(place))
        .toList();
  }

  private static String dollars(BigDecimal amount) {
    return "$%,.0f".formatted(amount.setScale(0, RoundingMode.HALF_UP));
  }

  private static String money(BigDecimal amount) {
    return "$%,.2f".formatted(amount);
  }

  private static List<CSVRecord> largest(List<CSVRecord> rows, String column) {
    return rows.stream()
        .sorted(Comparator.comparing((CSVRecord row) -> number(row, column)).reversed())
        .limit(ROWS)
        .toList();
  }

  @Test
  void the_payers_add_up_to_the_month() throws IOException {
    List<CSVRecord> payers = rows("mart_payer_month");
    CSVRecord month = trend("2026-09");
    for (String column :
        List.of(
            "line_count",
            "charge_amount",
            "compared_line_count",
            "expected_allowed_amount",
            "allowed_amount",
            "variance_amount",
            "underpaid_line_count",
            "underpaid_amount",
            "underpaid_payer_amount",
            "underpaid_patient_amount",
            "paid_amount",
            "first_answered_line_count",
            "initially_denied_line_count")) {
      assertThat(sum(payers, column)).as(column).isEqualByComparingTo(number(month, column));
    }
  }

  @Test
  void the_payers_add_up_to_receivables_and_open_denials() throws IOException {
    List<CSVRecord> payers = rows("mart_payer_month");
    for (String column : List.of("receivable_amount", "aged_over_90_amount")) {
      assertThat(sum(payers, column)).isEqualByComparingTo(sum(rows("mart_aging"), column));
    }
    List<CSVRecord> denials = rows("mart_denial_work");
    assertThat(sum(payers, "open_denial_line_count").intValue()).isEqualTo(denials.size());
    assertThat(sum(payers, "at_stake_amount"))
        .isEqualByComparingTo(sum(denials, "at_stake_amount"));
  }

  @Test
  void the_month_before_is_that_of_the_trend() throws IOException {
    List<CSVRecord> payers = rows("mart_payer_month");
    CSVRecord before = trend("2026-08");
    for (String column :
        List.of(
            "expected_allowed_amount",
            "allowed_amount",
            "underpaid_amount",
            "first_answered_line_count",
            "initially_denied_line_count")) {
      assertThat(sum(payers, "prior_" + column))
          .as(column)
          .isEqualByComparingTo(number(before, column));
    }
  }

  @Test
  void what_is_at_issue_counts_each_line_once() throws IOException {
    Map<String, BigDecimal> lines = new LinkedHashMap<>();
    Map<String, String> payers = new LinkedHashMap<>();
    for (CSVRecord row : rows("mart_underpaid_line")) {
      String line = row.get("claim_id") + "/" + row.get("claim_line_number");
      lines.put(line, number(row, "shortfall_amount"));
      payers.put(line, row.get("payer"));
    }
    for (CSVRecord row : rows("mart_denial_work")) {
      String line = row.get("claim_id") + "/" + row.get("claim_line_number");
      lines.put(line, number(row, "at_stake_amount"));
      payers.put(line, row.get("payer"));
    }
    Map<String, BigDecimal> issues = new TreeMap<>();
    lines.forEach(
        (line, amount) ->
            issues.merge(Objects.requireNonNull(payers.get(line)), amount, BigDecimal::add));
    assertThat(sums(rows("mart_payer_month"), "payer", "at_issue_amount"))
        .allSatisfy(
            (payer, amount) ->
                assertThat(amount)
                    .as(payer)
                    .isEqualByComparingTo(issues.getOrDefault(payer, BigDecimal.ZERO)));
  }

  @Test
  void the_fewest_payers_with_nine_tenths_of_the_dollars_at_issue_have_a_page() throws IOException {
    List<CSVRecord> bySize =
        rows("mart_payer_month").stream()
            .sorted(
                Comparator.comparing((CSVRecord row) -> number(row, "at_issue_amount")).reversed())
            .toList();
    BigDecimal all = sum(bySize, "at_issue_amount");
    List<String> wanted = new ArrayList<>();
    BigDecimal held = BigDecimal.ZERO;
    for (CSVRecord row : bySize) {
      if (held.compareTo(all.multiply(MOST_OF_ALL)) < 0 && wanted.size() < 8) {
        wanted.add(row.get("payer"));
        held = held.add(number(row, "at_issue_amount"));
      }
    }
    assertThat(paged()).extracting(row -> row.get("payer")).isEqualTo(wanted);
    int first = book.getSheetIndex("Payers") + 1;
    assertThat(wanted).allSatisfy(payer -> assertThat(book.getSheet(payer)).isNotNull());
    assertThat(book.getSheetName(first)).isEqualTo(wanted.get(0));
    assertThat(book.getSheetName(first + wanted.size())).isEqualTo("CPT summary");
  }

  @Test
  void a_page_shows_the_figures_of_the_list() throws IOException {
    for (CSVRecord payer : paged()) {
      Set<String> shown = texts(page(payer));
      for (String column :
          List.of("allowed_amount", "paid_amount", "underpaid_amount", "receivable_amount")) {
        assertThat(shown).as(column).contains(dollars(number(payer, column)));
      }
      assertThat(shown)
          .anyMatch(
              text ->
                  text.endsWith(
                      "of " + dollars(number(payer, "expected_allowed_amount")) + " expected"))
          .anyMatch(text -> text.contains(payer.get("median_day_count") + " days to pay"))
          .anyMatch(
              text -> text.startsWith(dollars(number(payer, "aged_over_90_amount")) + " over"))
          .contains(
              payer.get("payer") + ": " + dollars(number(payer, "at_issue_amount")) + " at issue");
    }
  }

  private static Set<String> texts(XSSFSheet sheet) {
    DataFormatter words = new DataFormatter();
    Set<String> texts = new HashSet<>();
    sheet.forEach(row -> row.forEach(cell -> texts.add(words.formatCellValue(cell))));
    return texts;
  }

  @Test
  void a_page_lists_the_open_denials_that_withhold_most() throws IOException {
    for (CSVRecord payer : paged()) {
      List<CSVRecord> open =
          rows("mart_denial_work", row -> row.get("payer").equals(payer.get("payer")));
      List<CSVRecord> top = largest(open, "at_stake_amount");
      XSSFSheet page = page(payer);
      assertThat(column(page, "Open denials", 8))
          .isEqualTo(top.stream().map(row -> money(number(row, "at_stake_amount"))).toList());
      // Of equal amounts either may stand first: the dates of all are looked at together.
      Map<String, List<String>> dates =
          open.stream()
              .collect(
                  Collectors.groupingBy(
                      row -> money(number(row, "at_stake_amount")),
                      Collectors.mapping(
                          row -> row.get("hcpcs_code") + row.get("appeal_by_date"),
                          Collectors.toList())));
      for (List<String> row : table(page, "Open denials")) {
        assertThat(dates.get(row.get(8))).contains(row.get(1) + row.get(6));
      }
    }
  }

  @Test
  void a_page_lists_the_patterns_that_cost_most() throws IOException {
    for (CSVRecord payer : paged()) {
      List<CSVRecord> patterns =
          rows("mart_shortfall_pattern", row -> row.get("payer").equals(payer.get("payer")));
      assertThat(column(page(payer), "Shortfall patterns", 7))
          .isEqualTo(
              largest(patterns, "shortfall_amount").stream()
                  .map(row -> money(number(row, "shortfall_amount")))
                  .toList());
      assertThat(texts(page(payer)))
          .anyMatch(
              text ->
                  text.startsWith("Shortfall patterns")
                      && (patterns.isEmpty()
                          || text.endsWith(
                              dollars(sum(patterns, "shortfall_amount")) + " in all")));
    }
  }

  @Test
  void a_page_lists_the_codes_that_are_underpaid_most() throws IOException {
    for (CSVRecord payer : paged()) {
      List<CSVRecord> lines =
          rows("mart_underpaid_line", row -> row.get("payer").equals(payer.get("payer")));
      if (lines.isEmpty()) {
        assertThat(column(page(payer), "Underpaid codes", 0)).isEmpty();
        continue;
      }
      List<String> wanted =
          sums(lines, "hcpcs_code", "shortfall_amount").entrySet().stream()
              .sorted(
                  Map.Entry.<String, BigDecimal>comparingByValue()
                      .reversed()
                      .thenComparing(Map.Entry.comparingByKey()))
              .limit(ROWS)
              .map(entry -> entry.getKey() + " " + money(entry.getValue()))
              .toList();
      assertThat(table(page(payer), "Underpaid codes"))
          .extracting(row -> row.get(0) + " " + row.get(6))
          .isEqualTo(wanted);
    }
  }

  @Test
  void a_page_lists_the_denial_reasons_with_most_charges() throws IOException {
    for (CSVRecord payer : paged()) {
      // CARC 18 is the duplicate, which no denial figure counts.
      List<CSVRecord> lines =
          rows(
              "mart_denied_line",
              row ->
                  row.get("payer").equals(payer.get("payer"))
                      && row.get("denial").equals("denied")
                      && !row.get("denial_reason_code").equals("18"));
      Map<String, BigDecimal> charges = new TreeMap<>();
      lines.forEach(
          row ->
              charges.merge(
                  row.get("denial_group")
                      + row.get("denial_group_code")
                      + row.get("denial_reason_code"),
                  number(row, "charge_amount"),
                  BigDecimal::add));
      List<String> wanted =
          charges.values().stream()
              .sorted(Comparator.reverseOrder())
              .limit(ROWS)
              .map(PayerPagesCases::money)
              .toList();
      assertThat(column(page(payer), "Denial reasons", 4)).isEqualTo(wanted);
    }
  }

  @Test
  void a_page_names_no_claim_of_the_practice() throws IOException {
    Set<String> claims = new HashSet<>();
    for (String mart : List.of("mart_denial_work", "mart_denied_line", "mart_underpaid_line")) {
      rows(mart).forEach(row -> claims.add(row.get("claim_id")));
    }
    Set<String> physicians =
        rows("mart_denial_work").stream()
            .map(row -> row.get("physician"))
            .collect(Collectors.toSet());
    for (CSVRecord payer : paged()) {
      assertThat(texts(page(payer))).doesNotContainAnyElementsOf(claims);
      assertThat(texts(page(payer))).doesNotContainAnyElementsOf(physicians);
      assertThat(page(payer).getFooter().getCenter()).contains("no patient is named");
    }
  }

  @Test
  void a_page_is_one_sheet_of_paper_in_type_of_eight_points() throws IOException {
    for (CSVRecord payer : paged()) {
      XSSFSheet page = page(payer);
      assertThat(page.getPrintSetup().getLandscape()).isTrue();
      assertThat(page.getPrintSetup().getFitHeight()).isEqualTo((short) 1);
      double height = 0;
      for (Row row : page) {
        height += row.getHeightInPoints();
      }
      assertThat(height).as(payer.get("payer")).isLessThanOrEqualTo(HEIGHT);
      double width = 0;
      for (int column = 0; column < 9; column++) {
        width += page.getColumnWidthInPixels(column) * 0.75;
      }
      assertThat(width).as(payer.get("payer")).isLessThanOrEqualTo(WIDTH);
    }
  }

  @Test
  void the_codes_add_up_to_the_month_and_the_month_before() throws IOException {
    List<CSVRecord> codes = rows("mart_code_summary");
    CSVRecord month = trend("2026-09");
    for (String column :
        List.of(
            "line_count",
            "charge_amount",
            "compared_line_count",
            "expected_allowed_amount",
            "allowed_amount",
            "variance_amount",
            "underpaid_line_count",
            "underpaid_amount",
            "paid_amount",
            "first_answered_line_count",
            "initially_denied_line_count")) {
      assertThat(sum(codes, column)).as(column).isEqualByComparingTo(number(month, column));
    }
  }

  @Test
  void a_code_is_underpaid_by_its_underpaid_lines() throws IOException {
    Map<String, BigDecimal> wanted =
        sums(rows("mart_underpaid_line"), "hcpcs_code", "shortfall_amount");
    assertThat(wanted).isNotEmpty();
    List<CSVRecord> underpaid =
        rows("mart_code_summary", row -> !row.get("underpaid_line_count").equals("0"));
    assertThat(sums(underpaid, "hcpcs_code", "underpaid_amount")).isEqualTo(wanted);
  }

  @Test
  void a_code_has_one_row() throws IOException {
    assertThat(rows("mart_code_summary"))
        .extracting(row -> row.get("hcpcs_code"))
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(20);
  }
}
