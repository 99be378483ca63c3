package org.allowable.model;

import java.util.List;

/** What the price command answers. Each table is made by the SQL file of its name. */
public final class PriceList {

  /**
   * One row of the request file, in its order, with its Medicare price or the reason why there is
   * none. Units: US dollars.
   */
  public static final Table MART_PRICED_REQUEST =
      Table.of(
          "mart_priced_request",
          "request_number",
          """
          request_number bigint, scenario string, pricing_status string,
          medicare_allowed_amount decimal(12,2), work_rvu decimal(7,2), pe_rvu decimal(7,2),
          mp_rvu decimal(7,2), work_gpci decimal(5,3), pe_gpci decimal(5,3), mp_gpci
          decimal(5,3), conversion_factor decimal(8,4), release string, is_later_release
          boolean, is_earlier_release boolean, release_in_force string,
          is_unit_limit_in_force boolean, is_setting_na boolean, status_code string, fee_amount decimal(12,2),
          bilateral_percent decimal(7,3), side_percent decimal(7,3),
          endoscopic_reduction_amount decimal(12,2), multiple_procedure_indicator string,
          procedure_rank int, professional_rank int, counted_unit_quantity decimal(15,5),
          rank_reduction_amount decimal(18,6), rank_steps string, modifier_percent decimal(7,3),
          credential_percent decimal(7,3), participation_percent decimal(7,3),
          opps_cap_amount decimal(12,2), medicare_fee_amount decimal(12,2), is_charge_lower
          boolean, limiting_charge_amount decimal(12,2)
          """);

  /** All of them, in the order in which they are made. */
  public static final List<Table> TABLES = List.of(MART_PRICED_REQUEST);

  private PriceList() {}
}
