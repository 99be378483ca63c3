package org.allowable.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.allowable.config.PriceScenario;
import org.jspecify.annotations.Nullable;

/**
 * What a report computes.
 *
 * @param job its folder under {@code jobs/report/}
 * @param period that it is about, for the name of the run directory
 * @param parameters values of the SQL's named parameters, beside those of the practice file
 * @param controls the marts that hold what must reconcile
 * @param scenarios Medicare's prices that are needed beside those of what was billed
 * @param proposals contract files to be tried
 * @param proposalPayer the payer on whose lines; empty where there is no proposal
 * @param notes a file of procedure notes; null where there is none
 */
public record ReportPlan(
    String job,
    String period,
    Map<String, Object> parameters,
    List<String> controls,
    List<PriceScenario> scenarios,
    List<Path> proposals,
    String proposalPayer,
    @Nullable Path notes) {

  /** The mart of the controls that every report must meet: nothing was lost, nothing came twice. */
  static final String CONTROL_TOTALS = "mart_control_total";

  /** Copies the collections. */
  public ReportPlan {
    parameters = Map.copyOf(parameters);
    controls = List.copyOf(controls);
    scenarios = List.copyOf(scenarios);
    proposals = List.copyOf(proposals);
  }

  /** A plan without procedure notes. */
  public ReportPlan(
      String job,
      String period,
      Map<String, Object> parameters,
      List<String> controls,
      List<PriceScenario> scenarios,
      List<Path> proposals,
      String proposalPayer) {
    this(job, period, parameters, controls, scenarios, proposals, proposalPayer, null);
  }

  /** The same plan with a file of procedure notes; null leaves it without. */
  public ReportPlan with(@Nullable Path notesFile) {
    return new ReportPlan(
        job, period, parameters, controls, scenarios, proposals, proposalPayer, notesFile);
  }
}
