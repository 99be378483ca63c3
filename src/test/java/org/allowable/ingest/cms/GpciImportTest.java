package org.allowable.ingest.cms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.allowable.ingest.cms.ImportReport.Outcome;
import org.allowable.ingest.cms.ImportReport.State;
import org.allowable.model.Progress;
import org.allowable.model.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GpciImportTest {

  @TempDir Path folder;
  private Path source;
  private Path reference;
  private final SampleIndices year2025 = SampleIndices.of("2025");

  @BeforeEach
  void folders() throws IOException {
    source = Files.createDirectories(folder.resolve("source"));
    reference = folder.resolve("reference");
  }

  @Test
  void addendum_e_as_csv_becomes_the_years_table() throws IOException {
    year2025.csv(source.resolve("any.csv"));
    run();
    assertThat(facts("2025")).isEqualTo(shipped("2025"));
  }

  @Test
  void addendum_e_as_fixed_columns_becomes_the_years_table() throws IOException {
    year2025.fixed(source.resolve("any.txt"));
    run();
    assertThat(facts("2025")).isEqualTo(shipped("2025"));
  }

  @Test
  void addendum_e_as_workbook_becomes_the_years_table() throws IOException {
    year2025.workbook(source.resolve("any.xlsx"));
    run();
    assertThat(facts("2025")).isEqualTo(shipped("2025"));
  }

  @Test
  void a_re_export_becomes_the_years_table() throws IOException {
    SampleIndices.of("2024").reExported(source.resolve("gpci_rvu24a.csv"));
    run();
    assertThat(facts("2024")).isEqualTo(shipped("2024"));
  }

  @Test
  void a_missing_locality_is_refused_by_name() throws IOException {
    year2025.without("12402", "01").csv(source.resolve("any.csv"));
    assertThat(refusal())
        .contains("1 of the 109 localities of release 2024 are missing (12402-01)");
  }

  @Test
  void a_retired_locality_may_be_missing() throws IOException {
    SampleIndices.of("2023").csv(source.resolve("GPCI2023.csv"));
    SampleIndices.of("2024").csv(source.resolve("GPCI2024.csv"));
    assertThat(run().count(State.IMPORTED)).isEqualTo(2);
  }

  @Test
  void a_locality_is_not_retired_before_its_last_date() throws IOException {
    SampleIndices.of("2023").called("2022").csv(source.resolve("a.csv"));
    SampleIndices.of("2024").called("2023").csv(source.resolve("b.csv"));
    assertThat(refusal()).contains("3 of the 112 localities", "01112-06, 01112-07, 01182-26");
  }

  @Test
  void a_locality_that_comes_twice_is_refused() throws IOException {
    List<List<String>> rows = new ArrayList<>(year2025.rows());
    rows.add(rows.get(0));
    new SampleIndices("2025", rows).csv(source.resolve("any.csv"));
    assertThat(refusal()).contains("the same key");
  }

  @Test
  void an_index_of_zero_is_refused() throws IOException {
    year2025.withFirstWorkIndex("0.000").csv(source.resolve("any.csv"));
    assertThat(refusal()).contains("an index above zero");
  }

  @Test
  void a_row_of_fixed_columns_that_cannot_be_split_is_refused() throws IOException {
    year2025.withFirstWorkIndex("x.000").fixed(source.resolve("any.txt"));
    assertThat(refusal()).contains("line 3");
  }

  @Test
  void two_work_indices_in_a_file_are_refused() throws IOException {
    Path file = year2025.csv(source.resolve("any.csv"));
    String text = Files.readString(file);
    Files.writeString(file, text.replace("2025 PE GPCI", "2025 PW GPCI (without 1.0 Floor)"));
    assertThat(refusal()).contains("one column of the work index, found 2");
  }

  @Test
  void a_correction_with_the_same_values_adds_nothing() throws IOException {
    SampleIndices.of("2024").reExported(source.resolve("gpci_rvu24a.csv"));
    SampleIndices.of("2024").reExported(source.resolve("gpci_rvu24ar.csv"));
    run();
    assertThat(ReferenceLibrary.files(reference, Reference.GPCI)).hasSize(1);
  }

  @Test
  void a_correction_with_other_values_is_kept_from_its_own_date() throws IOException {
    SampleIndices.of("2024").reExported(source.resolve("gpci_rvu24a.csv"));
    SampleIndices.of("2024")
        .withFirstWorkIndex("1.234")
        .reExported(source.resolve("gpci_rvu24ar.csv"));
    run();
    assertThat(facts("2024AR").get(0)).startsWith("2024AR", "2024-03-09");
  }

  @Test
  void a_year_that_the_calendar_lacks_is_refused_with_the_row_to_add() throws IOException {
    year2025.called("2028").csv(source.resolve("any.csv"));
    assertThat(refusal()).contains("Add a row with release 2028A");
  }

  private List<List<String>> facts(String release) {
    return ReferenceCsv.read(reference.resolve("gpci").resolve(release + ".csv"), Reference.GPCI)
        .stream()
        .map(SourceTable::facts)
        .toList();
  }

  private static List<List<String>> shipped(String release) {
    return ReferenceCsv.read(Path.of("data/reference/gpci", release + ".csv"), Reference.GPCI)
        .stream()
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
