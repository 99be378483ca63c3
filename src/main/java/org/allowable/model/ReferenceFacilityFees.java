package org.allowable.model;

/**
 * What CMS publishes for surgery centers and outpatient hospitals.
 *
 * @see Reference
 */
public final class ReferenceFacilityFees {

  /**
   * Medicare's facility rate in an ambulatory surgical center, US dollars, national, by code. A
   * packaged code has no amount. The device amount is the part of the outpatient rate that pays for
   * the device; null where addendum FF was not at hand or has none. Source: CMS ASC addenda AA
   * (procedures), BB (ancillary services) and FF.
   */
  public static final Table ASC_PAYMENT =
      Table.of(
          "asc_payment",
          "release, hcpcs_code, addendum",
          """
          release string not null, effective_from_date date not null,
          hcpcs_code string not null, addendum string not null,
          is_multiple_procedure_discounted boolean not null,
          payment_indicator string not null, payment_weight decimal(12,4),
          payment_amount decimal(12,2), device_amount decimal(12,2)
          """
              + Reference.SOURCE_FILE);

  /** Surgical procedures that Medicare does not pay in an ASC. Source: CMS ASC addendum EE. */
  public static final Table ASC_EXCLUDED =
      Table.of(
          "asc_excluded",
          "release, hcpcs_code",
          """
          release string not null, effective_from_date date not null, hcpcs_code string not null
          """
              + Reference.SOURCE_FILE);

  /**
   * Medicare's rate in a hospital outpatient department, US dollars, national, by code; an amount
   * is null where the status indicator pays none. CMS gives drugs a third decimal. Source: CMS OPPS
   * addendum B.
   */
  public static final Table OPPS_PAYMENT =
      Table.of(
          "opps_payment",
          "release, hcpcs_code",
          """
          release string not null, effective_from_date date not null,
          hcpcs_code string not null, status_indicator string not null, apc string,
          relative_weight decimal(12,4), payment_amount decimal(12,3),
          national_copayment_amount decimal(12,2), minimum_copayment_amount decimal(12,2)
          """
              + Reference.SOURCE_FILE);

  /** The wage index of a core-based statistical area, or of a state's rural area. */
  public static final Table WAGE_INDEX =
      Table.of(
          "wage_index",
          "cbsa, effective_from_date",
          """
          cbsa string not null, effective_from_date date not null, effective_to_date date,
          wage_index decimal(6,4) not null
          """
              + Reference.SOURCE_FILE);

  /** How much of a facility's rate follows the wage index, in percent. */
  public static final Table PAYMENT_SYSTEM_RULE =
      Table.of(
          "payment_system_rule",
          "payment_system, effective_from_date",
          """
          payment_system string not null,
          labor_percent decimal(7,3) not null,
          effective_from_date date not null,
          effective_to_date date
          """
              + Reference.SOURCE);

  /**
   * What a payment or status indicator of a facility's addendum means for pricing; {@code
   * is_device_apart} says that the device's part of the rate does not follow the wage index.
   */
  public static final Table FACILITY_STATUS =
      Table.of(
          "facility_status",
          "payment_system, indicator",
          """
          payment_system string not null,
          indicator string not null,
          pricing_status string not null,
          is_device_apart boolean not null,
          label string not null
          """
              + Reference.SOURCE);

  private ReferenceFacilityFees() {}
}
