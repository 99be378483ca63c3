package org.allowable.job;

import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/** Findings of the coding review, a case a rule: one run, so one process. */
@Suite(failIfNoTests = false)
@SelectClasses({CodingCodesCases.class, CodingPolicyCases.class, CodingNotesCases.class})
class CodingCasesTest {}
