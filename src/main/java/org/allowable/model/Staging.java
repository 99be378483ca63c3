package org.allowable.model;

import java.util.List;

/**
 * Inputs renamed, trimmed and cast, nothing joined. Each table is made by the SQL file of its name.
 */
public final class Staging {

  /**
   * One service line of a claim as submitted. Units: US dollars; units of service where the unit is
   * UN.
   */
  public static final Table STG_CLAIM_LINE =
      Table.of(
          "stg_claim_line",
          "claim_line_key",
          """
          claim_line_key bigint, submission_id string, claim_line_number int, claim_id string,
          claim_key string, claim_frequency_code string, replaced_control_number string,
          payer_sequence string, patient_key string, payer_id string, payer_name string,
          claim_filing_indicator_code string, billing_npi string, rendering_npi string,
          facility_npi string, place_of_service_code string, service_zip_code string,
          submitted_date date, line_item_control_number string, hcpcs_code string,
          hcpcs_modifier_1 string, hcpcs_modifier_2 string, hcpcs_modifier_3 string,
          hcpcs_modifier_4 string, modifiers string, charge_amount decimal(12,2),
          service_unit_quantity decimal(15,3), service_date date, is_claim_in_balance boolean,
          service_month string
          """);

  /**
   * One service line of a claim payment, or the claim itself (remit_line_seq 0). Units: US dollars
   * as sent, reversals negative.
   */
  public static final Table STG_REMIT_LINE =
      Table.of(
          "stg_remit_line",
          "remit_line_key",
          """
          remit_line_key bigint, remit_claim_key bigint, payment_id string,
          claim_position int, remit_line_seq int, claim_id string, claim_key string,
          payee_npi string, payer_claim_control_number string, claim_status_code string,
          is_reversal boolean, payer_sequence string, payer_id string, payer_name string,
          line_item_control_number string, submitted_hcpcs_code string,
          submitted_modifiers string, adjudicated_hcpcs_code string,
          claim_frequency_code string, claim_charge_amount decimal(12,2),
          claim_paid_amount decimal(12,2), charge_amount decimal(12,2), paid_amount decimal(12,2),
          reported_allowed_amount decimal(12,2), deductible_amount decimal(12,2),
          coinsurance_amount decimal(12,2), claim_line_start_date date,
          claim_line_end_date date, service_date_source string, payment_date date,
          event_order string,
          remark_codes array<string>,
          adjustments array<struct<level: string, group_code: string, reason_code: string, amount: decimal(12,2), quantity: decimal(15,3), ordinal: int>>,
          is_line_in_balance boolean, is_claim_in_balance boolean
          """);

  /** All of them, in the order in which they are made. */
  public static final List<Table> TABLES = List.of(STG_CLAIM_LINE, STG_REMIT_LINE);

  private Staging() {}
}
