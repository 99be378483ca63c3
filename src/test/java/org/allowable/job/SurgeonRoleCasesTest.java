package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.allowable.job.PriceQuestions.Question;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * CMS's rules for assistants, co-surgeons and teams, and for who renders a service. AST, COS and
 * TEM codes have a fee of 200 dollars and end in the indicator of the role.
 */
class SurgeonRoleCasesTest {

  private static final PriceQuestions ASKED = RuleCases.ASKED;

  @TempDir private static Path folder = Path.of("");

  @BeforeAll
  static void price() throws IOException {
    RuleCases.price(folder);
  }

  private static Question of(String code, String modifiers) {
    return Question.of(code, "22", "2025-11-03").modified(modifiers);
  }

  private static int ask(String code, String modifiers) {
    return ASKED.ask(office(code, modifiers));
  }

  private static Question office(String code, String modifiers) {
    return of(code, modifiers).with("place_of_service_code", "11");
  }

  private static void priced(int question, String price) {
    assertThat(ASKED.price(question)).isEqualTo(price);
  }

  private static final List<Integer> ASSISTANTS =
      List.of(ask("AST02", "80"), ask("AST02", "81"), ask("AST02", "82"));

  @Test
  void an_assistant_is_paid_16_percent() {
    assertThat(ASKED.prices(ASSISTANTS)).containsExactly("32.00", "32.00", "32.00");
  }

  private static final int PRACTITIONER = ask("AST02", "AS");

  @Test
  void an_assistant_who_is_no_physician_is_paid_85_percent_of_16() {
    priced(PRACTITIONER, "27.20");
  }

  private static final int NAMED = ASKED.ask(office("AST02", "AS").by("PA"));

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
    assertThat(ASKED.prices(INDICATORS_OF_ASSISTANTS))
        .containsExactly("BY_REPORT", "SURGEON_ROLE_NOT_PAID", "32.00", "MODIFIER_NOT_APPLICABLE");
  }

  private static final List<Integer> INDICATORS_OF_PRACTITIONERS =
      List.of(ask("AST00", "AS"), ask("AST01", "AS"), ask("AST09", "AS"));

  @Test
  void the_assistant_indicator_holds_for_practitioners_too() {
    assertThat(ASKED.prices(INDICATORS_OF_PRACTITIONERS))
        .containsExactly("BY_REPORT", "SURGEON_ROLE_NOT_PAID", "MODIFIER_NOT_APPLICABLE");
  }

  private static final List<Integer> CO_SURGEONS =
      List.of(ask("COS00", "62"), ask("COS01", "62"), ask("COS02", "62"), ask("COS09", "62"));

  @Test
  void a_co_surgeon_is_paid_62_and_a_half_percent_where_the_indicator_permits_one() {
    assertThat(ASKED.prices(CO_SURGEONS))
        .containsExactly("SURGEON_ROLE_NOT_PAID", "BY_REPORT", "125.00", "MODIFIER_NOT_APPLICABLE");
  }

  private static final List<Integer> TEAMS =
      List.of(ask("TEM00", "66"), ask("TEM01", "66"), ask("TEM02", "66"), ask("TEM09", "66"));

  @Test
  void a_team_is_paid_by_report_where_the_indicator_permits_one() {
    assertThat(ASKED.prices(TEAMS))
        .containsExactly(
            "SURGEON_ROLE_NOT_PAID", "BY_REPORT", "BY_REPORT", "MODIFIER_NOT_APPLICABLE");
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

  private static final List<Integer> RANKED =
      ASKED.day(office("GL090", "80"), office("SA100", "80"));

  @Test
  void an_assistant_indicator_of_9_takes_no_rank() {
    assertThat(ASKED.prices(RANKED)).containsExactly("160.00", "MODIFIER_NOT_APPLICABLE");
  }

  private static int by(String credential) {
    return ASKED.ask(office("EV100", "").by(credential));
  }

  private static final List<Integer> PRACTITIONERS = List.of(by("NP"), by("pa"), by("CNS"));

  @Test
  void nurse_practitioners_and_their_like_are_paid_85_percent() {
    assertThat(ASKED.prices(PRACTITIONERS)).containsExactly("85.00", "85.00", "85.00");
  }

  private static final int SOCIAL_WORKER = by("LCSW");

  @Test
  void a_clinical_social_worker_is_paid_75_percent() {
    priced(SOCIAL_WORKER, "75.00");
  }

  private static final List<Integer> PHYSICIANS = List.of(by("MD"), by("DO"), by(""));

  @Test
  void physicians_and_who_says_nothing_are_paid_in_full() {
    assertThat(ASKED.prices(PHYSICIANS)).containsExactly("100.00", "100.00", "100.00");
  }

  private static final int UNKNOWN = by("XYZ");

  @Test
  void a_credential_that_no_table_knows_has_no_price() {
    priced(UNKNOWN, "UNKNOWN_CREDENTIAL");
  }

  private static final int CENTS = ASKED.ask(office("EV033", "").by("NP"));

  @Test
  void the_percent_of_a_credential_is_rounded_half_up() {
    // 33.30 x 85% is 28.305
    priced(CENTS, "28.31");
  }

  private static final int CENTS_OF_UNITS = ASKED.ask(office("EV033", "").by("NP").times("3"));

  @Test
  void units_are_multiplied_before_the_percent_is_rounded() {
    // 33.30 x 3 x 85% is 84.915
    priced(CENTS_OF_UNITS, "84.92");
  }

  private static final List<Integer> RANKED_PRACTITIONER =
      ASKED.day(office("SA100", "").by("NP"), office("SA060", "").by("NP"));

  @Test
  void the_rank_reduces_before_the_credential() {
    // 60 x 50% x 85%
    assertThat(ASKED.prices(RANKED_PRACTITIONER)).containsExactly("85.00", "25.50");
  }
}
