package org.allowable.report;

import java.util.Map;

/** What stands for the names in braces in lists of sheets, invented. */
public final class ListWords {

  /** By name. */
  public static final Map<String, String> INVENTED =
      Map.ofEntries(
          Map.entry("period", "month"),
          Map.entry("Period", "Month"),
          Map.entry("months", "13"),
          Map.entry("report_period", "2026-09"),
          Map.entry("bridge", "PRIOR_MONTH"),
          Map.entry("measure_value", "this_period_value"),
          Map.entry("earlier_values", "prior_period_value"),
          Map.entry("measure_day", "this_period_value as this_period_days"),
          Map.entry("earlier_days", "prior_period_value as prior_period_days"),
          Map.entry("measure_sums", ""),
          Map.entry("policy_changes", ""),
          Map.entry("false_alarm_level", "1 in 20"),
          Map.entry("mean_months", ", mean_month_count"),
          Map.entry("month_paid", "paid_amount as month_paid_amount"),
          Map.entry("underpaid_amount", "$1.00"),
          Map.entry("underpaid_share", "1.0%"),
          Map.entry("queue_amount", "$10.00"),
          Map.entry("queue_share", "3.0%"),
          Map.entry("denied_counted", ""),
          Map.entry("work_rvu_convention", "Each unit counts."),
          Map.entry("paid", "paid_amount as period_paid_amount"),
          Map.entry("recent_months", ""),
          Map.entry("recent_answers", ""),
          Map.entry("unapplied", ""),
          Map.entry("training_title", "Training"),
          Map.entry("training_effect", ""),
          Map.entry("frequency_title", "Frequency denials"));

  private ListWords() {}
}
