package org.allowable.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.allowable.ingest.cms.intake.ImportReport;
import org.allowable.ingest.cms.intake.ImportReport.FileOutcome;
import org.allowable.ingest.cms.intake.ImportReport.State;
import org.allowable.ingest.cms.intake.ReferenceImport;
import org.allowable.ingest.cms.intake.ReferenceStatus;
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
    subcommands = {ReferenceCommand.Import.class, ReferenceCommand.Status.class})
public final class ReferenceCommand {

  /** {@code allowable reference import}: reads CMS files into the reference tables. */
  @Command(
      name = "import",
      footer = {
        "",
        "Examples:",
        "  allowable reference import --in downloads --reference my-reference",
        "  allowable reference import --in rvu26d.zip --reference my-reference --release 2026D"
      },
      description = {
        "Reads CMS files (relative values, geographic indices, outpatient caps, ZIP code localities,"
            + " ASC addenda, OPPS addendum B, NCCI edits) into the reference tables.",
        "Files are recognized by content. If one must be refused, nothing is written."
      },
      mixinStandardHelpOptions = true)
  static final class Import implements Callable<Integer> {

    @Option(
        names = {"--in", "--source"},
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
        paramLabel = "RELEASE",
        description =
            "Release of files that do not say it in title or name: A January, B April, C July,"
                + " D October.")
    private @Nullable String release;

    @Option(names = "--replace", description = "Replace a release that is there with other values.")
    private boolean replace;

    @Option(
        names = "--extract",
        description =
            "The files hold some codes of their release alone: others are not in this extract, and"
                + " not without a fee.")
    private boolean extract;

    @Option(names = "--verbose", description = "Show progress.")
    private boolean verbose;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
      PrintWriter out = spec().commandLine().getOut();
      PrintWriter err = spec().commandLine().getErr();
      Progress progress = verbose || isTerminal() ? err::println : Progress.SILENT;
      ImportReport report =
          ReferenceImport.run(
              new ReferenceImport.Request(source, reference, release, replace, extract), progress);
      for (FileOutcome outcome : report.outcomes()) {
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

    private String line(FileOutcome outcome) {
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

  /** {@code allowable reference status}: what is loaded, against what CMS has in force. */
  @Command(
      name = "status",
      footer = {
        "",
        "Examples:",
        "  allowable reference status",
        "  allowable reference status --reference my-reference --date 2027-01-01"
      },
      description = {
        "Lists each kind of reference data: the release that CMS has in force, what is loaded, what"
            + " is missing and since when, and where to get it."
      },
      mixinStandardHelpOptions = true)
  static final class Status implements Callable<Integer> {

    private static final String NONE = "-";
    private static final int MOST_NAMES = 4;

    @Option(
        names = "--reference",
        paramLabel = "DIR",
        description = "Imported CMS tables; default: bundled tables.")
    private @Nullable Path reference;

    @Option(
        names = "--date",
        paramLabel = "2026-10-01",
        description = "The day on which releases are in force (default: today).")
    private @Nullable LocalDate date;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
      PrintWriter out = Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut();
      LocalDate day = date == null ? LocalDate.now(ZoneId.systemDefault()) : date;
      Path tables = ReferenceDirectory.orShipped(reference);
      try (PrivateDirectory work = PrivateDirectory.create()) {
        print(ReferenceStatus.on(day, tables, work.path()), day, out);
      }
      return ExitCode.OK.code();
    }

    private static void print(List<ReferenceStatus.Kind> kinds, LocalDate day, PrintWriter out) {
      TextTable table =
          new TextTable("kind", "in force " + day, "loaded", "missing since", "releases missing");
      for (ReferenceStatus.Kind kind : kinds) {
        table.row(
            List.of(
                kind.label(),
                orNone(kind.inForce()),
                loaded(kind),
                kind.missingSince() == null ? NONE : kind.missingSince().toString(),
                names(kind.missing())));
      }
      table.print(out);
      List<ReferenceStatus.Kind> missing =
          kinds.stream().filter(kind -> !kind.missing().isEmpty()).toList();
      if (!missing.isEmpty()) {
        out.println();
        out.println("Where the missing files are on cms.gov:");
        TextTable pages = new TextTable("kind", "page");
        missing.forEach(kind -> pages.row(List.of(kind.label(), kind.page())));
        pages.print(out);
        out.println();
        out.println(
            "Put them into a folder as they come, and run"
                + " 'allowable reference import --in FOLDER --reference MY-REFERENCE'.");
      }
      kinds.stream()
          .filter(kind -> kind.calendarEnd().isBefore(day))
          .forEach(
              kind ->
                  out.printf(
                      "%s: the calendar of releases ends on %s. Add rows to"
                          + " reference_calendar.csv or release_calendar.csv.%n",
                      kind.label(), kind.calendarEnd()));
      out.flush();
    }

    private static String loaded(ReferenceStatus.Kind kind) {
      if (kind.loaded() == null) {
        return "not loaded";
      }
      return kind.loaded() + (kind.isExtract() ? " (extract)" : "");
    }

    private static String orNone(@Nullable String text) {
      return text == null ? NONE : text;
    }

    private static String names(List<String> releases) {
      if (releases.isEmpty()) {
        return NONE;
      }
      return releases.size() <= MOST_NAMES
          ? String.join(", ", releases)
          : "%d from %s to %s"
              .formatted(releases.size(), releases.get(0), releases.get(releases.size() - 1));
    }
  }
}
