package org.allowable.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.allowable.ingest.parquet.FilePlace;
import org.allowable.ingest.worklist.WorklistStore;
import org.allowable.ingest.worklist.WorklistWorkbook;
import org.allowable.job.Engines;
import org.allowable.job.ReportRun;
import org.allowable.job.WorklistPlan;
import org.allowable.model.InputException;
import org.allowable.model.Progress;
import org.allowable.model.ReportTitle;
import org.allowable.model.Rows;
import org.allowable.model.Sha256;
import org.allowable.report.worklist.WorklistReport;
import org.allowable.worklist.EditedRow;
import org.allowable.worklist.WorklistEvent;
import org.allowable.worklist.WorklistHistory;
import org.allowable.worklist.WorklistUpdate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * {@code worklist}: what is to be done about each claim, what people said of it, what came back.
 */
@Command(
    name = "worklist",
    footer = {
      "",
      "Examples:",
      "  allowable worklist --warehouse warehouse --practice practice.yaml",
      "  allowable worklist --warehouse warehouse --update worklist.xlsx",
      "  allowable worklist --warehouse rebuilt --events warehouse"
    },
    description = {
      "One row a claim and payer with its findings, deadline and dollars: an Excel file that people edit.",
      "With --update the edits of such a file are recorded in the warehouse; they survive new files,"
          + " reversals and corrected claims. The exit code is 6 where an edit met somebody else's."
    },
    mixinStandardHelpOptions = true)
final class WorklistCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Mixin private final Verbosity verbosity = new Verbosity();

  @Mixin private final EngineOption engine = new EngineOption();

  @Mixin private final ReportOptions options = new ReportOptions();

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "The day by which deadlines have passed or not (default: today).")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description =
          "Where the file to edit goes (default: by practice and day, in the folder of all runs). One whose"
              + " edits are not recorded yet is never written over.")
  private @Nullable String file;

  @Option(
      names = "--update",
      paramLabel = "FILE",
      description = "Record the edits of this worklist, and make none.")
  private @Nullable Path update;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description =
          "With --update: whose file it is. Who edits a cell of one file twice is in no conflict with himself.")
  private @Nullable String by;

  @Option(
      names = "--events",
      paramLabel = "PLACE",
      converter = PlaceConverter.class,
      description = "Bring the edits of another warehouse, such as the one before it was rebuilt.")
  private @Nullable FilePlace events;

  private final List<Path> copies = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    if (update != null && events != null) {
      throw wrong("Name one of --update and --events");
    }
    if (by != null && update == null) {
      throw wrong("--by says whose file --update reads: name that file");
    }
    if (events != null) {
      return bring(events);
    }
    if (update != null) {
      return update(update);
    }
    options.refuseForPractices("--file", file);
    int code = new ReportMaking(engine, verbosity, this::make).run(options, line());
    copies.forEach(copy -> output().println("To edit: " + copy));
    return code;
  }

  private ParameterException wrong(String what) {
    return new ParameterException(line(), what);
  }

  private picocli.CommandLine line() {
    return Objects.requireNonNull(spec).commandLine();
  }

  private PrintWriter output() {
    return line().getOut();
  }

  private LocalDate day() {
    return asOf == null ? LocalDate.now(ZoneId.systemDefault()) : asOf;
  }

  private ReportRun.Finished make(
      ReportRun.ReportSources sources, Engines engines, Progress progress) throws IOException {
    String name = WorklistReport.fileName(sources.practice().name(), day()).ending("xlsx");
    Path copy = file == null ? sources.out().resolve(name) : Path.of(file);
    if (Files.exists(copy)) {
      requireRecorded(copy, sources.warehouse());
    }
    ReportRun.Finished finished =
        new ReportRun(sources, WorklistPlan.of(sources.practice(), day()), engines, progress)
            .run((marts, facts, folder) -> publish(sources, marts, facts, folder));
    Path made = finished.place().resolve(name);
    if (Files.isRegularFile(made)) {
      ResultFile.at(copy.toString()).take(made);
      copies.add(copy);
    }
    return finished;
  }

  private ReportTitle publish(
      ReportRun.ReportSources sources,
      Map<String, Rows> marts,
      ReportRun.RunFacts facts,
      Path folder)
      throws IOException {
    return new WorklistReport(sources.practice().name(), day(), facts.runId(), marts).write(folder);
  }

  // Somebody's work of a day would be gone.
  private void requireRecorded(Path copy, FilePlace warehouse) throws IOException {
    WorklistUpdate.Additions found =
        found(copy, WorklistWorkbook.read(copy), new WorklistStore(warehouse).read());
    if (!found.events().isEmpty()) {
      throw new InputException(
          copy
              + " has edits that are not recorded. Record them with --update "
              + copy
              + " first, or name another file with --file.");
    }
  }

  private WorklistUpdate.Additions found(Path edited, List<EditedRow> rows, WorklistHistory history)
      throws IOException {
    return new WorklistUpdate(
            edited.toString(), Sha256.of(edited), by, Clock.systemUTC().instant(), day())
        .by(rows, history);
  }

  private int update(Path edited) throws IOException {
    FilePlace warehouse = options.oneWarehouse();
    List<EditedRow> rows = WorklistWorkbook.read(edited);
    List<WorklistUpdate.Additions> all = new ArrayList<>();
    new WorklistStore(warehouse)
        .add(
            history -> {
              try {
                all.add(found(edited, rows, history));
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
              return all.get(0).events();
            });
    return say(rows.size(), all.get(0));
  }

  private int say(int rows, WorklistUpdate.Additions found) {
    if (found.isKnownFile()) {
      output().printf("This file was read before: nothing to record.%n");
      return ExitCode.OK.code();
    }
    int conflicts = found.conflicts().size();
    output()
        .printf(
            "%,d rows read, %,d edits recorded, %,d recorded before, %,d in conflict.%n",
            rows, found.events().size() - conflicts, found.knownEdits(), conflicts);
    for (WorklistUpdate.Conflict conflict : found.conflicts()) {
      output()
          .printf(
              "Conflict: %s, column %s: edited by somebody else since this file was written."
                  + " Both are kept; the earlier one counts until somebody settles it in a new"
                  + " worklist.%n",
              conflict.place(), conflict.column());
    }
    return (conflicts == 0 ? ExitCode.OK : ExitCode.FINDINGS).code();
  }

  private int bring(FilePlace from) throws IOException {
    WorklistHistory other = new WorklistStore(from).read();
    List<WorklistEvent> brought =
        new WorklistStore(options.oneWarehouse()).add(history -> history.missing(other));
    output()
        .printf(
            "%,d edits brought, %,d were here before.%n",
            brought.size(), other.events().size() - brought.size());
    return ExitCode.OK.code();
  }

  /** Reads a day such as 2026-11-30. */
  static final class DateConverter implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeException e) {
        throw new TypeConversionException("write a day as 2026-11-30");
      }
    }
  }
}
