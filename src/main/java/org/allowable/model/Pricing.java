package org.allowable.model;

import java.util.List;

/** Distinct services priced once each. Each table is made by the SQL file of its name. */
public final class Pricing {

  /**
   * One code and payment system whose price can depend on the other lines of its day: it ranks
   * among them, or its other side is billed beside it.
   */
  public static final Table INT_DAY_CODE =
      Table.of(
          "int_day_code",
          "payment_system, hcpcs_code",
          """
          payment_system string, hcpcs_code string, is_ranked boolean, is_paired boolean,
          is_paid_only_alone boolean
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
   * One line that has to be priced, with the key of the service that it shares with every line
   * alike, whatever else was done that day.
   */
  public static final Table INT_SERVICE_LINE =
      Table.of(
          "int_service_line",
          "line_key",
          """
          line_key bigint, day_key bigint, line_number int, payer string, payer_class string,
          contract string, hcpcs_code string, hcpcs_modifier_1 string, hcpcs_modifier_2 string, hcpcs_modifier_3 string,
          hcpcs_modifier_4 string, payment_system string, setting string, place_of_service_code string, is_facility boolean,
          carrier string, locality string, wage_index decimal(6,4), price_period_date date,
          apm_status string, participation string, credential string, unit_quantity
          decimal(15,3), given_rank int, service_key bigint
          """);

  /**
   * One line whose price depends on another line of its day, with the key that days share on which
   * the same was done in the same order, and its place among them.
   */
  public static final Table INT_DAY_LINE =
      Table.of(
          "int_day_line",
          "line_key",
          """
          line_key bigint, service_key bigint, day_service_key bigint, ordinal int
          """);

  /**
   * One line that has to be priced, with the key of the price that it shares with every line alike
   * on days alike.
   */
  public static final Table INT_PRICE_KEY =
      Table.of(
          "int_price_key",
          "line_key",
          """
          line_key bigint, payer string, payer_class string, contract string, service_key bigint,
          day_service_key bigint, ordinal int, price_key bigint
          """);

  /**
   * One line that has to be priced and that its payer denied in full: it may take no rank from
   * others of its day. None where nobody has answered.
   */
  public static final Table INT_DENIED_LINE =
      Table.of("int_denied_line", "line_key", "line_key bigint");

  /**
   * One line whose price depends on another of its day that was denied, with the key of the price
   * that it has where denied lines take no rank, and of what is left of the day.
   */
  public static final Table INT_ALLOWED_DAY_LINE =
      Table.of(
          "int_allowed_day_line",
          "line_key",
          """
          line_key bigint, service_key bigint, payer_class string, contract string,
          day_service_key bigint, ordinal int, price_key bigint
          """);

  /** One price key, payer class and contract that lines ask for, whatever their number. */
  public static final Table INT_PRICE_WANTED =
      Table.of(
          "int_price_wanted",
          "price_key, payer_class, contract",
          """
          price_key bigint, service_key bigint, day_service_key bigint, ordinal int,
          payer_class string, contract string
          """);

  /** One distinct service that must be priced, whatever the number of lines that ask for it. */
  public static final Table INT_SERVICE =
      Table.of(
          "int_service",
          "service_key",
          """
          service_key bigint, hcpcs_code string, hcpcs_modifier_1 string, hcpcs_modifier_2
          string, hcpcs_modifier_3 string, hcpcs_modifier_4 string, payment_system string,
          setting string, place_of_service_code string, is_facility boolean, carrier string, locality string, wage_index
          decimal(6,4), price_period_date date, apm_status string, participation string,
          credential string, unit_quantity decimal(15,3), given_rank int
          """);

  /**
   * One distinct service and scenario, with what the scenario asks for in place of what was billed.
   */
  public static final Table INT_SERVICE_REQUEST =
      Table.of(
          "int_service_request",
          "service_key, scenario",
          """
          service_key bigint, scenario string, hcpcs_code string, hcpcs_modifier_1 string,
          hcpcs_modifier_2 string, hcpcs_modifier_3 string, hcpcs_modifier_4 string,
          payment_system string, setting string, place_of_service_code string, is_facility boolean, carrier string, locality
          string, wage_index decimal(6,4), price_period_date date, pricing_date date,
          work_rvu_date date, asked_release string, asked_conversion_factor decimal(8,4), apm_status string,
          participation string, credential string, unit_quantity decimal(15,3), given_rank
          int, left_out_rules array<string>
          """);

  /**
   * One distinct price and scenario: a service as billed, among the other services of days alike
   * where they matter.
   */
  public static final Table INT_PRICE_REQUEST =
      Table.of(
          "int_price_request",
          "price_key, scenario",
          """
          price_key bigint, scenario string, service_key bigint, day_service_key bigint,
          ordinal int
          """);

  /**
   * One kind of release and one pricing date: the latest loaded release of its year by then, or
   * else the earliest one after, and the release that CMS has in force. Unit limits have no year:
   * the latest by then.
   */
  public static final Table INT_RELEASE_IN_FORCE =
      Table.of(
          "int_release_in_force",
          "kind, pricing_date",
          """
          kind string, pricing_date date, release string, is_later_release boolean,
          is_earlier_release boolean, release_in_force string
          """);

  /**
   * One service and scenario: what its modifiers ask for. Percents are of the fee, 100 is the
   * whole.
   */
  public static final Table INT_MODIFIER_SUMMARY =
      Table.of(
          "int_modifier_summary",
          "service_key, scenario",
          """
          service_key bigint, scenario string, component string, has_two_components boolean,
          optional_component string, is_bilateral boolean, is_multiple boolean, side string, has_both_sides boolean,
          global_part string, has_two_global_parts boolean, surgeon_role string,
          has_two_surgeon_roles boolean, surgeon_role_percent decimal(7,3),
          is_credential_in_percent boolean, is_by_report boolean, has_unpriced_modifier
          boolean, has_unknown_modifier boolean
          """);

  /**
   * One service and scenario under the physician fee schedule: the full fee of one unit, what
   * changes it, or the reason why there is none. Units: US dollars; percents of 100; exact amounts
   * are not rounded.
   */
  public static final Table INT_PROFESSIONAL_FEE =
      Table.of(
          "int_professional_fee",
          "service_key, scenario",
          """
          service_key bigint, scenario string, payment_system string, hcpcs_code string,
          component string, side string, is_multiple boolean, unit_quantity decimal(15,3),
          given_rank int, pricing_date date, pricing_status string, release string,
          is_later_release boolean, is_earlier_release boolean, release_in_force string,
          is_unit_limit_in_force boolean, status_code string, is_setting_na boolean, work_rvu
          decimal(7,2), pe_rvu decimal(7,2), mp_rvu decimal(7,2), work_gpci decimal(5,3),
          pe_gpci decimal(5,3), mp_gpci decimal(5,3), conversion_factor decimal(8,4),
          fee_amount decimal(12,2), exact_fee_amount decimal(20,9),
          exact_practice_expense_amount decimal(20,9), exact_professional_amount
          decimal(20,9), exact_technical_amount decimal(20,9), endoscopic_base_amount
          decimal(12,2), opps_cap_amount decimal(12,2), multiple_procedure_indicator string,
          imaging_family_indicator string, endoscopic_base_code string, bilateral_percent
          decimal(7,3), pair_percent decimal(7,3), modifier_percent decimal(7,3),
          credential_percent decimal(7,3), participation_percent decimal(7,3),
          limiting_charge_percent decimal(7,3)
          """);

  /**
   * One service and scenario that a facility bills: the rate of one unit at the place's wage index,
   * or the reason why there is none. Units: US dollars; percents of 100.
   */
  public static final Table INT_FACILITY_FEE =
      Table.of(
          "int_facility_fee",
          "service_key, scenario",
          """
          service_key bigint, scenario string, payment_system string, hcpcs_code string,
          component string, side string, is_multiple boolean, unit_quantity decimal(15,3),
          given_rank int, pricing_date date, pricing_status string, release string,
          is_later_release boolean, is_earlier_release boolean, release_in_force string,
          is_unit_limit_in_force boolean, status_code string, is_setting_na boolean, work_rvu
          decimal(7,2), pe_rvu decimal(7,2), mp_rvu decimal(7,2), work_gpci decimal(5,3),
          pe_gpci decimal(5,3), mp_gpci decimal(5,3), conversion_factor decimal(8,4),
          fee_amount decimal(12,2), exact_fee_amount decimal(20,9),
          exact_practice_expense_amount decimal(20,9), exact_professional_amount
          decimal(20,9), exact_technical_amount decimal(20,9), endoscopic_base_amount
          decimal(12,2), opps_cap_amount decimal(12,2), multiple_procedure_indicator string,
          imaging_family_indicator string, endoscopic_base_code string, bilateral_percent
          decimal(7,3), pair_percent decimal(7,3), modifier_percent decimal(7,3),
          credential_percent decimal(7,3), participation_percent decimal(7,3),
          limiting_charge_percent decimal(7,3)
          """);

  /**
   * One service and scenario: the full fee of one unit under the schedule that pays it, what
   * changes it, or the reason why there is none. Units: US dollars; percents of 100.
   */
  public static final Table INT_UNIT_FEE =
      Table.of(
          "int_unit_fee",
          "service_key, scenario",
          """
          service_key bigint, scenario string, payment_system string, hcpcs_code string,
          component string, side string, is_multiple boolean, unit_quantity decimal(15,3),
          given_rank int, pricing_date date, pricing_status string, release string,
          is_later_release boolean, is_earlier_release boolean, release_in_force string,
          is_unit_limit_in_force boolean, status_code string, is_setting_na boolean, work_rvu
          decimal(7,2), pe_rvu decimal(7,2), mp_rvu decimal(7,2), work_gpci decimal(5,3),
          pe_gpci decimal(5,3), mp_gpci decimal(5,3), conversion_factor decimal(8,4),
          fee_amount decimal(12,2), exact_fee_amount decimal(20,9),
          exact_practice_expense_amount decimal(20,9), exact_professional_amount
          decimal(20,9), exact_technical_amount decimal(20,9), endoscopic_base_amount
          decimal(12,2), opps_cap_amount decimal(12,2), multiple_procedure_indicator string,
          imaging_family_indicator string, endoscopic_base_code string, bilateral_percent
          decimal(7,3), pair_percent decimal(7,3), modifier_percent decimal(7,3),
          credential_percent decimal(7,3), participation_percent decimal(7,3),
          limiting_charge_percent decimal(7,3)
          """);

  /**
   * One price request of a service that the physician fee schedule pays only alone, on a day on
   * which it pays something else.
   */
  public static final Table INT_PAID_WITH_OTHERS =
      Table.of("int_paid_with_others", "price_key, scenario", "price_key bigint, scenario string");

  /**
   * One price request that has a fee or, by report, will have one, with what the other lines of its
   * day make of it before any ranking: the second of two sides, a member of an endoscopic family.
   * Units: US dollars; percents of 100.
   */
  public static final Table INT_DAY_PROCEDURE =
      Table.of(
          "int_day_procedure",
          "price_key, scenario",
          """
          price_key bigint, scenario string, day_service_key bigint, is_beside_others boolean, ordinal int,
          payment_system string, hcpcs_code string, pricing_date date,
          multiple_procedure_indicator string, imaging_family_indicator string, procedure_name
          string, procedure_ordinal int, is_one_of_two_sides boolean, is_of_family boolean, side_percent decimal(7,3), endoscopic_reduction_amount
          decimal(12,2), unit_quantity decimal(15,3), rank_count int, given_rank int,
          fee_amount decimal(12,2), bilateral_percent decimal(7,3), exact_fee_amount
          decimal(20,9), exact_practice_expense_amount decimal(20,9),
          exact_professional_amount decimal(20,9), exact_technical_amount decimal(20,9)
          """);

  /**
   * One price request and part of its fee that ranks with others of its day: where it ranks and
   * what is left of its units. Units: US dollars; a procedure of several units takes as many ranks.
   */
  public static final Table INT_PROCEDURE_RANK =
      Table.of(
          "int_procedure_rank",
          "price_key, scenario, part",
          """
          price_key bigint, scenario string, part string, ladder string, procedure_rank int,
          procedure_count int, is_by_report boolean, counted_unit_quantity decimal(15,5),
          reduction_amount decimal(16,6), rank_steps string
          """);

  /**
   * One price request with its Medicare price, step by step, or the reason why there is none.
   * Units: US dollars; percents of 100; fee_amount is one unit, medicare_fee_amount the whole line
   * before the charge is looked at.
   */
  public static final Table INT_MEDICARE_PRICE =
      Table.of(
          "int_medicare_price",
          "price_key, scenario",
          """
          price_key bigint, scenario string, service_key bigint, payment_system string,
          hcpcs_code string, component string, unit_quantity decimal(15,3), pricing_date date,
          pricing_status string, release string, is_later_release boolean, is_earlier_release
          boolean, release_in_force string, is_unit_limit_in_force boolean, status_code string,
          is_setting_na boolean, work_rvu decimal(7,2), pe_rvu decimal(7,2), mp_rvu
          decimal(7,2), work_gpci decimal(5,3), pe_gpci decimal(5,3), mp_gpci decimal(5,3),
          conversion_factor decimal(8,4), fee_amount decimal(12,2), bilateral_percent
          decimal(7,3), side_percent decimal(7,3), endoscopic_reduction_amount decimal(12,2),
          multiple_procedure_indicator string, procedure_rank int, professional_rank int,
          counted_unit_quantity decimal(15,5), rank_reduction_amount decimal(18,6), rank_steps string,
          modifier_percent decimal(7,3), credential_percent decimal(7,3),
          participation_percent decimal(7,3), opps_cap_amount decimal(12,2),
          medicare_fee_amount decimal(12,2), limiting_charge_amount decimal(12,2)
          """);

  /**
   * One price key as billed: how often the code's work RVU counts by the practice's conventions.
   * Units: units of service; null where they are not known.
   */
  public static final Table INT_WORK_QUANTITY =
      Table.of(
          "int_work_quantity",
          "price_key",
          "price_key bigint, work_quantity decimal(18,6), is_denied_counted boolean");

  /**
   * One price key, payer class and contract: what is expected to be allowed before the charge is
   * looked at, by what rule, or why nothing is expected. Units: US dollars; percents of 100. A
   * percent of the charge has no amount until it meets a line. {@code lesser_of} says over what the
   * charge is the price where it is less: line, claim or none.
   */
  public static final Table INT_EXPECTED_PRICE =
      Table.of(
          "int_expected_price",
          "price_key, payer_class, contract",
          """
          price_key bigint, payer_class string, contract string, expected_status string,
          expected_basis string, expected_allowed_amount decimal(12,2),
          charge_percent decimal(12,6), lesser_of string
          """);

  /** All of them, in the order in which they are made. */
  public static final List<Table> TABLES =
      List.of(
          INT_DAY_CODE,
          INT_PRICE_BOUNDARY,
          INT_PRICE_PERIOD,
          INT_SERVICE_LINE,
          INT_DAY_LINE,
          INT_PRICE_KEY,
          INT_DENIED_LINE,
          INT_ALLOWED_DAY_LINE,
          INT_PRICE_WANTED,
          INT_SERVICE,
          INT_SERVICE_REQUEST,
          INT_PRICE_REQUEST,
          INT_RELEASE_IN_FORCE,
          INT_MODIFIER_SUMMARY,
          INT_PROFESSIONAL_FEE,
          INT_FACILITY_FEE,
          INT_UNIT_FEE,
          INT_PAID_WITH_OTHERS,
          INT_DAY_PROCEDURE,
          INT_PROCEDURE_RANK,
          INT_MEDICARE_PRICE,
          INT_EXPECTED_PRICE,
          INT_WORK_QUANTITY);

  private Pricing() {}
}
