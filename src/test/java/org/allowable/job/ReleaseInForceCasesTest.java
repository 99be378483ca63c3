package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.allowable.job.PriceQuestions.Question;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By which release the shipped tables price a day, beside the one that CMS has in force on it. */
@Tag("long")
class ReleaseInForceCasesTest {

  private static final PriceQuestions QUESTIONS = new PriceQuestions();

  @TempDir private static Path folder = Path.of("");

  @BeforeAll
  static void price() throws IOException {
    QUESTIONS.run(Path.of("reference-that-ships"), folder);
  }

  private static int physician(String date) {
    return QUESTIONS.ask(Question.of("62323", "11", date).in("12402", "01"));
  }

  private static int facility(String system, String date) {
    return QUESTIONS.ask(
        Question.of("62323", "24", date)
            .in("12402", "01")
            .with("payment_system", system)
            .with("wage_index", "1"));
  }

  private static Map<String, @Nullable Object> answer(int question) {
    return QUESTIONS.answer(question);
  }

  private static final int SEPTEMBER = physician("2026-09-30");

  @Test
  void the_last_day_of_a_release_is_priced_by_it() {
    assertThat(answer(SEPTEMBER))
        .containsEntry("release", "2026C")
        .containsEntry("release_in_force", "2026C")
        .containsEntry("is_earlier_release", false)
        .containsEntry("is_later_release", false);
  }

  private static final int OCTOBER = physician("2026-10-01");

  @Test
  void the_first_day_of_a_release_that_is_not_loaded_says_so() {
    assertThat(answer(OCTOBER))
        .containsEntry("pricing_status", "PRICED")
        .containsEntry("release", "2026C")
        .containsEntry("release_in_force", "2026D")
        .containsEntry("is_earlier_release", true);
  }

  @Test
  void a_missing_release_leaves_the_price_as_it_was() {
    assertThat(answer(OCTOBER))
        .containsEntry("medicare_allowed_amount", answer(SEPTEMBER).get("medicare_allowed_amount"));
  }

  private static final int FEBRUARY = physician("2026-02-16");

  @Test
  void a_later_release_names_the_one_in_force() {
    assertThat(answer(FEBRUARY))
        .containsEntry("release", "2026C")
        .containsEntry("release_in_force", "2026A")
        .containsEntry("is_later_release", true)
        .containsEntry("is_earlier_release", false);
  }

  private static final int CORRECTED = physician("2024-03-09");

  @Test
  void a_correction_of_a_release_is_in_force_from_its_own_day() {
    assertThat(answer(CORRECTED))
        .containsEntry("release", "2024AR")
        .containsEntry("release_in_force", "2024AR");
  }

  private static final int SURGERY_CENTER = facility("asc", "2026-07-01");

  @Test
  void a_surgery_center_is_held_against_its_own_calendar() {
    assertThat(answer(SURGERY_CENTER))
        .containsEntry("release", "2026B")
        .containsEntry("release_in_force", "2026C")
        .containsEntry("is_earlier_release", true);
  }

  private static final int HOSPITAL = facility("opps", "2025-04-01");

  @Test
  void a_hospital_is_held_against_its_own_calendar() {
    assertThat(answer(HOSPITAL))
        .containsEntry("release", "2025A")
        .containsEntry("release_in_force", "2025B")
        .containsEntry("is_earlier_release", true);
  }

  private static final int HOSPITAL_2026 = facility("opps", "2026-05-04");

  @Test
  void a_year_without_rates_says_which_are_in_force() {
    assertThat(answer(HOSPITAL_2026))
        .containsEntry("pricing_status", "NO_RELEASE")
        .containsEntry("release", null)
        .containsEntry("release_in_force", "2026B");
  }

  private static final int JANUARY = physician("2027-01-04");

  @Test
  void january_is_not_priced_by_the_year_before() {
    assertThat(answer(JANUARY))
        .containsEntry("pricing_status", "NO_RELEASE")
        .containsEntry("medicare_allowed_amount", null)
        .containsEntry("release_in_force", "2027A");
  }

  private static final int SPRING_2024 = physician("2024-06-28");

  @Test
  void units_are_held_against_the_limits_in_force() {
    assertThat(answer(SPRING_2024)).containsEntry("is_unit_limit_in_force", true);
  }

  private static final int SUMMER_2024 = physician("2024-07-01");

  @Test
  void units_that_are_held_against_earlier_limits_say_so() {
    assertThat(answer(SUMMER_2024)).containsEntry("is_unit_limit_in_force", false);
  }

  private static final int BEFORE_LIMITS = physician("2023-06-05");

  @Test
  void units_that_no_limit_is_loaded_for_say_so() {
    assertThat(answer(BEFORE_LIMITS)).containsEntry("is_unit_limit_in_force", false);
  }
}
