package org.allowable.model;

import java.util.List;

/**
 * Multiples of Medicare, proposals and leaks. Each table is made by the SQL file of its name under
 * {@code jobs/report/contract-comparison}.
 */
public final class ContractComparison {

  /**
   * One current claim line of the period, and whether it can be compared with Medicare, or why not.
   * Units: US dollars.
   */
  public static final Table INT_HISTORY_LINE =
      Table.of(
          "int_history_line",
          "claim_line_key",
          """
          claim_line_key bigint, price_key bigint, payer string, payer_class string, contract
          string, setting string, hcpcs_code string, family string, modifiers string,
          service_month string, service_unit_quantity decimal(15,3), charge_amount
          decimal(12,2), allowed_amount decimal(12,2), medicare_fee_amount decimal(12,2),
          expected_allowed_amount decimal(12,2), expected_status string, work_rvu
          decimal(14,2), comparison_status string
          """);

  /**
   * One payer, price, charge and allowed amount of the lines that can be compared, whatever their
   * number: what-ifs price this, not lines. Units: US dollars; amounts are of one line, unless they
   * are totals.
   */
  public static final Table INT_VOLUME =
      Table.of(
          "int_volume",
          "payer, contract, price_key, modifiers, charge_amount, allowed_amount, expected_allowed_amount",
          """
          payer string, payer_class string, contract string, price_key bigint, hcpcs_code
          string, family string, setting string, modifiers string, charge_amount
          decimal(12,2), allowed_amount decimal(12,2), medicare_fee_amount decimal(12,2),
          expected_allowed_amount decimal(12,2), expected_status string, first_month string,
          last_month string, line_count bigint, unit_quantity decimal(18,3), work_rvu
          decimal(18,2), charge_total decimal(18,2), allowed_total decimal(18,2),
          medicare_total decimal(18,2), multiple decimal(18,10)
          """);

  /**
   * One row of {@link #INT_VOLUME}, beside the term that prices it and whether the payer still pays
   * by the term or increase before. Units: US dollars; amounts are of one line.
   */
  public static final Table INT_CONTRACT_VOLUME =
      Table.of(
          "int_contract_volume",
          "payer, contract, price_key, modifiers, charge_amount, allowed_amount, expected_allowed_amount",
          """
          payer string, payer_class string, contract string, price_key bigint, hcpcs_code
          string, setting string, modifiers string, charge_amount decimal(12,2),
          allowed_amount decimal(12,2), medicare_fee_amount decimal(12,2),
          expected_allowed_amount decimal(12,2), expected_status string, line_count bigint,
          basis string, source_name string, source_line int, contract_amount decimal(12,2),
          is_at_earlier_rate boolean
          """);

  /**
   * One payer, and of its lines all, one setting, one code family, one code, or one code in one
   * setting. Units: US dollars; multiples are shares of Medicare (1 is Medicare), weighted by
   * Medicare dollars; quartiles are of lines.
   */
  public static final Table INT_MULTIPLE =
      Table.of(
          "int_multiple",
          "payer, level, setting, family, hcpcs_code",
          """
          payer string, level string, setting string, family string, hcpcs_code string,
          line_count bigint, unit_quantity decimal(18,3), charge_amount decimal(18,2),
          allowed_amount decimal(18,2), medicare_amount decimal(18,2), multiple decimal(18,10),
          first_quartile decimal(18,10), median decimal(18,10), third_quartile decimal(18,10),
          work_rvu decimal(18,2), allowed_per_work_rvu decimal(12,2)
          """);

  /** One group of {@link #INT_MULTIPLE}: the quartiles of its lines. */
  public static final Table INT_MULTIPLE_QUARTILE =
      Table.of(
          "int_multiple_quartile",
          "payer, level, setting, family, hcpcs_code",
          """
          payer string, level string, setting string, family string, hcpcs_code string,
          first_quartile decimal(18,10), median decimal(18,10), third_quartile decimal(18,10)
          """);

  /**
   * One payer: its multiple at the practice's own mix of codes and settings, so that two payers
   * differ by rate alone. Units: shares; covered_share is how much of the practice's Medicare
   * dollars the payer's codes make up.
   */
  public static final Table INT_PRICE_INDEX =
      Table.of(
          "int_price_index",
          "payer",
          """
          payer string, fixed_mix_index decimal(18,10), covered_share decimal(18,10)
          """);

  /**
   * One payer, code and setting: the multiple most of its lines have, and the next that is a step
   * or more away. Units: lines, shares of Medicare in steps of one point.
   */
  public static final Table INT_RATE_CLUSTER =
      Table.of(
          "int_rate_cluster",
          "payer, hcpcs_code, setting",
          """
          payer string, hcpcs_code string, setting string, line_count bigint, main_multiple
          decimal(7,2), main_line_count bigint, main_share decimal(18,10), other_multiple
          decimal(7,2), other_line_count bigint, other_share decimal(18,10), other_first_month
          string, other_last_month string
          """);

  /**
   * One proposal and one payer, price, charge and allowed amount of its lines: what the proposal
   * allows a line, or why it gives no price. Units: US dollars; amounts are of one line, unless
   * they are totals.
   */
  public static final Table INT_PROPOSAL_VALUE =
      Table.of(
          "int_proposal_value",
          "proposal, payer, price_key, charge_amount, allowed_amount",
          """
          proposal string, payer string, price_key bigint, hcpcs_code string, family string,
          setting string, charge_amount decimal(12,2), allowed_amount decimal(12,2),
          line_count bigint, unit_quantity decimal(18,3), work_rvu decimal(18,2), charge_total
          decimal(18,2), allowed_total decimal(18,2), medicare_total decimal(18,2),
          proposal_status string, basis string, full_amount decimal(12,2), proposed_amount
          decimal(12,2)
          """);

  /**
   * One payer, price, charge and allowed amount with Medicare's price of a line under each
   * scenario; null where the scenario has none. Units: US dollars.
   */
  public static final Table INT_SCENARIO_VOLUME =
      Table.of(
          "int_scenario_volume",
          "",
          """
          payer string, hcpcs_code string, setting string, charge_amount decimal(12,2),
          allowed_amount decimal(12,2), medicare_fee_amount decimal(12,2),
          expected_allowed_amount decimal(12,2), expected_status string, multiple
          decimal(18,10), line_count bigint, unreduced_fee_amount decimal(12,2),
          fixed_year_fee_amount decimal(12,2), earlier_work_fee_amount decimal(12,2)
          """);

  /**
   * One payer and reason why its lines of the period are compared with Medicare or not. Units:
   * lines, US dollars.
   */
  public static final Table MART_COVERAGE =
      Table.of(
          "mart_coverage",
          "payer, comparison_status",
          """
          payer string, comparison_status string, line_count bigint, charge_amount
          decimal(18,2), allowed_amount decimal(18,2), medicare_amount decimal(18,2)
          """);

  /**
   * One payer. Units: US dollars; multiples are shares of Medicare, weighted by Medicare dollars;
   * gap_amount is what the target would add.
   */
  public static final Table MART_PAYER_MULTIPLE =
      Table.of(
          "mart_payer_multiple",
          "payer",
          """
          payer string, line_count bigint, unit_quantity decimal(18,3), charge_amount
          decimal(18,2), allowed_amount decimal(18,2), medicare_amount decimal(18,2), multiple
          decimal(18,10), fixed_mix_index decimal(18,10), covered_share decimal(18,10),
          first_quartile decimal(18,10), median decimal(18,10), third_quartile decimal(18,10),
          target_multiple decimal(9,4), gap_amount decimal(18,2), work_rvu decimal(18,2),
          allowed_per_work_rvu decimal(12,2)
          """);

  /**
   * One payer and setting, code family or code. Units: US dollars; multiples are shares of
   * Medicare, weighted by Medicare dollars.
   */
  public static final Table MART_GROUP_MULTIPLE =
      Table.of(
          "mart_group_multiple",
          "payer, grouping, group_name",
          """
          payer string, grouping string, group_name string, line_count bigint, unit_quantity
          decimal(18,3), allowed_amount decimal(18,2), medicare_amount decimal(18,2), multiple
          decimal(18,10), first_quartile decimal(18,10), median decimal(18,10), third_quartile
          decimal(18,10), is_small_number boolean
          """);

  /**
   * One payer, code and setting. Units: US dollars; multiples are shares of Medicare, weighted by
   * Medicare dollars.
   */
  public static final Table MART_CODE_MULTIPLE =
      Table.of(
          "mart_code_multiple",
          "payer, hcpcs_code, setting",
          """
          payer string, hcpcs_code string, setting string, line_count bigint, unit_quantity
          decimal(18,3), allowed_amount decimal(18,2), medicare_amount decimal(18,2), multiple
          decimal(18,10), first_quartile decimal(18,10), median decimal(18,10), third_quartile
          decimal(18,10), is_small_number boolean, gap_amount decimal(18,2), work_rvu
          decimal(18,2), allowed_per_work_rvu decimal(12,2), main_multiple decimal(7,2),
          main_share decimal(18,10), other_multiple decimal(7,2), other_share decimal(18,10)
          """);

  /**
   * One payer, code and setting that is allowed at two rates: a second heap of lines a step or more
   * from the first. Units: lines, shares of Medicare.
   */
  public static final Table MART_TWO_RATES =
      Table.of(
          "mart_two_rates",
          "payer, hcpcs_code, setting",
          """
          payer string, hcpcs_code string, setting string, line_count bigint, main_multiple
          decimal(7,2), main_line_count bigint, main_share decimal(18,10), other_multiple
          decimal(7,2), other_line_count bigint, other_share decimal(18,10), other_first_month
          string, other_last_month string
          """);

  /** One payer, code, setting and amount allowed for one unit. Units: US dollars a unit, lines. */
  public static final Table MART_ALLOWED_PER_UNIT =
      Table.of(
          "mart_allowed_per_unit",
          "payer, hcpcs_code, setting, allowed_per_unit_amount",
          """
          payer string, hcpcs_code string, setting string, allowed_per_unit_amount
          decimal(12,2), line_count bigint
          """);

  /** One benchmark that multiples are held against. Units: shares of Medicare. */
  public static final Table MART_BENCHMARK =
      Table.of(
          "mart_benchmark",
          "benchmark, year",
          """
          benchmark string, multiple decimal(9,4), year int, source string
          """);

  /**
   * One proposal, code and setting, at the period's volume. Units: US dollars; multiples are shares
   * of Medicare. Lines that the proposal does not price keep what they are allowed now, and are
   * counted.
   */
  public static final Table MART_PROPOSAL_CODE =
      Table.of(
          "mart_proposal_code",
          "proposal, payer, hcpcs_code, setting",
          """
          proposal string, payer string, hcpcs_code string, setting string, line_count bigint,
          unit_quantity decimal(18,3), medicare_amount decimal(18,2), current_amount
          decimal(18,2), proposed_amount decimal(18,2), change_amount decimal(18,2),
          current_multiple decimal(18,10), proposed_multiple decimal(18,10), work_rvu
          decimal(18,2), unpriced_line_count bigint, unpriced_amount decimal(18,2),
          lost_to_charge_amount decimal(18,2)
          """);

  /**
   * One proposal at the period's volume and at the changed one. Units: US dollars; multiples are
   * shares of Medicare.
   */
  public static final Table MART_PROPOSAL =
      Table.of(
          "mart_proposal",
          "proposal, payer",
          """
          proposal string, payer string, line_count bigint, medicare_amount decimal(18,2),
          current_amount decimal(18,2), proposed_amount decimal(18,2), change_amount
          decimal(18,2), current_multiple decimal(18,10), proposed_multiple decimal(18,10),
          current_per_work_rvu decimal(12,2), proposed_per_work_rvu decimal(12,2),
          volume_change_percent decimal(9,4), change_at_changed_volume_amount decimal(18,2),
          unpriced_line_count bigint, unpriced_amount decimal(18,2), lost_to_charge_amount
          decimal(18,2)
          """);

  /**
   * One payer and term that could be changed, all else as it is: what it is worth over the period's
   * lines. Units: US dollars a period, null where not one line could be priced; lines that could
   * not be are left out and counted; rates by Medicare move with each line's own multiple.
   */
  public static final Table MART_LEVER =
      Table.of(
          "mart_lever",
          "payer, lever",
          """
          payer string, ordinal int, lever string, change_amount decimal(18,2), line_count
          bigint, unpriced_line_count bigint
          """);

  /**
   * One payer: the smallest percent of Medicare, the same for every code, that reaches the target
   * when no line is allowed more than its charge. Units: percent of Medicare, US dollars; null
   * where charges are too low for it.
   */
  public static final Table MART_UNIFORM_PERCENT =
      Table.of(
          "mart_uniform_percent",
          "payer",
          """
          payer string, target_amount decimal(18,2), uniform_percent decimal(9,2)
          """);

  /**
   * One payer, kind of leak and code, setting or term: money that a term, a charge or a loading
   * error costs. Units: lines, US dollars over the period.
   */
  public static final Table MART_LEAK =
      Table.of(
          "mart_leak",
          "payer, leak, hcpcs_code, setting, basis",
          """
          payer string, leak string, hcpcs_code string, setting string, basis string,
          line_count bigint, amount decimal(18,2)
          """);

  /**
   * One payer, code and setting: the multiple of Medicare that the contract gives against the one
   * that most of the payer's own lines have. Units: shares of Medicare, lines, US dollars.
   */
  public static final Table MART_IMPLIED_RATE =
      Table.of(
          "mart_implied_rate",
          "payer, hcpcs_code, setting",
          """
          payer string, hcpcs_code string, setting string, line_count bigint,
          contract_multiple decimal(18,10), implied_multiple decimal(7,2), implied_share
          decimal(18,10), difference decimal(18,10), difference_amount decimal(18,2), finding
          string
          """);

  /** One total that must come out the same by two ways. Units: as said; every control must hold. */
  public static final Table MART_COMPARISON_CONTROL =
      Table.of(
          "mart_comparison_control",
          "ordinal",
          """
          ordinal int, control string, unit string, expected_amount decimal(18,2),
          found_amount decimal(18,2), difference_amount decimal(18,2), is_required boolean
          """);

  /**
   * One fee schedule, release that prices lines of the period, and release in force on their days;
   * null where none is loaded. Units: lines, US dollars as charged.
   */
  public static final Table MART_COMPARISON_RELEASE =
      Table.of(
          "mart_comparison_release",
          "fee_schedule, release_basis, release, release_in_force",
          """
          fee_schedule string, release_basis string, release string, release_in_force string,
          line_count bigint, charge_amount decimal(22,2)
          """);

  /** All of them, in the order in which they are made. */
  public static final List<Table> TABLES =
      List.of(
          INT_HISTORY_LINE,
          INT_VOLUME,
          INT_CONTRACT_VOLUME,
          INT_MULTIPLE_QUARTILE,
          INT_MULTIPLE,
          INT_PRICE_INDEX,
          INT_RATE_CLUSTER,
          INT_PROPOSAL_VALUE,
          INT_SCENARIO_VOLUME,
          MART_COMPARISON_CONTROL,
          MART_COVERAGE,
          MART_PAYER_MULTIPLE,
          MART_GROUP_MULTIPLE,
          MART_CODE_MULTIPLE,
          MART_TWO_RATES,
          MART_ALLOWED_PER_UNIT,
          MART_BENCHMARK,
          MART_COMPARISON_RELEASE,
          MART_PROPOSAL_CODE,
          MART_PROPOSAL,
          MART_LEVER,
          MART_UNIFORM_PERCENT,
          MART_LEAK,
          MART_IMPLIED_RATE);

  private ContractComparison() {}
}
