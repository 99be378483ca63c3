package org.allowable.report.excel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Names of sheets, whatever a payer is called. */
class SheetNamesTest {

  private final SheetNames names = new SheetNames();

  @Test
  void long_names_that_differ_at_their_ends_stay_apart() {
    assertThat(names.sheet("Blue Cross Blue Shield of Massachusetts"))
        .isEqualTo("Blue Cross Blue S\u2026Massachusetts")
        .hasSize(31);
    assertThat(names.sheet("Blue Cross Blue Shield of Michigan PPO"))
        .isEqualTo("Blue Cross Blue S\u2026 Michigan PPO".replace("\u2026 ", "\u2026"));
  }

  @Test
  void a_name_that_fits_is_kept_whole() {
    assertThat(names.sheet("Harbor Workers Compensation Fund")).hasSizeLessThanOrEqualTo(31);
    assertThat(names.sheet("Harbor Workers Compensation")).isEqualTo("Harbor Workers Compensation");
  }

  @Test
  void what_excel_forbids_is_replaced_and_names_that_come_out_alike_are_numbered() {
    assertThat(names.sheet("A/B: Health")).isEqualTo("A B  Health");
    assertThat(names.sheet("A:B: Health")).isEqualTo("A B  Health 2");
  }

  @Test
  void names_that_differ_in_the_middle_alone_are_numbered() {
    String first = names.sheet("Community Health Plan of North Carolina Advantage");
    assertThat(names.sheet("Community Health Plan of South Carolina Advantage"))
        .isEqualTo(first.substring(0, 15) + "\u2026" + "ina Advantage" + " 2");
  }
}
