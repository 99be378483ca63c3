package org.allowable.ingest.cms.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.allowable.ingest.cms.feeschedule.OppsCapFile;
import org.allowable.ingest.cms.intake.ImportReport.FileOutcome;
import org.allowable.ingest.cms.intake.ImportReport.State;
import org.allowable.ingest.cms.library.ReferenceCsv;
import org.allowable.ingest.cms.source.CmsFile;
import org.allowable.ingest.cms.source.SourceTable;
import org.allowable.model.Progress;
import org.allowable.model.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalityAndCapImportTest {

  private static final String ZIP_NAMES = "zip5,carrier,locality,from_year,to_year\r\n";
  private static final String CAP_NAMES =
      "HCPCS,MOD,PROCSTAT,CARRIER,LOCALITY,FACILITY PRICE,NON-FACILTY PRICE\r\n";

  @TempDir Path folder;
  private Path source;
  private Path reference;

  @BeforeEach
  void folders() throws IOException {
    source = Files.createDirectories(folder.resolve("source"));
    reference = folder.resolve("reference");
  }

  @Test
  void years_become_dates_and_9999_no_end() throws IOException {
    write("zip.csv", ZIP_NAMES + "06049,13102,00,2020,2023\r\n06049,13102,01,2024,9999\r\n");
    run();
    assertThat(rows("zip_locality.csv"))
        .containsExactly(
            List.of("06049", "13102", "00", "2020-01-01", "2023-12-31"),
            List.of("06049", "13102", "01", "2024-01-01", ""));
  }

  @Test
  void two_localities_of_a_zip_code_at_a_time_are_refused() throws IOException {
    write("zip.csv", ZIP_NAMES + "06049,13102,00,2020,9999\r\n06049,13102,01,2024,9999\r\n");
    assertThat(refusal()).contains("line 3", "another locality at that time on line 2");
  }

  @Test
  void caps_become_a_table_of_the_folders_release() throws IOException {
    write(
        "RVU25A/OPPSCAP_JAN.csv",
        CAP_NAMES + "76000,TC,A,12402,01,10.00,11.00\r\n\u001a,,,,,,\r\n");
    run();
    assertThat(
            ReferenceCsv.read(reference.resolve("opps_cap/2025A.csv"), Reference.OPPS_CAP)
                .get(0)
                .subList(0, 9))
        .containsExactly(
            "2025A", "2025-01-01", "76000", "TC", "A", "12402", "01", "10.00", "11.00");
  }

  @Test
  void a_month_that_contradicts_the_folder_is_refused() throws IOException {
    write("RVU25D/OPPSCAP_JAN.csv", CAP_NAMES + "76000,TC,A,12402,01,10.00,11.00\r\n");
    assertThat(refusal()).contains("say different releases");
  }

  @Test
  void a_code_that_lacks_a_locality_is_refused() throws IOException {
    write(
        "RVU25A/OPPSCAP_JAN.csv",
        CAP_NAMES
            + "76000,TC,A,12402,01,10.00,11.00\r\n"
            + "76000,TC,A,12402,99,10.00,11.00\r\n"
            + "76001,TC,A,12402,01,10.00,11.00\r\n");
    assertThat(refusal()).contains("1 of 2 codes lack some of the 2 localities");
  }

  private static final String FIXED_CAPS =
      """
      76000TC A 12402  01    10.00     11.50
      76000TC A 12402  99    20.00     1234.56
      77001   C 12402  01     0.00      0.00
      77001   C 12402  99     7.25      7.25
      """
          .replace("\n", "\r\n");

  private List<List<String>> caps() {
    return ReferenceCsv.read(reference.resolve("opps_cap/2025A.csv"), Reference.OPPS_CAP).stream()
        .map(SourceTable::facts)
        .toList();
  }

  @Test
  void caps_in_fixed_columns_are_what_the_separated_text_says() throws IOException {
    write("RVU25A/OPPSCAP_JAN.txt", FIXED_CAPS);
    run();
    assertThat(caps())
        .containsExactly(
            List.of("2025A", "2025-01-01", "76000", "TC", "A", "12402", "01", "10.00", "11.50"),
            List.of("2025A", "2025-01-01", "76000", "TC", "A", "12402", "99", "20.00", "1234.56"),
            List.of("2025A", "2025-01-01", "77001", "", "C", "12402", "01", "0.00", "0.00"),
            List.of("2025A", "2025-01-01", "77001", "", "C", "12402", "99", "7.25", "7.25"));
  }

  @Test
  void both_texts_of_a_package_hold_the_same_caps() throws IOException {
    write("RVU25A/OPPSCAP_JAN.txt", FIXED_CAPS);
    write(
        "RVU25A/OPPSCAP_JAN.csv",
        CAP_NAMES
            + "76000,TC,A,12402,01,10.00,11.50\r\n76000,TC,A,12402,99,20.00,1234.56\r\n"
            + "77001,,C,12402,01,0.00,0.00\r\n77001,,C,12402,99,7.25,7.25\r\n");
    assertThat(run().outcomes().stream().map(FileOutcome::state))
        .containsExactly(State.IMPORTED, State.UNCHANGED);
  }

  @Test
  void a_line_of_fixed_columns_that_is_cut_is_refused() throws IOException {
    write("RVU25A/OPPSCAP_JAN.txt", FIXED_CAPS + "77002TC A 12402  01    1");
    assertThat(refusal()).contains("line 5");
  }

  @Test
  void the_first_lines_of_cms_s_fixed_columns_are_the_separated_texts_of_january()
      throws IOException {
    // Caps of category III codes did not change within 2025.
    Path head = CmsData.folder().resolve("2025D/OPPSCAP_Oct.head.txt");
    List<List<String>> fixed =
        OppsCapFile.extract(Recognition.recognize(new CmsFile(head))).rows().stream()
            .map(SourceTable.Row::cells)
            .toList();
    Path january = CmsData.folder().resolve("2025A/OPPSCAP_JAN.csv");
    assertThat(fixed).hasSize(120);
    assertThat(
            OppsCapFile.read(Recognition.recognize(new CmsFile(january))).rows().stream()
                .map(SourceTable.Row::cells))
        .containsAll(fixed);
  }

  @Test
  void the_file_of_nine_digits_in_the_same_package_is_passed_over() throws IOException {
    String end = " ".repeat(50) + "20254\r\n";
    write("ZIP9.txt", "NJ070011240201 Z9   10001" + end + "NJ070011240299 Z9   10002" + end);
    assertThat(run().outcomes().get(0).sentence()).contains("ZIP codes of nine digits");
  }

  @Test
  void a_packed_table_is_read_as_it_is_and_gives_way_to_an_import() throws IOException {
    java.nio.file.Files.createDirectories(reference);
    ReferenceCsv.write(
        reference.resolve("zip_locality.csv.gz"),
        Reference.ZIP_LOCALITY,
        List.of(List.of("07001", "12402", "01", "2020-01-01", "", "invented", "invented")));
    write("ZIP5.txt", "NJ070011240299 Z9   0 A" + " ".repeat(52) + "20254\r\n");
    run();
    assertThat(reference.resolve("zip_locality.csv.gz")).doesNotExist();
    assertThat(rows("zip_locality.csv"))
        .containsExactly(
            List.of("07001", "12402", "01", "2020-01-01", "2025-09-30"),
            List.of("07001", "12402", "99", "2025-10-01", ""));
  }

  private void write(String name, String text) throws IOException {
    Path file = source.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<List<String>> rows(String name) {
    return ReferenceCsv.read(reference.resolve(name), Reference.ZIP_LOCALITY).stream()
        .map(SourceTable::facts)
        .toList();
  }

  private String refusal() {
    return run().outcomes().stream()
        .filter(outcome -> outcome.state() == State.REFUSED)
        .map(FileOutcome::sentence)
        .findFirst()
        .orElseThrow();
  }

  private ImportReport run() {
    return ReferenceImport.run(
        new ReferenceImport.Request(source, reference, null, false), Progress.SILENT);
  }
}
