package org.allowable.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.allowable.ingest.cms.ImportReport;
import org.allowable.ingest.cms.ImportReport.Outcome;
import org.allowable.ingest.cms.ImportReport.State;
import org.allowable.ingest.cms.ReferenceImport;
import org.allowable.model.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code allowable reference}: the tables of facts that CMS publishes. */
@Command(
    name = "reference",
    description = "Reference tables: what CMS published.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = ReferenceCommand.Import.class)
public final class ReferenceCommand {

  /** {@code allowable reference import}: reads CMS files into the reference tables. */
  @Command(
      name = "import",
      description = {
        "Reads CMS files (relative values, geographic indices, outpatient caps, ZIP code localities,"
            + " ASC addenda, OPPS addendum B, NCCI edits) into the reference tables.",
        "Files are recognised by content. If one must be refused, nothing is written."
      },
      mixinStandardHelpOptions = true)
  static final class Import implements Callable<Integer> {

    @Option(
        names = "--source",
        required = true,
        paramLabel = "DIR",
        description = "Directory with the files or archives, also in its folders.")
    private Path source = Path.of("");

    @Option(
        names = "--reference",
        required = true,
        paramLabel = "DIR",
        description = "Directory of the reference tables; made if there is none.")
    private Path reference = Path.of("");

    @Option(
        names = "--release",
        paramLabel = "2025D",
        description =
            "Release of files that do not say it in title or name: A January, B April, C July,"
                + " D October.")
    private @Nullable String release;

    @Option(names = "--replace", description = "Replace a release that is there with other values.")
    private boolean replace;

    @Option(names = "--verbose", description = "Say what is being done.")
    private boolean verbose;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
      PrintWriter out = spec().commandLine().getOut();
      PrintWriter err = spec().commandLine().getErr();
      Progress progress = verbose || isTerminal() ? err::println : Progress.SILENT;
      ImportReport report =
          ReferenceImport.run(
              new ReferenceImport.Request(source, reference, release, replace), progress);
      for (Outcome outcome : report.outcomes()) {
        out.println(line(outcome));
      }
      out.flush();
      if (report.isRefused()) {
        err.printf(
            "%d of %d files were refused, so nothing was written to %s.%n",
            report.count(State.REFUSED), report.outcomes().size(), reference);
        return ExitCode.INPUT.code();
      }
      return ExitCode.OK.code();
    }

    private String line(Outcome outcome) {
      return outcome.state() == State.REFUSED
          ? outcome.sentence()
          : source.relativize(outcome.file()) + ": " + outcome.sentence();
    }

    // Java 22 and later give a console also in a pipe; the build admits only those before.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
      return System.console() != null;
    }

    private CommandSpec spec() {
      return Objects.requireNonNull(spec, "picocli sets it");
    }
  }
}
