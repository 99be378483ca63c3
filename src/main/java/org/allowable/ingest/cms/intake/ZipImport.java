package org.allowable.ingest.cms.intake;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.allowable.ingest.cms.feeschedule.ZipHistory;
import org.allowable.ingest.cms.feeschedule.ZipLocalityFile;
import org.allowable.ingest.cms.feeschedule.ZipSnapshotFile;
import org.allowable.ingest.cms.feeschedule.ZipSnapshotFile.Snapshot;
import org.allowable.ingest.cms.intake.ImportReport.FileOutcome;
import org.allowable.ingest.cms.kind.FileKind;
import org.allowable.ingest.cms.kind.RecognizedFile;
import org.allowable.model.InputException;
import org.allowable.model.Reference;

/** Makes one table of all files of ZIP codes: whole histories, and CMS's files of a quarter. */
final class ZipImport {

  private final TableStore store;

  ZipImport(TableStore store) {
    this.store = store;
  }

  /**
   * Stages the ZIP codes. A file of whole histories is the table; files of a quarter change it or,
   * where there is none, what is in the reference directory.
   *
   * @param files those of histories first
   * @return one outcome for each file
   * @throws InputException where a file contradicts itself or another
   */
  List<FileOutcome> add(List<RecognizedFile> files) throws IOException {
    List<RecognizedFile> histories =
        files.stream().filter(file -> file.kind() == FileKind.ZIP_LOCALITY).toList();
    List<RecognizedFile> quarters = files.subList(histories.size(), files.size());
    if (histories.size() > 1) {
      throw new InputException(
          histories.get(1).source().path()
              + ": another file of this import holds zip_locality too. Keep one of them.");
    }
    List<List<String>> start =
        histories.isEmpty()
            ? store.rows(Reference.ZIP_LOCALITY, "")
            : ZipLocalityFile.read(histories.get(0)).of("", LocalDate.EPOCH);
    ZipHistory history = new ZipHistory(start);
    List<Snapshot> snapshots = new ArrayList<>();
    for (RecognizedFile quarter : quarters) {
      snapshots.add(ZipSnapshotFile.read(quarter));
    }
    snapshots.sort(Comparator.comparing(Snapshot::day));
    snapshots.forEach(history::add);
    return outcomes(files, history.complete(), histories.isEmpty());
  }

  private List<FileOutcome> outcomes(
      List<RecognizedFile> files, List<List<String>> complete, boolean isUpdate)
      throws IOException {
    RecognizedFile first = files.get(0);
    FileOutcome whole =
        isUpdate
            ? store.update(first, Reference.ZIP_LOCALITY, complete)
            : store.put(first, Reference.ZIP_LOCALITY, "", complete);
    List<FileOutcome> outcomes = new ArrayList<>();
    outcomes.add(whole);
    files.stream()
        .skip(1)
        .map(file -> file.source().path())
        .map(path -> new FileOutcome(path, whole.state(), whole.sentence()))
        .forEach(outcomes::add);
    return outcomes;
  }
}
