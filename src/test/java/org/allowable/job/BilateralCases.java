package org.allowable.job;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * CMS's rules for both sides, worked out by hand. BIL00 to BIL09 have the bilateral indicator of
 * their name and the fee of CMS's own example, 125 dollars; SA060 has indicator 1 and ranks.
 */
@Tag("long")
class BilateralCases extends RuleCases {

  private static List<Integer> sides(String code) {
    return ASKED.day(of(code, "LT"), of(code, "RT"));
  }

  private static final int ZERO = ask("BIL00", "50");
  private static final List<Integer> ZERO_SIDES = sides("BIL00");

  @Test
  void indicator_0_pays_both_sides_as_one() {
    priced(ZERO, "125.00");
  }

  @Test
  void indicator_0_pays_both_sides_on_two_lines_as_one() {
    priced(ZERO_SIDES, "125.00", "0.00");
  }

  private static final int ONE = ask("BIL01", "50");
  private static final List<Integer> ONE_SIDES = sides("BIL01");
  private static final int ONE_LINE = ask("BIL01", "RT LT");

  @Test
  void indicator_1_pays_150_percent() {
    priced(ONE, "187.50");
  }

  @Test
  void indicator_1_pays_150_percent_on_two_lines() {
    priced(ONE_SIDES, "125.00", "62.50");
  }

  @Test
  void right_and_left_on_one_line_are_both_sides() {
    priced(ONE_LINE, "187.50");
  }

  private static final int TWO = ask("BIL02", "50");
  private static final List<Integer> TWO_SIDES = sides("BIL02");

  @Test
  void indicator_2_has_both_sides_in_its_fee() {
    priced(TWO, "125.00");
  }

  @Test
  void indicator_2_has_both_sides_in_its_fee_on_two_lines() {
    priced(TWO_SIDES, "125.00", "0.00");
  }

  private static final int THREE = ask("BIL03", "50");
  private static final List<Integer> THREE_SIDES = sides("BIL03");

  @Test
  void indicator_3_pays_each_side_in_full() {
    priced(THREE, "250.00");
  }

  @Test
  void indicator_3_pays_each_side_in_full_on_two_lines() {
    priced(THREE_SIDES, "125.00", "125.00");
  }

  private static final int NINE = ask("BIL09", "50");
  private static final List<Integer> NINE_SIDES = sides("BIL09");

  @Test
  void indicator_9_has_no_two_sides() {
    priced(NINE, "MODIFIER_NOT_APPLICABLE");
  }

  @Test
  void indicator_9_leaves_lines_with_sides_as_they_are() {
    priced(NINE_SIDES, "125.00", "125.00");
  }

  private static final int LEFT = ask("BIL01", "LT");

  @Test
  void one_side_is_paid_in_full() {
    priced(LEFT, "125.00");
  }

  private static final List<Integer> SAME_SIDE = ASKED.day(of("BIL01", "LT"), of("BIL01", "LT 59"));

  @Test
  void one_side_twice_is_not_two_sides() {
    priced(SAME_SIDE, "125.00", "125.00");
  }

  private static final List<Integer> THREE_LINES =
      ASKED.day(of("BIL01", "RT"), of("BIL01", "RT"), of("BIL01", "LT"));

  @Test
  void two_of_one_side_and_one_of_the_other_are_one_pair_and_one_alone() {
    priced(THREE_LINES, "125.00", "125.00", "62.50");
  }

  private static final List<Integer> TWO_CODES = ASKED.day(of("BIL01", "RT"), of("BIL00", "LT"));

  @Test
  void sides_of_two_codes_are_no_pair() {
    priced(TWO_CODES, "125.00", "125.00");
  }

  private static final List<Integer> BEFORE_RANK = ASKED.day(of("SA060", "50"), of("SA080", ""));

  @Test
  void both_sides_are_taken_together_before_they_rank() {
    // 150 percent of 60 is 90, above 80.
    priced(BEFORE_RANK, "90.00", "40.00");
  }

  private static final List<Integer> LOWER = ASKED.day(of("SA060", "50"), of("SA100", ""));

  @Test
  void both_sides_are_reduced_together() {
    // Half of 90.
    priced(LOWER, "45.00", "100.00");
  }

  private static final List<Integer> PAIR_BEFORE_RANK =
      ASKED.day(of("SA060", "LT"), of("SA060", "RT"), of("SA080", ""));

  @Test
  void two_lines_of_two_sides_take_one_rank_and_are_taken_together_before() {
    priced(PAIR_BEFORE_RANK, "60.00", "30.00", "40.00");
  }

  private static final List<Integer> PAIR_LOWER =
      ASKED.day(of("SA060", "LT"), of("SA060", "RT"), of("SA100", ""), of("SA050", ""));

  @Test
  void two_lines_of_two_sides_are_reduced_together() {
    // Half of 60 and half of 30, then half of 50.
    priced(PAIR_LOWER, "30.00", "15.00", "100.00", "25.00");
  }

  private static final int UNITS = ASKED.ask(of("BIL01", "50").times("2"));

  @Test
  void units_of_both_sides_multiply() {
    priced(UNITS, "375.00");
  }

  private static List<Integer> charged(String code, String left, String right) {
    return ASKED.day(of(code, "LT").charged(left), of(code, "RT").charged(right));
  }

  private static final List<Integer> EXAMPLE = charged("BIL00", "100", "100");

  @Test
  void cms_own_example_pays_the_fee_of_125_where_both_sides_are_charged_100() {
    priced(EXAMPLE, "125.00", "0.00");
  }

  private static final List<Integer> LOW_TOTAL = charged("BIL01", "100", "80");

  @Test
  void the_charge_for_both_sides_is_paid_where_it_is_lower_than_150_percent() {
    priced(LOW_TOTAL, "100.00", "80.00");
  }

  private static final List<Integer> HIGH_TOTAL = charged("BIL01", "100", "90");

  @Test
  void a_charge_for_both_sides_above_150_percent_leaves_it() {
    priced(HIGH_TOTAL, "125.00", "62.50");
  }

  private static final List<Integer> HALF_CHARGED =
      ASKED.day(of("BIL01", "LT").charged("100"), of("BIL01", "RT"));

  @Test
  void where_one_charge_is_not_known_the_other_caps_its_own_line() {
    priced(HALF_CHARGED, "100.00", "62.50");
  }
}
