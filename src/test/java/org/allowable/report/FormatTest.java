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
    "MONEY, 12000, $12k",
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
}
