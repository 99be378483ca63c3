package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The report of a quarter and of a year, as its user opens it. */
@Tag("long")
class QuarterlyReportTest {

  // What speaks of one month, in a report of more; payments are held against services of the fourth
  // month before each.
  private static final String OF_A_MONTH =
      "(?is).*(\\b(this|report|prior|same) month\\b|\\bof the month\\b|\\bmonth-to-month\\b"
          + "|(?<!fourth )\\bmonth before\\b|\\bearlier month\\b|\\b13\\b.month|\\{).*";

  /** A period as it is asked for, and what its files and pages call it. */
  private record Asked(String option, String value, String name, String words, String unit) {

    String file(String ending) {
      return "Example Pain Practice %s %s.%s".formatted(value, name, ending);
    }

    String titled() {
      return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    String titledUnit() {
      return Character.toUpperCase(unit.charAt(0)) + unit.substring(1);
    }
  }

  static final List<Asked> PERIODS =
      List.of(
          new Asked("--quarter", "2026-Q3", "quarterly report", "Q3 2026", "quarter"),
          new Asked("--year", "2026", "annual report", "2026", "year"));

  @TempDir private static Path folder = Path.of("");

  private static Path warehouse = Path.of("");
  private static CommandRun quarter = new CommandRun(-1, "", "");
  private static CommandRun year = new CommandRun(-1, "", "");

  @BeforeAll
  static void report() {
    warehouse = folder.resolve("warehouse");
    CommandRun.of("sample", "--lines", 3000, "--seed", 7, "--out", warehouse);
    quarter = run("--quarter", "2026Q3");
    year = run("--year", "2026");
  }

  private static CommandRun run(String option, String value) {
    return CommandRun.of(
        "monthly-report",
        "--engine",
        "embedded",
        "--warehouse",
        warehouse,
        option,
        value,
        "--out",
        folder.resolve("reports"));
  }

  private static Path of(Asked asked) {
    CommandRun run = asked.option().equals("--year") ? year : quarter;
    assertThat(run.code()).as(run.err()).isZero();
    return run.folder();
  }

  @ParameterizedTest
  @FieldSource("PERIODS")
  void files_say_of_which_period_they_are(Asked asked) throws IOException {
    Path report = of(asked);
    assertThat(report.getFileName().toString()).startsWith("monthly-report-" + asked.value() + "-");
    assertThat(report.resolve(asked.file("xlsx"))).isRegularFile();
    assertThat(report.resolve("Example Pain Practice " + asked.value() + " board pack.pdf"))
        .isRegularFile();
  }

  @ParameterizedTest
  @FieldSource("PERIODS")
  void no_text_of_the_workbook_speaks_of_one_month(Asked asked) throws IOException {
    try (OpenedWorkbook book = new OpenedWorkbook(of(asked).resolve(asked.file("xlsx")))) {
      assertThat(book.texts())
          .anyMatch(text -> text.startsWith(asked.titled()))
          .anyMatch(text -> text.contains(asked.words() + " by service date"))
          .contains("This " + asked.unit(), "Prior " + asked.unit())
          .noneMatch(text -> text.matches(OF_A_MONTH));
      assertThat(book.sheets()).contains(asked.titledUnit() + " to " + asked.unit());
    }
  }

  @ParameterizedTest
  @FieldSource("PERIODS")
  void no_text_of_the_board_pack_speaks_of_one_month(Asked asked) throws IOException {
    Path file = of(asked).resolve("Example Pain Practice " + asked.value() + " board pack.pdf");
    try (PDDocument pack = Loader.loadPDF(file.toFile())) {
      assertThat(new PDFTextStripper().getText(pack).replaceAll("\\s+", " "))
          .contains("Results of the " + asked.unit())
          .contains("What changed from the " + asked.unit() + " before")
          .doesNotMatch(OF_A_MONTH);
    }
  }

  @ParameterizedTest
  @FieldSource("PERIODS")
  void the_page_and_the_charts_are_of_the_period(Asked asked) throws IOException {
    assertThat(Files.readString(of(asked).resolve("report.html"))).contains(asked.titled());
    try (Stream<Path> charts = Files.list(of(asked).resolve("charts"))) {
      assertThat(charts.map(file -> file.getFileName().toString()))
          .contains("bridge-allowed-prior-" + asked.unit() + ".png");
    }
  }

  @ParameterizedTest
  @FieldSource("PERIODS")
  void columns_of_the_tables_name_the_period(Asked asked) throws IOException {
    Path tables = of(asked).resolve("tables");
    assertThat(headers(tables.resolve("mart_measure.csv")))
        .contains("this_" + asked.unit() + "_value", "prior_" + asked.unit() + "_value");
    assertThat(headers(tables.resolve("mart_variance.csv"))).contains("report_" + asked.unit());
    assertThat(headers(tables.resolve("mart_trend.csv"))).contains("report_month");
  }

  private static Set<String> headers(Path table) throws IOException {
    try (Stream<String> lines = Files.lines(table)) {
      return Stream.of(lines.findFirst().orElseThrow().split(",", -1)).collect(Collectors.toSet());
    }
  }

  @Test
  void a_year_that_is_not_over_says_so_first() throws IOException {
    try (OpenedWorkbook book =
        new OpenedWorkbook(
            year.folder().resolve("Example Pain Practice 2026 annual report.xlsx"))) {
      assertThat(book.texts())
          .anyMatch(
              text -> text.contains("Year to date, held against whole years: lines of 10 of 12"));
    }
  }

  @Test
  void the_index_lists_both_by_their_titles() throws IOException {
    of(PERIODS.get(1));
    assertThat(Files.readString(folder.resolve("reports").resolve("index.html")))
        .contains("Quarterly report", "Annual report");
  }

  @Test
  void a_year_without_a_line_is_no_report() {
    CommandRun none = run("--year", "2019");
    assertThat(none.code()).isEqualTo(ExitCode.INPUT.code());
    assertThat(none.err())
        .contains(
            "No line belongs to 2019. Nor does one",
            "or name another --year. Nothing was published.");
  }

  @Test
  void a_quarter_after_the_last_line_names_the_last_month_with_one() {
    CommandRun none = run("--quarter", "2027-Q2");
    assertThat(none.code()).isEqualTo(ExitCode.INPUT.code());
    assertThat(none.err()).contains("No line belongs to 2027-Q2.", "is 2026-10.");
  }
}
