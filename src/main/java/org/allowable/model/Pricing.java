package org.allowable.model;

import java.util.List;

/** Distinct services priced once each. Each table is made by the SQL file of its name. */
public final class Pricing {

  /**
   * One code that some loaded release ranks with the other procedures of its day (multiple
   * procedure indicator 1, 2 or 3).
   */
  public static final Table INT_RANKED_PROCEDURE =
      Table.of(
          "int_ranked_procedure",
          "hcpcs_code",
          """
          hcpcs_code string
          """);

  /**
   * One date on which some price rule changes. Between two of them a price does not depend on the
   * day.
   */
  public static final Table INT_PRICE_BOUNDARY =
      Table.of(
          "int_price_boundary",
          "boundary_date",
          """
          boundary_date date
          """);

  /**
   * One date of service that has to be priced, with the latest date at or before it on which a
   * price rule changed.
   */
  public static final Table INT_PRICE_PERIOD =
      Table.of(
          "int_price_period",
          "service_date",
          """
          service_date date, price_period_date date
          """);

  /**
   * One line that has to be priced, with the key of the price that it shares with every line alike.
   */
  public static final Table INT_PRICE_KEY =
      Table.of(
          "int_price_key",
          "line_key",
          """
          line_key bigint, payer string, payer_class string, scenario string,
          hcpcs_code string, hcpcs_modifier_1 string, hcpcs_modifier_2 string,
          hcpcs_modifier_3 string, hcpcs_modifier_4 string, is_facility boolean,
          carrier string, locality string, price_period_date date, apm_status string,
          unit_quantity decimal(15,3), procedure_rank int, is_rank_unknown boolean,
          price_key bigint
          """);

  /** One distinct service that must be priced, whatever the number of lines that ask for it. */
  public static final Table INT_PRICE_REQUEST =
      Table.of(
          "int_price_request",
          "price_key",
          """
          price_key bigint, scenario string, hcpcs_code string, hcpcs_modifier_1 string,
          hcpcs_modifier_2 string, hcpcs_modifier_3 string, hcpcs_modifier_4 string,
          is_facility boolean, carrier string, locality string, price_period_date date,
          apm_status string, unit_quantity decimal(15,3), procedure_rank int,
          is_rank_unknown boolean
          """);

  /**
   * One kind of release and one pricing date: the latest release of its year by then, or else the
   * earliest one after.
   */
  public static final Table INT_RELEASE_IN_FORCE =
      Table.of(
          "int_release_in_force",
          "kind, price_period_date",
          """
          kind string, price_period_date date, release string, is_later_release boolean
          """);

  /**
   * One price request: which relative value row its modifiers ask for, and whether one of them
   * changes the price by a rule not held here.
   */
  public static final Table INT_MODIFIER_SUMMARY =
      Table.of(
          "int_modifier_summary",
          "price_key",
          """
          price_key bigint, component string, has_two_components boolean,
          has_unpriced_modifier boolean, has_unknown_modifier boolean
          """);

  /**
   * One price request with its Medicare price or the reason why there is none. Units: US dollars;
   * medicare_unit_amount is one unit, medicare_allowed_amount all.
   */
  public static final Table INT_MEDICARE_PRICE =
      Table.of(
          "int_medicare_price",
          "price_key",
          """
          price_key bigint, scenario string, hcpcs_code string, hcpcs_modifier_1 string,
          hcpcs_modifier_2 string, hcpcs_modifier_3 string, hcpcs_modifier_4 string,
          is_facility boolean, carrier string, locality string, price_period_date date,
          apm_status string, unit_quantity decimal(15,3), procedure_rank int,
          is_rank_unknown boolean, pricing_status string, release string,
          is_later_release boolean, status_code string, is_setting_na boolean,
          work_rvu decimal(7,2), pe_rvu decimal(7,2), mp_rvu decimal(7,2),
          work_gpci decimal(5,3), pe_gpci decimal(5,3), mp_gpci decimal(5,3),
          conversion_factor decimal(8,4), opps_cap_amount decimal(12,2),
          medicare_unit_amount decimal(12,2), medicare_allowed_amount decimal(12,2)
          """);

  /**
   * One price key and payer: what the payer is expected to allow, by what rule, or why nothing is
   * expected. Units: US dollars.
   */
  public static final Table INT_EXPECTED_PRICE =
      Table.of(
          "int_expected_price",
          "price_key, payer",
          """
          price_key bigint, payer string, expected_status string, expected_basis string,
          expected_allowed_amount decimal(12,2)
          """);

  /** All of them, in the order in which they are made. */
  public static final List<Table> TABLES =
      List.of(
          INT_RANKED_PROCEDURE,
          INT_PRICE_BOUNDARY,
          INT_PRICE_PERIOD,
          INT_PRICE_KEY,
          INT_PRICE_REQUEST,
          INT_RELEASE_IN_FORCE,
          INT_MODIFIER_SUMMARY,
          INT_MEDICARE_PRICE,
          INT_EXPECTED_PRICE);

  private Pricing() {}
}
