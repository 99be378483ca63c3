package org.allowable.ingest.parquet;

import java.io.Closeable;
import java.io.IOException;
import org.allowable.model.InputException;

/**
 * Says to others that a command writes to a warehouse. On a disk the system gives it back when the
 * command ends, however it ends. In a store it is a file that two cannot make; what a command left
 * that was killed must be removed by hand, because nobody there knows whether it lives.
 */
public final class WarehouseLock implements Closeable {

  private static final String NAME = "_lock";

  private final Closeable held;

  private WarehouseLock(Closeable held) {
    this.held = held;
  }

  /**
   * Holds the lock until closed.
   *
   * @throws InputException if somebody else holds it
   */
  public static WarehouseLock hold(FilePlace warehouse) throws IOException {
    FilePlace file = warehouse.resolve(NAME);
    if (!warehouse.isOnDisk()) {
      if (!file.create(new byte[0])) {
        throw new InputException(
            warehouse
                + ": another command is writing to this warehouse, or was killed while it did. Wait"
                + " for it to end; if there is none, remove the file "
                + file
                + ".");
      }
      return new WarehouseLock(file::delete);
    }
    ProcessLock lock = ProcessLock.tryHold(file.onDisk());
    if (lock == null) {
      throw new InputException(
          warehouse + ": another command is writing to this warehouse. Wait for it to end.");
    }
    return new WarehouseLock(lock);
  }

  @Override
  public void close() throws IOException {
    held.close();
  }
}
