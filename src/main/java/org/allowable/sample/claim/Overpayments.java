package org.allowable.sample.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.allowable.sample.adjudication.Outcome;
import org.allowable.sample.practice.Money;
import org.allowable.sample.practice.SamplePractice.CastPayer;
import org.allowable.sample.practice.SeededRandom;

/**
 * Lets payers pay too much for a few claims: by a second check, beside another payer, above the
 * contract. Some of it they take back by provider adjustments.
 */
final class Overpayments {

  private static final int OVERPAYMENT = 12;
  private static final int TWICE = 90;
  private static final int ABOVE = 60;
  private static final int BY_TWO = 120;

  private static final BigDecimal ABOVE_PERCENT = BigDecimal.valueOf(112);
  private static final BigDecimal PART_PERCENT = BigDecimal.valueOf(40);

  private final long seed;
  private final LocalDate last;

  /**
   * A planter.
   *
   * @param last the last day of the history
   */
  Overpayments(long seed, LocalDate last) {
    this.seed = seed;
    this.last = last;
  }

  /** The life paid too much, or as it was. */
  ClaimLife in(ClaimLife life) {
    SeededRandom random = new SeededRandom(seed, life.visit().number(), OVERPAYMENT);
    int drawn = random.below(SeededRandom.CERTAIN);
    if (drawn < BY_TWO && isShared(life)) {
      return byTwo(life, random);
    }
    if (drawn >= TWICE + ABOVE || !life.isPaidOnce()) {
      return life;
    }
    return drawn < TWICE ? twice(life, random) : above(life);
  }

  private ClaimLife twice(ClaimLife life, SeededRandom random) {
    SampleRemitClaim first = life.remits().get(0);
    LocalDate date = first.paymentDate().plusWeeks(2L + random.below(4));
    // A copayment that stands at claim level would leave open what its lines were paid; a second
    // check for a corrected claim is a correction; what was paid twice is no underpayment.
    if (date.isAfter(last)
        || !first.adjustments().isEmpty()
        || life.visit().isOriginalUnknown()
        || life.outcomes().stream().anyMatch(outcome -> outcome.cause() != null)) {
      return life;
    }
    SampleRemitClaim second =
        first.answered(first.statusCode(), 2, date, first.adjustments(), first.services());
    return life.overpaid(
        AnswerKind.PAID_TWICE,
        List.of(first, second),
        life.secondary(),
        recoveries(second, second.paid(), random));
  }

  // A quarter stays with the practice.
  private static List<Recovery> recoveries(
      SampleRemitClaim paid, BigDecimal amount, SeededRandom random) {
    LocalDate due = paid.paymentDate().plusWeeks(3L + random.below(5));
    String both = paid.claimId() + " " + paid.controlNumber();
    return switch (random.weighted(25, 25, 20, 15, 15)) {
      case 0 -> List.of();
      case 1 -> List.of(recovery(paid, due, "WO", both, amount));
      case 2 -> List.of(recovery(paid, due, "WO", both, Money.percent(amount, PART_PERCENT)));
      case 3 -> List.of(recovery(paid, due, "FB", paid.controlNumber(), amount));
      default -> List.of(recovery(paid, due, "72", paid.controlNumber(), amount));
    };
  }

  private static Recovery recovery(
      SampleRemitClaim paid, LocalDate due, String code, String reference, BigDecimal amount) {
    return new Recovery(paid.payer(), due, paid.claimId(), code, reference, amount);
  }

  private static ClaimLife above(ClaimLife life) {
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < life.outcomes().size(); i++) {
      Outcome outcome = life.outcomes().get(i);
      BigDecimal expected = life.prices().get(i).expected();
      BigDecimal raised = expected == null ? Money.ZERO : Money.percent(expected, ABOVE_PERCENT);
      // A deductible or the charge may leave nothing to raise.
      boolean isRaised =
          raised.compareTo(outcome.allowed()) > 0
              && raised.compareTo(outcome.service().charge()) < 0
              && outcome.withheld().signum() == 0
              && outcome.adjudicatedCode() == null;
      outcomes.add(isRaised ? outcome.allowing(raised, null) : outcome);
    }
    return outcomes.equals(life.outcomes())
        ? life
        : life.answered(
            AnswerKind.PAID_ABOVE_CONTRACT,
            List.of(RemitMaker.again(life, outcomes)),
            outcomes,
            List.of());
  }

  // Paid by the first payer, then by the second.
  private static boolean isShared(ClaimLife life) {
    return life.kind() == AnswerKind.USUAL
        && !life.secondary().isEmpty()
        && life.remits().size() == 2
        && life.denials().isEmpty()
        && life.outcomes().stream().allMatch(outcome -> outcome.paid().signum() > 0);
  }

  private static ClaimLife byTwo(ClaimLife life, SeededRandom random) {
    SampleRemitClaim first = life.remits().get(0);
    SampleRemitClaim shared = life.remits().get(1);
    CastPayer payer = shared.payer();
    List<SecondaryOutcome> answers =
        life.outcomes().stream().map(SecondaryOutcome::asIfFirst).toList();
    SampleRemitClaim second = RemitMaker.secondary(first, payer, answers, shared.paymentDate());
    BigDecimal tooMuch = Money.ZERO;
    for (Outcome outcome : life.outcomes()) {
      tooMuch = tooMuch.add(outcome.allowed()).subtract(outcome.costShare());
    }
    return life.overpaid(
        AnswerKind.PAID_BY_TWO_PAYERS,
        List.of(first, second),
        answers,
        recoveries(second, tooMuch, random));
  }
}
