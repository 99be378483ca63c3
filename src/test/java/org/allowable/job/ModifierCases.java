package org.allowable.job;

import static org.allowable.job.SmallRun.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.allowable.job.PriceQuestions.Question;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What modifiers, participation and the charge do to a price, worked out by hand. The global
 * package of GL090 is 1,000 dollars: 10 percent before, 69 during and 21 after the operation.
 */
@Tag("long")
class ModifierCases extends RuleCases {

  private static final int SURGERY_ONLY = ask("GL090", "54");

  @Test
  void modifier_54_is_the_share_before_and_during() {
    priced(SURGERY_ONLY, "790.00");
  }

  private static final int CARE_AFTER = ask("GL090", "55");

  @Test
  void modifier_55_is_the_share_after() {
    priced(CARE_AFTER, "210.00");
  }

  private static final int CARE_BEFORE = ask("GL090", "56");

  @Test
  void modifier_56_is_the_share_before() {
    priced(CARE_BEFORE, "100.00");
  }

  private static final int RETURN = ask("GL090", "78");

  @Test
  void modifier_78_is_the_share_during() {
    priced(RETURN, "690.00");
  }

  private static final int RETURN_MINOR = ask("GL000", "78");

  @Test
  void modifier_78_is_the_whole_fee_where_the_package_is_of_the_day() {
    priced(RETURN_MINOR, "100.00");
  }

  private static final List<Integer> WITHOUT_PACKAGE =
      List.of(ask("GL000", "54"), ask("GL000", "55"), ask("EV100", "78"));

  @Test
  void a_share_of_a_package_that_the_code_does_not_have_is_refused() {
    assertThat(ASKED.prices(WITHOUT_PACKAGE)).containsOnly("MODIFIER_NOT_APPLICABLE");
  }

  private static final int TWO_SHARES = ask("GL090", "54 55");

  @Test
  void two_shares_at_once_are_refused() {
    priced(TWO_SHARES, "MODIFIER_NOT_APPLICABLE");
  }

  private static final List<Integer> BY_REPORT =
      Stream.of("22", "52", "53", "63").map(modifier -> ask("SA100", modifier)).toList();

  @Test
  void unusual_reduced_and_discontinued_services_are_by_report() {
    assertThat(ASKED.prices(BY_REPORT)).containsOnly("BY_REPORT");
  }

  private static final int DISCONTINUED = ask("SC100", "53");

  @Test
  void a_discontinued_service_with_a_row_of_its_own_has_its_price() {
    priced(DISCONTINUED, "50.00");
  }

  private static final int READING_DISCONTINUED = ask("IM100", "26 53");

  @Test
  void a_discontinued_part_without_a_row_is_by_report() {
    priced(READING_DISCONTINUED, "BY_REPORT");
  }

  private static final List<Integer> NO_EFFECT =
      Stream.of("24", "25", "57", "58", "59", "76", "77", "79", "KX", "XE", "XP", "XS", "XU")
          .map(modifier -> ask("EV100", modifier))
          .toList();

  @Test
  void modifiers_that_only_inform_leave_the_price() {
    assertThat(ASKED.prices(NO_EFFECT)).containsOnly("100.00");
  }

  private static final int FOUR = ask("EV100", "25 59 KX GC");

  @Test
  void four_modifiers_that_only_inform_leave_the_price() {
    priced(FOUR, "100.00");
  }

  private static final int FOURTH = ask("GL090", "59 KX GC 80");

  @Test
  void the_fourth_modifier_counts_as_the_first_does() {
    priced(FOURTH, "160.00");
  }

  private static Question outside(Question question) {
    return question.with("participation", "non_participating");
  }

  private static final int OUTSIDE = ASKED.ask(outside(of("EV033", "")));

  @Test
  void who_does_not_participate_is_paid_95_percent() {
    // 33.30 x 95% is 31.635
    priced(OUTSIDE, "31.64");
  }

  @Test
  void who_does_not_participate_may_charge_109_and_a_quarter_percent() {
    // 33.30 x 109.25% is 36.38025
    assertThat(ASKED.answer(OUTSIDE)).containsEntry("limiting_charge_amount", usd("36.38"));
  }

  private static final int INSIDE =
      ASKED.ask(of("EV033", "").with("participation", "participating"));

  @Test
  void who_participates_has_no_limiting_charge() {
    assertThat(ASKED.answer(INSIDE)).containsEntry("limiting_charge_amount", null);
  }

  private static final int OUTSIDE_PRACTITIONER = ASKED.ask(outside(of("EV100", "")).by("NP"));

  @Test
  void credential_and_participation_multiply() {
    // 100 x 85% x 95%
    priced(OUTSIDE_PRACTITIONER, "80.75");
  }

  private static final int LOW_CHARGE = ASKED.ask(of("EV100", "").charged("99.99"));

  @Test
  void a_charge_below_the_fee_is_paid() {
    priced(LOW_CHARGE, "99.99");
  }

  @Test
  void a_charge_below_the_fee_is_said() {
    assertThat(ASKED.answer(LOW_CHARGE))
        .containsEntry("is_charge_lower", true)
        .containsEntry("medicare_fee_amount", usd("100.00"));
  }

  private static final int EQUAL_CHARGE = ASKED.ask(of("EV100", "").charged("100"));

  @Test
  void a_charge_of_the_fee_is_not_lower() {
    assertThat(ASKED.answer(EQUAL_CHARGE)).containsEntry("is_charge_lower", false);
  }

  private static final int LINE_CHARGE = ASKED.ask(of("EV100", "").times("3").charged("250"));

  @Test
  void the_charge_is_that_of_the_whole_line() {
    priced(LINE_CHARGE, "250.00");
  }

  private static final int CHARGE_WITHOUT_PRICE = ASKED.ask(of("SA100", "22").charged("250"));

  @Test
  void a_charge_does_not_stand_in_for_a_price() {
    priced(CHARGE_WITHOUT_PRICE, "BY_REPORT");
  }

  private static final int WITHHELD = ask("EV100", "");

  @Test
  void sequestration_is_not_taken_off_what_is_allowed() {
    priced(WITHHELD, "100.00");
  }

  private static final int HALF_UNIT = ASKED.ask(of("EV100", "").times("1.5"));

  @Test
  void units_may_be_fractions() {
    priced(HALF_UNIT, "150.00");
  }
}
