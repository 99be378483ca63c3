package org.allowable.report.excel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTest {

  @Test
  void words_wrap_and_long_words_break() {
    assertThat(Text.lines("one two three", 7)).isEqualTo(2);
    assertThat(Text.lines("abcdefghij", 4)).isEqualTo(3);
    assertThat(Text.lines("a\nb", 10)).isEqualTo(2);
    assertThat(Text.lines("", 10)).isEqualTo(1);
  }

  @Test
  void more_than_a_cell_holds_is_cut_and_marked() {
    String clean = Text.clean("x".repeat(40_000));

    assertThat(clean).hasSize(32_767).endsWith("\u2026");
  }

  @Test
  void names_and_signs_of_all_scripts_stay() {
    assertThat(Text.clean("Müller \u2013 \uD83D\uDE00")).isEqualTo("Müller \u2013 \uD83D\uDE00");
  }
}
