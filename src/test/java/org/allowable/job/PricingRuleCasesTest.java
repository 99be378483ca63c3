package org.allowable.job;

import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/** Pricing rules on invented codes, a case a rule: one run, so one process. */
@Suite(failIfNoTests = false)
@SelectClasses({
  MultipleProcedureCases.class,
  BilateralCases.class,
  RankedPartCases.class,
  SurgeonRoleCases.class,
  PayableSettingCases.class,
  PaidOnlyAloneCases.class,
  ModifierCases.class
})
class PricingRuleCasesTest {}
