package org.allowable.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.allowable.config.DecimalPlaces;
import org.allowable.config.Practice;
import org.allowable.config.Practice.PayerClass;
import org.allowable.job.ContractComparisonPlan;
import org.allowable.job.Engines;
import org.allowable.job.ReportRun;
import org.allowable.model.InputException;
import org.allowable.model.Progress;
import org.allowable.model.ReportTitle;
import org.allowable.model.Rows;
import org.allowable.report.comparison.ComparisonFacts;
import org.allowable.report.comparison.ComparisonReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code contract-comparison}: payers against Medicare and each other, and what an offer is worth.
 */
@Command(
    name = "contract-comparison",
    footer = {
      "",
      "Examples:",
      "  allowable contract-comparison --warehouse warehouse --practice practice.yaml --to 2026-09",
      "  allowable contract-comparison --warehouse warehouse --practice practice.yaml --to 2026-09 --payer \"Blue Harbor\" --proposal offer.yaml"
    },
    description =
        "What each payer allows as a multiple of Medicare, what its contract says, and what an offer"
            + " would be worth on the practice's own lines.",
    mixinStandardHelpOptions = true)
public final class ContractComparisonCommand implements Callable<Integer> {

  private static final int MONTHS = 12;

  // Their rates are set by law: nobody negotiates them.
  private static final Set<PayerClass> BY_LAW = Set.of(PayerClass.MEDICARE, PayerClass.MEDICAID);
  private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(2000);
  private static final BigDecimal ALL_VOLUME_LOST = BigDecimal.valueOf(-100);

  // A multiple has four decimals, so a percent has two.
  private static final int TARGET_DECIMALS = 2;
  private static final int VOLUME_DECIMALS = 4;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private final Verbosity verbosity = new Verbosity();

  @Mixin private final EngineOption engine = new EngineOption();

  @Mixin private final ReportOptions options = new ReportOptions();

  @Option(
      names = {"--to", "--through"},
      paramLabel = "MONTH",
      required = true,
      converter = MonthlyReportCommand.MonthConverter.class,
      description = "The last month of service, such as 2026-10.")
  private YearMonth through = YearMonth.of(1970, 1);

  @Option(
      names = "--from",
      paramLabel = "MONTH",
      converter = MonthlyReportCommand.MonthConverter.class,
      description = "The first month of service (default: twelve months in all).")
  private @Nullable YearMonth from;

  @Option(
      names = "--target",
      paramLabel = "PERCENT",
      defaultValue = "200",
      description = "Target, percent of Medicare (default: 200).")
  private BigDecimal target = BigDecimal.valueOf(200);

  @Option(
      names = "--proposal",
      paramLabel = "FILE",
      description = "An offer as a contract file; may be repeated.")
  private List<Path> proposals = List.of();

  @Option(
      names = "--payer",
      paramLabel = "NAME",
      description = "The payer, as named in the practice file, on whose lines offers are modeled.")
  private @Nullable String payer;

  @Option(
      names = "--volume-change",
      paramLabel = "PERCENT",
      defaultValue = "0",
      description = "Volume change under an offer, such as -5 (default: 0).")
  private BigDecimal volumeChange = BigDecimal.ZERO;

  @Option(
      names = "--small-number",
      paramLabel = "LINES",
      defaultValue = "11",
      description = "Fewer lines than this are shown without a multiple (default: 11).")
  private int smallNumber = 11;

  @Option(
      names = "--fixed-year",
      paramLabel = "YEAR",
      description = "The year of a fixed-year clause (default: the year before the last month's).")
  private @Nullable Integer fixedYear;

  @Override
  public Integer call() throws IOException {
    checkPercents();
    return new ReportMaking(engine, ComparisonReport.WORKBOOK, verbosity, this::make)
        .run(options, Objects.requireNonNull(spec).commandLine());
  }

  private ReportRun.Finished make(
      ReportRun.ReportSources sources, Engines engines, Progress progress) throws IOException {
    ContractComparisonPlan.ComparisonSettings settings = settings(sources.practice());
    return new ReportRun(sources, ContractComparisonPlan.of(settings), engines, progress)
        .run(
            (marts, facts, folder) -> {
              requireLines(marts, settings);
              ReportTitle title =
                  ComparisonReport.write(marts, facts(sources, settings, facts), folder).title();
              progress.stage("workbook, page, charts and tables written");
              return title;
            });
  }

  private static void requireLines(
      Map<String, Rows> marts, ContractComparisonPlan.ComparisonSettings settings) {
    if (Objects.requireNonNull(marts.get("mart_coverage")).count() == 0) {
      throw new InputException(
          "No claim line has a service date from %s to %s. Name another period with --from and --to. Nothing was published."
              .formatted(settings.first(), settings.last()));
    }
  }

  private static ComparisonFacts facts(
      ReportRun.ReportSources sources,
      ContractComparisonPlan.ComparisonSettings settings,
      ReportRun.RunFacts facts) {
    return new ComparisonFacts(
        facts.runId(),
        facts.engine(),
        sources.practice().name(),
        settings.first(),
        settings.last(),
        settings.targetPercent().movePointLeft(2),
        settings.smallNumber(),
        settings.volumeChangePercent(),
        settings.fixedYear(),
        sources.practice().payers().stream()
            .filter(payer -> BY_LAW.contains(payer.payerClass()))
            .map(Practice.Payer::name)
            .collect(Collectors.toSet()),
        facts.proposals(),
        facts.references());
  }

  private void checkPercents() {
    if (target.signum() <= 0
        || target.compareTo(MOST_PERCENT) > 0
        || DecimalPlaces.isMoreThan(TARGET_DECIMALS, target)) {
      throw new InputException(
          "--target is %s. Write 200 for 200 percent of Medicare, with at most two decimals."
              .formatted(DecimalPlaces.inWords(target)));
    }
    if (volumeChange.compareTo(ALL_VOLUME_LOST) < 0
        || volumeChange.compareTo(MOST_PERCENT) > 0
        || DecimalPlaces.isMoreThan(VOLUME_DECIMALS, volumeChange)) {
      throw new InputException(
          "--volume-change is %s. Write -5 for 5 percent less, with at most four decimals."
              .formatted(DecimalPlaces.inWords(volumeChange)));
    }
  }

  private ContractComparisonPlan.ComparisonSettings settings(Practice practice) {
    if (!proposals.isEmpty() && payer == null) {
      throw new InputException("--proposal needs --payer: name the payer whose lines it is for.");
    }
    if (payer != null && practice.payers().stream().noneMatch(p -> p.name().equals(payer))) {
      throw new InputException(
          "The practice file has no payer named %s. Its payers are: %s."
              .formatted(
                  payer,
                  String.join(", ", practice.payers().stream().map(p -> p.name()).toList())));
    }
    YearMonth first = from == null ? through.minusMonths(MONTHS - 1L) : from;
    if (first.isAfter(through)) {
      throw new InputException("--from %s is after --to %s.".formatted(first, through));
    }
    return new ContractComparisonPlan.ComparisonSettings(
        first,
        through,
        target,
        volumeChange,
        smallNumber,
        fixedYear == null ? through.getYear() - 1 : fixedYear,
        proposals,
        payer == null ? "" : payer);
  }
}
