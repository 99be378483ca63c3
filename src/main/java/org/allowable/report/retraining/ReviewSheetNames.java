package org.allowable.report.retraining;

/** The sheets of the director's workbook, as links name them. */
final class ReviewSheetNames {

  static final String OVERVIEW = "Overview";
  static final String PHYSICIANS = "Physicians";
  static final String GROUPS = "Denials by group";
  static final String PATTERNS = "Patterns";
  static final String PAIRS = "Code pairs";
  static final String EXAMPLES = "Examples";
  static final String LOCATIONS = "Locations";
  static final String METRICS = "Metrics";
  static final String WORK = "Appeal worklist";
  static final String CHAINS = "Denial chains";
  static final String RADAR = "Frequency tracker";
  static final String PROOF = "Frequency denials";
  static final String POLICIES = "Frequency policies";
  static final String CODING = "Coding review";
  static final String FINDINGS = "Coding findings";
  static final String TRAINING = "Training";
  static final String CONTROLS = "Controls";
  static final String HOW_TO_READ = "How to read";

  private ReviewSheetNames() {}
}
