package org.allowable.ingest.x12;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.allowable.ingest.parquet.FilePlace;
import org.allowable.ingest.parquet.WarehouseBatch;
import org.allowable.ingest.parquet.WarehouseRows;
import org.allowable.model.Unfinished;
import org.jspecify.annotations.Nullable;

/**
 * The batch of a run, begun with the first row, so that a run that has nothing new writes nothing.
 * Its name is the number of batches so far and a hash of the files that are not in the warehouse.
 */
final class IngestBatch implements RowSink, Closeable {

  private static final int HASH_DIGITS = 12;

  private final FilePlace warehouse;
  private final String batchId;
  private @Nullable WarehouseBatch batch;
  private @Nullable Unfinished unfinished;

  private IngestBatch(FilePlace warehouse, String batchId) {
    this.warehouse = warehouse;
    this.batchId = batchId;
  }

  static IngestBatch of(
      FilePlace warehouse, List<SourceFile> files, List<String> hashes, Catalog catalog)
      throws IOException {
    List<String> news = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      if (!catalog.isRecorded(hashes.get(i), files.get(i).name())) {
        news.add(hashes.get(i));
        news.add(files.get(i).name());
      }
    }
    String hash = Hashes.identity(news.toArray(new String[0])).substring(0, HASH_DIGITS);
    String number = String.format("%05d", WarehouseRows.batchCount(warehouse) + 1);
    return new IngestBatch(warehouse, "ingest-" + number + "-" + hash);
  }

  @Override
  public void write(TableRow row) throws IOException {
    WarehouseBatch begun = batch;
    if (begun == null) {
      begun = WarehouseBatch.begin(warehouse, batchId);
      unfinished = Unfinished.begin("the ingestion into " + warehouse, begun::close);
      batch = begun;
    }
    begun.write(row.table(), row.values());
  }

  /** Makes the rows part of the warehouse; returns the batch's name, or null if there are none. */
  @Nullable String commit() throws IOException {
    if (batch == null || unfinished == null) {
      return null;
    }
    unfinished.finish(batch::commit);
    return batchId;
  }

  @Override
  public void close() throws IOException {
    if (batch != null) {
      batch.close();
    }
    if (unfinished != null) {
      unfinished.close();
    }
  }
}
