package org.allowable.job;

import java.time.LocalDate;
import java.util.List;
import org.allowable.config.PriceScenario;

/** Runs the contract comparison, from the warehouse to a sealed run directory. */
public final class ContractComparisonRun {

  private ContractComparisonRun() {}

  /**
   * The Medicare that levers are measured by: without the reduction of several procedures, as of
   * the end of a year, and with that year's work RVUs alone.
   */
  static List<PriceScenario> scenarios(int fixedYear) {
    LocalDate day = LocalDate.of(fixedYear, 12, 31);
    return List.of(
        new PriceScenario(
            "no_multiple_procedure_reduction",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(PriceScenario.Rule.MULTIPLE_PROCEDURES),
            null),
        new PriceScenario("fixed_year", null, null, day, null, null, null, null, null, null, null),
        new PriceScenario(
            "earlier_work_rvu", null, null, null, null, null, null, null, null, null, day));
  }
}
