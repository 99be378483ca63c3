package org.allowable.report.retraining;

/** The sheets of the director's workbook, as links name them. */
final class ReviewSheetNames {

  static final String OVERVIEW = "Overview";
  static final String PHYSICIANS = "Physicians";
  static final String GROUPS = "Denials by group";
  static final String PATTERNS = "Patterns";
  static final String WORK = "Appeal worklist";
  static final String CHAINS = "Denial chains";
  static final String RADAR = "Frequency tracker";
  static final String PROOF = "Frequency denials";
  static final String HOW_TO_READ = "How to read";

  private ReviewSheetNames() {}
}
