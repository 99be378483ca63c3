package org.allowable.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.allowable.job.Manifest;
import org.allowable.job.ReportRun;
import org.allowable.job.RunList;
import org.allowable.model.ReportTitle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * How a report's run ended, as the command says it.
 *
 * @param code the exit code
 * @param workbook what the user opens; null where nothing was published
 * @param isNew false where it had been made before
 * @param complaints one line each
 */
record RunOutcome(int code, @Nullable Path workbook, boolean isNew, List<String> complaints) {

  // A terminal's link: the address, and then the words that show.
  private static final String LINK = "\u001b]8;;%s\u001b\\%s\u001b]8;;\u001b\\";

  /**
   * Of a run.
   *
   * @throws IOException if its manifest, which names the workbook, cannot be read
   */
  static RunOutcome of(ReportRun.Finished finished) throws IOException {
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
    String workbook = RunList.title(finished.place()).workbook();
    return new RunOutcome(
        ExitCode.OK.code(), finished.place().resolve(workbook), finished.isNew(), List.of());
  }

  /** Of a run that came to nothing. */
  static RunOutcome failed(int code, List<String> complaints) {
    return new RunOutcome(code, null, false, complaints);
  }

  /** What the user opens, and whether it is new; nothing where nothing was published. */
  List<String> made() {
    return made(String.valueOf(workbook));
  }

  private List<String> made(String name) {
    if (workbook == null) {
      return List.of();
    }
    return isNew
        ? List.of(name)
        : List.of("This report was made before, from the same inputs:", name);
  }

  /** The same with a further complaint, where there is one; the code stays. */
  RunOutcome with(@Nullable String complaint) {
    return complaint == null
        ? this
        : new RunOutcome(
            code,
            workbook,
            isNew,
            Stream.concat(complaints.stream(), Stream.of(complaint)).toList());
  }

  private static RunOutcome failed(Stream<String> reasons, String end) {
    return failed(ExitCode.CONTROL.code(), Stream.concat(reasons, Stream.of(end)).toList());
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
   * @param isRead whether somebody reads it, and not a program: then the report's headline comes
   *     first, and its place is a link
   * @return the exit code
   */
  int say(CommandLine command, boolean isRead) {
    if (isRead && workbook != null) {
      headline(workbook).forEach(command.getOut()::println);
      made(LINK.formatted(workbook.toUri(), workbook)).forEach(command.getOut()::println);
    } else {
      made().forEach(command.getOut()::println);
    }
    complaints.forEach(command.getErr()::println);
    return code;
  }

  // Two lines of what the report found; none of a run of before titles were kept.
  private static List<String> headline(Path workbook) {
    try {
      ReportTitle title = RunList.title(Objects.requireNonNull(workbook.getParent()));
      return Stream.of(title.title() + ": " + title.subtitle(), title.headline())
          .filter(line -> !title.title().isEmpty() && !line.isEmpty())
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
