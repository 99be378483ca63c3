package org.allowable.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.allowable.config.ContractTargets;
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
import org.allowable.report.Mart;
import org.allowable.report.comparison.ComparisonFacts;
import org.allowable.report.comparison.ComparisonReport;
import org.allowable.report.comparison.PayerTargets;
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

  private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(2000);
  private static final BigDecimal ALL_VOLUME_LOST = BigDecimal.valueOf(-100);

  private static final int VOLUME_DECIMALS = 4;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private final Verbosity verbosity = new Verbosity();

  @Mixin private final EngineOption engine = new EngineOption();

  @Mixin private final ReportOptions options = new ReportOptions();

  @Option(
      names = {"--to", "--through"},
      paramLabel = "MONTH",
      required = true,
      converter = MonthConverter.class,
      description = "The last month of service, such as 2026-10.")
  private YearMonth through = YearMonth.of(1970, 1);

  @Option(
      names = "--from",
      paramLabel = "MONTH",
      converter = MonthConverter.class,
      description = "The first month of service (default: twelve months in all).")
  private @Nullable YearMonth from;

  @Option(
      names = "--target",
      paramLabel = "[CLASS=]PERCENT",
      split = ",",
      description =
          "Target, percent of Medicare, such as 160: of commercial, workers' compensation and other"
              + " payers. With a class, such as medicare_advantage=105, of that class; may be repeated"
              + " (default: contract_targets of the practice file, else 200). Medicare and Medicaid have"
              + " none.")
  private List<String> targets = List.of();

  @Option(
      names = "--proposal",
      paramLabel = "FILE",
      description = "An offer as a contract file; may be repeated.")
  private List<Path> proposals = List.of();

  @Option(
      names = "--payer",
      paramLabel = "NAME",
      description =
          "The payer, as named in the practice file, that the report is about: its summary comes"
              + " first, and offers are modeled on its lines.")
  private @Nullable String payer;

  @Option(
      names = "--exhibit-benchmark",
      paramLabel = "NAME",
      description =
          "A benchmark that a payer may see in its exhibit, named as on the Summary; may be repeated"
              + " (default: none). One below what the payer allows now is left out.")
  private List<String> benchmarks = List.of();

  @Option(
      names = "--volume-change",
      paramLabel = "PERCENT",
      defaultValue = "0",
      description = "Volume change under an offer, such as -5 (default: 0).")
  private BigDecimal volumeChange = BigDecimal.ZERO;

  @Option(
      names = "--small-number",
      paramLabel = "LINES",
      defaultValue = "" + ContractComparisonPlan.SMALL_NUMBER,
      description =
          "Fewer lines than this are shown without a multiple (default: ${DEFAULT-VALUE}).")
  private int smallNumber = ContractComparisonPlan.SMALL_NUMBER;

  @Option(
      names = "--fixed-year",
      paramLabel = "YEAR",
      description = "The year of a fixed-year clause (default: the year before the last month's).")
  private @Nullable Integer fixedYear;

  @Override
  public Integer call() throws IOException {
    checkPercents();
    return new ReportMaking(engine, verbosity, this::make)
        .run(options, Objects.requireNonNull(spec).commandLine());
  }

  private ReportRun.Finished make(
      ReportRun.ReportSources sources, Engines engines, Progress progress) throws IOException {
    ContractComparisonPlan.ComparisonSettings settings = settings(sources.practice());
    return new ReportRun(sources, ContractComparisonPlan.of(settings), engines, progress)
        .run(
            (marts, facts, folder) -> {
              requireLines(marts, settings);
              requireBenchmarks(marts, settings);
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

  private static void requireBenchmarks(
      Map<String, Rows> marts, ContractComparisonPlan.ComparisonSettings settings) {
    List<String> known =
        Mart.of(Objects.requireNonNull(marts.get("mart_benchmark"))).lines().stream()
            .map(line -> line.text("benchmark"))
            .distinct()
            .toList();
    for (String name : settings.exhibitBenchmarks()) {
      if (!known.contains(name)) {
        throw new InputException(
            "--exhibit-benchmark: no benchmark is named %s. The benchmarks are: %s. Nothing was published."
                .formatted(name, String.join("; ", known)));
      }
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
        targets(sources.practice(), settings.targets()),
        settings.smallNumber(),
        settings.volumeChangePercent(),
        settings.fixedYear(),
        settings.payer(),
        settings.exhibitBenchmarks(),
        facts.proposals(),
        facts.references());
  }

  private static PayerTargets targets(Practice practice, ContractTargets percents) {
    Map<String, String> classes = new HashMap<>();
    practice.payers().forEach(one -> classes.put(one.name(), key(one.payerClass())));
    Map<String, BigDecimal> multiples = new LinkedHashMap<>();
    percents
        .percents()
        .forEach((one, percent) -> multiples.put(key(one), percent.movePointLeft(2)));
    return new PayerTargets(classes, multiples);
  }

  private static String key(PayerClass payerClass) {
    return payerClass.name().toLowerCase(Locale.ROOT);
  }

  private void checkPercents() {
    TargetOption.of(targets);
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
        TargetOption.of(targets).orElse(practice.contractTargets()),
        volumeChange,
        smallNumber,
        fixedYear == null ? through.getYear() - 1 : fixedYear,
        proposals,
        payer == null ? "" : payer,
        benchmarks);
  }
}
