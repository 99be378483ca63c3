package org.allowable.sample.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.allowable.sample.adjudication.Denial;
import org.allowable.sample.adjudication.Outcome;
import org.allowable.sample.adjudication.Underpayments;
import org.allowable.sample.claim.ClaimLife.DenialEvent;
import org.allowable.sample.practice.Money;
import org.allowable.sample.practice.PolicyShift;

/**
 * Answers claims by what payers changed without a word: a code that is denied or allowed less from
 * a day of service on. Most lines of it, as a payer's machine does: what was answered otherwise
 * anyway stays as it is.
 */
final class PolicyShifts {

  private final List<PolicyShift> shifts;

  PolicyShifts(List<PolicyShift> shifts) {
    this.shifts = shifts;
  }

  /** The life answered by the new policy, or as it was. */
  ClaimLife in(ClaimLife life) {
    for (PolicyShift shift : shifts) {
      if (shift.holds(life.visit()) && life.isPaidOnce()) {
        List<Outcome> outcomes = outcomes(life, shift);
        if (!outcomes.equals(life.outcomes())) {
          return answered(life, outcomes, shift);
        }
      }
    }
    return life;
  }

  private static List<Outcome> outcomes(ClaimLife life, PolicyShift shift) {
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < life.outcomes().size(); i++) {
      Outcome outcome = life.outcomes().get(i);
      outcomes.add(
          shift.isAbout(outcome.service())
              ? outcome(outcome, life.prices().get(i).full(), shift)
              : outcome);
    }
    return outcomes;
  }

  private static Outcome outcome(Outcome outcome, BigDecimal full, PolicyShift shift) {
    BigDecimal percent = shift.percent();
    if (percent == null) {
      return Outcome.denied(outcome.service(), Denial.NO_AUTHORIZATION);
    }
    BigDecimal less = Money.percent(full, percent);
    Outcome lesser = outcome.allowing(less, Underpayments.NEW_POLICY);
    boolean isRight = outcome.cause() == null && outcome.adjudicatedCode() == null;
    return isRight && lesser.paid().signum() > 0 ? lesser : outcome;
  }

  private static ClaimLife answered(ClaimLife life, List<Outcome> outcomes, PolicyShift shift) {
    SampleRemitClaim answer = RemitMaker.again(life, outcomes);
    List<DenialEvent> events = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      Denial denial = outcome.denial();
      if (denial != null) {
        String submission = life.submissions().get(0).submissionId();
        events.add(new DenialEvent(outcome, denial, submission, answer.paymentDate(), 1, true));
      }
    }
    AnswerKind kind =
        shift.percent() == null
            ? AnswerKind.DENIED_BY_NEW_POLICY
            : AnswerKind.ALLOWED_BY_NEW_POLICY;
    return life.answered(kind, List.of(answer), outcomes, events);
  }
}
