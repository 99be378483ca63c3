package org.allowable.ingest.cms.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.allowable.ingest.cms.feeschedule.RelativeValueFile;
import org.allowable.ingest.cms.intake.ImportReport.FileOutcome;
import org.allowable.ingest.cms.intake.ImportReport.State;
import org.allowable.ingest.cms.library.ReferenceCsv;
import org.allowable.ingest.cms.source.CmsFile;
import org.allowable.ingest.cms.source.SourceTable;
import org.allowable.model.InputException;
import org.allowable.model.Progress;
import org.allowable.model.Reference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceImportTest {

  private static final String NAME = "PPRRVU2025_Oct";

  @TempDir Path folder;
  private Path source;
  private Path reference;
  private final SampleRelease sample = SampleRelease.october2025();

  @BeforeEach
  void folders() throws IOException {
    source = Files.createDirectories(folder.resolve("source"));
    reference = folder.resolve("reference");
  }

  @Test
  void a_csv_of_31_columns_becomes_a_table() throws IOException {
    sample.csv(source.resolve(NAME + ".csv"));
    assertThat(states()).containsExactly(State.IMPORTED);
    assertThat(relativeValues("2025D")).hasSize(59);
  }

  @Test
  void every_column_but_the_description_comes_over() throws IOException {
    sample.csv(source.resolve(NAME + ".csv"));
    run();
    List<String> row = row("76000");
    assertThat(row.subList(0, 31))
        .containsExactly(
            ("2025D,2025-10-01,76000,,A,0.30,0.95,false,0.95,true,0.04,1.29,1.29,1,XXX,0.0000,"
                    + "0.0000,0.0000,0,0,0,0,0,,32.3465,09,0,99,7.50,7.50,0.12")
                .split(",", -1));
  }

  @Test
  void no_description_is_stored() throws IOException {
    sample.csv(source.resolve(NAME + ".csv"));
    run();
    assertThat(reference.resolve("relative_value/2025D.csv"))
        .content()
        .doesNotContain("our own words");
  }

  @Test
  void each_row_names_the_file_and_its_hash() throws IOException {
    Path file = sample.csv(source.resolve(NAME + ".csv"));
    run();
    assertThat(relativeValues("2025D"))
        .allSatisfy(
            row ->
                assertThat(row.subList(31, 33))
                    .containsExactly(NAME + ".csv", new CmsFile(file).sha256()));
  }

  @Test
  void a_csv_of_32_columns_gives_the_same_rows() throws IOException {
    assertSameRows(sample.csvOf2026(folder.resolve("other/" + NAME + ".csv")));
  }

  @Test
  void a_csv_with_bare_carriage_returns_gives_the_same_rows() throws IOException {
    assertSameRows(sample.csvOfBareCarriageReturns(folder.resolve("other/" + NAME + ".csv")));
  }

  @Test
  void a_re_exported_csv_gives_the_same_rows() throws IOException {
    assertSameRows(sample.reExported(folder.resolve("other/pprrvu_rvu25d_oct.csv")));
  }

  @Test
  void fixed_columns_give_the_same_rows() throws IOException {
    assertSameRows(sample.fixed(folder.resolve("other/" + NAME + ".txt")));
  }

  @Test
  void a_workbook_gives_the_same_rows() throws IOException {
    Files.createDirectories(folder.resolve("other"));
    assertSameRows(sample.workbook(folder.resolve("other/" + NAME + ".xlsx")));
  }

  @Test
  void the_title_says_the_release_whatever_the_name() throws IOException {
    sample
        .titled(SampleRelease.OCTOBER_2025.replace("October", "April"))
        .csv(source.resolve("download.csv"));
    run();
    assertThat(relativeValues("2025B")).hasSize(59);
  }

  @Test
  void the_folder_says_the_release_where_title_and_name_do_not() throws IOException {
    sample.fixed(source.resolve("RVU25C/download.txt"));
    run();
    assertThat(relativeValues("2025C")).hasSize(59);
  }

  @Test
  void the_option_says_the_release_where_nothing_else_does() throws IOException {
    sample.fixed(source.resolve("download.txt"));
    run("2025A", false);
    assertThat(relativeValues("2025A")).hasSize(59);
  }

  @Test
  void a_file_of_no_known_release_is_refused() throws IOException {
    sample.fixed(source.resolve("download.txt"));
    assertThat(refusal()).contains("neither title nor name says which release");
  }

  @Test
  void a_year_that_the_calendar_lacks_is_refused_with_the_row_to_add() throws IOException {
    sample.titled(SampleRelease.OCTOBER_2025.replace("2025", "2028")).csv(source.resolve("a.csv"));
    assertThat(refusal()).contains("Add a row with release 2028D", "release_calendar.csv");
  }

  @Test
  void the_corrected_january_release_is_told_by_its_factor() throws IOException {
    sample
        .titled("2024 National Physician Fee Schedule Relative Value File January Release")
        .with("32.3465", "33.2875")
        .csv(source.resolve("PPRRVU24_JAN.csv"));
    run();
    assertThat(relativeValues("2024AR"))
        .allSatisfy(row -> assertThat(row.get(1)).isEqualTo("2024-03-09"));
  }

  @Test
  void a_factor_that_no_row_knows_is_refused_with_the_row_to_add() throws IOException {
    sample.with("32.3465", "32.3456").csv(source.resolve(NAME + ".csv"));
    assertThat(refusal()).contains("hold on 2025-10-01", "add a row", "conversion_factor.csv");
  }

  @Test
  void two_factors_in_a_file_are_refused() throws IOException {
    sample
        .and(sample.rows().get(0).replace("62321", "62999").replace("32.3465", "33.4009"))
        .csv(source.resolve(NAME + ".csv"));
    assertThat(refusal()).contains("conversion factor");
  }

  @Test
  void a_total_that_does_not_add_up_is_refused() throws IOException {
    sample.with("7.76,3.21", "7.77,3.21").csv(source.resolve(NAME + ".csv"));
    assertThat(refusal()).contains("in 1 rows, first on line 4", "non_facility_total_rvu");
  }

  @Test
  void components_that_do_not_make_the_global_row_are_refused() throws IOException {
    sample
        .with(
            "26,our own words,A,,0.30,0.12,,0.12,,0.03,0.45,0.45",
            "26,our own words,A,,0.31,0.12,,0.12,,0.03,0.46,0.46")
        .csv(source.resolve(NAME + ".csv"));
    assertThat(refusal()).contains("26 and TC", "work_rvu");
  }

  @Test
  void the_same_code_and_modifier_twice_are_refused() throws IOException {
    sample.and(sample.rows().get(0)).csv(source.resolve(NAME + ".csv"));
    assertThat(refusal()).contains("line 63", "the same key stands on line 4");
  }

  @Test
  void a_number_that_is_none_is_refused_with_its_place() throws IOException {
    sample.with("5.63", "5,63").csv(source.resolve(NAME + ".csv"));
    assertThat(refusal()).contains("line 4");
  }

  @Test
  void a_refusal_quotes_no_cell() throws IOException {
    sample.with("1.95", "secret").csv(source.resolve(NAME + ".csv"));
    assertThat(refusal()).contains("line 4, column WORK RVU").doesNotContain("secret");
  }

  @Test
  void a_missing_number_is_not_zero() throws IOException {
    sample.with("1.95,5.63", ",5.63").csv(source.resolve(NAME + ".csv"));
    assertThat(refusal()).contains("found nothing");
  }

  @Test
  void a_third_decimal_is_refused_and_not_rounded() throws IOException {
    sample.with("1.95,5.63", "1.955,5.63").csv(source.resolve(NAME + ".csv"));
    assertThat(refusal()).contains("at most 2 decimals");
  }

  @Test
  void a_release_without_an_active_code_is_refused() throws IOException {
    sample.with("words,A,", "words,I,").csv(source.resolve(NAME + ".csv"));
    assertThat(refusal()).contains("no code has status A");
  }

  @Test
  void a_release_that_lost_many_codes_is_refused() throws IOException {
    sample
        .titled(SampleRelease.OCTOBER_2025.replace("October", "July"))
        .csv(source.resolve("PPRRVU2025_Jul.csv"));
    new SampleRelease(SampleRelease.OCTOBER_2025, sample.rows().subList(0, 2))
        .csv(source.resolve(NAME + ".csv"));
    assertThat(refusal()).contains("only 2 of the 51 codes of release 2025C");
  }

  @Test
  void a_release_that_lacks_a_code_of_its_shipped_extract_is_refused() throws IOException {
    sample.without("64483").csv(source.resolve(NAME + ".csv"));
    assertThat(refusal()).contains("1 of the 58 rows of release 2025D", "(first code 64483)");
  }

  @Test
  void a_release_that_lacks_many_codes_of_the_shipped_one_before_is_refused() throws IOException {
    SampleRelease october =
        sample
            .titled("2026 National Physician Fee Schedule Relative Value File October Release")
            .with("32.3465", "33.4009");
    new SampleRelease(october.title(), october.rows().subList(0, 6))
        .csv(source.resolve("PPRRVU2026_Oct.csv"));
    assertThat(refusal())
        .contains("only 4 of the 48 codes of release 2026C that ship with the program");
  }

  @Test
  void a_release_that_may_lack_a_few_codes_of_the_shipped_one_before_is_taken() throws IOException {
    sample
        .titled("2026 National Physician Fee Schedule Relative Value File October Release")
        .with("32.3465", "33.4009")
        .without("64483")
        .csv(source.resolve("PPRRVU2026_Oct.csv"));
    assertThat(states()).containsExactly(State.IMPORTED);
  }

  @Test
  void a_release_that_ends_before_the_last_codes_is_refused() throws IOException {
    sample.without("V5364").csv(source.resolve(NAME + ".csv"));
    assertThat(refusal()).contains("it ends before the codes that begin with V");
  }

  @ParameterizedTest
  @ValueSource(ints = {3_000, 15_000, 18_000})
  void the_first_lines_of_cms_own_file_are_refused(int lines) throws IOException {
    Path whole = CmsData.folder().resolve("2025D/PPRRVU2025_Oct.csv");
    try (Stream<String> text = Files.lines(whole, StandardCharsets.ISO_8859_1)) {
      Files.write(
          source.resolve(NAME + ".csv"), text.limit(lines).toList(), StandardCharsets.ISO_8859_1);
    }
    assertThat(refusal()).contains("Take the complete file from CMS.");
  }

  @Test
  void an_unknown_column_is_refused() throws IOException {
    Path file = sample.csv(source.resolve(NAME + ".csv"));
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    Files.writeString(file, text.replace(",BASE,FACTOR", ",FACTOR,BASE"));
    assertThat(refusal()).contains("31 column names");
  }

  @Test
  void one_refused_file_keeps_all_others_out() throws IOException {
    sample.csv(source.resolve(NAME + ".csv"));
    sample
        .titled(SampleRelease.OCTOBER_2025.replace("October", "July"))
        .with("7.76,3.21", "7.77,3.21")
        .csv(source.resolve("PPRRVU2025_Jul.csv"));
    run();
    assertThat(reference).doesNotExist();
  }

  @Test
  void a_refusal_leaves_what_was_there() throws IOException {
    Path file = sample.csv(source.resolve(NAME + ".csv"));
    run();
    Map<Path, String> before = contents();
    Files.delete(file);
    sample.with("7.76,3.21", "7.77,3.21").csv(source.resolve(NAME + ".csv"));
    run();
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void a_second_run_changes_nothing() throws IOException {
    sample.csv(source.resolve(NAME + ".csv"));
    run();
    Map<Path, String> before = contents();
    assertThat(states()).containsExactly(State.UNCHANGED);
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void another_format_of_the_release_leaves_the_first() throws IOException {
    sample.csv(source.resolve(NAME + ".csv"));
    run();
    Map<Path, String> before = contents();
    sample.fixed(source.resolve(NAME + ".txt"));
    sample.workbook(source.resolve(NAME + ".xlsx"));
    assertThat(states()).containsOnly(State.UNCHANGED);
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void other_values_for_a_release_that_is_there_are_refused() throws IOException {
    sample.csv(source.resolve(NAME + ".csv"));
    run();
    sample
        .with("5.63,,1.08,,0.18,7.76", "5.64,,1.08,,0.18,7.77")
        .csv(source.resolve(NAME + ".csv"));
    assertThat(refusal()).contains("relative_value 2025D with other values", "--replace");
  }

  @Test
  void replace_takes_the_other_values() throws IOException {
    sample.csv(source.resolve(NAME + ".csv"));
    run();
    sample
        .with("5.63,,1.08,,0.18,7.76", "5.64,,1.08,,0.18,7.77")
        .csv(source.resolve(NAME + ".csv"));
    run(null, true);
    assertThat(row("62321").get(6)).isEqualTo("5.64");
  }

  @Test
  void two_files_of_one_import_that_disagree_are_refused_even_with_replace() throws IOException {
    sample.csv(source.resolve("a.csv"));
    sample.with("5.63,,1.08,,0.18,7.76", "5.64,,1.08,,0.18,7.77").csv(source.resolve("b.csv"));
    assertThat(run(null, true).count(State.REFUSED)).isEqualTo(1);
  }

  @Test
  void the_files_for_apm_participants_and_others_are_one_release() throws IOException {
    SampleRelease july =
        sample.titled("2026 National Physician Fee Schedule Relative Value File July Release");
    july.with("32.3465", "33.5675").csvOf2026(source.resolve("PPRRVU2026_Jul_QPP.csv"));
    july.with("32.3465", "33.4009").csvOf2026(source.resolve("PPRRVU2026_Jul_nonQPP.csv"));
    assertThat(states()).containsExactly(State.IMPORTED, State.UNCHANGED);
  }

  @Test
  void a_broken_workbook_is_no_fault_of_the_program() throws IOException {
    Files.write(source.resolve("broken.xlsx"), new byte[] {'P', 'K', 3, 4, 1, 2, 3});
    assertThat(states()).containsExactly(State.NOT_IMPORTED);
  }

  @Test
  void a_file_of_another_kind_is_passed_over() throws IOException {
    Files.writeString(source.resolve("ANES2025.csv"), "Contractor,Locality,Locality Name,CF\n");
    assertThat(run().outcomes().get(0).sentence())
        .isEqualTo("not imported: anesthesia conversion factors");
  }

  @Test
  void an_empty_source_is_refused() {
    assertThatThrownBy(this::run)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("holds no files");
  }

  private void assertSameRows(Path other) throws IOException {
    Path first = sample.csv(folder.resolve("first/" + NAME + ".csv"));
    assertThat(cells(other)).isEqualTo(cells(first));
  }

  private static List<List<String>> cells(Path file) {
    return RelativeValueFile.read(Recognition.recognize(new CmsFile(file))).rows().stream()
        .map(SourceTable.Row::cells)
        .toList();
  }

  private List<List<String>> relativeValues(String release) {
    return ReferenceCsv.read(
        reference.resolve("relative_value").resolve(release + ".csv"), Reference.RELATIVE_VALUE);
  }

  private List<String> row(String code) {
    return relativeValues("2025D").stream()
        .filter(row -> row.get(2).equals(code))
        .findFirst()
        .orElseThrow();
  }

  private String refusal() {
    return run().outcomes().stream()
        .filter(outcome -> outcome.state() == State.REFUSED)
        .map(FileOutcome::sentence)
        .findFirst()
        .orElseThrow();
  }

  private List<State> states() {
    return run().outcomes().stream().map(FileOutcome::state).toList();
  }

  private ImportReport run() {
    return run(null, false);
  }

  private ImportReport run(@Nullable String release, boolean replace) {
    return ReferenceImport.run(
        new ReferenceImport.Request(source, reference, release, replace), Progress.SILENT);
  }

  private Map<Path, String> contents() throws IOException {
    Map<Path, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(reference)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(file, Files.readString(file));
      }
    }
    return contents;
  }
}
