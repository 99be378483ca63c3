package org.allowable.report.comparison;

/** The workbook's sheets by name, so that links and sheets cannot disagree. */
final class ComparisonSheetNames {

  static final String SUMMARY = "Summary";
  static final String PAYERS = "Multiples by payer";
  static final String CODES = "By code and setting";
  static final String FAMILIES = "By code family";
  static final String SETTINGS = "By setting";
  static final String TWO_RATES = "Two rates";
  static final String IMPLIED = "Contract vs. actual";
  static final String LEAKS = "Leaks";
  static final String LEVERS = "Contract terms";
  static final String CONTRACTS = "Contracts";
  static final String ASSUMPTIONS = "Assumptions";
  static final String COVERAGE = "Coverage";
  static final String HOW_TO_READ = "How to read";

  private ComparisonSheetNames() {}
}
