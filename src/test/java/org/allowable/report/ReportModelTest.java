package org.allowable.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportModelTest {

  @Test
  void headers_that_differ_only_in_case_are_refused() {
    List<Column> columns =
        List.of(Column.of("Payer", Format.TEXT), Column.of("payer ", Format.TEXT));

    assertThatThrownBy(() -> TableBlock.of(columns, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("payer");
  }

  @Test
  void a_column_of_rates_has_no_total() {
    Column rate = Column.of("Denied", Format.RATE);

    assertThatThrownBy(rate::totaled).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_figure_says_how_it_changed() {
    KeyFigure figure =
        KeyFigure.against("Allowed", dollars("110"), Format.MONEY, dollars("100"), "May");

    assertThat(figure.comparison()).isEqualTo("May: $100.00 (+10.0%)");
  }

  @Test
  void a_rate_changes_by_points() {
    KeyFigure figure =
        KeyFigure.against("Denied", dollars("0.10"), Format.RATE, dollars("0.12"), "May");

    assertThat(figure.comparison()).isEqualTo("May: 12.0% (\u22122.0 points)");
  }

  // 0.96 of a point, which rounds to 1.0, between 12.9% and 12.0%.
  @Test
  void points_are_the_difference_of_the_rates_as_shown() {
    KeyFigure figure =
        KeyFigure.against("Denied", dollars("0.1293"), Format.RATE, dollars("0.1197"), "May");

    assertThat(figure.comparison()).isEqualTo("May: 12.0% (+0.9 points)");
  }

  @Test
  void no_change_is_made_up_where_the_earlier_number_is_not_known() {
    KeyFigure figure = KeyFigure.against("Allowed", dollars("110"), Format.MONEY, null, "May");

    assertThat(figure.comparison()).isEqualTo("May: not known");
  }

  @Test
  void what_ends_below_zero_has_no_share_of_change() {
    KeyFigure figure =
        KeyFigure.against("Paid", dollars("-49862"), Format.MONEY, dollars("25689"), "May");

    assertThat(figure.comparison()).isEqualTo("May: $25,689.00");
  }

  @Test
  void definitions_are_gathered_from_the_columns() {
    Column payer = Column.of("Payer", Format.TEXT).meaning("As the practice names it.");
    Column lines = Column.of("Lines", Format.COUNT);
    Sheet sheet = Sheet.of("By payer", "", "", TableBlock.of(List.of(payer, lines), List.of()));

    Sheet other = Sheet.of("Denials", "", "", TableBlock.of(List.of(payer), List.of()));

    assertThat(Definitions.table(List.of(sheet, other)).rows())
        .containsExactly(ReportRow.of("Payer", "As the practice names it.", "By payer, Denials"));
  }

  private static BigDecimal dollars(String amount) {
    return new BigDecimal(amount);
  }
}
