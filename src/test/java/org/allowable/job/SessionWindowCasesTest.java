package org.allowable.job;

import static org.allowable.job.SessionCases.YEARLY;
import static org.allowable.job.SessionCases.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a window begins and ends, and when the next session is allowed: worked out by hand. */
@Tag("long")
class SessionWindowCasesTest {

  static final SessionHistory HISTORY = new SessionHistory();

  private static final String ONE = "1 in 12 months";

  private static Map<String, @Nullable Object> yearly(String patient, String day) {
    return run().window(patient, day, YEARLY);
  }

  static {
    HISTORY
        .paid("day-before", "Medicare", "62323", "2025-03-10", "2026-03-09")
        .paid("same-day", "Medicare", "62323", "2025-03-10", "2026-03-10")
        .paid("day-after", "Medicare", "62323", "2025-03-10", "2026-03-11");
  }

  @Test
  void a_day_less_than_a_year_before_is_inside() {
    assertThat(yearly("day-before", "2026-03-09")).containsEntry("performed_before_count", 1);
  }

  @Test
  void the_same_day_of_the_year_before_is_outside() {
    assertThat(yearly("same-day", "2026-03-10")).containsEntry("performed_before_count", 0);
  }

  @Test
  void a_day_more_than_a_year_before_is_outside() {
    assertThat(yearly("day-after", "2026-03-11")).containsEntry("performed_before_count", 0);
  }

  @Test
  void the_session_itself_is_inside() {
    assertThat(yearly("same-day", "2026-03-10")).containsEntry("session_dates", "2026-03-10");
  }

  static {
    HISTORY
        .paid("leap-1", "Yearly", "62323", "2024-02-29", "2025-02-28")
        .paid("leap-2", "Yearly", "62323", "2024-02-29", "2025-03-01")
        .paid("leap-3", "Yearly", "62323", "2023-02-28", "2024-02-29")
        .paid("leap-4", "Yearly", "62323", "2023-03-01", "2024-02-29")
        .paid("leap-5", "Yearly", "62323", "2023-02-28", "2024-02-28")
        .paid("leap-6", "Yearly", "62323", "2024-02-28", "2025-02-28");
  }

  @ParameterizedTest
  @CsvSource({
    // A year before 28 February 2025 is 28 February 2024: the 29th is later.
    "leap-1, 2025-02-28, 1",
    "leap-2, 2025-03-01, 0",
    // A year before 29 February 2024 is 28 February 2023.
    "leap-3, 2024-02-29, 0",
    "leap-4, 2024-02-29, 1",
    "leap-5, 2024-02-28, 0",
    "leap-6, 2025-02-28, 0"
  })
  void leap_days_are_counted_by_the_calendar(String patient, String day, int before) {
    assertThat(run().window(patient, day, ONE)).containsEntry("performed_before_count", before);
  }

  static {
    HISTORY.paid("leap-next", "Yearly", "62323", "2024-02-29");
    HISTORY.paid("plain-next", "Yearly", "62323", "2024-03-15");
    HISTORY.paid("six-next", "Reviewer", "62323", "2025-06-01", "2025-07-15", "2025-08-31");
    HISTORY.paid("four-next", "Medicare", "62323", "2025-01-02", "2025-03-03", "2025-05-05");
  }

  @Test
  void the_next_is_allowed_when_the_same_day_comes_round() {
    assertThat(run().window("plain-next", "2024-03-15", ONE))
        .containsEntry("next_allowed_date", LocalDate.of(2025, 3, 15));
  }

  @Test
  void a_session_of_a_leap_day_is_out_on_the_first_of_march() {
    assertThat(run().window("leap-next", "2024-02-29", ONE))
        .containsEntry("next_allowed_date", LocalDate.of(2025, 3, 1));
  }

  @Test
  void of_three_in_six_months_the_first_has_to_leave() {
    assertThat(run().window("six-next", "2025-08-31", "3 in 6 months"))
        .containsEntry("next_allowed_date", LocalDate.of(2025, 12, 1));
  }

  @Test
  void with_room_in_the_window_the_next_day_is_allowed() {
    assertThat(yearly("four-next", "2025-05-05"))
        .containsEntry("next_allowed_date", LocalDate.of(2025, 5, 6));
  }

  static {
    HISTORY
        .paid("days-in", "Days", "62323", "2026-01-01", "2026-03-31")
        .paid("days-out", "Days", "62323", "2026-01-01", "2026-04-01");
  }

  @ParameterizedTest
  @CsvSource({"days-in, 2026-03-31, 1", "days-out, 2026-04-01, 0"})
  void a_window_of_90_days_holds_90_days(String patient, String day, int before) {
    assertThat(run().window(patient, day, "1 in 90 days"))
        .containsEntry("performed_before_count", before);
  }

  @Test
  void after_a_window_of_days_the_next_is_allowed() {
    assertThat(run().window("days-in", "2026-01-01", "1 in 90 days"))
        .containsEntry("next_allowed_date", LocalDate.of(2026, 4, 1));
  }

  static {
    HISTORY
        .paid("gap-13", "Reviewer", "62323", "2026-03-02", "2026-03-15")
        .paid("gap-14", "Reviewer", "62323", "2026-03-02", "2026-03-16");
  }

  @ParameterizedTest
  @CsvSource({"gap-13, 2026-03-15, 13", "gap-14, 2026-03-16, 14"})
  void the_gap_is_to_the_session_before(String patient, String day, int gap) {
    assertThat(run().window(patient, day, YEARLY)).containsEntry("gap_days", gap);
  }

  @Test
  void a_gap_that_is_a_limit_puts_the_next_session_off() {
    assertThat(run().window("gap-13", "2026-03-02", YEARLY))
        .containsEntry("next_allowed_date", LocalDate.of(2026, 3, 16));
  }

  @Test
  void a_gap_that_is_clinical_puts_nothing_off() {
    assertThat(yearly("day-before", "2025-03-10"))
        .containsEntry("next_allowed_date", LocalDate.of(2025, 3, 11));
  }
}
