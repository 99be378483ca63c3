package org.allowable.model;

import java.util.List;

/**
 * Sessions under frequency policies: what a patient had, what was allowed, and whether a denial for
 * it was right. Each table is made by the SQL file of its name. {@code patient_key} stays inside:
 * marts name patients by their number in the run.
 */
public final class Sessions {

  /** One payer and a policy that it has, or one payer that has none. */
  public static final Table INT_PAYER_POLICY =
      Table.of(
          "int_payer_policy",
          "payer, policy, effective_from_date",
          """
          payer string, payer_class string, policy string, effective_from_date date,
          effective_to_date date, assigned_by string
          """);

  /** One patient, by number in this run; without a patient in the claim, one submission. */
  public static final Table INT_PATIENT =
      Table.of(
          "int_patient",
          "patient_key",
          """
          patient_key string, patient_number int, patient string, is_known boolean,
          first_service_date date, last_service_date date
          """);

  /** One current line and policy that counts it, the payer's own or another of the patient's. */
  public static final Table INT_SESSION_LINE =
      Table.of(
          "int_session_line",
          "claim_line_key, policy",
          """
          claim_line_key bigint, policy string, region string, patient_key string,
          service_date date, payer string, is_own_policy boolean, hcpcs_code string,
          rendering_npi string, physician string, site string, unit_count int,
          unit_and_side_count int, is_counted_in_units boolean, is_paid boolean, is_denied boolean
          """);

  /** One session: a patient's day in a region of a policy. */
  public static final Table INT_SESSION =
      Table.of(
          "int_session",
          "patient_key, policy, region, service_date",
          """
          patient_key string, policy string, region string, service_date date, payer string,
          is_own_policy boolean, rendering_npi string, physician string, site string,
          hcpcs_codes string, line_count int, unit_count int, unit_and_side_count int,
          day_region_count int, is_paid boolean, is_denied boolean
          """);

  /** One day on which a policy is asked how many sessions a patient had in a region. */
  public static final Table INT_SESSION_QUESTION =
      Table.of(
          "int_session_question",
          "patient_key, policy, region, asked_date, asked_for",
          """
          patient_key string, policy string, region string, asked_date date, asked_for string,
          payer string
          """);

  /** One question and limit of its policy: what is in the window that ends on the day asked. */
  public static final Table INT_SESSION_WINDOW =
      Table.of(
          "int_session_window",
          "patient_key, policy, region, asked_date, asked_for, limit_name",
          """
          patient_key string, policy string, region string, asked_date date, asked_for string,
          payer string, limit_name string, title string, policy_from_date date, source string,
          unit string, window_months int, window_days int, window_from_date date, cap int,
          session_region_cap int, day_region_count int, minimum_gap_days int, gap_rule string,
          reset_rule string, counts string, own_count int, performed_before_count int,
          paid_before_count int, session_dates string, paid_session_dates string,
          earlier_session_date date, earlier_paid_session_date date, last_session_date date,
          gap_days int, paid_gap_days int, next_allowed_date date, is_history_whole boolean
          """);

  /** One patient, policy and region with a session in a window that ends on the day of the run. */
  public static final Table MART_SESSION_RADAR =
      Table.of(
          "mart_session_radar",
          "patient, policy, region",
          """
          patient string, payer string, policy string, title string, region string,
          limit_name string, unit string, window_from_date date, as_of_date date,
          performed_count int, paid_count int, cap int, session_dates string,
          last_session_date date, minimum_gap_days int, gap_rule string, next_allowed_date date,
          status string, rendering_npi string, physician string, is_history_whole boolean,
          policy_from_date date, source string
          """);

  /** One current line that was denied, in full or in part, by what may be a limit on sessions. */
  public static final Table MART_FREQUENCY_PROOF =
      Table.of(
          "mart_frequency_proof",
          "claim_line_key",
          """
          claim_line_key bigint, claim_id string, claim_line_number int, patient string,
          payer string, payer_class string, rendering_npi string, physician string, site string,
          service_date date, payment_date date, hcpcs_code string, modifiers string,
          charge_amount decimal(12,2), expected_allowed_amount decimal(12,2),
          denial_group_code string, denial_reason_code string, remark_codes string,
          denial_group string, denial_owner string, is_partly_denied boolean, limit_kind string,
          policy string, title string, policy_from_date date, source string, region string,
          limit_name string, unit string, cap int, window_from_date date, counts string,
          counted_count int, performed_count int, paid_count int, session_dates string,
          paid_session_dates string, gap_days int, minimum_gap_days int,
          elsewhere_count int, is_history_whole boolean, verdict string, verdict_reason string,
          appeal string
          """);

  /** One payer and limit on sessions that it has on the day of the run, or one without any. */
  public static final Table MART_SESSION_POLICY =
      Table.of(
          "mart_session_policy",
          "payer, policy, limit_name",
          """
          payer string, payer_class string, assigned_by string, policy string, title string,
          limit_name string, unit string, window_months int, window_days int, cap int,
          same_day_rule string, session_region_cap int, minimum_gap_days int, gap_rule string,
          reset_rule string, counts string, policy_from_date date, source string
          """);

  /** All of them, in the order in which they are made. */
  public static final List<Table> TABLES =
      List.of(
          INT_PAYER_POLICY,
          INT_PATIENT,
          INT_SESSION_LINE,
          INT_SESSION,
          INT_SESSION_QUESTION,
          INT_SESSION_WINDOW,
          MART_SESSION_RADAR,
          MART_FREQUENCY_PROOF,
          MART_SESSION_POLICY);

  private Sessions() {}
}
