package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.allowable.model.PeriodUnit;
import org.allowable.report.html.OpenedPage;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** The page of each report beside its workbook and its CSV tables: cell by cell, by machine. */
@Tag("long")
class PageNumbersCases {

  private static final String MONTHLY = "monthly-report";
  private static final String COMPARISON = "contract-comparison";
  private static final String REVIEW = "retraining-review";
  private static final Pattern CSV_LINK = Pattern.compile("tables/([a-z_]+)\\.csv");

  private static Path run(String report) {
    return SampleReports.named(report);
  }

  private static OpenedPage page(String report) throws IOException {
    return OpenedPage.of(run(report).resolve("report.html"));
  }

  private static XSSFWorkbook workbook(String report) throws IOException {
    try (InputStream in = Files.newInputStream(RunFiles.workbook(run(report)))) {
      return new XSSFWorkbook(in);
    }
  }

  // The numbers of charts stand under each chart on the page.
  private static List<XSSFSheet> sheets(XSSFWorkbook book) {
    List<XSSFSheet> sheets = new ArrayList<>();
    for (var sheet : book) {
      if (!sheet.getSheetName().equals("Chart data")) {
        sheets.add((XSSFSheet) sheet);
      }
    }
    return sheets;
  }

  private static List<XSSFTable> tables(XSSFSheet sheet) {
    return sheet.getTables().stream()
        .sorted(Comparator.comparing(XSSFTable::getStartRowIndex))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {MONTHLY, COMPARISON, REVIEW})
  void every_sheet_of_the_workbook_is_on_the_page_with_its_tables(String report)
      throws IOException {
    OpenedPage page = page(report);
    try (XSSFWorkbook book = workbook(report)) {
      for (XSSFSheet sheet : sheets(book)) {
        List<List<String>> expected = new ArrayList<>();
        for (XSSFTable table : tables(sheet)) {
          expected.add(table.getColumns().stream().map(column -> column.getName()).toList());
        }
        List<OpenedPage.Table> found = page.tables(page.sheet(sheet.getSheetName()));
        // Assumptions are a table on the page and loose cells in the workbook.
        assertThat(found.stream().map(OpenedPage.Table::headers))
            .as(sheet.getSheetName())
            .filteredOn(headers -> !headers.equals(List.of("Assumption", "Value", "Unit", "Note")))
            .isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {MONTHLY, COMPARISON, REVIEW})
  void every_cell_of_the_page_is_that_of_the_workbook(String report) throws IOException {
    OpenedPage page = page(report);
    int compared = 0;
    try (XSSFWorkbook book = workbook(report)) {
      for (XSSFSheet sheet : sheets(book)) {
        List<OpenedPage.Table> found =
            page.tables(page.sheet(sheet.getSheetName())).stream()
                .filter(table -> !table.headers().get(0).equals("Assumption"))
                .toList();
        List<XSSFTable> expected = tables(sheet);
        for (int i = 0; i < expected.size(); i++) {
          compared += compare(sheet, expected.get(i), found.get(i));
        }
      }
    }
    assertThat(compared).isGreaterThan(5_000);
  }

  private static int compare(XSSFSheet sheet, XSSFTable table, OpenedPage.Table found) {
    boolean hasTotals = table.getTotalsRowCount() > 0;
    int rows = table.getEndRowIndex() - table.getStartRowIndex() - (hasTotals ? 1 : 0);
    if (found.count() > 0) {
      assertThat(found.count()).as(sheet.getSheetName()).isEqualTo(rows);
    }
    int compared = 0;
    for (int i = 0; i < found.rows().size(); i++) {
      XSSFRow row = sheet.getRow(table.getStartRowIndex() + 1 + i);
      compared += compare(sheet, row, found.headers(), found.rows().get(i));
    }
    assertThat(hasTotals).isEqualTo(!found.totals().isEmpty());
    if (hasTotals) {
      XSSFRow row = sheet.getRow(table.getEndRowIndex());
      List<OpenedPage.Cell> totals = new ArrayList<>(found.totals());
      if (totals.get(0).text().equals("Total of all rows")) {
        totals.set(0, new OpenedPage.Cell("Total", null));
      }
      compared += compare(sheet, row, found.headers(), totals);
    }
    return compared;
  }

  private static int compare(
      XSSFSheet sheet, XSSFRow row, List<String> headers, List<OpenedPage.Cell> cells) {
    for (int column = 0; column < cells.size(); column++) {
      String place =
          sheet.getSheetName() + " row " + (row.getRowNum() + 1) + ", " + headers.get(column);
      compare(place, row.getCell(column), cells.get(column));
    }
    return cells.size();
  }

  private static void compare(String place, @Nullable XSSFCell cell, OpenedPage.Cell found) {
    CellType type = cell == null ? CellType.BLANK : cell.getCellType();
    if (cell != null && type == CellType.FORMULA) {
      type = cell.getCachedFormulaResultType();
    }
    if (cell == null || type == CellType.BLANK || type == CellType.STRING) {
      String text =
          type == CellType.STRING ? Objects.requireNonNull(cell).getStringCellValue() : "";
      assertThat(found.text()).as(place).isEqualTo(text);
    } else if (DateUtil.isCellDateFormatted(cell)) {
      String date = cell.getLocalDateTimeCellValue().toLocalDate().toString();
      String shown = found.exact() == null ? found.text() : found.exact();
      assertThat(date).as(place).startsWith(shown).isNotEqualTo("");
      assertThat(shown).as(place).isNotEmpty();
    } else if (found.text().isEmpty()) {
      // Excel's sum of nothing known.
      assertThat(cell.getNumericCellValue()).as(place).isZero();
    } else {
      BigDecimal number = found.number();
      assertThat(number).as(place + " says " + found.text()).isNotNull();
      assertThat(Objects.requireNonNull(number).doubleValue())
          .as(place)
          .isEqualTo(cell.getNumericCellValue());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {MONTHLY, COMPARISON, REVIEW})
  void every_figure_of_the_page_is_that_of_the_workbook(String report) throws IOException {
    OpenedPage page = page(report);
    int compared = 0;
    try (XSSFWorkbook book = workbook(report)) {
      for (Element section : page.elements("section")) {
        XSSFSheet sheet = book.getSheet(section.getAttribute("aria-label"));
        for (Element list : page.children(section, "ul")) {
          if (list.getAttribute("class").equals("cards")) {
            for (Element card : page.children(list, "li")) {
              compareCard(page, card, sheet);
              compared++;
            }
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(3);
  }

  private static void compareCard(OpenedPage page, Element card, XSSFSheet sheet) {
    String label = page.children(card, "span").get(0).getTextContent();
    Element value = page.children(card, "strong").get(0);
    compare(
        label,
        below(sheet, label),
        new OpenedPage.Cell(
            value.getTextContent(),
            value.hasAttribute("data-v") ? value.getAttribute("data-v") : null));
  }

  // The words of a card that is a link are a formula's.
  private static boolean isText(XSSFCell cell) {
    return cell.getCellType() == CellType.STRING
        || (cell.getCellType() == CellType.FORMULA
            && cell.getCachedFormulaResultType() == CellType.STRING);
  }

  private static XSSFCell below(XSSFSheet sheet, String label) {
    for (var row : sheet) {
      for (var cell : row) {
        if (isText((XSSFCell) cell) && cell.getStringCellValue().equals(label)) {
          return sheet.getRow(row.getRowNum() + 1).getCell(cell.getColumnIndex());
        }
      }
    }
    throw new AssertionError("no figure " + label);
  }

  // A number of a row stands in the same row of the CSV table, or is the quotient of two that do.
  @Test
  void every_number_of_a_row_stands_in_its_row_of_the_csv_table() throws IOException {
    OpenedPage page = page(MONTHLY);
    int compared = 0;
    Map<String, Integer> times = new HashMap<>();
    for (Element section : page.elements("section")) {
      for (Element block : page.children(section, "div")) {
        Matcher link = CSV_LINK.matcher(page.links(block));
        if (!block.getAttribute("class").startsWith("table") || !link.find()) {
          continue;
        }
        String name = link.group(1);
        if (link.find()) {
          continue;
        }
        OpenedPage.Table table = page.tables(block).get(0);
        List<CSVRecord> rows = csv(name, table.count(), times.merge(name, 1, Integer::sum));
        for (int i = 0; i < table.rows().size(); i++) {
          compared += compare(name, rows.get(i), table.rows().get(i));
        }
      }
    }
    assertThat(compared).isGreaterThan(5_000);
  }

  // Some tables show a part of their mart, as the list of sheets says of the time'th of it.
  private static List<CSVRecord> csv(String name, long count, int time) throws IOException {
    Path file = run(MONTHLY).resolve("tables").resolve(name + ".csv");
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    Map<String, List<String>> where = where(name, time);
    try (CSVParser parser = format.parse(Files.newBufferedReader(file))) {
      List<CSVRecord> rows =
          parser.getRecords().stream()
              .filter(
                  row ->
                      where.entrySet().stream()
                          .allMatch(cell -> cell.getValue().contains(row.get(cell.getKey()))))
              .toList();
      assertThat(rows).as(name).hasSize(Math.toIntExact(count));
      return rows;
    }
  }

  private static Map<String, List<String>> where(String mart, int time) throws IOException {
    Map<String, List<String>> where = new HashMap<>();
    int times = 0;
    JsonNode list =
        new YAMLMapper().readTree(Path.of("jobs/report/monthly-report/workbook.yaml").toFile());
    for (JsonNode table :
        list.findValues("tables").stream().flatMap(JsonNode::valueStream).toList()) {
      if (table.path("mart").asText().equals(mart) && ++times == time) {
        table
            .path("where")
            .properties()
            .forEach(
                cell ->
                    where.put(PeriodUnit.MONTH.columnName(cell.getKey()), values(cell.getValue())));
      }
    }
    return where;
  }

  // One value, or a list of which a row has one.
  private static List<String> values(JsonNode said) {
    return (said.isArray() ? said.valueStream() : Stream.of(said))
        .map(
            value ->
                value
                    .asText()
                    .replace("{report_period}", SampleReports.MONTH)
                    .replace("{bridge}", "PRIOR_MONTH"))
        .toList();
  }

  private static int compare(String name, CSVRecord row, List<OpenedPage.Cell> cells) {
    Set<BigDecimal> numbers = new HashSet<>();
    for (String cell : row) {
      if (cell.matches("-?\\d{1,18}(\\.\\d+)?")) {
        numbers.add(new BigDecimal(cell).stripTrailingZeros());
      }
    }
    int compared = 0;
    for (OpenedPage.Cell cell : cells) {
      BigDecimal number = cell.number();
      if (number != null) {
        assertThat(isFrom(numbers, number))
            .as("%s, row %d: %s in %s", name, row.getRecordNumber(), cell, row)
            .isTrue();
        compared++;
      }
    }
    return compared;
  }

  private static boolean isFrom(Set<BigDecimal> numbers, BigDecimal number) {
    if (numbers.contains(number.stripTrailingZeros())) {
      return true;
    }
    for (BigDecimal part : numbers) {
      for (BigDecimal whole : numbers) {
        if (whole.signum() != 0) {
          BigDecimal quotient = part.divide(whole, MathContext.DECIMAL128);
          BigDecimal difference = quotient.subtract(number).abs();
          // A quotient in dollars is to the cent.
          boolean isCents =
              number.scale() <= 2 && difference.compareTo(new BigDecimal("0.005")) <= 0;
          if (isCents || difference.compareTo(new BigDecimal("1e-12")) <= 0) {
            return true;
          }
        }
      }
    }
    return false;
  }

  @Test
  void the_page_of_the_committee_names_nobody_and_leads_to_no_table() throws IOException {
    Path committee = run(REVIEW).resolve("committee");
    String html = Files.readString(committee.resolve("report.html"));
    PacketTables tables = PacketTables.read(run(REVIEW).resolve("tables"));
    assertThat(tables.physicians()).hasSizeGreaterThan(2);
    for (CSVRecord physician : tables.physicians()) {
      assertThat(html)
          .doesNotContain(physician.get("physician"))
          .doesNotContain(physician.get("rendering_npi"));
    }
    assertThat(OpenedPage.of(committee.resolve("report.html")).elements("a"))
        .extracting(link -> link.getAttribute("href"))
        .allMatch(
            address ->
                address.startsWith("#")
                    || address.equals(
                        "Example%20Pain%20Practice%202026Q3%20retraining%20review%20for%20the%20committee.xlsx"));
  }

  // In any other order, that of names, the points of the drawing would tell who they are.
  @Test
  void points_without_names_are_drawn_from_left_to_right() throws IOException {
    OpenedPage page = page(REVIEW);
    OpenedPage.Table funnel =
        page.charts().stream()
            .filter(table -> table.headers().contains("Comparable lines"))
            .findFirst()
            .orElseThrow();

    assertThat(funnel.column("Comparable lines").stream().map(OpenedPage.Cell::number))
        .hasSizeGreaterThan(2)
        .isSorted();
  }

  @Test
  void the_list_of_reports_and_the_manifest_name_no_physician() throws IOException {
    String index = Files.readString(run(REVIEW).resolveSibling("index.html"));
    String manifest = Files.readString(run(REVIEW).resolve("manifest.json"));
    assertThat(index).contains("Retraining review", "physicians higher than peers");
    for (CSVRecord physician : PacketTables.read(run(REVIEW).resolve("tables")).physicians()) {
      assertThat(index).doesNotContain(physician.get("physician"));
      assertThat(manifest).doesNotContain(physician.get("physician"));
    }
  }
}
