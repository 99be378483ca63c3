package org.allowable.ingest.cms.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.allowable.ingest.cms.intake.ImportReport.FileOutcome;
import org.allowable.ingest.cms.intake.ImportReport.State;
import org.allowable.ingest.cms.library.ReferenceCsv;
import org.allowable.ingest.cms.library.ReferenceLibrary;
import org.allowable.ingest.cms.source.SourceTable;
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
  void two_work_indices_that_say_nothing_of_the_floor_are_refused() throws IOException {
    Path file = year2025.csv(source.resolve("any.csv"));
    String text = Files.readString(file);
    Files.writeString(
        file,
        text.replace("2025 PW GPCI (with 1.0 Floor)", "2025 PW GPCI")
            .replace("2025 PE GPCI", "2025 PW GPCI"));
    assertThat(refusal()).contains("one column of the work index, found 2");
  }

  private static final Pattern FIRST_INDEX =
      Pattern.compile("^(\\d{5}.*?[ ,])((\\d\\.\\d{3})[ ,].*)$");

  private static final String BOTH =
      "Medicare Administrative Contractor (MAC),State,Locality Number,Locality Name,2025 PW GPCI"
          + " (without 1.0 Floor),2025 PW GPCI (with 1.0 Floor),2025 PE GPCI,2025 MP GPCI";

  // The locality's own index stands before the published one; of all others they are the same.
  private Path withBoth(String ownOfFirst, boolean isFixed) throws IOException {
    Path file = isFixed ? source.resolve("any.txt") : source.resolve("any.csv");
    Path one = isFixed ? year2025.fixed(file) : year2025.csv(file);
    List<String> lines = new ArrayList<>();
    boolean isFirst = true;
    for (String line : Files.readAllLines(one)) {
      Matcher indices = FIRST_INDEX.matcher(line);
      if (line.startsWith("Medicare Administrative")) {
        lines.add(BOTH);
      } else if (indices.matches()) {
        String between = isFixed ? "       " : ",";
        String own = isFirst ? ownOfFirst : indices.group(3);
        lines.add(indices.group(1) + own + between + indices.group(2));
        isFirst = false;
      } else {
        lines.add(line);
      }
    }
    return Files.write(file, lines);
  }

  private List<List<String>> both(String ownOfFirst) {
    List<List<String>> rows = new ArrayList<>();
    for (List<String> row : shipped("2025")) {
      List<String> with = new ArrayList<>(row);
      with.set(9, rows.isEmpty() ? ownOfFirst : row.get(6));
      rows.add(with);
    }
    return rows;
  }

  @Test
  void the_work_index_with_the_floor_and_the_one_without_are_both_kept() throws IOException {
    withBoth("0.951", false);
    run();
    assertThat(facts("2025")).isEqualTo(both("0.951"));
  }

  @Test
  void both_work_indices_are_kept_of_fixed_columns_too() throws IOException {
    withBoth("0.951", true);
    run();
    assertThat(facts("2025")).isEqualTo(both("0.951"));
  }

  @Test
  void an_index_without_the_floor_above_the_one_with_it_is_refused() throws IOException {
    withBoth("1.999", false);
    assertThat(refusal()).contains("no less than the index without the floor");
  }

  @Test
  void where_the_law_sets_no_floor_the_only_index_is_the_own_one() throws IOException {
    Files.createDirectories(reference);
    Files.writeString(
        reference.resolve("work_index_floor.csv"),
        "effective_from_date,effective_to_date,floor_index,source\n");
    Path file = year2025.csv(source.resolve("any.csv"));
    Files.writeString(file, Files.readString(file).replace(" (with 1.0 Floor)", ""));
    run();
    assertThat(facts("2025")).allSatisfy(row -> assertThat(row.get(9)).isEqualTo(row.get(6)));
  }

  @Test
  void a_table_of_before_there_were_two_indices_is_still_read() throws IOException {
    year2025.csv(source.resolve("any.csv"));
    run();
    Path table = reference.resolve("gpci/2025.csv");
    Files.write(
        table,
        Files.readAllLines(table).stream()
            .map(line -> line.replace(",work_gpci_without_floor", ""))
            .map(line -> line.replaceFirst(",,(any.csv,\\w+)$", ",$1"))
            .toList());
    ReferenceLibrary.check(table, Reference.GPCI);
    assertThat(facts("2025")).isEqualTo(shipped("2025"));
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
        .map(FileOutcome::sentence)
        .findFirst()
        .orElseThrow();
  }

  private ImportReport run() {
    return ReferenceImport.run(
        new ReferenceImport.Request(source, reference, null, false), Progress.SILENT);
  }
}
