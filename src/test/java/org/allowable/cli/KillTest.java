package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.allowable.model.Sha256;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes killed at points spread over their run: the next run is right, and nothing is left. */
@Tag("faults")
class KillTest {

  private static final int POINTS = 12;

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
        assertThat(names(out)).as("stopped at point %d: %s", i, ended.err()).isEmpty();
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

  private static Set<String> names(Path in) throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> all = Files.list(in)) {
      all.forEach(path -> names.add(path.getFileName().toString()));
    }
    return names;
  }
}
