package org.allowable.model;

import java.util.List;

/**
 * The reference tables: facts that CMS published and rules with dates, each row with its source.
 *
 * <p>They are CSV files with a header line of the column names, {@code <table>.csv} or, for tables
 * of which each release is a file, {@code <table>/<release>.csv}. An empty cell is a null. Dates
 * are ISO; an end date is the last day on which a row holds, null when it still does.
 */
public final class Reference {

  private static final String SOURCE = ", source string not null";
  private static final String SOURCE_FILE =
      ", source_file string not null, source_sha256 string not null";

  /**
   * Relative value units by code and modifier: one row per release, code and modifier (empty, 26,
   * TC or 53). Source: CMS PPRRVU files. RVUs have two decimals; shares are 0..1.
   */
  public static final Table RELATIVE_VALUE =
      Table.of(
          "relative_value",
          "release, hcpcs_code, modifier",
          """
          release string not null,
          effective_from_date date not null,
          hcpcs_code string not null,
          modifier string,
          status_code string not null,
          work_rvu decimal(7,2) not null,
          non_facility_pe_rvu decimal(7,2) not null,
          is_non_facility_na boolean not null,
          facility_pe_rvu decimal(7,2) not null,
          is_facility_na boolean not null,
          mp_rvu decimal(7,2) not null,
          non_facility_total_rvu decimal(7,2) not null,
          facility_total_rvu decimal(7,2) not null,
          pctc_indicator string,
          global_days string,
          preoperative_share decimal(5,4),
          intraoperative_share decimal(5,4),
          postoperative_share decimal(5,4),
          multiple_procedure_indicator string,
          bilateral_indicator string,
          assistant_surgeon_indicator string,
          co_surgeon_indicator string,
          team_surgeon_indicator string,
          endoscopic_base_code string,
          conversion_factor decimal(8,4) not null,
          supervision_indicator string,
          calculation_flag string,
          imaging_family_indicator string,
          opps_non_facility_pe_rvu decimal(7,2),
          opps_facility_pe_rvu decimal(7,2),
          opps_mp_rvu decimal(7,2)
          """
              + SOURCE_FILE);

  /** Geographic practice cost indices by locality. Source: CMS addendum E. */
  public static final Table GPCI =
      Table.of(
          "gpci",
          "release, carrier, locality",
          """
          release string not null,
          effective_from_date date not null,
          carrier string not null,
          locality string not null,
          state string,
          locality_name string,
          work_gpci decimal(5,3) not null,
          pe_gpci decimal(5,3) not null,
          mp_gpci decimal(5,3) not null
          """
              + SOURCE_FILE);

  /** Amounts that the outpatient hospital rate caps, US dollars. Source: CMS OPPSCAP files. */
  public static final Table OPPS_CAP =
      Table.of(
          "opps_cap",
          "release, hcpcs_code, modifier, carrier, locality",
          """
          release string not null,
          effective_from_date date not null,
          hcpcs_code string not null,
          modifier string,
          status_code string not null,
          carrier string not null,
          locality string not null,
          facility_amount decimal(12,2) not null,
          non_facility_amount decimal(12,2) not null
          """
              + SOURCE_FILE);

  /** The payment locality of a ZIP code. Source: CMS ZIP code to carrier locality file. */
  public static final Table ZIP_LOCALITY =
      Table.of(
          "zip_locality",
          "zip_code, effective_from_date",
          """
          zip_code string not null,
          carrier string not null,
          locality string not null,
          effective_from_date date not null,
          effective_to_date date
          """
              + SOURCE_FILE);

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
              + SOURCE_FILE);

  /** Surgical procedures that Medicare does not pay in an ASC. Source: CMS ASC addendum EE. */
  public static final Table ASC_EXCLUDED =
      Table.of(
          "asc_excluded",
          "release, hcpcs_code",
          """
          release string not null, effective_from_date date not null, hcpcs_code string not null
          """
              + SOURCE_FILE);

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
              + SOURCE_FILE);

  /**
   * The most units of a code that Medicare pays a practitioner, on a line (adjudication indicator
   * 1) or on a day (2 by policy, 3 by clinical judgement). The rationale is our own label of CMS's
   * category. Source: CMS NCCI practitioner MUE table.
   */
  public static final Table MEDICALLY_UNLIKELY_EDIT =
      Table.of(
          "medically_unlikely_edit",
          "release, hcpcs_code",
          """
          release string not null, effective_from_date date not null,
          hcpcs_code string not null, unit_limit int not null,
          adjudication_indicator string not null, rationale string
          """
              + SOURCE_FILE);

  /**
   * Code pairs of which Medicare pays a practitioner only the first on a day, unless the modifier
   * indicator (0 never, 1 with a modifier, 9 does not apply) lets a modifier separate them. The
   * start is null where the source does not say it; the deletion date is CMS's, the last day on
   * which the pair holds, null while it does; a pair deleted on its first day never held. Source:
   * CMS NCCI practitioner procedure-to-procedure edits.
   */
  public static final Table PROCEDURE_PAIR =
      Table.of(
          "procedure_pair",
          "column_1_code, column_2_code, effective_from_date, deletion_date",
          """
          column_1_code string not null, column_2_code string not null,
          effective_from_date date, deletion_date date, modifier_indicator string not null
          """
              + SOURCE_FILE);

  /**
   * Add-on codes with the codes that they may be added to. A primary code of CCCCC means that the
   * contractor says which. Edit type 1: only these; 2: as the contractor says; 3: these and what
   * the contractor adds. Source: CMS NCCI add-on code edits.
   */
  public static final Table ADD_ON_CODE =
      Table.of(
          "add_on_code",
          "primary_code, add_on_code",
          """
          primary_code string not null, add_on_code string not null, edit_type string not null
          """
              + SOURCE_FILE);

  /** The wage index of a core-based statistical area, or of a state's rural area. */
  public static final Table WAGE_INDEX =
      Table.of(
          "wage_index",
          "cbsa, effective_from_date",
          """
          cbsa string not null, effective_from_date date not null, effective_to_date date,
          wage_index decimal(6,4) not null
          """
              + SOURCE_FILE);

  /** US dollars per relative value unit by date of service; apm_status is any, qp or non_qp. */
  public static final Table CONVERSION_FACTOR =
      Table.of(
          "conversion_factor",
          "effective_from_date, apm_status",
          """
          effective_from_date date not null,
          effective_to_date date not null,
          apm_status string not null,
          conversion_factor decimal(8,4) not null
          """
              + SOURCE);

  /**
   * When a release starts to hold. Release A starts on 1 January, B on 1 April, C on 1 July and D
   * on 1 October; AR corrects A from its own date.
   */
  public static final Table RELEASE_CALENDAR =
      Table.of(
          "release_calendar",
          "release",
          """
          release string not null,
          effective_from_date date not null
          """
              + SOURCE);

  /** Localities that CMS has retired: their absence from a later release is not a gap. */
  public static final Table RETIRED_LOCALITY =
      Table.of(
          "retired_locality",
          "carrier, locality",
          """
          carrier string not null,
          locality string not null,
          last_date date not null
          """
              + SOURCE);

  /**
   * Place of service: whether Medicare pays the facility rate there, and the setting of reports.
   */
  public static final Table PLACE_OF_SERVICE =
      Table.of(
          "place_of_service",
          "place_of_service_code, effective_from_date",
          """
          place_of_service_code string not null,
          is_facility boolean not null,
          setting string not null,
          effective_from_date date not null,
          effective_to_date date
          """
              + SOURCE);

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
              + SOURCE);

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
              + SOURCE);

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
              + SOURCE);

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
              + SOURCE);

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
              + SOURCE);

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
              + SOURCE);

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
              + SOURCE);

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
              + SOURCE);

  /** Which kind of procedure a code is, in our own words, for reports that group codes. */
  public static final Table PROCEDURE_FAMILY =
      Table.of(
          "procedure_family",
          "code_from, effective_from_date",
          """
          code_from string not null,
          code_to string not null,
          family string not null,
          effective_from_date date not null,
          effective_to_date date
          """
              + SOURCE);

  /** What others are paid, in percent of Medicare, to hold a practice's multiples against. */
  public static final Table BENCHMARK =
      Table.of(
          "benchmark",
          "benchmark, year",
          """
          benchmark string not null,
          year int not null,
          percent_of_medicare decimal(7,3) not null
          """
              + SOURCE);

  /** Share of the Medicare payment withheld after cost sharing, 0..1, by date of service. */
  public static final Table SEQUESTRATION =
      Table.of(
          "sequestration",
          "effective_from_date",
          """
          effective_from_date date not null,
          effective_to_date date,
          withheld_share decimal(5,4) not null
          """
              + SOURCE);

  /**
   * What an adjustment is for the money: {@code contractual}, {@code cost_share}, {@code
   * sequestration}, {@code prior_payer}, {@code informational} or {@code denial}. A group code of *
   * stands for every group; the more specific row wins.
   */
  public static final Table ADJUSTMENT_ROLE =
      Table.of(
          "adjustment_role",
          "group_code, reason_code, effective_from_date",
          """
          group_code string not null,
          reason_code string not null,
          role string not null,
          effective_from_date date not null,
          effective_to_date date
          """
              + SOURCE);

  /**
   * The denial group of a reason code, with or without a remark code (* stands for any). Of several
   * rows that fit, the lowest {@code priority} wins.
   */
  public static final Table DENIAL_GROUP =
      Table.of(
          "denial_group",
          "reason_code, remark_code, effective_from_date",
          """
          reason_code string not null,
          remark_code string not null,
          denial_group string not null,
          owner string not null,
          preventable string not null,
          priority int not null,
          effective_from_date date not null,
          effective_to_date date
          """
              + SOURCE);

  /**
   * What a PPRRVU status code means for pricing: {@code PRICED}, or the reason why the fee schedule
   * sets no price. Source: CMS RVU read-me, attachment A.
   */
  public static final Table FEE_STATUS =
      Table.of(
          "fee_status",
          "status_code",
          """
          status_code string not null,
          pricing_status string not null,
          label string not null
          """
              + SOURCE);

  /** All reference tables. */
  public static final List<Table> TABLES =
      List.of(
          RELATIVE_VALUE,
          GPCI,
          OPPS_CAP,
          ZIP_LOCALITY,
          ASC_PAYMENT,
          ASC_EXCLUDED,
          OPPS_PAYMENT,
          MEDICALLY_UNLIKELY_EDIT,
          PROCEDURE_PAIR,
          ADD_ON_CODE,
          WAGE_INDEX,
          CONVERSION_FACTOR,
          RELEASE_CALENDAR,
          RETIRED_LOCALITY,
          PLACE_OF_SERVICE,
          FEE_STATUS,
          MODIFIER_EFFECT,
          BILATERAL_RULE,
          SURGEON_ROLE_RULE,
          MULTIPLE_PROCEDURE_RULE,
          CREDENTIAL_RULE,
          PARTICIPATION_RULE,
          PAYMENT_SYSTEM_RULE,
          FACILITY_STATUS,
          PROCEDURE_FAMILY,
          BENCHMARK,
          SEQUESTRATION,
          ADJUSTMENT_ROLE,
          DENIAL_GROUP,
          CodingReference.PROCEDURE_MEANING,
          CodingReference.CODING_RULE,
          CodingReference.DIAGNOSIS_REGION,
          CodingReference.UNSPECIFIC_DIAGNOSIS,
          CodingReference.COVERED_DIAGNOSIS,
          CodingReference.CODING_CODE_SET,
          CodingReference.CODING_POLICY,
          CodingReference.SESSION_RULE,
          CodingReference.PRIOR_AUTHORIZATION_RULE,
          CodingReference.NOTE_REQUIREMENT,
          CodingReference.SPINAL_LEVEL,
          CodingReference.PAIR_MODIFIER,
          CodingReference.INDICATOR_RULE,
          CodingReference.CLAIM_FILING_CLASS);

  private Reference() {}
}
