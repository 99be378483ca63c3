package org.allowable.job;

import static org.allowable.job.SessionCases.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a denial for frequency was right: a case a rule, each a patient of its own. */
@Tag("long")
class FrequencyProofTest {

  static final SessionHistory HISTORY = new SessionHistory();

  private static final String CODE = "62323";
  private static final String[] FOUR = {"2025-06-02", "2025-09-01", "2025-12-01", "2026-03-02"};
  private static final String[] THREE = {"2025-06-02", "2025-09-01", "2025-12-01"};
  private static final String DAY = "2026-04-06";

  private static SessionHistory.Line last(String patient, String payer) {
    return HISTORY.line(patient, payer, DAY, CODE);
  }

  private static void assertVerdict(String patient, String verdict, String reason, String appeal) {
    assertThat(run().proof(patient))
        .containsEntry("verdict", verdict)
        .containsEntry("verdict_reason", reason)
        .containsEntry("appeal", appeal);
  }

  static {
    HISTORY.known("fifth", "Medicare").paid("fifth", "Medicare", CODE, FOUR);
    last("fifth", "Medicare").denied("119");
    HISTORY.known("fourth", "Medicare").paid("fourth", "Medicare", CODE, THREE);
    last("fourth", "Medicare").denied("151", "N115");
  }

  @Test
  void a_fifth_session_was_rightly_denied() {
    assertVerdict("fifth", "CORRECT", "OVER_CAP", "no");
  }

  @Test
  void a_fourth_session_was_wrongly_denied() {
    assertVerdict("fourth", "WRONG", "UNDER_CAP", "yes");
  }

  @Test
  void the_proof_lists_what_was_counted_and_by_which_policy() {
    assertThat(run().proof("fourth"))
        .containsEntry("policy", "MEDICARE_ESI")
        .containsEntry("policy_from_date", java.time.LocalDate.of(2021, 12, 5))
        .containsEntry("counted_count", 4)
        .containsEntry("cap", 4)
        .containsEntry("session_dates", "2025-06-02 2025-09-01 2025-12-01 2026-04-06")
        .hasEntrySatisfying(
            "source", source -> assertThat(String.valueOf(source)).contains("A56681"));
  }

  static {
    HISTORY.paid("new", "Medicare", CODE, THREE);
    last("new", "Medicare").denied("119");
    HISTORY.line("edge-in", "Medicare", "2025-04-07", "99213");
    last("edge-in", "Medicare").denied("119");
    HISTORY.line("edge-out", "Medicare", "2025-04-08", "99213");
    last("edge-out", "Medicare").denied("119");
    last("nobody", "Medicare").ofNobody().denied("119");
  }

  @Test
  void of_a_patient_who_came_within_the_window_nothing_can_be_told() {
    assertVerdict("new", "CANNOT_TELL", "SESSIONS_ELSEWHERE_POSSIBLE", "check");
  }

  @Test
  void it_is_said_how_many_sessions_elsewhere_it_would_take() {
    assertThat(run().proof("new")).containsEntry("elsewhere_count", 1);
  }

  @ParameterizedTest
  @CsvSource({"edge-in, WRONG", "edge-out, CANNOT_TELL"})
  void a_history_that_covers_the_window_begins_on_its_first_day(String patient, String verdict) {
    assertThat(run().proof(patient)).containsEntry("verdict", verdict);
  }

  static {
    HISTORY.known("unpaid-proof", "Medicare").paid("unpaid-proof", "Medicare", CODE, THREE);
    HISTORY.line("unpaid-proof", "Medicare", "2026-03-02", CODE).denied("4");
    last("unpaid-proof", "Medicare").denied("119");
    HISTORY.known("performed", "Yearly");
    HISTORY.line("performed", "Yearly", "2026-03-02", CODE).denied("4");
    last("performed", "Yearly").denied("119");
  }

  @Test
  void where_unpaid_sessions_decide_nothing_can_be_told() {
    assertVerdict("unpaid-proof", "CANNOT_TELL", "UNPAID_SESSIONS_DECIDE", "check");
  }

  @Test
  void a_policy_that_counts_what_was_performed_counts_unpaid_sessions() {
    assertVerdict("performed", "CORRECT", "OVER_CAP", "no");
  }

  static {
    HISTORY.known("contract", "Medicare").paid("contract", "Medicare", CODE, FOUR);
    last("contract", "Medicare").denied("222");
  }

  @Test
  void a_contracted_maximum_is_no_limit_of_the_patient() {
    assertVerdict("contract", "CANNOT_TELL", "CONTRACT_LIMIT", "check");
  }

  @Test
  void a_contracted_maximum_goes_to_contracting() {
    assertThat(run().proof("contract")).containsEntry("denial_owner", "Contracting");
  }

  static {
    HISTORY.known("hidden", "Medicare").paid("hidden", "Medicare", CODE, FOUR);
    last("hidden", "Medicare").denied("50", "N115");
    HISTORY.known("necessity", "Medicare").paid("necessity", "Medicare", CODE, THREE);
    last("necessity", "Medicare").denied("50", "N115");
    HISTORY.known("plain", "Medicare").paid("plain", "Medicare", CODE, FOUR);
    last("plain", "Medicare").denied("50", "M25");
  }

  @Test
  void a_denial_of_necessity_by_policy_may_be_one_of_frequency() {
    assertVerdict("hidden", "CORRECT", "OVER_CAP", "no");
  }

  @Test
  void a_denial_of_necessity_below_the_cap_is_no_matter_of_counting() {
    assertVerdict("necessity", "CANNOT_TELL", "NOT_BY_COUNT", "check");
  }

  @Test
  void another_denial_of_necessity_is_not_proved() {
    assertThat(run().rows("mart_frequency_proof", Map.of("patient", run().name("plain"))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "new | history from 2025-04-07: valid if it has 1 or more",
        "unpaid-proof | unpaid sessions: 4 without them, 5 with them, limit 4",
        "contract | maximum for 62323",
        "necessity | Diagnosis on the claim and findings in the note of 2026-04-06",
        "no-policy | policy for Unlimited",
        "other-code | Region and limit for 64493 on 2026-04-06",
      })
  void what_cannot_be_told_says_what_would_tell(String patient, String said) {
    assertThat(String.valueOf(run().proof(patient).get("what_would_tell"))).contains(said);
  }

  @ParameterizedTest
  @CsvSource({"fourth", "fifth"})
  void what_can_be_told_needs_nothing_more(String patient) {
    assertThat(run().proof(patient)).containsEntry("what_would_tell", null);
  }

  @Test
  void denials_to_appeal_come_first() {
    List<String> verdicts =
        run().rows("mart_frequency_proof").stream()
            .map(row -> String.valueOf(row.get("verdict")))
            .toList();
    assertThat(verdicts.lastIndexOf("WRONG")).isLessThan(verdicts.indexOf("CANNOT_TELL"));
    assertThat(verdicts.lastIndexOf("CANNOT_TELL")).isLessThan(verdicts.indexOf("CORRECT"));
  }

  static {
    last("no-policy", "Unlimited").denied("119");
    last("said-none", "Denies").denied("119");
    HISTORY.line("other-code", "Medicare", DAY, "64493").denied("119");
  }

  @ParameterizedTest
  @CsvSource({"no-policy, NO_POLICY", "said-none, NO_POLICY", "other-code, NOT_IN_POLICY"})
  void without_a_policy_nothing_can_be_told(String patient, String reason) {
    assertVerdict(patient, "CANNOT_TELL", reason, "check");
  }

  static {
    HISTORY.known("early", "Reviewer").paid("early", "Reviewer", CODE, "2026-03-24");
    last("early", "Reviewer").denied("119");
    HISTORY.known("in-time", "Reviewer").paid("in-time", "Reviewer", CODE, "2026-03-23");
    last("in-time", "Reviewer").denied("119");
    HISTORY.known("clinical", "Medicare").paid("clinical", "Medicare", CODE, "2026-03-30");
    last("clinical", "Medicare").denied("119");
  }

  @ParameterizedTest
  @CsvSource({
    "early, CORRECT, TOO_SOON, no",
    "in-time, WRONG, UNDER_CAP, yes",
    "clinical, WRONG, UNDER_CAP, yes"
  })
  void a_gap_too_short_is_a_reason_where_it_is_a_limit(
      String patient, String verdict, String reason, String appeal) {
    assertVerdict(patient, verdict, reason, appeal);
  }

  static {
    HISTORY
        .known("half-year", "Reviewer")
        .paid("half-year", "Reviewer", CODE, "2025-11-03", "2025-12-01", "2026-02-02");
    last("half-year", "Reviewer").denied("119");
    HISTORY.known("episode", "Episodes").paid("episode", "Episodes", CODE, "2026-01-05");
    last("episode", "Episodes").denied("119");
    HISTORY.known("regions", "Medicare");
    last("regions", "Medicare").denied("119");
    HISTORY.line("regions", "Medicare", DAY, "62321");
    HISTORY.known("partly", "Medicare").paid("partly", "Medicare", CODE, FOUR);
    last("partly", "Medicare").partlyDenied("119");
    HISTORY.known("retired", "Medicare").paid("retired", "Medicare", CODE, "2021-09-06");
    HISTORY.paid("retired", "Medicare", "62321", "2021-10-04", "2021-11-01");
    HISTORY.line("retired", "Medicare", "2021-12-04", CODE).denied("119");
  }

  @Test
  void of_several_limits_the_one_that_is_exceeded_decides() {
    assertThat(run().proof("half-year"))
        .containsEntry("verdict", "CORRECT")
        .containsEntry("limit_name", "3 in 6 months");
  }

  @Test
  void where_a_new_episode_may_have_begun_nothing_can_be_told() {
    assertVerdict("episode", "CANNOT_TELL", "NEW_EPISODE_POSSIBLE", "check");
  }

  @Test
  void a_second_region_of_the_day_may_be_what_was_meant() {
    assertVerdict("regions", "CANNOT_TELL", "SEVERAL_REGIONS_THAT_DAY", "check");
  }

  @Test
  void a_line_denied_in_part_is_proved_too() {
    assertVerdict("partly", "CORRECT", "OVER_CAP", "no");
  }

  @Test
  void the_policy_of_the_day_of_service_decides() {
    assertThat(run().proof("retired"))
        .containsEntry("policy", "MEDICARE_ESI_UNTIL_2021")
        .containsEntry("verdict", "CORRECT")
        .containsEntry("counted_count", 4);
  }
}
