package org.allowable.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import org.allowable.job.Manifest;
import org.allowable.job.ReportRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** What every report writes and says at its end. */
final class RunOutcome {

  private RunOutcome() {}

  /**
   * Says how a run ended.
   *
   * @param workbook the file to name
   * @return the exit code
   */
  static int say(ReportRun.Finished finished, String workbook, CommandLine command) {
    PrintWriter output = command.getOut();
    PrintWriter errors = command.getErr();
    if (!finished.failedCanaries().isEmpty()) {
      finished.failedCanaries().forEach(canary -> errors.println(canary.text() + "."));
      errors.println(
          "Nothing was published: a canary claim failed. Correct the contract or the claim.");
      return ExitCode.CONTROL.code();
    }
    for (Manifest.Control control : finished.failedControls()) {
      errors.println(
          "Control failed: %s: expected %s, found %s %s."
              .formatted(
                  control.control(),
                  inWords(control.expected()),
                  inWords(control.found()),
                  control.unit()));
    }
    if (!finished.failedControls().isEmpty()) {
      errors.println("Nothing was published. Please report this: the totals must reconcile.");
      return ExitCode.CONTROL.code();
    }
    if (!finished.isNew()) {
      output.println("This report was made before, from the same inputs:");
    }
    output.println(finished.place().resolve(workbook));
    return ExitCode.OK.code();
  }

  private static String inWords(@Nullable BigDecimal sum) {
    return sum == null ? "nothing known" : sum.toPlainString();
  }
}
