package org.allowable.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.allowable.report.DistributionChart.AmountCount;
import org.allowable.report.DistributionChart.Category;
import org.allowable.report.DumbbellChart.BeforeAfter;
import org.allowable.report.HeatMapChart.Cell;
import org.allowable.report.TornadoChart.Effect;
import org.allowable.report.TornadoChart.Lever;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The charts that compare contracts: what they show and say, not how they are drawn. */
class ContractChartsTest {

  @Test
  void a_value_of_too_few_lines_is_not_told() {
    HeatMapChart chart = map(new Cell(number("1.42"), 10), new Cell(number("1.12"), 40));

    assertThat(chart.description()).isEqualTo("Aetna: 99213 too few (n 10); 99214 112% (n 40)");
    assertThat(chart.values()).containsExactly(null, number("1.12"));
  }

  @Test
  void a_cell_where_there_is_nothing_is_neither_zero_nor_told() {
    assertThat(map(null, new Cell(null, 40)).description())
        .isEqualTo("Aetna: 99214 not known (n 40)");
  }

  @Test
  void rows_and_columns_with_the_most_lines_stay_in_their_order() {
    List<HeatMapChart.HeatMapRow> rows = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      List<@Nullable Cell> cells = List.of(new Cell(BigDecimal.ONE, i), new Cell(null, 10L * i));
      rows.add(new HeatMapChart.HeatMapRow("Payer " + i, cells));
    }
    HeatMapChart shown = map(List.of("99213", "99214"), rows).shown(2, 1);

    assertThat(shown.rows())
        .extracting(HeatMapChart.HeatMapRow::label)
        .containsExactly("Payer 2", "Payer 3");
    assertThat(shown.columns()).containsExactly("99214");
  }

  @Test
  void a_row_needs_a_cell_for_each_column() {
    List<HeatMapChart.HeatMapRow> rows = List.of(new HeatMapChart.HeatMapRow("Aetna", List.of()));

    assertThatThrownBy(() -> map(List.of("99213"), rows))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void pairs_stand_from_the_most_gained_to_the_most_lost_and_the_unknown_last() {
    DumbbellChart chart =
        dumbbells(
            pair("A", "5", "3"), new BeforeAfter("B", null, number("9")), pair("C", "5", "9"));

    assertThat(chart.shown()).extracting(BeforeAfter::label).containsExactly("C", "A", "B");
    assertThat(chart.description())
        .isEqualTo(
            "C from $5.00 to $9.00 (+$4.00); A from $5.00 to $3.00 (\u2212$2.00); "
                + "B from not known to $9.00");
  }

  @Test
  void the_strongest_lever_stands_first_whichever_way_it_goes() {
    TornadoChart chart =
        new TornadoChart(
            "",
            "",
            Format.DOLLARS,
            "",
            "",
            List.of(
                Lever.of("Unknown", null),
                Lever.of("Escalator", number("10")),
                new Lever(
                    "Multiple",
                    new Effect("110%", number("-30")),
                    new Effect("130%", number("20")))));

    assertThat(chart.description())
        .isEqualTo("Multiple 110% \u2212$30, 130% +$20; Escalator +$10; Unknown not known");
  }

  @Test
  void two_fee_schedules_behind_one_name_are_both_named() {
    Category category =
        new Category(
            "Aetna",
            List.of(point("120", 40), point("95.5", 59), point("95.50", 1), point("7", 1)));

    assertThat(category.mostFrequent()).containsExactly(point("95.5", 60), point("120", 40));
    assertThat(category.quantile(new BigDecimal("0.5"))).isEqualByComparingTo("95.5");
    assertThat(distribution(category).description())
        .isEqualTo(
            "Aetna: n 101, median $95.50, middle half $95.50 to $120.00, "
                + "59% at $95.50, 40% at $120.00");
  }

  @Test
  void quartiles_of_a_few_are_not_told() {
    assertThat(distribution(new Category("Aetna", List.of(point("95.5", 1)))).description())
        .isEqualTo("Aetna: n 1");
  }

  private static HeatMapChart map(@Nullable Cell first, @Nullable Cell second) {
    List<@Nullable Cell> cells = Arrays.asList(first, second);
    return map(List.of("99213", "99214"), List.of(new HeatMapChart.HeatMapRow("Aetna", cells)));
  }

  private static HeatMapChart map(List<String> columns, List<HeatMapChart.HeatMapRow> rows) {
    return new HeatMapChart("", "", Format.PERCENT, "", new BigDecimal("1.3"), 11, columns, rows);
  }

  private static DumbbellChart dumbbells(BeforeAfter... pairs) {
    return new DumbbellChart("", "", Format.MONEY, "", "Current", "Proposed", List.of(pairs));
  }

  private static DistributionChart distribution(Category category) {
    return new DistributionChart("", "", Format.MONEY, "", List.of(category));
  }

  private static BeforeAfter pair(String label, String before, String after) {
    return new BeforeAfter(label, number(before), number(after));
  }

  private static AmountCount point(String value, long count) {
    return new AmountCount(number(value), count);
  }

  private static BigDecimal number(String digits) {
    return new BigDecimal(digits);
  }
}
