package org.allowable.model;

/**
 * How often payers allow a service: policies with dates and sources, the codes that they count, and
 * the denials that speak of them.
 *
 * @see Reference for how the files look
 */
public final class FrequencyReference {

  private static final String SOURCE = ", source string not null";

  /**
   * One row per policy, limit and start date. A policy may have several limits at once: all of them
   * hold.
   *
   * <p>{@code unit} is what the cap counts: {@code session}, a patient's day in a region, or {@code
   * injection}. {@code same_day_rule} says what several lines of a day and region are: {@code
   * one_session}, {@code each_unit} (lines times units) or {@code each_unit_and_side} (the same, a
   * line of both sides twice). Of {@code window_months} and {@code window_days} exactly one is
   * given: the window rolls back from the day in question, which is in it; the same day that many
   * months before is not. {@code session_region_cap}: most regions of one day, null where not
   * limited. {@code gap_rule} says what {@code minimum_gap_days} is: {@code limit}, or {@code
   * clinical} and never a reason to deny by count. {@code reset_rule}: {@code none}, or {@code
   * new_episode} where surgery or a new condition, which claims do not tell, starts the count anew.
   * {@code counts}: which earlier sessions explain a denial, all {@code performed} ones or those
   * {@code performed_and_paid}.
   */
  public static final Table FREQUENCY_POLICY =
      Table.of(
          "frequency_policy",
          "policy, limit_name, effective_from_date",
          """
          policy string not null,
          limit_name string not null,
          title string not null,
          meant_for string not null,
          unit string not null,
          window_months int,
          window_days int,
          cap int not null,
          same_day_rule string not null,
          session_region_cap int,
          minimum_gap_days int,
          gap_rule string,
          reset_rule string not null,
          counts string not null,
          effective_from_date date not null,
          effective_to_date date
          """
              + SOURCE);

  /**
   * One row per policy, code and start date: the region that a line of the code belongs to, {@code
   * any} where the policy counts all regions together. The line's own date decides.
   */
  public static final Table FREQUENCY_POLICY_CODE =
      Table.of(
          "frequency_policy_code",
          "policy, hcpcs_code, effective_from_date",
          """
          policy string not null,
          hcpcs_code string not null,
          region string not null,
          effective_from_date date not null,
          effective_to_date date
          """
              + SOURCE);

  /** One row per payer class, policy and start date: what holds where the practice does not say. */
  public static final Table FREQUENCY_POLICY_DEFAULT =
      Table.of(
          "frequency_policy_default",
          "payer_class, policy, effective_from_date",
          """
          payer_class string not null,
          policy string not null,
          effective_from_date date not null,
          effective_to_date date
          """
              + SOURCE);

  /**
   * One row per reason code, remark code ({@code *} for any) and start date that can speak of a
   * limit. {@code limit_kind}: {@code patient}, a limit on this patient; {@code contract}, on the
   * units of a contract, whoever the patient; {@code possible}, a denial of necessity behind which
   * a limit may stand.
   */
  public static final Table FREQUENCY_SIGNAL =
      Table.of(
          "frequency_signal",
          "reason_code, remark_code, effective_from_date",
          """
          reason_code string not null,
          remark_code string not null,
          limit_kind string not null,
          effective_from_date date not null,
          effective_to_date date
          """
              + SOURCE);

  private FrequencyReference() {}
}
