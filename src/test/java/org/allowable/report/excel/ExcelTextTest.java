package org.allowable.report.excel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcelTextTest {

  @Test
  void words_wrap_and_long_words_break() {
    assertThat(ExcelText.lines("one two three", 7)).isEqualTo(2);
    assertThat(ExcelText.lines("abcdefghij", 4)).isEqualTo(3);
    assertThat(ExcelText.lines("a\nb", 10)).isEqualTo(2);
    assertThat(ExcelText.lines("", 10)).isEqualTo(1);
  }

  @Test
  void more_than_a_cell_holds_is_cut_and_marked() {
    String clean = ExcelText.clean("x".repeat(40_000));

    assertThat(clean).hasSize(32_767).endsWith("\u2026");
  }

  @Test
  void names_and_signs_of_all_scripts_stay() {
    assertThat(ExcelText.clean("Müller \u2013 \uD83D\uDE00"))
        .isEqualTo("Müller \u2013 \uD83D\uDE00");
  }

  @ParameterizedTest
  @CsvSource({
    "Scheduling and physician, 24, true",
    "Coordination of benefits, 22, true",
    "Payer without a contract, 16, false",
    "HARBOR WORKERS COMPENSATION, 27, false",
    "12345678, 8, true",
    "123456789, 8, false"
  })
  void a_text_fits_by_the_width_of_its_letters(String text, int width, boolean fits) {
    assertThat(ExcelText.fits(text, width)).isEqualTo(fits);
  }
}
