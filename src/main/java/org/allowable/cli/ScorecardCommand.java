package org.allowable.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.allowable.job.Engines;
import org.allowable.job.ReportRun;
import org.allowable.job.ScorecardPlan;
import org.allowable.model.InputException;
import org.allowable.model.Progress;
import org.allowable.model.ReportPeriod;
import org.allowable.model.ReportTitle;
import org.allowable.model.Rows;
import org.allowable.report.scorecard.ScorecardFacts;
import org.allowable.report.scorecard.ScorecardReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code scorecard}: a page for each payer to hand over, without patient data. */
@Command(
    name = "scorecard",
    footer = {
      "",
      "Examples:",
      "  allowable scorecard --warehouse warehouse --practice practice.yaml --quarter 2026-Q3",
      "  allowable scorecard --warehouse warehouse --practice practice.yaml --year 2026",
      "  allowable scorecard --practices practices --quarter 2026-Q3"
    },
    description = {
      "One page a payer, PDF and Excel, fit to hand over: days to pay, first-pass yield, denials, overturns, underpayment,"
          + " yield and prompt-pay interest.",
      "Sums alone: no patient, claim or physician. Costs and prompt-pay rules are those of the practice file."
    },
    mixinStandardHelpOptions = true)
final class ScorecardCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Mixin private final Verbosity verbosity = new Verbosity();

  @Mixin private final EngineOption engine = new EngineOption();

  @Mixin private final ReportOptions options = new ReportOptions();

  @Mixin private final PeriodOptions periods = new PeriodOptions();

  @Override
  public Integer call() throws IOException {
    ReportPeriod period = periods.period();
    return new ReportMaking(
            engine,
            verbosity,
            (sources, engines, progress) -> make(period, sources, engines, progress))
        .run(options, Objects.requireNonNull(spec).commandLine());
  }

  private ReportRun.Finished make(
      ReportPeriod period, ReportRun.ReportSources sources, Engines engines, Progress progress)
      throws IOException {
    return new ReportRun(
            sources,
            ScorecardPlan.of(sources.practice(), period, periods.dateBasis()),
            engines,
            progress)
        .run((marts, facts, folder) -> publish(period, sources, marts, facts, folder));
  }

  private ReportTitle publish(
      ReportPeriod period,
      ReportRun.ReportSources sources,
      Map<String, Rows> marts,
      ReportRun.RunFacts facts,
      Path folder)
      throws IOException {
    ScorecardReport report =
        new ScorecardReport(
            new ScorecardFacts(
                sources.practice().name(),
                period,
                periods.dateBasis(),
                ScorecardPlan.SMALL_NUMBER,
                ScorecardPlan.FEW_LINES,
                facts.runId()),
            marts);
    if (report.payers().isEmpty()) {
      throw new InputException(
          "No payer of the practice file has %d lines answered, compared or paid in %s. Nothing was published: name another --%s, or a longer time."
              .formatted(ScorecardPlan.SMALL_NUMBER, period.label(), period.unit().word()));
    }
    return report.write(folder);
  }
}
