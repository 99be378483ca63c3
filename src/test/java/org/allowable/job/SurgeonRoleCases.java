package org.allowable.job;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * CMS's rules for assistants, co-surgeons and teams, and for who renders a service. AST, COS and
 * TEM codes have a fee of 200 dollars and end in the indicator of the role.
 */
@Tag("long")
class SurgeonRoleCases extends RuleCases {

  private static final List<Integer> ASSISTANTS =
      List.of(ask("AST02", "80"), ask("AST02", "81"), ask("AST02", "82"));

  @Test
  void an_assistant_is_paid_16_percent() {
    priced(ASSISTANTS, "32.00", "32.00", "32.00");
  }

  private static final int PRACTITIONER = ask("AST02", "AS");

  @Test
  void an_assistant_who_is_no_physician_is_paid_85_percent_of_16() {
    priced(PRACTITIONER, "27.20");
  }

  private static final int NAMED = ASKED.ask(of("AST02", "AS").by("PA"));

  @Test
  void the_credential_of_such_an_assistant_reduces_no_second_time() {
    priced(NAMED, "27.20");
  }

  private static final int ROUNDED = ask("AST33", "80");

  @Test
  void the_percent_of_a_role_is_rounded_half_up() {
    // 33.30 x 16% is 5.328
    priced(ROUNDED, "5.33");
  }

  private static final List<Integer> INDICATORS_OF_ASSISTANTS =
      List.of(ask("AST00", "80"), ask("AST01", "80"), ask("AST02", "80"), ask("AST09", "80"));

  @Test
  void the_assistant_indicator_says_whether_one_is_paid() {
    priced(
        INDICATORS_OF_ASSISTANTS,
        "BY_REPORT",
        "SURGEON_ROLE_NOT_PAID",
        "32.00",
        "MODIFIER_NOT_APPLICABLE");
  }

  private static final List<Integer> INDICATORS_OF_PRACTITIONERS =
      List.of(ask("AST00", "AS"), ask("AST01", "AS"), ask("AST09", "AS"));

  @Test
  void the_assistant_indicator_holds_for_practitioners_too() {
    priced(
        INDICATORS_OF_PRACTITIONERS,
        "BY_REPORT",
        "SURGEON_ROLE_NOT_PAID",
        "MODIFIER_NOT_APPLICABLE");
  }

  private static final List<Integer> CO_SURGEONS =
      List.of(ask("COS00", "62"), ask("COS01", "62"), ask("COS02", "62"), ask("COS09", "62"));

  @Test
  void a_co_surgeon_is_paid_62_and_a_half_percent_where_the_indicator_permits_one() {
    priced(CO_SURGEONS, "SURGEON_ROLE_NOT_PAID", "BY_REPORT", "125.00", "MODIFIER_NOT_APPLICABLE");
  }

  private static final List<Integer> TEAMS =
      List.of(ask("TEM00", "66"), ask("TEM01", "66"), ask("TEM02", "66"), ask("TEM09", "66"));

  @Test
  void a_team_is_paid_by_report_where_the_indicator_permits_one() {
    priced(TEAMS, "SURGEON_ROLE_NOT_PAID", "BY_REPORT", "BY_REPORT", "MODIFIER_NOT_APPLICABLE");
  }

  private static final int TWO_ROLES = ask("AST02", "80 62");

  @Test
  void two_roles_at_once_are_refused() {
    priced(TWO_ROLES, "MODIFIER_NOT_APPLICABLE");
  }

  private static final int CARE = ask("GL090", "62 54");

  @Test
  void a_role_and_a_share_of_the_global_package_multiply() {
    // 1,000 x 62.5% x 79%
    priced(CARE, "493.75");
  }

  private static final int BOTH_SIDES = ask("GL090", "80 50");

  @Test
  void a_role_and_both_sides_multiply() {
    // 1,000 x 150% x 16%
    priced(BOTH_SIDES, "240.00");
  }

  private static final List<Integer> RANKED = ASKED.day(of("GL090", "80"), of("SA100", "80"));

  @Test
  void an_assistant_indicator_of_9_takes_no_rank() {
    priced(RANKED, "160.00", "MODIFIER_NOT_APPLICABLE");
  }

  private static int by(String credential) {
    return ASKED.ask(of("EV100", "").by(credential));
  }

  private static final List<Integer> PRACTITIONERS = List.of(by("NP"), by("pa"), by("CNS"));

  @Test
  void nurse_practitioners_and_their_like_are_paid_85_percent() {
    priced(PRACTITIONERS, "85.00", "85.00", "85.00");
  }

  private static final int SOCIAL_WORKER = by("LCSW");

  @Test
  void a_clinical_social_worker_is_paid_75_percent() {
    priced(SOCIAL_WORKER, "75.00");
  }

  private static final List<Integer> PHYSICIANS = List.of(by("MD"), by("DO"), by(""));

  @Test
  void physicians_and_who_says_nothing_are_paid_in_full() {
    priced(PHYSICIANS, "100.00", "100.00", "100.00");
  }

  private static final int UNKNOWN = by("XYZ");

  @Test
  void a_credential_that_no_table_knows_has_no_price() {
    priced(UNKNOWN, "UNKNOWN_CREDENTIAL");
  }

  private static final int CENTS = ASKED.ask(of("EV033", "").by("NP"));

  @Test
  void the_percent_of_a_credential_is_rounded_half_up() {
    // 33.30 x 85% is 28.305
    priced(CENTS, "28.31");
  }

  private static final int CENTS_OF_UNITS = ASKED.ask(of("EV033", "").by("NP").times("3"));

  @Test
  void units_are_multiplied_before_the_percent_is_rounded() {
    // 33.30 x 3 x 85% is 84.915
    priced(CENTS_OF_UNITS, "84.92");
  }

  private static final List<Integer> RANKED_PRACTITIONER =
      ASKED.day(of("SA100", "").by("NP"), of("SA060", "").by("NP"));

  @Test
  void the_rank_reduces_before_the_credential() {
    // 60 x 50% x 85%
    priced(RANKED_PRACTITIONER, "85.00", "25.50");
  }
}
