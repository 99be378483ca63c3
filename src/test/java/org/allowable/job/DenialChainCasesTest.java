package org.allowable.job;

import static org.allowable.job.SmallRun.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.allowable.engine.Engine;
import org.allowable.ingest.cms.library.ReferenceLibrary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What became of a denied line: a case a rule. An office 99213 should be allowed 100 dollars. */
@Tag("long")
class DenialChainCasesTest {

  private static final CaseFiles FILES = new CaseFiles();
  private static final Map<String, Object> PERIOD =
      DenialRun.period("2025-12-31", "2025-09", "2025-12");
  private static final String PAID =
      "SVC*HC:%s*150*80**1 DTM*472*20251006 CAS*CO*45*50 CAS*PR*2*20";
  private static final String REDUCED = "SVC*HC:99213*150*100**1 DTM*472*20251006 CAS*PI*45*50";
  private static final String IN_PART =
      "SVC*HC:99213*150*50**1 DTM*472*20251006 CAS*CO*45*50**119*50";

  private static final String STATED_100 = "CO*50*150 AMT*B6*100";

  @TempDir private static Path folder = Path.of("");

  private static @Nullable DenialRun once;
  private static @Nullable DenialRun asOfOctober;
  private static @Nullable DenialRun edited;

  private static int answers;

  static {
    sent("ONCE");
    denied("ONCE", "20251020", "CO*50");

    sent("THRICE");
    denied("THRICE", "20251012", "CO*16");
    denied("THRICE", "20251020", "CO*16");
    denied("THRICE", "20251027", "CO*16");
    paid("THRICE", "20251110", "99213");

    sent("PARTPAID");
    denied("PARTPAID", "20251020", "CO*119");
    corrected("PARTPAID", "99213", "20251025");
    answered("PARTPAID", "20251110", "50", IN_PART);

    sent("REFUSED");
    denied("REFUSED", "20251020", "CO*50");
    denied("REFUSED", "20251115", "CO*193");

    sent("SAMEAGAIN");
    denied("SAMEAGAIN", "20251020", "CO*50");
    denied("SAMEAGAIN", "20251115", "CO*50");

    sent("NEWREASON");
    denied("NEWREASON", "20251020", "CO*16");
    denied("NEWREASON", "20251115", "CO*50");

    sent("PATIENTS");
    denied("PATIENTS", "20251020", "PR*204");

    sent("INITIATED");
    denied("INITIATED", "20251020", "PI*50");

    sent("PARTIAL");
    answered("PARTIAL", "20251020", "50", IN_PART);

    sent("CORRECTION");
    paid("CORRECTION", "20251015", "99213");
    takenBack("CORRECTION", "20251020", "80", "CAS*CO*45*-50 CAS*PR*2*-20");
    paid("CORRECTION", "20251020", "99213");

    sent("REOPENED");
    denied("REOPENED", "20251015", "CO*50");
    takenBack("REOPENED", "20251110", "0", "CAS*CO*50*-150");
    paid("REOPENED", "20251110", "99213");

    sent("TAKENBACK");
    paid("TAKENBACK", "20251015", "99213");
    takenBack("TAKENBACK", "20251120", "80", "CAS*CO*45*-50 CAS*PR*2*-20");
    denied("TAKENBACK", "20251120", "CO*50");

    FILES.claim("TOOLATE").on("20250702").submitted("20250703").line("99213", "150");
    FILES.paid(
        "20250715",
        "CLP*TOOLATE*1*150*0**12*TOOLATE*11*1",
        "SVC*HC:99213*150*0**1 DTM*472*20250702 CAS*CO*50*150");

    FILES.claim("WAITING").on("20250702").submitted("20250703").line("99213", "150");
    FILES.claim("WAITING").frequency("7").submitted("20251020").on("20250702").line("99213", "150");
    FILES.paid(
        "20250715",
        "CLP*WAITING*1*150*0**12*WAITING*11*1",
        "SVC*HC:99213*150*0**1 DTM*472*20250702 CAS*CO*50*150");

    sent("COPY");
    denied("COPY", "20251020", "OA*18");

    sent("PAIDTHENCOPY");
    paid("PAIDTHENCOPY", "20251015", "99213");
    denied("PAIDTHENCOPY", "20251020", "OA*18");

    sent("DENIEDTHENCOPY");
    denied("DENIEDTHENCOPY", "20251015", "CO*50");
    denied("DENIEDTHENCOPY", "20251020", "OA*18");

    sent("MODIFIER");
    denied("MODIFIER", "20251020", "CO*4");
    corrected("MODIFIER", "99213:25", "20251025");
    paid("MODIFIER", "20251110", "99213:25");

    FILES.claim("RECODED").line("99212", "150");
    answered(
        "RECODED",
        "20251020",
        "0",
        "SVC*HC:99212*150*0**1 DTM*472*20251006 CAS*CO*16*150 LQ*HE*M20");
    corrected("RECODED", "99213", "20251025");
    paid("RECODED", "20251110", "99213");

    FILES.claim("LEFTOUT").line("99213", "150", "1").line("99215", "150", "2");
    FILES.paid(
        "20251020",
        "CLP*LEFTOUT*1*300*80*20*12*LEFTOUT*11*1",
        PAID.formatted("99213") + " REF*6R*1",
        "SVC*HC:99215*150*0**1 DTM*472*20251006 CAS*CO*97*150 REF*6R*2");
    FILES.claim("LEFTOUT").frequency("7").submitted("20251025").line("99213", "150", "1");

    sent("LATERPAYER");
    paid("LATERPAYER", "20251015", "99213");
    FILES.paidBy(
        "SUP01",
        "20251025",
        "CLP*LATERPAYER*2*150*0**12*LATER2*11*1",
        "SVC*HC:99213*150*0**1 DTM*472*20251006 CAS*CO*50*150");

    sent("REDUCED");
    answered("REDUCED", "20251020", "100", REDUCED);

    sent("THENREDUCED");
    denied("THENREDUCED", "20251020", "PI*50");
    answered("THENREDUCED", "20251110", "100", REDUCED);

    sent("LIMIT");
    answered(
        "LIMIT",
        "20251020",
        "0",
        "SVC*HC:99213*150*0**1 DTM*472*20251006 CAS*CO*151*150 LQ*HE*N115");

    sent("PENDED");
    denied("PENDED", "20251012", "OA*133");
    denied("PENDED", "20251020", "CO*50");

    sent("THENPENDED");
    denied("THENPENDED", "20251012", "CO*50");
    denied("THENPENDED", "20251020", "OA*133");

    sent("GRACE");
    denied("GRACE", "20251020", "OA*257");

    // What the payer would have allowed, beside a denial of all of it.
    sent("STATED");
    denied("STATED", "20251020", STATED_100);

    sent("STATEDTHENPAID");
    denied("STATEDTHENPAID", "20251020", STATED_100);
    paid("STATEDTHENPAID", "20251110", "99213");

    sent("REASONLESS");
    denied("REASONLESS", "20251215", "CO*A1");

    sent("ANYGROUP");
    denied("ANYGROUP", "20251020", "OA*236");

    sent("PATIENTLIMIT");
    denied("PATIENTLIMIT", "20251020", "PR*119");
  }

  private static void sent(String claim) {
    FILES.claim(claim).line("99213", "150");
  }

  private static void corrected(String claim, String procedure, String day) {
    FILES.claim(claim).frequency("7").submitted(day).line(procedure, "150");
  }

  private static void denied(String claim, String day, String reason) {
    String adjustment = reason.contains("AMT") ? reason : reason + "*150";
    answered(
        claim, day, "0", "SVC*HC:99213*150*0**1 DTM*472*20251006 CAS*%s".formatted(adjustment));
  }

  private static void paid(String claim, String day, String procedure) {
    answered(claim, day, "80", PAID.formatted(procedure));
  }

  private static void answered(String claim, String day, String amount, String service) {
    answers++;
    FILES.paid(day, "CLP*%s*1*150*%s**12*N%d*11*1".formatted(claim, amount, answers), service);
  }

  private static void takenBack(String claim, String day, String amount, String adjustments) {
    FILES.paid(
        day,
        "CLP*%s*22*-150*-%s**12*N%d*11*1 SVC*HC:99213*-150*-%s**-1 DTM*472*20251006 %s"
            .formatted(claim, amount, answers, amount, adjustments));
  }

  @BeforeAll
  static void run_the_steps() throws IOException {
    DenialRun run = DenialRun.of(FILES, folder, PERIOD);
    once = run;
    Path round = SmallRun.resource("/reference/round");
    asOfOctober =
        run.again(
            round, folder.resolve("october"), DenialRun.period("2025-10-31", "2025-10", "2025-10"));
    withoutReason(run.engine());
    edited = run.again(ownReference(round), folder.resolve("edited"), PERIOD);
  }

  // Ingestion refuses an adjustment without a reason; a warehouse that another tool wrote may hold
  // it.
  private static void withoutReason(Engine engine) {
    engine.select(
        "int_line_event",
        """
        select * except (denial), if(
          denial.reason_code = 'A1',
          struct(denial.amount as amount, denial.group_code as group_code, cast(null as string) as reason_code),
          denial
        ) as denial
        from int_line_event
        """);
  }

  // A user's folder with one row of each of two tables changed.
  private static Path ownReference(Path round) throws IOException {
    Path shipped = ReferenceLibrary.unpackShipped(folder.resolve("shipped"));
    Path own = Files.createDirectories(folder.resolve("own"));
    for (String name : List.of("conversion_factor.csv", "gpci.csv", "relative_value.csv")) {
      Files.copy(round.resolve(name), own.resolve(name));
    }
    String groups = Files.readString(shipped.resolve("denial_group.csv"));
    Files.writeString(
        own.resolve("denial_group.csv"),
        groups.replace("\n50,*,Medical necessity,Physician,", "\n50,*,Non-covered,Front desk,"));
    String windows = Files.readString(shipped.resolve("appeal_window.csv"));
    Files.writeString(
        own.resolve("appeal_window.csv"), windows + "Hundred,*,30,2025-01-01,,Contract\n");
    String signals = Files.readString(shipped.resolve("denial_signal.csv"));
    Files.writeString(
        own.resolve("denial_signal.csv"),
        signals
            + "Pair,*,236,*,1995-01-01,,Own\n"
            + "Note missing,CO,16,Documentation,1995-01-01,,Own\n"
            + "Left to the patient,PR,*,Frequency,1995-01-01,,Own\n");
    String owners = Files.readString(shipped.resolve("denial_owner.csv"));
    Files.writeString(
        own.resolve("denial_owner.csv"),
        owners.replace("Unassigned,none,1995-01-01,,", "Unassigned,none,1995-01-01,2025-12-31,")
            + "Unassigned,location,2026-01-01,,Own\n");
    return own;
  }

  private static DenialRun run() {
    return Objects.requireNonNull(once);
  }

  private static Map<String, @Nullable Object> chain(String claim) {
    return run().row("int_denial", claim);
  }

  @ParameterizedTest
  @CsvSource({
    "ONCE,OPEN,1",
    "THRICE,OVERTURNED,3",
    "PARTPAID,OVERTURNED_IN_PART,2",
    "REFUSED,UPHELD,2",
    "SAMEAGAIN,UPHELD,2",
    "NEWREASON,OPEN,2",
    "PATIENTS,OPEN,1",
    "INITIATED,OPEN,1",
    "PARTIAL,OPEN,1",
    "REOPENED,OVERTURNED,1",
    "TAKENBACK,OPEN,1",
    "TOOLATE,WRITTEN_OFF,1",
    "WAITING,OPEN,1",
    "DENIEDTHENCOPY,OPEN,1",
    "MODIFIER,REWORKED,1",
    "RECODED,REWORKED,1",
    "LEFTOUT,REWORKED,1",
    "PENDED,OPEN,1",
    "THENPENDED,OPEN,1",
    "STATED,OPEN,1",
    "STATEDTHENPAID,OVERTURNED,1"
  })
  void a_denied_line_is_one_denial_with_one_outcome(String claim, String outcome, int count) {
    assertThat(chain(claim)).containsEntry("outcome", outcome).containsEntry("denial_count", count);
  }

  @ParameterizedTest
  @CsvSource({"CORRECTION", "COPY", "PAIDTHENCOPY", "LATERPAYER"})
  void what_the_first_payer_never_denied_is_no_denial(String claim) {
    assertThat(run().rows("int_denial", claim)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "THRICE,100.00,29",
    "PARTPAID,50.00,21",
    "REOPENED,100.00,26",
    "MODIFIER,100.00,21",
    "STATEDTHENPAID,100.00,21",
    "RECODED,100.00,21",
    "REFUSED,0.00,26"
  })
  void what_was_recovered_is_the_final_allowed_amount_less_the_first(
      String claim, String amount, int days) {
    assertThat(chain(claim))
        .containsEntry("recovered_amount", usd(amount))
        .containsEntry("days_to_outcome", days);
  }

  @Test
  void a_written_off_denial_ends_with_the_window() {
    assertThat(chain("TOOLATE")).containsEntry("outcome_date", LocalDate.of(2025, 10, 13));
  }

  @Test
  void a_corrected_claim_keeps_a_denial_open_for_one_more_window() {
    assertThat(chain("WAITING")).containsEntry("resubmitted_date", LocalDate.of(2025, 10, 20));
  }

  @Test
  void a_line_that_the_corrected_claim_left_out_is_withdrawn() {
    assertThat(chain("LEFTOUT"))
        .containsEntry("line_status", "withdrawn")
        .containsEntry("denial_signal", "CO-97");
  }

  @ParameterizedTest
  @CsvSource({"ONCE,provider", "PATIENTS,patient", "INITIATED,payer_initiated"})
  void whose_the_denied_charge_is_follows_from_the_group_code(String claim, String liability) {
    assertThat(chain(claim)).containsEntry("liability", liability);
  }

  @Test
  void a_partial_denial_is_no_initial_denial() {
    assertThat(run().row("int_answered_line", "PARTIAL"))
        .containsEntry("is_initially_denied", false)
        .containsEntry("is_partly_denied", true);
  }

  @Test
  void a_denial_after_a_payment_is_no_initial_denial() {
    assertThat(chain("TAKENBACK")).containsEntry("is_initial_denial", false);
    assertThat(run().row("int_answered_line", "TAKENBACK")).containsEntry("is_first_pass", true);
  }

  @Test
  void a_duplicate_is_no_initial_denial() {
    assertThat(run().row("int_answered_line", "COPY"))
        .containsEntry("is_duplicate", true)
        .containsEntry("is_initially_denied", false);
  }

  @Test
  void frequency_is_named_with_its_codes() {
    assertThat(chain("LIMIT"))
        .containsEntry("denial_signal", "Frequency")
        .containsEntry("denial_codes", "CO-151 N115")
        .containsEntry("accountable", "physician");
  }

  @Test
  void an_open_denial_says_by_when_and_with_what_it_is_to_be_appealed() {
    assertThat(run().row("int_denial_work", "ONCE"))
        .containsEntry("appeal_by_date", LocalDate.of(2026, 1, 18))
        .containsEntry("is_appeal_window_default", true)
        .containsEntry("days_left", 18)
        .containsEntry("at_stake_amount", usd("100.00"))
        .hasEntrySatisfying("evidence", text -> assertThat(text).isNotNull());
  }

  @Test
  void without_a_history_the_default_share_says_what_to_expect() {
    assertThat(run().row("int_denial_work", "ONCE"))
        .containsEntry("recovery_basis", "DEFAULT")
        .containsEntry("expected_recovery_amount", usd("40.00"));
  }

  @Test
  void what_waits_for_an_answer_comes_last() {
    assertThat(run().row("int_denial_work", "WAITING"))
        .containsEntry("work_order", run().rows("int_denial_work").size());
  }

  @Test
  void only_open_denials_are_to_be_worked() {
    assertThat(run().rows("int_denial_work"))
        .extracting(row -> row.get("claim_id"))
        .containsExactlyInAnyOrderElementsOf(
            run().rows("int_denial").stream()
                .filter(row -> "OPEN".equals(row.get("outcome")))
                .map(row -> row.get("claim_id"))
                .toList());
  }

  @Test
  void a_reduction_to_what_was_expected_is_no_denial() {
    assertThat(run().rows("int_denial", "REDUCED")).isEmpty();
  }

  @Test
  void a_denial_of_which_only_a_reduction_to_what_was_expected_is_left_is_overturned() {
    assertThat(chain("THENREDUCED")).containsEntry("outcome", "OVERTURNED");
  }

  @Test
  void answers_after_the_as_of_date_are_not_known() {
    assertThat(Objects.requireNonNull(asOfOctober).row("int_denial", "THRICE"))
        .containsEntry("outcome", "UPHELD");
  }

  @Test
  void an_edited_row_of_denial_groups_changes_the_group() {
    assertThat(Objects.requireNonNull(edited).row("int_denial", "ONCE"))
        .containsEntry("denial_group", "Non-covered")
        .containsEntry("accountable", "location");
  }

  @Test
  void an_added_window_of_a_payer_goes_before_the_default() {
    assertThat(Objects.requireNonNull(edited).row("int_denial", "ONCE"))
        .containsEntry("outcome", "WRITTEN_OFF")
        .containsEntry("appeal_by_date", LocalDate.of(2025, 11, 19))
        .containsEntry("is_appeal_window_default", false);
  }

  @Test
  void a_denial_after_an_answer_that_only_said_it_is_pending_is_an_initial_denial() {
    assertThat(run().row("int_answered_line", "PENDED")).containsEntry("is_initially_denied", true);
  }

  @Test
  void what_is_pending_is_not_answered() {
    assertThat(run().rows("int_answered_line", "GRACE")).isEmpty();
  }

  @Test
  void all_that_was_expected_is_at_stake_whatever_amount_stands_beside_a_denial() {
    assertThat(run().row("int_denial_work", "STATED"))
        .containsEntry("at_stake_amount", usd("100.00"));
  }

  @Test
  void a_denial_without_a_reason_is_to_be_worked_too() {
    assertThat(Objects.requireNonNull(edited).row("int_denial_work", "REASONLESS"))
        .containsEntry("denial_group", "Other")
        .containsEntry("denial_owner", "Unassigned")
        .containsEntry("denial_codes", "CO");
  }

  @ParameterizedTest
  @CsvSource({
    "ANYGROUP,Pair",
    "THRICE,Note missing",
    "RECODED,Coding",
    "PATIENTLIMIT,Left to the patient",
    "LIMIT,Frequency",
    "MODIFIER,CO-4"
  })
  void a_row_of_signals_holds_where_all_that_it_names_fits(String claim, String signal) {
    assertThat(Objects.requireNonNull(edited).row("int_denial", claim))
        .containsEntry("denial_signal", signal);
  }
}
