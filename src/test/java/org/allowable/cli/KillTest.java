package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.allowable.ingest.parquet.FilePlace;
import org.allowable.ingest.worklist.WorklistStore;
import org.allowable.model.Sha256;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes killed at points spread over their run: the next run is right, and nothing is left. */
@Tag("faults")
class KillTest {

  private static final int POINTS = 12;
  private static final String UPDATED = "2026-11-10";
  private static final String DRAFT = "/_staging-";
  private static final String RECORD = "/_batches/worklist-";

  @TempDir private static Path folder;

  private static FaultyRuns runs = new FaultyRuns(Path.of(""), Path.of(""));

  @BeforeAll
  static void make_files() {
    runs = FaultyRuns.in(folder);
  }

  @Test
  void an_ingest_that_was_killed_at_12_points_is_made_whole_by_the_next() throws Exception {
    Path whole = folder.resolve("whole");
    Duration usual = run("whole-ingest", 0, runs.ingest(whole)).took();
    Map<String, Long> expected = WarehouseContent.counts(whole);
    int killed = 0;
    for (int i = 1; i <= POINTS; i++) {
      Path warehouse = folder.resolve("killed" + i);
      long after = usual.toMillis() * i / (POINTS + 1);
      Ended first = run("ingest" + i, after, runs.ingest(warehouse));
      killed += first.code() == 0 ? 0 : 1;
      Ended next = run("ingest-again" + i, 0, runs.ingest(warehouse));
      assertThat(next.code()).as("killed after %d ms: %s", after, next.err()).isZero();
      assertThat(WarehouseContent.counts(warehouse))
          .as("killed after %d ms", after)
          .isEqualTo(expected);
      assertThat(names(warehouse)).noneMatch(name -> name.startsWith("_staging-"));
    }
    assertThat(killed).isGreaterThan(POINTS / 2);
  }

  @Test
  void a_report_that_was_killed_at_12_points_is_made_whole_by_the_next() throws Exception {
    Path warehouse = folder.resolve("reported");
    assertThat(run("reported-ingest", 0, runs.ingest(warehouse)).code()).isZero();
    Path wholeOut = folder.resolve("reports-whole");
    Ended whole = run("whole-report", 0, runs.report(warehouse, wholeOut));
    assertThat(whole.code()).as(whole.err()).isZero();
    Map<String, String> expected = files(wholeOut);
    int killed = 0;
    for (int i = 1; i <= POINTS; i++) {
      Path out = folder.resolve("reports" + i);
      long after = whole.took().toMillis() * i / (POINTS + 1);
      Ended first = run("report" + i, after, runs.report(warehouse, out));
      killed += first.code() == 0 ? 0 : 1;
      Ended next = run("report-again" + i, 0, runs.report(warehouse, out));
      assertThat(next.code()).as("killed after %d ms: %s", after, next.err()).isZero();
      assertThat(files(out)).as("killed after %d ms", after).isEqualTo(expected);
      assertThat(names(out)).noneMatch(name -> name.startsWith("."));
      // The driver of the embedded engine unpacks its library where the process was started.
      assertThat(names(folder.resolve("temp"))).allMatch(name -> name.startsWith("libduckdb_java"));
    }
    assertThat(killed).isGreaterThan(POINTS / 2);
  }

  @Test
  void an_update_of_the_worklist_that_was_killed_holds_all_edits_or_none_and_the_next_completes_it()
      throws Exception {
    Path original = folder.resolve("listed");
    assertThat(run("listed-ingest", 0, runs.ingest(original)).code()).isZero();
    Path edited = edited(original);
    Path more =
        new EditedWorklist(folder.resolve("list.xlsx"))
            .set(0, "Owner", "Kim")
            .save(folder.resolve("more.xlsx"));
    Path whole = copy(original, "updated");
    long usual = run("whole-update", 0, update(whole, edited)).took().toMillis();
    List<String> expected = edits(whole);
    assertThat(expected).hasSizeGreaterThan(50).doesNotHaveDuplicates();
    Path measured = copy(original, "measured");
    long writing =
        killAfter("measured-update", DRAFT, Long.MAX_VALUE, measured, update(measured, edited));
    int before = 0;
    for (int i = 1; i <= 3 * POINTS; i++) {
      Path warehouse = copy(original, "updated" + i);
      // Spread over the run, over the writing, and just after a batch has its record.
      if (i <= POINTS) {
        run("update" + i, usual * i / (POINTS + 1), update(warehouse, edited));
      } else if (i <= 2 * POINTS) {
        long after = writing * (i - POINTS) / (POINTS + 1);
        killAfter("update" + i, DRAFT, after, warehouse, update(warehouse, edited));
      } else {
        long after = i - 2L * POINTS - 1;
        killAfter("update" + i, RECORD, after, warehouse, update(warehouse, edited));
      }
      List<String> held = edits(warehouse);
      before += held.isEmpty() ? 1 : 0;
      assertThat(held).as("point %d", i).isIn(List.of(), expected);
      Ended next = run("update-again" + i, 0, update(warehouse, edited));
      assertThat(next.code()).as("point %d: %s", i, next.err()).isZero();
      assertThat(edits(warehouse)).as("point %d", i).isEqualTo(expected);
      // A draft whose record is there stays until the next edits.
      Ended later = run("update-later" + i, 0, update(warehouse, more));
      assertThat(later.code()).as("point %d: %s", i, later.err()).isZero();
      assertThat(edits(warehouse)).as("point %d", i).hasSize(expected.size() + 1);
      assertThat(names(warehouse.resolve(WorklistStore.FOLDER)))
          .noneMatch(name -> name.startsWith("_staging-"));
    }
    assertThat(before).isGreaterThan(POINTS / 2);
  }

  // A note and a status on every row, so that the batch is not small.
  private static Path edited(Path warehouse) throws IOException {
    Path list = folder.resolve("list.xlsx");
    CommandRun made =
        CommandRun.of(
            "worklist",
            "--warehouse",
            warehouse,
            "--practice",
            runs.practice(),
            "--as-of",
            UPDATED,
            "--out",
            folder.resolve("lists"),
            "--file",
            list);
    assertThat(made.code()).as(made.err()).isZero();
    EditedWorklist opened = new EditedWorklist(list);
    for (int row = 0; row < opened.rows(); row++) {
      opened.set(row, "Status", "In review").set(row, "Note", "Called about row " + row);
    }
    return opened.save(folder.resolve("edited.xlsx"));
  }

  private static Object[] update(Path warehouse, Path edited) {
    return new Object[] {
      "worklist", "--warehouse", warehouse, "--as-of", UPDATED, "--update", edited
    };
  }

  // What each edit says, in the order of their numbers.
  private static List<String> edits(Path warehouse) throws IOException {
    return new WorklistStore(FilePlace.of(warehouse))
        .read().events().stream()
            .map(e -> "%d %s %s %s".formatted(e.number(), e.id(), e.field(), e.value()))
            .toList();
  }

  private static Path copy(Path warehouse, String name) throws IOException {
    Path copy = folder.resolve(name);
    try (Stream<Path> all = Files.walk(warehouse)) {
      for (Path path : all.toList()) {
        Files.copy(path, copy.resolve(warehouse.relativize(path).toString()));
      }
    }
    return copy;
  }

  // So many milliseconds after a path holds a text; says after how many it ended.
  private static long killAfter(
      String name, String text, long after, Path warehouse, Object... arguments) throws Exception {
    Path logs = Files.createDirectories(folder.resolve("logs-" + name));
    Process process =
        CommandRun.start(Files.createDirectories(folder.resolve("temp")), null, logs, arguments);
    Path written = warehouse.resolve(WorklistStore.FOLDER);
    while (process.isAlive()
        && (!Files.isDirectory(written)
            || everything(written).stream().noneMatch(path -> path.contains(text)))) {
      Thread.sleep(1);
    }
    Instant start = Instant.now();
    if (!process.waitFor(after, TimeUnit.MILLISECONDS)) {
      process.destroyForcibly();
    }
    process.waitFor();
    return Duration.between(start, Instant.now()).toMillis();
  }

  // What the signal of Ctrl-C asks for, it does itself.
  @Test
  void a_report_that_is_stopped_at_12_points_leaves_nothing() throws Exception {
    Path warehouse = folder.resolve("stopped");
    assertThat(run("stopped-ingest", 0, runs.ingest(warehouse)).code()).isZero();
    Path whole = folder.resolve("stopped-whole");
    long usual = run("stopped-report", 0, runs.report(warehouse, whole)).took().toMillis();
    int stopped = 0;
    for (int i = 1; i <= POINTS; i++) {
      Path out = Files.createDirectory(folder.resolve("stopped" + i));
      Ended ended = stop("stop" + i, usual * i / (POINTS + 1), runs.report(warehouse, out));
      if (ended.code() != 0) {
        stopped++;
        // One that was whole when the signal came stays, and it says so.
        boolean isWhole = ended.err().contains("Finished: the report");
        assertThat(names(out).isEmpty())
            .as("stopped at point %d with %s: %s", i, names(out), ended.err())
            .isNotEqualTo(isWhole);
        assertThat(ended.err().contains("Not finished: the report") && isWhole).isFalse();
      }
    }
    assertThat(stopped).isGreaterThan(POINTS / 2);
  }

  private static Ended stop(String name, long after, Object... arguments) throws Exception {
    Path logs = Files.createDirectories(folder.resolve("logs-" + name));
    Path temp = Files.createDirectories(folder.resolve("temp"));
    Instant start = Instant.now();
    Process process = CommandRun.start(temp, null, logs, arguments);
    if (!process.waitFor(after, TimeUnit.MILLISECONDS)) {
      process.destroy();
    }
    int code = process.waitFor();
    return new Ended(
        code, Duration.between(start, Instant.now()), Files.readString(logs.resolve("err")));
  }

  private record Ended(int code, Duration took, String err) {}

  // Killed after so many milliseconds; never where that is 0.
  private static Ended run(String name, long killAfter, Object... arguments) throws Exception {
    Path logs = Files.createDirectories(folder.resolve("logs-" + name));
    Path temp = Files.createDirectories(folder.resolve("temp"));
    Instant start = Instant.now();
    Process process = CommandRun.start(temp, null, logs, arguments);
    if (killAfter > 0 && !process.waitFor(killAfter, TimeUnit.MILLISECONDS)) {
      process.destroyForcibly();
    }
    int code = process.waitFor();
    return new Ended(
        code, Duration.between(start, Instant.now()), Files.readString(logs.resolve("err")));
  }

  // Without the folder's name and LATEST's content: another warehouse's key gives another run id.
  private static Map<String, String> files(Path out) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(out)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(out.relativize(file).toString(), Sha256.of(file));
      }
    }
    return files;
  }

  // Also while files come and go.
  private static List<String> everything(Path in) throws IOException {
    try (Stream<Path> all = Files.walk(in)) {
      return all.map(Path::toString).toList();
    } catch (UncheckedIOException e) {
      return List.of();
    }
  }

  private static Set<String> names(Path in) throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> all = Files.list(in)) {
      all.forEach(path -> names.add(path.getFileName().toString()));
    }
    return names;
  }
}
