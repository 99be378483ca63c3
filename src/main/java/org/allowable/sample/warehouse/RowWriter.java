package org.allowable.sample.warehouse;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.allowable.ingest.parquet.WarehouseBatch;
import org.allowable.model.Table;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows to a batch on a thread of its own, in the order given, while the next are made: to
 * encode Parquet takes about as long as to tell the history.
 */
final class RowWriter implements Closeable {

  private static final int ROWS_OF_A_PACK = 2_000;
  private static final int PACKS_WAITING = 4;

  @SuppressWarnings("ArrayRecordComponent") // a row is an array; nobody compares entries
  private record Entry(Table table, @Nullable Object[] row) {}

  // One thread and a short queue; whoever finds the queue full waits for it.
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(PACKS_WAITING),
          task -> new Thread(task, "sample-rows"),
          (task, executor) -> await(executor, task));
  private final WarehouseBatch batch;
  private final List<Future<?>> written = new ArrayList<>();
  private List<Entry> pack = new ArrayList<>(ROWS_OF_A_PACK);

  RowWriter(WarehouseBatch batch) {
    this.batch = batch;
  }

  private static void await(ThreadPoolExecutor executor, Runnable task) {
    try {
      executor.getQueue().put(task);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while writing", e);
    }
  }

  /** Adds a row; the caller no longer touches it. */
  void write(Table table, @Nullable Object[] row) {
    pack.add(new Entry(table, row));
    if (pack.size() == ROWS_OF_A_PACK) {
      send();
    }
  }

  private void send() {
    List<Entry> full = pack;
    pack = new ArrayList<>(ROWS_OF_A_PACK);
    written.add(
        thread.submit(
            () -> {
              for (Entry entry : full) {
                batch.write(entry.table(), entry.row());
              }
              return null;
            }));
  }

  /** Waits until all rows are written and makes them part of the warehouse. */
  void commit() throws IOException {
    send();
    try {
      for (Future<?> part : written) {
        part.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while writing", e);
    } catch (ExecutionException e) {
      throw new IOException("A row could not be written", e.getCause());
    }
    batch.commit();
  }

  /** Ends the thread, and throws the batch away unless it was committed. */
  @Override
  public void close() throws IOException {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(1, TimeUnit.HOURS)) {
        throw new IOException("The rows are not being written");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while writing", e);
    }
    batch.close();
  }
}
