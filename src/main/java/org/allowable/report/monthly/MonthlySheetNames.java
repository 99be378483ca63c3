package org.allowable.report.monthly;

/** The workbook's sheets by name, so that links and sheets cannot disagree. */
final class MonthlySheetNames {

  static final String SUMMARY = "Summary";
  static final String CHARTS = "Charts";
  static final String RECOVERED = "Recovered";
  static final String MEASURES = "Measures";
  static final String AGING = "AR aging";
  static final String UNANSWERED = "Unanswered";
  static final String CREDIT_BALANCES = "Credit balances";
  static final String BY_PAYER = "Setting and payer";
  static final String PAYERS = "Payers";
  static final String CODES = "CPT summary";
  static final String UNDERPAID = "Underpaid lines";
  static final String PROOF = "Pricing detail";
  static final String CAUSES = "Causes";
  static final String PATTERNS = "Shortfall patterns";
  static final String RANK_AFTER_DENIAL = "Rank after denial";
  static final String DENIAL_PHYSICIAN = "Denials by physician";
  static final String DENIAL_REASON = "Denials by reason";
  static final String DENIED_LINES = "Denied lines";
  static final String APPEALS = "Appeal worklist";
  static final String WORK_RVU = "Work RVU";
  static final String TREND = "Trend";
  static final String BRIDGE = "{Period} to {period}";
  static final String BRIDGE_DETAIL = "Bridge detail";
  static final String CASH = "Payments";
  static final String CASH_LINES = "Payment lines";
  static final String NOT_JUDGED = "Not compared";
  static final String NOT_JUDGED_LINES = "Not compared lines";
  static final String NOT_MATCHED = "Not matched";
  static final String PROVIDER_ADJUSTMENTS = "Provider adjustments";
  static final String CONTROLS = "Control totals";
  static final String FILES = "Files";
  static final String DATA_QUALITY = "Data quality";
  static final String HOW_TO_READ = "How to read";

  private MonthlySheetNames() {}
}
