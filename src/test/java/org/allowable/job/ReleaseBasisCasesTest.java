package org.allowable.job;

import static org.allowable.job.CaseRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A month priced by a release that is not in force. The tables of these cases have January's of
 * 2025 alone; the lines are of October, when CMS's fourth was in force.
 */
@Tag("long")
class ReleaseBasisCasesTest {

  private static List<Map<String, @Nullable Object>> pricedLines() {
    return run().rows("int_adjudicated_line").stream()
        .filter(row -> "current".equals(row.get("line_status")))
        .filter(row -> "PRICED".equals(row.get("pricing_status")))
        .toList();
  }

  private static BigDecimal charged(List<Map<String, @Nullable Object>> lines) {
    return lines.stream()
        .map(row -> (BigDecimal) row.get("charge_amount"))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void the_releases_of_the_month_are_told_apart() {
    assertThat(run().rows("mart_release_basis"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("release", "2025A")
                    .containsEntry("release_in_force", "2025D")
                    .containsEntry("release_basis", "EARLIER_RELEASE"));
  }

  @Test
  void data_quality_counts_lines_of_an_earlier_release_in_lines_and_dollars() {
    List<Map<String, @Nullable Object>> lines = pricedLines();
    assertThat(lines).isNotEmpty();
    assertThat(run().row("mart_data_quality", "check_id", "DQ-30"))
        .containsEntry("row_count", (long) lines.size())
        .satisfies(
            row -> assertThat((BigDecimal) row.get("amount")).isEqualByComparingTo(charged(lines)));
  }

  @Test
  void data_quality_counts_lines_whose_unit_limits_are_not_in_force() {
    assertThat(run().row("mart_data_quality", "check_id", "DQ-32"))
        .containsEntry("row_count", (long) pricedLines().size());
  }
}
