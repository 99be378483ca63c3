package org.allowable.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.allowable.config.DateBasis;
import org.allowable.config.Practice;
import org.allowable.config.PriceScenario;
import org.allowable.contract.ContractSet;
import org.allowable.contract.KnownReference;
import org.allowable.engine.Engine;
import org.allowable.model.PeriodUnit;
import org.allowable.model.Progress;
import org.allowable.model.ReportPeriod;
import org.allowable.model.Rows;
import org.allowable.model.Warehouse;

/**
 * Every job that makes marts of a warehouse, as its command would run it on the last day of a
 * history: they share what they make of the same answers. The scenarios of all are priced for each,
 * so that prices are shared too; a job reads those that it names.
 */
final class EveryJob {

  private EveryJob() {}

  /**
   * The jobs of a practice.
   *
   * @param last the last month on file
   * @param unit how long the monthly report's period is, which that month is in
   */
  static List<Asked> asked(Practice practice, YearMonth last, PeriodUnit unit) {
    Map<String, Object> year = new HashMap<>(PracticeSettings.parameters(practice));
    year.put("first_month", last.minusMonths(11).toString());
    year.put("last_month", last.toString());
    List<Asked> asked =
        Stream.of(
                Asked.of(
                    MonthlyReportPlan.of(practice, holding(last, unit), DateBasis.SERVICE),
                    practice),
                Asked.of(
                    ScorecardPlan.of(practice, holding(last, unit), DateBasis.SERVICE), practice),
                new Asked("contract-infer", inferred(year), List.of()),
                new Asked("contract-fit", year, List.of()),
                Asked.of(WorklistPlan.of(practice, last.atEndOfMonth()), practice),
                Asked.of(
                    PacketPlan.of(
                        practice, last.atEndOfMonth(), practice.payers().get(3).name(), null, ""),
                    practice),
                Asked.of(
                    RetrainingReviewPlan.of(practice, "quarter", last.minusMonths(2), last, null),
                    practice),
                new Asked("contract-check", year, List.of()),
                new Asked(
                    "contract-comparison",
                    ContractComparisonTruthTest.parameters(practice, last),
                    ContractComparisonPlan.scenarios(2025)))
            .map(job -> job.on(last.atEndOfMonth()))
            .toList();
    List<PriceScenario> all =
        asked.stream().flatMap(job -> job.scenarios().stream()).distinct().toList();
    return asked.stream().map(job -> job.pricing(all)).toList();
  }

  /** Makes what all jobs read tables of an engine, as on a day. */
  static void register(
      Engine engine, Path warehouse, Practice practice, LocalDate day, List<Asked> asked)
      throws IOException {
    Path work = Files.createTempDirectory(warehouse.resolveSibling("reference"), "all");
    ReferenceViews.of(
            work.resolve("none"), work, asked.stream().map(job -> Job.named(job.job())).toList())
        .register(engine);
    InputViews.register(engine, practice);
    WarehouseViews.register(engine, warehouse, Map.of(WarehouseViews.AS_OF_DATE, day));
    engine.rows(Warehouse.WORKLIST_EVENT, SampleEdits.of(warehouse, practice));
  }

  private static ReportPeriod holding(YearMonth month, PeriodUnit unit) {
    return new ReportPeriod(unit, month.minusMonths((month.getMonthValue() - 1) % unit.months()));
  }

  private static Map<String, Object> inferred(Map<String, Object> year) {
    Map<String, Object> parameters = new HashMap<>(year);
    parameters.put("payer", "");
    parameters.put("unreduced_scenario", "as_billed");
    return parameters;
  }

  /** One job with its parameters. */
  record Asked(String job, Map<String, Object> parameters, List<PriceScenario> scenarios) {

    private Asked pricing(List<PriceScenario> all) {
      return new Asked(job, parameters, all);
    }

    private Asked on(LocalDate day) {
      parameters.put(WarehouseViews.AS_OF_DATE, day);
      return this;
    }

    private static Asked of(ReportPlan plan, Practice practice) {
      Map<String, Object> parameters = PracticeSettings.parameters(practice);
      parameters.putAll(plan.parameters());
      return new Asked(plan.job(), parameters, plan.scenarios());
    }

    /** The marts that an engine makes by some steps of the job. */
    Map<String, Rows> run(Job steps, Engine engine, Practice practice) {
      InputViews.register(engine, ContractSet.of(practice), KnownReference.NOTHING, scenarios);
      return new JobRunner(engine, Progress.SILENT).run(steps, parameters);
    }
  }
}
