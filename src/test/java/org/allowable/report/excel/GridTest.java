package org.allowable.report.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.allowable.report.Column;
import org.allowable.report.Format;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GridTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void parts_cover_the_readable_columns_without_gaps(int count) {
    Grid grid = Grid.of(sheet(34, 11, 15, 15, 17, 12, 12, 10));

    List<Grid.Span> parts = grid.parts(count);

    assertThat(parts).hasSize(count);
    assertThat(parts.get(0).first()).isZero();
    assertThat(parts.get(count - 1).last()).isEqualTo(grid.readable().last());
    for (int i = 1; i < count; i++) {
      assertThat(parts.get(i).first()).isEqualTo(parts.get(i - 1).last() + 1);
    }
  }

  @Test
  void parts_are_as_wide_as_asked_or_fewer() {
    Grid grid = Grid.of(sheet(34, 11, 15, 15, 17, 12, 12, 10));

    assertThat(grid.parts(6, 25)).allMatch(part -> grid.characters(part) >= 25);
  }

  @Test
  void a_narrow_table_leaves_room_for_text_on_its_right() {
    Grid grid = Grid.of(sheet(20, 10));

    assertThat(grid.characters(grid.readable())).isGreaterThan(110);
  }

  @Test
  void a_wide_table_does_not_make_long_lines_of_text() {
    Grid grid = Grid.of(sheet(40, 40, 40, 40, 40, 40));

    assertThat(grid.characters(grid.readable())).isLessThanOrEqualTo(132);
  }

  @Test
  void text_goes_on_under_the_second_of_two_wide_columns() {
    Grid grid = Grid.of(sheet(30, 75, 90));

    assertThat(grid.readable().last()).isEqualTo(1);
  }

  @Test
  void text_ends_with_the_columns_of_the_page() {
    Grid grid = Grid.of(sheet(40, 18, 18, 18, 18, 18, 18, 18, 18));

    // A letter page in landscape takes so many pixels in type of eight points.
    assertThat(grid.pixels(grid.readable())).isLessThan(1320);
  }

  private static Sheet sheet(int... widths) {
    List<Column> columns = new java.util.ArrayList<>();
    for (int width : widths) {
      columns.add(Column.of("Column " + columns.size(), Format.TEXT).width(width));
    }
    return Sheet.of("A", "", "", TableBlock.of(columns, List.of()));
  }
}
