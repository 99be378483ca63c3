package org.allowable.model;

/**
 * Dated rules that change a fee: place, modifiers, roles, ranks, who renders and who participates.
 *
 * @see Reference
 */
public final class ReferencePriceRules {

  /**
   * Place of service: whether Medicare pays the facility rate there, and the setting of reports.
   * {@code is_typical} marks the one place that stands for all facilities, and the one for all
   * others, where a scenario asks for the other setting.
   */
  public static final Table PLACE_OF_SERVICE =
      Table.of(
          "place_of_service",
          "place_of_service_code, effective_from_date",
          """
          place_of_service_code string not null,
          is_facility boolean not null,
          setting string not null,
          is_typical boolean not null,
          effective_from_date date not null,
          effective_to_date date
          """
              + Reference.SOURCE);

  /**
   * Services for which a physician has no fee at a place of service, by PC/TC indicator; {@code
   * modifier} is the component billed (26, TC), null for the whole. With {@code is_na_required}
   * only codes that CMS marks NA in the setting of the place. Source: CMS PC/TC indicator and NA
   * indicators.
   */
  public static final Table SETTING_RULE =
      Table.of(
          "setting_rule",
          "pctc_indicator, modifier, place_of_service_code, effective_from_date",
          """
          pctc_indicator string not null,
          modifier string,
          place_of_service_code string not null,
          is_na_required boolean not null,
          effective_from_date date not null,
          effective_to_date date
          """
              + Reference.SOURCE);

  /**
   * What a modifier does to the price: {@code none}; {@code component}, its own relative value row;
   * {@code component_or_by_report}, its own row where the code has one, else by report; {@code
   * bilateral}, {@code left_side}, {@code right_side}, by {@link #BILATERAL_RULE}; {@code
   * multiple}, by the rank of the day; {@code preoperative}, {@code intraoperative}, {@code
   * postoperative} and {@code preoperative_and_intraoperative}, the shares of the relative value
   * row; {@code assistant_at_surgery}, {@code assistant_by_practitioner}, {@code co_surgeon} and
   * {@code team_surgeon}, {@code percent} of the fee where {@link #SURGEON_ROLE_RULE} allows it;
   * {@code by_report}; or {@code unpriced}, a rule that is not in these tables.
   */
  public static final Table MODIFIER_EFFECT =
      Table.of(
          "modifier_effect",
          "modifier, effective_from_date",
          """
          modifier string not null,
          effect string not null,
          percent decimal(7,3),
          effective_from_date date not null,
          effective_to_date date
          """
              + Reference.SOURCE);

  /**
   * What both sides of a procedure are worth together, in percent of the fee of one; {@code
   * is_pair_of_lines} says that two lines, one of each side, count as one. Source: CMS BILAT SURG.
   */
  public static final Table BILATERAL_RULE =
      Table.of(
          "bilateral_rule",
          "bilateral_indicator, effective_from_date",
          """
          bilateral_indicator string not null,
          both_sides_percent decimal(7,3) not null,
          is_pair_of_lines boolean not null,
          effective_from_date date not null,
          effective_to_date date
          """
              + Reference.SOURCE);

  /** Whether a surgeon in a role is paid, by the indicator of the code. Source: CMS layout. */
  public static final Table SURGEON_ROLE_RULE =
      Table.of(
          "surgeon_role_rule",
          "surgeon_role, indicator, effective_from_date",
          """
          surgeon_role string not null,
          indicator string not null,
          pricing_status string not null,
          effective_from_date date not null,
          effective_to_date date
          """
              + Reference.SOURCE);

  /**
   * What is left of a procedure, or of a part of its fee, by its rank among the procedures of the
   * day. Indicators of one {@code ladder} rank together, imaging only within its family; {@code
   * part} is all, practice_expense, professional or technical. Without a {@code percent} the rank
   * is paid by report; without a {@code rank_to} the row holds for every further rank.
   */
  public static final Table MULTIPLE_PROCEDURE_RULE =
      Table.of(
          "multiple_procedure_rule",
          "payment_system, indicator, part, rank_from, effective_from_date",
          """
          payment_system string not null,
          indicator string not null,
          ladder string not null,
          part string not null,
          is_within_imaging_family boolean not null,
          rank_from int not null,
          rank_to int,
          percent decimal(7,3),
          effective_from_date date not null,
          effective_to_date date
          """
              + Reference.SOURCE);

  /** Percent of the physician's fee by the credential of who rendered the service. */
  public static final Table CREDENTIAL_RULE =
      Table.of(
          "credential_rule",
          "credential, effective_from_date",
          """
          credential string not null,
          percent decimal(7,3) not null,
          effective_from_date date not null,
          effective_to_date date
          """
              + Reference.SOURCE);

  /**
   * Percent of the fee by Medicare participation, and the most that may be charged, in percent of
   * the participating fee.
   */
  public static final Table PARTICIPATION_RULE =
      Table.of(
          "participation_rule",
          "participation, effective_from_date",
          """
          participation string not null,
          percent decimal(7,3) not null,
          limiting_charge_percent decimal(7,3),
          effective_from_date date not null,
          effective_to_date date
          """
              + Reference.SOURCE);

  private ReferencePriceRules() {}
}
