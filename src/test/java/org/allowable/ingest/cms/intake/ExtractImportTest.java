package org.allowable.ingest.cms.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.allowable.ingest.cms.intake.ImportReport.FileOutcome;
import org.allowable.ingest.cms.library.ReferenceLibrary;
import org.allowable.model.Progress;
import org.allowable.model.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Some codes of a release: accepted where the user says so, and remembered as such. */
class ExtractImportTest {

  private static final String NAME = "PPRRVU2025_Oct.csv";

  private final SampleRelease whole = SampleRelease.october2025();

  @TempDir Path folder;
  private Path source;
  private Path reference;

  @BeforeEach
  void folders() throws IOException {
    source = Files.createDirectories(folder.resolve("source"));
    reference = folder.resolve("reference");
  }

  private ImportReport run(boolean isExtract, boolean replace) {
    return ReferenceImport.run(
        new ReferenceImport.Request(source, reference, null, replace, isExtract), Progress.SILENT);
  }

  private void cut() throws IOException {
    new SampleRelease(whole.title(), whole.rows().subList(0, 2)).csv(source.resolve(NAME));
  }

  private List<List<String>> marks() throws IOException {
    Path shipped = ReferenceLibrary.unpackShipped(Files.createTempDirectory(folder, "shipped"));
    return ReferenceLibrary.extracts(reference, shipped).stream()
        .map(row -> row.subList(0, 3))
        .filter(row -> row.get(0).equals("relative_value"))
        .toList();
  }

  @Test
  void a_cut_file_is_refused_without_the_flag_and_the_flag_is_named() throws IOException {
    cut();
    assertThat(run(false, false).outcomes())
        .extracting(FileOutcome::sentence)
        .singleElement()
        .satisfies(sentence -> assertThat(sentence).startsWith("refused").contains("--extract"));
  }

  @Test
  void an_extract_is_accepted_and_called_one() throws IOException {
    cut();
    assertThat(run(true, false).outcomes())
        .extracting(FileOutcome::sentence)
        .containsExactly("relative values 2025D, an extract: 2 rows");
  }

  @Test
  void an_extract_is_marked() throws IOException {
    cut();
    run(true, false);
    assertThat(marks()).containsExactly(List.of("relative_value", "2025D", ""));
  }

  @Test
  void the_status_calls_an_extract_one() throws IOException {
    cut();
    run(true, false);
    assertThat(
            ReferenceStatus.on(
                LocalDate.of(2025, 12, 1), reference, Files.createTempDirectory(folder, "work")))
        .filteredOn(kind -> kind.kind().equals("relative_value"))
        .singleElement()
        .satisfies(kind -> assertThat(kind.isExtract()).isTrue());
  }

  @Test
  void the_whole_release_takes_the_mark_away() throws IOException {
    cut();
    run(true, false);
    whole.csv(source.resolve(NAME));
    assertThat(run(false, true).isRefused()).isFalse();
    assertThat(marks()).isEmpty();
  }

  @Test
  void an_extract_takes_no_whole_releases_place_unasked() throws IOException {
    whole.csv(source.resolve(NAME));
    run(false, false);
    cut();
    assertThat(run(true, false).isRefused()).isTrue();
    assertThat(marks()).isEmpty();
  }

  @Test
  void the_marks_that_ship_are_of_shipped_tables_alone() throws IOException {
    whole.csv(source.resolve(NAME));
    run(false, false);
    assertThat(ReferenceLibrary.files(reference, Reference.REFERENCE_EXTRACT)).isEmpty();
    assertThat(marks()).isEmpty();
  }

  @Test
  void values_that_contradict_each_other_are_refused_in_an_extract_too() throws IOException {
    new SampleRelease(whole.title(), whole.rows().subList(0, 2))
        .with("7.76", "7.77")
        .csv(source.resolve(NAME));
    assertThat(run(true, false).isRefused()).isTrue();
  }

  @Test
  void caps_of_some_localities_are_accepted_as_an_extract() throws IOException {
    Path file = Files.createDirectories(source.resolve("RVU25A")).resolve("OPPSCAP_JAN.csv");
    Files.writeString(
        file,
        """
        HCPCS,MOD,PROCSTAT,CARRIER,LOCALITY,FACILITY PRICE,NON-FACILTY PRICE
        76000,TC,A,12402,01,10.00,11.00
        76000,TC,A,12402,99,10.00,11.00
        77001,TC,A,12402,01,10.00,11.00
        """);
    assertThat(run(false, false).isRefused()).isTrue();
    assertThat(run(true, false).isRefused()).isFalse();
  }
}
