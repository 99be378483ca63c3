package org.allowable.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Map;
import java.util.concurrent.Callable;
import org.allowable.config.DateBasis;
import org.allowable.config.Practice;
import org.allowable.config.PracticeFile;
import org.allowable.job.Manifest;
import org.allowable.job.MonthlyReportRun;
import org.allowable.model.Progress;
import org.allowable.model.Rows;
import org.allowable.report.CsvTable;
import org.allowable.report.monthly.MonthlyReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code monthly-report}: the workbook of a month, with its charts and tables. */
@Command(
    name = "monthly-report",
    description = "Expected against allowed and paid, denials, and what could not be judged.")
public final class MonthlyReportCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Mixin private final Verbosity verbosity = new Verbosity();

  @Option(
      names = "--warehouse",
      required = true,
      paramLabel = "DIR",
      description = "The warehouse that ingestion wrote.")
  private Path warehouse = Path.of("");

  @Option(
      names = "--reference",
      paramLabel = "DIR",
      description = "Imported CMS tables; without it, those that ship.")
  private @Nullable Path reference;

  @Option(
      names = "--practice",
      paramLabel = "FILE",
      description = "The practice file (default: practice.yaml in the warehouse).")
  private @Nullable Path practiceFile;

  @Option(
      names = "--contracts",
      paramLabel = "DIR",
      description =
          "The contract files (default: what the practice file says, or contracts beside it).")
  private @Nullable Path contracts;

  @Option(
      names = "--month",
      required = true,
      converter = Month.class,
      description = "The report month, such as 2026-10.")
  private YearMonth month = YearMonth.of(1970, 1);

  @Option(
      names = "--date-basis",
      defaultValue = "SERVICE",
      description = "service (default) or payment: which date puts a line into a month.")
  private DateBasis dateBasis = DateBasis.SERVICE;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "reports",
      description = "The folder of all runs (default: reports).")
  private Path out = Path.of("reports");

  @Override
  public Integer call() throws IOException {
    PrintWriter output = java.util.Objects.requireNonNull(spec).commandLine().getOut();
    PrintWriter errors = spec.commandLine().getErr();
    return run(output, errors, verbosity.progress());
  }

  private int run(PrintWriter output, PrintWriter errors, Progress progress) throws IOException {
    Path file = practiceFile == null ? warehouse.resolve("practice.yaml") : practiceFile;
    Practice practice = PracticeFile.read(file);
    MonthlyReportRun.Settings settings =
        new MonthlyReportRun.Settings(
            warehouse,
            References.orShipped(reference),
            practice,
            file,
            contracts,
            month,
            dateBasis,
            out,
            Version.current());
    try (PrivateDirectory work = PrivateDirectory.create()) {
      MonthlyReportRun.Finished finished =
          new MonthlyReportRun(settings, work.path(), progress)
              .run((marts, facts, folder) -> publish(settings, marts, facts, folder, progress));
      return say(finished, output, errors);
    }
  }

  private static void publish(
      MonthlyReportRun.Settings settings,
      Map<String, Rows> marts,
      MonthlyReportRun.Facts facts,
      Path folder,
      Progress progress)
      throws IOException {
    Path tables = java.nio.file.Files.createDirectory(folder.resolve("tables"));
    for (Rows rows : marts.values()) {
      CsvTable.write(
          tables.resolve(rows.table().name() + ".csv"), rows.columns(), rows.iterator().get());
    }
    progress.stage("tables: " + marts.size() + " CSV files");
    new MonthlyReport(
            settings.practice(),
            settings.month(),
            settings.dateBasis(),
            facts.runId(),
            facts.counts(),
            facts.references(),
            marts)
        .write(folder);
    progress.stage("workbook and charts written");
  }

  private static int say(
      MonthlyReportRun.Finished finished, PrintWriter output, PrintWriter errors) {
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
                  control.expected().toPlainString(),
                  control.found().toPlainString(),
                  control.unit()));
    }
    if (!finished.failedControls().isEmpty()) {
      errors.println("Nothing was published. Please report this: the totals must reconcile.");
      return ExitCode.CONTROL.code();
    }
    if (!finished.isNew()) {
      output.println("This report was made before, from the same inputs:");
    }
    output.println(finished.place().resolve(MonthlyReport.WORKBOOK));
    return ExitCode.OK.code();
  }

  /** Reads a month such as 2026-10. */
  static final class Month implements ITypeConverter<YearMonth> {
    @Override
    public YearMonth convert(String text) {
      try {
        return YearMonth.parse(text);
      } catch (DateTimeException e) {
        throw new TypeConversionException("write a month as 2026-10");
      }
    }
  }
}
