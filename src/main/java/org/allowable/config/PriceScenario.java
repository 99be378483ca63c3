package org.allowable.config;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.allowable.config.Practice.ApmStatus;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for in place of what was billed. A null leaves what was billed.
 *
 * @param name of the scenario, as results carry it
 * @param description in the user's words
 * @param release relative values of this release, such as 2023D; also the day of every dated rule
 *     where {@code pricingDate} is null
 * @param pricingDate the day of every dated rule
 * @param carrier Medicare contractor number of the payment locality
 * @param locality payment locality of that contractor
 * @param setting the rate of this setting
 * @param conversionFactor US dollars per relative value unit
 * @param apmStatus participation in an advanced payment model
 * @param without rules that are not applied
 * @param workRvuDate the day whose work RVUs hold, all else as it is
 * @param qpConversionFactor in place of {@code conversionFactor} for qualifying APM participants
 */
public record PriceScenario(
    String name,
    @Nullable String description,
    @Nullable String release,
    @Nullable LocalDate pricingDate,
    @Nullable String carrier,
    @Nullable String locality,
    @Nullable RateSetting setting,
    @Nullable BigDecimal conversionFactor,
    @Nullable ApmStatus apmStatus,
    @Nullable List<Rule> without,
    @Nullable LocalDate workRvuDate,
    @Nullable BigDecimal qpConversionFactor) {

  /** Which of the two practice expenses counts. */
  public enum RateSetting {
    FACILITY,
    NON_FACILITY
  }

  /** A rule that a scenario can leave out. */
  public enum Rule {
    MULTIPLE_PROCEDURES,
    BILATERAL,
    MODIFIERS,
    CREDENTIAL,
    PARTICIPATION,
    OPPS_CAP,
    UNIT_LIMIT,
    PAYABLE_SETTING,
    PAID_ONLY_ALONE,
    /** The floor under the work index. */
    WORK_FLOOR
  }

  /** Copies the list, and describes a scenario by its name where nothing else does. */
  public PriceScenario {
    description = description == null ? name : description;
    without = without == null ? List.of() : List.copyOf(without);
  }

  /** A scenario that changes nothing. */
  public static PriceScenario asBilled(String name) {
    return new PriceScenario(
        name, "As billed", null, null, null, null, null, null, null, null, null, null);
  }

  /** The same without one rule. */
  public PriceScenario without(Rule rule) {
    return new PriceScenario(
        name,
        description,
        release,
        pricingDate,
        carrier,
        locality,
        setting,
        conversionFactor,
        apmStatus,
        List.of(rule),
        workRvuDate,
        qpConversionFactor);
  }

  /** The same with every dated rule as it is on a day. */
  public PriceScenario on(LocalDate day) {
    return new PriceScenario(
        name,
        description,
        release,
        day,
        carrier,
        locality,
        setting,
        conversionFactor,
        apmStatus,
        without,
        workRvuDate,
        qpConversionFactor);
  }

  /** The same with the work RVUs alone of a day. */
  public PriceScenario withWorkRvusOf(LocalDate day) {
    return new PriceScenario(
        name,
        description,
        release,
        pricingDate,
        carrier,
        locality,
        setting,
        conversionFactor,
        apmStatus,
        without,
        day,
        qpConversionFactor);
  }
}
