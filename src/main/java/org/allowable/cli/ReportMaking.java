package org.allowable.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.allowable.job.Engines;
import org.allowable.job.ReportRun;
import org.allowable.model.Progress;
import picocli.CommandLine;

/**
 * Makes a report of a warehouse, or of each practice of a folder. Every practice has its own
 * engine, temporary folder and output folder; what goes wrong with one stops no other.
 *
 * @param engine which one is to run
 * @param verbosity how much to say
 * @param report makes one report
 */
record ReportMaking(EngineOption engine, Verbosity verbosity, Report report) {

  /** Makes the report of one warehouse. */
  @FunctionalInterface
  interface Report {

    /** Makes it, or says why there is none. */
    ReportRun.Finished make(ReportRun.ReportSources sources, Engines engines, Progress progress)
        throws IOException;
  }

  /**
   * Makes what the options ask for and says what came of it.
   *
   * @return the exit code
   */
  int run(ReportOptions options, CommandLine command) throws IOException {
    Progress progress = verbosity.ofReport();
    try {
      if (options.isOfPractices()) {
        int code = each(options, options.practices(), progress, command);
        progress.ended();
        return code;
      }
      ReportRun.ReportSources sources = options.sources();
      RunOutcome outcome;
      try (PrivateDirectory work = PrivateDirectory.create();
          Engines engines = options.engines(engine, work, sources)) {
        outcome = outcome(sources, engines, progress);
      }
      progress.ended();
      return outcome.say(command, verbosity.isRead());
    } finally {
      progress.makeRoom();
    }
  }

  private RunOutcome outcome(ReportRun.ReportSources sources, Engines engines, Progress said)
      throws IOException {
    RunOutcome outcome = RunOutcome.of(report.make(sources, engines, said));
    return outcome.made().isEmpty() ? outcome : outcome.with(ReportIndex.rewrite(sources.out()));
  }

  private int each(
      ReportOptions options, PracticeFolders practices, Progress progress, CommandLine command) {
    List<String> failed = new ArrayList<>();
    int firstFailure = ExitCode.OK.code();
    for (String name : practices.names()) {
      RunOutcome outcome = alone(options, practices, progress, name);
      if (outcome.code() == ExitCode.STOPPED.code()) {
        return outcome.code();
      }
      progress.makeRoom();
      say(name, outcome, command);
      if (outcome.code() != ExitCode.OK.code()) {
        failed.add(name);
        firstFailure = failed.size() == 1 ? outcome.code() : firstFailure;
      }
    }
    if (failed.size() < practices.names().size()) {
      String complaint = ReportIndex.rewrite(options.out());
      if (complaint != null) {
        command.getErr().println(complaint);
      }
    }
    if (failed.isEmpty()) {
      return ExitCode.OK.code();
    }
    command
        .getErr()
        .printf(
            "No report of %d of %d practices: %s.%n",
            failed.size(), practices.names().size(), String.join(", ", failed));
    return failed.size() < practices.names().size() ? ExitCode.QUARANTINED.code() : firstFailure;
  }

  private RunOutcome alone(
      ReportOptions options, PracticeFolders practices, Progress progress, String name) {
    try {
      ReportRun.ReportSources sources = options.sources(practices, name);
      try (PrivateDirectory work = PrivateDirectory.create()) {
        Engines engines = options.engines(engine, work, sources);
        try {
          return outcome(sources, engines, progress.named(name));
        } finally {
          engines.end();
        }
      }
    } catch (IOException | RuntimeException e) {
      return failed(e, options, practices, name);
    } catch (OutOfMemoryError | LinkageError e) {
      // All that it held is let go here: the next practice may be smaller.
      return failed(Main.outOfMemory(e), options, practices, name);
    }
  }

  private static RunOutcome failed(
      Exception fault, ReportOptions options, PracticeFolders practices, String name) {
    StringWriter said = new StringWriter();
    int code =
        Main.explain(
            fault,
            List.of(
                options.out(name),
                practices.warehouse(name),
                Path.of(System.getProperty("java.io.tmpdir"))),
            new PrintWriter(said, true));
    return RunOutcome.failed(code, said.toString().lines().toList());
  }

  // One line a practice, so that a script can tell them apart.
  private static void say(String name, RunOutcome outcome, CommandLine command) {
    boolean isMade = outcome.code() == ExitCode.OK.code();
    command
        .getOut()
        .println(
            name
                + ": "
                + (isMade
                    ? String.join(" ", outcome.made())
                    : "no report, exit code " + outcome.code()));
    if (!outcome.complaints().isEmpty()) {
      command.getErr().println(name + ": " + String.join(" ", outcome.complaints()));
    }
  }
}
