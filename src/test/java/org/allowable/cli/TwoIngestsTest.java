package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.allowable.ingest.parquet.ProcessLock;
import org.allowable.ingest.parquet.WarehouseRows;
import org.allowable.model.Warehouse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes that put the same files into one warehouse. */
@Tag("long")
class TwoIngestsTest {

  @TempDir private static Path folder;

  private static Path source = Path.of("");

  @BeforeAll
  static void make_files() {
    Path sample = folder.resolve("sample");
    CommandRun made =
        CommandRun.of(
            "sample", "--lines", 1500, "--months", 2, "--seed", 1, "--x12", "--out", sample);
    assertThat(made.code()).as(made.err()).isZero();
    source = sample.resolve("x12");
  }

  private static CommandRun ingest(Path warehouse, String name) {
    try {
      Path logs = Files.createDirectories(folder.resolve(name));
      Path nothing = Files.writeString(logs.resolve("in"), "");
      return CommandRun.inProcess(
          logs, nothing, logs, "ingest", "--in", source, "--warehouse", warehouse);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void two_ingests_at_once_put_every_transaction_in_once() throws IOException {
    Path warehouse = folder.resolve("both");
    CompletableFuture<CommandRun> first =
        CompletableFuture.supplyAsync(() -> ingest(warehouse, "first"));
    CompletableFuture<CommandRun> second =
        CompletableFuture.supplyAsync(() -> ingest(warehouse, "second"));
    List<Integer> codes = List.of(first.join().code(), second.join().code());
    assertThat(codes).contains(0).isSubsetOf(0, 3);
    Set<String> once = new TreeSet<>();
    int[] rows = {0};
    WarehouseRows.read(
        warehouse,
        Warehouse.INGESTED_TRANSACTION,
        row -> {
          once.add(String.valueOf(row[0]));
          rows[0]++;
        });
    assertThat(rows[0]).isPositive().isEqualTo(once.size());
  }

  @Test
  void an_ingest_waits_for_nobody_and_says_who_is_writing() throws IOException {
    Path warehouse = Files.createDirectories(folder.resolve("held"));
    try (ProcessLock lock = ProcessLock.tryHold(warehouse.resolve("_lock"))) {
      assertThat(lock).isNotNull();
      CommandRun refused = ingest(warehouse, "third");
      assertThat(refused.code()).isEqualTo(3);
      assertThat(refused.err()).contains("another command is writing");
    }
  }

  // Whoever opens and closes the file for a moment takes the lock from its process.
  @Test
  void an_ingest_holds_its_lock_against_other_processes_until_it_ends() throws Exception {
    Path warehouse = folder.resolve("watched");
    CompletableFuture<CommandRun> run =
        CompletableFuture.supplyAsync(() -> ingest(warehouse, "fourth"));
    Path lock = warehouse.resolve("_lock");
    boolean wasHeld = false;
    while (!run.isDone()) {
      // Asked only while it writes, because the question itself takes a lock that is free.
      if (isStaging(warehouse)) {
        boolean isHeld = ProcessLock.isHeld(lock);
        // Still writing, so that it was during the question.
        if (isStaging(warehouse)) {
          assertThat(isHeld).isTrue();
          wasHeld = true;
        }
      }
      Thread.sleep(1);
    }
    assertThat(run.join().code()).isZero();
    assertThat(wasHeld).isTrue();
  }

  private static boolean isStaging(Path warehouse) throws IOException {
    if (!Files.isDirectory(warehouse)) {
      return false;
    }
    try (var entries = Files.list(warehouse)) {
      return entries.anyMatch(e -> e.getFileName().toString().startsWith("_staging-"));
    }
  }
}
