package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.allowable.report.Format;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The board's pages beside the workbook of the same run. */
@Tag("long")
class BoardPackCases {

  private static final Pattern DOLLARS = Pattern.compile("\\$\\d[\\d,]*(?:\\.\\d\\d)?");
  private static final Pattern SHARE = Pattern.compile("\\d+\\.\\d%");

  private static PacketTables tables = PacketTables.NONE;
  private static Path report = Path.of("");
  private static String text = "";
  private static int pages;

  @BeforeAll
  static void report() throws IOException {
    report = SampleReports.monthly();
    tables = PacketTables.read(report.resolve("tables"));
    try (PDDocument pack =
        Loader.loadPDF(report.resolve("Example Pain Practice 2026-09 board pack.pdf").toFile())) {
      pages = pack.getNumberOfPages();
      text = new PDFTextStripper().getText(pack);
    }
  }

  private static Set<String> found(Pattern what) {
    Set<String> found = new LinkedHashSet<>();
    Matcher matcher = what.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  private static Set<String> shown(Pattern what, Format... formats) throws IOException {
    Set<String> shown = new HashSet<>();
    try (XSSFWorkbook book = new XSSFWorkbook(RunFiles.workbook(report).toFile())) {
      book.forEach(
          sheet -> sheet.forEach(row -> row.forEach(cell -> add(shown, cell, what, formats))));
    } catch (org.apache.poi.openxml4j.exceptions.InvalidFormatException e) {
      throw new IOException(e);
    }
    return shown;
  }

  private static void add(Set<String> shown, Cell cell, Pattern what, Format... formats) {
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    String said = "";
    if (type == CellType.NUMERIC) {
      BigDecimal number = BigDecimal.valueOf(cell.getNumericCellValue()).abs();
      said = List.of(formats).stream().map(f -> f.display(number)).collect(Collectors.joining(" "));
    } else if (type == CellType.STRING) {
      said = cell.getStringCellValue();
    }
    Matcher matcher = what.matcher(said);
    while (matcher.find()) {
      shown.add(matcher.group());
    }
  }

  // The sum of the largest reasons is the pack's own, and checked below.
  @Test
  void every_amount_is_one_of_the_workbook() throws IOException {
    Set<String> found = found(DOLLARS);
    found.remove(Format.MONEY.display(largestReasons()));
    assertThat(found)
        .hasSizeGreaterThan(40)
        .isSubsetOf(shown(DOLLARS, Format.DOLLARS, Format.MONEY));
  }

  @Test
  void every_share_is_one_of_the_workbook() throws IOException {
    assertThat(found(SHARE)).hasSizeGreaterThan(20).isSubsetOf(shown(SHARE, Format.RATE));
  }

  @Test
  void the_largest_reasons_are_said_with_what_they_add_up_to() {
    assertThat(text.replaceAll("\\s+", " "))
        .contains(
            "The 12 largest of %d, %s of "
                .formatted(reasons().size(), Format.MONEY.display(largestReasons())));
  }

  private static List<BigDecimal> reasons() {
    return tables.rows("mart_denial_by_reason").stream()
        .filter(row -> row.get("is_duplicate").equals("false"))
        .map(row -> new BigDecimal(row.get("charge_amount")))
        .sorted(java.util.Comparator.reverseOrder())
        .toList();
  }

  private static BigDecimal largestReasons() {
    return reasons().stream().limit(12).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void it_has_four_to_six_pages() {
    assertThat(pages).isBetween(4, 6);
  }

  @Test
  void no_claim_and_no_physician_is_in_it() {
    for (String column : List.of("claim_id", "physician")) {
      List<String> values =
          tables.rows("mart_denied_line").stream()
              .map(row -> row.get(column))
              .filter(value -> !value.isEmpty())
              .distinct()
              .toList();
      assertThat(values).isNotEmpty().noneMatch(text::contains);
    }
  }
}
