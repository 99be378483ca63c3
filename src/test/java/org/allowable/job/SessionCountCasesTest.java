package org.allowable.job;

import static org.allowable.job.SessionCases.YEARLY;
import static org.allowable.job.SessionCases.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a session is, whose policy counts it, and who is near a limit. */
@Tag("long")
class SessionCountCasesTest {

  static final SessionHistory HISTORY = new SessionHistory();

  private static final String DAY = "2026-05-04";
  private static final String SIX = "6 in 12 months";

  private static List<Map<String, @Nullable Object>> sessions(String patient) {
    return run().rows("int_session", Map.of("patient_key", patient));
  }

  static {
    HISTORY.line("two-levels", "Medicare", DAY, "64483").modified("LT");
    HISTORY.line("two-levels", "Medicare", DAY, "64484").modified("LT");
    HISTORY.line("two-sides", "Medicare", DAY, "64483").modified("LT");
    HISTORY.line("two-sides", "Medicare", DAY, "64483").modified("RT");
    HISTORY.line("bilateral", "Medicare", DAY, "64483").modified("50");
    HISTORY.line("two-units", "Medicare", DAY, "64484").units(2);
  }

  @ParameterizedTest
  @CsvSource({"two-levels", "two-sides", "bilateral", "two-units"})
  void levels_sides_and_units_of_one_day_are_one_session(String patient) {
    assertThat(run().window(patient, DAY, YEARLY)).containsEntry("own_count", 1);
  }

  static {
    HISTORY.line("two-regions", "Medicare", DAY, "62321");
    HISTORY.line("two-regions", "Medicare", DAY, "62323");
    HISTORY.line("any-region", "Injections", DAY, "62321");
    HISTORY.line("any-region", "Injections", DAY, "62323");
  }

  @Test
  void two_regions_of_one_day_are_two_sessions() {
    assertThat(sessions("two-regions"))
        .extracting(row -> row.get("region"))
        .containsExactlyInAnyOrder("cervical_thoracic", "lumbar_sacral");
  }

  @Test
  void a_policy_of_all_regions_counts_them_together() {
    assertThat(run().window("any-region", DAY, SIX)).containsEntry("own_count", 2);
  }

  static {
    HISTORY.line("units", "Injections", DAY, "64483");
    HISTORY.line("units", "Injections", DAY, "64484").units(2);
    HISTORY.line("sides", "Sides", DAY, "64483").modified("50");
    HISTORY.line("plain-50", "Injections", DAY, "64483").modified("50");
    HISTORY.line("with-facility", "Injections", DAY, "64483");
    HISTORY.line("with-facility", "Injections", DAY, "64483").ofFacility();
    HISTORY.line("facility-only", "Injections", DAY, "64483").ofFacility();
    HISTORY.line("duplicate", "Injections", DAY, "64483");
    HISTORY.line("duplicate", "Injections", DAY, "64483").denied("18");
  }

  @ParameterizedTest
  @CsvSource({"units, 3", "plain-50, 1", "with-facility, 1", "facility-only, 1", "duplicate, 1"})
  void injections_are_lines_times_units(String patient, int injections) {
    assertThat(run().window(patient, DAY, SIX)).containsEntry("own_count", injections);
  }

  @Test
  void a_rule_of_sides_counts_both_sides_as_two_injections() {
    assertThat(run().window("sides", DAY, "9 in 12 months")).containsEntry("own_count", 2);
  }

  static {
    HISTORY.line("void", "Medicare", "2026-01-05", "62323").status("voided");
    HISTORY.line("void", "Medicare", "2026-01-12", "62323").status("superseded");
    HISTORY.line("void", "Medicare", "2026-01-19", "62323").takenBack();
    HISTORY.line("void", "Medicare", "2026-01-26", "62323").status("secondary_submission");
    HISTORY.line("void", "Medicare", DAY, "62323");
  }

  @Test
  void voided_superseded_reversed_and_secondary_claims_are_no_sessions() {
    assertThat(sessions("void"))
        .extracting(row -> row.get("service_date"))
        .containsExactly(LocalDate.parse(DAY));
  }

  // Of Medicare's four in twelve months.
  @ParameterizedTest
  @CsvSource({"void, 1, 3", "unpaid, 4, 0"})
  void sessions_left_are_the_limit_less_those_counted(String patient, int counted, int left) {
    assertThat(run().radar(patient))
        .containsEntry("performed_count", counted)
        .containsEntry("left_count", left);
  }

  @Test
  void the_tracker_names_the_claim_of_the_latest_session() {
    Object latest = run().radar("unpaid").get("last_session_date");
    assertThat(latest).isEqualTo(LocalDate.parse(DAY));
    assertThat(run().radar("unpaid").get("claim_id")).isNotNull();
  }

  static {
    HISTORY.line("unpaid", "Medicare", "2026-01-05", "62323").denied("50");
    HISTORY.line("unpaid", "Medicare", "2026-02-02", "62323").open();
    HISTORY.line("unpaid", "Medicare", "2026-03-02", "62323");
    HISTORY.line("unpaid", "Medicare", DAY, "62323");
    HISTORY.line("moved", "Reviewer", "2026-01-05", "62323");
    HISTORY.line("moved", "Medicare", DAY, "62323");
  }

  @Test
  void a_session_that_was_not_paid_was_performed() {
    assertThat(run().window("unpaid", DAY, YEARLY))
        .containsEntry("performed_before_count", 3)
        .containsEntry("paid_before_count", 1)
        .containsEntry("paid_session_dates", "2026-03-02 2026-05-04");
  }

  @Test
  void what_another_payer_paid_was_performed_but_not_paid_by_this_one() {
    assertThat(run().window("moved", DAY, YEARLY))
        .containsEntry("performed_before_count", 1)
        .containsEntry("paid_before_count", 0);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "Medicare, MEDICARE_ESI, default",
        "Advantage, MEDICARE_ESI, default",
        "Reviewer, EVICORE_ESI_V1, practice",
        "Denies, -, none",
        "Unlimited, -, none"
      })
  void a_payer_has_what_the_practice_says_or_else_its_class(
      String payer, @Nullable String policy, String assignedBy) {
    assertThat(run().rows("mart_session_policy", Map.of("payer", payer)))
        .allSatisfy(row -> assertThat(row).containsEntry("policy", policy))
        .allSatisfy(row -> assertThat(row).containsEntry("assigned_by", assignedBy))
        .isNotEmpty();
  }

  static {
    HISTORY
        .paid("under", "Medicare", "62323", "2026-08-03", "2026-09-07", "2026-10-12")
        .paid("at", "Medicare", "62323", "2025-12-01", "2026-02-02", "2026-08-03", "2026-09-07")
        .paid("soon", "Reviewer", "62323", "2026-10-20")
        .paid(
            "over",
            "Medicare",
            "62323",
            "2025-11-03",
            "2026-01-12",
            "2026-03-09",
            "2026-05-11",
            "2026-07-13")
        .paid("gone", "Medicare", "62323", "2025-10-31")
        .paid("future", "Medicare", "62323", "2026-10-30", "2026-11-02")
        .paid("limits", "Reviewer", "62323", "2026-06-01", "2026-08-03", "2026-10-05")
        .paid("joined", "Reviewer", "62323", "2025-12-01", "2026-02-02", "2026-04-06")
        .paid("joined", "Medicare", "62323", "2026-06-01");
  }

  @ParameterizedTest
  @CsvSource({
    "under, UNDER, 3, 2026-10-31",
    "at, AT, 4, 2026-12-01",
    // Of five the latest four fill the window: the second has to leave.
    "over, OVER, 5, 2027-01-12",
    "soon, TOO_SOON, 1, 2026-11-03",
    "future, UNDER, 1, 2026-10-31",
    // Three since 1 May fill the half year; the year would have room.
    "limits, AT, 3, 2026-12-01",
    // Under the policy of the payer now: what the payer before paid was performed.
    "joined, AT, 4, 2026-12-01"
  })
  void the_radar_says_who_is_near_a_limit(
      String patient, String status, int sessions, LocalDate next) {
    assertThat(run().radar(patient))
        .containsEntry("status", status)
        .containsEntry("performed_count", sessions)
        .containsEntry("next_allowed_date", next);
  }

  @Test
  void who_has_no_session_in_the_window_is_not_on_the_radar() {
    assertThat(run().rows("mart_session_radar", Map.of("patient", run().name("gone")))).isEmpty();
  }

  @Test
  void patients_are_named_by_a_number_of_the_run() {
    assertThat(run().radar("over"))
        .doesNotContainKey("patient_key")
        .hasEntrySatisfying(
            "patient", name -> assertThat(String.valueOf(name)).matches("Patient \\d+"));
  }
}
