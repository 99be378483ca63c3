package org.allowable.ingest.cms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.allowable.ingest.cms.ImportReport.Outcome;
import org.allowable.ingest.cms.ImportReport.State;
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
        .map(Outcome::sentence)
        .findFirst()
        .orElseThrow();
  }

  private ImportReport run() {
    return ReferenceImport.run(
        new ReferenceImport.Request(source, reference, null, false), Progress.SILENT);
  }
}
