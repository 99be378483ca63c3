package org.allowable.job;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.allowable.ingest.parquet.ProcessLock;
import org.allowable.model.InputException;
import org.jspecify.annotations.Nullable;

/** Says that a run is being made; the lock's file is removed with it, or by the next run. */
final class RunLock implements Closeable {

  private static final String PREFIX = ".";
  private static final String SUFFIX = ".lock";

  private final ProcessLock lock;

  private RunLock(ProcessLock lock) {
    this.lock = lock;
  }

  /**
   * Holds a run's lock until closed.
   *
   * @param out the folder of all runs
   * @throws InputException if another command holds it
   */
  static RunLock hold(Path out, String name) throws IOException {
    @Nullable ProcessLock lock = tryHold(out, name);
    if (lock == null) {
      throw new InputException(
          "Another command is making this report in " + out + ". Wait for it to end.");
    }
    return new RunLock(lock);
  }

  /** Holds a run's lock; null where another command makes that run. */
  static @Nullable ProcessLock tryHold(Path out, String name) throws IOException {
    return ProcessLock.tryHold(out.resolve(PREFIX + name + SUFFIX));
  }

  @Override
  public void close() throws IOException {
    lock.remove();
  }
}
