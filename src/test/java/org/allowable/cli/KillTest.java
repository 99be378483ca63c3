package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.allowable.ingest.parquet.WarehouseRows;
import org.allowable.model.Sha256;
import org.allowable.model.Table;
import org.allowable.model.Warehouse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes killed at points spread over their run: the next run is right, and nothing is left. */
@Tag("faults")
class KillTest {

  private static final int POINTS = 12;

  @TempDir private static Path folder;

  private static Path source = Path.of("");
  private static Path practice = Path.of("");

  @BeforeAll
  static void make_files() {
    Path sample = folder.resolve("sample");
    CommandRun made =
        CommandRun.of(
            "sample", "--lines", 3000, "--months", 2, "--seed", 1, "--x12", "--out", sample);
    assertThat(made.code()).as(made.err()).isZero();
    source = sample.resolve("x12");
    practice = sample.resolve("practice.yaml");
  }

  @Test
  void an_ingest_that_was_killed_at_12_points_is_made_whole_by_the_next() throws Exception {
    Path whole = folder.resolve("whole");
    Duration usual = run("whole-ingest", 0, ingest(whole)).took();
    Map<String, Long> expected = rows(whole);
    int killed = 0;
    for (int i = 1; i <= POINTS; i++) {
      Path warehouse = folder.resolve("killed" + i);
      long after = usual.toMillis() * i / (POINTS + 1);
      Ended first = run("ingest" + i, after, ingest(warehouse));
      killed += first.code() == 0 ? 0 : 1;
      Ended next = run("ingest-again" + i, 0, ingest(warehouse));
      assertThat(next.code()).as("killed after %d ms: %s", after, next.err()).isZero();
      assertThat(rows(warehouse)).as("killed after %d ms", after).isEqualTo(expected);
      assertThat(names(warehouse)).noneMatch(name -> name.startsWith("_staging-"));
    }
    assertThat(killed).isGreaterThan(POINTS / 2);
  }

  @Test
  void a_report_that_was_killed_at_12_points_is_made_whole_by_the_next() throws Exception {
    Path warehouse = folder.resolve("reported");
    assertThat(run("reported-ingest", 0, ingest(warehouse)).code()).isZero();
    Path wholeOut = folder.resolve("reports-whole");
    Ended whole = run("whole-report", 0, report(warehouse, wholeOut));
    assertThat(whole.code()).as(whole.err()).isZero();
    Map<String, String> expected = files(wholeOut);
    int killed = 0;
    for (int i = 1; i <= POINTS; i++) {
      Path out = folder.resolve("reports" + i);
      long after = whole.took().toMillis() * i / (POINTS + 1);
      Ended first = run("report" + i, after, report(warehouse, out));
      killed += first.code() == 0 ? 0 : 1;
      Ended next = run("report-again" + i, 0, report(warehouse, out));
      assertThat(next.code()).as("killed after %d ms: %s", after, next.err()).isZero();
      assertThat(files(out)).as("killed after %d ms", after).isEqualTo(expected);
      assertThat(names(out)).noneMatch(name -> name.startsWith("."));
      assertThat(names(folder.resolve("temp"))).isEmpty();
    }
    assertThat(killed).isGreaterThan(POINTS / 2);
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

  private static Object[] ingest(Path warehouse) {
    return new Object[] {"ingest", "--source", source, "--warehouse", warehouse};
  }

  private static Object[] report(Path warehouse, Path out) {
    return new Object[] {
      "monthly-report",
      "--warehouse",
      warehouse,
      "--practice",
      practice,
      "--month",
      "2026-10",
      "--out",
      out
    };
  }

  private static Map<String, Long> rows(Path warehouse) throws IOException {
    Map<String, Long> rows = new TreeMap<>();
    for (Table table : Warehouse.TABLES) {
      List<Object> read = new ArrayList<>();
      WarehouseRows.read(warehouse, table, row -> read.add(1));
      rows.put(table.name(), (long) read.size());
    }
    return rows;
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
