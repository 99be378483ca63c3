package org.allowable.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.allowable.ingest.parquet.FilePlace;
import org.allowable.ingest.worklist.WorklistStore;
import org.allowable.sample.Sample;
import org.allowable.worklist.WorklistHistory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code demo}: an invented practice of 100,000 lines, what its people wrote into their worklist,
 * and its monthly report.
 */
@Command(
    name = "demo",
    footer = {"", "Examples:", "  allowable demo", "  allowable demo --lines 20000 --out reports"},
    description =
        "Makes sample data with a worklist that was worked on, runs the monthly report on it and says where the workbook is.",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

  private static final String LAST_FULL_MONTH = "2026-09";

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--lines",
      defaultValue = "100000",
      description = "Claim lines (default: 100000).")
  private int lines;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data/sample",
      description = "Where the sample goes (default: data/sample).")
  private Path data = Path.of("data/sample");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "reports",
      description = "The folder of all runs (default: reports).")
  private Path out = Path.of("reports");

  @Override
  public Integer call() throws IOException {
    CommandLine parent = java.util.Objects.requireNonNull(spec).commandLine().getParent();
    PrintWriter err = spec.commandLine().getErr();
    Path sample = data.resolve("demo-" + lines);
    if (!Files.isDirectory(sample)) {
      err.println("Making " + lines + " invented claim lines in " + sample);
      int made =
          parent.execute(
              "sample",
              "--lines",
              Integer.toString(lines),
              "--seed",
              "1",
              "--out",
              sample.toString());
      if (made != ExitCode.OK.code()) {
        return made;
      }
      bring(sample.resolve(Sample.EDITS), sample);
    }
    err.println("Running the monthly report for " + LAST_FULL_MONTH);
    return parent.execute(
        "monthly-report",
        "--warehouse",
        sample.toString(),
        "--month",
        LAST_FULL_MONTH,
        "--out",
        out.toString());
  }

  // Of a few lines nobody may have said anything.
  private static void bring(Path edits, Path sample) throws IOException {
    if (Files.isDirectory(edits)) {
      WorklistHistory said = new WorklistStore(FilePlace.of(edits)).read();
      new WorklistStore(FilePlace.of(sample)).add(history -> history.missing(said));
    }
  }
}
