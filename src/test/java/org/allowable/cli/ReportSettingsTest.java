package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.allowable.report.excel.DrawnCharts;
import org.allowable.report.excel.ListSheets;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The three reports of practices that are unlike the example: what a reader sees holds there too.
 */
@Tag("long")
class ReportSettingsTest {

  private static final String PHYSICIANS = "physicians:\n";
  private static final String ONE_PHYSICIAN =
      PHYSICIANS + "  - {npi: \"1999999943\", name: \"A. Adler\"}\n";
  private static final String REGION =
      "Consolidated Brotherhood of Teamsters Health and Welfare Trust Fund of Region ";

  @TempDir private Path folder;

  @Test
  @Tag("faults")
  void one_payer_and_one_physician() throws IOException {
    Path practice = practice(true, payer("Blue Harbor", 1));
    Path warehouse = sample(3000, practice);

    holds(report("monthly-report", warehouse, "--month", "2026-09"));
    holds(report("contract-comparison", warehouse, "--to", "2026-09"));
    CommandRun review = report("retraining-review", warehouse, "--quarter", "2026Q3");
    holds(review);
    try (OpenedWorkbook book = new OpenedWorkbook(workbook(review))) {
      assertThat(book.texts())
          .anyMatch(text -> text.startsWith("One physician has lines in this period"))
          .noneMatch(text -> text.contains("performed alike"));
    }
  }

  @Test
  @Tag("faults")
  void forty_payers_with_long_names() throws IOException {
    String[] payers =
        IntStream.rangeClosed(1, 40).mapToObj(i -> payer(REGION + i, i)).toArray(String[]::new);
    Path warehouse = sample(8000, practice(false, payers));

    holds(report("monthly-report", warehouse, "--month", "2026-09"));
    holds(report("contract-comparison", warehouse, "--to", "2026-09"));
    holds(report("retraining-review", warehouse, "--quarter", "2026Q3"));
  }

  @Test
  void a_quarter_without_a_denial() throws IOException {
    Path warehouse = sample(100, Path.of("data/example/practice.yaml"), "--seed", "3");

    CommandRun review = report("retraining-review", warehouse, "--quarter", "2025Q4");
    holds(review);
    assertThat(Files.readAllLines(review.folder().resolve("tables/mart_denial_group.csv")))
        .as("the sample must be one without a denial")
        .hasSize(1);
  }

  @Test
  void claims_that_no_payer_has_answered() throws IOException {
    Path practice = Path.of("data/example/practice.yaml");
    Path made = sample(600, practice, "--x12");
    Path claims = Files.createDirectory(folder.resolve("claims"));
    try (Stream<Path> files = Files.list(made.resolve("x12"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".837")).toList()) {
        Files.copy(file, claims.resolve(file.getFileName()));
      }
    }
    Path warehouse = folder.resolve("unanswered");
    CommandRun ingest = CommandRun.of("ingest", "--in", claims, "--warehouse", warehouse);
    assertThat(ingest.code()).as(ingest.err()).isZero();
    Files.copy(practice, warehouse.resolve("practice.yaml"));

    CommandRun month = report("monthly-report", warehouse, "--month", "2026-09");
    holds(month);
    try (OpenedWorkbook book = new OpenedWorkbook(workbook(month))) {
      assertThat(book.texts())
          .anyMatch(text -> text.startsWith("No payer has answered a line of this month yet"))
          .noneMatch(text -> text.contains("Nothing differs"));
    }
    holds(report("contract-comparison", warehouse, "--to", "2026-09"));
    CommandRun review = report("retraining-review", warehouse, "--quarter", "2026Q3");
    assertThat(review.code()).as(review.err()).isEqualTo(3);
    assertThat(review.err()).contains("No line of a physician was answered in 2026Q3");
  }

  private Path practice(boolean isOnePhysician, String... payers) throws IOException {
    String example = Files.readString(Path.of("data/example/practice.yaml"));
    String head = example.substring(0, example.indexOf("\npayers:\n"));
    if (isOnePhysician) {
      int start = head.indexOf(PHYSICIANS);
      int end = head.indexOf("\n\n", start) + 1;
      head =
          head.substring(0, start)
              + ONE_PHYSICIAN
              + head.substring(end)
                  .replace("physician: \"1999999927\"", "physician: \"1999999943\"");
    }
    return Files.writeString(
        folder.resolve("practice.yaml"), head + "\npayers:\n" + String.join("", payers));
  }

  private static String payer(String name, int number) {
    return """
          - name: %s
            payer_class: commercial
            identifiers: ["PAY%02d"]
            names: ["PAYER %02d"]
            percent_of_medicare:
              - {from: 2023-01-01, percent: %d}
        """
        .formatted(name, number, number, 110 + number);
  }

  private Path sample(int lines, Path practice, String... further) {
    Path warehouse = folder.resolve("warehouse");
    List<Object> words =
        new ArrayList<>(
            List.of("sample", "--lines", lines, "--practice", practice, "--out", warehouse));
    words.addAll(Arrays.asList(further));
    CommandRun run = CommandRun.of(words.toArray());
    assertThat(run.code()).as(run.err()).isZero();
    return warehouse;
  }

  private CommandRun report(String command, Path warehouse, String... period) {
    return CommandRun.of(
        command,
        "--engine",
        "embedded",
        "--warehouse",
        warehouse,
        period[0],
        period[1],
        "--out",
        folder.resolve("reports"));
  }

  private static Path workbook(CommandRun run) throws IOException {
    try (Stream<Path> files = Files.list(run.folder())) {
      return files.filter(file -> file.toString().endsWith(".xlsx")).findFirst().orElseThrow();
    }
  }

  // What holds of every sheet, whatever the practice.
  private static void holds(CommandRun run) throws IOException {
    assertThat(run.code()).as(run.err()).isZero();
    try (var in = Files.newInputStream(workbook(run));
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      // Each is held against the cells that it reads.
      DrawnCharts.of(book);
      for (Sheet sheet : book) {
        assertThat(sheet.getRow(0).getCell(0).getStringCellValue())
            .as("title of %s", sheet.getSheetName())
            .isNotBlank();
        ListSheets.haveTablesToSlice((XSSFSheet) sheet);
        assertThat(cut(sheet))
            .as("cells of %s that hide some of their text", sheet.getSheetName())
            .isEmpty();
      }
    }
  }

  // Words longer than their column must wrap, be merged over more, or have nothing beside them.
  private static List<String> cut(Sheet sheet) {
    List<String> cut = new ArrayList<>();
    for (Row row : sheet) {
      for (Cell cell : row) {
        Cell next = row.getCell(cell.getColumnIndex() + 1);
        boolean isCrowded = next != null && next.getCellType() != CellType.BLANK;
        if (cell.getCellType() == CellType.STRING
            && isCrowded
            && !cell.getCellStyle().getWrapText()
            && cell.getStringCellValue().length() * 0.9
                > sheet.getColumnWidth(cell.getColumnIndex()) / 256.0) {
          cut.add(cell.getAddress() + ": " + cell.getStringCellValue());
        }
      }
    }
    return cut;
  }
}
