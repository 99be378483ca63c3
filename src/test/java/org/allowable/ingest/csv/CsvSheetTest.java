package org.allowable.ingest.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.allowable.model.InputException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as spreadsheets leave them: what is read of them, and how the rest is refused. */
class CsvSheetTest {

  private static final List<String> REQUIRED = List.of("code", "amount");
  private static final List<String> OPTIONAL = List.of("note");

  @TempDir private Path folder = Path.of("");

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("fees.csv"), text);
  }

  private <T extends @Nullable Object> List<T> read(String text, Function<CsvRow, T> cell)
      throws IOException {
    List<T> read = new ArrayList<>();
    try (CsvSheet sheet = CsvSheet.open(file(text), REQUIRED, OPTIONAL)) {
      sheet.forEach(row -> read.add(cell.apply(row)));
    }
    return read;
  }

  // What one cell of the column amount reads as.
  private @Nullable Object cell(String text, Function<CsvRow, @Nullable Object> cell)
      throws IOException {
    return read("code,amount\nA,\"" + text + "\"\n", cell).get(0);
  }

  private void refused(String text, String... parts) {
    assertThatThrownBy(() -> read(text, CsvRow::cells))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll(parts)
        .hasMessageNotContaining("SECRET");
  }

  @Test
  void columns_may_stand_in_any_order() throws IOException {
    assertThat(read("note,amount,code\nx,1,A\n", row -> row.text("code"))).containsExactly("A");
  }

  @Test
  void a_column_that_the_file_lacks_is_an_empty_cell() throws IOException {
    assertThat(read("code,amount\nA,1\n", row -> row.text("note") == null)).containsExactly(true);
  }

  @Test
  void blank_rows_are_passed_over_but_counted() throws IOException {
    assertThat(read("code,amount\n\n,\nA,1\n", CsvRow::number)).containsExactly(4L);
  }

  @Test
  void a_byte_order_mark_is_no_part_of_the_first_column() throws IOException {
    assertThat(read("\uFEFFcode,amount\nA,1\n", row -> row.text("code"))).containsExactly("A");
  }

  @Test
  void a_missing_column_is_named() {
    refused("code\nA\n", "fees.csv, row 1: there is no column amount");
  }

  @Test
  void another_column_is_refused_by_its_place_and_not_by_its_name() {
    refused("code,amount,SECRET\nA,1,x\n", "row 1, column 3", "code, amount", "another name");
  }

  @Test
  void another_column_passes_where_it_may() throws IOException {
    try (CsvSheet sheet =
        CsvSheet.withOtherColumns(file("code,amount,own\nA,1,x\n"), REQUIRED, OPTIONAL)) {
      assertThat(sheet.iterator().next().cells()).containsExactly("A", "1", "x");
    }
  }

  @Test
  void a_column_twice_is_refused() {
    refused("code,amount,amount\nA,1,2\n", "row 1: a duplicate column");
  }

  @Test
  void capitals_semicolons_and_an_empty_file_are_named_as_such() {
    refused("CODE,amount\n", "found it in capitals");
    refused("code;amount\n", "found semicolons");
    refused("", "The file is empty");
  }

  @Test
  void a_row_of_too_many_cells_is_refused() {
    refused("code,amount\nA,1\nB,1,SECRET\n", "row 3: expected as many cells");
  }

  @Test
  void a_quote_that_is_not_closed_is_refused() {
    refused("code,amount\nA,\"SECRET\n", "a quote is not closed");
  }

  @ParameterizedTest
  @CsvSource({"62323, 62323", "62323.0, 62323", "213, 00213", "0213T, 0213T", "J1010, J1010"})
  void a_code_is_told_from_what_a_spreadsheet_made_of_it(String found, String code)
      throws IOException {
    assertThat(cell(found, row -> row.code("amount"))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"07001, 07001", "7001, 07001", "07001-1234, 07001"})
  void a_zip_code_is_its_first_five_digits(String found, String zip) throws IOException {
    assertThat(cell(found, row -> row.zip("amount"))).isEqualTo(zip);
  }

  @Test
  void a_number_has_the_scale_that_is_asked() throws IOException {
    assertThat(cell("310.5", row -> row.number("amount", 2, 12)))
        .isEqualTo(new BigDecimal("310.50"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$900|a currency sign",
        "1,900.00|a comma",
        "(900)|parentheses",
        "1.9E+03|an exponent",
        "1.005|something else",
        "12345678901|something else",
        "much|something else"
      })
  void a_number_that_is_none_is_refused_by_what_it_is(String found, String said) {
    assertThatThrownBy(() -> cell(found, row -> row.number("amount", 2, 12)))
        .hasMessageContainingAll("row 2, column amount: expected a number", said);
  }

  @Test
  void a_day_in_another_order_is_refused() {
    assertThatThrownBy(() -> cell("9/10/2026", row -> row.date("amount")))
        .hasMessageContaining("a date in another order or form");
    assertThatThrownBy(() -> cell("2026-02-30", row -> row.date("amount")))
        .hasMessageContaining("a day that no calendar has");
    assertThatThrownBy(() -> cell("soon", row -> row.date("amount")))
        .hasMessageContaining("something else");
  }

  @Test
  void a_day_is_read() throws IOException {
    assertThat(cell("2026-10-31", row -> row.date("amount"))).isEqualTo(LocalDate.of(2026, 10, 31));
  }

  @ParameterizedTest
  @CsvSource({"true, true", "Yes, true", "1, true", "N, false", "FALSE, false"})
  void a_flag_is_read_as_people_write_it(String found, boolean flag) throws IOException {
    assertThat(cell(found, row -> row.flag("amount"))).isEqualTo(flag);
  }

  @Test
  void a_word_that_is_no_choice_is_refused() {
    assertThatThrownBy(() -> cell("SECRET", row -> row.choice("amount", "qp", "non_qp")))
        .hasMessageContaining("qp, non_qp or an empty cell")
        .hasMessageNotContaining("SECRET");
    assertThatThrownBy(() -> cell("maybe", row -> row.flag("amount")))
        .hasMessageContaining("true, false or an empty cell");
  }

  @Test
  void an_empty_cell_that_is_needed_is_refused() {
    assertThatThrownBy(() -> cell("", row -> row.required("amount", none(row), "an amount")))
        .hasMessageContaining("column amount: expected an amount, found nothing");
  }

  private static @Nullable String none(CsvRow row) {
    return row.text("amount", Pattern.compile(".+"), "an amount");
  }
}
