package org.allowable.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.allowable.config.Practice.Site;
import org.allowable.sample.FeeOracle.Question;
import org.allowable.sample.SamplePractice.CastPayer;
import org.allowable.sample.Visit.Service;

/**
 * Prices lines: Medicare's price of a unit times units, and of that the payer's percent, rounded
 * half up to cents.
 */
final class Pricer {

  // What payers allow where no fee schedule says so; of the charge.
  private static final BigDecimal PERCENT_OF_CHARGE = BigDecimal.valueOf(30);
  private static final BigDecimal REDUCED = BigDecimal.valueOf(60);

  private final FeeOracle oracle;

  Pricer(FeeOracle oracle) {
    this.oracle = oracle;
  }

  /** The price of a line. */
  LinePrice price(Visit visit, Service service) {
    Fee fee = oracle.fee(question(visit, service));
    CastPayer payer = visit.patient().payer();
    if (!fee.isPriced()) {
      return new LinePrice(service, fee, null, null, plausible(visit, service));
    }
    BigDecimal medicare = fee.priceOf(service.units());
    Optional<BigDecimal> percent = payer.percent(visit.date());
    BigDecimal full = Money.percent(medicare, percent.orElseGet(() -> undisclosed(payer, service)));
    return new LinePrice(service, fee, medicare, percent.isPresent() ? full : null, full);
  }

  /** The question that prices one unit of a line as billed. */
  Question question(Visit visit, Service service) {
    LocalDate date = visit.date();
    return question(visit, service, isFacility(visit), date);
  }

  /** The same with another rate or another day's conversion factor. */
  Question question(Visit visit, Service service, boolean isFacility, LocalDate factorDate) {
    Site site = visit.site().site();
    return new Question(
        service.code(),
        service.modifiers(),
        site.carrier(),
        site.locality(),
        isFacility,
        visit.date(),
        factorDate);
  }

  boolean isFacility(Visit visit) {
    return oracle.isFacility(visit.site().placeOfService(), visit.date());
  }

  // A payer that the practice knows no percent of still has one, by code: 110 to 140.
  private static BigDecimal undisclosed(CastPayer payer, Service service) {
    int hash = Math.floorMod(service.code().hashCode() + 7 * payer.index(), 31);
    return BigDecimal.valueOf(110L + hash);
  }

  private BigDecimal plausible(Visit visit, Service service) {
    BigDecimal share = null;
    if (service.modifiers().contains("52")) {
      share = REDUCED;
    }
    if (share != null) {
      Fee plain = oracle.fee(question(visit, service.withModifiers(List.of())));
      if (plain.isPriced()) {
        return Money.percent(plain.priceOf(service.units()), share);
      }
    }
    return Money.percent(service.charge(), PERCENT_OF_CHARGE);
  }
}
