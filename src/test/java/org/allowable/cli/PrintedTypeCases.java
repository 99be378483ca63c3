package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.allowable.config.PayerPages;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user prints of the reports is read without a glass. */
@Tag("long")
class PrintedTypeCases {

  private static final double LEAST_POINTS = 8;
  private static final double ROUNDING = 0.05;

  // Board pack, packets of physicians, scorecards.
  @Test
  void no_letter_of_a_pdf_is_under_eight_points() throws IOException {
    List<Path> files = files(".pdf");
    assertThat(files).hasSizeGreaterThan(8);
    for (Path file : files) {
      assertThat(PrintedLetters.of(file).smallest())
          .as("%s", file.getFileName())
          .isGreaterThanOrEqualTo(LEAST_POINTS - ROUNDING);
    }
  }

  @Test
  void no_letter_of_a_printed_sheet_is_under_eight_points() throws IOException {
    List<Path> files = files(".xlsx");
    assertThat(files).hasSizeGreaterThan(12);
    for (Path file : files) {
      assertThat(PrintedSheets.smallestLetters(file))
          .as("%s", file.getFileName())
          .isNotEmpty()
          .allSatisfy(
              (sheet, points) ->
                  assertThat(points).as(sheet).isGreaterThanOrEqualTo(LEAST_POINTS - ROUNDING));
    }
  }

  // Nobody takes a hundred pages to a meeting.
  @ParameterizedTest
  @CsvSource({"monthly-report, 45", "contract-comparison, 30", "retraining-review, 30"})
  void a_printed_workbook_is_as_long_as_a_meeting_reads(String report, int most)
      throws IOException {
    Map<String, Integer> pages =
        PrintedSheets.pages(RunFiles.workbook(SampleReports.named(report)));
    assertThat(pages.values().stream().mapToInt(Integer::intValue).sum())
        .as("%s", pages)
        .isBetween(15, most);
  }

  // Of however many payers those with most at issue have a page, and lists of all their first one.
  @Test
  void a_workbook_over_forty_payers_prints_few_pages_more() throws IOException {
    Map<String, Integer> pages =
        PrintedSheets.pages(RunFiles.workbook(SampleReports.fortyPayers()));
    assertThat(pages.values().stream().mapToInt(Integer::intValue).sum())
        .as("%s", pages)
        .isBetween(15, 48);
    assertThat(pages.keySet().stream().filter(sheet -> sheet.contains("Region")))
        .hasSizeBetween(2, PayerPages.MOST);
  }

  @Test
  void of_the_monthly_workbook_only_lists_to_look_things_up_in_stay_on_the_screen()
      throws IOException {
    Map<String, Integer> pages = PrintedSheets.pages(RunFiles.workbook(SampleReports.monthly()));
    assertThat(pages.keySet().stream().filter(sheet -> Objects.equals(pages.get(sheet), 0)))
        .containsExactly(
            "Measure detail",
            "Pricing detail",
            "Cause lines",
            "Rank after denial",
            "Bridge detail",
            "Payment lines",
            "Not compared lines",
            "Files",
            "Chart data");
  }

  @Test
  void all_of_the_measures_is_printed_on_one_page() throws IOException {
    Path file = RunFiles.workbook(SampleReports.monthly());
    assertThat(PrintedSheets.pages(file)).containsEntry("Measures", 1);
    assertThat(PrintedSheets.parts(file)).doesNotContainKey("Measures");
  }

  // Evidence needed stands beyond the page: its words made rows of two and three lines.
  @Test
  void a_page_of_the_appeal_worklist_takes_as_many_rows_as_have_one_line() throws IOException {
    Path file = RunFiles.workbook(SampleReports.monthly());
    assertThat(PrintedSheets.pages(file)).containsEntry("Appeal worklist", 1);
    assertThat(PrintedSheets.parts(file).get("Appeal worklist")).isGreaterThan(38);
  }

  private static List<Path> files(String ending) throws IOException {
    return files(
        ending,
        SampleReports.monthly(),
        SampleReports.comparison(),
        SampleReports.review(),
        SampleReports.scorecard());
  }

  /** All files of some reports with an ending. */
  static List<Path> files(String ending, Path... reports) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path report : reports) {
      try (Stream<Path> files = Files.walk(report)) {
        found.addAll(files.filter(file -> file.toString().endsWith(ending)).toList());
      }
    }
    return found;
  }
}
