package org.allowable.sample.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.allowable.config.Practice.PayerClass;
import org.allowable.sample.adjudication.Denial;
import org.allowable.sample.adjudication.Outcome;
import org.allowable.sample.practice.Money;
import org.allowable.sample.practice.Visit;
import org.allowable.sample.price.LinePrice;
import org.jspecify.annotations.Nullable;

/**
 * All that happened to a visit's claim until the history ends.
 *
 * @param submissions claims sent; none for a claim that the warehouse never saw
 * @param remits answers in the order in which payments list them on a day
 * @param outcomes the primary payer's last answer by line; empty while there is none
 * @param unanswered numbers of lines that it says nothing of, whatever their outcome would be
 * @param secondary the secondary payer's answer by line; empty without one
 * @param denials every denial of a line
 * @param kind what is rare about the answers
 * @param recoveries what payers take back of it beside their answers
 * @param dispute what was said of it in the worklist, if anything
 */
public record ClaimLife(
    Visit visit,
    List<LinePrice> prices,
    List<SampleSubmission> submissions,
    List<SampleRemitClaim> remits,
    List<Outcome> outcomes,
    Set<Integer> unanswered,
    List<SecondaryOutcome> secondary,
    boolean isVoided,
    List<DenialEvent> denials,
    AnswerKind kind,
    List<Recovery> recoveries,
    @Nullable Dispute dispute) {

  /**
   * A line that an answer denied.
   *
   * @param sequence counts the answers that denied the line, from 1
   * @param isStanding whether the line is denied for good, as far as the history goes
   */
  public record DenialEvent(
      Outcome outcome,
      Denial denial,
      String submissionId,
      LocalDate date,
      int sequence,
      boolean isStanding) {}

  /** The same claim with other prices. */
  ClaimLife priced(List<LinePrice> others) {
    return new ClaimLife(
        visit,
        others,
        submissions,
        remits,
        outcomes,
        unanswered,
        secondary,
        isVoided,
        denials,
        kind,
        recoveries,
        dispute);
  }

  /** The same claim sent and answered otherwise. */
  ClaimLife sent(
      AnswerKind other,
      List<SampleSubmission> claims,
      List<SampleRemitClaim> answers,
      List<Outcome> lastOutcomes,
      List<DenialEvent> events) {
    return new ClaimLife(
        visit,
        prices,
        claims,
        answers,
        lastOutcomes,
        unanswered,
        secondary,
        isVoided,
        events,
        other,
        recoveries,
        dispute);
  }

  /** The same claim answered otherwise. */
  ClaimLife answered(
      AnswerKind other,
      List<SampleRemitClaim> answers,
      List<Outcome> lastOutcomes,
      List<DenialEvent> events) {
    return sent(other, submissions, answers, lastOutcomes, events);
  }

  /** The same claim answered in part. */
  ClaimLife answeredInPart(SampleRemitClaim answer, Set<Integer> lines) {
    return new ClaimLife(
        visit,
        prices,
        submissions,
        List.of(answer),
        outcomes,
        lines,
        secondary,
        isVoided,
        denials,
        AnswerKind.ANSWERED_IN_PART,
        recoveries,
        dispute);
  }

  /** The same claim paid too much, of which payers take some back. */
  ClaimLife overpaid(
      AnswerKind other,
      List<SampleRemitClaim> answers,
      List<SecondaryOutcome> secondaryOutcomes,
      List<Recovery> takenBack) {
    return new ClaimLife(
        visit,
        prices,
        submissions,
        answers,
        outcomes,
        unanswered,
        secondaryOutcomes,
        isVoided,
        denials,
        other,
        takenBack,
        dispute);
  }

  /** The same claim with what was said of it. */
  ClaimLife disputed(Dispute said) {
    return new ClaimLife(
        visit,
        prices,
        submissions,
        remits,
        outcomes,
        unanswered,
        secondary,
        isVoided,
        denials,
        kind,
        recoveries,
        said);
  }

  /**
   * Whether one claim was paid by one answer, every line, and nothing is rare about it. A payer
   * without a contract writes off under a group of its own, so that its claims are none.
   */
  boolean isPaidOnce() {
    return isPaidByOneAnswer()
        && visit.patient().payer().payerClass() != PayerClass.WORKERS_COMPENSATION;
  }

  /** Whether one claim was paid by one answer of any payer, every line, and nothing is rare. */
  boolean isPaidByOneAnswer() {
    return kind == AnswerKind.USUAL
        && submissions.size() == 1
        && remits.size() == 1
        && !isVoided
        && denials.isEmpty()
        && visit.patient().supplement() == null
        && outcomes.stream().allMatch(outcome -> outcome.paid().signum() > 0);
  }

  /** The primary payer's last answer to the line at a position, if any. */
  public @Nullable Outcome outcome(int position) {
    return outcomes.isEmpty() || unanswered.contains(position + 1) ? null : outcomes.get(position);
  }

  /** What the primary payer's checks paid for the line at a position, if it was answered. */
  public @Nullable BigDecimal paid(int position) {
    Outcome outcome = outcome(position);
    if (outcome == null) {
      return null;
    }
    return kind == AnswerKind.PAID_TWICE
        ? Money.percent(outcome.paid(), BigDecimal.valueOf(200))
        : outcome.paid();
  }

  /** The last claim to the primary payer, if any. */
  public @Nullable SampleSubmission current() {
    SampleSubmission current = null;
    for (SampleSubmission submission : submissions) {
      if (submission.isPrimary()) {
        current = submission;
      }
    }
    return current;
  }

  /** The number of the last claim to the primary payer; of the visit's where there is none. */
  public String claimId() {
    SampleSubmission current = current();
    return current == null ? visit.claimId() : current.claimId();
  }

  /** Whether the primary payer has answered line by line. */
  public boolean isAdjudicated() {
    return !outcomes.isEmpty();
  }

  /** Rows that the claim brings to the claim lines. */
  public int lineCount() {
    return submissions.size() * visit.services().size();
  }
}
