package org.allowable.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** No row, and no difference from the total, stands for fewer lines than the limit. */
class SmallNumbersTest {

  @Test
  void rows_of_enough_lines_stay() {
    assertThat(parted(40, 11, 12).together()).isEmpty();
  }

  @Test
  void small_rows_stand_together() {
    assertThat(parted(40, 8, 7, 30)).isEqualTo(new SmallNumbers<>(List.of(40, 30), List.of(7, 8)));
  }

  @Test
  void one_small_row_takes_the_next_smallest_with_it() {
    assertThat(parted(40, 5, 30)).isEqualTo(new SmallNumbers<>(List.of(40), List.of(5, 30)));
  }

  @Test
  void small_rows_that_are_too_few_together_take_the_next_smallest() {
    assertThat(parted(40, 3, 4, 30)).isEqualTo(new SmallNumbers<>(List.of(40), List.of(3, 4, 30)));
  }

  @Test
  void a_row_that_equals_a_hidden_one_is_not_lost() {
    SmallNumbers<Integer> parted = parted(20, 5, 20);

    assertThat(parted.shown().size() + parted.together().size()).isEqualTo(3);
  }

  private static SmallNumbers<Integer> parted(Integer... lines) {
    return SmallNumbers.of(List.of(lines), 11, Integer::longValue);
  }
}
