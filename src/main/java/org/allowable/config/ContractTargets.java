package org.allowable.config;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.allowable.config.Practice.PayerClass;
import org.jspecify.annotations.Nullable;

/**
 * What the contract comparison aims at, in percent of Medicare, by payer class. A class of which
 * nothing is said has no target; Medicare and Medicaid cannot have one, because the law sets their
 * rates.
 */
public record ContractTargets(
    @Nullable BigDecimal commercial,
    @Nullable BigDecimal medicareAdvantage,
    @Nullable BigDecimal workersCompensation,
    @Nullable BigDecimal other) {

  // Below it stands 1.6 written for 160, or a slip of the keyboard.
  private static final BigDecimal LEAST_PERCENT = BigDecimal.TEN;
  private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(1000);

  // Medicare pays such a plan about what it spends itself: twice that is another class's target.
  private static final BigDecimal TWICE_MEDICARE = BigDecimal.valueOf(200);

  // A multiple has four decimals, so a percent has two.
  private static final int DECIMALS = 2;

  /** What holds where neither the practice file nor the command says anything. */
  public static final ContractTargets USUAL = general(BigDecimal.valueOf(200));

  /** One percent for every class whose rates are negotiated freely: not Medicare Advantage. */
  public static ContractTargets general(BigDecimal percent) {
    return new ContractTargets(percent, null, percent, percent);
  }

  /** The percents that are said, by class. */
  public Map<PayerClass, BigDecimal> percents() {
    Map<PayerClass, BigDecimal> percents = new LinkedHashMap<>();
    add(percents, PayerClass.COMMERCIAL, commercial);
    add(percents, PayerClass.MEDICARE_ADVANTAGE, medicareAdvantage);
    add(percents, PayerClass.WORKERS_COMPENSATION, workersCompensation);
    add(percents, PayerClass.OTHER, other);
    return percents;
  }

  /** These, and where they say nothing, others. */
  public ContractTargets orElse(ContractTargets others) {
    return new ContractTargets(
        commercial == null ? others.commercial : commercial,
        medicareAdvantage == null ? others.medicareAdvantage : medicareAdvantage,
        workersCompensation == null ? others.workersCompensation : workersCompensation,
        other == null ? others.other : other);
  }

  /**
   * What is wrong with a class's percent, as a sentence without its beginning; empty if nothing.
   */
  public static String fault(PayerClass payerClass, BigDecimal percent) {
    if (percent.compareTo(LEAST_PERCENT) < 0
        || percent.compareTo(MOST_PERCENT) > 0
        || DecimalPlaces.isMoreThan(DECIMALS, percent)) {
      return "%s. Write 160 for 160 percent of Medicare, with at most two decimals."
          .formatted(DecimalPlaces.inWords(percent));
    }
    if (payerClass == PayerClass.MEDICARE_ADVANTAGE && percent.compareTo(TWICE_MEDICARE) >= 0) {
      return "%s. Medicare Advantage plans pay near Medicare's rates: write less than 200, such as 105."
          .formatted(DecimalPlaces.inWords(percent));
    }
    return "";
  }

  private static void add(
      Map<PayerClass, BigDecimal> percents, PayerClass payerClass, @Nullable BigDecimal percent) {
    if (percent != null) {
      percents.put(payerClass, percent);
    }
  }
}
