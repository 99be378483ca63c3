package org.allowable.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.allowable.model.InputException;
import org.allowable.model.Progress;
import org.allowable.sample.Sample;
import org.allowable.sample.SampleRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code allowable sample}: an invented practice's history with its true answers. */
@Command(
    name = "sample",
    footer = {
      "",
      "Examples:",
      "  allowable sample --lines 20000 --out data/sample",
      "  allowable sample --lines 5000 --out data/sample --x12 --to 2026-09"
    },
    description =
        "Writes the history of an invented practice: a warehouse, its practice file, and the true"
            + " answers to compare a report with.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class SampleCommand implements Callable<Integer> {

  @Option(
      names = "--lines",
      description = "Claim lines to write. Default: ${DEFAULT-VALUE}.",
      defaultValue = "20000")
  private long lines;

  @Option(
      names = "--seed",
      description = "The same seed gives the same files. Default: ${DEFAULT-VALUE}.",
      defaultValue = "1")
  private long seed;

  @Option(
      names = "--out",
      description = "Folder to make. Default: ${DEFAULT-VALUE}.",
      defaultValue = "data/sample")
  private Path out = Path.of("data", "sample");

  @Option(
      names = "--months",
      description = "Months of service. Default: ${DEFAULT-VALUE}.",
      defaultValue = "24")
  private int months;

  @Option(
      names = {"--to", "--through"},
      paramLabel = "MONTH",
      description = "The last month. Default: ${DEFAULT-VALUE}.",
      defaultValue = "2026-10")
  private YearMonth through = YearMonth.of(2026, 10);

  @Option(names = "--practice", description = "Practice file. Default: the shipped example.")
  private @Nullable Path practice;

  @Option(
      names = "--reference",
      description = "Folder of reference tables. Default: those shipped.")
  private @Nullable Path reference;

  @Option(names = "--x12", description = "Write the history as 837P and 835 files, too.")
  private boolean x12;

  @Option(names = "--verbose", description = "Show progress.")
  private boolean verbose;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    Path tables = reference == null ? null : ReferenceDirectory.orShipped(reference);
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    PrintWriter console = spec.commandLine().getOut();
    Progress progress = verbose || isTerminal() ? line -> err.println(line) : Progress.SILENT;
    try {
      Sample.write(
          new SampleRequest(lines, seed, out, months, through, practice, tables, x12), progress);
    } catch (IOException e) {
      throw new InputException("The sample could not be written to " + out + ".", e);
    }
    console.printf("Wrote %,d claim lines to %s.%n", lines, out);
    return ExitCode.OK.code();
  }

  @SuppressWarnings("SystemConsoleNull") // the build allows no Java on which this differs
  private static boolean isTerminal() {
    return System.console() != null;
  }
}
