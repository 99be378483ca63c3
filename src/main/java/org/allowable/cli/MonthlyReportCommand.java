package org.allowable.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.allowable.config.DateBasis;
import org.allowable.job.Engines;
import org.allowable.job.MonthlyReportPlan;
import org.allowable.job.ReportRun;
import org.allowable.model.InputException;
import org.allowable.model.Progress;
import org.allowable.model.ReportTitle;
import org.allowable.model.Rows;
import org.allowable.report.Mart;
import org.allowable.report.monthly.MonthlyReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code monthly-report}: the workbook of a month, with its charts and tables. */
@Command(
    name = "monthly-report",
    footer = {
      "",
      "Examples:",
      "  allowable monthly-report --warehouse warehouse --practice practice.yaml --month 2026-09",
      "  allowable monthly-report --warehouse warehouse --practice practice.yaml --month 2026-09 --date-basis payment",
      "  allowable monthly-report --practices practices --month 2026-09"
    },
    description =
        "Expected vs. allowed and paid, denials, and lines not compared: a workbook for the month.",
    mixinStandardHelpOptions = true)
public final class MonthlyReportCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Mixin private final Verbosity verbosity = new Verbosity();

  @Mixin private final EngineOption engine = new EngineOption();

  @Mixin private final ReportOptions options = new ReportOptions();

  @Option(
      names = "--month",
      paramLabel = "MONTH",
      required = true,
      converter = MonthConverter.class,
      description = "The report month, such as 2026-10.")
  private YearMonth month = YearMonth.of(1970, 1);

  @Option(
      names = "--date-basis",
      defaultValue = "SERVICE",
      description = "service (default) or payment: which date puts a line into a month.")
  private DateBasis dateBasis = DateBasis.SERVICE;

  @Override
  public Integer call() throws IOException {
    return new ReportMaking(engine, verbosity, this::make)
        .run(options, java.util.Objects.requireNonNull(spec).commandLine());
  }

  private ReportRun.Finished make(
      ReportRun.ReportSources sources, Engines engines, Progress progress) throws IOException {
    return new ReportRun(
            sources, MonthlyReportPlan.of(sources.practice(), month, dateBasis), engines, progress)
        .run((marts, facts, folder) -> publish(sources, marts, facts, folder, progress));
  }

  private ReportTitle publish(
      ReportRun.ReportSources sources,
      Map<String, Rows> marts,
      ReportRun.RunFacts facts,
      Path folder,
      Progress progress)
      throws IOException {
    requireLines(Mart.of(java.util.Objects.requireNonNull(marts.get("mart_trend"))));
    ReportTitle title =
        new MonthlyReport(
                sources.practice(),
                month,
                dateBasis,
                facts.runId(),
                facts.engine(),
                facts.counts(),
                facts.references(),
                marts)
            .write(folder);
    progress.stage("workbook, page, charts and tables written");
    return title;
  }

  // A report of nothing would pass for one of a month in which nothing was wrong.
  private void requireLines(Mart trend) {
    List<String> months = trend.lines().stream().map(line -> line.text("report_month")).toList();
    if (!months.contains(month.toString())) {
      throw new InputException(
          "No line belongs to %s. %s Nothing was published."
              .formatted(
                  month,
                  months.isEmpty()
                      ? "Nor does one to the twelve months before: ingest the files of that time, or"
                          + " name another --month."
                      : "The last month before it with lines is " + last(months) + "."));
    }
  }

  private static String last(List<String> months) {
    return months.stream().max(Comparator.naturalOrder()).orElse("");
  }

  /** Reads a month such as 2026-10. */
  static final class MonthConverter implements ITypeConverter<YearMonth> {
    @Override
    public YearMonth convert(String text) {
      try {
        return YearMonth.parse(text);
      } catch (DateTimeException e) {
        throw new TypeConversionException("write a month as 2026-10");
      }
    }
  }
}
