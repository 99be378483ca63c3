package org.allowable.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {

  @ParameterizedTest
  @CsvSource({
    "MONEY, -1234.5, '\u2212$1,234.50'",
    "MONEY, 0.005, $0.01",
    "MONEY, -0.001, $0.00",
    "DOLLARS, 1234567.89, '$1,234,568'",
    "RATE, 0.1234, 12.3%",
    "COUNT, 1200, '1,200'",
    "RVU, 1.9, 1.90",
    "MULTIPLE, 1.22, 1.22x",
  })
  void a_number_reads_in_a_sentence_as_its_cell_shows_it(
      Format format, BigDecimal number, String shown) {
    assertThat(format.display(number)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "MONEY, 12345, $12.3k",
    "MONEY, 12000, $12.0k",
    "MONEY, -450.4, '\u2212$450'",
    "MONEY, 1.5, $1.50",
    "MONEY, 2345678, $2.35M",
    "COUNT, 12345, 12.3k",
    "RATE, 0.2, 20%",
    "RATE, -0.125, '\u221212.5%'",
  })
  void a_number_on_a_chart_is_short(Format format, BigDecimal number, String shown) {
    assertThat(format.brief(number)).isEqualTo(shown);
  }

  @Test
  void what_is_not_known_is_not_zero() {
    assertThat(Format.MONEY.display(null)).isEqualTo("not known");
  }

  @Test
  void a_month_shows_no_day() {
    assertThat(Format.MONTH.display(LocalDate.of(2025, 6, 14))).isEqualTo("Jun 2025");
    assertThat(Format.MONTH.display(YearMonth.of(2025, 6))).isEqualTo("Jun 2025");
  }

  @Test
  void rates_do_not_add_up() {
    assertThat(Format.RATE.isAdditive()).isFalse();
    assertThat(Format.MULTIPLE.isAdditive()).isFalse();
    assertThat(Format.MONEY.isAdditive()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "DOLLARS, -5000, -25000, '\u2212$5k'",
    "DOLLARS, 500000, 2000000, $0.5M",
    "DOLLARS, 5000, 8000, '$5,000'",
    "DOLLARS, 0, 25000, $0",
    "RATE, 0.2, 0.4, 20%",
  })
  void numbers_of_an_axis_are_in_the_words_of_its_largest(
      Format format, BigDecimal number, BigDecimal largest, String shown) {
    assertThat(format.tick(number, largest)).isEqualTo(shown);
  }

  @Test
  void a_change_has_its_sign_and_nothing_has_none() {
    assertThat(Format.MONEY.displayChange(new BigDecimal("5"))).isEqualTo("+$5.00");
    assertThat(Format.MONEY.displayChange(new BigDecimal("0.001"))).isEqualTo("$0.00");
  }

  @Test
  void prices_and_percents_do_not_add_up() {
    assertThat(Format.PRICE.isAdditive()).isFalse();
    assertThat(Format.PERCENT.isAdditive()).isFalse();
  }
}
