package org.allowable.job;

import static org.allowable.job.SmallRun.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.allowable.job.PriceQuestions.Question;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Prices worked out by hand from CMS's figures, and every reason for none. Carrier 00000 is
 * invented: all its indices are 1, so that its prices are the national ones.
 */
@Tag("long")
class PricingCasesTest {

  private static final PriceQuestions QUESTIONS = new PriceQuestions();
  private static final String OCTOBER = "2025-11-03";
  private static final int ALIKE = 1_000;

  @TempDir private static Path folder = Path.of("");

  @BeforeAll
  static void price() throws IOException {
    for (int i = 0; i < ALIKE; i++) {
      QUESTIONS.ask(Question.of("99213", "11", "2025-12-01"));
    }
    QUESTIONS.run(SmallRun.resource("/reference/published"), folder);
  }

  private static int ask(String code, String place, String date) {
    return QUESTIONS.ask(Question.of(code, place, date));
  }

  private static int ask(Question question) {
    return QUESTIONS.ask(question);
  }

  private static Question october(String code) {
    return Question.of(code, "11", OCTOBER);
  }

  private static void priced(int question, String amount) {
    assertThat(QUESTIONS.answer(question))
        .containsEntry("pricing_status", "PRICED")
        .containsEntry("medicare_allowed_amount", usd(amount));
  }

  private static void notPriced(int question, String status) {
    assertThat(QUESTIONS.answer(question))
        .containsEntry("pricing_status", status)
        .containsEntry("medicare_allowed_amount", null);
  }

  private static final int EPIDURAL_OFFICE = ask("62321", "11", "2024-06-03");

  @Test
  void a_cervical_epidural_of_2024_in_the_office() {
    priced(EPIDURAL_OFFICE, "262.64");
  }

  private static final int EPIDURAL_CENTER = ask("62321", "24", "2024-06-03");

  @Test
  void a_cervical_epidural_of_2024_in_a_surgery_center() {
    priced(EPIDURAL_CENTER, "106.52");
  }

  private static final int LUMBAR_2022 = ask("62323", "11", "2022-06-03");

  @Test
  void a_lumbar_epidural_of_2022() {
    priced(LUMBAR_2022, "270.27");
  }

  private static final int LUMBAR_2023 = ask("62323", "11", "2023-06-03");

  @Test
  void a_lumbar_epidural_of_2023() {
    priced(LUMBAR_2023, "262.29");
  }

  private static final int LUMBAR_2024 = ask("62323", "11", "2024-06-03");

  @Test
  void a_lumbar_epidural_of_2024() {
    priced(LUMBAR_2024, "258.31");
  }

  private static final int LUMBAR_HOSPITAL = ask("62323", "22", "2024-06-03");

  @Test
  void a_lumbar_epidural_of_2024_in_a_hospital() {
    priced(LUMBAR_HOSPITAL, "98.53");
  }

  private static final int MARCH_8 = ask("62321", "11", "2024-03-08");

  @Test
  void the_conversion_factor_on_8_march_2024() {
    // 7.89 x 32.7442
    priced(MARCH_8, "258.35");
  }

  private static final int MARCH_9 = ask("62321", "11", "2024-03-09");

  @Test
  void the_conversion_factor_on_9_march_2024() {
    // 7.89 x 33.2875
    priced(MARCH_9, "262.64");
  }

  private static final int NOT_QUALIFYING = ask("62321", "11", "2026-08-03");

  @Test
  void a_request_that_says_nothing_has_the_runs_participation() {
    // 8.28 x 33.4009
    priced(NOT_QUALIFYING, "276.56");
  }

  private static final int QUALIFYING = ask(Question.of("62321", "11", "2026-08-03").as("qp"));

  @Test
  void a_qualifying_participant_of_2026_has_its_own_conversion_factor() {
    // 8.28 x 33.5675
    priced(QUALIFYING, "277.94");
  }

  private static final int PROFESSIONAL = ask(october("77003").modified("26"));

  @Test
  void the_professional_part_has_a_row_of_its_own() {
    // 0.84 x 32.3465
    priced(PROFESSIONAL, "27.17");
  }

  private static final int TECHNICAL = ask(october("77003").modified("TC"));

  @Test
  void the_technical_part_has_a_row_of_its_own() {
    // 2.24 x 32.3465
    priced(TECHNICAL, "72.46");
  }

  private static final int TWO = ask(october("99213").times("2"));

  @Test
  void units_multiply_the_rounded_fee() {
    // 2.75 x 32.3465 is 88.952875: twice 88.95, not 177.91.
    priced(TWO, "177.90");
  }

  private static final int SIDE = ask(october("64483").modified("LT"));

  @Test
  void a_modifier_that_only_informs_leaves_the_price() {
    // 7.30 x 32.3465
    priced(SIDE, "236.13");
  }

  private static final int CAPPED = ask(october("CAP01"));

  @Test
  void the_outpatient_rate_caps_a_higher_fee() {
    // 3.10 x 32.3465 in place of 4.10 x 32.3465
    priced(CAPPED, "100.27");
  }

  private static final int NOT_CAPPED = ask(october("CAP02"));

  @Test
  void a_higher_outpatient_rate_leaves_the_fee() {
    // 4.10 x 32.3465
    priced(NOT_CAPPED, "132.62");
  }

  private static final int LISTED_CAP = ask(october("CAP03"));

  @Test
  void a_cap_that_cms_lists_caps_the_fee() {
    priced(LISTED_CAP, "90.00");
  }

  private static final int JANUARY_2026 = ask("62321", "11", "2026-01-15");

  @Test
  void a_price_by_a_later_release_of_its_year_says_so() {
    assertThat(QUESTIONS.answer(JANUARY_2026))
        .containsEntry("is_later_release", true)
        .containsEntry("release", "2026C");
  }

  @Test
  void a_price_by_the_release_in_force_says_so() {
    assertThat(QUESTIONS.answer(NOT_QUALIFYING)).containsEntry("is_later_release", false);
  }

  private static final int NO_CODE = ask(october(""));

  @Test
  void without_a_code() {
    notPriced(NO_CODE, "NO_CODE");
  }

  private static final int NO_DATE = ask("62323", "11", "");

  @Test
  void without_a_date() {
    notPriced(NO_DATE, "NO_SERVICE_DATE");
  }

  private static final int NO_PLACE = ask("62323", "98", OCTOBER);

  @Test
  void at_a_place_that_no_table_knows() {
    notPriced(NO_PLACE, "UNKNOWN_PLACE_OF_SERVICE");
  }

  private static final int TOO_OLD = ask("62323", "11", "1999-06-01");

  @Test
  void before_the_places_of_service_begin() {
    // That table begins in 2020, and is asked before the release.
    notPriced(TOO_OLD, "UNKNOWN_PLACE_OF_SERVICE");
  }

  private static final int NO_RELEASE = ask("62323", "11", "2021-06-01");

  @Test
  void in_a_year_that_was_not_imported() {
    notPriced(NO_RELEASE, "NO_RELEASE");
  }

  private static final int NO_FEE = ask(october("62311"));

  @Test
  void a_code_that_is_not_in_the_schedule() {
    notPriced(NO_FEE, "NO_FEE");
  }

  private static final int NO_COMPONENT = ask(october("62323").modified("26"));

  @Test
  void a_component_that_the_code_does_not_have() {
    notPriced(NO_COMPONENT, "NO_COMPONENT_FEE");
  }

  private static final int TWO_COMPONENTS = ask(october("77003").modified("26 TC"));

  @Test
  void two_components_at_once() {
    notPriced(TWO_COMPONENTS, "NO_COMPONENT_FEE");
  }

  private static final int UNKNOWN_STATUS = ask(october("ODD01"));

  @Test
  void a_status_that_no_table_knows() {
    notPriced(UNKNOWN_STATUS, "UNKNOWN_STATUS_CODE");
  }

  private static final int BUNDLED = ask(october("99024"));

  @Test
  void a_code_that_medicare_bundles() {
    notPriced(BUNDLED, "BUNDLED");
  }

  private static final int BY_CARRIER = ask(october("64999"));

  @Test
  void a_code_that_the_carrier_prices() {
    notPriced(BY_CARRIER, "CARRIER_PRICED");
  }

  private static final int RESTRICTED = ask(october("99455"));

  @Test
  void a_restricted_code_without_values_is_priced_by_the_carrier_and_not_at_nothing() {
    notPriced(RESTRICTED, "CARRIER_PRICED");
  }

  private static final int NOT_COVERED = ask(october("G0260"));

  @Test
  void a_code_that_the_schedule_excludes() {
    notPriced(NOT_COVERED, "NOT_COVERED");
  }

  private static final int NOT_VALID = ask(october("0501F"));

  @Test
  void a_code_for_which_medicare_uses_another() {
    notPriced(NOT_VALID, "NOT_VALID_FOR_MEDICARE");
  }

  private static final int ANESTHESIA = ask(october("01991"));

  @Test
  void anesthesia() {
    notPriced(ANESTHESIA, "ANESTHESIA");
  }

  private static final int DELETED = ask(october("GONE1"));

  @Test
  void a_deleted_code() {
    notPriced(DELETED, "DELETED_CODE");
  }

  private static final int NO_RULE = ask(october("64483").modified("CQ"));

  @Test
  void a_modifier_whose_rule_is_not_held() {
    notPriced(NO_RULE, "MODIFIER_NOT_PRICED");
  }

  private static final int UNKNOWN_MODIFIER = ask(october("62323").modified("ZZ"));

  @Test
  void a_modifier_that_no_table_knows() {
    notPriced(UNKNOWN_MODIFIER, "UNKNOWN_MODIFIER");
  }

  private static final int NOWHERE = ask(october("62323").in("12402", "98"));

  @Test
  void a_locality_that_no_table_knows() {
    notPriced(NOWHERE, "UNKNOWN_LOCALITY");
  }

  private static final int NO_UNITS = ask(october("62323").times("0"));

  @Test
  void no_units() {
    notPriced(NO_UNITS, "NO_UNITS");
  }

  @Test
  void services_alike_are_priced_once() {
    Matcher said =
        Pattern.compile("(\\d+) requests, (\\d+) distinct prices").matcher(QUESTIONS.lastWord());
    assertThat(said.matches()).isTrue();
    assertThat(Integer.parseInt(said.group(2))).isLessThanOrEqualTo(QUESTIONS.count() - ALIKE + 1);
  }

  @Test
  void every_request_has_an_answer_of_its_own() {
    assertThat(QUESTIONS.answer(QUESTIONS.count()))
        .containsEntry("request_number", (long) QUESTIONS.count());
  }
}
