package org.allowable.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.allowable.config.Practice;
import org.allowable.config.PracticeFile;
import org.allowable.ingest.parquet.FilePlace;
import org.allowable.job.ContractCheckRun;
import org.allowable.job.ContractCheckRun.Found;
import org.allowable.job.Engines;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code contract}: what was agreed with payers. */
@Command(
    name = "contract",
    description = "Contracts with payers.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {ContractCommand.Check.class, ContractInferCommand.class})
public final class ContractCommand {

  /** {@code contract check}: what is wrong with contracts, and what they do. */
  @Command(
      name = "check",
      footer = {
        "",
        "Examples:",
        "  allowable contract check --practice practice.yaml",
        "  allowable contract check --practice practice.yaml --warehouse warehouse --to 2026-09"
      },
      description = {
        "Lists everything that is wrong with the contract files, tries them on the canary claims,",
        "and, with a warehouse, says what they cover of the practice's own lines."
      },
      mixinStandardHelpOptions = true)
  static final class Check implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Mixin private final Verbosity verbosity = new Verbosity();

    @Mixin private final EngineOption engine = new EngineOption();

    @Option(
        names = "--practice",
        required = true,
        paramLabel = "FILE",
        description = "The practice file.")
    private Path practiceFile = Path.of("");

    @Option(
        names = "--contracts",
        paramLabel = "DIR",
        description =
            "The contract files (default: as the practice file says, or the folder contracts next to it).")
    private @Nullable Path contracts;

    @Option(
        names = "--warehouse",
        paramLabel = "PLACE",
        converter = PlaceConverter.class,
        description =
            "Claims to try the contracts on, a folder or its URI in a store; without it, only the files are checked.")
    private @Nullable FilePlace warehouse;

    @Option(
        names = "--reference",
        paramLabel = "DIR",
        description = "Imported CMS tables; default: bundled tables.")
    private @Nullable Path reference;

    @Option(
        names = {"--to", "--through"},
        paramLabel = "MONTH",
        converter = MonthConverter.class,
        description = "The last of the twelve months that are looked at (default: the latest).")
    private @Nullable YearMonth through;

    @Override
    public Integer call() throws IOException {
      PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
      Practice practice = PracticeFile.read(practiceFile);
      try (PrivateDirectory work = PrivateDirectory.create();
          Engines engines = engine.in(work, practice, warehouse)) {
        Found found =
            ContractCheckRun.run(
                new ContractCheckRun.CheckSettings(
                    practice,
                    practiceFile,
                    contracts,
                    ReferenceDirectory.orShipped(reference),
                    warehouse,
                    through),
                engines,
                verbosity.progress());
        ContractCheckText.say(out, found);
        out.flush();
        return code(found).code();
      }
    }

    private static ExitCode code(Found found) {
      if (!found.problems().isEmpty()) {
        return ExitCode.INPUT;
      }
      return found.failedCanaries().isEmpty() ? ExitCode.OK : ExitCode.CONTROL;
    }
  }
}
