package org.allowable.sample.claim;

import java.time.LocalDate;
import java.util.List;
import org.allowable.sample.adjudication.Denial;
import org.allowable.sample.adjudication.Outcome;
import org.allowable.sample.practice.Visit;
import org.allowable.sample.price.LinePrice;
import org.jspecify.annotations.Nullable;

/**
 * All that happened to a visit's claim until the history ends.
 *
 * @param submissions claims sent; none for a claim that the warehouse never saw
 * @param remits answers in the order in which payments list them on a day
 * @param outcomes the primary payer's last answer by line; empty while there is none
 * @param secondary the secondary payer's answer by line; empty without one
 * @param denials every denial of a line
 * @param kind what is rare about the answers
 */
public record ClaimLife(
    Visit visit,
    List<LinePrice> prices,
    List<SampleSubmission> submissions,
    List<SampleRemitClaim> remits,
    List<Outcome> outcomes,
    List<SecondaryOutcome> secondary,
    boolean isVoided,
    List<DenialEvent> denials,
    AnswerKind kind) {

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
        visit, others, submissions, remits, outcomes, secondary, isVoided, denials, kind);
  }

  /** The same claim sent and answered otherwise. */
  ClaimLife sent(
      AnswerKind other,
      List<SampleSubmission> claims,
      List<SampleRemitClaim> answers,
      List<Outcome> lastOutcomes,
      List<DenialEvent> events) {
    return new ClaimLife(
        visit, prices, claims, answers, lastOutcomes, secondary, isVoided, events, other);
  }

  /** The same claim answered otherwise. */
  ClaimLife answered(
      AnswerKind other,
      List<SampleRemitClaim> answers,
      List<Outcome> lastOutcomes,
      List<DenialEvent> events) {
    return sent(other, submissions, answers, lastOutcomes, events);
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
