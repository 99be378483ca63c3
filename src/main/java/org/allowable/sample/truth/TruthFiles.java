package org.allowable.sample.truth;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.allowable.config.Practice;
import org.allowable.config.Practice.Thresholds;
import org.allowable.sample.adjudication.Denial;
import org.allowable.sample.adjudication.Outcome;
import org.allowable.sample.adjudication.Underpayments;
import org.allowable.sample.claim.AnswerKind;
import org.allowable.sample.claim.ClaimLife;
import org.allowable.sample.claim.ClaimLife.DenialEvent;
import org.allowable.sample.claim.SampleRemitClaim;
import org.allowable.sample.claim.SampleRemitService;
import org.allowable.sample.claim.SampleSubmission;
import org.allowable.sample.claim.SecondaryOutcome;
import org.allowable.sample.payment.Payment;
import org.allowable.sample.practice.Money;
import org.allowable.sample.practice.PolicyShift;
import org.allowable.sample.practice.SamplePractice.CastPayer;
import org.allowable.sample.practice.Visit;
import org.allowable.sample.price.LinePrice;
import org.allowable.sample.price.Pricer;
import org.allowable.sample.warehouse.ParquetHistory;
import org.jspecify.annotations.Nullable;

/**
 * The true answers, as CSV files in the folder {@code truth}: what a job that reads the history
 * must find.
 */
public final class TruthFiles implements Closeable {

  private final Practice practice;
  private final CsvFile lines;
  private final CsvFile underpayments;
  private final CsvFile denials;
  private final DenialChainFile chains;
  private final CsvFile unmatched;
  private final CsvFile outOfBalance;
  private final CsvFile sessions;
  private final CodingTruth coding;
  private final UnansweredFile unanswered;
  private final WorklistFile worklist;
  private final CreditBalanceFile creditBalances;
  private final CsvFile ranks;
  private final Pricer pricer;
  private final Path folder;

  /**
   * Opens the files.
   *
   * @param folder is made where it is not there
   * @throws IOException if the disk refuses
   */
  public TruthFiles(Path folder, Practice practice, Pricer pricer) throws IOException {
    this.practice = practice;
    this.pricer = pricer;
    this.folder = Files.createDirectories(folder);
    lines =
        new CsvFile(
            folder.resolve("line.csv"),
            "submission_id",
            "claim_id",
            "claim_line_number",
            "payer",
            "is_current",
            "pricing",
            "medicare_fee_amount",
            "medicare_allowed_amount",
            "expected_allowed_amount",
            "allowed_amount",
            "primary_paid_amount",
            "secondary_paid_amount",
            "patient_responsibility_amount",
            "is_denied",
            "is_adjudicated",
            "is_voided",
            "is_earlier_unknown",
            "answers");
    underpayments =
        new CsvFile(
            folder.resolve("underpayment.csv"),
            "claim_id",
            "claim_line_number",
            "submission_id",
            "payer",
            "expected_allowed_amount",
            "allowed_amount",
            "shortfall_amount",
            "cause",
            "is_over_threshold");
    denials =
        new CsvFile(
            folder.resolve("denial.csv"),
            "claim_id",
            "claim_line_number",
            "submission_id",
            "rendering_npi",
            "payer",
            "group_code",
            "reason_code",
            "remark_code",
            "denial_group",
            "level",
            "denial_date",
            "denial_sequence",
            "charge_amount",
            "epidural_sessions_before",
            "is_standing");
    chains = new DenialChainFile(folder);
    unmatched =
        new CsvFile(
            folder.resolve("unmatched_remit.csv"),
            "claim_id",
            "payer",
            "payer_claim_control_number",
            "payment_date",
            "service_line_count",
            "charge_amount",
            "paid_amount");
    outOfBalance =
        new CsvFile(
            folder.resolve("out_of_balance.csv"),
            "claim_id",
            "claim_line_number",
            "payer_claim_control_number",
            "difference_amount");
    sessions =
        new CsvFile(
            folder.resolve("session.csv"),
            "claim_id",
            "patient_number",
            "payer",
            "region",
            "service_date",
            "epidural_sessions_before",
            "is_in_claims",
            "is_voided");
    coding = new CodingTruth(folder);
    unanswered = new UnansweredFile(folder);
    worklist = new WorklistFile(folder);
    creditBalances = new CreditBalanceFile(practice.thresholds());
    ranks =
        new CsvFile(
            folder.resolve("rank_after_denial.csv"),
            "claim_id",
            "claim_line_number",
            "payer",
            "expected_allowed_amount",
            "expected_among_allowed_amount",
            "allowed_amount");
  }

  /**
   * Writes what is true of a claim.
   *
   * @throws java.io.UncheckedIOException if the disk refuses
   */
  public void write(ClaimLife life) {
    SampleSubmission current = life.current();
    for (SampleSubmission submission : life.submissions()) {
      boolean isCurrent = current != null && submission.sequence() == current.sequence();
      for (int i = 0; i < submission.services().size(); i++) {
        line(life, submission, i, isCurrent);
      }
    }
    if (current != null && !life.isVoided()) {
      underpayments(life, current);
      coding.write(life, current);
      ranks(life, current);
    }
    life.denials().forEach(event -> denial(life, event));
    chains.write(life);
    unanswered.write(life);
    worklist.write(life);
    creditBalances.add(life);
    if (life.visit().isEpidural()) {
      session(life);
    }
    if (life.submissions().isEmpty()) {
      life.remits().forEach(this::unmatched);
    }
  }

  private void line(ClaimLife life, SampleSubmission submission, int position, boolean isCurrent) {
    LinePrice price = life.prices().get(position);
    @Nullable Outcome outcome = life.outcome(position);
    if (outcome != null && submission.services().size() == 1) {
      outcome = outcome.alone();
    }
    @Nullable SecondaryOutcome secondary =
        life.secondary().isEmpty() ? null : life.secondary().get(position);
    boolean isVoided = life.isVoided();
    lines.row(
        submission.submissionId(),
        submission.claimId(),
        position + 1,
        submission.payer().name(),
        isCurrent,
        price.fee().reason(),
        price.fee().isPriced() ? price.share().of(price.fee()) : null,
        price.medicareAllowed(),
        price.expected(),
        unlessVoid(isVoided, outcome == null ? null : outcome.allowed()),
        unlessVoid(isVoided, paid(life, position, outcome)),
        secondary == null ? null : secondary.paid(),
        unlessVoid(isVoided, owed(outcome, secondary)),
        outcome != null && outcome.isDenied() && !isVoided,
        outcome != null,
        isVoided,
        life.visit().isOriginalUnknown() && !life.submissions().get(0).frequencyCode().equals("1"),
        life.kind());
  }

  // A copayment of the claim is the line's where it is alone.
  private static @Nullable BigDecimal paid(
      ClaimLife life, int position, @Nullable Outcome outcome) {
    return life.visit().services().size() == 1 && life.kind() != AnswerKind.PAID_TWICE
        ? outcome == null ? null : outcome.paid()
        : life.paid(position);
  }

  // What the rest of a day is worth where a denied procedure takes no rank.
  private void ranks(ClaimLife life, SampleSubmission current) {
    List<Integer> left = new ArrayList<>();
    for (int i = 0; i < life.outcomes().size(); i++) {
      if (!life.outcomes().get(i).isDenied()) {
        left.add(i);
      }
    }
    if (left.isEmpty() || left.size() == life.outcomes().size()) {
      return;
    }
    List<LinePrice> among =
        pricer.price(life.visit(), left.stream().map(current.services()::get).toList());
    for (int i = 0; i < left.size(); i++) {
      int position = left.get(i);
      BigDecimal asBilled = life.prices().get(position).expected();
      BigDecimal asAllowed = among.get(i).expected();
      if (asBilled != null && asAllowed != null && asAllowed.compareTo(asBilled) > 0) {
        ranks.row(
            current.claimId(),
            position + 1,
            current.payer().name(),
            asBilled,
            asAllowed,
            life.outcomes().get(position).allowed());
      }
    }
  }

  private static @Nullable BigDecimal owed(
      @Nullable Outcome outcome, @Nullable SecondaryOutcome secondary) {
    if (secondary != null) {
      return secondary.leftToPatient();
    }
    return outcome == null ? null : outcome.patientResponsibility();
  }

  private static @Nullable BigDecimal unlessVoid(boolean isVoided, @Nullable BigDecimal amount) {
    return isVoided ? Money.ZERO : amount;
  }

  private void underpayments(ClaimLife life, SampleSubmission current) {
    Thresholds thresholds = practice.thresholds();
    for (int i = 0; i < life.outcomes().size(); i++) {
      Outcome outcome = life.outcome(i);
      BigDecimal expected = life.prices().get(i).expected();
      if (outcome != null && outcome.cause() != null && expected != null) {
        underpayments.row(
            current.claimId(),
            i + 1,
            current.submissionId(),
            current.payer().name(),
            expected,
            outcome.allowed(),
            expected.subtract(outcome.allowed()),
            outcome.cause(),
            Underpayments.isOverThreshold(thresholds, expected, outcome.allowed()));
      }
    }
  }

  private void denial(ClaimLife life, DenialEvent event) {
    Denial denial = event.denial();
    denials.row(
        life.claimId(),
        event.outcome().service().number(),
        event.submissionId(),
        life.visit().physicianNpi(practice),
        life.visit().patient().payer().name(),
        denial.groupCode(),
        denial.reasonCode(),
        denial.isClaimLevel() ? null : denial.remarkCode(),
        denial.name(),
        denial.isClaimLevel() ? "claim" : "line",
        event.date(),
        event.sequence(),
        event.outcome().service().charge(),
        life.visit().isEpidural() ? life.visit().sessionsBefore() : null,
        event.isStanding());
  }

  private void session(ClaimLife life) {
    Visit visit = life.visit();
    boolean isCervical = visit.patient().plan().name().startsWith("CERVICAL");
    sessions.row(
        life.claimId(),
        visit.patient().number(),
        visit.patient().payer().name(),
        isCervical ? "cervical_thoracic" : "lumbar_sacral",
        visit.date(),
        visit.sessionsBefore(),
        !life.submissions().isEmpty(),
        life.isVoided());
  }

  private void unmatched(SampleRemitClaim claim) {
    unmatched.row(
        claim.claimId(),
        claim.payer().name(),
        claim.controlNumber(),
        claim.paymentDate(),
        claim.services().size(),
        claim.charge(),
        claim.paid());
  }

  /** Writes the line that was put out of balance; lines that leave all to the claim are not. */
  public void outOfBalance(SampleRemitClaim claim) {
    if (claim.isInBalance()) {
      return;
    }
    for (SampleRemitService service : claim.services()) {
      if (!service.isInBalance()) {
        outOfBalance.row(
            claim.claimId(),
            service.service().number(),
            claim.controlNumber(),
            service.charge().subtract(service.adjusted()).subtract(service.paid()));
      }
    }
  }

  /**
   * Writes the control totals.
   *
   * @param totals by the name of the table
   */
  public void totals(Map<String, ParquetHistory.Total> totals) throws IOException {
    try (CsvFile out = new CsvFile(folder.resolve("total.csv"), "table", "measure", "value")) {
      totals.forEach(
          (table, total) -> {
            out.row(table, "rows", total.rows());
            if (!total.column().isEmpty()) {
              out.row(table, total.column(), total.sum());
            }
          });
    }
  }

  /** Notes what a payment takes back of what was paid before. */
  public void adjusted(Payment payment) {
    creditBalances.add(payment);
  }

  /** Writes what was paid too much, once all payments are known. */
  public void creditBalances() throws IOException {
    creditBalances.write(folder);
  }

  /**
   * Writes what payers changed without a word, and since when some allow less for whatever they
   * allow; that has no code.
   */
  public void policyChanges(List<PolicyShift> changes, Map<CastPayer, LocalDate> lagging)
      throws IOException {
    try (CsvFile out =
        new CsvFile(
            folder.resolve("policy_change.csv"),
            "payer",
            "hcpcs_code",
            "change_month",
            "kind",
            "denial_code",
            "share_of_before")) {
      for (PolicyShift change : changes) {
        boolean isDenied = change.percent() == null;
        out.row(
            change.payer().name(),
            change.code(),
            YearMonth.from(change.from()),
            isDenied ? "MORE_DENIALS" : "LOWER_ALLOWED",
            isDenied ? "CO-197" : null,
            change.percent() == null ? null : change.percent().movePointLeft(2));
      }
      lagging.forEach(
          (payer, from) ->
              out.row(payer.name(), null, YearMonth.from(from), "LOWER_ALLOWED", null, null));
    }
  }

  @Override
  public void close() throws IOException {
    for (CsvFile file :
        List.of(lines, underpayments, denials, unmatched, outOfBalance, sessions, ranks)) {
      file.close();
    }
    chains.close();
    coding.close();
    unanswered.close();
    worklist.close();
  }
}
