package org.allowable.sample.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.allowable.sample.adjudication.Outcome;
import org.allowable.sample.adjudication.Underpayments;
import org.allowable.sample.practice.Money;
import org.allowable.sample.practice.PricingMistake;
import org.allowable.sample.practice.PricingMistake.Mistaken;
import org.allowable.sample.practice.SamplePractice;
import org.allowable.sample.practice.SeededRandom;
import org.allowable.sample.practice.ServiceCatalog;
import org.allowable.sample.practice.Visit;
import org.allowable.sample.price.Fee;
import org.allowable.sample.price.LinePrice;
import org.allowable.sample.price.PriceBasis;
import org.allowable.sample.price.Pricer;
import org.allowable.sample.price.Share;
import org.jspecify.annotations.Nullable;

/**
 * Lets payers make mistakes in the prices of a part of their claims, beside what they do to all:
 * several causes of a payer, mixed with amounts that have none. A mistake that would raise a price
 * is not made.
 */
final class MistakenPrices {

  private static final int MISTAKE = 14;
  private static final BigDecimal PRACTITIONER_PERCENT = BigDecimal.valueOf(85);
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
  private static final BigDecimal HALF = new BigDecimal("0.5");

  /** Of the multiple procedure indicator: a procedure that is ranked. */
  private static final String RANKED = "2";

  private final long seed;
  private final Pricer pricer;
  private final SamplePractice cast;
  private final List<PricingMistake> mistakes;

  MistakenPrices(long seed, Pricer pricer, SamplePractice cast) {
    this.seed = seed;
    this.pricer = pricer;
    this.cast = cast;
    this.mistakes = cast.pricingMistakes();
  }

  /** The life with less allowed, or as it was. */
  ClaimLife in(ClaimLife life) {
    SeededRandom random = new SeededRandom(seed, life.visit().number(), MISTAKE);
    for (PricingMistake mistake : mistakes) {
      boolean isMade = random.chance(mistake.share());
      if (isMade
          && mistake.payer().index() == life.visit().patient().payer().index()
          && life.isPaidByOneAnswer()) {
        List<Outcome> outcomes = outcomes(life, mistake.kind());
        if (!outcomes.equals(life.outcomes())) {
          return life.answered(
              life.kind(), List.of(RemitMaker.again(life, outcomes)), outcomes, List.of());
        }
      }
    }
    return life;
  }

  private List<Outcome> outcomes(ClaimLife life, Mistaken kind) {
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < life.outcomes().size(); i++) {
      outcomes.add(outcome(life, i, kind));
    }
    return outcomes;
  }

  private Outcome outcome(ClaimLife life, int position, Mistaken kind) {
    Outcome outcome = life.outcomes().get(position);
    BigDecimal expected = life.prices().get(position).expected();
    if (expected == null || !isOpenToMistakes(outcome, expected)) {
      return outcome;
    }
    BigDecimal amount = amount(life, position, kind);
    if (amount == null || amount.compareTo(expected) >= 0) {
      return outcome;
    }
    Outcome mistaken = outcome.allowing(amount, cause(kind));
    return mistaken.paid().signum() > 0 ? mistaken : outcome;
  }

  // Right so far, or wrong as all that the payer allows.
  private static boolean isOpenToMistakes(Outcome outcome, BigDecimal expected) {
    return outcome.adjudicatedCode() == null
        && (outcome.allowed().compareTo(expected) == 0
            || Underpayments.isOnAllLines(outcome.cause()));
  }

  private @Nullable BigDecimal amount(ClaimLife life, int position, Mistaken kind) {
    Visit visit = life.visit();
    LinePrice price = life.prices().get(position);
    PriceBasis right = pricer.basis(visit);
    LocalDate lastYear = LocalDate.of(visit.date().getYear() - 1, 12, 31);
    return switch (kind) {
      case FEES_OF_YEAR_BEFORE -> priced(visit, price, right.withFeesOf(lastYear));
      case VALUES_OF_YEAR_BEFORE ->
          price.service().code().equals(ServiceCatalog.Plan.JOINT.code())
              ? priced(visit, price, right.withValuesOf(lastYear))
              : null;
      case LOCALITY_BESIDE -> {
        String beside = cast.localityBeside(visit.site().site());
        yield beside == null ? null : priced(visit, price, right.inLocality(beside));
      }
      case PAID_AS_PRACTITIONER -> asPractitioner(visit, price);
      case RANKED_SECOND -> isOnlyFirst(life, position) ? halved(visit, price) : null;
      case ADD_ON_CUT -> isCountedOnce(price) && isAddOn(life, price) ? halved(visit, price) : null;
    };
  }

  private @Nullable BigDecimal priced(Visit visit, LinePrice price, PriceBasis basis) {
    Fee fee = pricer.fee(visit, price.service(), basis);
    return fee.isPriced() ? pricer.full(visit, price.service(), fee, price.share()) : null;
  }

  // Of the percent that was agreed, so that both are rounded at once.
  private @Nullable BigDecimal asPractitioner(Visit visit, LinePrice price) {
    boolean isMistaken =
        price.fee().isPriced()
            && visit.patient().physician() == cast.mistakenPhysician()
            && price.share().credentialPercent().compareTo(WHOLE) == 0;
    BigDecimal percent = visit.patient().payer().percent(visit.date()).orElseThrow();
    return isMistaken
        ? Money.percent(
            price.share().of(price.fee()), percent.multiply(PRACTITIONER_PERCENT).movePointLeft(2))
        : null;
  }

  private BigDecimal halved(Visit visit, LinePrice price) {
    Share share = price.share();
    Share half = new Share(HALF, share.sidePercent(), share.credentialPercent());
    return pricer.full(visit, price.service(), price.fee(), half);
  }

  // The first procedure of a day with others on it.
  private static boolean isOnlyFirst(ClaimLife life, int position) {
    return life.prices().size() > 1
        && isFirst(life.prices().get(position))
        && life.prices().stream().filter(MistakenPrices::isFirst).count() == 1;
  }

  private static boolean isFirst(LinePrice price) {
    return isCountedOnce(price) && price.fee().multipleIndicator().equals(RANKED);
  }

  private static boolean isAddOn(ClaimLife life, LinePrice price) {
    return life.prices().size() > 1 && ServiceCatalog.isAddOn(price.service().code());
  }

  private static boolean isCountedOnce(LinePrice price) {
    return price.fee().isPriced()
        && price.service().units() == 1
        && price.share().countedUnits().compareTo(BigDecimal.ONE) == 0;
  }

  private static String cause(Mistaken kind) {
    return switch (kind) {
      case FEES_OF_YEAR_BEFORE -> Underpayments.PRIOR_YEAR_FEES;
      case VALUES_OF_YEAR_BEFORE -> Underpayments.PRIOR_YEAR_VALUES;
      case LOCALITY_BESIDE -> Underpayments.OTHER_LOCALITY;
      case PAID_AS_PRACTITIONER -> Underpayments.PRACTITIONER;
      case RANKED_SECOND -> Underpayments.RANKED_SECOND;
      case ADD_ON_CUT -> Underpayments.UNDUE_REDUCTION;
    };
  }
}
