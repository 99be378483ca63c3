package org.allowable.ingest.worklist;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.allowable.ingest.parquet.FilePlace;
import org.allowable.ingest.parquet.InputFile;
import org.allowable.ingest.parquet.WarehouseBatch;
import org.allowable.ingest.parquet.WarehouseLock;
import org.allowable.ingest.parquet.WarehouseReader;
import org.allowable.ingest.parquet.WarehouseRows;
import org.allowable.model.Sha256;
import org.allowable.model.Unfinished;
import org.allowable.model.Warehouse;
import org.allowable.worklist.WorklistEvent;
import org.allowable.worklist.WorklistHistory;

/** The edits of a warehouse's worklist: read whole, and added to, never changed. */
public final class WorklistStore {

  /** The folder of the edits in a warehouse. */
  public static final String FOLDER = "worklist";

  private static final int HASH_DIGITS = 12;

  private final FilePlace warehouse;
  private final FilePlace folder;

  /** The edits of a warehouse. */
  public WorklistStore(FilePlace warehouse) {
    this.warehouse = warehouse;
    this.folder = warehouse.resolve(FOLDER);
  }

  /**
   * The files of the edits, after checking each.
   *
   * @return none where nobody edited anything
   * @throws org.allowable.model.InputException if one is not as it was written
   */
  public List<FilePlace> files() {
    return folder.isFolder()
        ? WarehouseReader.checked(folder, Warehouse.WORKLIST_EVENT)
        : List.of();
  }

  /** The folder that they are in. */
  public FilePlace folder() {
    return WarehouseReader.folder(folder, Warehouse.WORKLIST_EVENT);
  }

  /** Their fingerprints, with paths in the warehouse. */
  public List<InputFile> inputs() {
    return folder.isFolder()
        ? WarehouseReader.inputs(folder, Warehouse.WORKLIST_EVENT).stream()
            .map(f -> new InputFile(FOLDER + "/" + f.path(), f.bytes(), f.rows(), f.sha256()))
            .toList()
        : List.of();
  }

  /**
   * All edits.
   *
   * @throws org.allowable.model.InputException if there is no warehouse, or its edits are not as
   *     they were written
   */
  public WorklistHistory read() throws IOException {
    WarehouseReader.requireFolder(warehouse);
    List<WorklistEvent> events = new ArrayList<>();
    if (folder.isFolder()) {
      WarehouseRows.read(
          folder, Warehouse.WORKLIST_EVENT, row -> events.add(WorklistEvent.of(row)));
    }
    return new WorklistHistory(events);
  }

  /**
   * Adds edits, all of them or none.
   *
   * @param addition what is to be added to what is there; nobody else adds meanwhile
   * @return what was added
   * @throws org.allowable.model.InputException if somebody else is adding
   */
  public List<WorklistEvent> add(Function<WorklistHistory, List<WorklistEvent>> addition)
      throws IOException {
    WarehouseReader.requireFolder(warehouse);
    folder.makeFolder();
    WarehouseLock lock = WarehouseLock.hold(folder);
    try (lock) {
      List<WorklistEvent> events = addition.apply(read());
      if (!events.isEmpty()) {
        write(events);
      }
      return events;
    }
  }

  private void write(List<WorklistEvent> events) throws IOException {
    StringBuilder ids = new StringBuilder();
    events.forEach(event -> ids.append(event.id()));
    String batchId =
        "worklist-%05d-%s"
            .formatted(
                WarehouseRows.batchCount(folder) + 1,
                Sha256.of(ids.toString()).substring(0, HASH_DIGITS));
    WarehouseBatch batch = WarehouseBatch.begin(folder, batchId);
    Unfinished unfinished = Unfinished.begin("the edits of " + warehouse, batch::close);
    try (batch;
        unfinished) {
      for (WorklistEvent event : events) {
        batch.write(Warehouse.WORKLIST_EVENT, event.values());
      }
      unfinished.finish(batch::commit);
    }
  }
}
