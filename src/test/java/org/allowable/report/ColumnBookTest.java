package org.allowable.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.allowable.model.Rows;
import org.allowable.model.Tables;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnBookTest {

  private static Stream<CSVRecord> headed() {
    return Tables.rows("columns.csv").stream().filter(row -> !row.get("header").isEmpty());
  }

  @Test
  void a_name_stands_once() {
    Set<String> names = new HashSet<>();
    assertThat(Tables.rows("columns.csv")).allMatch(row -> names.add(row.get("column")));
  }

  @Test
  void what_has_a_header_says_what_it_means() {
    assertThat(headed()).noneMatch(row -> row.get("definition").isBlank());
  }

  @Test
  void what_stands_out_is_a_column_with_a_header() {
    assertThat(Tables.rows("emphasis.csv"))
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(ColumnBook.named(row.get("column")).emphasis().kind())
                    .isNotEqualTo(Emphasis.Manner.NONE));
  }

  @Test
  void words_that_stand_out_are_words_of_the_labels() {
    Set<String> labels = new HashSet<>();
    Tables.rows("labels.csv").forEach(row -> labels.add(row.get("label")));
    assertThat(
            Tables.rows("emphasis.csv").stream().filter(row -> row.get("emphasis").equals("alert")))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(labels).contains(row.get("words")));
  }

  @Test
  void a_quotient_is_of_columns_that_have_headers() {
    assertThat(headed().map(row -> row.get("total")).filter(total -> total.contains("/")))
        .isNotEmpty()
        .allSatisfy(
            total -> assertThat(List.of(total.split(" / ", -1))).map(ColumnBook::named).hasSize(2));
  }

  @Test
  void a_quotient_is_worked_out_from_totals() {
    TableBlock table =
        TableBlock.of(
                List.of(
                    ColumnBook.named("shortfall_amount"),
                    ColumnBook.named("expected_allowed_amount"),
                    ColumnBook.named("shortfall_share")),
                List.of(ReportRow.of(new BigDecimal("25.00"), new BigDecimal("100.00"), null)))
            .calculated(Map.of());
    assertThat(TableBlock.number(table.rows().iterator().next().values().get(2)))
        .isEqualByComparingTo("0.25");
  }

  @Test
  void a_column_without_a_header_is_named() {
    assertThatThrownBy(() -> ColumnBook.named("claim_line_key"))
        .hasMessage("jobs/columns.csv has no header for the column claim_line_key");
  }

  @Test
  void a_label_of_a_column_goes_before_the_general_one() {
    assertThat(CodeLabels.of("OPEN")).isEqualTo("Not adjudicated yet");
    assertThat(CodeLabels.of("outcome", "OPEN")).isEqualTo("Open");
    assertThat(CodeLabels.of("outcome", "UPHELD")).isEqualTo("Upheld");
  }

  @Test
  void a_code_has_one_label_in_a_column() {
    Set<List<String>> codes = new HashSet<>();
    assertThat(Tables.rows("labels.csv"))
        .allMatch(row -> codes.add(List.of(row.get("column"), row.get("code"))));
  }

  // Empty marts: what the list names must be there, with a header.
  @ParameterizedTest
  @ValueSource(strings = {"monthly-report", "retraining-review"})
  void a_list_of_sheets_names_marts_and_columns_that_are_there(String job) {
    Sheet made = Sheet.of("Made", "Made by code", "");
    List<Sheet> sheets =
        SheetList.of(job)
            .sheets(
                ListWords.INVENTED,
                Map.of(
                    "summary",
                    () -> List.of(made),
                    "charts",
                    () -> List.of(made),
                    "payers",
                    () -> List.of(made),
                    "bridge",
                    () -> List.of(made),
                    "denials_by_physician",
                    () -> List.of(made),
                    "physicians",
                    () -> List.of(made)),
                mart -> Rows.of(Tables.named(mart), List.of()),
                MartTables.PLAIN);
    assertThat(sheets).hasSizeGreaterThan(14).extracting(Sheet::name).doesNotContainNull();
  }
}
