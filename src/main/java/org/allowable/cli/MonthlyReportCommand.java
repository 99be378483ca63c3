package org.allowable.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.allowable.job.Engines;
import org.allowable.job.MonthlyReportPlan;
import org.allowable.job.ReportRun;
import org.allowable.model.InputException;
import org.allowable.model.Progress;
import org.allowable.model.ReportPeriod;
import org.allowable.model.ReportTitle;
import org.allowable.model.Rows;
import org.allowable.report.Mart;
import org.allowable.report.monthly.MonthlyReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code monthly-report}: the workbook of a month, quarter or year, with charts and tables. */
@Command(
    name = "monthly-report",
    footer = {
      "",
      "Examples:",
      "  allowable monthly-report --warehouse warehouse --practice practice.yaml --month 2026-09",
      "  allowable monthly-report --warehouse warehouse --practice practice.yaml --month 2026-09 --date-basis payment",
      "  allowable monthly-report --warehouse warehouse --practice practice.yaml --quarter 2026-Q3",
      "  allowable monthly-report --warehouse warehouse --practice practice.yaml --year 2026",
      "  allowable monthly-report --practices practices --month 2026-09"
    },
    description =
        "Expected vs. allowed and paid, denials, and lines not compared: a workbook for the month, the quarter or the year.",
    mixinStandardHelpOptions = true)
public final class MonthlyReportCommand implements Callable<Integer> {

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
        .run(options, java.util.Objects.requireNonNull(spec).commandLine());
  }

  private ReportRun.Finished make(
      ReportPeriod period, ReportRun.ReportSources sources, Engines engines, Progress progress)
      throws IOException {
    return new ReportRun(
            sources,
            MonthlyReportPlan.of(sources.practice(), period, periods.dateBasis()),
            engines,
            progress)
        .run((marts, facts, folder) -> publish(period, sources, marts, facts, folder, progress));
  }

  private ReportTitle publish(
      ReportPeriod period,
      ReportRun.ReportSources sources,
      Map<String, Rows> marts,
      ReportRun.RunFacts facts,
      Path folder,
      Progress progress)
      throws IOException {
    requireLines(period, Mart.of(java.util.Objects.requireNonNull(marts.get("mart_trend"))));
    ReportTitle title =
        new MonthlyReport(
                sources.practice(),
                period,
                periods.dateBasis(),
                facts.runId(),
                facts.engine(),
                facts.counts(),
                facts.references(),
                marts)
            .write(folder);
    progress.stage("workbook, page, charts and tables written");
    return title;
  }

  // A report of nothing would pass for one of a time in which nothing was wrong.
  private static void requireLines(ReportPeriod period, Mart trend) {
    List<String> months = trend.lines().stream().map(line -> line.text("report_month")).toList();
    if (months.stream().map(YearMonth::parse).noneMatch(period::contains)) {
      throw new InputException(
          "No line belongs to %s. %s Nothing was published."
              .formatted(
                  period.label(),
                  months.isEmpty()
                      ? "Nor does one to the twelve months before: ingest the files of that time, or"
                          + " name another --%s.".formatted(period.unit().word())
                      : "The last month before it with lines is " + last(months) + "."));
    }
  }

  private static String last(List<String> months) {
    return months.stream().max(Comparator.naturalOrder()).orElse("");
  }
}
