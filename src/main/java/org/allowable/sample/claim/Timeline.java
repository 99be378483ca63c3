package org.allowable.sample.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.allowable.sample.adjudication.Denial;
import org.allowable.sample.adjudication.Outcome;
import org.allowable.sample.claim.ClaimLife.DenialEvent;
import org.allowable.sample.practice.SamplePractice.CastPayer;
import org.allowable.sample.practice.Visit;
import org.allowable.sample.practice.Visit.Service;
import org.allowable.sample.price.LinePrice;
import org.jspecify.annotations.Nullable;

/** A claim's life while it is told: nothing enters that is later than the history's last day. */
final class Timeline {

  private record Denied(Outcome outcome, Denial denial, String submissionId, LocalDate date) {}

  private final Visit visit;
  private final List<LinePrice> prices;
  private final LocalDate last;
  private final List<SampleSubmission> submissions = new ArrayList<>();
  private final List<SampleRemitClaim> remits = new ArrayList<>();
  private final List<Denied> denied = new ArrayList<>();
  private List<Outcome> outcomes = List.of();
  private List<SecondaryOutcome> secondary = List.of();
  private @Nullable SampleRemitClaim lastAnswer;
  private int answers;
  private boolean isVoided;

  Timeline(Visit visit, List<LinePrice> prices, LocalDate last) {
    this.visit = visit;
    this.prices = prices;
    this.last = last;
  }

  boolean isOver(LocalDate date) {
    return date.isAfter(last);
  }

  /** Sends a claim to the primary payer; null if that would be too late to be known. */
  @Nullable SampleSubmission submit(
      String frequencyCode,
      LocalDate date,
      @Nullable String authorizationNumber,
      List<Service> services) {
    return send(frequencyCode, "P", visit.patient().payer(), date, authorizationNumber, services);
  }

  /** Sends a claim as the correction of one that an earlier billing system sent. */
  @Nullable SampleSubmission submitCorrectionOfUnknown(LocalDate date, List<Service> services) {
    SampleSubmission first = submit("7", date, null, services);
    if (first == null) {
      return null;
    }
    SampleSubmission correction = first.replacing("OLD" + visit.number());
    submissions.set(submissions.size() - 1, correction);
    return correction;
  }

  /** Sends the claim to the secondary payer. */
  void submitToSecondary(CastPayer payer, LocalDate date) {
    send("1", "S", payer, date, null, visit.services());
  }

  private @Nullable SampleSubmission send(
      String frequencyCode,
      String responsibilityCode,
      CastPayer payer,
      LocalDate date,
      @Nullable String authorizationNumber,
      List<Service> services) {
    if (isOver(date)) {
      return null;
    }
    SampleRemitClaim before = lastAnswer;
    boolean isToSecondary = responsibilityCode.equals("S");
    SampleSubmission submission =
        new SampleSubmission(
            visit,
            visit.claimId(),
            submissions.size() + 1,
            frequencyCode,
            before == null || frequencyCode.equals("1") ? null : before.controlNumber(),
            responsibilityCode,
            payer,
            date,
            authorizationNumber,
            services,
            isToSecondary ? before : null);
    submissions.add(submission);
    return submission;
  }

  /** The primary payer answers; false if that would be too late to be known. */
  boolean answer(
      SampleSubmission submission, List<Outcome> answered, boolean isForwarded, LocalDate date) {
    if (isOver(date)) {
      return false;
    }
    lastAnswer = remit(submission, answered, isForwarded, date);
    remits.add(lastAnswer);
    return true;
  }

  /**
   * The primary payer takes its last answer back and gives another; false if either would be too
   * late to be known.
   *
   * @param isReversedFirst whether the payment lists the reversal before the correction
   */
  boolean correct(
      SampleSubmission submission,
      List<Outcome> answered,
      boolean isReversedFirst,
      LocalDate reversalDate,
      LocalDate correctionDate) {
    SampleRemitClaim before = lastAnswer;
    if (before == null || isOver(reversalDate) || isOver(correctionDate)) {
      return false;
    }
    SampleRemitClaim reversal = before.reversed(reversalDate);
    SampleRemitClaim correction = remit(submission, answered, false, correctionDate);
    remits.add(isReversedFirst ? reversal : correction);
    remits.add(isReversedFirst ? correction : reversal);
    lastAnswer = correction;
    return true;
  }

  /** The practice takes the claim back and the payer follows. */
  void cancel(LocalDate submitted, LocalDate reversed) {
    SampleRemitClaim before = lastAnswer;
    if (before == null || isOver(reversed)) {
      return;
    }
    submit("8", submitted, null, visit.services());
    remits.add(before.reversed(reversed));
    isVoided = true;
  }

  /** The secondary payer answers. */
  void answerSecondary(CastPayer payer, List<SecondaryOutcome> answered, LocalDate date) {
    SampleRemitClaim before = lastAnswer;
    if (before != null && !isOver(date)) {
      secondary = answered;
      remits.add(RemitMaker.secondary(before, payer, answered, date));
    }
  }

  private SampleRemitClaim remit(
      SampleSubmission submission, List<Outcome> answered, boolean isForwarded, LocalDate date) {
    answers++;
    outcomes = answered;
    for (Outcome outcome : answered) {
      Denial denial = outcome.denial();
      if (denial != null) {
        denied.add(new Denied(outcome, denial, submission.submissionId(), date));
      }
    }
    return RemitMaker.primary(submission, answered, answers, isForwarded, lastAnswer, date);
  }

  ClaimLife told() {
    return new ClaimLife(
        visit,
        prices,
        submissions,
        remits,
        outcomes,
        Set.of(),
        secondary,
        isVoided,
        denials(),
        AnswerKind.USUAL,
        List.of(),
        null);
  }

  private List<DenialEvent> denials() {
    List<DenialEvent> events = new ArrayList<>();
    Map<Integer, Integer> sequences = new HashMap<>();
    for (int i = 0; i < denied.size(); i++) {
      Denied event = denied.get(i);
      int line = event.outcome().service().number();
      boolean isLast =
          denied.subList(i + 1, denied.size()).stream()
              .noneMatch(later -> later.outcome().service().number() == line);
      events.add(
          new DenialEvent(
              event.outcome(),
              event.denial(),
              event.submissionId(),
              event.date(),
              sequences.merge(line, 1, Integer::sum),
              isLast && !isVoided && outcomes.get(line - 1).isDenied()));
    }
    return events;
  }
}
