package org.allowable.job;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.allowable.sql.SqlStep;
import org.jspecify.annotations.Nullable;

/** Steps, each of which starts when the tables that it reads are made. */
final class StepOrder {

  private record Work(Set<String> reads, Runnable task) {}

  private final Map<String, Work> works = new LinkedHashMap<>();

  /**
   * Adds a step, behind all that it may read.
   *
   * @param task makes its table
   */
  void add(SqlStep step, Runnable task) {
    Set<String> before = new HashSet<>(works.keySet());
    works.put(step.name(), new Work(step.reads(before), task));
  }

  /**
   * Runs all steps. Once one has failed no other starts.
   *
   * @param atOnce how many may run beside each other
   * @throws RuntimeException what the first that failed threw
   */
  void run(int atOnce) {
    ExecutorService threads = Executors.newFixedThreadPool(atOnce);
    try {
      CompletableFuture<Void> failed = new CompletableFuture<>();
      Map<String, CompletableFuture<Void>> made = new LinkedHashMap<>();
      works.forEach(
          (name, work) ->
              made.put(
                  name,
                  CompletableFuture.allOf(
                          work.reads().stream().map(made::get).toArray(CompletableFuture[]::new))
                      .thenRunAsync(work.task(), threads)
                      .whenComplete((none, cause) -> tell(failed, cause))));
      CompletableFuture<Void> all =
          CompletableFuture.allOf(made.values().toArray(CompletableFuture[]::new));
      CompletableFuture.anyOf(all, failed).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    } finally {
      end(threads);
    }
  }

  private static void tell(CompletableFuture<Void> failed, @Nullable Throwable cause) {
    if (cause != null) {
      failed.completeExceptionally(cause);
    }
  }

  // What still runs writes to folders that the caller is about to remove.
  private static void end(ExecutorService threads) {
    threads.shutdownNow();
    boolean isInterrupted = Thread.interrupted();
    while (!threads.isTerminated()) {
      try {
        threads.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        isInterrupted = true;
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
