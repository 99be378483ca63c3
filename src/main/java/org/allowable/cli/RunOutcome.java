package org.allowable.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.allowable.job.Manifest;
import org.allowable.job.ReportRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * How a report's run ended, as the command says it.
 *
 * @param code the exit code
 * @param made what the user opens, and whether it is new; nothing where nothing was published
 * @param complaints one line each
 */
record RunOutcome(int code, List<String> made, List<String> complaints) {

  /**
   * Of a run.
   *
   * @param workbook the file to name
   */
  static RunOutcome of(ReportRun.Finished finished, String workbook) {
    if (!finished.failedCanaries().isEmpty()) {
      return failed(
          finished.failedCanaries().stream().map(canary -> canary.text() + "."),
          "Nothing was published: a canary claim failed. Correct the contract or the claim.");
    }
    if (!finished.failedControls().isEmpty()) {
      return failed(
          finished.failedControls().stream().map(RunOutcome::inWords),
          "Nothing was published. Please report this: the totals must reconcile.");
    }
    String place = finished.place().resolve(workbook).toString();
    return new RunOutcome(
        ExitCode.OK.code(),
        finished.isNew()
            ? List.of(place)
            : List.of("This report was made before, from the same inputs:", place),
        List.of());
  }

  /** The same with a further complaint, where there is one; the code stays. */
  RunOutcome with(@Nullable String complaint) {
    return complaint == null
        ? this
        : new RunOutcome(
            code, made, Stream.concat(complaints.stream(), Stream.of(complaint)).toList());
  }

  private static RunOutcome failed(Stream<String> reasons, String end) {
    return new RunOutcome(
        ExitCode.CONTROL.code(), List.of(), Stream.concat(reasons, Stream.of(end)).toList());
  }

  private static String inWords(Manifest.Control control) {
    return "Control failed: %s: expected %s, found %s %s."
        .formatted(
            control.control(),
            inWords(control.expected()),
            inWords(control.found()),
            control.unit());
  }

  private static String inWords(@Nullable BigDecimal sum) {
    return sum == null ? "nothing known" : sum.toPlainString();
  }

  /**
   * Says it.
   *
   * @return the exit code
   */
  int say(CommandLine command) {
    made.forEach(command.getOut()::println);
    complaints.forEach(command.getErr()::println);
    return code;
  }
}
