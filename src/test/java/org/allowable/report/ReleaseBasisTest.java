package org.allowable.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReleaseBasisTest {

  private static Mart.Line line(
      String basis, @Nullable String release, String inForce, long lines, String charged) {
    Map<String, @Nullable Object> cells = new HashMap<>();
    cells.put("fee_schedule", "PPRRVU");
    cells.put("release_basis", basis);
    cells.put("release", release);
    cells.put("release_in_force", inForce);
    cells.put("line_count", lines);
    cells.put("charge_amount", new BigDecimal(charged));
    return new Mart.Line(cells);
  }

  private static String sentence(Mart.Line... lines) {
    return ReleaseBasis.sentence(Mart.of(List.of(lines)));
  }

  @Test
  void lines_priced_by_the_release_in_force_are_said_to_be() {
    assertThat(sentence(line("IN_FORCE", "2026C", "2026C", 1_200, "9.00")))
        .isEqualTo("All 1,200 priced lines are priced by the CMS release in force on their day.");
  }

  @Test
  void lines_priced_by_another_release_are_counted_in_lines_and_dollars() {
    assertThat(
            sentence(
                line("IN_FORCE", "2026C", "2026C", 5, "9.00"),
                line("EARLIER_RELEASE", "2026C", "2026D", 2, "30.50")))
        .startsWith(
            "2 of 7 priced lines ($30.50 charged) are priced by a CMS release that was not in force"
                + " on their day: PPRRVU 2026C in place of 2026D.");
  }

  @Test
  void lines_of_a_year_without_tables_name_what_to_import() {
    assertThat(sentence(line("NO_RELEASE", null, "2027A", 3, "60.00")))
        .isEqualTo(
            "3 lines ($60.00 charged) have no price, because no CMS release of their year is"
                + " loaded: PPRRVU 2027A.");
  }

  @Test
  void what_leaves_the_practice_names_releases_and_no_numbers() {
    assertThat(
            ReleaseBasis.withoutNumbers(
                Mart.of(List.of(line("LATER_RELEASE", "2026C", "2026A", 2, "30.50")))))
        .isEqualTo(
            "Amounts are by the CMS release in force on the day of service, but for PPRRVU 2026C in"
                + " place of 2026A.");
  }

  @Test
  void the_practice_is_told_where_to_look_only_when_something_is_missing() {
    assertThat(ReleaseBasis.withRemedy(Mart.of(List.of(line("IN_FORCE", "1", "1", 1, "1")))))
        .doesNotContain("reference status");
    assertThat(ReleaseBasis.withRemedy(Mart.of(List.of(line("NO_RELEASE", "1", "1", 1, "1")))))
        .endsWith("allowable reference status.");
  }
}
