package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

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

  private static List<Path> files(String ending) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path report :
        List.of(
            SampleReports.monthly(),
            SampleReports.comparison(),
            SampleReports.review(),
            SampleReports.scorecard())) {
      try (Stream<Path> files = Files.walk(report)) {
        found.addAll(files.filter(file -> file.toString().endsWith(ending)).toList());
      }
    }
    return found;
  }
}
