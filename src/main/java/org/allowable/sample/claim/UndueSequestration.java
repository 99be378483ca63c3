package org.allowable.sample.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.allowable.config.Practice.PayerClass;
import org.allowable.sample.adjudication.Outcome;
import org.allowable.sample.adjudication.Underpayments;
import org.allowable.sample.practice.Money;
import org.allowable.sample.practice.SeededRandom;

/**
 * Lets Medicaid take Medicare's sequestration from a part of its claims, beside its other mistake:
 * two causes of one payer, mixed with what has none.
 */
final class UndueSequestration {

  private static final int SEQUESTRATION = 13;
  private static final int SHARE = 300;
  private static final BigDecimal LEFT_PERCENT = BigDecimal.valueOf(98);

  private final long seed;

  UndueSequestration(long seed) {
    this.seed = seed;
  }

  /** The life with less allowed, or as it was. */
  ClaimLife in(ClaimLife life) {
    SeededRandom random = new SeededRandom(seed, life.visit().number(), SEQUESTRATION);
    boolean isMedicaid = life.visit().patient().payer().payerClass() == PayerClass.MEDICAID;
    if (!isMedicaid || !random.chance(SHARE) || !life.isPaidOnce()) {
      return life;
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < life.outcomes().size(); i++) {
      Outcome outcome = life.outcomes().get(i);
      BigDecimal expected = life.prices().get(i).expected();
      outcomes.add(expected == null ? outcome : reduced(outcome, expected));
    }
    return life.answered(
        life.kind(), List.of(RemitMaker.again(life, outcomes)), outcomes, List.of());
  }

  private static Outcome reduced(Outcome outcome, BigDecimal expected) {
    BigDecimal less = Money.percent(expected, LEFT_PERCENT);
    Outcome reduced = outcome.allowing(less, Underpayments.SEQUESTRATION);
    boolean isRight = outcome.allowed().compareTo(expected) == 0;
    return isRight && reduced.paid().signum() > 0 ? reduced : outcome;
  }
}
