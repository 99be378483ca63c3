package org.allowable.cli;

import java.nio.file.Path;
import org.allowable.config.PracticeFile;
import org.allowable.ingest.parquet.WarehouseReader;
import org.allowable.job.ReportRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every report over a warehouse is told: where things are. */
final class ReportOptions {

  @Option(
      names = "--warehouse",
      required = true,
      paramLabel = "DIR",
      description = "The warehouse that ingestion wrote.")
  private Path warehouse = Path.of("");

  @Option(
      names = "--reference",
      paramLabel = "DIR",
      description = "Imported CMS tables; default: bundled tables.")
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
          "The contract files (default: as the practice file says, or the folder contracts next to it).")
  private @Nullable Path contracts;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "reports",
      description = "The folder of all runs (default: reports).")
  private Path out = Path.of("reports");

  /**
   * The sources of a run.
   *
   * @throws org.allowable.model.InputException if there is no warehouse, or the practice file is
   *     not as it must be
   */
  ReportRun.ReportSources sources() {
    WarehouseReader.requireFolder(warehouse);
    Path file = practiceFile == null ? warehouse.resolve("practice.yaml") : practiceFile;
    return new ReportRun.ReportSources(
        warehouse,
        ReferenceDirectory.orShipped(reference),
        PracticeFile.read(file),
        file,
        contracts,
        out,
        Version.current());
  }
}
