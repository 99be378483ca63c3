package org.allowable.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.allowable.job.RunCheck;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify}: whether a report's folder is as it was made. */
@Command(
    name = "verify",
    footer = {"", "Examples:", "  allowable verify reports/monthly-report-2026-09-0123456789ab"},
    description = {
      "Check the files of a report against its manifest.",
      "The exit code is 0 when all are as they were written, and 6 when some are missing, changed"
          + " or added."
    },
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "RUN",
      description = "Folder of a report, such as reports/monthly-report-2026-09-...")
  private Path run = Path.of("");

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    List<String> changes = RunCheck.changes(run);
    if (changes.isEmpty()) {
      out.println(run + ": every file is as it was written.");
      return ExitCode.OK.code();
    }
    out.println(run + ": not as it was written.");
    changes.forEach(change -> out.println("  " + change));
    return ExitCode.FINDINGS.code();
  }
}
