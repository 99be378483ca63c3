package org.allowable.sample.adjudication;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.allowable.config.Practice.PayerClass;
import org.allowable.sample.adjudication.Underpayments.Allowed;
import org.allowable.sample.practice.Money;
import org.allowable.sample.practice.SamplePractice;
import org.allowable.sample.practice.SamplePractice.CastPayer;
import org.allowable.sample.practice.SeededRandom;
import org.allowable.sample.practice.ServiceCatalog;
import org.allowable.sample.practice.Visit;
import org.allowable.sample.practice.Visit.Service;
import org.allowable.sample.price.FeeOracle;
import org.allowable.sample.price.LinePrice;
import org.allowable.sample.price.Pricer;
import org.jspecify.annotations.Nullable;

/**
 * Answers claims as a primary payer does: what is denied, allowed, left to the patient, withheld.
 */
public final class Adjudicator {

  private final FeeOracle oracle;
  private final Underpayments underpayments;
  private final Pricer pricer;
  private final SamplePractice cast;

  /**
   * The payers of a practice.
   *
   * @param through the last month of the history
   */
  public Adjudicator(FeeOracle oracle, Pricer pricer, SamplePractice cast, YearMonth through) {
    this.oracle = oracle;
    this.underpayments = new Underpayments(pricer, cast, through);
    this.pricer = pricer;
    this.cast = cast;
  }

  /**
   * The payer's first answer to a claim.
   *
   * @param prices of the visit's lines, in their order
   * @return an answer for each line, in the same order
   */
  public List<Outcome> answer(Visit visit, List<LinePrice> prices, SeededRandom random) {
    Denial whole = DenialMaker.wholeClaim(visit, random);
    List<@Nullable Denial> denials = new ArrayList<>();
    for (LinePrice price : prices) {
      Denial unpayable = DenialMaker.unpayable(visit, price);
      Denial line = DenialMaker.line(visit, price.service(), random);
      denials.add(whole != null ? whole : unpayable != null ? unpayable : line);
    }
    List<LinePrice> ranked = ranked(visit, prices, denials);
    List<Outcome> outcomes = new ArrayList<>();
    BigDecimal deductible = deductible(visit, random);
    for (int i = 0; i < prices.size(); i++) {
      LinePrice price = prices.get(i);
      Denial denial = denials.get(i);
      Outcome outcome =
          denial != null
              ? Outcome.denied(price.service(), denial)
              : paid(visit, price, allowed(visit, price, ranked.get(i), random), deductible);
      deductible = deductible.subtract(outcome.deductible());
      outcomes.add(outcome);
    }
    return outcomes;
  }

  // What ranks higher for want of the denied is allowed without a mistake.
  private Allowed allowed(Visit visit, LinePrice price, LinePrice ranked, SeededRandom random) {
    return ranked.full().compareTo(price.full()) > 0
        ? new Allowed(ranked.full(), null, null)
        : underpayments.allow(visit, price, random);
  }

  // As the payer ranks them: most give a denied procedure its rank, one does not.
  private List<LinePrice> ranked(
      Visit visit, List<LinePrice> prices, List<@Nullable Denial> denials) {
    List<Service> remaining = new ArrayList<>();
    for (int i = 0; i < prices.size(); i++) {
      if (denials.get(i) == null) {
        remaining.add(prices.get(i).service());
      }
    }
    boolean isAnyDenied = remaining.size() < prices.size() && !remaining.isEmpty();
    if (!isAnyDenied || !cast.isRankingAllowed(visit.patient().payer())) {
      return prices;
    }
    List<LinePrice> left = pricer.price(visit, remaining);
    List<LinePrice> ranked = new ArrayList<>();
    for (LinePrice price : prices) {
      int position = remaining.indexOf(price.service());
      ranked.add(position < 0 ? price : left.get(position));
    }
    return ranked;
  }

  /**
   * The answer once denials are overturned: denied lines are paid in full, others as before.
   *
   * @param prices of the visit's lines, in their order; likewise {@code before} and what is
   *     returned
   */
  public List<Outcome> overturned(Visit visit, List<LinePrice> prices, List<Outcome> before) {
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < prices.size(); i++) {
      LinePrice price = prices.get(i);
      outcomes.add(
          before.get(i).isDenied() || isAbove(before.get(i), price)
              ? paid(visit, price, new Allowed(price.full(), null, null), Money.ZERO)
              : before.get(i));
    }
    return outcomes;
  }

  // Allowed above its rank while another was denied: that ends with the denial.
  private static boolean isAbove(Outcome outcome, LinePrice price) {
    return outcome.allowed().compareTo(price.full()) > 0;
  }

  /**
   * The payer's first answer where it allows so many percent of what it should, and corrects that
   * later.
   *
   * @param right the answer after the correction, by line
   */
  public List<Outcome> allowedAtFirst(
      Visit visit, List<LinePrice> prices, List<Outcome> right, BigDecimal percent) {
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < prices.size(); i++) {
      BigDecimal allowed = Money.percent(right.get(i).allowed(), percent);
      boolean isShort = allowed.compareTo(right.get(i).allowed()) < 0;
      String cause = isShort ? Underpayments.CORRECTION_DUE : null;
      outcomes.add(paid(visit, prices.get(i), new Allowed(allowed, cause, null), Money.ZERO));
    }
    return outcomes;
  }

  private static BigDecimal deductible(Visit visit, SeededRandom random) {
    boolean isEarly = visit.date().getMonthValue() <= 3;
    CastPayer payer = visit.patient().payer();
    boolean hasOne =
        payer.payerClass() != PayerClass.MEDICAID
            && payer.payerClass() != PayerClass.WORKERS_COMPENSATION;
    if (hasOne && random.chance(isEarly ? 3000 : 500)) {
      return Money.cents(2_000 + random.below(18_000));
    }
    return Money.ZERO;
  }

  private Outcome paid(Visit visit, LinePrice price, Allowed given, BigDecimal deductibleLeft) {
    CastPayer payer = visit.patient().payer();
    Service service = price.service();
    BigDecimal allowed = given.amount();
    BigDecimal deductible = Money.least(deductibleLeft, allowed);
    BigDecimal rest = allowed.subtract(deductible);
    BigDecimal copayment = Money.least(copayment(payer, service), rest);
    BigDecimal coinsurance =
        copayment.signum() > 0 ? Money.ZERO : Money.percent(rest, coinsurancePercent(payer));
    BigDecimal withheld = withheld(visit, payer, rest.subtract(copayment).subtract(coinsurance));
    return new Outcome(
        service,
        null,
        allowed,
        given.cause(),
        deductible,
        coinsurance,
        copayment,
        withheld,
        given.code(),
        payer.payerClass() == PayerClass.MEDICAID && visit.number() % 3 == 0,
        Money.ZERO);
  }

  private BigDecimal withheld(Visit visit, CastPayer payer, BigDecimal payment) {
    return payer.isMedicare()
        ? Money.round(payment.multiply(oracle.withheldShare(visit.date())))
        : Money.ZERO;
  }

  private static BigDecimal copayment(CastPayer payer, Service service) {
    if (!ServiceCatalog.isVisitCode(service.code())) {
      return Money.ZERO;
    }
    return switch (payer.payerClass()) {
      case MEDICARE_ADVANTAGE -> Money.cents(3_000);
      case COMMERCIAL -> Money.cents(4_000 + 500L * (payer.index() % 3));
      case MEDICAID -> Money.cents(400);
      case MEDICARE, WORKERS_COMPENSATION, OTHER -> Money.ZERO;
    };
  }

  private static BigDecimal coinsurancePercent(CastPayer payer) {
    return switch (payer.payerClass()) {
      case MEDICARE, MEDICARE_ADVANTAGE -> BigDecimal.valueOf(20);
      case COMMERCIAL -> BigDecimal.valueOf(payer.index() % 2 == 0 ? 10 : 20);
      case MEDICAID, WORKERS_COMPENSATION, OTHER -> BigDecimal.ZERO;
    };
  }

  /** The denial of a claim whose every line is denied for one reason, or null. */
  public static @Nullable Denial wholeDenial(List<Outcome> outcomes) {
    Denial first = outcomes.get(0).denial();
    return first != null && outcomes.stream().allMatch(o -> first.equals(o.denial()))
        ? first
        : null;
  }
}
