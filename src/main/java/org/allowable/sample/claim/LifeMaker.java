package org.allowable.sample.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.allowable.sample.adjudication.Adjudicator;
import org.allowable.sample.adjudication.Denial;
import org.allowable.sample.adjudication.DenialMaker;
import org.allowable.sample.adjudication.Outcome;
import org.allowable.sample.practice.PolicyShift;
import org.allowable.sample.practice.SamplePractice;
import org.allowable.sample.practice.SamplePractice.CastPayer;
import org.allowable.sample.practice.SeededRandom;
import org.allowable.sample.practice.ServiceCatalog;
import org.allowable.sample.practice.Visit;
import org.allowable.sample.practice.Visit.Service;
import org.allowable.sample.practice.VisitMaker;
import org.allowable.sample.price.LinePrice;
import org.allowable.sample.price.Pricer;
import org.jspecify.annotations.Nullable;

/**
 * Tells what happened to a visit's claim. Like the visit, a life follows from the seed and the
 * visit's number, so that it is told again when a payment needs it instead of being kept.
 */
public final class LifeMaker {

  private static final int LIFE = 4;

  private static final int ON_PAPER = 30;
  private static final int NEVER_ANSWERED = 150;
  private static final int CORRECTED_AFTER_PAYMENT = 200;
  private static final int VOIDED = 80;
  private static final int FORWARDED = 8500;

  private final long seed;
  private final VisitMaker visits;
  private final Pricer pricer;
  private final Adjudicator adjudicator;
  private final LocalDate last;
  private final RareAnswers rareAnswers;
  private final UndueSequestration sequestration;
  private final MistakenPrices mistakenPrices;
  private final PolicyShifts policyShifts;
  private final Overpayments overpayments;
  private final PartialAnswers partialAnswers;
  private final Disputes disputes;

  /**
   * A teller.
   *
   * @param cast whose payers make mistakes
   * @param shifts what payers change without a word
   * @param last the last day of the history
   */
  public LifeMaker(
      long seed,
      VisitMaker visits,
      Pricer pricer,
      Adjudicator adjudicator,
      SamplePractice cast,
      List<PolicyShift> shifts,
      LocalDate last) {
    this.seed = seed;
    this.visits = visits;
    this.pricer = pricer;
    this.adjudicator = adjudicator;
    this.last = last;
    this.rareAnswers = new RareAnswers(seed, last);
    this.sequestration = new UndueSequestration(seed);
    this.mistakenPrices = new MistakenPrices(seed, pricer, cast);
    this.policyShifts = new PolicyShifts(shifts);
    this.overpayments = new Overpayments(seed, last);
    this.partialAnswers = new PartialAnswers(seed, last);
    this.disputes = new Disputes(seed, cast, last);
  }

  /** The life of the claim of a visit. */
  public ClaimLife life(long number) {
    Visit visit = visits.visit(number);
    SeededRandom random = new SeededRandom(seed, number, LIFE);
    List<LinePrice> prices = pricer.price(visit);
    List<Outcome> first = adjudicator.answer(visit, prices, random);
    Timeline timeline = new Timeline(visit, prices, last);
    LocalDate sent = visit.date().plusDays(1L + random.below(5));
    LocalDate submitted = sent.isAfter(last) ? last : sent;
    List<Service> services = asFirstSent(visit, first);
    SampleSubmission original =
        visit.isOriginalUnknown()
            ? timeline.submitCorrectionOfUnknown(submitted, services)
            : timeline.submit("1", submitted, null, services);
    LocalDate answered = visit.patient().payer().payday(sent.plusDays(10L + random.below(26)));
    if (random.chance(ON_PAPER)) {
      return UnmatchedRemit.of(visit, prices, first, answered, last);
    }
    if (original != null && !random.chance(NEVER_ANSWERED)) {
      tell(timeline, original, first, prices, answered, random);
    }
    ClaimLife life = sequestration.in(rareAnswers.in(asBilled(timeline.told())));
    life = policyShifts.in(mistakenPrices.in(life));
    return disputes.in(partialAnswers.in(overpayments.in(life)));
  }

  // Imaging that still lacks its modifier is not payable where it was done.
  private ClaimLife asBilled(ClaimLife life) {
    SampleSubmission current = life.current();
    return current == null || !lacksComponent(current)
        ? life
        : life.priced(pricer.price(life.visit(), current.services()));
  }

  private static boolean lacksComponent(SampleSubmission current) {
    return current.visit().lacksComponent()
        && current.services().stream()
            .anyMatch(s -> ServiceCatalog.IMAGING.contains(s.code()) && s.modifiers().isEmpty());
  }

  // Where the payer says that a modifier is missing or wrong, the claim first went without it.
  private static List<Service> asFirstSent(Visit visit, List<Outcome> outcomes) {
    List<Service> services = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      Service service = visit.services().get(i);
      Denial denial = outcomes.get(i).denial();
      boolean lacksModifier =
          denial != null
              && denial.reasonCode().equals("4")
              && !hasOtherSide(visit, service)
              && service.modifiers().stream()
                  .allMatch(
                      modifier ->
                          List.of("25", "LT", "RT").contains(modifier)
                              || (visit.lacksComponent() && modifier.equals("26")));
      services.add(lacksModifier ? service.withModifiers(List.of()) : service);
    }
    return services;
  }

  // Without their modifiers the two sides would be two procedures.
  private static boolean hasOtherSide(Visit visit, Service service) {
    return visit.services().stream().filter(s -> s.code().equals(service.code())).count() > 1;
  }

  private void tell(
      Timeline timeline,
      SampleSubmission original,
      List<Outcome> first,
      List<LinePrice> prices,
      LocalDate answered,
      SeededRandom random) {
    Visit visit = original.visit();
    CastPayer supplement = visit.patient().supplement();
    boolean isForwarded = isForwarded(visit, first, random);
    Denial denial = firstDenial(first);
    boolean isCorrected =
        denial == null && supplement == null && random.chance(CORRECTED_AFTER_PAYMENT);
    List<Outcome> answer =
        isCorrected ? adjudicator.allowedAtFirst(visit, prices, first, firstPercent(visit)) : first;
    if (!timeline.answer(original, on(original, answer), isForwarded, answered)) {
      return;
    }
    if (isCorrected) {
      correction(timeline, original, first, answered, random);
    } else if (denial == null && supplement == null && random.chance(VOIDED)) {
      LocalDate taken = answered.plusDays(10L + random.below(30));
      timeline.cancel(taken, visit.patient().payer().payday(taken.plusDays(12)));
    } else if (denial == null || (supplement != null && isPaidInPart(first))) {
      secondary(timeline, visit, first, isForwarded, answered, random);
    } else {
      afterDenial(timeline, original, first, prices, answered, random);
    }
  }

  // Medicare gets the price right at first, and only the deductible wrong.
  private static BigDecimal firstPercent(Visit visit) {
    return BigDecimal.valueOf(visit.patient().payer().isMedicare() ? 100 : 90);
  }

  private static void correction(
      Timeline timeline,
      SampleSubmission original,
      List<Outcome> right,
      LocalDate paid,
      SeededRandom random) {
    CastPayer payer = original.payer();
    LocalDate date = payer.payday(paid.plusDays(14L + random.below(40)));
    boolean isReversedFirst = random.chance(7000);
    LocalDate reversal = !isReversedFirst && random.chance(5000) ? date.plusWeeks(1) : date;
    timeline.correct(original, right, isReversedFirst, reversal, date);
  }

  private void afterDenial(
      Timeline timeline,
      SampleSubmission original,
      List<Outcome> first,
      List<LinePrice> prices,
      LocalDate denied,
      SeededRandom random) {
    Visit visit = original.visit();
    Denial denial = firstDenial(first);
    if (denial == null || !random.chance(DenialMaker.workedShare(denial))) {
      return;
    }
    boolean isWon = random.chance(DenialMaker.wonShare(denial));
    List<Outcome> second = isWon ? adjudicator.overturned(visit, prices, first) : first;
    LocalDate worked = denied.plusDays(7L + random.below(30));
    LocalDate answered = visit.patient().payer().payday(worked.plusDays(14L + random.below(20)));
    boolean isAppeal = denial.name().equals("Medical necessity") || random.chance(1500);
    SampleSubmission submission = original;
    if (!isAppeal) {
      String authorization = denial.name().equals("Authorization") ? "A" + visit.number() : null;
      submission = timeline.submit("7", worked, authorization, visit.services());
    }
    if (submission == null) {
      return;
    }
    List<Outcome> answer = on(submission, second);
    boolean isForwarded = isWon && isForwarded(visit, answer, random);
    if (isAppeal || isPaidInPart(first)) {
      timeline.correct(submission, answer, true, answered, answered);
    } else if (timeline.answer(submission, answer, isForwarded, answered) && isWon) {
      secondary(timeline, visit, answer, isForwarded, answered, random);
    }
  }

  private static void secondary(
      Timeline timeline,
      Visit visit,
      List<Outcome> outcomes,
      boolean isForwarded,
      LocalDate paid,
      SeededRandom random) {
    CastPayer supplement = visit.patient().supplement();
    if (supplement == null || !leavesShare(outcomes)) {
      return;
    }
    LocalDate received = paid.plusDays(4L + random.below(6));
    if (!isForwarded) {
      timeline.submitToSecondary(supplement, received);
    }
    List<SecondaryOutcome> answers = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      answers.add(SecondaryOutcome.of(outcome, visit.patient().isDeductibleCovered()));
    }
    timeline.answerSecondary(
        supplement, answers, supplement.payday(received.plusDays(6L + random.below(10))));
  }

  private static boolean isForwarded(Visit visit, List<Outcome> outcomes, SeededRandom random) {
    return visit.patient().supplement() != null
        && leavesShare(outcomes)
        && random.chance(FORWARDED);
  }

  // A charge that a denial leaves to the patient is not the supplement's to pay.
  private static boolean leavesShare(List<Outcome> outcomes) {
    return outcomes.stream().anyMatch(o -> o.costShare().signum() > 0)
        && outcomes.stream().noneMatch(o -> o.isDenied() && o.patientResponsibility().signum() > 0);
  }

  private static boolean isPaidInPart(List<Outcome> outcomes) {
    return outcomes.stream().anyMatch(outcome -> !outcome.isDenied());
  }

  private static @Nullable Denial firstDenial(List<Outcome> outcomes) {
    for (Outcome outcome : outcomes) {
      if (outcome.denial() != null) {
        return outcome.denial();
      }
    }
    return null;
  }

  private static List<Outcome> on(SampleSubmission submission, List<Outcome> outcomes) {
    List<Outcome> placed = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      placed.add(outcomes.get(i).on(submission.services().get(i)));
    }
    return placed;
  }
}
