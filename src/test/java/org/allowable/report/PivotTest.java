package org.allowable.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A long mart as columns, of whatever members there are. */
class PivotTest {

  private static final Mart ROWS =
      Mart.of(List.of(line("physician", "A"), line("physician", "B"), line("physician", "C")));

  private static Mart.Line line(Object... cells) {
    Map<String, @Nullable Object> values = new java.util.HashMap<>();
    for (int i = 0; i < cells.length; i += 2) {
      values.put(String.valueOf(cells[i]), cells[i + 1]);
    }
    return new Mart.Line(values);
  }

  private static Mart.Line cell(String physician, String group, long lines) {
    return line("physician", physician, "group", group, "lines", lines);
  }

  private static Pivot pivot(Mart.Line... cells) {
    return new Pivot(
        ROWS,
        List.of("physician"),
        List.of(Column.of("Physician", Format.TEXT)),
        Mart.of(List.of(cells)),
        "group");
  }

  private static List<TableBlock> tables(Pivot pivot) {
    return pivot.tables("Lines", pivot.members("lines"), "lines", Format.COUNT, "Lines of %s.");
  }

  private static List<String> headers(TableBlock table) {
    return table.columns().stream().map(Column::header).toList();
  }

  @Test
  void the_member_with_the_most_comes_first_and_equals_by_name() {
    TableBlock table =
        tables(pivot(cell("A", "Coding", 1), cell("B", "New", 7), cell("C", "Bundling", 1))).get(0);
    assertThat(headers(table)).containsExactly("Physician", "New", "Bundling", "Coding");
  }

  @Test
  void a_row_without_a_cell_shows_zero() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    tables(pivot(cell("B", "New", 7))).get(0).rows().forEach(row -> rows.add(row.values()));
    assertThat(rows)
        .containsExactly(
            List.of("A", BigDecimal.ZERO),
            List.of("B", BigDecimal.valueOf(7)),
            List.of("C", BigDecimal.ZERO));
  }

  @Test
  void a_member_named_as_a_key_or_as_another_in_capitals_keeps_a_column_of_its_own() {
    TableBlock table =
        tables(pivot(cell("A", "PHYSICIAN", 3), cell("B", "New", 2), cell("C", "new", 1))).get(0);
    assertThat(headers(table))
        .containsExactly("Physician", "PHYSICIAN (group)", "New", "new (group)");
  }

  @Test
  void members_that_do_not_fit_go_to_a_second_table() {
    Pivot many =
        pivot(
            IntStream.range(0, 20)
                .mapToObj(i -> cell("A", "Group " + i, 100 - i))
                .toArray(Mart.Line[]::new));
    List<TableBlock> tables = tables(many);
    assertThat(tables).extracting(TableBlock::heading).containsExactly("Lines", "Lines, continued");
    assertThat(tables.stream().mapToInt(table -> table.columns().size() - 1).sum()).isEqualTo(20);
  }

  @Test
  void without_a_member_there_is_no_table() {
    assertThat(tables(pivot())).isEmpty();
  }
}
