package org.allowable.report;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Files that do not depend on each other, written beside each other as far as there are cores. */
public final class FileTasks {

  /** Writes a file, or several. */
  @FunctionalInterface
  public interface Task {
    /** Writes. */
    void write() throws IOException;
  }

  private FileTasks() {}

  /**
   * Runs all tasks and waits for all, also where one fails: then nothing writes to the folder any
   * more.
   *
   * @throws IOException that of the first task, in their order, that failed so
   */
  public static void write(List<Task> tasks) throws IOException {
    int cores = Runtime.getRuntime().availableProcessors();
    ExecutorService pool = Executors.newFixedThreadPool(cores);
    try {
      List<Callable<Boolean>> calls = new ArrayList<>();
      tasks.forEach(
          task ->
              calls.add(
                  () -> {
                    task.write();
                    return true;
                  }));
      for (Future<Boolean> ended : pool.invokeAll(calls)) {
        ended.get();
      }
    } catch (ExecutionException e) {
      throw fault(Objects.requireNonNull(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("The report was interrupted");
    } finally {
      pool.shutdown();
    }
  }

  private static IOException fault(Throwable cause) {
    if (cause instanceof RuntimeException e) {
      throw e;
    }
    if (cause instanceof Error e) {
      throw e;
    }
    return cause instanceof IOException e ? e : new IOException(cause);
  }
}
