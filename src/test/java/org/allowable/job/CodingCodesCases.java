package org.allowable.job;

import static org.allowable.job.CodingRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pairs, imaging, modifiers, units and codes: what is wrong is found, its neighbor is not. */
@Tag("long")
class CodingCodesCases {

  static final CaseFiles FILES = new CaseFiles();

  private static ClaimText claim(String id) {
    return FILES.claim(id);
  }

  private static void finds(String claim, String... rulesAndCodes) {
    assertThat(run().found(claim)).containsExactlyInAnyOrder(rulesAndCodes);
  }

  private static void findsNothing(String claim) {
    assertThat(run().found(claim)).isEmpty();
  }

  static {
    claim("NEVER").diagnoses("M5412").line("62321", "500").line("62320", "400");
    claim("NEVER59").diagnoses("M5412").line("62321", "500").line("62320:59", "400");
    claim("APART").diagnoses("M5412").line("62321", "500").on("20251007").line("62320", "400");
  }

  @Test
  void a_pair_with_indicator_0_is_found_on_column_2() {
    finds("NEVER", "PAIR_NEVER 62320");
    assertThat(run().finding("NEVER", "PAIR_NEVER")).containsEntry("other_hcpcs_code", "62321");
  }

  @Test
  void no_modifier_separates_a_pair_with_indicator_0() {
    finds("NEVER59", "PAIR_NEVER 62320");
  }

  @Test
  void codes_of_two_days_are_no_pair() {
    findsNothing("APART");
  }

  static {
    claim("BARE").line("62323", "500").line("64483", "400");
    claim("SECOND").line("62323", "500").line("64483:59", "400");
    claim("FIRST").line("62323:XS", "500").line("64483", "400");
    claim("SAMESIDE").line("27096:LT", "500").line("64483:LT", "400");
    claim("OTHERSIDE").line("27096:RT", "500").line("64483:LT", "400");
  }

  @Test
  void a_pair_with_indicator_1_needs_a_modifier() {
    finds("BARE", "PAIR_NEEDS_MODIFIER 64483");
  }

  @Test
  void a_distinct_service_on_column_2_separates() {
    findsNothing("SECOND");
  }

  @Test
  void since_july_2019_a_distinct_service_on_column_1_separates_too() {
    findsNothing("FIRST");
  }

  @Test
  void the_same_side_on_both_lines_separates_nothing() {
    finds("SAMESIDE", "PAIR_NEEDS_MODIFIER 64483");
  }

  @Test
  void two_sides_separate() {
    findsNothing("OTHERSIDE");
  }

  static {
    claim("UNDATED").line("62323", "500").line("64451", "400");
  }

  @Test
  void a_pair_whose_file_states_no_date_has_none() {
    assertThat(run().finding("UNDATED", "PAIR_NEEDS_MODIFIER"))
        .containsEntry("effective_from_date", null);
  }

  @Test
  void an_add_on_code_whose_list_states_no_date_has_none() {
    assertThat(run().finding("ALONE", "ADD_ON_WITHOUT_PRIMARY"))
        .containsEntry("effective_from_date", null);
  }

  static {
    claim("VISIT").line("62323", "500").line("99213", "150");
    claim("VISIT25").line("62323", "500").line("99213:25", "150");
    claim("VISIT59").line("62323", "500").line("99213:59", "150");
  }

  @Test
  void a_visit_on_the_day_needs_its_own_modifier() {
    finds("VISIT", "PAIR_NEEDS_MODIFIER 99213");
  }

  @Test
  void a_visit_with_its_own_modifier_stands() {
    findsNothing("VISIT25");
  }

  @Test
  void a_distinct_procedure_does_not_separate_a_visit() {
    finds("VISIT59", "PAIR_NEEDS_MODIFIER 99213");
  }

  static {
    claim("LASTDAY").on("20210630").line("20552", "90").line("64510", "300");
    claim("DAYAFTER").on("20210701").line("20552", "90").line("64510", "300");
  }

  @Test
  void a_pair_holds_on_its_last_day() {
    assertThat(run().found("LASTDAY")).contains("PAIR_NEEDS_MODIFIER 64510");
  }

  @Test
  void a_deleted_pair_does_not_hold_on_the_day_after() {
    // The pair the other way round, of which 64510 is column 1, stands.
    finds("DAYAFTER", "PAIR_NEEDS_MODIFIER 20552");
  }

  static {
    claim("NEEDLESS").line("62323:59", "500");
    claim("AGAIN").line("20610:59", "100").line("20610", "100");
    claim("STRANGER").line("62323:59", "500").line("99999", "10");
  }

  @Test
  void a_modifier_that_separates_nothing_is_said() {
    finds("NEEDLESS", "DISTINCT_MODIFIER_NEEDLESS 62323");
  }

  static {
    claim("GROUP-A").patient("GROUP").line("62323", "500");
    claim("GROUP-B").patient("GROUP").rendering("1999999968").line("64483:59", "400");
    claim("PRACTITIONER").line("64483:XP", "400");
  }

  @Test
  void a_procedure_of_another_physician_of_the_group_is_a_reason_for_the_modifier() {
    findsNothing("GROUP-B");
  }

  @Test
  void a_modifier_of_another_practitioner_is_never_needless() {
    findsNothing("PRACTITIONER");
  }

  @Test
  void the_same_code_again_is_a_reason_for_the_modifier() {
    findsNothing("AGAIN");
  }

  @Test
  void beside_a_code_that_the_pairs_do_not_know_nothing_is_said() {
    findsNothing("STRANGER");
  }

  static {
    claim("IMAGED").line("62323", "500").line("77003:26", "80");
    claim("UNBUNDLED").line("62323", "500").line("77003:26:59", "80");
    claim("ELSEWHERE").line("62323", "500").line("77002:26:59", "80").line("20610", "100");
    claim("JOINTBESIDE").line("27096", "500").line("20610:59", "100").line("77002:26", "80");
    claim("GUIDED").line("77002:26", "80").line("20610", "100");
  }

  @Test
  void imaging_is_part_of_an_imaged_epidural() {
    finds("IMAGED", "IMAGING_BUNDLED 77003");
    assertThat(run().finding("IMAGED", "IMAGING_BUNDLED"))
        .containsEntry("other_hcpcs_code", "62323");
  }

  @Test
  void a_modifier_does_not_unbundle_imaging_with_nothing_else_to_guide() {
    finds("UNBUNDLED", "IMAGING_SEPARATED 77003");
  }

  @Test
  void imaging_of_another_procedure_of_the_day_stands() {
    assertThat(run().found("ELSEWHERE")).noneMatch(found -> found.contains("77002"));
  }

  @Test
  void imaging_of_another_procedure_of_the_day_is_left_to_the_pairs() {
    finds("JOINTBESIDE", "PAIR_NEEDS_MODIFIER 77002");
  }

  @Test
  void imaging_of_a_procedure_that_does_not_include_it_stands() {
    findsNothing("GUIDED");
  }

  static {
    claim("INTERLAMINAR50").line("62323:50", "500");
    claim("FORAMINAL50").line("64483:50", "500");
    claim("TRIGGER50").line("20552:50", "90");
    claim("PART").line("62323:26", "500");
    claim("READING").line("76000:26", "80");
    claim("REPEAT").line("62323", "500").line("62323:76", "500");
    claim("REPEAT-A").patient("REPEATED").line("27096", "500");
    claim("REPEAT-B").patient("REPEATED").rendering("1999999968").line("27096:77", "500");
    claim("MAYREPEAT").line("99213:76", "90");
    claim("WHOLE22").at("22").line("76000", "80");
    claim("WHOLE24").at("24").line("76000", "80");
    claim("WHOLE11").line("76000", "80");
    claim("READING22").at("22").line("76000:26", "80");
    claim("TAKEN22").at("22").line("76000:TC", "80");
    claim("BUNDLED22").at("22").line("62323", "500").line("77003", "80");
  }

  @Test
  void an_interlaminar_code_has_no_sides() {
    finds("INTERLAMINAR50", "BILATERAL_NOT_ALLOWED 62323");
  }

  @Test
  void a_transforaminal_code_has_sides() {
    findsNothing("FORAMINAL50");
  }

  @Test
  void both_sides_add_nothing_to_a_code_that_is_paid_once() {
    finds("TRIGGER50", "BILATERAL_ADDS_NOTHING 20552");
  }

  @Test
  void a_procedure_has_no_professional_part() {
    finds("PART", "COMPONENT_NOT_ALLOWED 62323");
  }

  @Test
  void a_whole_test_in_a_facility_lacks_the_modifier_of_its_professional_part() {
    finds("WHOLE22", "MODIFIER_26_MISSING 76000");
    finds("WHOLE24", "MODIFIER_26_MISSING 76000");
    assertThat(run().finding("WHOLE22", "MODIFIER_26_MISSING")).containsEntry("detail", "22");
  }

  @Test
  void in_the_office_a_test_is_billed_whole() {
    findsNothing("WHOLE11");
  }

  @Test
  void a_test_that_is_billed_in_parts_lacks_none() {
    findsNothing("READING22");
    findsNothing("TAKEN22");
  }

  @Test
  void imaging_that_is_not_billable_at_all_is_not_made_so_by_a_modifier() {
    finds("BUNDLED22", "IMAGING_BUNDLED 77003");
  }

  @Test
  void imaging_has_a_professional_part() {
    findsNothing("READING");
  }

  @Test
  void what_is_paid_once_a_day_is_not_repeated() {
    finds("REPEAT", "REPEAT_NOT_ALLOWED 62323", "UNITS_OVER_LIMIT 62323");
  }

  @Test
  void a_limit_of_a_line_forbids_no_repeat() {
    assertThat(run().changed("medically_unlikely_edit", "adjudication_indicator", "'1'"))
        .isNotEmpty()
        .noneMatch(row -> "REPEAT_NOT_ALLOWED".equals(row.get("rule")));
  }

  @Test
  void another_physician_may_repeat_what_is_paid_once_a_day_to_each() {
    findsNothing("REPEAT-B");
  }

  @Test
  void what_is_paid_twice_a_day_may_be_repeated() {
    findsNothing("MAYREPEAT");
  }

  static {
    claim("UNITS").line("20610", "300", "3", "");
    claim("UNITSOK").line("20610", "200", "2", "");
    claim("DAYSUM").line("20610:RT", "200", "2", "1").line("20610:LT", "100", "1", "2");
    claim("OTHERDAY").line("20610", "200", "2", "1").on("20251007").line("20610", "1", "1", "2");
    claim("BEFORELIMITS").on("20240331").line("20610", "300", "3", "");
  }

  @Test
  void units_over_the_limit_are_found() {
    finds("UNITS", "UNITS_OVER_LIMIT 20610");
    assertThat(run().finding("UNITS", "UNITS_OVER_LIMIT"))
        .containsEntry("detail", "limit 2 a day, billed 3");
  }

  @Test
  void units_at_the_limit_are_right() {
    findsNothing("UNITSOK");
  }

  @Test
  void a_limit_of_the_day_counts_all_lines_of_the_day_once() {
    finds("DAYSUM", "UNITS_OVER_LIMIT 20610");
  }

  @Test
  void a_limit_of_the_day_does_not_count_other_days() {
    findsNothing("OTHERDAY");
  }

  @Test
  void before_the_first_limits_nothing_is_said() {
    findsNothing("BEFORELIMITS");
  }

  static {
    claim("ALONE").line("64484", "300");
    claim("WITHPRIMARY").line("64483", "500").line("64484", "300");
    claim("OPENLIST").line("77002:26", "80").line("20610", "90");
    claim("GONE").on("20260720").line("72275", "200");
    claim("OLD").on("20211231").line("72275", "200");
    claim("REPLACED").on("20251006").line("62311", "400");
  }

  @Test
  void an_add_on_code_alone_is_found_with_its_primary_named() {
    finds("ALONE", "ADD_ON_WITHOUT_PRIMARY 64484");
    assertThat(run().finding("ALONE", "ADD_ON_WITHOUT_PRIMARY"))
        .containsEntry("right_hcpcs_code", "64483");
  }

  @Test
  void an_add_on_code_with_its_primary_is_right() {
    findsNothing("WITHPRIMARY");
  }

  @Test
  void a_code_that_ended_is_found_with_its_last_day_behind_it() {
    finds("GONE", "DELETED_CODE 72275");
    assertThat(run().finding("GONE", "DELETED_CODE")).containsEntry("detail", "2022-01-01");
  }

  @Test
  void a_code_is_there_on_its_last_day() {
    findsNothing("OLD");
  }

  @Test
  void a_replaced_code_is_found() {
    finds("REPLACED", "DELETED_CODE 62311");
  }
}
