package org.allowable.model;

import java.util.List;

/**
 * What a practice has agreed with its payers, as tables. Source: the contract files and the
 * practice file; each row names the file and line that it comes from. Percents: 100 changes
 * nothing. Amounts are US dollars a unit. An end date is the last day on which a row holds, null
 * when it still does.
 */
public final class ContractTables {

  private static final String SOURCE = ", source_file string not null, source_line int not null";

  /**
   * One contract. {@code lesser_of} is none, line or claim: over what the charge is the price where
   * it is less. {@code ladder} is medicare, own or none: how several procedures of a day are
   * reduced. A proposal holds for nobody.
   */
  public static final Table CONTRACT =
      Table.of(
          "contract",
          "contract",
          """
          contract string not null,
          contract_name string not null,
          effective_from_date date not null,
          effective_to_date date,
          lesser_of string not null,
          ladder string not null,
          is_proposal boolean not null
          """
              + SOURCE);

  /**
   * One contract of a payer or of one of its products. {@code product_kind} is identifier, name or
   * claim_filing_indicator, in that order of strength, or null: for every line that no other row
   * tells apart. Dates are the contract's.
   */
  public static final Table CONTRACT_PAYER =
      Table.of(
          "contract_payer",
          "payer, contract, product_kind, product",
          """
          payer string not null,
          contract string not null,
          product_kind string,
          product string,
          effective_from_date date not null,
          effective_to_date date
          """
              + SOURCE);

  /**
   * One term of a contract for one code or range of codes. Of those that fit a line the one with
   * the lowest {@code term_rank} counts; ranks are unique in a contract. Codes are null for all
   * codes (fee_schedule: all that it lists) and else compared as text where {@code code_form} is
   * the code with 9 for each digit. {@code method} is percent_of_medicare, fee_schedule,
   * percent_of_charge, fixed_amount or excluded. A term for the unlisted holds only where no other
   * gives a rate. {@code is_reduced} false: several procedures of a day do not reduce it. {@code
   * medicare_scenario} is the price scenario of which a percent is taken; for other methods the one
   * whose modifiers and ranks count.
   */
  public static final Table CONTRACT_TERM =
      Table.of(
          "contract_term",
          "contract, term_rank",
          """
          contract string not null,
          term_rank int not null,
          term_number int not null,
          effective_from_date date not null,
          effective_to_date date,
          method string not null,
          code_from string,
          code_to string,
          code_form string,
          setting string,
          place_of_service_code string,
          hcpcs_modifier string,
          percent decimal(7,3),
          amount decimal(12,2),
          medicare_scenario string not null,
          fee_schedule string,
          is_reduced boolean not null,
          is_for_unlisted boolean not null,
          basis string not null
          """
              + SOURCE);

  /** One amount of a contract's fee schedule; modifier and setting null for any. */
  public static final Table CONTRACT_FEE =
      Table.of(
          "contract_fee",
          "contract, fee_schedule, hcpcs_code, hcpcs_modifier, setting, effective_from_date",
          """
          contract string not null,
          fee_schedule string not null,
          hcpcs_code string not null,
          hcpcs_modifier string,
          setting string,
          effective_from_date date not null,
          effective_to_date date,
          amount decimal(12,2) not null
          """
              + SOURCE);

  /** One factor by which a contract's rates of a method are raised; none is 1. */
  public static final Table CONTRACT_ESCALATOR =
      Table.of(
          "contract_escalator",
          "contract, method, effective_from_date",
          """
          contract string not null,
          method string not null,
          effective_from_date date not null,
          effective_to_date date,
          factor decimal(12,8) not null
          """
              + SOURCE);

  /** One modifier's percent of the price, in place of what Medicare does for it. */
  public static final Table CONTRACT_MODIFIER =
      Table.of(
          "contract_modifier",
          "contract, hcpcs_modifier",
          """
          contract string not null,
          hcpcs_modifier string not null,
          percent decimal(7,3) not null
          """
              + SOURCE);

  /** One credential's percent of the price. */
  public static final Table CONTRACT_CREDENTIAL =
      Table.of(
          "contract_credential",
          "contract, credential",
          """
          contract string not null,
          credential string not null,
          percent decimal(7,3) not null
          """
              + SOURCE);

  /** The percent of procedures of a rank, for contracts with a ladder of their own. */
  public static final Table CONTRACT_LADDER =
      Table.of(
          "contract_ladder",
          "contract, rank_from",
          """
          contract string not null,
          rank_from int not null,
          rank_to int,
          percent decimal(7,3) not null
          """
              + SOURCE);

  /**
   * One line whose allowed amount somebody worked out by hand. Lines of one encounter are of the
   * same patient, day and physician, and of one claim; null stands by itself.
   */
  public static final Table CONTRACT_CANARY =
      Table.of(
          "contract_canary",
          "canary_number",
          """
          canary_number int not null,
          contract string not null,
          service_date date not null,
          hcpcs_code string not null,
          hcpcs_modifier_1 string,
          hcpcs_modifier_2 string,
          hcpcs_modifier_3 string,
          hcpcs_modifier_4 string,
          unit_quantity decimal(15,3) not null,
          charge_amount decimal(12,2) not null,
          place_of_service_code string not null,
          carrier string not null,
          locality string not null,
          credential string,
          encounter string,
          expected_allowed_amount decimal(12,2) not null,
          note string
          """
              + SOURCE);

  /** A proposal and the payer whose lines it is tried on. */
  public static final Table CONTRACT_PROPOSAL =
      Table.of(
          "contract_proposal",
          "payer, contract",
          "payer string not null, contract string not null" + SOURCE);

  /** All of them. */
  public static final List<Table> TABLES =
      List.of(
          CONTRACT,
          CONTRACT_PAYER,
          CONTRACT_TERM,
          CONTRACT_FEE,
          CONTRACT_ESCALATOR,
          CONTRACT_MODIFIER,
          CONTRACT_CREDENTIAL,
          CONTRACT_LADDER,
          CONTRACT_CANARY,
          CONTRACT_PROPOSAL);

  private ContractTables() {}
}
