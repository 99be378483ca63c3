package org.allowable.contract.inference;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A Medicare that percents may be of.
 *
 * @param scenario under which the pricing tables know it
 * @param year whose fees of January 1 hold; null for those of the date of service
 * @param isNonFacility whether the non-facility rate holds in every setting
 * @param isReduced whether several procedures of a day are reduced as Medicare reduces them
 * @param conversionFactor US dollars per relative value unit, in place of Medicare's; null for that
 */
public record RateBasis(
    String scenario,
    @Nullable Integer year,
    boolean isNonFacility,
    boolean isReduced,
    @Nullable BigDecimal conversionFactor) {

  /** Medicare with its own conversion factor. */
  public RateBasis(
      String scenario, @Nullable Integer year, boolean isNonFacility, boolean isReduced) {
    this(scenario, year, isNonFacility, isReduced, null);
  }

  /** The same with a conversion factor of the contract's own. */
  public RateBasis with(BigDecimal factor) {
    return new RateBasis(scenario, year, isNonFacility, isReduced, factor.stripTrailingZeros());
  }

  /** Whether both have the same fee in the service's own setting, whatever they reduce. */
  boolean isSameFee(RateBasis other) {
    return fee().equals(other.fee());
  }

  private RateBasis fee() {
    return new RateBasis("", year, false, false, conversionFactor);
  }

  /** Whether it is what Medicare pays on the day and where the service was given. */
  boolean isCurrent() {
    return year == null && !isNonFacility && conversionFactor == null;
  }
}
