package org.allowable.job;

import java.util.List;
import org.allowable.job.PriceQuestions.Question;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Status T: paid only when the physician fee schedule pays nothing else of the day to the same
 * provider. The invented codes end in their fee: AL005, AL006 and AL090 have status T, AL090 also
 * multiple procedure indicator 2; EV are visits, SA surgery.
 */
@Tag("long")
class PaidOnlyAloneCases extends RuleCases {

  private static final String BUNDLED = "BUNDLED_SAME_DAY";

  private static final int NO_DAY = ASKED.ask(of("AL005"));

  private static final List<Integer> ALONE = ASKED.day(of("AL005"));

  @Test
  void alone_it_is_paid() {
    priced(NO_DAY, "5.00");
    priced(ALONE, "5.00");
  }

  private static final List<Integer> WITH_VISIT = ASKED.day(of("AL005"), of("EV100"));

  @Test
  void with_a_visit_it_is_bundled_and_the_visit_is_paid_in_full() {
    priced(WITH_VISIT, BUNDLED, "100.00");
  }

  private static final List<Integer> WITH_SURGERY =
      ASKED.day(of("SA050"), of("AL090"), of("SA040"));

  @Test
  void bundled_it_takes_no_rank_from_a_procedure() {
    // AL090 would be the first of the day.
    priced(WITH_SURGERY, "50.00", BUNDLED, "20.00");
  }

  private static final List<Integer> TWO_ALONE = ASKED.day(of("AL005"), of("AL006"));

  @Test
  void two_of_its_kind_do_not_bundle_each_other() {
    priced(TWO_ALONE, "5.00", "6.00");
  }

  private static final List<Integer> WITH_NOT_COVERED = ASKED.day(of("AL005"), of("NC000"));

  @Test
  void what_medicare_does_not_pay_leaves_it_alone() {
    priced(WITH_NOT_COVERED, "5.00", "NOT_COVERED");
  }

  private static final List<Integer> WITH_CONTRACTOR_PRICED =
      ASKED.day(of("AL005"), of("DC000").modified("26"));

  @Test
  void what_the_contractor_prices_is_paid_under_the_fee_schedule_too() {
    priced(WITH_CONTRACTOR_PRICED, BUNDLED, "CARRIER_PRICED");
  }

  private static final List<Integer> WITH_NOT_PAYABLE_HERE =
      ASKED.day(Question.of("AL006", "22", "2025-11-03"), Question.of("IT010", "22", "2025-11-03"));

  @Test
  void what_has_no_physician_fee_in_the_setting_leaves_it_alone() {
    priced(WITH_NOT_PAYABLE_HERE, "6.00", "NOT_PAYABLE_IN_SETTING");
  }

  private static final List<Integer> IN_FACILITY =
      ASKED.day(Question.of("AL005", "22", "2025-11-03"), Question.of("EV100", "22", "2025-11-03"));

  @Test
  void the_reason_of_the_setting_goes_first() {
    priced(IN_FACILITY, "NOT_PAYABLE_IN_SETTING", "80.00");
  }
}
