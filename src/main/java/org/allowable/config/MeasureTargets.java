package org.allowable.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a practice holds its measures against: days, or rates of 0..1. A measure of which nothing is
 * said has no target.
 */
public record MeasureTargets(
    @Nullable BigDecimal netDaysInAr,
    @Nullable BigDecimal grossDaysInAr,
    @JsonProperty("ar_over_90_days") @Nullable BigDecimal arOver90Days,
    @JsonProperty("ar_over_120_days") @Nullable BigDecimal arOver120Days,
    @Nullable BigDecimal insuranceNetCollectionRate,
    @Nullable BigDecimal netCollectionRate,
    @Nullable BigDecimal cleanClaimRate,
    @Nullable BigDecimal firstPassYield,
    @Nullable BigDecimal initialDenialRate,
    @Nullable BigDecimal initialDenialRateCharges,
    @Nullable BigDecimal finalDenialRate,
    @Nullable BigDecimal medianDaysToPay,
    @JsonProperty("days_to_pay_90th_percentile") @Nullable BigDecimal daysToPay90thPercentile,
    @Nullable BigDecimal chargeLag) {

  /** No targets. */
  public static final MeasureTargets NONE =
      new MeasureTargets(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null);

  /** The rates that are said, 0..1, by the measure's key in the practice file. */
  public Map<String, BigDecimal> rates() {
    Map<String, BigDecimal> rates = new LinkedHashMap<>();
    add(rates, "ar_over_90_days", arOver90Days);
    add(rates, "ar_over_120_days", arOver120Days);
    add(rates, "insurance_net_collection_rate", insuranceNetCollectionRate);
    add(rates, "net_collection_rate", netCollectionRate);
    add(rates, "clean_claim_rate", cleanClaimRate);
    add(rates, "first_pass_yield", firstPassYield);
    add(rates, "initial_denial_rate", initialDenialRate);
    add(rates, "initial_denial_rate_charges", initialDenialRateCharges);
    add(rates, "final_denial_rate", finalDenialRate);
    return rates;
  }

  /** The days that are said, by the measure's key in the practice file. */
  public Map<String, BigDecimal> days() {
    Map<String, BigDecimal> days = new LinkedHashMap<>();
    add(days, "net_days_in_ar", netDaysInAr);
    add(days, "gross_days_in_ar", grossDaysInAr);
    add(days, "median_days_to_pay", medianDaysToPay);
    add(days, "days_to_pay_90th_percentile", daysToPay90thPercentile);
    add(days, "charge_lag", chargeLag);
    return days;
  }

  private static void add(
      Map<String, BigDecimal> targets, String measure, @Nullable BigDecimal target) {
    if (target != null) {
      targets.put(measure, target);
    }
  }
}
