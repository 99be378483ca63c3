package org.allowable.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.allowable.config.Practice;
import org.allowable.config.PracticeFile;
import org.allowable.contract.inference.InferredRates;
import org.allowable.ingest.parquet.FilePlace;
import org.allowable.job.ContractInferRun;
import org.allowable.job.ContractInferRun.InferredPayer;
import org.allowable.job.Engines;
import org.allowable.model.InputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code contract infer}: the contract files that payers' allowed amounts follow. */
@Command(
    name = "infer",
    footer = {
      "",
      "Examples:",
      "  allowable contract infer --practice practice.yaml --warehouse warehouse",
      "  allowable contract infer --practice practice.yaml --warehouse warehouse --payer \"Keystone Mutual\" --out contracts"
    },
    description = {
      "Finds the rates that a payer's allowed amounts follow to the cent, percents of Medicare of",
      "this year or another, amounts, percents of the charge, by code, setting and date, and writes",
      "them as a contract file to start from, with how many lines each rate gives."
    },
    mixinStandardHelpOptions = true)
final class ContractInferCommand implements Callable<Integer> {

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
      names = "--warehouse",
      required = true,
      paramLabel = "PLACE",
      converter = PlaceConverter.class,
      description = "Claims and remittances, a folder or its URI in a store.")
  private @Nullable FilePlace warehouse;

  @Option(
      names = "--payer",
      paramLabel = "NAME",
      description =
          "The payer, as the practice file names it (default: every payer that the practice has no contract or percent of).")
  private @Nullable String payer;

  @Option(
      names = "--reference",
      paramLabel = "DIR",
      description = "Imported CMS tables; default: bundled tables.")
  private @Nullable Path reference;

  @Option(
      names = {"--to", "--through"},
      paramLabel = "MONTH",
      converter = MonthConverter.class,
      description =
          "The last of the 24 months of service that are looked at (default: the latest).")
  private @Nullable YearMonth through;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder that takes the files (default: ${DEFAULT-VALUE}).",
      defaultValue = "reports/inferred-contracts")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    PrintWriter text = Objects.requireNonNull(spec).commandLine().getOut();
    FilePlace claims = Objects.requireNonNull(warehouse);
    Practice practice = PracticeFile.read(practiceFile);
    List<InferredPayer> found;
    try (PrivateDirectory work = PrivateDirectory.create();
        Engines engines = engine.in(work, practice, claims)) {
      found =
          ContractInferRun.run(
              new ContractInferRun.InferSettings(
                  practice,
                  practiceFile,
                  ReferenceDirectory.orShipped(reference),
                  claims,
                  payer,
                  through),
              engines,
              verbosity.progress());
    }
    refuseToReplace(found);
    if (found.isEmpty()) {
      text.println(nobody());
    }
    for (InferredPayer each : found) {
      say(text, each);
    }
    text.flush();
    return ExitCode.OK.code();
  }

  private String nobody() {
    return payer == null
        ? "Every payer with answered lines has a contract or a percent of Medicare. Name one with --payer to hold it against its amounts."
        : payer + " allowed nothing for a line of these months: there is nothing to infer from.";
  }

  // A contract that somebody has worked on is not lost.
  private void refuseToReplace(List<InferredPayer> found) {
    for (InferredPayer each : found) {
      for (String name : each.files().keySet()) {
        if (Files.exists(out.resolve(name))) {
          throw new InputException(
              "%s: expected no file of this name, found one. Move it away, or name another folder with --out."
                  .formatted(out.resolve(name)));
        }
      }
    }
  }

  private void say(PrintWriter text, InferredPayer found) throws IOException {
    InferredRates rates = found.rates();
    String period = "services of %s to %s".formatted(rates.first(), rates.last());
    if (found.files().isEmpty()) {
      text.printf(
          Locale.ROOT,
          "%s, %s: no rate gives three lines, and two thirds of a code's, to the cent. Nothing was written.%n",
          found.payer(),
          period);
      return;
    }
    text.printf(
        Locale.ROOT,
        "%s, %s: %,d %s, %s.%n",
        found.payer(),
        period,
        rates.rates().size(),
        rates.rates().size() == 1 ? "rate" : "rates",
        found.fit().words());
    if (!rates.unknown().isEmpty()) {
      text.printf(
          Locale.ROOT,
          "  Without a rate of their own: %,d by code and setting, which the file lists.%n",
          rates.unknown().size());
    }
    Files.createDirectories(out);
    for (Map.Entry<String, String> file : found.files().entrySet()) {
      Files.writeString(out.resolve(file.getKey()), file.getValue());
      text.println("  " + out.resolve(file.getKey()));
    }
  }
}
