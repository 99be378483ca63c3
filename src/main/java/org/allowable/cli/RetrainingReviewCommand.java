package org.allowable.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.allowable.config.Practice;
import org.allowable.job.Engines;
import org.allowable.job.ReportRun;
import org.allowable.job.RetrainingReviewPlan;
import org.allowable.model.InputException;
import org.allowable.model.PeriodUnit;
import org.allowable.model.Progress;
import org.allowable.model.ReportPeriod;
import org.allowable.model.ReportTitle;
import org.allowable.model.Rows;
import org.allowable.report.retraining.RetrainingReport;
import org.allowable.report.retraining.ReviewFacts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code retraining-review}: denials by physician against peers with the same mix. */
@Command(
    name = "retraining-review",
    footer = {
      "",
      "Examples:",
      "  allowable retraining-review --warehouse warehouse --practice practice.yaml --quarter 2026Q3",
      "  allowable retraining-review --warehouse warehouse --practice practice.yaml --from 2026-04 --to 2026-09"
    },
    description =
        "Denials and which of them are provider-controllable, by physician against peers with the"
            + " same mix: a workbook for the medical director and a packet for each physician.",
    mixinStandardHelpOptions = true)
public final class RetrainingReviewCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Mixin private final Verbosity verbosity = new Verbosity();

  @Mixin private final EngineOption engine = new EngineOption();

  @Mixin private final ReportOptions options = new ReportOptions();

  @Option(
      names = "--quarter",
      paramLabel = "QUARTER",
      description = "The quarter, such as 2026Q3; or give --from and --to.")
  private @Nullable String quarter;

  @Option(
      names = "--from",
      paramLabel = "MONTH",
      converter = MonthConverter.class,
      description = "The first month, such as 2026-07.")
  private @Nullable YearMonth from;

  @Option(
      names = "--to",
      paramLabel = "MONTH",
      converter = MonthConverter.class,
      description = "The last month, such as 2026-09.")
  private @Nullable YearMonth to;

  @Option(
      names = "--physician",
      paramLabel = "NPI",
      description = "Write the packet of this physician only (default: all).")
  private @Nullable String physician;

  @Option(
      names = "--notes",
      paramLabel = "FILE",
      description = "Procedure notes, CSV or Parquet, to check the codes against.")
  private @Nullable Path notes;

  /** The months of a review. */
  private record ReviewPeriod(String name, YearMonth first, YearMonth last) {}

  @Override
  public Integer call() throws IOException {
    ReviewPeriod period = period();
    options.refuseForPractices("--notes", notes);
    return new ReportMaking(
            engine,
            verbosity,
            (sources, engines, progress) -> make(period, sources, engines, progress))
        .run(options, Objects.requireNonNull(spec).commandLine());
  }

  private ReportRun.Finished make(
      ReviewPeriod period, ReportRun.ReportSources sources, Engines engines, Progress progress)
      throws IOException {
    requireKnown(sources.practice());
    return new ReportRun(
            sources,
            RetrainingReviewPlan.of(
                    sources.practice(), period.name(), period.first(), period.last(), physician)
                .with(notes),
            engines,
            progress)
        .run((marts, facts, folder) -> publish(sources, period, marts, facts, folder, progress));
  }

  private ReportTitle publish(
      ReportRun.ReportSources sources,
      ReviewPeriod period,
      Map<String, Rows> marts,
      ReportRun.RunFacts facts,
      Path folder,
      Progress progress)
      throws IOException {
    requireLines(physician, marts, period.name());
    Practice practice = sources.practice();
    ReportTitle title =
        RetrainingReport.write(
            marts,
            new ReviewFacts(
                facts.runId(),
                facts.engine(),
                practice.name(),
                period.name(),
                period.first(),
                period.last(),
                practice.retraining().denialRate(),
                practice.retraining().leastLines(),
                facts.references()),
            physician,
            folder);
    progress.stage("workbook, page, charts and packets written");
    return title;
  }

  // A run without the packet that was asked for would look like one with it.
  static void requireLines(@Nullable String physician, Map<String, Rows> marts, String period) {
    if (physician != null
        && RetrainingReport.physicians(marts).stream().noneMatch(physician::equals)) {
      throw new InputException(
          "--physician names a physician without a line answered in %s. Name another period, or leave --physician out."
              .formatted(period));
    }
    if (RetrainingReport.physicians(marts).isEmpty()) {
      throw new InputException(
          "No line of a physician was answered in %s. Name another period. Nothing was published."
              .formatted(period));
    }
  }

  private ReviewPeriod period() {
    if (quarter != null) {
      if (from != null || to != null) {
        throw notAQuarter();
      }
      ReportPeriod named = named(quarter);
      return new ReviewPeriod(named.label().replace("-", ""), named.first(), named.last());
    }
    if (from == null || to == null) {
      throw new InputException("Say which months: --quarter 2026Q3, or --from and --to.");
    }
    if (from.isAfter(to)) {
      throw new InputException("--from %s is after --to %s.".formatted(from, to));
    }
    return new ReviewPeriod(from.equals(to) ? from.toString() : from + "-to-" + to, from, to);
  }

  private static ReportPeriod named(String quarter) {
    try {
      return ReportPeriod.parse(PeriodUnit.QUARTER, quarter);
    } catch (DateTimeException e) {
      throw notAQuarter();
    }
  }

  private static InputException notAQuarter() {
    return new InputException("Write --quarter as 2026Q3, alone; or --from 2026-07 --to 2026-09.");
  }

  private void requireKnown(Practice practice) {
    if (physician != null
        && practice.physicians().stream().noneMatch(p -> p.npi().equals(physician))) {
      throw new InputException(
          "--physician names an NPI that no physician of the practice file has.");
    }
  }
}
