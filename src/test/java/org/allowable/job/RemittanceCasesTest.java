package org.allowable.job;

import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/** Claims and remittances, a case a rule: one run, so one process. */
@Suite(failIfNoTests = false)
@SelectClasses({
  MatchingCases.class,
  NettingCases.class,
  PayerCases.class,
  DenialCases.class,
  WholeClaimCases.class,
  VarianceCases.class,
  AnswerCases.class,
  StandingCases.class,
  TransactionExceptionCases.class
})
class RemittanceCasesTest {}
