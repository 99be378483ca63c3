package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** How far a change reaches in the monthly report. */
class StepReachTest {

  private static final StepReach MONTHLY = new StepReach(Job.named("monthly-report"));
  private static final Set<String> MONTH = Set.of("report_month", "first_month");

  @Test
  void what_a_month_reads_and_does_not_change_lasts() {
    assertThat(MONTHLY.lasting(MONTH, Set.of()))
        .contains("int_adjudicated_line", "int_submission")
        .doesNotContain("int_report_line");
  }

  @Test
  void what_only_lasting_tables_read_does_not_last() {
    assertThat(MONTHLY.lasting(MONTH, Set.of())).doesNotContain("int_match_by_content");
  }

  @Test
  void another_scenario_reaches_every_price() {
    assertThat(MONTHLY.lasting(MONTH, Set.of("price_scenario")))
        .contains("int_billed_line", "int_line_outcome")
        .doesNotContain("int_adjudicated_line", "int_medicare_price");
  }

  @Test
  void a_table_is_read_through_one_that_nobody_keeps() {
    // int_priced_line is not kept; the adjudicated line reads this through it.
    assertThat(MONTHLY.lasting(MONTH, Set.of("price_scenario"))).contains("int_price_key");
  }

  @Test
  void where_nothing_is_there_every_step_is_needed() {
    assertThat(MONTHLY.needless(table -> false, Set.of("int_price_request"))).isEmpty();
  }

  @Test
  void what_is_there_needs_nothing_behind_it() {
    Set<String> there = MONTHLY.lasting(MONTH, Set.of());
    assertThat(MONTHLY.needless(there::contains, Set.of()))
        .contains("int_remit_match", "int_match_by_content")
        .doesNotContain("int_report_line", "int_adjudicated_line");
  }

  @Test
  void a_table_that_is_asked_for_is_needed() {
    assertThat(MONTHLY.needless(table -> true, Set.of("int_remit_match")))
        .doesNotContain("int_remit_match");
  }
}
