package org.allowable.ingest.cms.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.allowable.ingest.cms.intake.ImportReport.State;
import org.allowable.model.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CMS's ZIP code to carrier locality file of a quarter, in rows of our own. */
class ZipSnapshotImportTest {

  private static final String HISTORY =
      "zip5,carrier,locality,from_year,to_year\n06049,13102,00,2020,9999\n07001,12402,01,2020,9999\n";
  private static final String SHEET =
      "STATE,ZIP CODE,CARRIER,LOCALITY,RURAL IND,PLUS 4 FLAG,YEAR/QTR\n";

  @TempDir Path temp;
  private ImportFolder files;

  @BeforeEach
  void folders() throws IOException {
    files = ImportFolder.in(temp);
  }

  @Test
  void fixed_columns_hold_from_their_quarter() throws IOException {
    files.write("ZIP5.txt", fixed("CT", "06049", "13102", "01", "20241"));
    files.run();
    assertThat(zips()).containsExactly(List.of("06049", "13102", "01", "2024-01-01", ""));
  }

  @Test
  void a_sheet_that_lost_its_zeros_holds_from_its_quarter() throws IOException {
    files.write("ZIP5.csv", SHEET + "CT,6049,13102,1,,0,20243\n");
    files.run();
    assertThat(zips()).containsExactly(List.of("06049", "13102", "01", "2024-07-01", ""));
  }

  @Test
  void a_zip_code_that_moved_gets_a_new_row_and_its_old_one_ends_the_day_before()
      throws IOException {
    files.write("history.csv", HISTORY);
    files.write(
        "ZIP5.txt",
        fixed("CT", "06049", "13102", "01", "20241")
            + fixed("NJ", "07001", "12402", "01", "20241"));
    files.run();
    assertThat(zips())
        .containsExactly(
            List.of("06049", "13102", "00", "2020-01-01", "2023-12-31"),
            List.of("06049", "13102", "01", "2024-01-01", ""),
            List.of("07001", "12402", "01", "2020-01-01", ""));
  }

  @Test
  void a_quarter_changes_what_is_in_the_reference_directory() throws IOException {
    Path history = files.write("history.csv", HISTORY);
    files.run();
    Files.delete(history);
    files.write(
        "ZIP5.txt",
        fixed("CT", "06049", "13102", "01", "20241")
            + fixed("NJ", "07001", "12402", "01", "20241"));
    assertThat(files.states()).containsExactly(State.IMPORTED);
  }

  @Test
  void quarters_in_any_order_give_the_same() throws IOException {
    files.write("a.txt", fixed("CT", "06049", "13102", "01", "20242"));
    files.write("b.txt", fixed("CT", "06049", "13102", "00", "20231"));
    files.run();
    assertThat(zips())
        .containsExactly(
            List.of("06049", "13102", "00", "2023-01-01", "2024-03-31"),
            List.of("06049", "13102", "01", "2024-04-01", ""));
  }

  @Test
  void an_earlier_quarter_that_comes_later_ends_where_the_known_row_starts() throws IOException {
    Path later = files.write("a.txt", fixed("CT", "06049", "13102", "01", "20242"));
    files.run();
    Files.delete(later);
    files.write("b.txt", fixed("CT", "06049", "13102", "00", "20231"));
    files.run();
    assertThat(zips())
        .containsExactly(
            List.of("06049", "13102", "00", "2023-01-01", "2024-03-31"),
            List.of("06049", "13102", "01", "2024-04-01", ""));
  }

  @Test
  void a_second_run_changes_nothing() throws IOException {
    files.write("history.csv", HISTORY);
    files.write(
        "ZIP5.txt",
        fixed("CT", "06049", "13102", "01", "20241")
            + fixed("NJ", "07001", "12402", "01", "20241"));
    files.run();
    assertThat(files.states()).containsOnly(State.UNCHANGED);
  }

  @Test
  void two_localities_of_a_zip_code_are_refused() throws IOException {
    files.write(
        "ZIP5.txt",
        fixed("CT", "06049", "13102", "01", "20241")
            + fixed("CT", "06049", "13102", "00", "20241"));
    assertThat(files.refusal()).contains("line 2, column ZIP code");
  }

  @Test
  void rows_of_two_quarters_are_refused() throws IOException {
    files.write(
        "ZIP5.txt",
        fixed("CT", "06049", "13102", "01", "20241")
            + fixed("NJ", "07001", "12402", "01", "20242"));
    assertThat(files.refusal()).contains("the quarter of the rows above");
  }

  @Test
  void a_line_that_cannot_be_split_is_refused() throws IOException {
    files.write("ZIP5.txt", fixed("CT", "06049", "13102", "01", "20241") + "CT0604\n");
    assertThat(files.refusal()).contains("line 2");
  }

  @Test
  void a_file_that_lacks_many_zip_codes_is_refused() throws IOException {
    files.write("history.csv", HISTORY);
    files.write("ZIP5.txt", fixed("CT", "06049", "13102", "00", "20241"));
    assertThat(files.refusal()).contains("only 1 of the 2 ZIP codes");
  }

  @Test
  void another_locality_that_starts_on_the_same_day_is_refused() throws IOException {
    files.write("a.txt", fixed("CT", "06049", "13102", "00", "20241"));
    files.write("b.txt", fixed("CT", "06049", "13102", "01", "20241"));
    assertThat(files.refusal()).contains("starts on the same day, 2024-01-01");
  }

  private List<List<String>> zips() {
    return files.facts(Reference.ZIP_LOCALITY, "");
  }

  // Written after CMS's record layout, position by position.
  private static String fixed(
      String state, String zip, String carrier, String locality, String quarter) {
    return state + zip + carrier + locality + " Z9   0 1" + " ".repeat(52) + quarter + "\n";
  }
}
