package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.allowable.config.Practice;
import org.allowable.ingest.x12.Ingestion;
import org.allowable.model.Progress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The review of September and October 2025, asked for at their end and again in December when more
 * is on file. An office 99213 should be allowed 100 dollars.
 */
@Tag("long")
class ReviewCasesTest {

  private static final CaseFiles THEN = new CaseFiles();
  private static final CaseFiles SINCE = new CaseFiles();
  private static final String PAID =
      "SVC*HC:99213*150*80**1 DTM*472*20250903 CAS*CO*45*50 CAS*PR*2*20";
  private static final String BACK = "CAS*CO*45*-50 CAS*PR*2*-20";
  private static final String FACILITY = "1999999968";
  private static final Set<String> MARTS =
      Set.of(
          "mart_review_control",
          "mart_physician_rate",
          "mart_denied_chain",
          "mart_denial_group",
          "mart_denial_work",
          "mart_denial_metric",
          "mart_session_radar",
          "mart_frequency_proof",
          "mart_review_finding");

  @TempDir private static Path folder = Path.of("");

  private static @Nullable RetrainingRun then;
  private static @Nullable RetrainingRun later;

  private static int answers;

  static {
    // Paid, and taken back without another answer.
    sent("TAKEN");
    answered(THEN, "TAKEN", "20250910", "80", PAID);
    takenBack(THEN, "TAKEN", "20250925", "80", BACK);

    // The corrected claim is sent, and not answered.
    sent("CORRECTED");
    answered(THEN, "CORRECTED", "20250915", "0", denied("CO*4"));
    THEN.claim("CORRECTED").on("20250903").submitted("20250920").line("99213:25", "150");

    sent("RECODED");
    answered(THEN, "RECODED", "20250915", "0", denied("CO*16"));
    THEN.claim("RECODED").on("20250903").frequency("7").submitted("20250920").line("99214", "150");

    // A payment of which no day is said.
    sent("DAYLESS");
    answered(THEN, "DAYLESS", "", "80", PAID);

    sent("REOPENED");
    answered(THEN, "REOPENED", "20250915", "0", denied("CO*50"));
    answered(THEN, "REOPENED", "20251015", "80", PAID);
    takenBack(SINCE, "REOPENED", "20251120", "80", BACK);

    THEN.claim("TOOLATE").on("20250702").submitted("20250703").line("99213", "150");
    THEN.paid(
        "20250715",
        "CLP*TOOLATE*1*150*0**12*TOOLATE*11*1",
        "SVC*HC:99213*150*0**1 DTM*472*20250702 CAS*CO*50*150");
    SINCE.claim("TOOLATE").frequency("7").submitted("20251105").on("20250702").line("99213", "150");

    sent("ANSWEREDLATER");
    answered(THEN, "ANSWEREDLATER", "20250915", "0", denied("CO*4"));
    SINCE.claim("ANSWEREDLATER").on("20250903").submitted("20251103").line("99213:25", "150");
    answered(SINCE, "ANSWEREDLATER", "20251120", "80", PAID.replace("99213", "99213:25"));

    // Denied, and taken back without another answer.
    sent("DENIALTAKEN");
    answered(THEN, "DENIALTAKEN", "20250915", "0", denied("CO*96"));
    takenBack(THEN, "DENIALTAKEN", "20250925", "0", "CAS*CO*96*-150");

    // A code without a charge, and a line that is paid by head.
    THEN.claim("QUALITY").on("20250903").submitted("20250904").line("G8427", "0");
    THEN.paid("20250915", "CLP*QUALITY*1*0*0**12*Q1*11*1", "SVC*HC:G8427*0*0**1 DTM*472*20250903");
    sent("BYHEAD");
    answered(THEN, "BYHEAD", "20250915", "0", denied("CO*24"));

    // One refused service, billed by the physician and by the facility.
    sent("SURGERY");
    answered(THEN, "SURGERY", "20250915", "0", denied("CO*50"));
    THEN.claim("FACILITY")
        .billing(FACILITY)
        .on("20250903")
        .submitted("20250904")
        .line("99213", "150");
    THEN.paidTo(FACILITY, "20250915", "CLP*FACILITY*1*150*0**12*F1*11*1", denied("CO*50"));

    sent("LIMIT");
    answered(SINCE, "LIMIT", "20251110", "0", denied("CO*119"));
  }

  private static void sent(String claim) {
    THEN.claim(claim).on("20250903").submitted("20250904").line("99213", "150");
  }

  private static String denied(String reason) {
    return "SVC*HC:99213*150*0**1 DTM*472*20250903 CAS*%s*150".formatted(reason);
  }

  private static void answered(
      CaseFiles files, String claim, String day, String amount, String service) {
    answers++;
    files.paid(day, "CLP*%s*1*150*%s**12*N%d*11*1".formatted(claim, amount, answers), service);
  }

  private static void takenBack(
      CaseFiles files, String claim, String day, String amount, String adjustments) {
    files.paid(
        day,
        "CLP*%s*22*-150*-%s**12*N%d*11*1 SVC*HC:99213*-150*-%s**-1 DTM*472*20250903 %s"
            .formatted(claim, amount, answers, amount, adjustments));
  }

  @BeforeAll
  static void run_the_review_twice() throws IOException {
    then = review(THEN, folder.resolve("then"));
    later = review(new CaseFiles().with(THEN).with(SINCE), folder.resolve("later"));
  }

  private static RetrainingRun review(CaseFiles files, Path folder) throws IOException {
    files.writeTo(folder.resolve("source"));
    Path warehouse = folder.resolve("warehouse");
    Ingestion.run(folder.resolve("source"), warehouse, null, Progress.SILENT);
    return RetrainingRun.over(
        warehouse,
        practice(),
        SmallRun.resource("/reference/round"),
        YearMonth.of(2025, 9),
        YearMonth.of(2025, 10),
        folder.resolve("work"),
        MARTS);
  }

  private static Practice practice() {
    Practice small = SmallRun.PRACTICE;
    return new Practice(
        small.name(),
        small.apmStatus(),
        null,
        small.thresholds(),
        small.sites(),
        List.of(new Practice.Facility(FACILITY, Practice.PaymentSystem.ASC, BigDecimal.ONE)),
        small.physicians(),
        small.payers(),
        null,
        null);
  }

  private static RetrainingRun run() {
    return Objects.requireNonNull(then);
  }

  private static RetrainingRun later() {
    return Objects.requireNonNull(later);
  }

  @Test
  void controls_hold_whatever_was_taken_back_or_sent_again() {
    assertThat(run().rows("mart_review_control"))
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(row)
                    .containsEntry("difference_amount", SmallRun.usd("0.00"))
                    .containsEntry("is_required", true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mart_review_control",
        "mart_physician_rate",
        "mart_denied_chain",
        "mart_denial_work",
        "mart_denial_metric",
        "mart_session_radar",
        "mart_frequency_proof",
        "mart_review_finding"
      })
  void the_same_period_says_the_same_however_late_it_is_asked_for(String mart) {
    assertThat(later().rows(mart)).isEqualTo(run().rows(mart));
  }

  @ParameterizedTest
  @CsvSource({"REOPENED,OVERTURNED"})
  void an_outcome_is_that_of_the_last_day(String claim, String outcome) {
    assertThat(chain(later(), claim)).containsEntry("outcome", outcome);
  }

  @ParameterizedTest
  @ValueSource(strings = {"QUALITY", "BYHEAD"})
  void what_nothing_was_to_be_paid_for_is_in_no_rate(String claim) {
    assertThat(lines(claim)).isEmpty();
  }

  @Test
  void a_facilitys_line_is_its_locations_and_not_its_physicians() {
    assertThat(lines("FACILITY"))
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .containsEntry("rendering_npi", null)
                    .containsEntry("site", "Office"));
    assertThat(lines("SURGERY"))
        .singleElement()
        .satisfies(line -> assertThat(line).containsEntry("rendering_npi", "1999999943"));
  }

  @Test
  void what_was_recovered_is_not_known_of_a_denial_that_was_taken_back() {
    assertThat(run().rows("mart_denial_group"))
        .filteredOn(row -> "Non-covered".equals(row.get("denial_group")))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("recovered_amount", null)
                    .containsEntry("without_recovery_line_count", 1L));
  }

  private static List<Map<String, @Nullable Object>> lines(String claim) {
    return run().lines().stream().filter(line -> claim.equals(line.get("claim_id"))).toList();
  }

  private static Map<String, @Nullable Object> chain(RetrainingRun run, String claim) {
    return run.rows("mart_denied_chain").stream()
        .filter(row -> claim.equals(row.get("claim_id")))
        .findFirst()
        .orElseThrow();
  }
}
