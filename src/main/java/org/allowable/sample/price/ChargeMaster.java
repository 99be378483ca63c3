package org.allowable.sample.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.allowable.config.Practice.Site;
import org.allowable.sample.practice.Charges;
import org.allowable.sample.practice.ServiceCatalog;
import org.allowable.sample.price.FeeOracle.Question;

/** What the practice charges: one amount per code, a multiple of an office fee, in whole $5. */
public final class ChargeMaster implements Charges {

  // Above what any payer of the sample allows, so that no payer pays the charge instead.
  private static final BigDecimal MULTIPLE = new BigDecimal("3.5");
  private static final BigDecimal STEP = new BigDecimal("5.00");
  private static final BigDecimal WITHOUT_FEE = new BigDecimal("450.00");
  private static final BigDecimal DRUG_UNIT = new BigDecimal("6.00");

  private final FeeOracle oracle;
  private final Site site;
  private final LocalDate date;
  private final Map<String, BigDecimal> charges = new HashMap<>();

  /**
   * A charge master set on a day.
   *
   * @param site whose locality the fees are of
   */
  public ChargeMaster(FeeOracle oracle, Site site, LocalDate date) {
    this.oracle = oracle;
    this.site = site;
    this.date = date;
  }

  @Override
  public BigDecimal charge(String code, List<String> modifiers, int units) {
    boolean isProfessionalPart = modifiers.contains("26");
    BigDecimal unit =
        charges.computeIfAbsent(
            isProfessionalPart ? code + "26" : code,
            key -> unit(code, isProfessionalPart ? List.of("26") : List.of()));
    return unit.multiply(BigDecimal.valueOf(units));
  }

  private BigDecimal unit(String code, List<String> modifiers) {
    if (ServiceCatalog.isDrug(code)) {
      return DRUG_UNIT;
    }
    Fee fee =
        oracle.fee(
            new Question(
                code,
                modifiers,
                site.carrier(),
                date,
                PriceBasis.of(false, site.locality(), date)));
    if (!fee.isPriced()) {
      return WITHOUT_FEE;
    }
    return fee.price()
        .multiply(MULTIPLE)
        .divide(STEP, 0, RoundingMode.CEILING)
        .multiply(STEP)
        .setScale(2);
  }
}
