package org.allowable.model;

import java.util.List;

/**
 * What was agreed with payers, as prices of distinct services. Each table is made by the SQL file
 * of its name.
 */
public final class ContractPricing {

  private static final String RATE =
      """
      method string, basis string, source_file string, source_line int,
      medicare_scenario string,\s
      """;

  /** One payer identifier, payer name and claim filing indicator as claims carry them together. */
  public static final Table INT_PAYER_PRODUCT =
      Table.of(
          "int_payer_product",
          "payer_id, payer_name, claim_filing_indicator_code",
          "payer_id string, payer_name string, claim_filing_indicator_code string");

  /**
   * One payer identifier, payer name and claim filing indicator as claims carry them, and the first
   * day of a contract that holds for them, with its last.
   */
  public static final Table INT_PAYER_CONTRACT =
      Table.of(
          "int_payer_contract",
          "payer_id, payer_name, claim_filing_indicator_code, effective_from_date",
          """
          payer_id string, payer_name string, claim_filing_indicator_code string,
          effective_from_date date, effective_to_date date, contract string
          """);

  /**
   * One price key and contract: those that lines ask for, and whatever else was done on days alike,
   * which ranks beside them.
   */
  public static final Table INT_CONTRACT_REQUEST =
      Table.of(
          "int_contract_request",
          "price_key, contract",
          """
          price_key bigint, contract string, service_key bigint, day_service_key bigint,
          is_beside_others boolean, ordinal int
          """);

  /**
   * One service and contract that has a term for it: the first term in rank that gives a rate, or
   * else the percent of Medicare that gives none, with what the contract makes of modifiers,
   * credential and date. Units: US dollars a unit; percents of 100.
   */
  public static final Table INT_CONTRACT_TERM =
      Table.of(
          "int_contract_term",
          "service_key, contract",
          """
          service_key bigint, contract string, term_rank int, method string,
          percent decimal(7,3), rate_amount decimal(12,2), medicare_scenario string,
          is_reduced boolean, basis string, source_file string, source_line int,
          escalator_factor decimal(12,8), both_sides_percent decimal(7,3),
          is_both_sides_in_rate boolean, modifier_percent decimal(16,6),
          is_modifier_in_rate boolean, credential_percent decimal(7,3),
          modifier_status string
          """);

  /**
   * One price key and contract: the rate of one unit and what changes it before several procedures
   * of a day are looked at, or the reason why there is none. Units: US dollars; percents of 100.
   */
  public static final Table INT_CONTRACT_BASE =
      Table.of(
          "int_contract_base",
          "price_key, contract",
          """
          price_key bigint, contract string, day_service_key bigint, ordinal int,
          hcpcs_code string, lesser_of string, base_status string,\s
          """
              + RATE
              + """
              percent decimal(7,3), base_amount decimal(12,2), escalator_factor decimal(12,8),
              unit_quantity decimal(15,3), is_multiple boolean, is_reduced_as_medicare boolean,
              is_reduced_by_contract boolean, is_both_sides_by_contract boolean,
              bilateral_percent decimal(7,3), side_percent decimal(7,3),
              modifier_percent decimal(16,6), credential_percent decimal(7,3),
              medicare_modifier_percent decimal(7,3), medicare_credential_percent decimal(7,3),
              participation_percent decimal(7,3), fee_amount decimal(12,2),
              medicare_fee_amount decimal(12,2), opps_cap_amount decimal(12,2),
              medicare_rank int, counted_unit_quantity decimal(15,5),
              rank_reduction_amount decimal(18,6), endoscopic_reduction_amount decimal(12,2)
              """);

  /**
   * One price key under a contract with a ladder of its own: its rank by the contract's own amounts
   * among the procedures of its day that Medicare ranks too, and what is left of its units.
   */
  public static final Table INT_CONTRACT_RANK =
      Table.of(
          "int_contract_rank",
          "price_key, contract",
          """
          price_key bigint, contract string, procedure_rank int, procedure_count int,
          counted_unit_quantity decimal(15,5)
          """);

  /**
   * One price key and contract with the price that was agreed, step by step, or the reason why
   * there is none. Units: US dollars; percents of 100; {@code base_amount} is one unit, {@code
   * contract_amount} the whole line before the charge is looked at; a percent of the charge has no
   * amount until it meets a line, only {@code charge_percent}.
   */
  public static final Table INT_CONTRACT_PRICE =
      Table.of(
          "int_contract_price",
          "price_key, contract",
          "price_key bigint, contract string, contract_status string, "
              + RATE
              + """
              lesser_of string, percent decimal(7,3), base_amount decimal(12,2),
              escalator_factor decimal(12,8), bilateral_percent decimal(7,3),
              side_percent decimal(7,3), modifier_percent decimal(16,6),
              credential_percent decimal(7,3), procedure_rank int,
              counted_unit_quantity decimal(15,5), medicare_line_amount decimal(12,2),
              contract_amount decimal(12,2), charge_percent decimal(12,6)
              """);

  /**
   * One claim and contract that compares the claim's charges with the sum of its prices, where the
   * charges are less: each of its lines is then expected at its charge.
   */
  public static final Table INT_CLAIM_CHARGE_LIMIT =
      Table.of(
          "int_claim_charge_limit",
          "submission_id, contract",
          "submission_id string, contract string");

  /**
   * One canary claim line, in the order of its file: what must be allowed, what the contract's
   * terms make of it, and the difference. Units: US dollars.
   */
  public static final Table MART_CANARY =
      Table.of(
          "mart_canary",
          "canary_number",
          """
          canary_number int, source_file string, source_line int, contract string,
          hcpcs_code string, expected_allowed_amount decimal(12,2), contract_status string,
          basis string, found_allowed_amount decimal(12,2), difference_amount decimal(12,2),
          is_met boolean
          """);

  /**
   * One line of the months that are looked at, with the term that prices it or the reason why none
   * does. Units: US dollars; the price before the charge is looked at.
   */
  public static final Table INT_CONTRACT_LINE =
      Table.of(
          "int_contract_line",
          "claim_line_key",
          """
          claim_line_key bigint, payer string, contract string, hcpcs_code string,
          charge_amount decimal(12,2), medicare_fee_amount decimal(12,2),
          contract_status string, basis string, source_file string, source_line int,
          contract_amount decimal(12,2)
          """);

  /**
   * One contract and term that priced lines, the largest first. Units: US dollars; Medicare's
   * dollars are of the lines that Medicare prices too, and {@code contract_medicare_amount} is the
   * contract's for the same lines.
   */
  public static final Table MART_CONTRACT_COVERAGE =
      Table.of(
          "mart_contract_coverage",
          "contract, basis, source_file, source_line",
          """
          contract string, basis string, source_file string, source_line int, line_count bigint,
          charge_amount decimal(22,2), contract_amount decimal(22,2),
          medicare_amount decimal(22,2), contract_medicare_amount decimal(22,2)
          """);

  /**
   * One payer, contract, reason and code without a price, the largest charges first; without a
   * contract all codes together. Units: US dollars.
   */
  public static final Table MART_CONTRACT_GAP =
      Table.of(
          "mart_contract_gap",
          "payer, contract, contract_status, hcpcs_code",
          """
          payer string, contract string, contract_status string, hcpcs_code string,
          line_count bigint, charge_amount decimal(22,2), medicare_amount decimal(22,2)
          """);

  /** All of them, in the order in which they are made. */
  public static final List<Table> TABLES =
      List.of(
          INT_PAYER_PRODUCT,
          INT_PAYER_CONTRACT,
          INT_CONTRACT_REQUEST,
          INT_CONTRACT_TERM,
          INT_CONTRACT_BASE,
          INT_CONTRACT_RANK,
          INT_CONTRACT_PRICE,
          INT_CLAIM_CHARGE_LIMIT,
          MART_CANARY,
          INT_CONTRACT_LINE,
          MART_CONTRACT_COVERAGE,
          MART_CONTRACT_GAP);

  private ContractPricing() {}
}
