package org.allowable.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

  @TempDir Path folder;

  @Test
  void values_are_plain_numbers_iso_dates_and_nothing_for_null() throws IOException {
    String csv =
        written(
            new BigDecimal("-1E+3"), LocalDate.of(2025, 6, 1), null, true, 7L, "a,\"b\"", "\u00e9");

    assertThat(csv).isEqualTo("-1000,2025-06-01,,true,7,\"a,\"\"b\"\"\",\u00e9\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+A1", "-A1", "-1+A1", "-", "@SUM(A1)", "\tx", "\rx", "\nx", "\uFF1D1"})
  void text_that_a_spreadsheet_would_run_is_disarmed(String text) throws IOException {
    assertThat(written(text).replace("\"", "")).startsWith("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "+1.5", "-.5", "-900.00"})
  void text_that_is_a_plain_number_stays_as_it_is(String text) throws IOException {
    assertThat(written(text)).isEqualTo(text + "\n");
  }

  @Test
  void a_negative_amount_stays_a_number() throws IOException {
    assertThat(written(new BigDecimal("-5.00"))).isEqualTo("-5.00\n");
  }

  @Test
  void a_row_of_another_width_is_refused() {
    List<Object[]> rows = Collections.singletonList(new Object[] {1, 2});

    assertThatThrownBy(() -> CsvTable.write(folder.resolve("t.csv"), List.of("a"), rows.iterator()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 values for 1 columns");
  }

  private String written(@Nullable Object... values) throws IOException {
    Path file = folder.resolve("table.csv");
    List<String> headers = Collections.nCopies(values.length, "h");
    CsvTable.write(file, headers, Collections.singletonList(values).iterator());
    String csv = Files.readString(file);
    return csv.substring(csv.indexOf('\n') + 1);
  }
}
