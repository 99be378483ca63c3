package org.allowable.ingest.cms.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.allowable.ingest.cms.intake.ImportReport.State;
import org.allowable.model.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** NCCI pairs and add-on codes, and wage indices. */
class EditImportTest {

  private static final String CMS_PAIRS =
      """
      A notice about rights

      Column 1\tColumn 2\t*=in existence\tEffective\tDeletion\tModifier\tPTP Edit Rationale
      \t\tprior to 1996\tDate\tDate *=no data\t0=not allowed 1=allowed\t
      62321\t77003\t\t20170101\t*\t0\tour own words
      62321\t64483\t*\t19960101\t20191231\t1\tour own words
      62321\t64483\t\t20200401\t*\t1\tour own words
      """;
  private static final String PAIRS =
      """
      column1,column2,deletion_date,modifier_indicator,rationale
      62321,77003,9999-12-31,0,our own words
      62321,64510,2019-12-31,1,our own words
      """;
  private static final String ADD_ONS =
      """
      primary_code,add_on_code,aoc_edit_type
      CCCCC,0054T,2
      64483,64484,1
      """;
  private static final String WAGES =
      """
      cbsa,effective_from_date,effective_to_date,wage_index
      35614,2025-01-01,2025-12-31,1.3006
      35614,2026-01-01,,1.3
      31,2025-01-01,,0.9
      """;

  @TempDir Path temp;
  private ImportFolder files;

  @BeforeEach
  void folders() throws IOException {
    files = ImportFolder.in(temp);
  }

  @Test
  void pairs_of_cms_keep_their_dates() throws IOException {
    files.write("ccipra-v300r0-f1.txt", CMS_PAIRS);
    files.run();
    assertThat(files.facts(Reference.PROCEDURE_PAIR, ""))
        .containsExactly(
            List.of("62321", "64483", "1996-01-01", "2019-12-31", "1"),
            List.of("62321", "64483", "2020-04-01", "", "1"),
            List.of("62321", "77003", "2017-01-01", "", "0"));
  }

  @Test
  void pairs_of_a_re_export_have_no_start() throws IOException {
    files.write("ptp.csv", PAIRS);
    files.run();
    assertThat(files.facts(Reference.PROCEDURE_PAIR, ""))
        .containsExactly(
            List.of("62321", "64510", "", "2019-12-31", "1"),
            List.of("62321", "77003", "", "", "0"));
  }

  @Test
  void the_parts_of_a_quarter_become_one_table_and_what_both_say_is_kept_once() throws IOException {
    files.write("f1.csv", PAIRS);
    files.write("f2.csv", PAIRS + "64483,77003,9999-12-31,0,our own words\n");
    files.run();
    assertThat(files.rows(Reference.PROCEDURE_PAIR, ""))
        .extracting(row -> row.get(5))
        .containsExactly("f1.csv", "f1.csv", "f2.csv");
  }

  @Test
  void a_second_run_with_parts_changes_nothing() throws IOException {
    files.write("f1.csv", PAIRS);
    files.write("f2.csv", PAIRS + "64483,77003,9999-12-31,0,our own words\n");
    files.run();
    assertThat(files.states()).containsOnly(State.UNCHANGED);
  }

  @Test
  void a_pair_with_two_indicators_is_refused() throws IOException {
    files.write("f1.csv", PAIRS);
    files.write("f2.csv", PAIRS.replace("9999-12-31,0", "9999-12-31,1"));
    assertThat(files.refusal()).contains("f2.csv, line 2", "contradicts it");
  }

  @Test
  void a_pair_that_one_quarter_has_open_and_another_deleted_is_refused() throws IOException {
    files.write("f1.txt", CMS_PAIRS);
    files.write("g1.txt", CMS_PAIRS.replace("20170101\t*", "20170101\t20241231"));
    assertThat(files.refusal()).contains("Import the files of one quarter alone");
  }

  @Test
  void pairs_of_hospitals_are_passed_over() throws IOException {
    files.write("ccioph-v300r0-f1.txt", CMS_PAIRS);
    assertThat(files.states()).containsExactly(State.NOT_IMPORTED);
  }

  @Test
  void a_later_quarter_of_pairs_needs_to_be_told_to_replace() throws IOException {
    Path file = files.write("f1.csv", PAIRS);
    files.run();
    files.write(file.getFileName().toString(), PAIRS.replace("2019-12-31", "2020-12-31"));
    assertThat(files.refusal()).contains("procedure_pair with other values", "--replace");
  }

  @Test
  void a_table_of_far_fewer_pairs_does_not_replace() throws IOException {
    files.write("f1.csv", PAIRS);
    files.run();
    files.write("f1.csv", PAIRS.replaceFirst("(?m)^62321,64510.*\n", ""));
    assertThat(files.run(null, true).outcomes().get(0).sentence())
        .contains("it has 1 rows", "procedure_pair in the reference directory has 2");
  }

  @Test
  void add_on_codes_keep_what_the_contractor_defines() throws IOException {
    files.write("aoc.csv", ADD_ONS);
    files.run();
    assertThat(files.facts(Reference.ADD_ON_CODE, ""))
        .containsExactly(List.of("64483", "64484", "1"), List.of("CCCCC", "0054T", "2"));
  }

  @Test
  void an_add_on_code_with_two_types_is_refused() throws IOException {
    files.write("aoc.csv", ADD_ONS + "64483,64484,3\n");
    assertThat(files.refusal()).contains("line 4: the same key stands on line 3");
  }

  @Test
  void wage_indices_come_in_our_own_layout() throws IOException {
    files.write("wages.csv", WAGES);
    files.run();
    assertThat(files.facts(Reference.WAGE_INDEX, ""))
        .containsExactly(
            List.of("31", "2025-01-01", "", "0.9000"),
            List.of("35614", "2025-01-01", "2025-12-31", "1.3006"),
            List.of("35614", "2026-01-01", "", "1.3000"));
  }

  @Test
  void two_wage_indices_of_an_area_on_a_day_are_refused() throws IOException {
    files.write("wages.csv", WAGES.replace("2025-12-31", "2026-01-01"));
    assertThat(files.refusal()).contains("line 3", "another index at that time on line 2");
  }

  @Test
  void a_wage_index_of_zero_is_refused() throws IOException {
    files.write("wages.csv", WAGES.replace("0.9", "0"));
    assertThat(files.refusal()).contains("an index above zero");
  }
}
