package org.allowable.model;

import java.util.List;

/** What the user says, as tables: the practice file, and the rows of a price request. */
public final class PracticeTables {

  /** One row per site and place of service that is billed from it. */
  public static final Table PRACTICE_SITE =
      Table.of(
          "practice_site",
          "site, place_of_service_code",
          """
          site string not null,
          facility_npi string,
          place_of_service_code string not null,
          carrier string not null,
          locality string not null,
          state string
          """);

  /** One row per identifier (kind identifier) or name (kind name) under which a payer is known. */
  public static final Table PRACTICE_PAYER =
      Table.of(
          "practice_payer",
          "kind, identifier",
          """
          kind string not null,
          identifier string not null,
          payer string not null,
          payer_class string not null
          """);

  /** One row per rendering physician or practitioner; without a credential a physician. */
  public static final Table PRACTICE_PHYSICIAN =
      Table.of(
          "practice_physician",
          "rendering_npi",
          "rendering_npi string not null, physician string not null, credential string");

  /**
   * One row per billing provider that is a facility: asc or opps, and the wage index of its place.
   */
  public static final Table PRACTICE_FACILITY =
      Table.of(
          "practice_facility",
          "billing_npi",
          """
          billing_npi string not null,
          payment_system string not null,
          wage_index decimal(6,4) not null
          """);

  /**
   * One row per scenario to be priced: what is asked for in place of what was billed. A null leaves
   * what was billed; {@code qp_conversion_factor} holds for qualifying APM participants in place of
   * the other; {@code work_rvu_date} takes the work RVUs alone of that day; {@code left_out_rules}
   * names rules that are not applied: multiple_procedures, bilateral, modifiers, credential,
   * participation, opps_cap, unit_limit, payable_setting, paid_only_alone, work_floor. A scenario
   * of a contract is priced only where that contract holds, without the modifiers and credentials
   * that it has percents of its own for.
   */
  public static final Table PRICE_SCENARIO =
      Table.of(
          "price_scenario",
          "scenario",
          """
          scenario string not null,
          description string not null,
          release string,
          pricing_date date,
          carrier string,
          locality string,
          is_facility boolean,
          conversion_factor decimal(8,4),
          apm_status string,
          left_out_rules array<string>,
          contract string,
          left_out_modifiers array<string>,
          left_out_credentials array<string>,
          work_rvu_date date,
          qp_conversion_factor decimal(8,4)
          """);

  /** One row per line of a price request file, numbered from 1. */
  public static final Table PRICE_REQUEST =
      Table.of(
          "price_request",
          "request_number",
          """
          request_number bigint not null,
          hcpcs_code string,
          hcpcs_modifier_1 string,
          hcpcs_modifier_2 string,
          hcpcs_modifier_3 string,
          hcpcs_modifier_4 string,
          place_of_service_code string,
          service_date date,
          carrier string,
          locality string,
          units decimal(15,3),
          charge_amount decimal(12,2),
          apm string,
          encounter string,
          procedure_rank int,
          credential string,
          participation string,
          payment_system string,
          wage_index decimal(6,4)
          """);

  /**
   * One row per payer and frequency policy that the practice says it has; a payer of which it says
   * that it has none has one row without a policy. A payer of which it says nothing has no row.
   */
  public static final Table PRACTICE_FREQUENCY_POLICY =
      Table.of(
          "practice_frequency_policy", "payer, policy", "payer string not null, policy string");

  /** One row per training of a physician; without a denial group it was about all of them. */
  public static final Table PRACTICE_TRAINING =
      Table.of(
          "practice_training",
          "rendering_npi, training_date, subject",
          """
          rendering_npi string not null,
          training_date date not null,
          subject string not null,
          denial_group string
          """);

  /**
   * One row: how the practice counts work RVUs. {@code both_sides} (modifier 50) is once or
   * as_paid; {@code units} each or once; the others in_full, as_paid, or, of assistants, none.
   */
  public static final Table PRACTICE_WORK_RVU =
      Table.of(
          "practice_work_rvu",
          "both_sides",
          """
          both_sides string not null,
          assistants string not null,
          co_surgeons string not null,
          practitioners string not null,
          multiple_procedures string not null,
          units string not null,
          is_denied_counted boolean not null
          """);

  /** The tables of the practice file. */
  public static final List<Table> PRACTICE =
      List.of(
          PRACTICE_SITE,
          PRACTICE_PAYER,
          PRACTICE_PHYSICIAN,
          PRACTICE_FACILITY,
          PRICE_SCENARIO,
          PRACTICE_FREQUENCY_POLICY,
          PRACTICE_TRAINING,
          PRACTICE_WORK_RVU);

  private PracticeTables() {}
}
