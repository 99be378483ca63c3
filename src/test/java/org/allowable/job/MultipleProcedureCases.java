package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * CMS's rules for several procedures of a day, indicators 0 to 3, worked out by hand. The codes are
 * invented and end in their fee: SA have indicator 2, OA 1, AD 0; EM and FM are endoscopies of the
 * bases EB100 and FB050.
 */
@Tag("long")
class MultipleProcedureCases extends RuleCases {

  private static final List<Integer> NOT_RANKED = ASKED.day(of("AD070"), of("EV100"));

  @Test
  void indicator_0_is_not_reduced() {
    priced(NOT_RANKED, "70.00", "100.00");
  }

  private static final List<Integer> ADD_ON = ASKED.day(of("SA060"), of("AD070"), of("SA050"));

  @Test
  void an_add_on_neither_is_reduced_nor_takes_a_rank() {
    priced(ADD_ON, "60.00", "70.00", "25.00");
  }

  private static final List<Integer> FIVE =
      ASKED.day(of("SA100"), of("SA080"), of("SA060"), of("SA050"), of("SA040"));

  @Test
  void indicator_2_pays_the_second_to_the_fifth_at_half() {
    priced(FIVE, "100.00", "40.00", "30.00", "25.00", "20.00");
  }

  private static final List<Integer> SEVEN =
      ASKED.day(
          of("SA100"),
          of("SA080"),
          of("SA060"),
          of("SA050"),
          of("SA040"),
          of("SA030"),
          of("SA020"));

  @Test
  void indicator_2_pays_by_report_from_the_sixth() {
    priced(SEVEN, "100.00", "40.00", "30.00", "25.00", "20.00", "BY_REPORT", "BY_REPORT");
  }

  private static final List<Integer> OLD =
      ASKED.day(of("OA090"), of("OA070"), of("OA045"), of("OA035"), of("OA025"), of("SA020"));

  @Test
  void indicator_1_pays_the_second_at_half_and_the_third_to_the_fifth_at_a_quarter() {
    // 25 percent of 45, 35 and 25 are 11.25, 8.75 and 6.25.
    priced(OLD, "90.00", "35.00", "11.25", "8.75", "6.25", "BY_REPORT");
  }

  private static final List<Integer> BOTH_LADDERS =
      ASKED.day(of("OA070"), of("SA080"), of("OA045"), of("SA060"));

  @Test
  void indicators_1_and_2_rank_together_and_each_keeps_its_percents() {
    // Ranks 2, 1, 4, 3.
    priced(BOTH_LADDERS, "35.00", "80.00", "11.25", "30.00");
  }

  private static final List<Integer> HIGHEST_LAST =
      ASKED.day(of("SA040"), of("SA060"), of("SA100"));

  @Test
  void the_fee_ranks_and_not_the_order_of_the_lines() {
    priced(HIGHEST_LAST, "20.00", "30.00", "100.00");
  }

  private static final List<Integer> TIE = ASKED.day(of("SB050"), of("SA050"));

  @Test
  void of_equal_fees_the_first_line_ranks_first() {
    priced(TIE, "50.00", "25.00");
  }

  private static final List<Integer> TIE_TURNED = ASKED.day(of("SA050"), of("SB050"));

  @Test
  void of_equal_fees_the_first_line_ranks_first_whatever_its_code() {
    priced(TIE_TURNED, "50.00", "25.00");
  }

  private static final List<Integer> TIE_OF_ONE_CODE =
      ASKED.day(of("SA050").modified("59"), of("SA050"), of("SA050").modified("XS"));

  @Test
  void of_equal_lines_the_first_ranks_first() {
    priced(TIE_OF_ONE_CODE, "50.00", "25.00", "25.00");
  }

  private static final List<Integer> UNITS = ASKED.day(of("SA060").times("3"), of("SA050"));

  @Test
  void every_unit_takes_a_rank() {
    // 60 + 30 + 30
    priced(UNITS, "120.00", "25.00");
  }

  private static final List<Integer> LOWER_UNITS = ASKED.day(of("SA060").times("2"), of("SA100"));

  @Test
  void units_of_a_lower_fee_rank_after_a_higher_one() {
    priced(LOWER_UNITS, "60.00", "100.00");
  }

  private static final int ALONE = ASKED.ask(of("SA060").times("2"));

  @Test
  void units_rank_without_another_line() {
    assertThat(ASKED.price(ALONE)).isEqualTo("90.00");
  }

  private static final int SIX_UNITS = ASKED.ask(of("SA060").times("6"));

  @Test
  void a_line_that_reaches_the_sixth_rank_is_by_report() {
    assertThat(ASKED.price(SIX_UNITS)).isEqualTo("BY_REPORT");
  }

  private static final List<Integer> ONE_PHYSICIAN = ASKED.day(of("SA060"));
  private static final List<Integer> ANOTHER = ASKED.day(of("SA050"));

  @Test
  void another_encounter_does_not_rank_with_it() {
    priced(ONE_PHYSICIAN, "60.00");
    priced(ANOTHER, "50.00");
  }

  private static final int NO_ENCOUNTER = ASKED.ask(of("SA050"));

  @Test
  void a_row_without_an_encounter_stands_alone() {
    assertThat(ASKED.price(NO_ENCOUNTER)).isEqualTo("50.00");
  }

  private static final List<Integer> TWO_DAYS =
      ASKED.day(of("SA060"), of("SA050").with("service_date", "2025-11-04"));

  @Test
  void another_day_does_not_rank_with_it() {
    priced(TWO_DAYS, "60.00", "50.00");
  }

  private static final int GIVEN = ASKED.ask(of("SA050").ranked(2));

  @Test
  void a_row_may_say_its_rank_itself() {
    assertThat(ASKED.price(GIVEN)).isEqualTo("25.00");
  }

  private static final List<Integer> MARKED = ASKED.day(of("SA060"), of("SA050").modified("51"));

  @Test
  void modifier_51_changes_nothing_beside_the_rank() {
    priced(MARKED, "60.00", "25.00");
  }

  private static final List<Integer> MARKED_FIRST =
      ASKED.day(of("SA060").modified("51"), of("SA050"));

  @Test
  void modifier_51_on_the_wrong_line_does_not_reduce_it() {
    priced(MARKED_FIRST, "60.00", "25.00");
  }

  private static final int MARKED_ALONE = ASKED.ask(of("SA060").modified("51"));

  @Test
  void modifier_51_without_its_companions_has_no_price() {
    assertThat(ASKED.price(MARKED_ALONE)).isEqualTo("MULTIPLE_PROCEDURES");
  }

  private static final int MARKED_RANK = ASKED.ask(of("SA060").modified("51").ranked(2));

  @Test
  void modifier_51_with_its_rank_has_a_price() {
    assertThat(ASKED.price(MARKED_RANK)).isEqualTo("30.00");
  }

  private static final List<Integer> UNUSUAL = ASKED.day(of("SA060").modified("22"), of("SA050"));

  @Test
  void a_line_by_report_takes_its_rank() {
    priced(UNUSUAL, "BY_REPORT", "25.00");
  }

  private static final List<Integer> SMALLER = ASKED.day(of("SA060"), of("SA050").modified("52"));

  @Test
  void a_lower_line_by_report_leaves_the_first() {
    priced(SMALLER, "60.00", "BY_REPORT");
  }

  private static final List<Integer> CHARGED =
      ASKED.day(of("SA060").charged("500"), of("SA050").charged("24"));

  @Test
  void the_lower_of_the_charge_and_the_reduced_fee_is_paid() {
    priced(CHARGED, "60.00", "24.00");
  }

  private static final List<Integer> CHARGE_ABOVE =
      ASKED.day(of("SA060"), of("SA050").charged("30"));

  @Test
  void a_charge_between_the_reduced_fee_and_the_fee_changes_nothing() {
    priced(CHARGE_ABOVE, "60.00", "25.00");
  }

  private static final List<Integer> FAMILY = ASKED.day(of("EM300"), of("EM250"));

  @Test
  void the_second_endoscopy_of_a_family_pays_what_it_is_above_their_base() {
    // 250 - 100
    priced(FAMILY, "300.00", "150.00");
  }

  private static final List<Integer> FAMILY_OF_THREE =
      ASKED.day(of("EM200"), of("EM300"), of("EM250"));

  @Test
  void each_further_endoscopy_of_a_family_pays_what_it_is_above_their_base() {
    priced(FAMILY_OF_THREE, "100.00", "300.00", "150.00");
  }

  private static final List<Integer> WITH_BASE = ASKED.day(of("EB100"), of("EM250"));

  @Test
  void a_base_beside_an_endoscopy_of_its_family_is_not_paid() {
    priced(WITH_BASE, "0.00", "250.00");
  }

  private static final List<Integer> WITH_HIGHER_BASE = ASKED.day(of("EB100"), of("EM090"));

  @Test
  void a_base_is_not_paid_even_where_its_fee_is_the_higher() {
    priced(WITH_HIGHER_BASE, "0.00", "90.00");
  }

  private static final List<Integer> BASE_ALONE = ASKED.day(of("EB100"), of("SA080"));

  @Test
  void a_base_without_its_family_ranks_as_any_procedure() {
    priced(BASE_ALONE, "100.00", "40.00");
  }

  private static final List<Integer> BASE_OF_ANOTHER = ASKED.day(of("FB050"), of("EM200"));

  @Test
  void a_base_of_another_family_ranks_as_any_procedure() {
    priced(BASE_OF_ANOTHER, "25.00", "200.00");
  }

  private static final List<Integer> TWO_FAMILIES =
      ASKED.day(of("FM150"), of("FM120"), of("EM300"), of("EM250"));

  @Test
  void two_families_rank_with_each_other_after_their_own_rule() {
    // 150 + (120 - 50) = 220 beside 300 + (250 - 100) = 450
    priced(TWO_FAMILIES, "75.00", "35.00", "300.00", "150.00");
  }

  private static final List<Integer> FAMILY_BELOW =
      ASKED.day(of("FM150"), of("FM120"), of("GL090"));

  @Test
  void a_family_ranks_below_a_higher_procedure() {
    priced(FAMILY_BELOW, "75.00", "35.00", "1000.00");
  }

  private static final List<Integer> FAMILY_ABOVE =
      ASKED.day(of("SA100"), of("FM150"), of("FM120"), of("SA080"));

  @Test
  void a_family_takes_one_rank() {
    priced(FAMILY_ABOVE, "50.00", "150.00", "70.00", "40.00");
  }

  private static final List<Integer> BOTH_KNEES =
      ASKED.day(of("EM250").modified("RT"), of("EM250").modified("LT"));

  @Test
  void two_sides_of_one_endoscopy_are_no_family() {
    // 150 percent of 250
    priced(BOTH_KNEES, "250.00", "125.00");
  }

  private static final List<Integer> BOTH_KNEES_AND_ONE =
      ASKED.day(of("EM300"), of("EM250").modified("RT"), of("EM250").modified("LT"));

  @Test
  void two_sides_of_an_endoscopy_are_one_member_of_their_family() {
    // 150 percent of 250 is 375: the highest. Then 300 - 100.
    priced(BOTH_KNEES_AND_ONE, "200.00", "250.00", "125.00");
  }
}
