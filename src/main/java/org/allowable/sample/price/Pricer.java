package org.allowable.sample.price;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.allowable.config.Practice.Physician;
import org.allowable.model.InputException;
import org.allowable.sample.practice.Money;
import org.allowable.sample.practice.SamplePractice.CastPayer;
import org.allowable.sample.practice.Visit;
import org.allowable.sample.practice.Visit.Service;
import org.allowable.sample.price.FeeOracle.Question;

/**
 * Prices lines: Medicare's price of a unit times what the day leaves of its units, and of that the
 * payer's percent, each rounded half up to cents. Medicare pays no more than the charge.
 */
public final class Pricer {

  // What payers allow where no fee schedule says so; of the charge.
  private static final BigDecimal PERCENT_OF_CHARGE = BigDecimal.valueOf(30);
  private static final BigDecimal REDUCED = BigDecimal.valueOf(60);

  private final FeeOracle oracle;
  private final LineShares shares;
  private final List<Physician> physicians;

  /**
   * Prices by the rules of reference tables.
   *
   * @param physicians of the practice file, in its order
   * @throws InputException if a table is missing
   */
  public Pricer(FeeOracle oracle, ReferenceFiles references, List<Physician> physicians) {
    this.oracle = oracle;
    this.shares = new LineShares(references);
    this.physicians = physicians;
  }

  /**
   * The prices of a visit's lines, in their order.
   *
   * @throws InputException if the tables lack the place, its kind or the conversion factor of the
   *     day
   */
  public List<LinePrice> price(Visit visit) {
    return price(visit, visit.services());
  }

  /** The prices of services of a visit that are alone on their day, in their order. */
  public List<LinePrice> price(Visit visit, List<Service> services) {
    List<Fee> fees = fees(visit, services);
    List<Fee> ranking = new ArrayList<>();
    for (int i = 0; i < fees.size(); i++) {
      boolean isByReport = fees.get(i).reason().equals(Fee.MODIFIER);
      ranking.add(isByReport ? plain(visit, services.get(i)) : fees.get(i));
    }
    String credential = physicians.get(visit.patient().physician()).credential();
    List<Share> parts = shares.of(visit.date(), services, ranking, credential);
    List<LinePrice> prices = new ArrayList<>();
    for (int i = 0; i < fees.size(); i++) {
      prices.add(price(visit, services.get(i), fees.get(i), parts.get(i)));
    }
    return prices;
  }

  // What is not paid in its setting leaves alone what is paid only alone.
  private List<Fee> fees(Visit visit, List<Service> services) {
    List<Fee> fees = new ArrayList<>();
    for (Service service : services) {
      Question question = question(visit, service);
      boolean isPayable = oracle.isPayableAt(question, visit.site().placeOfService());
      fees.add(isPayable ? oracle.fee(question) : Fee.none(Fee.SETTING));
    }
    boolean isPaidWithAnother = false;
    for (int i = 0; i < fees.size(); i++) {
      isPaidWithAnother |=
          (fees.get(i).isPriced() || fees.get(i).reason().equals(Fee.MODIFIER))
              && !oracle.isPaidOnlyAlone(question(visit, services.get(i)));
    }
    for (int i = 0; i < fees.size(); i++) {
      if (isPaidWithAnother && oracle.isPaidOnlyAlone(question(visit, services.get(i)))) {
        fees.set(i, Fee.none(Fee.WITH_OTHERS));
      }
    }
    return fees;
  }

  private LinePrice price(Visit visit, Service service, Fee fee, Share share) {
    if (!fee.isPriced()) {
      BigDecimal plausible = Money.least(plausible(visit, service, share), service.charge());
      return new LinePrice(service, fee, share, null, null, plausible);
    }
    BigDecimal medicare = Money.least(share.of(fee), service.charge());
    BigDecimal full = full(visit, service, fee, share);
    boolean isKnown = visit.patient().payer().percent(visit.date()).isPresent();
    return new LinePrice(service, fee, share, medicare, isKnown ? full : null, full);
  }

  /** US dollars that the payer of a visit allows for a service where it makes no mistake. */
  public BigDecimal full(Visit visit, Service service, Fee fee, Share share) {
    CastPayer payer = visit.patient().payer();
    if (payer.isMedicare()) {
      return Money.least(share.of(fee), service.charge());
    }
    return Money.percent(
        share.of(fee), payer.percent(visit.date()).orElseGet(() -> undisclosed(payer, service)));
  }

  /** Medicare's fee of one unit of a line as billed, or why there is none. */
  public Fee fee(Visit visit, Service service) {
    return oracle.fee(question(visit, service));
  }

  /**
   * Medicare's fee of one unit of a line, or why there is none.
   *
   * @param basis by what it is priced
   */
  public Fee fee(Visit visit, Service service, PriceBasis basis) {
    return oracle.fee(question(visit, service, basis));
  }

  /** By what the services of a visit are priced. */
  public PriceBasis basis(Visit visit) {
    return PriceBasis.of(isFacility(visit), visit.site().site().locality(), visit.date());
  }

  private Question question(Visit visit, Service service) {
    return question(visit, service, basis(visit));
  }

  private static Question question(Visit visit, Service service, PriceBasis basis) {
    return new Question(
        service.code(), service.modifiers(), visit.site().site().carrier(), visit.date(), basis);
  }

  /**
   * Whether Medicare pays the facility rate where a visit was.
   *
   * @throws InputException if the tables lack the place of service
   */
  public boolean isFacility(Visit visit) {
    return oracle.isFacility(visit.site().placeOfService(), visit.date());
  }

  // A payer that the practice knows no percent of still has one, by code: 110 to 140.
  private static BigDecimal undisclosed(CastPayer payer, Service service) {
    int hash = Math.floorMod(service.code().hashCode() + 7 * payer.index(), 31);
    return BigDecimal.valueOf(110L + hash);
  }

  private BigDecimal plausible(Visit visit, Service service, Share share) {
    if (service.modifiers().contains("52")) {
      Fee plain = plain(visit, service);
      if (plain.isPriced()) {
        return Money.percent(share.of(plain), REDUCED);
      }
    }
    return Money.percent(service.charge(), PERCENT_OF_CHARGE);
  }

  // The fee of a service that is by report, as if it had no modifier.
  private Fee plain(Visit visit, Service service) {
    return fee(visit, service.withModifiers(List.of()));
  }
}
