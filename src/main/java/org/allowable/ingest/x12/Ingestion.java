package org.allowable.ingest.x12;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.allowable.ingest.cms.source.ArchiveReader;
import org.allowable.ingest.parquet.FilePlace;
import org.allowable.ingest.parquet.WarehouseLock;
import org.allowable.model.InputException;
import org.allowable.model.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Puts the X12 files of a folder into a warehouse, in one batch. What the warehouse holds already
 * does not go in again: the command can be run on the same folder every night.
 */
public final class Ingestion {

  private Ingestion() {}

  /**
   * Ingests a folder and the folders in it.
   *
   * @param source folder of files of any name
   * @param warehouse folder, made if it is not there
   * @param patientKey file with the patient key, or null for the warehouse's own
   * @throws InputException if source, warehouse or key are not as they must be, or a file changes
   *     while it is read; then nothing was written
   */
  public static IngestionResult run(
      Path source, Path warehouse, @Nullable Path patientKey, Progress progress)
      throws IOException {
    return run(source, FilePlace.of(warehouse), patientKey, false, progress);
  }

  /**
   * Ingests a folder and the folders in it into a warehouse on this machine's disk or in a store.
   *
   * @param isStrict whether a file with anything amiss is refused whole
   * @throws InputException as {@link #run(Path, Path, Path, Progress)}
   */
  public static IngestionResult run(
      Path source,
      FilePlace warehouse,
      @Nullable Path patientKey,
      boolean isStrict,
      Progress progress)
      throws IOException {
    try (ArchiveReader archives = new ArchiveReader()) {
      return run(
          SourceFile.below(source, warehouse, archives),
          source,
          warehouse,
          patientKey,
          isStrict,
          progress);
    }
  }

  private static IngestionResult run(
      List<SourceFile> files,
      Path source,
      FilePlace warehouse,
      @Nullable Path patientKey,
      boolean isStrict,
      Progress progress)
      throws IOException {
    makeFolder(warehouse);
    WarehouseLock lock = WarehouseLock.hold(warehouse);
    try (lock) {
      return run(files, warehouse, patientKey, isStrict, progress)
          .withHidden(SourceFile.hiddenBelow(source, warehouse));
    }
  }

  /** Ingests files, in a warehouse that nobody else writes to. */
  static IngestionResult run(
      List<SourceFile> files,
      FilePlace warehouse,
      @Nullable Path patientKey,
      boolean isStrict,
      Progress progress)
      throws IOException {
    Catalog catalog = Catalog.of(warehouse);
    PatientKey key = PatientKeyFile.open(warehouse, patientKey, catalog.hasClaims());
    List<String> hashes = new ArrayList<>();
    for (SourceFile file : files) {
      hashes.add(file.sha256());
    }
    List<IngestedFile> outcomes = new ArrayList<>();
    try (IngestBatch batch = IngestBatch.of(warehouse, files, hashes, catalog);
        SetAside aside = new SetAside();
        SecondThread second = new SecondThread()) {
      RowSink rows = row -> second.run(() -> batch.write(row));
      ExceptionRows exceptions = ExceptionRows.of(warehouse);
      KnownChecks checks = new KnownChecks(warehouse, aside);
      FileIngestion ingestion =
          new FileIngestion(catalog, exceptions, checks, rows, second, key, aside, isStrict);
      for (int i = 0; i < files.size(); i++) {
        IngestedFile outcome = ingestion.ingest(files.get(i), hashes.get(i));
        outcomes.add(outcome);
        progress.stage(
            (i + 1) + " of " + files.size() + ": " + outcome.sourceFile() + " " + outcome.status());
      }
      List<HeldTransaction> held = exceptions.finish(checks, ingestion::readClaimLinesAgain, rows);
      List<IngestedFile> settled = ingestion.settle(outcomes);
      second.settle();
      return IngestionResult.of(
          settled, held, 0, exceptions.warnings(), batch.commit(), ingestion.added());
    }
  }

  private static void makeFolder(FilePlace warehouse) {
    try {
      warehouse.makeFolder();
    } catch (IOException e) {
      throw new InputException(
          warehouse
              + ": expected a folder, or a place where one can be made, found neither. Name another"
              + " with --warehouse.",
          e);
    }
  }
}
