package org.allowable.cli;

import org.allowable.bench.BareDuckDbCases;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/** What stands in the reports over one sample: each report is made once, so one process. */
@Suite(failIfNoTests = false)
@SelectClasses({
  BareDuckDbCases.class,
  BoardPackCases.class,
  CommitteeEditionCases.class,
  FittingCellsCases.class,
  MonthlyActionsCases.class,
  MonthlyChartsCases.class,
  PageNumbersCases.class,
  PayerPagesCases.class,
  PrintedTypeCases.class
})
class SampleReportCasesTest {}
