package org.allowable.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that are too long for their place. */
class ShortNameTest {

  private static final String FUND = "Consolidated Brotherhood of Teamsters Trust Fund of ";

  @Test
  void a_name_that_fits_is_whole() {
    assertThat(ShortName.of(" Blue Harbor ", 11)).isEqualTo("Blue Harbor");
  }

  @Test
  void funds_of_two_regions_stay_apart() {
    assertThat(ShortName.of(FUND + "Northern New Jersey", 30))
        .isNotEqualTo(ShortName.of(FUND + "Southern New Jersey", 30))
        .endsWith("New Jersey");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 12, 13, 14, 30, 44})
  void a_cut_name_has_at_most_so_many_characters(int most) {
    assertThat(ShortName.of(FUND + "Northern New Jersey", most))
        .hasSizeLessThanOrEqualTo(most)
        .contains("\u2026");
  }

  @Test
  void a_character_of_two_units_is_not_cut_in_two() {
    String wide = "\uD83C\uDFE5".repeat(40);

    assertThat(ShortName.of(wide, 20).chars())
        .filteredOn(unit -> Character.isHighSurrogate((char) unit.intValue()))
        .hasSize(19);
  }
}
